// Things that have a name on both devices and that users of the backup rest on: the pools they lease from, the VPN instance they are
// in, the domain they log in to with its schemes and servers, the template of their PPP. Those that say the same are passed over at
// once: nothing more is asked of them.
import type { NameKind } from '../../catalogue';
import type { Subject } from '../../catalogue/agreement';
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import type { Block, Device, Interface, Pool } from '../device';
import { mapIndex } from '../incremental/index-view';
import { nameKey } from '../names';
import { canonicalText } from '../lines/canonical-text';
import { inForce, type MatchedLine } from '../lines/matched-line';
import { text } from '../read/line-values';
import { isDefinition, isReference } from '../references/section-names';
import type { Pair, Side } from '../pairing/pair';
import { hasService, restsOn } from '../services/bindings';
import { isRuiSlave } from '../services/pool-addresses';
import { sharedPools } from '../services/shared-pools';
import type { Couple, End } from './couples';

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

/** How the two ends of subjects are found that both devices call by the same name. */
export const namedCouples: Readonly<Record<NamedSubject, (pair: Pair) => Iterable<Couple>>> = {
  pool: poolCouples,
  'prefix pool': prefixPoolCouples,
  'vpn instance': vpnInstanceCouples,
  'vpn routes': vpnRouteCouples,
  domain: domainCouples,
  scheme: schemeCouples,
  servers: (pair) => namedByDomains(pair, 'servers', 'radius-group', 'radius-server'),
  template: templateCouples,
  tunnels: tunnelCouples,
  policy: (pair) => treatmentCouples(pair, 'policy', isAppliedToUsers),
  classifier: (pair) =>
    treatmentCouples(pair, 'classifier', (device, key) => isJoinedForUsers(device, 'traffic-classifier', key)),
  behavior: (pair) =>
    treatmentCouples(pair, 'behavior', (device, key) => isJoinedForUsers(device, 'traffic-behavior', key)),
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

function* vpnInstanceCouples(pair: Pair): Iterable<Couple> {
  for (const [key, a, b] of differingOfOneName(pair, 'vpn-instance', (name) => `VPN instance ${name}`))
    if (isOfUsers(pair.a, key) && isOfUsers(pair.b, key))
      yield { subject: 'vpn instance', a, b, hotBackup: isOfBackup(pair.a, key) || isOfBackup(pair.b, key) };
}

/** What BGP says of the routing table of the users' VPN instance, where both devices run BGP and one has a family for it. */
function* vpnRouteCouples(pair: Pair): Iterable<Couple> {
  const [ofA, ofB] = [vpnFamilies(pair.a.views), vpnFamilies(pair.b.views)];
  if (ofA.byText.size + ofB.byText.size === 0 || !ofA.head || !ofB.head) return;
  for (const family of new Set([...ofA.byText.keys(), ...ofB.byText.keys()])) {
    const key = family.split(' ')[2]!;
    if (!isOfUsers(pair.a, key) || !isOfUsers(pair.b, key)) continue;
    const end = (device: Device, { head, byText }: VpnFamilies): End => {
      const heads = byText.get(family) ?? [];
      const block: Block = { heads, lines: heads.flatMap(({ lines }) => lines) };
      return { device, name: family, at: heads[0] ?? head!, block };
    };
    const hotBackup = isOfBackup(pair.a, key) || isOfBackup(pair.b, key);
    yield { subject: 'vpn routes', a: end(pair.a, ofA), b: end(pair.b, ofB), hotBackup };
  }
}

interface VpnFamilies {
  /** Where BGP begins; absent where the device does not run it. */
  readonly head?: MatchedLine;
  /** The heads of the views, by `ipv4-family vpn-instance tv`. */
  readonly byText: ReadonlyMap<string, readonly MatchedLine[]>;
}

const vpnFamilies = memoizeByObject((views: Device['views']): VpnFamilies => {
  const blocks = views.get('bgp') ?? [];
  const byText = new Map<string, MatchedLine[]>();
  for (const line of blocks.flatMap(({ lines }) => inForce([...lines]))) {
    const spoken = canonicalText(line);
    if (!line.match?.undo && /^ipv[46]-family vpn-instance \S+$/.test(spoken)) push(byText, spoken, line);
  }
  return { head: blocks[0]?.heads[0], byText };
});

/** Whether an interface with a group or a profile, or a domain, is in the VPN instance. */
function isOfUsers({ nameIndex, interfaces }: Device, key: string): boolean {
  return nameIndex.occurrences('vpn-instance', key).some(({ within, line }) => {
    const port = within === undefined ? undefined : interfaces.get(within);
    return line.view === 'domain' || (port !== undefined && restsOn(port));
  });
}

function isOfBackup(device: Device, key: string): boolean {
  const { nameIndex, interfaces, profiles } = device;
  return nameIndex.occurrences('vpn-instance', key).some(({ within, line }) => {
    const port = within === undefined ? undefined : interfaces.get(within);
    if (!port) return line.view === 'domain' && profiles.size > 0;
    return port.profiles.length > 0 || (profiles.size > 0 && port.groups.length > 0);
  });
}

/** Domains are for users where the pair backs up their sessions. */
function* domainCouples(pair: Pair): Iterable<Couple> {
  for (const [, a, b] of userDomains(pair)) yield { subject: 'domain', a, b, hotBackup: true };
}

function userDomains(pair: Pair): ReturnType<typeof couplesOfOneName> {
  if (!pair.profiles.some(({ a }) => hasService(a, 'bras') || hasService(a, 'l2tp'))) return [];
  return couplesOfOneName(pair, 'domain', (name) => `domain ${name}`).filter(([key]) => !key.startsWith('default'));
}

function* schemeCouples(pair: Pair): Iterable<Couple> {
  yield* namedByDomains(pair, 'scheme', 'authentication-scheme', 'authentication-scheme');
  yield* namedByDomains(pair, 'scheme', 'accounting-scheme', 'accounting-scheme');
}

/** What the domains of both devices name in lines that begin with the word; the names themselves are a device's own. */
function* namedByDomains(pair: Pair, subject: 'scheme' | 'servers', kind: NameKind, word: string): Iterable<Couple> {
  const called = (key: string) => (kind === 'radius-group' ? `RADIUS group ${key}` : `${word} ${key}`);
  const seen = new Set<string>();
  for (const [, left, right] of userDomains(pair)) {
    const [own, peer] = [nameIn(left, word), nameIn(right, word)];
    if (own === undefined || peer === undefined || seen.has(`${own} ${peer}`)) continue;
    seen.add(`${own} ${peer}`);
    const [a, b] = [endOf(pair.a, kind, own, called(own)), endOf(pair.b, kind, peer, called(peer))];
    if (a && b && !saySame(a, b)) yield { subject, a, b, hotBackup: true };
  }
}

/** The name at the end of the line that begins with the word; the last such line counts. */
function nameIn({ block }: End, word: string): string | undefined {
  const line = inForce([...block.lines]).findLast(
    (line) => canonicalText(line).startsWith(`${word} `) && !line.match?.undo,
  );
  return line && nameKey(canonicalText(line).split(' ').at(-1)!);
}

/** The groups of L2TP of one name that domains of both devices send their users to. */
function* tunnelCouples(pair: Pair): Iterable<Couple> {
  if (!pair.profiles.some(({ a, b }) => hasService(a, 'l2tp') && hasService(b, 'l2tp'))) return;
  for (const [key, a, b] of differingOfOneName(pair, 'l2tp-group', (name) => `L2TP group ${name}`))
    if (isNamedByDomain(pair.a, key) && isNamedByDomain(pair.b, key))
      yield { subject: 'tunnels', a, b, hotBackup: true };
}

function isNamedByDomain({ nameIndex }: Device, group: string): boolean {
  return nameIndex.occurrences('l2tp-group', group).some(({ line }) => line.view === 'domain' && !line.match?.undo);
}

/** Templates of one number that users dial in over, on both devices of a pair that backs up their sessions. */
function* templateCouples(pair: Pair): Iterable<Couple> {
  if (!pair.profiles.some(({ a }) => hasService(a, 'bras') || hasService(a, 'l2tp'))) return;
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
function* treatmentCouples(
  pair: Pair,
  subject: 'policy' | 'classifier' | 'behavior',
  isForUsers: (device: Device, key: string) => boolean,
): Iterable<Couple> {
  const called = (name: string) => `traffic ${subject} ${name}`;
  for (const [key, a, b] of differingOfOneName(pair, `traffic-${subject}`, called))
    if (isForUsers(pair.a, key) && isForUsers(pair.b, key)) yield { subject, a, b, hotBackup: pair.isBackedUp };
}

/** An interface with a group or a profile applies the policy, or it hands users over to an instance of the boards and is applied. */
function isAppliedToUsers(device: Device, key: string): boolean {
  const { nameIndex, interfaces } = device;
  const uses = nameIndex.occurrences('traffic-policy', key);
  const isOfUsers = uses.some(({ within }) => {
    const port = within === undefined ? undefined : interfaces.get(within);
    return port !== undefined && restsOn(port);
  });
  return isOfUsers || (uses.some(isReference) && handsToInstance(device, key));
}

/** One of the behaviors of the policy binds an instance. */
function handsToInstance({ nameIndex }: Device, key: string): boolean {
  const behaviors = nameIndex
    .occurrences('traffic-policy', key)
    .filter(isDefinition)
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

/** What both devices define under one name. */
function couplesOfOneName(pair: Pair, kind: NameKind, called: (name: string) => string): [string, End, End][] {
  const names = new Map(pair.a.nameIndex.definitions(kind).map(({ key, text: name }) => [key, name]));
  return [...names].flatMap(([key, name]) => {
    const end = (side: Side) => endOf(pair[side], kind, key, called(name));
    const [a, b] = [end('a'), end('b')];
    return a && b ? [[key, a, b] satisfies [string, End, End]] : [];
  });
}

function differingOfOneName(pair: Pair, kind: NameKind, called: (name: string) => string): [string, End, End][] {
  return couplesOfOneName(pair, kind, called).filter(([, a, b]) => !saySame(a, b));
}

/** All lines below the ones that define the name. */
function endOf(device: Device, kind: NameKind, key: string, name: string): End | undefined {
  const heads = device.nameIndex
    .occurrences(kind, key)
    .filter(isDefinition)
    .map(({ line }) => line);
  const [head] = heads;
  return head && { device, name, at: head, block: { heads, lines: heads.flatMap(below) } };
}

const below = memoizeByObject((line: MatchedLine): readonly MatchedLine[] =>
  line.lines.flatMap((own) => [own, ...below(own)]),
);

const textBelow = memoizeByObject((line: MatchedLine): string => below(line).map(canonicalText).sort().join('\n'));

function saySame(a: End, b: End): boolean {
  return a.block.heads.map(textBelow).join('\n') === b.block.heads.map(textBelow).join('\n');
}
