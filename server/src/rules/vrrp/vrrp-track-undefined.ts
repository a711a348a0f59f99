// What a group tracks or follows should be in the file. A file may be an excerpt, so what is missing is judged by what
// it is (docs/decisions/excerpts-and-whole-files.md): hot-backup objects are an error, BFD sessions and monitor groups
// a warning, and an error in a whole file, ports an information, and a warning in a whole file.
import type { Device, Group, Tracked } from '../../model/device';
import { managementGroupOf, groupsNumbered } from '../../model/services/bindings';
import type { Fact, Place } from '../../model/place';
import { hasSubInterface } from '../../model/interface-state';
import { text } from '../../model/read/line-values';
import { replace } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { likelyFirst } from '../../text/edit-distance';
import { deviceRule, eachOf, type RawFinding, type Severity } from '../../diagnostics/rule';
import { groupsOfDevice } from '../../model/pairing/changed-groups';
import { firstTracking } from '../../model/services/tracked-uplinks';
import { unusedLocations } from '../../model/services/service-boards';

interface Missing {
  readonly at: Place;
  readonly severity: Severity;
  readonly what: string;
  /** What could be meant instead, as it would be written. */
  readonly choices: readonly string[];
  /** The key of an interface: said once for each, where it stands first. */
  readonly once?: string;
  /** Lines that may be what is wrong instead. */
  readonly evidence?: readonly Place[];
}

export default deviceRule<Missing>({
  id: 'vrrp-track-undefined',
  requirement: 'HB-V-TRACK-DANGLING',
  title: 'A VRRP group tracks something that is not there',
  severity: 'warning',
  why: 'The track does nothing, or counts as failed for good: a fault does not move the master role, or the role sits on the wrong device.',
  guide: ['published YANG', '004 step 6.3'],
  supersededBy: ['service-location-missing-on-peer'],
  ...eachOf(groupsOfDevice, ofGroup),
  fix: ({ at, choices }) =>
    choices.slice(0, 3).map((choice) => ({ title: `Use ${choice}`, edits: [replace(at, choice)], safe: false })),
  examples: [
    {
      title: 'A management group that its interface does not have',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 10 virtual-ip 10.2.1.254
         vrrp vrid 10 track admin-vrrp interface GigabitEthernet0/1/1 vrid 11
                                                                           ^^ DeviceA: VRRP group 10 of GigabitEthernet0/1/2 follows group 11, which GigabitEthernet0/1/1 does not have
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 10 virtual-ip 10.2.1.254
         vrrp vrid 10 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
        #
      `,
    },
    {
      title: 'A management group of an interface that is not there; another one has it',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 10 virtual-ip 10.2.1.254
         vrrp vrid 10 track admin-vrrp interface GigabitEthernet0/1/9 vrid 1
                                                 ^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP group 10 of GigabitEthernet0/1/2 follows group 1 of GigabitEthernet0/1/9, which is not there, but on GigabitEthernet0/1/1
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 10 virtual-ip 10.2.1.254
         vrrp vrid 10 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
        #
      `,
    },
    {
      title: 'A service-location that is not defined',
      config: `
        sysname DeviceA
        #
        service-location 1
         location slot 9
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.2.1.254
         vrrp vrid 1 track service-location 2 reduced 60
                                            ^ service-location 2, which is not defined
        #
        fixed:
        sysname DeviceA
        #
        service-location 1
         location slot 9
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.2.1.254
         vrrp vrid 1 track service-location 1 reduced 60
        #
      `,
    },
    {
      title: 'A BFD session by name, and by a number that is only remote',
      config: `
        sysname DeviceA
        #
        bfd uplink bind peer-ip 10.9.9.2
         discriminator local 5
         discriminator remote 6
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.2.1.254
         vrrp vrid 1 track bfd-session session-name uplnk reduced 60
                                                    ^^^^^ BFD session uplnk, which is not in this file
         vrrp vrid 1 track bfd-session 6 reduced 60
                                       ^ DeviceA: VRRP group 1 of GigabitEthernet0/1/2 follows BFD session 6, which is no local discriminator: failures cause no switchover; use one that is there
         vrrp vrid 1 track bfd-session 5 peer
        #
      `,
    },
    {
      title: 'A port without a section, said once',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.2.1.254
         vrrp vrid 1 track interface GigabitEthernet0/9/9 reduced 60
                                     ^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP group 1 of GigabitEthernet0/1/2 follows GigabitEthernet0/9/9, which is not in this file: failures cause no switchover
         vrrp vrid 2 virtual-ip 10.2.1.253
         vrrp vrid 2 track interface GigabitEthernet0/9/9 reduced 60
        #
      `,
    },
    {
      title: 'A trunk that is there by a sub-interface alone, a management group elsewhere, no BFD in the file',
      config: `
        sysname DeviceA
        #
        interface Eth-Trunk7.10
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.2.1.254
         vrrp vrid 1 track interface Eth-Trunk7
         vrrp vrid 1 track bfd-session 5
         vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
        #
      `,
    },
  ],
});

function* ofGroup(device: Device, group: Group): Iterable<RawFinding<Missing>> {
  if (!group.follows && group.tracks.length === 0) return;
  const reported = new Set<string>();
  for (const missing of [
    ...missingMaster(device, group),
    ...group.tracks.flatMap((track) => missingObject(device, track.object)),
  ]) {
    const { once } = missing;
    if (once !== undefined && (reported.has(once) || firstTracking(device, once) !== group)) continue;
    if (once !== undefined) reported.add(once);
    yield {
      at: missing.at,
      severity: missing.severity,
      message: `${device.name}: ${groupName(group)} of ${group.interfaceName} follows ${missing.what}; use one that is there`,
      evidence: missing.evidence,
      facts: missing,
    };
  }
}

function missingMaster(device: Device, group: Group): Missing[] {
  const { follows } = group;
  if (follows && !device.interfaces.has(follows.interfaceKey)) return masterElsewhere(device, group, follows);
  if (!follows || managementGroupOf(device, group)) return [];
  const others = device.interfaces
    .get(follows.interfaceKey)!
    .groups.filter((candidate) => candidate.family === group.family && candidate.exists && candidate !== group);
  return [
    {
      at: follows.vrid.at,
      severity: 'error',
      choices: others.map((group) => String(group.vrid)),
      what: `group ${follows.vrid.value}, which ${device.interfaces.get(follows.interfaceKey)!.name} does not have: the group has no role`,
    },
  ];
}

/** The interface is not in the file. Only a management group of that number on another one tells that the name is wrong. */
function masterElsewhere(device: Device, group: Group, follows: NonNullable<Group['follows']>): Missing[] {
  const masters = groupsNumbered(device, group.family, follows.vrid.value).filter(
    (candidate) => candidate.admin && candidate !== group,
  );
  const on = text(follows.line, 'interface');
  if (masters.length === 0 || !on) return [];
  return [
    {
      at: on.at,
      severity: 'error',
      choices: masters.map((master) => master.interfaceName),
      what: `group ${follows.vrid.value} of ${on.value}, which is not there, but on ${masters[0]!.interfaceName}`,
    },
  ];
}

function missingObject(device: Device, object: Tracked): Missing[] {
  switch (object.kind) {
    case 'service-location':
      return device.locations.has(object.id.value)
        ? []
        : [
            {
              at: object.id.at,
              severity: 'error',
              what: `service-location ${object.id.value}, which is not defined: failures cause no switchover`,
              choices: [...device.locations.keys()].map(String),
              evidence: unusedLocations(device),
            },
          ];
    case 'monitor-group':
      return [...device.monitorGroups.values()].some(
        (named) => named.name === object.name.value || named.key === object.name.value.toLowerCase(),
      )
        ? []
        : [
            {
              at: object.name.at,
              severity: doubt(device),
              what: `monitor-group ${object.name.value}, which is not in this file: failures cause no switchover`,
              choices: likelyFirst(
                [...device.monitorGroups.values()].map((named) => named.name),
                String,
                object.name.value,
              ),
            },
          ];
    case 'bfd-session':
      return missingSession(device, object);
    case 'interface':
      return missingInterface(device, object.name, object.key);
    default:
      return [];
  }
}

function missingSession(device: Device, { id, name }: Extract<Tracked, { kind: 'bfd-session' }>): Missing[] {
  const { bfdSessions } = device;
  const severity = doubt(device);
  if (name) {
    if (bfdSessions.some((session) => session.name.toLowerCase() === name.value.toLowerCase())) return [];
    const what = `BFD session ${name.value}, which is not in this file: failures cause no switchover`;
    return [
      {
        at: name.at,
        severity,
        what,
        choices: likelyFirst(
          bfdSessions.map((session) => session.name),
          String,
          name.value,
        ),
      },
    ];
  }
  // A session without a local number has one that the device chose.
  if (!id || bfdSessions.length === 0 || bfdSessions.some(({ local }) => !local || local.value === id.value)) return [];
  const what = `BFD session ${id.value}, which is no local discriminator: failures cause no switchover`;
  const choices = bfdSessions.flatMap(({ local }) => (local ? [String(local.value)] : []));
  return [{ at: id.at, severity, what, choices }];
}

/** A port or trunk without a section; a section of a sub-interface proves that it is there. */
function missingInterface(device: Device, { value, at }: Fact<string>, key: string): Missing[] {
  if (device.interfaces.has(key) || hasSubInterface(device, key)) return [];
  const whole = device.isWholeFile;
  const what = `${value}, which is ${whole ? 'not defined' : 'not in this file'}: failures cause no switchover`;
  return [{ at, severity: whole ? 'warning' : 'information', what, choices: [], once: whole ? undefined : key }];
}

/** What is missing from an excerpt may stand elsewhere. */
function doubt({ isWholeFile }: Device): Severity {
  return isWholeFile ? 'error' : 'warning';
}
