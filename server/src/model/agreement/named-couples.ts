// Things that have a name on both devices and that users of the backup rest on: the pools they lease from, the VPN instance they are
// in, the domain they log in to with its schemes and servers, the template of their PPP. Those that say the same are passed over at
// once: nothing more is asked of them.
import type { NameKind } from '../../catalogue';
import type { Subject } from '../../catalogue/agreement';
import { memoizeByObject } from '../../text/memoize';
import type { Device, Interface, Pool } from '../device';
import { unitsWhere, type DerivedUnits } from '../incremental/derived-units';
import { mapIndex } from '../incremental/index-view';
import { nameKey } from '../names';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import { text } from '../read/line-values';
import { namesOfBoth, namesOfFirst, type OwnName, type SharedName } from '../references/named-units';
import { isReference } from '../references/section-names';
import type { Pair } from '../pairing/pair';
import { countWith, hasService, restsOn } from '../services/bindings';
import { profilePairWith } from '../services/followed-groups';
import { isRuiSlave } from '../services/pool-addresses';
import { sharedPools } from '../services/shared-pools';
import type { Couple, End } from './couples';
import { endAt, endOf, endsOf, saySame } from './named-ends';
import { vpnInstanceCouples, vpnRouteCouples, vpnRouteUnits } from './vpn-couples';

type NamedSubject = Extract<
  Subject,
  | 'pool'
  | 'prefix pool'
  | 'vpn instance'
  | 'vpn routes'
  | 'domain'
  | 'scheme'
  | 'servers'
  | 'template'
  | 'tunnels'
  | 'policy'
  | 'classifier'
  | 'behavior'
>;

/** Couples of a subject that are found one by one, so that an edit leads to those that it touches. */
export interface CoupleUnits<Unit extends object> {
  readonly units: DerivedUnits<Pair, Unit>;
  couples(pair: Pair, unit: Unit): Iterable<Couple>;
}

/** How the two ends of subjects are found that both devices call by the same name. */
export const namedCouples: Readonly<Record<NamedSubject, CoupleUnits<object> | ((pair: Pair) => Iterable<Couple>)>> = {
  pool: poolCouples,
  'prefix pool': prefixPoolCouples,
  'vpn instance': each(namesOfBoth('vpn-instance'), vpnInstanceCouples),
  'vpn routes': each(vpnRouteUnits, vpnRouteCouples),
  domain: each(unitsWhere(backsUpLogins, namesOfBoth('domain')), domainCouples),
  scheme: each(unitsWhere(backsUpLogins, namesOfFirst('authentication-scheme', 'accounting-scheme')), (pair, own) =>
    namedByDomains(pair, own, 'scheme'),
  ),
  servers: each(unitsWhere(backsUpLogins, namesOfFirst('radius-group')), (pair, own) =>
    namedByDomains(pair, own, 'servers'),
  ),
  template: templateCouples,
  tunnels: each(unitsWhere(backsUpTunnels, namesOfBoth('l2tp-group')), tunnelCouples),
  policy: treatment('policy', isAppliedToUsers),
  classifier: treatment('classifier', (device, key) => isJoinedForUsers(device, 'traffic-classifier', key)),
  behavior: treatment('behavior', (device, key) => isJoinedForUsers(device, 'traffic-behavior', key)),
};

function* poolCouples(pair: Pair): Iterable<Couple> {
  for (const { a, b } of poolsOfBoth(pair)) {
    const end = (device: Device, pool: Pool): End => ({
      device,
      name: `${pool.family === 4 ? 'ip' : 'ipv6'} pool ${pool.name}`,
      at: pool.at,
      block: pool.block,
      standsIn: isRuiSlave(pool),
    });
    yield { subject: 'pool', a: end(pair.a, a), b: end(pair.b, b), hotBackup: true };
  }
}

function poolsOfBoth(pair: Pair): { readonly a: Pool; readonly b: Pool }[] {
  return pair.channels.flatMap((channel) => sharedPools(pair, channel));
}

/** Of pools that have their prefixes from one prefix pool each. */
function* prefixPoolCouples(pair: Pair): Iterable<Couple> {
  for (const { a, b } of poolsOfBoth(pair)) {
    const [left, right] = [prefixPoolOf(pair.a, a), prefixPoolOf(pair.b, b)];
    if (left && right) yield { subject: 'prefix pool', a: left, b: right, hotBackup: true };
  }
}

function prefixPoolOf(device: Device, pool: Pool): End | undefined {
  const [named, ...more] = inForce(pool.block.lines).flatMap((line) => text(line, 'prefix-name') ?? []);
  if (!named || more.length > 0) return undefined;
  const end = endOf(device, 'ipv6-prefix-pool', nameKey(named.value), `ipv6 prefix ${named.value}`);
  return end && { ...end, standsIn: end.block.heads.some((head) => canonicalText(head).endsWith(' rui-slave')) };
}

function each<Unit extends object>(
  units: DerivedUnits<Pair, Unit>,
  couples: (pair: Pair, unit: Unit) => Iterable<Couple>,
): CoupleUnits<object> {
  return { units, couples: (pair, unit) => couples(pair, unit as Unit) };
}

/** Domains are for users where the pair backs up their sessions. */
function backsUpLogins({ profiles }: Pair): boolean {
  return ofLogins(profiles) !== '';
}

/** Asked for several kinds of names after each edit, so worked out once for each state of the profiles. */
const ofLogins = memoizeByObject((profiles: Pair['profiles']) =>
  profiles.some(({ a }) => hasService(a, 'bras') || hasService(a, 'l2tp')) ? 'logins' : '',
);

function backsUpTunnels(pair: Pair): boolean {
  return profilePairWith(pair, 'l2tp') !== undefined;
}

function* domainCouples(pair: Pair, domain: SharedName): Iterable<Couple> {
  if (domain.a[0]!.key.startsWith('default')) return;
  const [a, b] = endsOf(pair, domain, (name) => `domain ${name}`);
  yield { subject: 'domain', a, b, hotBackup: true };
}

/** Of what domains of the first device name, and what the domains of the same names on the other name in its place. */
function* namedByDomains(
  pair: Pair,
  { kind, key, definitions }: OwnName,
  subject: 'scheme' | 'servers',
): Iterable<Couple> {
  const word = kind === 'radius-group' ? 'radius-server group' : kind;
  const called = (name: string) => (kind === 'radius-group' ? `RADIUS group ${name}` : `${kind} ${name}`);
  const a = endAt(pair.a, definitions, called(key));
  for (const peer of namedByPeerDomains(pair, kind, key, word)) {
    const b = endOf(pair.b, kind, peer, called(peer));
    if (b && !saySame(a, b)) yield { subject, a, b, hotBackup: true };
  }
}

function namedByPeerDomains(pair: Pair, kind: NameKind, key: string, word: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { line, head } of pair.a.nameIndex.occurrences(kind, key)) {
    const domain = line.view === 'domain' && head ? text(head, 'domain-name') : undefined;
    if (!domain || domain.value.startsWith('default')) continue;
    const [left, right] = [pair.a, pair.b].map((device) => endOf(device, 'domain', nameKey(domain.value), ''));
    const peer = left && right && nameIn(left, word) === key ? nameIn(right, word) : undefined;
    if (peer !== undefined) found.add(peer);
  }
  return found;
}

/** The name at the end of the line that begins with the word; the last such line counts. */
function nameIn({ block }: End, word: string): string | undefined {
  const line = inForce([...block.lines]).findLast(
    (line) => canonicalText(line).startsWith(`${word} `) && !line.match?.undo,
  );
  return line && nameKey(canonicalText(line).split(' ').at(-1)!);
}

/** The groups of L2TP of one name that domains of both devices send their users to. */
function* tunnelCouples(pair: Pair, group: SharedName): Iterable<Couple> {
  const { key } = group.a[0]!;
  const [a, b] = endsOf(pair, group, (name) => `L2TP group ${name}`);
  if (!saySame(a, b) && isNamedByDomain(pair.a, key) && isNamedByDomain(pair.b, key))
    yield { subject: 'tunnels', a, b, hotBackup: true };
}

function isNamedByDomain({ nameIndex }: Device, group: string): boolean {
  return nameIndex.occurrences('l2tp-group', group).some(({ line }) => line.view === 'domain' && !line.match?.undo);
}

/** Templates of one number that users dial in over, on both devices of a pair that backs up their sessions. */
function* templateCouples(pair: Pair): Iterable<Couple> {
  if (!backsUpLogins(pair)) return;
  const peers = dialledOver(pair.b);
  for (const port of dialledOver(pair.a)) {
    const peer = peers.find(({ key }) => key === port.key);
    if (!peer) continue;
    const end = (device: Device, port: Interface): End => ({ device, name: port.name, at: port.at, block: port.block });
    yield { subject: 'template', a: end(pair.a, port), b: end(pair.b, peer), hotBackup: true };
  }
}

function dialledOver({ nameIndex, interfaces }: Device): readonly Interface[] {
  return templates(interfaces)
    .get('template')
    .filter(({ key }) =>
      nameIndex.occurrences('interface', key).some(({ line }) => canonicalText(line).startsWith('pppoe-server bind ')),
    );
}

const templates = mapIndex((port: Interface) => (port.key.startsWith('virtual-template') ? ['template'] : []));

/** What of one name both devices do with the traffic of users; where one does nothing with it, that is another finding. */
function treatment(
  subject: 'policy' | 'classifier' | 'behavior',
  isForUsers: (device: Device, key: string) => boolean,
): CoupleUnits<object> {
  return each(namesOfBoth(`traffic-${subject}`), function* (pair, name) {
    const { key } = name.a[0]!;
    const [a, b] = endsOf(pair, name, (text) => `traffic ${subject} ${text}`);
    if (!saySame(a, b) && isForUsers(pair.a, key) && isForUsers(pair.b, key))
      yield { subject, a, b, hotBackup: pair.isBackedUp };
  });
}

/**
 * An interface with a group or a profile applies the policy, or the whole device that takes in users who log in, or it hands users
 * over to an instance of the boards and is applied.
 */
function isAppliedToUsers(device: Device, key: string): boolean {
  const { nameIndex, interfaces } = device;
  const uses = nameIndex.occurrences('traffic-policy', key);
  const isOfUsers = uses.some(({ within }) => {
    const port = within === undefined ? undefined : interfaces.get(within);
    return port !== undefined && restsOn(port);
  });
  const isOfDevice =
    countWith(device, 'bras') > 0 && uses.some((use) => isReference(use) && use.line.view === 'system');
  return isOfUsers || isOfDevice || (uses.some(isReference) && handsToInstance(device, key));
}

/** One of the behaviors of the policy binds an instance. */
function handsToInstance({ nameIndex }: Device, key: string): boolean {
  const behaviors = nameIndex
    .definitionsOf('traffic-policy', key)
    .flatMap(({ line }) => inForce(line.lines).flatMap((join) => text(join, 'behavior-name')?.value ?? []));
  return behaviors.some((behavior) =>
    nameIndex
      .occurrences('traffic-behavior', nameKey(behavior))
      .some(
        ({ defines, line }) => defines && inForce(line.lines).some((act) => / bind instance /.test(canonicalText(act))),
      ),
  );
}

/** A policy joins the class or the behavior that an interface with a group or a profile applies. */
function isJoinedForUsers(device: Device, kind: 'traffic-classifier' | 'traffic-behavior', key: string): boolean {
  return device.nameIndex.occurrences(kind, key).some(({ defines, undone, head }) => {
    const policy = defines || undone || !head ? undefined : text(head, 'policy-name');
    return policy !== undefined && isAppliedToUsers(device, nameKey(policy.value));
  });
}
