// The rehearsal: what these events do to this pair. Pure; the same files and events give the same answer to the byte.
import { eTrunkPriority } from '../../model/e-trunk/roles';
import type { Pair, Side } from '../../model/pairing/pair';
import type { FailureEvent } from '../simulation/events';
import type { ActorHistory } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { GroupFacts, Rehearsal } from '../simulation/rehearsal';
import { stageOf } from '../simulation/stage';
import { rounded } from '../simulation/timers';
import type { JudgementOptions } from './judgements';
import { momentsOf } from './moments';
import { rowsOf } from './rows';
import { otherCourses } from './other-courses';
import { playCourses, type PlayedCourses } from './played-courses';
import { faultsAtRest } from './faults-at-rest';
import { unknownOf } from './unknown';
import { unplayedCourses } from './unplayed-courses';
import { unplayedRows } from './unplayed-users';
import { unprotected } from './unprotected';

/** Events on devices that are none of the pair's are passed over. */
export function rehearse(pair: Pair, events: readonly FailureEvent[], options?: JudgementOptions): Rehearsal {
  return toRehearsal(playCourses(stageOf(pair), events), options);
}

/** Courses that were played, in the form that reports and drawings take. */
export function toRehearsal(courses: PlayedCourses, options?: JudgementOptions): Rehearsal {
  const played = courses.shown;
  const { pair } = played.stage;
  const names = deviceNames(pair);
  return {
    devices: [names.a, names.b],
    groups: played.actors.map((actor) => factsOf(actor, names)),
    moments: momentsOf(played),
    events: played.events,
    rows: [...rowsOf(courses, options), ...unplayedRows(played.stage, played.events)],
    ...otherCourses(courses),
    unknown: [...unknownOf(played), ...unplayedCourses(courses)],
    unprotected: unprotected(pair),
    standing: faultsAtRest(played),
  };
}

function factsOf({ actor, initial, masterDown }: ActorHistory, names: Readonly<Record<Side, string>>): GroupFacts {
  const { groups, ends, eTrunk } = actor;
  const present = sides.filter((side) => ends[side]);
  const byName = <Value>(valueOf: (side: Side) => Value) =>
    Object.fromEntries(present.map((side) => [names[side], valueOf(side)]));
  const virtualIps = present.flatMap((side) => groups[side]?.virtualIps ?? []);
  return {
    vrid: actor.vrid,
    family: actor.family,
    ...(eTrunk ? { eTrunk: { id: eTrunk.id, trunks: eTrunk.trunks } } : {}),
    interface: byName((side) => ends[side]!.interfaceName),
    roles: byName((side) => initial.roles[side]),
    priorities: byName((side) => initial.effective[side]?.priority ?? eTrunkPriority(eTrunk!.member.eTrunk[side])),
    masterDownSeconds: byName((side) => rounded(masterDown[side]!)),
    virtualAddresses: [...new Set(virtualIps.map((ip) => ip.address.key.toUpperCase()))],
    services: [...new Set(actor.carriers.flatMap((carrier) => carrier.services))].sort(),
    hotBackup: actor.hotBackup,
    ...(actor.admin === undefined ? {} : { follows: actor.admin }),
    places: byName((side) => ends[side]!.at),
  };
}
