// One network on two interfaces of a routing table: the device refuses the second address, and if it did not, it could not tell which way
// the hosts are. Networks within each other are usual (a host route, a tunnel, a management port), so that they are told only
// where the group or the channel of the backup stands in one of them.
import { interfacesByNetwork, networkKeysOf, networksOf, type NetworkRange } from '../../model/address-plan';
import type { Address } from '../../model/address';
import type { Device, Interface, InterfaceAddress } from '../../model/device';
import { movedInterfaces, type DerivedUnits } from '../../model/incremental/derived-units';
import { networkKey, vpnOf } from '../../model/routing/vpn';
import { meetsPeerOn } from '../../model/services/meeting-interfaces';
import { isInside } from '../../model/address';
import { subnetText } from '../../model/vrrp/addresses';
import { deviceRule, eachOf, type RawFinding, type RulePart } from '../../diagnostics/rule';

interface Ended {
  readonly on: Interface;
  readonly address: InterfaceAddress;
}

/** A network on several interfaces of one routing table. */
interface SharedNetwork {
  readonly key: string;
  readonly on: readonly Interface[];
}

const sharedNetworks: DerivedUnits<Device, SharedNetwork> = {
  keys: ({ interfaces }) => interfacesByNetwork(interfaces).shared(),
  at({ interfaces }, key) {
    const on = interfacesByNetwork(interfaces).get(key);
    return on.length > 1 ? { key, on } : undefined;
  },
  touched: (before, after) =>
    movedInterfaces(before.interfaces, after.interfaces).flatMap((key) =>
      [before, after].flatMap(({ interfaces }) => networkKeysOf(interfaces.get(key))),
    ),
};

function* inOneNetwork(device: Device, { key, on }: SharedNetwork): Iterable<RawFinding<undefined>> {
  if (device.holdsSeveralDevices) return;
  const ends = on.map((port) => endIn(port, key));
  // Users and their gateway are where the group is: what else is in that network has the wrong address.
  const home = ends.find(hasVirtualIp) ?? ends[0]!;
  for (const end of ends) {
    if (end === home) continue;
    const { prefix } = end.address;
    yield {
      at: addressText(end),
      severity: [end, home].some((each) => meetsPeerOn(device, each.on)) ? 'error' : 'warning',
      message: `${device.name}: ${end.on.name} (${shown(prefix.address)}) is in the network of ${home.on.name}, ${subnetText(prefix)}; the second is refused`,
      also: [{ at: home.address.at, message: `${device.name}: ${home.on.name} is in ${subnetText(prefix)}` }],
      facts: undefined,
    };
  }
}

const parts: readonly RulePart<Device, undefined>[] = [eachOf(sharedNetworks, inOneNetwork), { check: nested }];

export default deviceRule<undefined>({
  id: 'interface-networks-overlap',
  requirement: 'HB-X-IF-NETWORK',
  title: 'Two interfaces of a device are in one network',
  severity: 'warning',
  why: 'The device refuses the second address: that interface has none, and what runs on it (VRRP, the channel, a routing protocol) is down.',
  guide: ['vendor configuration guide: IP addresses of interfaces'],
  *check(device) {
    for (const part of parts) yield* part.check(device);
  },
  parts,
  examples: [
    {
      title: 'The uplink is in the network of the users',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ipv6 enable
         ipv6 address 2001:DB8:A5::52/64
                      ^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/1 (2001:DB8:A5::52) is in the network of GigabitEthernet0/1/2, 2001:DB8:A5::/64
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:A5::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:A5::A
        #
      `,
    },
    {
      title: 'One address on two loopbacks',
      config: `
        sysname DeviceA
        #
        interface LoopBack1
         ip address 10.9.9.1 255.255.255.255
        #
        interface LoopBack2
         ip address 10.9.9.1 255.255.255.255
                    ^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: LoopBack2 (10.9.9.1) is in the network of LoopBack1, 10.9.9.1/32; the second is refused
        #
      `,
    },
    {
      title: 'Interfaces without a part in the backup; a wide mask around the network of the group',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 24
                    ^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 (10.1.1.2) is in the network of GigabitEthernet0/1/1, 10.1.1.0/24
        #
        interface GigabitEthernet0/1/3
         ip address 10.2.0.1 255.255.0.0
                    ^^^^^^^^^^^^^^^^^^^^ DeviceA: 10.2.0.0/16 of GigabitEthernet0/1/3 holds 10.2.7.0/24 of GigabitEthernet0/1/4
        #
        interface GigabitEthernet0/1/4
         ip address 10.2.7.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.2.7.254
        #
      `,
    },
    {
      title: 'VPN instances, hosts, tunnels, management ports, networks within each other, secondary addresses',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance red
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance blue
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.0.1 255.255.0.0
         ip address 10.1.0.2 255.255.0.0 sub
        #
        interface GigabitEthernet0/1/4
         ip address 10.1.1.1 255.255.255.0
        #
        interface LoopBack0
         ip address 10.1.1.9 255.255.255.255
        #
      `,
    },
  ],
});

function endIn(on: Interface, key: string): Ended {
  return { on, address: on.addresses.find(({ prefix }) => networkKey(vpnOf(on), prefix) === key)! };
}

function hasVirtualIp({ on, address }: Ended): boolean {
  return on.groups.some((group) => group.virtualIps.some((ip) => isInside(ip.address, address.prefix)));
}

function* nested(device: Device): Iterable<RawFinding<undefined>> {
  if (device.holdsSeveralDevices) return;
  for (const { earlier, later } of networksOf(device.interfaces).overlaps()) {
    const [outer, inner] = lengthOf(earlier.range) < lengthOf(later.range) ? [earlier, later] : [later, earlier];
    if (lengthOf(outer.range) === lengthOf(inner.range) || earlier.value === later.value) continue;
    if (isApart(outer.value) || isApart(inner.value)) continue;
    if (!meetsPeerOn(device, outer.value) && !meetsPeerOn(device, inner.value)) continue;
    const [wide, narrow] = [outer.range.address.prefix, inner.range.address.prefix];
    yield {
      at: addressText({ on: outer.value, address: outer.range.address }),
      message: `${device.name}: ${subnetText(wide)} of ${outer.value.name} holds ${subnetText(narrow)} of ${inner.value.name}: one of the two masks is wrong, and the device refuses one`,
      also: [
        { at: inner.range.address.at, message: `${device.name}: ${inner.value.name} is inside ${subnetText(wide)}` },
      ],
      facts: undefined,
    };
  }
}

function lengthOf({ address }: NetworkRange): number {
  return address.prefix.length;
}

/** Interfaces whose network may lie in another one: they forward no traffic of users, or only what a route sends there. */
function isApart({ key }: Interface): boolean {
  return /^(?:tunnel|meth|loopback|gigabitethernet0\/0\/0$|virtual-template|nve)/.test(key);
}

/** The address with its mask. */
function addressText({ address }: Ended) {
  return { ...address.at, end: address.line.start + withoutKeywords(address.line.text).length };
}

function withoutKeywords(text: string): string {
  return text
    .trimEnd()
    .replace(/\s(?:sub|secondary)$/i, '')
    .trimEnd()
    .trimEnd();
}

function shown({ key, family }: Address): string {
  return family === 6 ? key.toUpperCase() : key;
}
