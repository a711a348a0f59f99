// One address on both devices of a pair. An error where the pair meets, a warning on interfaces of one name; loopbacks
// share addresses on purpose unless the channel leaves from them, and so do the trunks of an E-Trunk
// (docs/decisions/duplicate-interface-addresses.md).
import type { Device, Interface } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { baseOf } from '../../model/incremental/patched-map';
import { pairRule, type Severity } from '../../diagnostics/rule';
import { isFactoryAddress } from '../../model/pairing/same-device';
import { vpnOf } from '../../model/routing/vpn';
import { isOneVpn } from '../../model/routing/vpn-counterparts';
import { shareAddresses } from '../../model/services/shared-addresses';
import { meetingInterfaces } from '../../model/services/meeting-interfaces';

export default pairRule<undefined>({
  id: 'duplicate-interface-address',
  requirement: 'HB-PAIR-DUP-IFADDR',
  title: 'Both devices of a pair have the same interface address',
  severity: 'error',
  why: 'Two hosts answer for one address: the devices do not reach each other, and neighbours reach now one, now the other.',
  guide: ['002 step 2.3', '000 step 1.4'],
  *check(pair) {
    if (pair.a.firewall || pair.b.firewall) return;
    let met: ReadonlySet<string> | undefined;
    for (const key of sharedKeys(pair.a.addresses, pair.b.addresses)) {
      for (const { interface: b, address: address } of pair.b.addresses.get(key)!) {
        for (const { interface: a, address: interfaceAddress } of pair.a.addresses.get(key) ?? []) {
          if (address.linkLocal || interfaceAddress.linkLocal || isFactoryAddress(key)) continue;
          if (!isOneVpn(pair.a, vpnOf(a), pair.b, vpnOf(b))) continue;
          const severity = severityOf(pair, (met ??= meetingInterfaces(pair)), a, b, key);
          if (!severity) continue;
          const message = (self: Device, on: Interface, other: Device, otherPort: Interface) =>
            `${self.name}: ${on.name} has address ${key.toUpperCase()}, which ${other.name} has on ${otherPort.name}: neighbours reach now one, now the other`;
          yield {
            at: address.at,
            severity,
            message: message(pair.b, b, pair.a, a),
            peer: { at: interfaceAddress.at, message: message(pair.a, a, pair.b, b) },
            facts: undefined,
          };
        }
      }
    }
  },
  examples: [
    {
      title: 'On the interfaces of a VRRP group',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 1025
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 1025
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
                    ^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has address 10.1.1.1, which DeviceA has on GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'On another interface of the same name',
      config: `
        --- A.cfg
        sysname DeviceA
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
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.7.1 255.255.255.0
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.7.1 255.255.255.0
                    ^^^^^^^^ DeviceB: GigabitEthernet0/1/7 has address 10.7.7.1
        #
      `,
    },
    {
      title: 'Loopbacks, other names, other VPNs, an E-Trunk, anycast gateways',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        interface LoopBack1
         ip address 10.9.9.9 255.255.255.255
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.7.1 255.255.255.0
        #
        interface GigabitEthernet0/1/9
         ip binding vpn-instance red
         ip address 10.8.8.1 255.255.255.0
        #
        interface Eth-Trunk10
         ip address 10.6.6.1 255.255.255.0
         e-trunk 1
        #
        interface Eth-Trunk10.7
         ip address 10.6.7.1 255.255.255.0
        #
        interface Vbdif20
         ip address 10.6.8.1 255.255.255.0
         anycast-gateway enable
        #
        interface GigabitEthernet0/0/0
         ip address 192.168.0.1 255.255.255.0
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        interface LoopBack1
         ip address 10.9.9.9 255.255.255.255
        #
        interface GigabitEthernet0/1/8
         ip address 10.7.7.1 255.255.255.0
        #
        interface GigabitEthernet0/1/9
         ip binding vpn-instance blue
         ip address 10.8.8.1 255.255.255.0
        #
        interface Eth-Trunk10
         ip address 10.6.6.1 255.255.255.0
         e-trunk 1
        #
        interface Eth-Trunk10.7
         ip address 10.6.7.1 255.255.255.0
        #
        interface Vbdif20
         ip address 10.6.8.1 255.255.255.0
         anycast-gateway enable
        #
        interface GigabitEthernet0/0/0
         ip address 192.168.0.1 255.255.255.0
        #
      `,
    },
  ],
});

/** Addresses that are in both; those of two devices that back each other up are many, and what they share is little. */
function sharedKeys(left: Device['addresses'], right: Device['addresses']): readonly string[] {
  const [a, b] = [baseOf(left), baseOf(right)];
  let found = shared.get(a);
  if (!found || found.with !== b) shared.set(a, (found = { with: b, keys: [...b.keys()].filter((key) => a.has(key)) }));
  return found.keys;
}

// An edit that changes no address leaves the base of both as it is.
const shared = new WeakMap<
  Device['addresses'],
  { readonly with: Device['addresses']; readonly keys: readonly string[] }
>();

function severityOf(
  pair: Pair,
  met: ReadonlySet<string>,
  a: Interface,
  b: Interface,
  key: string,
): Severity | undefined {
  // The peer's address on a device itself is rbs-peer-is-local's.
  if (
    pair.channels.some(
      (channel) => channel.a.channel.peer.value.key === key || channel.b.channel.peer.value.key === key,
    )
  )
    return undefined;
  const loopback = a.key.startsWith('loopback') || b.key.startsWith('loopback');
  if (loopback) {
    return pair.channels.some(
      (channel) => channel.a.channel.source.value.key === key || channel.b.channel.source.value.key === key,
    )
      ? 'warning'
      : undefined;
  }
  if (shareAddresses(pair.a, a, pair.b, b)) return undefined;
  if (met.has(`${a.key} ${b.key}`)) return 'error';
  return a.key === b.key ? 'warning' : undefined;
}
