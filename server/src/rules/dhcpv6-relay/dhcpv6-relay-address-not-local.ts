// A relay speaks from an address of its device, and names a global address of the interface where its clients are: the server answers
// to the one and picks the pool by the other.
import type { Device, Interface } from '../../model/device';
import { isLinkLocal, spelled } from '../../model/address';
import { addressOf } from '../../model/read/line-values';
import { inForce } from '../../model/lines/in-force';
import { mapIndex } from '../../model/incremental/index-view';
import { hasUntoldAddress, hasUntoldAddressOn } from '../../model/routing/connected';
import { deviceRule } from '../../diagnostics/rule';

const source = 'dhcpv6Relay.sourceAddress';
const link = 'dhcpv6Relay.linkAddress';

export default deviceRule<undefined>({
  id: 'dhcpv6-relay-address-not-local',
  requirement: 'HB-D6-OWN',
  title: 'A relay names an address of its own that it has not',
  severity: 'warning',
  why: 'Answers of the server go elsewhere, or come from a pool of another network: clients get no address that works.',
  guide: ['CLI reference, dhcpv6 relay source-ip-address, dhcpv6 relay link-address'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const on of relays(device.interfaces).get('named')) {
      for (const line of inForce(on.block.lines)) {
        const { match } = line;
        const named = match && !match.undo && [source, link].includes(match.command) && addressOf(line, 'ipv6-address');
        if (!named) continue;
        const isLink = match.command === link;
        if (isLink ? isOn(on, named.value.key) : isOnDevice(device, named.value.key)) continue;
        yield {
          at: named.at,
          severity: isLink && on.groups.length > 0 ? 'error' : 'warning',
          message: isLink
            ? `${device.name}: ${on.name} gives link-address ${spelled(named.value.bytes)} of another interface: the server picks another pool; use a global address of the interface`
            : `${device.name}: ${on.name} relays from ${spelled(named.value.bytes)}, which is on no interface in this file: answers go elsewhere; use an address of ${device.name}`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'Addresses of another device',
      config: device(`
         dhcpv6 relay link-address 2001:DB8:50::2
                                   ^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 gives link-address 2001:DB8:50::2 of another interface: the server picks another pool; use a global address of the interface
         dhcpv6 relay source-ip-address 2001:DB8:FF::2
                                        ^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 relays from 2001:DB8:FF::2, which is on no interface in this file: answers go elsewhere; use an address of DeviceA`),
    },
    {
      title: 'Its own ones',
      config: device(`
         dhcpv6 relay link-address 2001:DB8:50::1
         dhcpv6 relay source-ip-address 2001:DB8:FF::1`),
    },
  ],
});

function device(lines: string): string {
  return `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         dhcpv6 relay destination 2001:DB8:D5::53${lines}
        #
        interface LoopBack0
         ipv6 enable
         ipv6 address 2001:DB8:FF::1/128
        #`;
}

const relays = mapIndex((on: Interface) =>
  on.block.lines.some(({ match }) => match?.command === source || match?.command === link) ? ['named'] : [],
);

/** A global address of the interface, or one that the file does not tell. */
function isOn(on: Interface, key: string): boolean {
  const global = on.addresses.filter(({ prefix: { address } }) => address.family === 6 && !isLinkLocal(address));
  return global.length === 0 || hasUntoldAddressOn(on, 6) || global.some(({ prefix }) => prefix.address.key === key);
}

function isOnDevice(device: Device, key: string): boolean {
  return hasUntoldAddress(device, 6) || device.addresses.has(key);
}
