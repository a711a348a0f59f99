// Maintenance of one device: its roles are drained by a low priority, it is restarted once they have moved and the copy of the other
// one is level, and it comes back with the configuration that was saved, waits its delay and takes its roles again.
import type { Pair, Side } from '../../model/pairing/pair';
import type { FailureEvent } from '../simulation/events';
import { deviceNames } from '../simulation/names';
import { simulate } from '../simulation/simulation';
import { stageOf } from '../simulation/stage';
import { withoutEquivalents } from './equivalent-routers';

/** Seconds: how long a restart takes is in no file. */
export const defaultRestart = 600;

/** Seconds that are left at least between two steps. */
const leastWait = 60;

/** `restart` is how long the device is away, in seconds. */
export function maintenanceOf(pair: Pair, side: Side, restart = defaultRestart): FailureEvent[] {
  const device = deviceNames(pair)[side];
  const drain: FailureEvent = { kind: 'priority', change: 'down', device, at: 0 };
  const moved = secondsUntilMoved(pair, drain);
  return [
    drain,
    { kind: 'device', change: 'stop', device, at: moved },
    { kind: 'device', change: 'up', device, at: moved + restart },
  ];
}

/** When every role has moved and every copy is level, in whole minutes. */
function secondsUntilMoved(pair: Pair, event: FailureEvent): number {
  const { actors } = simulate(withoutEquivalents(stageOf(pair)), [event]);
  const changes = actors.flatMap(({ roles, copies }) => [
    ...roles.map(({ span }) => span[1]),
    ...copies.map(({ at }) => at),
  ]);
  return Math.max(leastWait, Math.ceil(Math.max(0, ...changes) / 60) * 60);
}
