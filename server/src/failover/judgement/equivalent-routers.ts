// Virtual routers that differ in names and numbers only: whatever fails, their users get the same. Where nothing else is asked, one
// of them is played for all. What the simulation and its judgement read of a router must be in its print.
import type { Device, Track } from '../../model/device';
import { mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import type { Actor } from '../simulation/actors';
import { isOneRouter } from '../../model/vrrp/member';
import { priorityOf } from '../../model/vrrp/priority';
import { understandEachOther } from '../../model/vrrp/timers';
import { sessionOf } from '../../model/vrrp/tracking';
import { sides } from '../simulation/names';
import { carrierLosses } from './rows';
import type { Stage } from '../simulation/stage';
import { byAddress, type Settings } from '../simulation/vrrp';

/** The stage with one of each kind. Management groups and their followers all stay: they play together. */
export function oneOfEachKind(stage: Stage): Stage {
  const followed = new Set(stage.actors.map((actor) => actor.admin));
  const prints = new Set<string>();
  const chosen = [...stage.actors.keys()].filter((index) => {
    const actor = stage.actors[index]!;
    if (actor.admin !== undefined || followed.has(index)) return true;
    const print = JSON.stringify(printOf(stage.pair, actor, stage.settings[index]!));
    return !prints.has(print) && prints.add(print);
  });
  return {
    ...stage,
    settings: chosen.map((index) => stage.settings[index]!),
    actors: chosen
      .map((index) => stage.actors[index]!)
      .map((actor) => (actor.admin === undefined ? actor : { ...actor, admin: chosen.indexOf(actor.admin) })),
  };
}

function printOf(pair: Pair, actor: Actor, settings: Readonly<Record<Side, Settings | undefined>>): unknown {
  const {
    groups: { a, b },
    carriers,
  } = actor;
  const members = sides.map((side) => {
    const group = actor.groups[side];
    // Of the address it counts only which of the two is the higher one.
    return (
      group && [
        { ...settings[side]!, address: undefined },
        priorityOf({ device: pair[side], group }),
        standsOn(pair[side], group.interfaceKey),
        group.tracks.map((track) => watches(pair[side], track)),
      ]
    );
  });
  const users = (carriers.length > 0 ? carriers : [undefined]).map((carrier) => [
    carrier && [
      carrier.kind,
      carrier.faults.length > 0,
      carrier.location,
      sides.map((side) => carrier.ends[side].map((key) => standsOn(pair[side], key))),
      carrier.figure.seconds,
    ],
    sides.map((side) => carrierLosses(pair, actor, carrier, side).length > 0),
  ]);
  return [
    members,
    a &&
      b && [
        isOneRouter(a, b) && understandEachOther({ device: pair.a, group: a }, { device: pair.b, group: b }),
        Math.sign(byAddress(settings.a!, settings.b!)),
      ],
    users,
  ];
}

/** Single failures name main interfaces; of a sub-interface it counts beside that whether it is shut down itself. */
function standsOn(device: Device, key: string): unknown {
  return [mainInterfaceKey(key), device.interfaces.get(key)?.shutdown !== undefined];
}

function watches(device: Device, { object, reduced, increased }: Track): unknown {
  const session = object.kind === 'bfd-session' ? sessionOf(device, object) : undefined;
  return [
    object.kind,
    reduced?.value,
    increased?.value,
    object.kind === 'interface'
      ? standsOn(device, object.key)
      : object.kind === 'service-location'
        ? object.id.value
        : object.kind === 'bfd-session' && session
          ? [
              object.role,
              session.interfaceKey === undefined ? null : standsOn(device, session.interfaceKey),
              session.peer?.value.key,
            ]
          : null,
  ];
}
