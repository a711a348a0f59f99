// A VSI whose access circuits are backed up gets its streams over pseudo wires. One that LDP signals has a number and peers, and no peer
// is the device itself; one without any signalling gets streams from another circuit of its own only.
import { deviceRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { snoopedCircuits } from '../../model/services/snooping';
import type { Place } from '../../model/place';
import { isReference } from '../../model/references/section-names';
import { circuit, circuitLines, exampleSnooping, section } from '../testing/example-snooping';

export default deviceRule<undefined>({
  id: 'vsi-incomplete',
  requirement: 'HB-X-VSI-WIRE',
  title: 'A VSI of users has no pseudo wire',
  severity: 'error',
  why: 'No stream comes in from the network: the device serves nobody, on whichever device they are.',
  guide: ['vendor command reference: vsi-id, peer (VSI-LDP view)', '007 step 6'],
  supersededBy: ['snooping-settings-differ', 'vsi-without-ldp'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    const reported = new Set<string>();
    for (const { within } of snoopedCircuits(device)) {
      const head = within?.view === 'vsi' ? within.block?.heads[0] : undefined;
      if (!within?.block || !head || reported.has(within.name)) continue;
      reported.add(within.name);
      const found = fault(device, within.name, within.block.lines);
      if (!found) continue;
      yield {
        at: found.at ?? head,
        severity: found.isOpen && !device.isWholeFile ? 'warning' : 'error',
        message: `${device.name}: VSI ${within.name} ${found.text}`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Without a number',
      config: device(
        section('vsi tv static', 'pwsignal ldp', ' peer 10.0.9.9', 'igmp-snooping enable').replace(
          'vsi tv static',
          `vsi tv static
        ^^^^^^^^^^^^^ DeviceA: VSI tv has no vsi-id: no pseudo wire comes up, and no stream comes in; add vsi-id`,
        ),
      ),
    },
    {
      title: 'Without signalling',
      config: device(
        section('vsi tv static', 'igmp-snooping enable').replace(
          'vsi tv static',
          `vsi tv static
        ^^^^^^^^^^^^^ DeviceA: VSI tv has no pwsignal and no other circuit: no stream comes in; add pwsignal ldp`,
        ),
      ),
    },
    {
      title: 'Complete, with another circuit, empty in an excerpt',
      config: device(section('vsi tv static', 'pwsignal ldp', ' vsi-id 7', ' peer 10.0.9.9', 'igmp-snooping enable')),
    },
    {
      title: 'Another circuit of the VSI leads to the network',
      config:
        device(section('vsi tv static', 'igmp-snooping enable')) +
        section('interface GigabitEthernet0/1/9.100', 'vlan-type dot1q 100', 'l2 binding vsi tv'),
    },
  ],
});

function device(within: string): string {
  return exampleSnooping({ within, circuits: circuit('Eth-Trunk1.100', circuitLines) });
}

interface Fault {
  readonly text: string;
  readonly at?: Place;
  /** An excerpt may have left out what would make it right. */
  readonly isOpen?: true;
}

function fault(device: Device, name: string, lines: readonly MatchedLine[]): Fault | undefined {
  const all = inForce(lines).flatMap((line) => [line, ...inForce(line.lines)]);
  const texts = all.map(canonicalText);
  // Only a VSI whose lines are there, and are understood.
  if (all.length === 0 || all.some(({ match }) => !match)) return undefined;
  const says = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  if (!says(/^pwsignal /))
    return says(/^(?:peer|vsi-id|bgp-ad|bridge-domain|vxlan|evpn)\b/) || circuitsOf(device, name) > 1
      ? undefined
      : { text: 'has no pwsignal and no other circuit: no stream comes in; add pwsignal ldp', isOpen: true };
  if (!says(/^pwsignal ldp$/)) return undefined;
  if (!says(/^vsi-id /)) return { text: 'has no vsi-id: no pseudo wire comes up, and no stream comes in; add vsi-id' };
  const own = all.find((line) => isOwnPeer(device, line));
  return own && { text: 'has this very device as peer: no pseudo wire comes up; name the other end', at: own };
}

/** How many interfaces are in the VSI. */
function circuitsOf({ nameIndex }: Device, name: string): number {
  const users = nameIndex.occurrences('vsi', name).filter(isReference);
  return new Set(users.map(({ within }) => within)).size;
}

function isOwnPeer(device: Device, line: MatchedLine): boolean {
  const peer = /^peer (\S+)/.exec(canonicalText(line))?.[1];
  return (
    peer !== undefined &&
    [...device.interfaces.values()].some(({ addresses }) => addresses.some(({ prefix }) => prefix.address.key === peer))
  );
}
