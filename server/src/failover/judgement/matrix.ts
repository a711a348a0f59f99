// The failure matrix: every single failure of the pair, and the recovery after it when all has settled; the worst line first.
import { mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import { oneOfEachKind } from './equivalent-routers';
import type { Outcome, Rehearsal } from '../simulation/rehearsal';
import type { EventKind, FailureEvent } from '../simulation/events';
import { deviceNames, sides } from '../simulation/names';
import { answered } from './rehearse';
import { history } from '../simulation/simulation';
import { judgementsOf, rowsOf } from './rows';
import { stageOf, type Stage } from '../simulation/stage';
import { interfaceName } from '../simulation/topology';

const worstFirst: readonly Outcome[] = ['loses-users', 'no-switchover', 'survives-stale', 'survives'];
// An hour is beyond every default; a longer delay moves the recovery behind it.
const hour = 3600;

export function matrix(pair: Pair): Rehearsal {
  const stage = stageOf(pair);
  return {
    ...answered(history(stage, [])),
    rows: ranked(failuresAndReturns(stage).flatMap((events) => rowsOf(history(stage, events)))),
  };
}

/** The worst that any user gets of each event of the matrix; events that concern nobody are left out. */
export function worstOf(pair: Pair): { readonly event: FailureEvent; readonly outcome: Outcome }[] {
  const stage = stageOf(pair);
  const few = oneOfEachKind(stage);
  return ranked(
    failuresAndReturns(stage).flatMap((events) => {
      const judged = judgementsOf(history(few, events));
      return events.flatMap((event) => {
        const own = judged.filter(({ subject }) => subject.event === event);
        const outcome = worstFirst.find((worst) => own.some(({ verdict }) => verdict.outcome === worst));
        return outcome === undefined ? [] : [{ event, outcome }];
      });
    }),
  );
}

function ranked<One extends { readonly outcome: Outcome }>(list: readonly One[]): One[] {
  return [...list].sort((x, y) => worstFirst.indexOf(x.outcome) - worstFirst.indexOf(y.outcome));
}

function failuresAndReturns(stage: Stage): FailureEvent[][] {
  const at = Math.max(hour, settledAfter(stage));
  return singleFailures(stage).map((failure) => [failure, { ...failure, change: 'up', at }]);
}

/** Seconds after which no timer of a single failure runs any more. */
function settledAfter({ actors, settings }: Stage): number {
  const longest = settings.flatMap((one, index) =>
    sides.flatMap((side) => {
      const self = one[side];
      const heard = Math.max(...sides.map((each) => one[each]?.interval ?? 0));
      return self && actors[index]!.groups[side]
        ? [self.delay + self.recoverDelay + 2 * (self.multiplier + 2) * heard]
        : [];
    }),
  );
  return Math.ceil(longest.reduce((most, seconds) => Math.max(most, seconds), 0));
}

/** Everything that can fail by itself. */
export function singleFailures({ pair, access, channels, uplinks }: Stage): FailureEvent[] {
  const names = deviceNames(pair);
  const down = (kind: EventKind, side?: Side, part?: string): FailureEvent => ({
    kind,
    change: 'down',
    ...(side ? { device: names[side] } : {}),
    ...(part === undefined ? {} : { part }),
    at: 0,
  });
  const each = (kind: EventKind, keys: (side: Side) => readonly string[]) =>
    sides.flatMap((side) => keys(side).map((key) => down(kind, side, interfaceName(pair[side], key))));
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
