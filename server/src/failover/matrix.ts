// The failure matrix: every single failure of the pair, and the recovery after it when all has settled; the worst line first.
import { mainInterfaceKey } from '../model/names';
import type { Pair, Side } from '../model/network';
import type { Outcome, Rehearsal, Row } from './answer';
import type { EventKind, FailureEvent } from './events';
import { deviceNames, sides } from './names';
import { rehearse } from './rehearse';
import { history } from './simulation';
import { rowsOf } from './rows';
import { accessKeys, interfaceName, uplinkKeys } from './topology';
import { channelPorts } from './world';

const worstFirst: readonly Outcome[] = ['loses-users', 'no-switchover', 'survives-stale', 'survives'];
// An hour is beyond every default; a longer delay moves the recovery behind it.
const hour = 3600;

export function matrix(pair: Pair): Rehearsal {
  const rows = singleFailures(pair).flatMap((failure): Row[] => {
    const alone = history(pair, [failure]);
    const last = Math.max(0, ...alone.actors.flatMap((actor) => actor.roles.map((change) => change.span[1])));
    const recovery: FailureEvent = { ...failure, change: 'up', at: Math.max(hour, Math.ceil(last) + 1) };
    return rowsOf(history(pair, [failure, recovery]));
  });
  const ranked = rows.map((row, index) => ({ row, index })).sort((x, y) => worstFirst.indexOf(x.row.outcome) - worstFirst.indexOf(y.row.outcome) || x.index - y.index);
  return { ...rehearse(pair, []), rows: ranked.map(({ row }) => row) };
}

/** Everything that can fail by itself. */
export function singleFailures(pair: Pair): FailureEvent[] {
  const names = deviceNames(pair);
  const down = (kind: EventKind, side?: Side, part?: string): FailureEvent => ({ kind, change: 'down', ...(side ? { device: names[side] } : {}), ...(part === undefined ? {} : { part }), at: 0 });
  const each = (kind: EventKind, keys: (side: Side) => readonly string[]) => sides.flatMap((side) => keys(side).map((key) => down(kind, side, interfaceName(pair[side], key))));
  const ports = each('rbs', (side) => channelPorts(pair, side));
  const lans = [...new Set(pair.groups.map((group) => mainInterfaceKey(group.a.interfaceKey)))];
  return [
    ...sides.map((side) => down('device', side)),
    ...each('access', (side) => accessKeys(pair, side)),
    ...each('uplink', (side) => uplinkKeys(pair, side)),
    ...(ports.length > 0 ? ports : pair.channels.length > 0 || pair.locations.length > 0 ? [down('rbs')] : []),
    ...sides.flatMap((side) => pair.locations.map((location) => down('board', side, String(location[side].id)))),
    ...(lans.length === 1 ? [down('lan')] : lans.map((key) => down('lan', 'a', interfaceName(pair.a, key)))),
  ];
}
