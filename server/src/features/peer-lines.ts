// What a peer says where this device says something: the line of the same command in the block that answers this one.
import { keyOf } from '../catalogue/index';
import type { Device } from '../model/device';
import type { MatchedLine } from '../model/lines';
import { nameKey } from '../model/names';
import type { Pair, Side } from '../model/network';
import { rowOf, type Place } from '../model/place';
import type { Snapshot } from '../workspace/workspace';
import { headsAbove } from './lines-at';
import { interfaceOf } from './names';

export interface PeerLines {
  readonly device: Device;
  /** Whether the block in which the line stands has an answering one there at all. */
  readonly answered: boolean;
  readonly lines: readonly MatchedLine[];
}

/** For each device that this one is paired with. */
export function peerLines(snapshot: Snapshot, line: MatchedLine): PeerLines[] {
  return snapshot.peers.map((pair) => linesOn(snapshot, line, pair, pair.a.file === snapshot.file ? 'a' : 'b'));
}

function linesOn(snapshot: Snapshot, line: MatchedLine, pair: Pair, side: Side): PeerLines {
  const there: Side = side === 'a' ? 'b' : 'a';
  const device = pair[there];
  const match = line.match;
  const heads = headsAbove(snapshot, rowOf(line));
  const head = heads[heads.length - 1];
  if (!match) return { device, answered: false, lines: [] };
  if (!head) {
    if (line.opens) {
      const block = blockOf(line, pair, side);
      return { device, answered: block !== undefined, lines: block?.heads ?? [] };
    }
    return { device, answered: true, lines: likest(line, device.system.get(match.command) ?? []) };
  }
  // Lines of a VRRP group answer those of the group that answers it, whatever its interface and number are.
  const group = pair.groups.find((one) => one[side].lines.includes(line));
  if (group) return { device, answered: true, lines: likest(line, group[there].lines) };
  const block = blockOf(head, pair, side);
  return { device, answered: block !== undefined, lines: likest(line, block?.lines ?? []) };
}

interface Answer {
  readonly heads: readonly MatchedLine[];
  readonly lines: readonly MatchedLine[];
}

/** The block on the other device that answers the one that `head` opens. */
function blockOf(head: MatchedLine, pair: Pair, side: Side): Answer | undefined {
  const there: Side = side === 'a' ? 'b' : 'a';
  const device = pair[there];
  const name = nameKey(head.match?.values[0]?.text ?? '');
  switch (head.opens) {
    case 'interface': {
      const key = interfaceOf(head)!;
      const answering = pair.groups.find((one) => one[side].interfaceKey === key)?.[there].interfaceKey ?? key;
      return device.interfaces.get(answering)?.block;
    }
    case 'rbs': return (pair.channels.find((one) => one[side].rbs.key === name)?.[there].rbs ?? device.services.get(name))?.block;
    case 'rbp': return (pair.profiles.find((one) => one[side].key === name)?.[there] ?? device.profiles.get(name))?.block;
    case 'service-location': return device.locations.get(Number(name))?.block;
    case 'service-instance-group': return device.instanceGroups.get(name)?.block;
    case 'e-trunk': return device.eTrunks.get(Number(name))?.block;
    case 'ip-pool': case 'ipv6-pool': case 'ipv6-prefix-pool': return device.pools.find((pool) => pool.key === name)?.block;
    case 'ds-lite-instance': case 'nat-instance': case 'nat64-instance': return device.instances.find((one) => one.key === name)?.block;
    default: {
      const blocks = device.views.get(head.opens ?? '');
      return blocks?.find((block) => block.heads[0]?.text === head.text) ?? (blocks?.length === 1 ? blocks[0] : undefined);
    }
  }
}

/** Lines of the same command; those that would replace this one, where it is of that kind. */
function likest(line: MatchedLine, among: readonly MatchedLine[]): readonly MatchedLine[] {
  const match = line.match!;
  const same = among.filter((one) => one.match?.command === match.command && one.match.undo === match.undo);
  if (same.length < 2) return same;
  const literal = same.filter((one) => one.text.toLowerCase() === line.text.toLowerCase());
  if (literal.length > 0) return literal.slice(0, 1);
  const key = keyOf(match);
  const keyed = key === undefined ? [] : same.filter((one) => keyOf(one.match!) === key);
  return keyed.length > 0 ? keyed : same;
}

/** Where a place stands, as a person counts rows. */
export function rowName(place: Place): string {
  return `line ${rowOf(place) + 1}`;
}
