// A virtual IP must lie in a prefix of its interface. Silent where the file does not say the interface's addresses.
import { isInside, transplanted } from '../../model/address';
import type { InterfaceAddress, VirtualIp } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { groupName, type Member } from '../../model/vrrp/member';
import { localAddressesOn, outsideSubnet, subnetText } from '../../model/vrrp/addresses';
import type { Pair } from '../../model/pairing/pair';
import { deviceRule, type Fix } from '../../diagnostics/rule';
import { setPrefixLength } from '../../edits/prefix-edits';
import { peerGroup, seatsOf } from '../shared/peer-says';

export default deviceRule<{ member: Member; ip: VirtualIp; own: readonly InterfaceAddress[] }>({
  id: 'vrrp-virtual-ip-outside-subnet',
  requirement: 'HB-V-SUBNET',
  title: 'A virtual IP is in no subnet of its interface',
  severity: 'error',
  why: 'Users of the subnet cannot reach their gateway, and the group does not come up for them.',
  guide: ['003 configuration files', 'published YANG, virtual-ip'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      const member = { device, group };
      const outside = outsideSubnet(member);
      // In a network of one address there is room for none of them: that is one mistake.
      const isLone = outside[0]?.local.every(isOneAddress) ?? false;
      for (const { ip, local: own } of isLone ? outside.slice(0, 1) : outside) {
        const nets = [...new Set(own.map((address) => subnetText(address.prefix)))];
        yield {
          at: ip.at,
          message: `${device.name}: virtual IP ${ip.address.key.toUpperCase()} of ${groupName(group)} is outside ${nets.length === 1 ? nets[0]! : `all ${nets.length} subnets`} of ${group.interfaceName}: hosts do not reach the gateway; use ${isLone ? 'the mask of its LAN' : 'one inside'}`,
          also: own.map((address) => ({
            at: address.at,
            message: `${device.name}: ${group.interfaceName} is in ${subnetText(address.prefix)}`,
          })),
          facts: { member, ip, own },
        };
      }
    }
  },
  fix({ member, ip, own }, pairs) {
    const lengthened = lengthOfPeer(member, ip, own, pairs);
    if (lengthened.length > 0) return lengthened;
    const texts = addressesOfPeer(member, own, pairs);
    if (texts.length > 0)
      return texts.map((address) => ({
        title: `Use ${address}, as the other device`,
        edits: [replace(ip.at, address)],
        safe: false,
      }));
    const taken = new Set(own.map((address) => address.prefix.address.key));
    const moved = own
      .map(({ prefix }) => transplanted(ip.address, prefix))
      .filter((address) => !taken.has(address.toLowerCase()));
    const fixes: Fix[] = [...new Set(moved)].map((address) => ({
      title: `Use ${address}`,
      edits: [replace(ip.at, address)],
      safe: false,
    }));
    const [only] = own;
    if (own.length !== 1 || !only) return fixes;
    // Or the interface itself has the wrong digit.
    const address = transplanted(only.prefix.address, { address: ip.address, length: only.prefix.length });
    const written = /^[\da-f.:]+/i.exec(
      only.line.text.slice(only.at.start - only.line.start, only.at.end - only.line.start),
    )?.[0];
    if (written && address.toLowerCase() !== ip.address.key) {
      fixes.push({
        title: `Move the interface to ${address}`,
        edits: [replace({ ...only.at, end: only.at.start + written.length }, address)],
        safe: false,
      });
    }
    return fixes;
  },
  examples: [
    {
      title: 'The same section twice: told once, where it stands first',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.11.254
                                ^^^^^^^^^^^ is outside 10.1.1.0/24
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.11.254
        #
      `,
    },
    {
      title: 'A group of the prefix was left out',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8::50
                                 ^^^^^^^^^^^^ DeviceA: virtual IP 2001:DB8::50 of VRRP6 group 1 is outside 2001:DB8:50::/64 of GigabitEthernet0/1/2
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
      `,
    },
    {
      title: 'The length of one address on a LAN',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.255
         vrrp vrid 1 virtual-ip 10.1.1.254
                                ^^^^^^^^^^ DeviceA: virtual IP 10.1.1.254 of VRRP group 1 is outside 10.1.1.1/32 of GigabitEthernet0/1/2
         vrrp vrid 1 priority 120
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
        #
      `,
    },
    {
      title: 'IPv4, in neither of two subnets',
      config: `
        sysname DeviceA
        #
        interface Vlanif100
         ip address 10.1.1.1 255.255.255.0
         ip address 10.1.2.1 24 sub
         vrrp vrid 1 virtual-ip 10.1.2.254
         vrrp vrid 2 virtual-ip 10.1.3.254
                                ^^^^^^^^^^ outside all 2 subnets of Vlanif100
        #
        fixed:
        sysname DeviceA
        #
        interface Vlanif100
         ip address 10.1.1.1 255.255.255.0
         ip address 10.1.2.1 24 sub
         vrrp vrid 1 virtual-ip 10.1.2.254
         vrrp vrid 2 virtual-ip 10.1.1.254
        #
      `,
    },
    {
      title: 'An excerpt without addresses, eui-64, unnumbered, unicast on a loopback, another family',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet0/1/3
         ip address unnumbered interface LoopBack0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet0/1/4
         ipv6 enable
         ipv6 address 2001:DB8:50::/64 eui-64
         ipv6 address 2001:DB8:51::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
        interface GigabitEthernet0/1/5
         ip address 10.9.9.1 255.255.255.0
         ipv6 enable
         ipv6 address auto link-local
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
        interface LoopBack0
         ip address 10.0.0.1 255.255.255.255
         vrrp vrid 3 peer-ip 10.0.0.2 source-ip 10.0.0.1
         vrrp vrid 3 virtual-ip 10.7.7.7
        #
      `,
    },
    {
      title: 'Firewalls put a virtual IP where they like',
      config: `
        sysname FW1
        #
        hrp enable
        hrp interface GigabitEthernet1/0/3 remote 10.10.0.2
        #
        interface GigabitEthernet1/0/1
         ip address 10.2.0.1 255.255.255.0
         vrrp vrid 1 virtual-ip 1.1.1.1 255.255.255.0 active
        #
        interface GigabitEthernet1/0/2
         ip address 10.3.0.1 255.255.255.0
         vrrp vrid 2 virtual-ip 10.4.0.3 standby
        #
      `,
    },
  ],
});

/** `/32`, or `/128`. */
function isOneAddress({ prefix }: InterfaceAddress): boolean {
  return prefix.length === prefix.address.bytes.length * 8;
}

/** The interface has the right address and a length that leaves its users out, such as /32: that of the other device. */
function lengthOfPeer(
  { device, group }: Member,
  ip: VirtualIp,
  own: readonly InterfaceAddress[],
  pairs: readonly Pair[],
): Fix[] {
  const peer = peerGroup(group, pairs);
  for (const { peer: peerDevice } of peer ? seatsOf(device, pairs) : []) {
    const on = peerDevice.interfaces.get(peer!.interfaceKey);
    if (!on?.groups.includes(peer!)) continue;
    for (const { prefix } of localAddressesOn(on, group.family)) {
      const meant = own.find((address) => isInside(address.prefix.address, prefix));
      const edit = meant && isInside(ip.address, prefix) ? setPrefixLength(meant, prefix.length) : undefined;
      if (edit)
        return [{ title: `Use prefix length ${prefix.length}, as on ${peerDevice.name}`, edits: [edit], safe: false }];
    }
  }
  return [];
}

/** Virtual IPs that the peer has, this group lacks and the interface can have: the address is mistyped, not the interface. */
function addressesOfPeer({ group }: Member, own: readonly InterfaceAddress[], pairs: readonly Pair[]): string[] {
  const ownValue = new Set(group.virtualIps.map(({ address }) => address.key));
  return (peerGroup(group, pairs)?.virtualIps ?? [])
    .filter(({ address }) => !ownValue.has(address.key))
    .filter(({ address }) => own.some(({ prefix }) => isInside(address, prefix)))
    .map(({ address }) => address.key.toUpperCase());
}
