// Virtual routers that differ in names and numbers only: whatever fails, their users get the same. Where nothing else is asked, one
// of them is played for all. What the simulation and its judgement read of a router must be in its fingerprint.
import type { Device, Group, Track } from '../../model/device';
import { mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import { isOneRouter } from '../../model/vrrp/member';
import { priorityOf } from '../../model/vrrp/priority';
import { hearEachOther } from '../../model/vrrp/hearing';
import { sessionOf, trackedShare } from '../../model/vrrp/tracking';
import { memoizeByObject } from '../../text/memoize';
import type { Actor } from '../simulation/actors';
import type { Carrier } from '../simulation/carrier';
import { sides } from '../simulation/names';
import type { Stage } from '../simulation/stage';
import { byAddress, type Settings } from '../simulation/virtual-router';
import { carrierLosses } from './losses';

/**
 * For each actor the index of the one that is played for it, the first of its kind. Management groups and their followers each stand
 * for themselves: they play together; so does what E-Trunks lead.
 */
export const playedFor = memoizeByObject((stage: Stage): readonly number[] => {
  const followed = new Set(stage.actors.map((actor) => actor.admin));
  const seen = new Map<string, number>();
  return stage.actors.map((actor, index) => {
    if (actor.admin !== undefined || actor.eTrunk || followed.has(index)) return index;
    const fingerprint = JSON.stringify(fingerprintOf(stage.pair, actor, stage.settings[index]!));
    const first = seen.get(fingerprint) ?? index;
    seen.set(fingerprint, first);
    return first;
  });
});

/** The stage with one of each kind. */
export const withoutEquivalents = memoizeByObject((stage: Stage): Stage => {
  const chosen = [...stage.actors.keys()].filter((index) => playedFor(stage)[index] === index);
  return {
    ...stage,
    settings: chosen.map((index) => stage.settings[index]!),
    actors: chosen.map((index) => {
      const actor = stage.actors[index]!;
      return actor.admin === undefined ? actor : { ...actor, admin: chosen.indexOf(actor.admin) };
    }),
  };
});

type BothSettings = Readonly<Record<Side, Settings | undefined>>;

function fingerprintOf(pair: Pair, actor: Actor, settings: BothSettings): unknown {
  const { a, b } = actor.groups;
  const carriers = actor.carriers.length > 0 ? actor.carriers : [undefined];
  return [
    sides.map((side) => memberPrint(pair, side, actor, settings)),
    actor.boards,
    a && b && [areConnected(pair, a, b), Math.sign(byAddress(settings.a!, settings.b!))],
    carriers.map((carrier) => [
      carrier && carrierPrint(pair, carrier),
      sides.map((side) => carrierLosses(pair, actor, carrier, side).length > 0),
    ]),
  ];
}

function areConnected(pair: Pair, a: Group, b: Group): boolean {
  return isOneRouter(a, b) && hearEachOther({ device: pair.a, group: a }, { device: pair.b, group: b });
}

function memberPrint(pair: Pair, side: Side, actor: Actor, settings: BothSettings): unknown {
  const group = actor.groups[side];
  if (!group) return group;
  return [
    // Of the address it counts only which of the two is the higher one.
    { ...settings[side]!, address: undefined },
    priorityOf({ device: pair[side], group }),
    interfacePrint(pair[side], group.interfaceKey),
    group.tracks.map((track) => trackPrint(pair[side], track)),
  ];
}

function carrierPrint(pair: Pair, carrier: Carrier): unknown {
  return [
    carrier.kind,
    carrier.faults.length > 0,
    carrier.location,
    sides.map((side) => carrier.ends[side].map((key) => interfacePrint(pair[side], key))),
    sides.map((side) => carrier.users[side].map((key) => interfacePrint(pair[side], key))),
    sides.map((side) => carrier.routedUsers?.[side].map((key) => interfacePrint(pair[side], key))),
    carrier.figure.seconds,
    loginPrint(carrier),
  ];
}

/** Users of one service and of like pools get the same way back. */
function loginPrint({ login }: Carrier): unknown {
  if (!login) return null;
  const ofSides = sides.map((side) => {
    const { service, exclusive, shared } = login.routes[side];
    return [service?.key, exclusive.length > 0, shared.map(({ family, name }) => [family, name.value])];
  });
  return [ofSides, login.tunnelled, login.withoutTunnels];
}

/** Single failures name main interfaces; of a sub-interface it counts beside that whether it is shut down itself. */
function interfacePrint(device: Device, key: string): unknown {
  return [mainInterfaceKey(key), device.interfaces.get(key)?.shutdown !== undefined];
}

function trackPrint(device: Device, track: Track): unknown {
  return [track.object.kind, track.reduced?.value, track.increased?.value, trackedPrint(device, track)];
}

function trackedPrint(device: Device, { object }: Track): unknown {
  if (object.kind === 'interface') return interfacePrint(device, object.key);
  if (object.kind === 'service-location') return object.id.value;
  const share = trackedShare(device, object);
  if (share) return [share.limit, share.uplinks.map(({ key, weight }) => [interfacePrint(device, key), weight])];
  const session = object.kind === 'bfd-session' ? sessionOf(device, object) : undefined;
  if (object.kind !== 'bfd-session' || !session) return null;
  const { interfaceKey, peer } = session;
  return [object.role, interfaceKey === undefined ? null : interfacePrint(device, interfaceKey), peer?.value.key];
}
