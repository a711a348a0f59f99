// The sessions that BGP of a device keeps in the public network: with whom, in which AS, from which interface.
import { memoizeByObject } from '../../text/memoize';
import { address, type Address } from '../address';
import type { Block, Device } from '../device';
import { canonicalText, wordsAt } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { interfaceKey } from '../names';
import type { Fact } from '../place';

/** A peer by its address; a group of peers has none. */
export interface BgpPeer {
  readonly address: Address;
  readonly line: MatchedLine;
  /** A line names its AS or its group; without one the device takes no other line of it. */
  readonly isMade?: true;
  /** Absent where its group says it. */
  readonly as?: Fact<string>;
  /** The interface whose address it is reached from, by key. */
  readonly from?: { readonly line: MatchedLine; readonly interfaceKey: string };
  /** The line that keeps the session down. */
  readonly ignored?: MatchedLine;
  /** The line with the key that its packets are signed with; what a group says of its members is not there. */
  readonly key?: MatchedLine;
  readonly isMember?: true;
}

/** An address family, and the peers with which its routes are exchanged. */
export interface BgpFamily {
  /** `ipv4-family vpnv4` */
  readonly name: string;
  readonly head: MatchedLine;
  readonly enabled: ReadonlyMap<string, MatchedLine>;
}

/** BGP of a device. */
export interface Bgp {
  readonly head: MatchedLine;
  /** Those that carry the routes of VPN instances, of IPv6 and of layer 2: a peer is in them only where a line says so. */
  readonly families: readonly BgpFamily[];
  /** `64512`, or `1.2` */
  readonly as: string;
  readonly peers: readonly BgpPeer[];
  /** It may have sessions, or numbers, that its lines do not name one by one. */
  readonly isOpen: boolean;
}

/** Undefined where the device runs no BGP, or several instances of it. */
export function bgpOf({ views }: Device): Bgp | undefined {
  const [bgp, ...more] = readBgp(views);
  return more.length === 0 ? bgp : undefined;
}

const readBgp = memoizeByObject((views: Device['views']): readonly Bgp[] =>
  (views.get('bgp') ?? []).flatMap((block) => {
    const head = block.heads[0];
    const [, as] = (head && /^bgp (\S+)$/.exec(canonicalText(head))) ?? [];
    return head && as !== undefined ? [{ head, as, families: familiesIn(block), ...sessionsOf(block) }] : [];
  }),
);

function familiesIn(block: Block): readonly BgpFamily[] {
  return inForce(block.lines).flatMap((head) => {
    const name = canonicalText(head);
    if (head.match?.undo || !/^(?:ipv4-family vpnv4|ipv6-family(?: vpnv6| unicast)?|l2vpn-family evpn)$/.test(name))
      return [];
    const enabled = inForce(head.lines).flatMap((line) => {
      const [, who = ''] = (line.match?.undo ? undefined : /^peer (\S+) enable$/.exec(canonicalText(line))) ?? [];
      const host = address(who);
      return host ? [[host.key, line] as const] : [];
    });
    return [{ name, head, enabled: new Map(enabled) }];
  });
}

function sessionsOf(block: Block): Pick<Bgp, 'peers' | 'isOpen'> {
  const lines = inForce(block.lines).filter(({ match }) => !match?.undo);
  const found = new Map<string, BgpPeer>();
  for (const line of [...lines, ...lines.flatMap(publicLines)]) {
    const [word, who = '', setting = '', ...rest] = canonicalText(line).split(' ');
    const host = word === 'peer' ? address(who) : undefined;
    if (!host) continue;
    const known = found.get(host.key) ?? { address: host, line };
    found.set(host.key, { ...known, ...settingOf(line, setting, rest) });
  }
  const isOpen = lines.some((line) => /^confederation|listen|dynamic| (?:fake|local)-as /.test(canonicalText(line)));
  return { peers: [...found.values()].filter(({ isMade }) => isMade), isOpen };
}

function publicLines(line: MatchedLine): readonly MatchedLine[] {
  const isPublic = /^ipv[46]-family(?: unicast)?$/.test(canonicalText(line));
  return isPublic ? inForce(line.lines).filter(({ match }) => !match?.undo) : [];
}

function settingOf(line: MatchedLine, setting: string, [first = '', second = '']: readonly string[]): Partial<BgpPeer> {
  if (setting === 'as-number') return { line, isMade: true, as: { value: first, at: wordsAt(line, 3) } };
  if (setting === 'group') return { line, isMade: true, isMember: true };
  if (setting === 'ignore') return { ignored: line };
  if (setting === 'password' || setting === 'keychain') return { key: line };
  if (setting !== 'connect-interface') return {};
  // The number of an interface may stand apart from its type.
  return { from: { line, interfaceKey: interfaceKey(/\d$/.test(first) ? first : first + second) } };
}
