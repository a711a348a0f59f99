// A sub-interface of an Ethernet port or trunk takes the frames of the VLANs that it names, and none where it names none.
import type { Interface } from '../../model/device';
import { maySayVlan } from '../../model/vlans';
import { deviceRule } from '../../diagnostics/rule';

const ethernet = /^(?:eth-trunk|[a-z]*ethernet|\d+ge)\d/;

export default deviceRule<undefined>({
  id: 'subinterface-without-vlan',
  requirement: 'HB-X-SUB-VLAN',
  title: 'A sub-interface of users is in no VLAN',
  severity: 'warning',
  why: 'It takes no frame: its group hears nobody, and no user comes in.',
  guide: ['vendor configuration guide: VLAN sub-interfaces'],
  supersededBy: ['vrrp-vlan-differs', 'user-access-differs'],
  independentPer: 'interface',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const on of device.interfaces.values()) {
      const serves = servesOf(on);
      if (serves === undefined || !isTagless(on)) continue;
      yield {
        at: on.at,
        message: `${device.name}: ${on.name} of ${serves} is in no VLAN: no frame comes in; add vlan-type dot1q`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Of a group, and of users',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.7
                  ^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2.7 of VRRP group 7 is in no VLAN: no frame comes in; add vlan-type dot1q
         ip address 10.1.7.1 255.255.255.0
         vrrp vrid 7 virtual-ip 10.1.7.254
        #
        interface Eth-Trunk9.100
                  ^^^^^^^^^^^^^^ DeviceA: Eth-Trunk9.100 of RBP homes is in no VLAN: no frame comes in; add vlan-type dot1q
         remote-backup-profile homes
         bas
        #
      `,
    },
    {
      title: 'In a VLAN, in many, in a bridge domain; a main interface; one that serves nobody',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.7.1 255.255.255.0
         vrrp vrid 7 virtual-ip 10.1.7.254
        #
        interface GigabitEthernet0/1/3.8
         vlan-type dot1q 8
         ip address 10.1.8.1 255.255.255.0
         vrrp vrid 8 virtual-ip 10.1.8.254
        #
        interface GigabitEthernet0/1/3.100
         user-vlan 100 199
         remote-backup-profile homes
        #
        interface GigabitEthernet0/1/3.200
         encapsulation default
         remote-backup-profile homes
        #
        interface GigabitEthernet0/1/3.300
         description spare
        #
      `,
    },
  ],
});

/** The group or the profile that needs the frames, as messages call it. */
function servesOf({ groups, profiles }: Interface): string | undefined {
  const group = groups.find(({ exists }) => exists);
  if (group) return `VRRP${group.family === 6 ? '6' : ''} group ${group.vrid}`;
  const [profile] = profiles;
  return profile && `RBP ${profile.value}`;
}

function isTagless({ key, mainKey, block }: Interface): boolean {
  return key !== mainKey && ethernet.test(key) && !block.lines.some((line) => maySayVlan(line) || !line.match);
}
