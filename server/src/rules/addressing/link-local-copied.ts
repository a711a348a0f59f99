// Two routers with one link-local address on one link: each hears itself, neighbour discovery finds now one, now the other, and VRRP6
// advertisements of the peer are dropped as one's own (docs/decisions/copied-identity.md).
import type { Device, Interface, InterfaceAddress } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { isLinkLocal, overlap } from '../../model/address';
import { backupInterfaces, groupInterfaces, meetingInterfaces } from '../../model/services/meeting-interfaces';
import { shareAddresses } from '../../model/services/shared-addresses';
import { localAddressesOn } from '../../model/vrrp/addresses';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'link-local-copied',
  requirement: 'HB-X-ID-LINK-LOCAL',
  title: 'Both devices have one link-local address on a link',
  severity: 'error',
  why: 'Each device drops what the other sends from its own address: VRRP6 has two masters, and neighbours reach now one, now the other.',
  guide: ['RFC 4862 5.4', 'RFC 9568 7.1'],
  parts: [
    { independentPer: 'group', check: (pair) => copiedOn(pair, groupInterfaces(pair)) },
    { check: (pair) => copiedOn(pair, backupInterfaces(pair)) },
  ],
  check: (pair) => copiedOn(pair, meetingInterfaces(pair)),
  examples: [
    {
      title: 'On the interfaces of a group',
      config:
        device('DeviceA', 1, 'FE80::5:1', '') +
        device(
          'DeviceB',
          2,
          `FE80::5:1 link-local
                      ^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has link-local FE80::5:1, as GigabitEthernet0/1/2 of DeviceA on one link`,
          '',
        ),
    },
    {
      title: 'Different ones',
      config: device('DeviceA', 1, 'FE80::5:1', '') + device('DeviceB', 2, 'FE80::5:2', ''),
    },
    {
      title: 'An anycast gateway',
      config:
        device('DeviceA', 1, 'FE80::5:1', '\n         anycast-gateway enable') +
        device('DeviceB', 2, 'FE80::5:1', '\n         anycast-gateway enable'),
    },
  ],
});

function* copiedOn(pair: Pair, couples: ReadonlySet<string>): Iterable<RawFinding<undefined>> {
  if (pair.a.firewall || pair.b.firewall) return;
  for (const couple of couples) {
    const [keyA, keyB] = couple.split(' ') as [string, string];
    const [a, b] = [pair.a.interfaces.get(keyA), pair.b.interfaces.get(keyB)];
    const [left, right] = [a && linkLocal(a), b && linkLocal(b)];
    if (!left || !right || left.prefix.address.key !== right.prefix.address.key) continue;
    if (shareAddresses(pair.a, a!, pair.b, b!) || !mayBeOneLink(a!, b!)) continue;
    yield finding(pair, { on: a!, address: left }, { on: b!, address: right });
  }
}

interface End {
  readonly on: Interface;
  readonly address: InterfaceAddress;
}

function finding(pair: Pair, a: End, b: End) {
  const message = (self: Device, ofA: End, other: Device, ofB: End) =>
    `${self.name}: ${ofA.on.name} has link-local ${ofA.address.prefix.address.key.toUpperCase()}, as ${ofB.on.name} of ${other.name} on one link: each drops what the other sends`;
  return {
    at: b.address.at,
    message: message(pair.b, b, pair.a, a),
    peer: { at: a.address.at, message: message(pair.a, a, pair.b, b) },
    facts: undefined,
  };
}

function linkLocal(on: Interface): InterfaceAddress | undefined {
  return on.addresses.findLast(({ prefix }) => isLinkLocal(prefix.address));
}

/** False for loopbacks, and where the files say that the two are in different networks. */
function mayBeOneLink(a: Interface, b: Interface): boolean {
  if (a.key.startsWith('loopback') || b.key.startsWith('loopback')) return false;
  const [ofA, ofB] = [localAddressesOn(a, 6), localAddressesOn(b, 6)];
  if (ofA.length === 0 || ofB.length === 0) return true;
  return ofA.some((address) => ofB.some((interfaceAddress) => overlap(address.prefix, interfaceAddress.prefix)));
}

function device(name: string, own: 1 | 2, address: string, more: string): string {
  const line = address.includes(' ') ? address : `${address} link-local`;
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:5::${own}/64
         ipv6 address ${line}${more}
         vrrp6 vrid 1 virtual-ip FE80::5 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:5::A
         remote-backup-profile p1
        #`;
}
