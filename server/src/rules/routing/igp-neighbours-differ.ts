// The two devices meet on a link and run one routing protocol there, and their settings keep them from being neighbours, or from taking
// the routes of each other.
import { eachOf, pairRule, type RawFinding } from '../../diagnostics/rule';
import type { Pair } from '../../model/pairing/pair';
import type { Family } from '../../model/address';
import {
  adjacencyDifference,
  igpEnd,
  type AdjacencyDifference,
  type IgpEnd,
  type Setting,
} from '../../model/routing/adjacency';
import { igpNames, type Igp } from '../../model/routing/igp-processes';
import { sharedLinkUnits, type SharedLink } from '../../model/routing/shared-links';
import { differenceFixes } from '../shared/same-configuration';
import { exampleChannel } from '../testing/example-channel';

interface Facts extends AdjacencyDifference {
  readonly ends: Readonly<Record<'a' | 'b', IgpEnd>>;
}

/** IS-IS sends one Hello for both families. */
const protocols: readonly (readonly [Igp, Family])[] = [
  ['ospf', 4],
  ['ospfv3', 6],
  ['isis', 4],
  ['isis', 6],
];

export default pairRule<Facts>({
  id: 'igp-neighbours-differ',
  requirement: 'HB-X-IGP-NEIGHBOURS',
  title: 'The two devices run a routing protocol on their link and do not become neighbours',
  severity: 'warning',
  why: 'No route passes over the link: what one device has lost does not go round over the other, nor does a channel that needs it.',
  guide: ['RFC 2328 10.5', 'ISO 10589 8.4'],
  ...eachOf(sharedLinkUnits, onLink),
  fix({ ends, what, a, b }) {
    // Keys are not copied, and an area is more than a line.
    const isOwn = (end: IgpEnd, { line }: Setting) => !line || end.on.block.lines.includes(line);
    if (what.endsWith('authentication') || !isOwn(ends.a, a) || !isOwn(ends.b, b) || (!a.line && !b.line)) return [];
    const compared = ({ device, on }: IgpEnd) => ({ device, block: on.block, at: on.at, name: on.name });
    return differenceFixes({ a: compared(ends.a), b: compared(ends.b), difference: { a: a.line, b: b.line } });
  },
  examples: [
    {
      title: 'Two areas',
      config:
        device('DeviceA', 1, 'ospf enable 1 area 0.0.0.0') +
        device(
          'DeviceB',
          2,
          `ospf enable 1 area 0.0.0.1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: OSPF on GigabitEthernet0/1/5 has area 0.0.0.1, DeviceA 0.0.0.0: the two do not become neighbours over their link`,
        ),
    },
    {
      title: 'A hello interval on one device',
      config:
        device(
          'DeviceA',
          1,
          `ospf enable 1 area 0
         ospf timer hello 5`,
        ) +
        device(
          'DeviceB',
          2,
          `ospf enable 1 area 0.0.0.0
         ^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: OSPF on GigabitEthernet0/1/5 has hello interval 10 by default, DeviceA 5: the two do not become neighbours over their link`,
        ),
    },
    {
      title: 'No level in common',
      config:
        device(
          'DeviceA',
          1,
          'isis enable 1',
          'isis 1\n         is-level level-2\n         network-entity 49.0001.0000.0000.0001.00',
        ) +
        device(
          'DeviceB',
          2,
          'isis enable 1',
          `isis 1
         is-level level-1
         ^^^^^^^^^^^^^^^^ DeviceB: IS-IS on GigabitEthernet0/1/5 has level 1 of area 49.0001, DeviceA level 2: the two do not become neighbours over their link
         network-entity 49.0001.0000.0000.0002.00`,
        ),
    },
    {
      title: 'Costs of two widths',
      config:
        device(
          'DeviceA',
          1,
          'isis enable 1',
          'isis 1\n         cost-style wide\n         network-entity 49.0001.0000.0000.0001.00',
        ) +
        device(
          'DeviceB',
          2,
          `isis enable 1
         ^^^^^^^^^^^^^ DeviceB: IS-IS on GigabitEthernet0/1/5 has cost style narrow by default, DeviceA wide: neither takes the routes of the other`,
          'isis 1\n         network-entity 49.0001.0000.0000.0002.00',
        ),
    },
    {
      title: 'Routes that one device signs',
      config:
        device(
          'DeviceA',
          1,
          'isis enable 1',
          'isis 1\n         is-level level-2\n         network-entity 49.0001.0000.0000.0001.00',
        ) +
        device(
          'DeviceB',
          2,
          'isis enable 1',
          `isis 1
         is-level level-2
         network-entity 49.0001.0000.0000.0002.00
         domain-authentication-mode md5 plain Only-Here-1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: IS-IS on GigabitEthernet0/1/5 has domain authentication md5, DeviceA none`,
        ),
    },
    {
      title: 'A style that reads both widths; a key that is only sent',
      config:
        device(
          'DeviceA',
          1,
          'isis enable 1',
          'isis 1\n         cost-style wide-compatible\n         domain-authentication-mode md5 plain Only-Here-1 send-only',
        ) + device('DeviceB', 2, 'isis enable 1', 'isis 1\n         cost-style wide'),
    },
    {
      title: 'One area in two spellings, a default that is written, another cost; an end that is silent',
      config:
        device(
          'DeviceA',
          1,
          `ospf enable 1 area 0
         ospf timer hello 10
         ospf cost 5
         isis enable 1
         isis silent`,
        ) +
        device(
          'DeviceB',
          2,
          `ospf enable 1 area 0.0.0.0
         isis enable 1
         isis authentication-mode md5 plain Only-Here-1`,
        ),
    },
  ],
});

function* onLink(pair: Pair, link: SharedLink): Iterable<RawFinding<Facts>> {
  if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
  const reported = new Set<Igp>();
  for (const [protocol, family] of protocols) {
    const a = igpEnd(pair.a, link.a, protocol, family);
    const b = igpEnd(pair.b, link.b, protocol, family);
    const found = a && b && !reported.has(protocol) ? adjacencyDifference(a, b) : undefined;
    if (!found || !a || !b) continue;
    reported.add(protocol);
    yield {
      at: found.b.line ?? b.joined,
      message: messageOf(b, found.b, a, found.a, found),
      peer: { at: found.a.line ?? a.joined, message: messageOf(a, found.a, b, found.b, found) },
      facts: { ...found, ends: { a, b } },
    };
  }
}

function messageOf(
  self: IgpEnd,
  ownSetting: Setting,
  other: IgpEnd,
  peerSetting: Setting,
  { what, areNeighbours }: AdjacencyDifference,
): string {
  const name = `${self.device.name}: ${igpNames[self.process.protocol]} on ${self.on.name}`;
  const value = what === 'level' ? ownSetting.shown : `${what} ${ownSetting.shown}`;
  const outcome = areNeighbours
    ? 'neither takes the routes of the other'
    : 'the two do not become neighbours over their link';
  return `${name} has ${value}, ${other.device.name} ${peerSetting.shown}: ${outcome}`;
}

function device(name: string, own: 1 | 2, lines: string, process = 'isis 1'): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface GigabitEthernet0/1/5
         ip address 10.0.5.${own} 255.255.255.252
         ${lines}
        #
        ospf 1
        #
        ${process}
        #`;
}
