// The group that a profile follows must stand on the interface it names. An interface without a section may be left out
// of the file (docs/decisions/excerpts-and-whole-files.md): then it matters whether the file has such a group
// elsewhere, above all where the profile is bound.
import type { Family } from '../../model/address';
import type { Device, Group, Rbp } from '../../model/device';
import { movedInterfaces } from '../../model/incremental/derived-units';
import { mapIndex } from '../../model/incremental/index-view';
import { profilesOfDevice } from '../../model/pairing/changed-profiles';
import { bindings, findGroup, type GroupRole } from '../../model/services/bindings';
import { mainInterfaceKey } from '../../model/names';
import { replace } from '../../edits/config-edits';
import { deviceRule, eachOf, type RawFinding, type Severity } from '../../diagnostics/rule';
import { wordsAt } from '../../model/lines/canonical-text';
import { withNumberGivenBack } from '../shared/number-given-back';

interface Facts {
  readonly device: Device;
  readonly role: GroupRole;
}

/** A profile may also name a sub-interface of a port that an edit made. */
const profilesAndPorts: typeof profilesOfDevice = {
  ...profilesOfDevice,
  touched: (before, after) => [
    ...profilesOfDevice.touched(before, after),
    ...movedInterfaces(before.interfaces, after.interfaces).flatMap((key) =>
      profilesOnPort(after.profiles)
        .get(key)
        .map((profile) => profile.key),
    ),
  ],
};

const profilesOnPort = mapIndex((profile: Rbp) =>
  profile.roles.flatMap((role) =>
    role.kind === 'group' && mainInterfaceKey(role.interfaceKey) !== role.interfaceKey
      ? [mainInterfaceKey(role.interfaceKey)]
      : [],
  ),
);

export default deviceRule<Facts>({
  id: 'rbp-group-undefined',
  requirement: 'HB-RBP-VRID-EXISTS',
  title: 'A profile follows a VRRP group that its interface does not have',
  severity: 'error',
  why: 'The profile gets no role: the devices do not know which of them sends entries, and nothing is backed up.',
  guide: ['000 step 3.3', '001 step 3.3', '002 step 3.3'],
  // Two groups that have each other's number are the cause.
  supersededBy: ['vrrp-vrid-mismatch'],
  ...eachOf(profilesAndPorts, ofProfile),
  fix({ device, role }, pairs) {
    const here = device.interfaces.get(role.interfaceKey)?.groups.filter((group) => group.exists) ?? [];
    const elsewhere = device.groups.filter(
      (group) => group.exists && group.vrid === role.vrid.value && group.interfaceKey !== role.interfaceKey,
    );
    const follow = [...here, ...elsewhere].slice(0, 5).map((group) => ({
      title: `Follow ${word(group.family)} group ${group.vrid} on ${group.interfaceName}`,
      edits: [
        ...(group.family === role.family
          ? []
          : [replace(wordsAt(role.line, 0), group.family === 6 ? 'vrrp6-id' : 'vrrp-id')]),
        ...(group.vrid === role.vrid.value ? [] : [replace(role.vrid.at, String(group.vrid))]),
        ...(group.interfaceKey === role.interfaceKey ? [] : [replace(role.interface.at, group.interfaceName)]),
      ],
      safe: false,
    }));
    const ofFamily = here.filter(({ family }) => family === role.family);
    return withNumberGivenBack(follow, device, ofFamily, role.vrid.value, pairs);
  },
  examples: [
    {
      title: 'Another number',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 11 interface GigabitEthernet0/1/2
                  ^^ DeviceA: RBP p1 follows VRRP6 group 11, but GigabitEthernet0/1/2 has VRRP6 group 1: the RBP has no role
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
      `,
    },
    {
      title: 'The group lost its number: the other device still has that, and two profiles name it',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
                 ^ DeviceA: RBP p1 follows VRRP group 1, but GigabitEthernet0/1/2 has VRRP group 7: the RBP has no role; follow a group that is there
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 7 virtual-ip 10.1.1.254
         vrrp vrid 7 priority 120
         direct-route track vrrp vrid 7 degrade-cost 10
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         direct-route track vrrp vrid 1 degrade-cost 10
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         direct-route track vrrp vrid 1 degrade-cost 10
        #
      `,
    },
    {
      title: 'The other protocol',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp-id 1 interface GigabitEthernet0/1/2
                 ^ DeviceA: RBP p1 follows VRRP group 1, but GigabitEthernet0/1/2 has VRRP6 group 1: the RBP has no role
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
      `,
    },
    {
      title: 'Another interface',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/3
                  ^ DeviceA: RBP p1 follows VRRP6 group 1, but GigabitEthernet0/1/3 has no VRRP group: the RBP has no role
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        interface GigabitEthernet0/1/3
         undo shutdown
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        interface GigabitEthernet0/1/3
         undo shutdown
        #
      `,
    },
    {
      title: 'An interface that is not there; the group is where the profile is bound',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/9
                              ^^^^^^^^^^^^^^^^^^^^ DeviceA: RBP p1 follows VRRP6 group 1 of GigabitEthernet0/1/9, which is not in this file: the RBP has no role
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'A sub-interface that is left out beside its main interface',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         vrrp-id 1 interface Eth-Trunk1.100
                             ^^^^^^^^^^^^^^ DeviceA: RBP p1 follows VRRP group 1 of Eth-Trunk1.100, which is not in this file: the RBP has no role
        #
        interface Eth-Trunk1
         description users
        #
      `,
    },
    {
      title: 'Two devices in one file: the second one has no such interface section',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        return
        #
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 2 interface GigabitEthernet0/1/2
        #
      `,
    },
    {
      title: 'There, in the spelling of a script; unicast; an interface that is left out',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface gi 0/1/2
        #
        remote-backup-profile p2
         service-type bras
         vrrp-id 2 interface LoopBack1
        #
        remote-backup-profile p3
         service-type bras
         vrrp-id 3 interface GigabitEthernet0/1/9
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        interface LoopBack1
         vrrp vrid 2 peer-ip 10.255.0.2 source-ip 10.255.0.1
        #
      `,
    },
  ],
});

function* ofProfile(device: Device, profile: Rbp): Iterable<RawFinding<Facts>> {
  for (const role of profile.roles) {
    if (role.kind !== 'group' || findGroup(device, role.interfaceKey, role.family, role.vrid.value)) continue;
    const owner = device.interfaces.get(role.interfaceKey);
    const name = `${word(role.family)} group ${role.vrid.value}`;
    if (owner) {
      const other = owner.groups.length === 0 ? 'no VRRP group' : listed(owner.groups);
      yield {
        at: role.vrid.at,
        message: `${device.name}: RBP ${profile.name} follows ${name}, but ${role.interface.value} has ${other}: the RBP has no role; follow a group that is there`,
        also: [{ at: owner.at, message: `${device.name}: ${owner.name} has ${other}` }],
        evidence: owner.groups.map((group) => group.at),
        facts: { device, role },
      };
      continue;
    }
    const severity = severityElsewhere(device, profile, role);
    if (severity)
      yield {
        at: role.interface.at,
        severity,
        message: `${device.name}: RBP ${profile.name} follows ${name} of ${role.interface.value}, which is not in this file: the RBP has no role; follow another group`,
        facts: { device, role },
      };
  }
}

/** How grave it is that the interface is not in the file; undefined where an excerpt may have left it out. */
function severityElsewhere(device: Device, profile: Rbp, role: GroupRole): Severity | undefined {
  if (namedElsewhere(device, role)) {
    const binds = bindings(profile, device).interfaces.some((port) =>
      port.groups.some((group) => group.family === role.family && group.vrid === role.vrid.value),
    );
    // The group stands where the profile is bound: a wrong digit. Elsewhere it may be another group of that number.
    return binds ? 'error' : 'warning';
  }
  const main = mainInterfaceKey(role.interfaceKey);
  return main !== role.interfaceKey && device.interfaces.has(main) ? 'information' : undefined;
}

function namedElsewhere(device: Device, role: GroupRole): boolean {
  return device.groups.some((group) => group.exists && group.family === role.family && group.vrid === role.vrid.value);
}

function word(family: Family): string {
  return family === 6 ? 'VRRP6' : 'VRRP';
}

function listed(groups: readonly Group[]): string {
  const names = groups.slice(0, 3).map((group) => `${word(group.family)} group ${group.vrid}`);
  return names.join(', ') + (groups.length > 3 ? ' and more' : '');
}
