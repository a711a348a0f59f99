// Hosts take their addresses from the prefix that the router advertises, and the router answers for those of its interface only.
import { isInside, spelled, bounds, type Prefix } from '../../model/address';
import type { Interface } from '../../model/device';
import { advertisedPrefixes, type AdvertisedPrefix } from '../../model/services/router-advertisements';
import { localAddressesOn, subnetText } from '../../model/vrrp/addresses';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ on: Interface; advertised: AdvertisedPrefix }>({
  id: 'nd-prefix-not-of-interface',
  requirement: 'HB-ND-PREFIX',
  title: 'The advertised IPv6 prefix is not one of the interface',
  severity: 'warning',
  why: 'Hosts make themselves addresses from that prefix, and the router has no route back to them.',
  guide: ['001 prerequisites'],
  // Where the group has its address in the advertised prefix too, the interface is what is wrong.
  supersededBy: ['vrrp-virtual-ip-outside-subnet'],
  independentPer: 'interface',
  *check(device) {
    for (const on of device.interfaces.values()) {
      const own = networks(on);
      if (own.length === 0) continue;
      for (const advertised of advertisedPrefixes(on)) {
        const { prefix } = advertised;
        if (own.some((net) => isInside(prefix.address, net) && prefix.length >= net.length)) continue;
        yield {
          at: advertised.at,
          message: `${device.name}: ${on.name} is in ${own.map(subnetText).join(', ')} but advertises ${subnetText(prefix)}: no route leads back to such hosts; advertise its own prefix`,
          also: [
            {
              at: localAddressesOn(on, 6)[0]!.at,
              message: `${device.name}: ${on.name} is in ${own.map(subnetText).join(', ')}`,
            },
          ],
          evidence: on.groups.flatMap(({ virtualIps }) =>
            virtualIps.filter(({ address }) => isInside(address, prefix)).map(({ at }) => at),
          ),
          facts: { on, advertised },
        };
      }
    }
  },
  fix({ on, advertised }) {
    const [net, ...more] = networks(on);
    // From a network of one address nobody has another.
    if (!net || more.length > 0 || net.length === net.address.bytes.length * 8) return [];
    const isVirtualToo = on.groups.some((group) => group.virtualIps.some((ip) => isInside(ip.address, net)));
    const { line, prefix } = advertised;
    const first = spelled([...bounds(net).from].map((character) => character.charCodeAt(0)));
    const written = line.text.slice(advertised.at.start - line.start, advertised.at.end - line.start);
    return [
      {
        title: `Advertise ${first}/${net.length}, the prefix of ${on.name}`,
        edits: [replace(advertised.at, written.includes('/') ? `${first}/${net.length}` : `${first} ${net.length}`)],
        // The address and the virtual address agree on it, and the length is the one that is advertised.
        safe: isVirtualToo && net.length === prefix.length,
      },
    ];
  },
  examples: [
    {
      title: 'The prefix of another interface',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:A5::1/64
         ipv6 nd ra prefix 2001:DB8:A4:: 64 3600 1800
                           ^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 is in 2001:DB8:A5::/64 but advertises 2001:DB8:A4::/64: no route leads back to such hosts; advertise its own prefix
         undo ipv6 nd ra halt
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:A5::A
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:A5::1/64
         ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
         undo ipv6 nd ra halt
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:A5::A
        #
      `,
    },
    {
      title: 'The interface is in no network: told once, at the virtual address',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:A5::1/128
         ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
         undo ipv6 nd ra halt
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:A5::A
        #
      `,
    },
    {
      title: 'In another spelling; of a second address; no address in the file',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:A5::1/64
         ipv6 address 2001:DB8:A6::1 64
         ipv6 nd ra prefix 2001:db8:a5:0::/64 3600 1800
         ipv6 nd ra prefix 2001:DB8:A6::9 64 3600 1800
         ipv6 nd ra prefix 2001:DB8:A7::9 64 3600 1800
         undo ipv6 nd ra prefix 2001:DB8:A7::9 64
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address auto link-local
         ipv6 nd ra prefix 2001:DB8:A4:: 64 3600 1800
        #
      `,
    },
  ],
});

function networks(on: Interface): readonly Prefix[] {
  const hasUnread = on.block.lines.some(({ text }) => /^ipv6 address .*\beui-64\b/i.test(text));
  return hasUnread ? [] : localAddressesOn(on, 6).map(({ prefix }) => prefix);
}
