// A static RP that is an address of a device in the workspace must be announced by something
// (docs/decisions/static-rp-reachability.md): an IGP on its interface, a network statement, an import of direct routes,
// or a static route of those who ask for it.
import type { Device, Interface, InterfaceAddress } from '../../model/device';
import { address, isInside, prefixLength, type Address } from '../../model/address';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Network } from '../../model/pairing/network';
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { multicastBindings, multicastFamilies } from '../../model/services/multicast';
import { insertAfter } from '../../edits/config-edits';
import { networkRule } from '../../diagnostics/rule';
import { canonicalText, systemLines } from '../../model/lines/canonical-text';
import { staticRps, type Rp } from './mld-static-rp-differs';

const routingViews = ['isis', 'ospf', 'ospf-area', 'ospfv3', 'ospfv3-area', 'rip', 'bgp', 'bgp-family'] as const;

export default networkRule<{ device: Device; interface: Interface; line: MatchedLine }>({
  id: 'mld-static-rp-unreachable',
  requirement: 'HB-M-STATIC-RP',
  title: 'The static RP of a hot-backup pair is an address that no routing protocol announces',
  severity: 'information',
  why: 'Without a route to the rendezvous point no group is joined: neither device delivers multicast, whichever is master.',
  guide: ['003 step 1', '006 step 1', '003 configuration files'],
  asks: (device) => rpsOf(device).map(({ rp }) => rp.key),
  *check(network) {
    const all = network.devices.filter((device) => rpsOf(device).length > 0);
    for (const words of multicastFamilies) {
      const askers = new Map<string, { device: Device; rp: Rp }[]>();
      for (const device of all) {
        for (const item of rpsOf(device)) if (item.words === words) push(askers, item.rp.key, { device, rp: item.rp });
      }
      const ownersOf = ownersIn(network, askers);
      for (const [key, asking] of askers) {
        const owners = ownersOf.get(key) ?? [];
        const first = owners[0];
        if (!first || owners.some((owner) => isAnnounced(owner.device, owner.interface, owner.address.prefix.address)))
          continue;
        const reached = asking.filter(({ device }) => hasRoute(device, first.address.prefix.address));
        if (reached.length === asking.length) continue;
        const names = [...new Set(asking.map(({ device }) => device.name))].join(' and ');
        yield {
          at: first.address.at,
          message: `${first.device.name}: ${first.interface.name} is the static RP of ${names}, but in no routing protocol: no group is joined there; announce the RP`,
          also: asking.map(({ device, rp }) => ({
            at: rp.at,
            message: `${device.name} names ${first.interface.name} of ${first.device.name} as RP`,
          })),
          facts: { device: first.device, interface: first.interface, line: first.address.line },
        };
      }
    }
  },
  fix({ device, interface: loopback, line }) {
    const commands = new Set(
      [...device.interfaces.values()]
        .filter((port) => port !== loopback)
        .flatMap((port) => port.block.lines.map(canonicalText))
        .filter((text) => /^(isis ipv6 enable|isis enable|ospfv3 \d+ area|ospf enable)/.test(text)),
    );
    return [...commands]
      .filter((text) => line.text.includes(':') === /ipv6|ospfv3/.test(text))
      .map((text) => ({
        title: `Add ${text} on ${device.name} ${loopback.name}`,
        edits: [insertAfter(device, line, text)],
        safe: false,
      }));
  },
  examples: [
    {
      title: 'The loopback that is the RP runs no IGP',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile tv
        #
        pim-ipv6
         static-rp 2001:DB8:22::22
        #
        --- DeviceD.cfg
        sysname DeviceD
        #
        isis 1
         network-entity 10.0000.0000.0004.00
        #
        interface GigabitEthernet0/1/1
         ipv6 enable
         ipv6 address 2001:DB8:40::1/64
         isis ipv6 enable 1
        #
        interface LoopBack0
         ipv6 enable
         ipv6 address 2001:DB8:22::22/64
                      ^^^^^^^^^^^^^^^ DeviceD: LoopBack0 is the static RP of DeviceA, but in no routing protocol: no group is joined there; announce the RP
        #
        fixed:
        --- DeviceD.cfg
        sysname DeviceD
        #
        isis 1
         network-entity 10.0000.0000.0004.00
        #
        interface GigabitEthernet0/1/1
         ipv6 enable
         ipv6 address 2001:DB8:40::1/64
         isis ipv6 enable 1
        #
        interface LoopBack0
         ipv6 enable
         ipv6 address 2001:DB8:22::22/64
         isis ipv6 enable 1
        #
      `,
    },
    {
      title: 'Announced by an interface command; the other RP belongs to nobody here',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile tv
        #
        pim-ipv6
         static-rp 2001:DB8:22::22
         static-rp 2001:DB8:33::33
        #
        --- DeviceD.cfg
        sysname DeviceD
        #
        interface LoopBack0
         ipv6 enable
         ipv6 address 2001:DB8:22::22/128
         isis ipv6 enable 1
        #
      `,
    },
    {
      title: 'IGMP: announced by a network statement',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type igmp
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile tv
        #
        pim
         static-rp 10.9.9.9
        #
        --- DeviceD.cfg
        sysname DeviceD
        #
        interface LoopBack0
         ip address 10.9.9.9 32
        #
        ospf 1
         area 0.0.0.0
          network 10.9.9.9 0.0.0.0
        #
      `,
    },
  ],
});

type MulticastFamily = (typeof multicastFamilies)[number];

interface Owner {
  readonly device: Device;
  readonly interface: Interface;
  readonly address: InterfaceAddress;
}

// In a large workspace this rule runs after every edit, and an edit leaves all devices but one as they were.
/** The static RPs that matter to the device: those of families in which it backs up receivers. */
const rpsOf = memoizeByObject((device: Device): readonly { readonly words: MulticastFamily; readonly rp: Rp }[] => {
  const bound = new Set(multicastBindings(device).map((binding) => binding.words));
  return [...bound].flatMap((words) => staticRps(device, words.pimView).map((rp) => ({ words, rp })));
});

/** Who has the addresses, each device's in the order of the devices. */
function ownersIn(network: Network, keys: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly Owner[]> {
  const owners = new Map<string, Owner[]>();
  if (keys.size === 0) return owners;
  for (const device of network.devices) {
    for (const key of (keys.size < device.addresses.size ? keys : device.addresses).keys()) {
      if (!keys.has(key)) continue;
      for (const address of device.addresses.get(key) ?? []) push(owners, key, { device, ...address });
    }
  }
  return owners;
}

function isAnnounced(device: Device, owner: Interface, rp: Address): boolean {
  if (
    owner.block.lines.some((line) =>
      /^(isis|ospf|ospfv3|ripng|rip|bgp) (?!.*\b(silent|cost)\b)/.test(canonicalText(line)),
    )
  )
    return true;
  const lines = routingViews
    .flatMap((view) => device.views.get(view) ?? [])
    .flatMap((block) => deep(block.lines))
    .map(canonicalText);
  return lines.some(
    (text) => /^import-route direct\b/.test(text) || (text.startsWith('network ') && networkCovers(text, rp)),
  );
}

/** A direct neighbour's prefix or a static route. */
function hasRoute(device: Device, rp: Address): boolean {
  for (const port of device.interfaces.values()) {
    if (port.addresses.some((own) => !own.linkLocal && own.prefix.address.key !== rp.key && isInside(rp, own.prefix)))
      return true;
  }
  const [word, begins] = rp.family === 6 ? ['ipv6', /^ipv6 route-static /] : ['ip', /^ip route-static /];
  return systemLines(device, begins, word).some((line) => {
    const [, , target = '', length = ''] = canonicalText(line).split(' ');
    const net = address(target.split('/')[0]!);
    const bits = prefixLength(target.split('/')[1] ?? length, rp.family);
    return !net || bits === undefined || isInside(rp, { address: net, length: bits });
  });
}

/** `network 10.0.0.0 0.0.0.255`, `network 10.0.0.0 255.255.255.0`, `network 2001:DB8:: 64`; what cannot be read covers. */
function networkCovers(text: string, rp: Address): boolean {
  const [, target = '', mask = ''] = text.split(' ');
  const net = address(target.split('/')[0]!);
  if (!net) return true;
  if (net.family !== rp.family) return false;
  const wildcard = address(mask);
  const inverted =
    (wildcard?.family === 4 && wildcard.bytes[3] !== 0) || mask === '0.0.0.0'
      ? wildcard!.bytes.map((byte) => 255 - byte).join('.')
      : mask;
  const bits = prefixLength(target.split('/')[1] ?? inverted, rp.family);
  return bits === undefined || isInside(rp, { address: net, length: bits });
}

function deep(lines: readonly MatchedLine[]): MatchedLine[] {
  return lines.flatMap((line) => [line, ...deep(line.lines)]);
}
