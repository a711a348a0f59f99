// Things that have a name on both devices and that users of the backup rest on: the pools they lease from, the VPN instance they are
// in, the domain they log in to with its schemes and servers, the template of their PPP. Those that say the same are passed over at
// once: nothing more is asked of them.
import type { NameKind } from '../../catalogue';
import type { Subject } from '../../catalogue/agreement';
import { memoizeByObject } from '../../text/memoize';
import type { Device, Interface, Pool } from '../device';
import { mapIndex } from '../incremental/index-view';
import { nameKey } from '../names';
import { canonicalText } from '../lines/canonical-text';
import { inForce, type MatchedLine } from '../lines/matched-line';
import { text } from '../read/line-values';
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
  | 'domain'
  | 'scheme'
  | 'servers'
  | 'template'
  | 'policy'
  | 'classifier'
  | 'behavior'
>;

/** How the two ends of subjects are found that both devices call by the same name. */
export const namedCouples: Readonly<Record<NamedSubject, (pair: Pair) => Iterable<Couple>>> = {
  pool: poolCouples,
  'prefix pool': prefixPoolCouples,
  'vpn instance': vpnInstanceCouples,
  domain: domainCouples,
  scheme: (pair) => namedByDomains(pair, 'scheme', 'aaa-scheme', /^(?:authentication|accounting)-scheme /),
  servers: (pair) => namedByDomains(pair, 'servers', 'radius-group', /^radius-server /),
  template: templateCouples,
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

/** What the domains of both devices name in lines that begin so; the names themselves are a device's own. */
function* namedByDomains(pair: Pair, subject: 'scheme' | 'servers', kind: NameKind, begin: RegExp): Iterable<Couple> {
  const seen = new Set<string>();
  for (const [, left, right] of userDomains(pair)) {
    const peerNames = namesIn(right, begin);
    for (const [word, own] of namesIn(left, begin)) {
      const peer = peerNames.get(word);
      if (peer === undefined || seen.has(`${word} ${own} ${peer}`)) continue;
      seen.add(`${word} ${own} ${peer}`);
      const a = definition(pair.a, kind, own, word);
      const b = definition(pair.b, kind, peer, word);
      if (a && b && !saySame(a, b)) yield { subject, a, b, hotBackup: true };
    }
  }
}

/** By the word that a line begins with, the name that it ends with. */
function namesIn({ block }: End, begin: RegExp): ReadonlyMap<string, string> {
  return new Map(
    inForce([...block.lines]).flatMap((line) => {
      const spoken = canonicalText(line);
      return begin.test(spoken) && !line.match?.undo
        ? [[spoken.split(' ')[0]!, nameKey(spoken.split(' ').at(-1)!)]]
        : [];
    }),
  );
}

/** Authentication and accounting schemes are names of one kind. */
function definition(device: Device, kind: NameKind, key: string, word: string): End | undefined {
  return endOf(device, kind, key, word === 'radius-server' ? `RADIUS group ${key}` : `${word} ${key}`, (line) =>
    canonicalText(line).startsWith(word),
  );
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

/** An interface with a group or a profile applies the policy. */
function isAppliedToUsers({ nameIndex, interfaces }: Device, key: string): boolean {
  return nameIndex.occurrences('traffic-policy', key).some(({ within }) => {
    const port = within === undefined ? undefined : interfaces.get(within);
    return port !== undefined && restsOn(port);
  });
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
function endOf(
  device: Device,
  kind: NameKind,
  key: string,
  name: string,
  isMeant: (line: MatchedLine) => boolean = () => true,
): End | undefined {
  const heads = device.nameIndex
    .occurrences(kind, key)
    .filter(({ defines, undone, line }) => defines && !undone && isMeant(line))
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
