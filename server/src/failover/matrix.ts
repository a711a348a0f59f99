// The failure matrix: every single failure of the pair, and the recovery after it when all has settled; the worst line first.
import { mainInterfaceKey } from '../model/names';
import type { Pair, Side } from '../model/pair';
import type { Outcome, Rehearsal, Row } from './answer';
import type { EventKind, FailureEvent } from './events';
import { deviceNames, sides } from './names';
import { answered } from './rehearse';
import { history } from './simulation';
import { rowsOf } from './rows';
import { stageOf, type Stage } from './stage';
import { interfaceName } from './topology';

const worstFirst: readonly Outcome[] = ['loses-users', 'no-switchover', 'survives-stale', 'survives'];
// An hour is beyond every default; a longer delay moves the recovery behind it.
const hour = 3600;

export function matrix(pair: Pair): Rehearsal {
  const stage = stageOf(pair);
  const at = Math.max(hour, settledAfter(stage));
  const rows = singleFailures(stage).flatMap((failure): Row[] => {
    const recovery: FailureEvent = { ...failure, change: 'up', at };
    return rowsOf(history(stage, [failure, recovery]));
  });
  const ranked = rows.map((row, index) => ({ row, index })).sort((x, y) => worstFirst.indexOf(x.row.outcome) - worstFirst.indexOf(y.row.outcome) || x.index - y.index);
  return { ...answered(history(stage, [])), rows: ranked.map(({ row }) => row) };
}

/** Seconds after which no timer of a single failure runs any more. */
function settledAfter({ actors, settings }: Stage): number {
  const longest = settings.flatMap((one, index) => sides.flatMap((side) => {
    const self = one[side];
    const heard = Math.max(...sides.map((each) => one[each]?.interval ?? 0));
    return self && actors[index]!.groups[side] ? [self.delay + self.recoverDelay + 2 * (self.multiplier + 2) * heard] : [];
  }));
  return Math.ceil(longest.reduce((most, seconds) => Math.max(most, seconds), 0));
}

/** Everything that can fail by itself. */
export function singleFailures({ pair, access, channels, uplinks }: Stage): FailureEvent[] {
  const names = deviceNames(pair);
  const down = (kind: EventKind, side?: Side, part?: string): FailureEvent => ({ kind, change: 'down', ...(side ? { device: names[side] } : {}), ...(part === undefined ? {} : { part }), at: 0 });
  const each = (kind: EventKind, keys: (side: Side) => readonly string[]) => sides.flatMap((side) => keys(side).map((key) => down(kind, side, interfaceName(pair[side], key))));
  const ports = each('rbs', (side) => channels[side].filter((key) => !access[side].includes(key)));
  const lans = [...new Set(pair.groups.map((group) => mainInterfaceKey(group.a.interfaceKey)))];
  return [
    ...sides.map((side) => down('device', side)),
    ...each('access', (side) => access[side]),
    ...each('uplink', (side) => uplinks[side]),
    ...(ports.length > 0 ? ports : pair.channels.length > 0 || pair.locations.length > 0 ? [down('rbs')] : []),
    ...sides.flatMap((side) => pair.locations.map((location) => down('board', side, String(location[side].id)))),
    ...(lans.length === 1 ? [down('lan')] : lans.map((key) => down('lan', 'a', interfaceName(pair.a, key)))),
  ];
}
