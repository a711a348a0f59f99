// The rehearsal: what these events do to this pair. Pure; the same files and events give the same answer to the byte. A device that
// backs several others is rehearsed pair by pair: nothing but the device itself, its links and boards are common to them.
import type { Pair, Side } from '../../model/pairing/pair';
import type { GroupFacts, Rehearsal } from '../simulation/rehearsal';
import type { FailureEvent } from '../simulation/events';
import { momentsOf } from './moments';
import { deviceNames, sides } from '../simulation/names';
import { rowsOf } from './rows';
import type { ActorHistory, History } from '../simulation/history';
import { history } from '../simulation/simulation';
import { stageOf } from '../simulation/stage';
import { rounded } from '../simulation/timers';
import { unprotected } from './unprotected';
import { standingOf, unknownOf } from './unknown';

/** Events on devices that are none of the pair's are passed over. */
export function rehearse(pair: Pair, events: readonly FailureEvent[]): Rehearsal {
  return answered(history(stageOf(pair), events));
}

export function answered(played: History): Rehearsal {
  const { pair } = played.stage;
  const names = deviceNames(pair);
  return {
    devices: [names.a, names.b],
    groups: played.actors.map((one) => factsOf(one, names)),
    moments: momentsOf(played),
    events: played.events,
    rows: rowsOf(played),
    unknown: unknownOf(played),
    unprotected: unprotected(pair),
    standing: standingOf(played),
  };
}

function factsOf({ actor, initial, masterDown }: ActorHistory, names: Readonly<Record<Side, string>>): GroupFacts {
  const { groups } = actor;
  const own = sides.filter((side) => groups[side]);
  const by = <T>(value: (side: Side) => T) => Object.fromEntries(own.map((side) => [names[side], value(side)]));
  return {
    vrid: actor.vrid,
    family: actor.family,
    interface: by((side) => groups[side]!.interfaceName),
    roles: by((side) => initial.roles[side]),
    priorities: by((side) => initial.effective[side]!.priority),
    masterDownSeconds: by((side) => rounded(masterDown[side]!)),
    virtualAddresses: [
      ...new Set(own.flatMap((side) => groups[side]!.virtualIps.map((ip) => ip.address.key.toUpperCase()))),
    ],
    services: [...new Set(actor.carriers.flatMap((carrier) => carrier.services))].sort(),
    hotBackup: actor.hotBackup,
    ...(actor.admin === undefined ? {} : { follows: actor.admin }),
    places: by((side) => groups[side]!.at),
  };
}
