// The preemption delay of the intended master against what its services and boards need: the rules, one a figure, ask here, so
// that of several services the strictest one speaks, once (docs/decisions/preempt-delay-by-service.md).
import { refillFigures, shortestDelay, type RefillFigure } from '../services/refill';
import type { Place } from '../place';
import { groupName, type Member } from './member';
import type { MeantRoles } from './roles';
import { preemptDelay, preemptDelayPlace } from './timers';

/** A preempt delay that is shorter than the service needs, with the figure that says so. */
export interface ShortDelay {
  readonly master: Member;
  /** Seconds that the master waits; 0 where it preempts at once. */
  readonly delay: number;
  /** The strictest figure that the delay does not reach. */
  readonly figure: RefillFigure;
  /** Seconds that are enough for every service of the group. */
  readonly enough: number;
  readonly at: Place;
  /** `DeviceA: master of VRRP group 1 preempts after 5 s`. */
  readonly says: string;
}

/** Undefined where the delay is long enough, and where preemption is off. */
export function delayTooShort({ group, master }: MeantRoles): ShortDelay | undefined {
  const delay = preemptDelay(master);
  if (delay === undefined) return undefined;
  const missed = refillFigures(group, master.device).filter((figure) => delay < leastOf(figure));
  const figure = [...missed].sort(strictestFirst)[0];
  if (!figure) return undefined;
  const when = delay === 0 ? 'at once' : `after ${delay} s`;
  return {
    master,
    delay,
    figure,
    enough: Math.max(...missed.map(({ fix }) => fix)),
    at: preemptDelayPlace(master),
    says: `${master.device.name}: master of ${groupName(master.group)} preempts ${when}, before the entries are back`,
  };
}

function leastOf(figure: RefillFigure): number {
  return figure.known ? figure.seconds : shortestDelay;
}

/** A warning speaks before information, the longer figure before the shorter. */
function strictestFirst(left: RefillFigure, right: RefillFigure): number {
  const weight = ({ severity }: RefillFigure) => (severity === 'warning' ? 1 : 0);
  return weight(right) - weight(left) || right.fix - left.fix;
}
