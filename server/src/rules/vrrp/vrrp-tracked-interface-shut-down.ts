// A tracked interface that is shut down counts as failed from the start: the priorities that the files write are not
// those the routers run with, and the device has an uplink less. Only a written `shutdown` counts
// (docs/decisions/interface-down.md).
import type { BfdSession, Device, Track } from '../../model/device';
import { shutdownOf } from '../../model/interface-state';
import { isHotBackup, other, type Pair } from '../../model/pairing/pair';
import { sessionOf } from '../../model/vrrp/tracking';
import { reducedPriority } from '../../model/vrrp/priority';
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { electsItself, groupName, membersOf, type Member } from '../../model/vrrp/member';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { examplePair } from '../testing/example-pair';
import { roles } from '../shared/roles';

interface Down {
  readonly track: Track;
  readonly at: Place;
  /** The interface. */
  readonly name: string;
  readonly shutdown: Place;
  /** The BFD session that is tracked and that is watched through the interface. */
  readonly session?: string;
}

export default pairRule<Down>({
  id: 'vrrp-tracked-interface-shut-down',
  requirement: 'HB-X-V-TRACK-SHUTDOWN',
  title: 'A tracked interface is shut down',
  severity: 'warning',
  why: 'The track counts as failed from the start: the roles may be turned round, and a device without its uplink can serve nobody as master.',
  guide: ['CLI reference, track interface'],
  // A session may stand anywhere, an interface that is tracked is near its group.
  parts: [{ independentPer: 'group', check: downInterfaceFindings }, { check: downSessionFindings }],
  *check(pair) {
    yield* downInterfaceFindings(pair);
    yield* downSessionFindings(pair);
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'The uplink of the master',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60
                                     ^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP group 1 runs at 90`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         shutdown`,
        },
        {},
      ),
    },
    {
      title: 'The uplink of the backup',
      config: examplePair(
        {},
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60
                                     ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/8, which VRRP group 1 tracks, is shut down: when DeviceA fails, DeviceB has no uplink; undo shutdown`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         shutdown`,
        },
      ),
    },
    {
      title: 'A BFD session over an interface that is shut down',
      config: examplePair(
        {},
        {
          vrrp: `
         vrrp vrid 1 track bfd-session 21 reduced 60
                                       ^^ DeviceB: BFD session up, which VRRP group 1 tracks, is down with GigabitEthernet0/1/8: the group runs at 40; undo shutdown`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         shutdown
        #
        bfd up bind peer-ip 10.9.9.1 interface GigabitEthernet0/1/8
         discriminator local 21
         discriminator remote 22`,
        },
      ),
    },
    {
      title: 'A BFD session of its own link over such an interface, of a group that keeps its role',
      config: examplePair(
        {},
        {
          vrrp: `
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 track bfd-session session-name up link
                                                    ^^ DeviceB: VRRP group 1 is out of VRRP, as BFD session up is down with GigabitEthernet0/1/8: nobody takes over when DeviceA fails; undo shutdown`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         shutdown
        #
        bfd up bind peer-ip 10.9.9.1 interface GigabitEthernet0/1/8
         discriminator local 21
         discriminator remote 22`,
        },
      ),
    },
    {
      title: 'In use, or shut down where nothing tracks it',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
          rest: `
        #
        interface GigabitEthernet0/1/7
         shutdown
        #
        interface GigabitEthernet0/1/8
         undo shutdown`,
        },
        {},
      ),
    },
  ],
});

function* downInterfaceFindings(pair: Pair): Iterable<RawFinding<Down>> {
  for (const { master, backup } of roles(pair)) {
    const [ofMaster, ofBackup] = [downTracks(master), downTracks(backup)];
    const [high, low] = [running(master, ofMaster), running(backup, ofBackup)];
    const turning = [
      ...ofMaster.filter(({ track }) => track.reduced),
      ...ofBackup.filter(({ track }) => track.increased),
    ][0];
    const turns = turning !== undefined && high <= low && !backup.group.preemptDisabled;
    if (turns)
      yield toFinding(
        turning,
        `${master.device.name}: ${groupName(master.group)} runs at ${high}, as ${turning.name} is shut down: ${high === low ? `level with ${backup.device.name}` : `${backup.device.name} (${low}) is master`}; undo shutdown`,
      );
    for (const [member, tracks] of [
      [master, ofMaster],
      [backup, ofBackup],
    ] as const) {
      const down = tracks.find(({ track }) => track.reduced);
      if (!down || (turns && down === turning)) continue;
      yield toFinding(
        down,
        `${member.device.name}: ${down.name}, which ${groupName(member.group)} tracks, is shut down: ${member === master ? `the group runs at ${high}` : `when ${master.device.name} fails, ${member.device.name} has no uplink`}; undo shutdown`,
      );
    }
  }
}

function toFinding(down: Down, message: string): RawFinding<Down> {
  return {
    at: down.at,
    message,
    also: [{ at: down.shutdown, message: `${down.name} is shut down here` }],
    facts: down,
  };
}

function* downSessionFindings(pair: Pair): Iterable<RawFinding<Down>> {
  if (downSessions(pair.a).length + downSessions(pair.b).length === 0) return;
  for (const group of pair.groups) {
    if (!isHotBackup(group)) continue;
    const members = membersOf(pair, group);
    const down = { a: downSessionTracks(members.a), b: downSessionTracks(members.b) };
    for (const side of ['a', 'b'] as const) {
      const [{ device, group: own }, peer] = [members[side], pair[other(side)]];
      const stopping = down[side].find(isOfLink);
      if (stopping) {
        const isOnBoth = down[other(side)].some(isOfLink);
        const outcome = isOnBoth ? 'nobody is master' : `nobody takes over when ${peer.name} fails`;
        const message = `${device.name}: ${groupName(own)} is out of VRRP, as BFD session ${stopping.session} is down with ${stopping.name}: ${outcome}; undo shutdown`;
        yield { ...toFinding(stopping, message), severity: isOnBoth ? 'error' : 'warning' };
        continue;
      }
      const reducing = down[side].find(({ track }) => track.reduced);
      if (reducing)
        yield toFinding(
          reducing,
          `${device.name}: BFD session ${reducing.session}, which ${groupName(own)} tracks, is down with ${reducing.name}: the group runs at ${running(members[side], [reducing])}; undo shutdown`,
        );
    }
  }
}

/** Sessions over an interface that is shut down. */
function downSessions(device: Device): readonly BfdSession[] {
  return device.bfdSessions.filter(
    ({ interfaceKey }) => interfaceKey !== undefined && shutdownOf(device, interfaceKey) !== undefined,
  );
}

/** A shut interface of the group itself is told by another rule, unless the group keeps its role there. */
function downSessionTracks(member: Member): Down[] {
  const { device, group } = member;
  const isKept = group.admin?.ignoreIfDown ?? false;
  if (!electsItself(member) || (!isKept && shutdownOf(device, group.interfaceKey))) return [];
  const sessions = downSessions(device);
  return group.tracks.flatMap((track): Down[] => {
    const { object } = track;
    const session = object.kind === 'bfd-session' ? sessionOf(device, object) : undefined;
    if (object.kind !== 'bfd-session' || !session || !sessions.includes(session)) return [];
    const down = shutdownOf(device, session.interfaceKey!)!;
    return [
      { track, at: (object.id ?? object.name!).at, name: down.on.name, shutdown: down.at, session: session.name },
    ];
  });
}

function isOfLink({ track: { object } }: Down): boolean {
  return object.kind === 'bfd-session' && object.role === 'link';
}

function downTracks({ device, group }: Member): Down[] {
  return group.tracks.flatMap((track): Down[] => {
    const { object } = track;
    const down = object.kind === 'interface' ? shutdownOf(device, object.key) : undefined;
    return object.kind === 'interface' && down
      ? [{ track, at: object.name.at, name: down.on.name, shutdown: down.at }]
      : [];
  });
}

/** The priority with these tracks failed. */
function running(member: Member, down: readonly Down[]): number {
  return reducedPriority(
    member,
    down.map(({ track }) => track),
  );
}
