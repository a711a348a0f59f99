// An interface that the configuration uses in a family, without an address of that family, where the one that answers it on the other
// device has one: that of its name, the one that binds the same profile, the uplink of the same group. What carries a group has
// findings of its own, and an address that is borrowed or leased is one.
import { pairRule } from '../../diagnostics/rule';
import { spelled, type Family } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { mapIndex } from '../../model/incremental/index-view';
import { inForce } from '../../model/lines/in-force';
import { nameKey } from '../../model/names';
import { profilePairOf } from '../../model/pairing/matching';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { isLoopback } from '../../model/routing/connected';
import { igpLines } from '../../model/routing/igp-interfaces';
import { igpNames } from '../../model/routing/igp-processes';
import { followsETrunk, onlyBinding } from '../../model/services/bindings';
import { protectionsOf } from '../../model/services/protection';
import { trackedInterfaces, uplinksAnswering } from '../../model/services/tracked-uplinks';
import { exampleChannel } from '../testing/example-channel';

/** What runs on an interface with an address only, by the words of its line, and what the message calls it. */
const uses: readonly { readonly family: Family; readonly words: RegExp; readonly title: string }[] = [
  { family: 4, words: /^igmp enable$/, title: 'IGMP' },
  { family: 4, words: /^pim (sm|dm)$/, title: 'PIM' },
  { family: 4, words: /^mpls ldp$/, title: 'LDP' },
  { family: 4, words: /^dhcp server enable$/, title: 'DHCP' },
  { family: 6, words: /^mld enable$/, title: 'MLD' },
  { family: 6, words: /^pim ipv6 (sm|dm)$/, title: 'PIM for IPv6' },
  { family: 6, words: /^ipv6 enable$/, title: 'IPv6' },
];

export default pairRule<undefined>({
  id: 'interface-address-on-one-device',
  requirement: 'HB-X-ADDRESS-BOTH',
  title: 'An interface of one device has no address, the one of the same name on the other has',
  severity: 'warning',
  why: 'Without an address the protocols of the interface do not run: as master the device has no way out over it, or serves nobody there.',
  guide: ['vendor configuration files'],
  supersededBy: [
    'ipv6-address-without-enable',
    'l2tp-tunnel-source',
    'rbs-source-not-local',
    'vrrp6-interface-without-ipv6',
  ],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      for (const family of [4, 6] as const) {
        for (const on of candidates(pair[side], family)) {
          const answer = answerTo(pair, side, on, family);
          if (!answer) continue;
          const user = userOf(on, family) ?? 'no packet of users goes out';
          const whose = answer.twin.key === on.key ? `that of ${peer.name}` : `${answer.twin.name} of ${peer.name}`;
          yield {
            at: on.at,
            severity: on.profiles.length > 0 ? 'error' : 'warning',
            message: `${device.name}: ${on.name} has no IPv${family} address, ${whose} has ${answer.shown}: ${user} here; add the address`,
            peer: {
              at: answer.at,
              message: `${peer.name}: ${answer.twin.name} has ${answer.shown}, ${on.name} on ${device.name} none`,
            },
            evidence: isLoopback(on) ? sourcesOf(device) : [],
            facts: undefined,
          };
        }
      }
    }
  },
  examples: [
    {
      title: 'An uplink in OSPF',
      config:
        example('DeviceA', 1, '\n         ip address 10.9.1.1 255.255.255.252') +
        example(
          'DeviceB',
          2,
          `
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/8 has no IPv4 address, that of DeviceA has 10.9.1.1: OSPF does not run here; add the address`,
        ),
    },
    {
      title: 'A port of users of IPv6, where the other device has a link',
      config:
        example('DeviceA', 1, '\n         ip address 10.9.1.1 255.255.255.252') +
        example(
          'DeviceB',
          2,
          '\n         ipv6 enable\n         ipv6 address 2001:DB8:60::2/64\n         traffic-policy users inbound',
          '',
        ),
    },
    {
      title: 'A borrowed address',
      config:
        example('DeviceA', 1, '\n         ip address 10.9.1.1 255.255.255.252') +
        example('DeviceB', 2, '\n         ip address unnumbered interface LoopBack0'),
    },
    {
      title: 'Other ports bind a profile that follows a group: that is a finding of its own',
      config: boundExample('DeviceA', 1, '2') + boundExample('DeviceB', 2, '3', '\n         ip address 10.3.3.2 24'),
    },
  ],
});

/** The first of the interfaces that may answer this one which has an address of the family. */
function answerTo(pair: Pair, side: Side, on: Interface, family: Family) {
  for (const twin of answering(pair, side, on)) {
    const address = addressOn(twin, family);
    if (address) return { twin, ...address };
  }
  return undefined;
}

/** The interfaces of the other device that may answer this one, the likeliest first. */
function* answering(pair: Pair, side: Side, on: Interface): Iterable<Interface> {
  const peer = pair[other(side)];
  const sameNamed = peer.interfaces.get(on.key);
  if (sameNamed) yield sameNamed;
  yield* on.profiles.flatMap((name) => {
    const matched = profilePairOf(pair, side, nameKey(name.value));
    // Over an E-Trunk the names differ; elsewhere another port than that of the group is a finding of its own.
    if (!matched || !followsETrunk(matched[side]) || onlyBinding(matched[side], pair[side])?.interface !== on)
      return [];
    return onlyBinding(matched[other(side)], peer)?.interface ?? [];
  });
  yield* uplinksAnswering(pair, side, on);
}

/** An address of the family; where there is none, the line by which the interface makes one of the link for itself. */
function addressOn({ addresses, block }: Interface, family: Family): { at: Place; shown: string } | undefined {
  const written = addresses.find(({ linkLocal, prefix }) => !linkLocal && prefix.address.family === family);
  if (written) return { at: written.at, shown: spelled(written.prefix.address.bytes) };
  const line = inForce(block.lines).find((line) => canonicalText(line) === 'ipv6 address auto link-local');
  return family === 6 && line ? { at: line, shown: 'one of the link' } : undefined;
}

/** The interfaces that lack an address of the family, and that something of the configuration asks for one. */
function candidates(device: Device, family: Family): readonly Interface[] {
  const protections = [...device.services.values()].flatMap((service) => protectionsOf(service));
  const handing = protections.flatMap(({ interfaceKey }) =>
    interfaceKey === undefined ? [] : (device.interfaces.get(interfaceKey) ?? []),
  );
  const uplinks = trackedInterfaces(device);
  const lacking =
    family === 4
      ? [...handing, ...uplinks.filter((on) => on.addresses.length === 0)].filter((on) => lacksAddress(on, 4))
      : [];
  return [...new Set([...addressless(device.interfaces).get(String(family)), ...lacking])];
}

const addressless = mapIndex((on: Interface) =>
  ([4, 6] as const).filter((family) => lacksAddress(on, family) && userOf(on, family) !== undefined).map(String),
);

/** It has no address of the family, and nothing tells that it borrows one. What carries a group has findings of its own. */
function lacksAddress(on: Interface, family: Family): boolean {
  if (on.addresses.some(({ prefix }) => prefix.address.family === family)) return false;
  if (family === 6 && on.ipv6Enable === undefined) return false;
  if (on.groups.some((group) => group.family === family) || (family === 6 && on.ipv6Addressed)) return false;
  const words = family === 4 ? 'ip address ' : 'ipv6 address ';
  // An address that is borrowed or leased is one, and a line that could not be read is told as such.
  return !inForce(on.block.lines).some((line) => canonicalText(line).startsWith(words));
}

/** What does not run for want of the address, as the middle of the message; undefined where nothing asks for one. */
function userOf(on: Interface, family: Family): string | undefined {
  const igp = igpLines(on).find((line) => line.family === family);
  if (igp) return `${igpNames[igp.protocol]} does not run`;
  const texts = inForce(on.block.lines).map(canonicalText);
  const use = uses.find((use) => use.family === family && texts.some((text) => use.words.test(text)));
  if (use) return `${use.title} does not run`;
  // With addresses of IPv6 it may be there for those alone.
  if (family === 6 || on.addresses.length > 0) return undefined;
  const isGateway = on.profiles.length > 0 && !texts.some((text) => /^(?:l2 binding|bas$|user-vlan) ?/.test(text));
  if (isGateway || texts.some((text) => text.startsWith('traffic-policy '))) return 'no user is served';
  return isLoopback(on) && !on.key.startsWith('null') ? 'nothing answers' : undefined;
}

/** Where the ends of the channels and E-Trunks are named: what is wrong with these lines is told there. */
function sourcesOf({ services, eTrunks }: Device): Place[] {
  return [
    ...[...services.values()].flatMap(({ channels }) => channels.map(({ source }) => source.at)),
    ...[...eTrunks.values()].flatMap(({ source }) => source?.at ?? []),
  ];
}

function boundExample(name: string, own: 1 | 2, port: string, address = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type bras
         backup-id 1 remote-backup-service s1
         peer-backup hot
         vrrp-id 1 interface GigabitEthernet0/1/1
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.1.${own} 24
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet0/1/${port}${address}
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} 255.255.255.252
        #`;
}

function example(name: string, own: 1 | 2, address: string, routing = '\n         ospf enable 1 area 0.0.0.0'): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface GigabitEthernet0/1/8${address}${routing}
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} 255.255.255.252
        #`;
}
