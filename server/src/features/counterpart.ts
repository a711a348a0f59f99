// What answers the block under the cursor on the paired device: the other end of a channel, the profile with the same
// backup-id, the interface with the same virtual router; else the block of the same name; else the top of the file.
import type { Device, Interface } from '../model/device';
import type { MatchedLine } from '../model/lines';
import type { Pair, Side } from '../model/network';
import { nameKey } from '../model/names';
import { rangeOf, type Place } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { headsAbove, lineAt } from './lines-at';
import { interfaceOf } from './names';

export interface Counterpart {
  readonly file: string;
  readonly range: Range;
}

/** The pair with the most reasons to be one. */
export function strongestPair(snapshot: Snapshot): { readonly pair: Pair; readonly side: Side; readonly peer: Device } | undefined {
  const weight = (pair: Pair) => pair.why.reduce((sum, witness) => sum + witness.weight, 0);
  const pair = [...snapshot.peers].sort((one, two) => weight(two) - weight(one))[0];
  if (!pair) return undefined;
  const side: Side = pair.a.file === snapshot.file ? 'a' : 'b';
  return { pair, side, peer: side === 'a' ? pair.b : pair.a };
}

export function counterpart(snapshot: Snapshot, position?: Position): Counterpart | undefined {
  const found = strongestPair(snapshot);
  if (!found) return undefined;
  const { pair, side, peer } = found;
  const line = position && lineAt(snapshot, position.line);
  const heads = position ? headsAbove(snapshot, position.line) : [];
  const head = line?.opens ? line : heads[0];
  const place = (head && placeOf(head, line, pair, side, peer)) ?? peer.sysname?.at;
  return { file: peer.file, range: place ? rangeOf(place) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
}

function placeOf(head: MatchedLine, line: MatchedLine | undefined, pair: Pair, side: Side, peer: Device): Place | undefined {
  const there: Side = side === 'a' ? 'b' : 'a';
  const name = nameKey(head.match?.values[0]?.text ?? '');
  switch (head.opens) {
    case 'interface': {
      const key = interfaceOf(head)!;
      const groups = pair.groups.filter((group) => group[side].interfaceKey === key);
      const group = groups.find((one) => line !== undefined && one[side].lines.includes(line));
      if (group) return group[there].at;
      const answering: Interface | undefined = peer.interfaces.get(groups[0]?.[there].interfaceKey ?? key);
      return answering?.at;
    }
    case 'rbs': {
      const channel = pair.channels.find((one) => one[side].rbs.key === name);
      if (channel) return line === channel[side].channel.line ? channel[there].channel.line : channel[there].rbs.at;
      return peer.services.get(name)?.at;
    }
    case 'rbp': return pair.profiles.find((one) => one[side].key === name)?.[there].at ?? peer.profiles.get(name)?.at;
    case 'service-location': return peer.locations.get(Number(name))?.at;
    case 'service-instance-group': return peer.instanceGroups.get(name)?.at;
    case 'e-trunk': return peer.eTrunks.get(Number(name))?.at;
    default: return peer.views.get(head.opens ?? '')?.[0]?.heads[0];
  }
}
