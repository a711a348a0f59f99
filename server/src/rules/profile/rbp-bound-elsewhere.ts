// For ND, MLD, ARP and IGMP the guide binds the profile on the interface of its VRRP group. BRAS and L2TP users are
// often elsewhere (docs/decisions/where-a-profile-is-bound.md), DHCPv6 relay has a rule of its own, and an interface
// that follows a management group belongs to that group.
import type { Device, Interface, Rbp } from '../../model/device';
import { nameKey } from '../../model/names';
import { bindings, groupsOf } from '../../model/services/bindings';
import type { Fact } from '../../model/place';
import { insertInBlock, removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { linesMatching, hasLine } from '../../model/lines/canonical-text';
import { servicesOf } from '../shared/backup-services';

const boundAtGroup: readonly string[] = ['nd', 'mld', 'arp', 'igmp'];

export default deviceRule<{ device: Device; profile: Rbp; bound: Interface; at: Interface }>({
  id: 'rbp-bound-elsewhere',
  requirement: 'HB-RBP-BIND-VRRPIF',
  title: 'A profile is bound on another interface than its VRRP group is on',
  severity: 'warning',
  why: "The role follows the link of the group, not the one the users are on: when the users' link fails nothing switches over.",
  guide: ['001 step 5.1', '003 step 5', '005 step 5.1'],
  supersededBy: ['rbp-binding-not-mirrored', 'rbp-group-differs'],
  independentPer: 'binding',
  *check(device) {
    for (const profile of device.profiles.values()) {
      const groups = groupsOf(profile, device);
      const [group] = groups;
      const home = group && device.interfaces.get(group.interfaceKey);
      // A group that is not there, or whose interface is left out, is another finding.
      if (!home || groups.length < profile.roles.length || profile.roles.some((role) => role.kind === 'e-trunk'))
        continue;
      const services = [...servicesOf(profile)];
      if (services.length === 0 || !services.every((service) => boundAtGroup.includes(service))) continue;
      for (const bound of bindings(profile, device).interfaces) {
        if (groups.some((group) => group.interfaceKey === bound.key) || followsThem(bound, groups)) continue;
        yield draft(
          device,
          profile,
          bound,
          home,
          bound.profiles.find((name) => nameKey(name.value) === profile.key)!,
        );
      }
    }
  },
  fix({ device, profile, bound, at }) {
    const line = linesMatching(bound.block.lines, /^remote-backup-profile /).find(
      (line) => nameKey(line.text.split(/\s+/)[1] ?? '') === profile.key,
    );
    if (!line) return [];
    const bind = at.profiles.length > 0 ? [] : [insertInBlock(device, at.block, line.text)];
    return [
      {
        title: bind.length > 0 ? `Bind ${profile.name} on ${at.name} instead` : `Take the binding off ${bound.name}`,
        edits: [removeLine(line), ...bind],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Bound on the next interface',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        interface GigabitEthernet0/1/3
         mld enable
         remote-backup-profile p1
                               ^^ DeviceA: GigabitEthernet0/1/3 binds RBP p1, of a group on GigabitEthernet0/1/2: a fault of GigabitEthernet0/1/3 causes no switchover; bind the RBP there
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/3
         mld enable
        #
      `,
    },
    {
      title: 'Bound at its group; BRAS users elsewhere; a follower of a management group; an E-Trunk',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        remote-backup-profile p2
         service-type bras
         service-type nd
         vrrp-id 2 interface GigabitEthernet0/1/3.1
        #
        remote-backup-profile p3
         service-type arp
         vrrp-id 2 interface GigabitEthernet0/1/3.1
        #
        remote-backup-profile p4
         service-type arp
         e-trunk 1 eth-trunk 10
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/3.1
         vrrp vrid 2 virtual-ip 10.2.0.254
         admin-vrrp vrid 2
        #
        interface GigabitEthernet0/1/3.2
         remote-backup-profile p2
        #
        interface GigabitEthernet0/1/3.3
         vrrp vrid 3 virtual-ip 10.3.0.254
         vrrp vrid 3 track admin-vrrp interface GigabitEthernet0/1/3.1 vrid 2
         remote-backup-profile p3
        #
        interface Eth-Trunk10.5
         remote-backup-profile p4
        #
      `,
    },
  ],
});

function draft(device: Device, profile: Rbp, bound: Interface, home: Interface, name: Fact<string>) {
  return {
    at: name.at,
    message: `${device.name}: ${bound.name} binds RBP ${profile.name}, of a group on ${home.name}: a fault of ${bound.name} causes no switchover; bind the RBP there`,
    also: [
      { at: profile.roles[0]!.line, message: `${device.name}: RBP ${profile.name} follows a group on ${home.name}` },
    ],
    evidence: profile.roles.map(({ line }) => line),
    facts: { device, profile, bound, at: home },
  };
}

/** True when the interface or its multicast hangs on one of these groups as its management group. */
function followsThem(bound: Interface, groups: ReturnType<typeof groupsOf>): boolean {
  return (
    bound.groups.some((group) =>
      groups.some(
        (candidate) =>
          group.follows?.interfaceKey === candidate.interfaceKey && group.follows.vrid.value === candidate.vrid,
      ),
    ) || hasLine(bound.block, /^multicast (ipv6 )?track admin-vrrp6? /)
  );
}
