// Users of a device that an event may hit and that are not rehearsed: their role comes from a third router, from an E-Trunk that is no
// couple of the pair, or from a firewall's protocol. They have a row that says so, with no outcome.
import type { Rbp, RoleSource } from '../../model/device';
import { interfaceKey, mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { bindings } from '../../model/services/bindings';
import { serviceOf } from '../../model/services/channels';
import { memoizeByObject } from '../../text/memoize';
import { evidence } from '../simulation/evidence';
import { eventName, type FailureEvent } from '../simulation/events';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence, Row } from '../simulation/rehearsal';
import type { Stage } from '../simulation/stage';
import { eventWords, sentence, serviceWords } from './words';

interface UnplayedUsers {
  readonly side: Side;
  readonly profile: Rbp;
  readonly why: Evidence;
  /** A part of a sentence. */
  readonly reason: string;
}

/** In the order of the events, then of the files. */
export function unplayedRows(stage: Stage, events: readonly FailureEvent[]): Row[] {
  const users = usersOfBoth(stage);
  return events.flatMap((event) =>
    users.filter((user) => concerns(stage, event, user)).map((user) => toRow(stage, event, user)),
  );
}

/** Those of the rows whose users no other of these pairs rehearses. */
export function withoutPlayedIn(rows: readonly Row[], others: readonly Pair[]): Row[] {
  const played = new Set<Place>(others.flatMap((pair) => sides.flatMap((side) => placesOf(pair, side))));
  return rows.filter(({ group, because }) => group !== null || !because.some(({ at }) => played.has(at)));
}

/** The lines from which a pair has its channels and roles. */
function placesOf({ channels, profiles }: Pair, side: Side): Place[] {
  return [
    ...channels.map((channel) => channel[side].channel.peer.at),
    ...profiles.flatMap((matched) => matched[side].roles.map(({ line }) => line)),
  ];
}

const usersOfBoth = memoizeByObject((stage: Stage): readonly UnplayedUsers[] =>
  sides.flatMap((side) => unplayedUsers(stage, side)),
);

/** The profiles of a device whose users are in no other row. */
export function unplayedUsers(stage: Stage, side: Side): UnplayedUsers[] {
  return [...stage.pair[side].profiles.values()].flatMap((profile) => {
    const found = profile.services.length === 0 ? undefined : reasonOf(stage, side, profile);
    return found ? [{ side, profile, ...found }] : [];
  });
}

function reasonOf(stage: Stage, side: Side, profile: Rbp): Pick<UnplayedUsers, 'why' | 'reason'> | undefined {
  const name = deviceNames(stage.pair)[side];
  const third = thirdRouterOf(stage, side, profile);
  if (third) {
    const reason = `it backs them up to ${third.peer.value.key}, a third router`;
    return { reason, why: evidence(third.peer.at, `${name}: ${reason}`, 'no source') };
  }
  const role = profile.roles.find(
    (role): role is ETrunkRole => role.kind === 'e-trunk' && !isPlayed(stage, side, role),
  );
  if (!role) return undefined;
  const reason = `their role comes from E-Trunk ${role.eTrunk.value}, which is none of this pair`;
  return {
    reason,
    why: evidence(role.line, `${name}: profile ${profile.name} follows E-Trunk ${role.eTrunk.value}`, 'no source'),
  };
}

/** Where the service of the profile leads to a device that is not the peer. */
function thirdRouterOf({ pair }: Stage, side: Side, profile: Rbp) {
  const service = pair.channels.length === 0 ? undefined : serviceOf(profile, pair[side]);
  if (!service || pair.channels.some((channel) => channel[side].rbs === service)) return undefined;
  return service.channels[0];
}

type ETrunkRole = Extract<RoleSource, { kind: 'e-trunk' }>;

/** The Eth-Trunk of this role is one of the pair's. */
function isPlayed({ actors }: Stage, side: Side, { eTrunk, ethTrunk }: ETrunkRole): boolean {
  return actors.some(
    ({ eTrunk: part, ends }) => part?.id === eTrunk.value && ends[side]?.interfaceKey === `eth-trunk${ethTrunk.value}`,
  );
}

/** The device, or an interface of theirs. */
function concerns({ pair }: Stage, { kind, device, part }: FailureEvent, { side, profile }: UnplayedUsers): boolean {
  if (device !== deviceNames(pair)[side]) return false;
  if (kind === 'device') return true;
  if (part === undefined || kind === 'board') return false;
  const ports = [
    ...bindings(profile, pair[side]).interfaces.map(({ key }) => key),
    ...profile.roles.map((role) => (role.kind === 'group' ? role.interfaceKey : `eth-trunk${role.ethTrunk.value}`)),
  ];
  return ports.some((key) => mainInterfaceKey(key) === mainInterfaceKey(interfaceKey(part)));
}

function toRow({ pair }: Stage, event: FailureEvent, { side, profile, reason, why }: UnplayedUsers): Row {
  const services = profile.services.map(({ value }) => value);
  const { interfaces } = bindings(profile, pair[side]);
  const where = interfaces.length > 0 ? ` of ${interfaces.map(({ name }) => name).join(', ')}` : '';
  const name = deviceNames(pair)[side];
  return {
    event: eventName(event),
    device: event.device ?? null,
    ...(event.part === undefined ? {} : { part: event.part }),
    at: event.at,
    group: null,
    vrid: null,
    family: null,
    services,
    bound: interfaces.map((on) => `${name} ${on.name}`),
    masters: [],
    takeover: null,
    range: null,
    entries: null,
    outcome: 'unknown',
    hitSeconds: null,
    maxHitSeconds: 0,
    outages: [],
    text: `${sentence(eventWords(event))}: the ${serviceWords(services)} users${where} are not rehearsed: ${reason}`,
    because: [why],
  };
}
