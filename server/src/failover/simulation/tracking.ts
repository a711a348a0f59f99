// What the priority of a group is worth while tracked objects are down, and which lines made it so.
import type { BfdSession, Device, Group, Track, Tracked } from '../../model/device';
import { mainInterfaceKey } from '../../model/names';
import { priority } from '../../model/pairing/pair';
import { isOwner } from './member';

export interface Surroundings {
  readonly interfaceUp: (key: string) => boolean;
  readonly boardUp: (location: number) => boolean;
  /** The other device, or its interface with this address, does not answer. */
  readonly peerGone: (address: string) => boolean;
}

export interface Effective {
  readonly priority: number;
  readonly lifted: boolean;
  /** Tracks whose object is down. */
  readonly down: readonly Track[];
  /** A session that watches the own link has gone: the group leaves the protocol. */
  readonly linkLost: boolean;
}

export function effective(device: Device, group: Group, around: Surroundings): Effective {
  const down = group.tracks.filter((track) => isDown(device, track.object, around));
  const linkLost = down.some(({ object }) => object.kind === 'bfd-session' && object.role === 'link');
  if (isOwner(device, group)) return { priority: 255, lifted: false, down: [], linkLost };
  const changed = down.reduce(
    (sum, track) => sum + (track.increased?.value ?? 0) - (track.reduced?.value ?? 0),
    priority(group),
  );
  return {
    priority: Math.min(254, Math.max(1, changed)),
    lifted: down.some((track) => track.increased !== undefined),
    down,
    linkLost,
  };
}

function isDown(device: Device, object: Tracked, around: Surroundings): boolean {
  if (object.kind === 'interface') return !around.interfaceUp(object.key);
  if (object.kind === 'service-location') return !around.boardUp(object.id.value);
  if (object.kind !== 'bfd-session') return false;
  const session = sessionOf(device, object);
  if (!session) return false;
  return (
    (session.interfaceKey !== undefined && !around.interfaceUp(session.interfaceKey)) ||
    (session.peer !== undefined && around.peerGone(session.peer.value.key))
  );
}

export function sessionOf(device: Device, object: Extract<Tracked, { kind: 'bfd-session' }>): BfdSession | undefined {
  return device.bfdSessions.find((one) =>
    object.id ? one.local?.value === object.id.value : one.name.toLowerCase() === object.name?.value.toLowerCase(),
  );
}

/** Tracks that would notice that this interface is down. */
export function tracksOf(device: Device, group: Group, mainKey: string): Track[] {
  return group.tracks.filter(({ object }) => {
    const key =
      object.kind === 'interface'
        ? object.key
        : object.kind === 'bfd-session'
          ? sessionOf(device, object)?.interfaceKey
          : undefined;
    return key !== undefined && mainInterfaceKey(key) === mainKey;
  });
}
