// Both ends of a link between the devices have one prefix length. What carries a group has a finding of its own.
import type { Device, Interface, InterfaceAddress } from '../../model/device';
import { pairLinks } from '../../model/services/pair-links';
import { areOnOneLink, unequalTwins } from '../../model/services/twin-links';
import { setPrefixLength } from '../../edits/prefix-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

interface End {
  readonly device: Device;
  readonly on: Interface;
  readonly address: InterfaceAddress;
}

const uplink = (mask: string) => (own: 1 | 2) => `
        interface GigabitEthernet0/1/8
         ip address 10.7.0.${own} ${mask}
         ospf enable 1 area 0
        #`;

export default pairRule<{ readonly a: End; readonly b: End }>({
  id: 'link-mask-differs',
  requirement: 'HB-X-LINK-MASK',
  title: 'The two ends of a link have different prefix lengths',
  severity: 'warning',
  why: 'OSPF makes no neighbours of them, and the device with the shorter prefix looks on the link for addresses that are elsewhere.',
  guide: ['vendor configuration files'],
  *check(pair) {
    const links = [...pairLinks(pair), ...unequalTwins(pair)];
    const byName = new Map(links.map((link) => [`${link.a.key} ${link.b.key}`, link]));
    for (const link of byName.values()) {
      for (const interfaceAddress of link.a.addresses) {
        const peerAddress = link.b.addresses.find((address) => areOnOneLink(interfaceAddress, address));
        if (!peerAddress || interfaceAddress.prefix.length === peerAddress.prefix.length) continue;
        const a: End = { device: pair.a, on: link.a, address: interfaceAddress };
        const b: End = { device: pair.b, on: link.b, address: peerAddress };
        yield {
          at: peerAddress.at,
          message: messageOf(b, a),
          peer: { at: interfaceAddress.at, message: messageOf(a, b) },
          facts: { a, b },
        };
      }
    }
  },
  fix: ({ a, b }) => [...useOf(a, b), ...useOf(b, a)],
  examples: [
    {
      title: 'A /29 at a /30',
      config:
        device('DeviceA', 1, '255.255.255.252') +
        device(
          'DeviceB',
          2,
          `255.255.255.248
                    ^^^^^^^^ DeviceB: GigabitEthernet0/1/9 has a /29, the other end of the link on DeviceA a /30: routing neighbours do not come up; use one`,
        ) +
        `
        fixed:${device('DeviceB', 2, '255.255.255.252')}`,
    },
    {
      title: 'A link that only a routing protocol uses',
      config:
        device('DeviceA', 1, '255.255.255.252', uplink('255.255.255.0')) +
        device(
          'DeviceB',
          2,
          '255.255.255.252',
          uplink(
            `255.255.255.252
                    ^^^^^^^^ DeviceB: GigabitEthernet0/1/8 has a /30, the other end of the link on DeviceA a /24: routing neighbours do not come up; use one`,
          ),
        ),
    },
    {
      title: 'One length in two spellings',
      config: device('DeviceA', 1, '255.255.255.252') + device('DeviceB', 2, '30'),
    },
  ],
});

function messageOf(self: End, other: End): string {
  const [own, peers] = [self.address.prefix.length, other.address.prefix.length];
  return `${self.device.name}: ${self.on.name} has a /${own}, the other end of the link on ${other.device.name} a /${peers}: routing neighbours do not come up; use one`;
}

function useOf(from: End, to: End): Fix[] {
  const { length } = from.address.prefix;
  const edit = setPrefixLength(to.address, length);
  return edit ? [{ title: `Use /${length} on ${to.device.name} ${to.on.name}`, edits: [edit], safe: false }] : [];
}

function device(name: string, own: 1 | 2, mask: string, rest: (own: 1 | 2) => string = () => ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} ${mask}
        #${rest(own)}`;
}
