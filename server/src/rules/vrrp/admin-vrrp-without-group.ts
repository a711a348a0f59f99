// `admin-vrrp vrid N` makes an existing group the management group; on an interface without that group it manages nothing.
import type { Device, Group } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { groupName, isFollowed } from '../../model/vrrp/member';
import { deviceRule } from '../../diagnostics/rule';
import { valueOf } from '../../model/lines/canonical-text';
import { withNumberGivenBack } from '../shared/number-given-back';

export default deviceRule<{ device: Device; group: Group }>({
  id: 'admin-vrrp-without-group',
  requirement: 'HB-V-NOGROUP',
  title: 'A management group that does not exist on the interface',
  severity: 'error',
  why: 'Groups and service boards that follow it get no role.',
  guide: ['004 step 2.4'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      if (group.exists || !group.admin || device.firewall) continue;
      yield {
        at: valueOf(group.admin.line, 'virtual-router-id')?.at ?? group.admin.at,
        message: `${device.name}: ${group.interfaceName} has no ${groupName(group)}: what follows that group has no role; use a group that is there`,
        severity: isFollowed({ device, group }) ? 'error' : 'warning',
        facts: { device, group },
      };
    }
  },
  fix({ device, group }, pairs) {
    const others = device.groups.filter(
      (candidate) =>
        candidate.exists && candidate.family === group.family && candidate.interfaceKey === group.interfaceKey,
    );
    const vrid = group.admin && valueOf(group.admin.line, 'virtual-router-id');
    const use = vrid
      ? others.map((candidate) => ({
          title: `Use group ${candidate.vrid} of ${group.interfaceName}`,
          edits: [replace(vrid.at, String(candidate.vrid))],
          safe: false,
        }))
      : [];
    return withNumberGivenBack(use, device, others, group.vrid, pairs);
  },
  examples: [
    {
      title: 'The group has another number',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 2 ignore-if-down
                         ^ DeviceA: GigabitEthernet0/1/1 has no VRRP group 2
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
        #
      `,
    },
    {
      title: 'The group is there, also in a later section',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         admin-vrrp vrid 1 ignore-if-down
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
      `,
    },
  ],
});
