// What a group tracks, and what of it is down.
import type { BfdSession, Device, Group, Track, Tracked } from '../device';
import { mainInterfaceKey } from '../names';
import { isShareReached, shareOf } from '../services/uplink-share';

/** What stands around a device: as the files say it, or as the failures of a rehearsal leave it. */
export interface Surroundings {
  readonly interfaceUp: (key: string) => boolean;
  readonly boardUp: (location: number) => boolean;
  /** Nothing of the other device answers at this address. */
  readonly peerGone: (address: string) => boolean;
}

/** What has failed of the objects that a group tracks. */
export interface TrackedFaults {
  /** Tracks whose object is down. */
  readonly down: readonly Track[];
  /** A session that watches the own link has gone: the group leaves the protocol. */
  readonly linkLost: boolean;
}

/** Which tracked objects of the group are down, and whether a session that watches its own link is among them. */
export function trackedFaults(device: Device, group: Group, around: Surroundings): TrackedFaults {
  const down = group.tracks.filter((track) => isDown(device, track.object, around));
  return { down, linkLost: down.some(({ object }) => watchesLink(object)) };
}

function watchesLink(object: Tracked): boolean {
  return object.kind === 'monitor-group' ? object.link : object.kind === 'bfd-session' && object.role === 'link';
}

/** What a tracked monitoring group counts; undefined for other objects, and where the file does not tell. */
export function trackedShare(device: Device, object: Tracked): ReturnType<typeof shareOf> {
  return object.kind === 'monitor-group' ? shareOf(device, object.name.value, object.limit) : undefined;
}

/** What no file tells the state of (an NQA test, a route) is taken to hold. */
function isDown(device: Device, object: Tracked, around: Surroundings): boolean {
  if (object.kind === 'interface') return !around.interfaceUp(object.key);
  if (object.kind === 'service-location') return !around.boardUp(object.id.value);
  if (object.kind === 'monitor-group') {
    const share = trackedShare(device, object);
    return share !== undefined && isShareReached(share, around.interfaceUp);
  }
  if (object.kind !== 'bfd-session') return false;
  const session = sessionOf(device, object);
  if (!session) return false;
  return (
    (session.interfaceKey !== undefined && !around.interfaceUp(session.interfaceKey)) ||
    (session.peer !== undefined && around.peerGone(session.peer.value.key))
  );
}

/** The session that a track means: by its local discriminator, or by its name without case. */
export function sessionOf(device: Device, object: Extract<Tracked, { kind: 'bfd-session' }>): BfdSession | undefined {
  return device.bfdSessions.find((session) =>
    object.id
      ? session.local?.value === object.id.value
      : session.name.toLowerCase() === object.name?.value.toLowerCase(),
  );
}

/** Tracks of a group that would notice that this main interface is down. */
export function tracksOf(device: Device, group: Group, mainKey: string): Track[] {
  return group.tracks.filter(({ object }) => {
    const share = trackedShare(device, object);
    if (share) return share.uplinks.some(({ key }) => mainInterfaceKey(key) === mainKey);
    if (object.kind !== 'interface' && object.kind !== 'bfd-session') return false;
    const key = object.kind === 'interface' ? object.key : sessionOf(device, object)?.interfaceKey;
    return key !== undefined && mainInterfaceKey(key) === mainKey;
  });
}
