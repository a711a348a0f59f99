// Priority, preemption, timers and tracks of a group that nothing creates on that interface
// (docs/decisions/what-creates-a-group.md names what does).
import type { Device, Group } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { insertBefore, replace } from '../../edits/config-edits';
import { groupName, isFollowed, vrrpWord } from '../../model/vrrp/member';
import type { Pair } from '../../model/pairing/pair';
import { deviceRule, type Fix } from '../../diagnostics/rule';
import { valueOf } from '../../model/lines/canonical-text';
import { withNumberGivenBack } from '../shared/number-given-back';
import { hasUnread } from '../shared/unread-values';
import { peerGroup } from '../shared/peer-says';

export default deviceRule<{ device: Device; group: Group; lines: readonly MatchedLine[] }>({
  id: 'vrrp-group-not-created',
  requirement: 'HB-V-NOGROUP',
  title: 'Lines of a VRRP group that does not exist on the interface',
  severity: 'error',
  why: 'Without a virtual IP there is no group: the device refuses these lines, or they wait for a group that never comes.',
  guide: ['000 step 1.5', '002 step 1.3'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      if (group.exists || group.admin || device.firewall) continue;
      // The vrid tells what belongs to the group; `undo` lines take away and need none.
      const lines = group.lines.filter((line) => line.match && !line.match.undo);
      // An address line that does not read is a fault of its own.
      if (lines.length === 0 || hasUnread({ device, group }, 'virtual-ip')) continue;
      yield {
        at: group.at,
        message: `${device.name}: ${group.interfaceName} has no ${groupName(group)}: no line gives a virtual IP, so the others do nothing; add one`,
        severity: isFollowed({ device, group }) ? 'error' : 'warning',
        facts: { device, group, lines },
      };
    }
  },
  fix({ device, group, lines }, pairs) {
    const others = device.groups.filter(
      (candidate) =>
        candidate.exists && candidate.family === group.family && candidate.interfaceKey === group.interfaceKey,
    );
    const fixes: Fix[] = others.slice(0, 3).map((candidate) => ({
      title: `Use group ${candidate.vrid} of ${group.interfaceName}`,
      safe: false,
      edits: lines.flatMap((line) => {
        const vrid = valueOf(line, 'virtual-router-id');
        return vrid ? [replace(vrid.at, String(candidate.vrid))] : [];
      }),
    }));
    const use = withNumberGivenBack(fixes, device, others, group.vrid, pairs);
    return [...use, ...addressesOfPeer(device, group, lines[0]!, pairs)];
  },
  examples: [
    {
      title: 'The vrid of one line has a wrong digit',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 11 priority 120
                    ^^ DeviceA: GigabitEthernet0/1/2 has no VRRP6 group 11: no line gives a virtual IP, so the others do nothing; add one
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 priority 120
        #
      `,
    },
    {
      title: 'The address is missing',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.7.0.2 source 10.7.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 priority 120
                    ^ DeviceA: GigabitEthernet0/1/2 has no VRRP6 group 1: no line gives a virtual IP, so the others do nothing; add one
         vrrp6 vrid 1 preempt-mode timer delay 600
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.7.0.1 source 10.7.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::10 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:10::10
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.7.0.2 source 10.7.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::10 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:10::10
         vrrp6 vrid 1 priority 120
         vrrp6 vrid 1 preempt-mode timer delay 600
        #
      `,
    },
    {
      title: 'All that creates a group: a bare line, unicast, a management group to follow, a later section',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 track interface GigabitEthernet0/1/9
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1
         vrrp vrid 1 priority 120
         vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
         vrrp vrid 2 timer advertise 3
         vrrp vrid 3 peer-ip 10.0.0.2 source-ip 10.0.0.1
         vrrp vrid 3 priority 120
        #
      `,
    },
  ],
});

/** A group without an address is none, and only the peer says which address it has. */
function addressesOfPeer(device: Device, group: Group, first: MatchedLine, pairs: readonly Pair[]): Fix[] {
  const found = peerGroup(group, pairs);
  const start = `${vrrpWord(group)} vrid ${group.vrid} `;
  const lines = (found?.virtualIps ?? []).map(
    (ip) => `virtual-ip ${ip.address.key.toUpperCase()}${ip.linkLocal ? ' link-local' : ''}`,
  );
  if (lines.length === 0) return [];
  return [
    {
      title: `Add ${lines.join(' and ')} on ${device.name}, as on the other device`,
      edits: lines.map((words) => insertBefore(device, first, start + words)),
      safe: false,
    },
  ];
}
