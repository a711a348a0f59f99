// `link-local` and an FE80::/10 address belong together: the one without the other is refused.
import { isLinkLocal } from '../../model/address';
import type { Device, Group, VirtualIp } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ group: Group; ip: VirtualIp }>({
  id: 'vrrp6-link-local-keyword-mismatch',
  requirement: 'HB-V6-LL-FORM',
  title: 'A virtual address and the keyword link-local do not agree',
  severity: 'error',
  why: 'The device refuses the line: link-local asks for an address in FE80::/10, and such an address asks for the keyword.',
  guide: ['000 step 1.5', 'CLI reference, vrrp6 vrid virtual-ip'],
  // A misspelled keyword is a line of its own fault.
  supersededBy: ['malformed-line'],
  independentPer: 'group',
  *check(device: Device) {
    if (device.firewall) return;
    for (const group of device.groups) {
      for (const ip of group.virtualIps) {
        if (group.family !== 6 || ip.linkLocal === isLinkLocal(ip.address)) continue;
        const address = ip.address.key.toUpperCase();
        yield {
          at: ip.at,
          message: ip.linkLocal
            ? `${device.name}: ${groupName(group)}: ${address} is not in FE80::/10: the device refuses the line; remove link-local`
            : `${device.name}: ${groupName(group)}: ${address} lacks the keyword link-local: the device refuses the line; add link-local`,
          facts: { group, ip },
        };
      }
    }
  },
  fix({ group, ip }) {
    if (!ip.linkLocal)
      return [{ title: 'Add link-local', edits: [replace({ ...ip.at, start: ip.at.end }, ' link-local')], safe: true }];
    const keyword = /\slink-local\b/i.exec(ip.line.text);
    const before = keyword ? ip.line.text.slice(0, keyword.index).trimEnd().length : 0;
    const start = ip.line.start + before;
    const remove = keyword && {
      title: 'Remove link-local',
      edits: [replace({ ...ip.at, start, end: ip.line.start + keyword.index + keyword[0].length }, '')],
      safe: false,
    };
    const alone = !group.virtualIps.some((other) => other !== ip && isLinkLocal(other.address));
    const address = { title: `Use FE80::${group.vrid}`, edits: [replace(ip.at, `FE80::${group.vrid}`)], safe: false };
    return [...(alone ? [address] : []), ...(remove ? [remove] : [])];
  },
  examples: [
    {
      title: 'The keyword is missing',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1
                                 ^^^^^^^ DeviceA: VRRP6 group 1: FE80::1 lacks the keyword link-local: the device refuses the line; add link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
      `,
    },
    {
      title: 'The keyword stands behind a global address',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50 link-local
                                 ^^^^^^^^^^^^^^^ DeviceA: VRRP6 group 1: 2001:DB8:50::50 is not in FE80::/10: the device refuses the line; remove link-local
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
      `,
    },
    {
      title: 'Both agree',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FEBF::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
      `,
    },
  ],
});
