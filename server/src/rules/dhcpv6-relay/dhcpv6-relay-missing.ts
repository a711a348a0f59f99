// A profile for DHCPv6 relay works only on an interface that is a relay: without a relay line it has nothing to back up.
import type { Device, Interface } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { unrelayedInterfaces } from '../../model/services/dhcpv6-relay';
import { bindingsOf, type Binding } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { peerGroup, seatsOf } from '../shared/peer-says';

export default deviceRule<{ device: Device; binding: Binding }>({
  id: 'dhcpv6-relay-missing',
  requirement: 'HB-D6-NORELAY',
  title: 'A profile for DHCPv6 relay is bound to an interface that is no relay',
  severity: 'error',
  why: 'Hot backup of DHCPv6 relay does not take effect there: after a switchover the new master knows none of the clients and their prefixes.',
  guide: ['000 step 5.2'],
  supersededBy: ['dhcpv6-relay-other-main-interface'],
  independentPer: 'binding',
  *check(device) {
    for (const binding of bindingsOf(device, 'dhcpv6-relay')) {
      if (!unrelayedInterfaces(binding.profile, device).includes(binding.interface)) continue;
      yield {
        at: binding.at,
        message: `${device.name}: ${binding.interface.name} binds RBP ${binding.profile.name} (dhcpv6-relay) but relays nothing: no client is backed up; add dhcpv6 relay destination`,
        facts: { device, binding },
      };
    }
  },
  fix({ device, binding }, pairs) {
    // What the peer's interface points at, else the device's other relay interfaces, else a line to be completed.
    const counterpart = peerInterface(device, binding.interface, pairs);
    const relayLines = new Set(
      (counterpart ? [counterpart] : [...device.interfaces.values()])
        .flatMap((port) => port.block.lines.map(canonicalText))
        .filter((text) => turnsIntoRelay.test(text)),
    );
    const lines = relayLines.size > 0 ? [...relayLines] : ['dhcpv6 relay destination <server-ipv6-address>'];
    const { block } = binding.interface;
    return lines.map((text) => {
      const line = text.replace(/[\da-f:]+/g, (hit) => (hit.includes(':') ? hit.toUpperCase() : hit));
      const last = block.lines
        .filter(
          (line) =>
            canonicalText(line).startsWith('dhcpv6 relay ') ||
            / vrid \d+ /.test(canonicalText(line)) ||
            canonicalText(line).startsWith('ipv6 '),
        )
        .at(-1);
      return {
        title: `Add ${line} on ${device.name} ${binding.interface.name}`,
        edits: [insertInBlock(device, block, line, { after: (line) => line === last })],
        safe: false,
      };
    });
  },
  examples: [
    {
      title: 'No relay line',
      config: `
        sysname DeviceA
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile relay
                               ^^^^^ DeviceA: GigabitEthernet0/1/2 binds RBP relay (dhcpv6-relay) but relays nothing: no client is backed up; add dhcpv6 relay destination
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay destination <server-ipv6-address>
         remote-backup-profile relay
        #
      `,
    },
    {
      title: 'Only a cost, no destination; another interface knows the server',
      config: `
        sysname DeviceA
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay pd-route degrade-cost 20
         remote-backup-profile relay
                               ^^^^^ DeviceA: GigabitEthernet0/1/2 binds RBP relay (dhcpv6-relay) but relays nothing: no client is backed up; add dhcpv6 relay destination
        #
        interface GigabitEthernet0/1/3
         dhcpv6 relay destination 2001:DB8:99::1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay pd-route degrade-cost 20
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
        #
        interface GigabitEthernet0/1/3
         dhcpv6 relay destination 2001:DB8:99::1
        #
      `,
    },
    {
      title: 'A destination, an outgoing interface or a server group each make a relay',
      config: `
        sysname DeviceA
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
        #
        interface GigabitEthernet0/1/2.3
         dhcpv6 relay interface GigabitEthernet0/1/8
         remote-backup-profile relay
        #
        interface GigabitEthernet0/1/2.4
         dhcpv6 relay binding server group servers
         remote-backup-profile relay
        #
      `,
    },
  ],
});

const turnsIntoRelay = /^dhcpv6 relay (destination|interface|binding server group) /;

/** The interface of the other device that has the same virtual router, where it is a relay. */
function peerInterface(device: Device, own: Interface, pairs: readonly Pair[]): Interface | undefined {
  for (const group of own.groups) {
    const counterpart = peerGroup(group, pairs);
    for (const { peer } of counterpart ? seatsOf(device, pairs) : []) {
      const found = peer.interfaces.get(counterpart!.interfaceKey);
      if (found?.block.lines.some((line) => turnsIntoRelay.test(canonicalText(line)))) return found;
    }
  }
  return undefined;
}
