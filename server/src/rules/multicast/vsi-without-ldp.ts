// A VSI whose pseudo wires LDP sets up stands on MPLS L2VPN and LDP. An excerpt may have left them out: what proves the fault is a whole
// file, or the other device that has the line.
import { pairRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { other } from '../../model/pairing/pair';
import { hasOtherLabels, l2vpnLines, l2vpnLinesOf } from '../../model/routing/labels';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'vsi-without-ldp',
  requirement: 'HB-X-VSI-LDP',
  title: 'A VSI needs LDP, and one device has not all lines of it',
  severity: 'error',
  why: 'The VSI has no pseudo wire: no stream comes in from the network, and the device serves nobody.',
  guide: ['vendor command reference: pwsignal, mpls l2vpn'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      const vsi = signalledByLdp(device);
      if (!vsi || hasOtherLabels(device)) continue;
      const [own, peerLines] = [l2vpnLinesOf(device), l2vpnLinesOf(peer)];
      const missing = l2vpnLines.find((line) => !own.has(line) && (device.isWholeFile || peerLines.has(line)));
      if (missing === undefined) continue;
      const whose = peerLines.has(missing) ? `, as on ${peer.name}` : '';
      yield {
        at: vsi,
        message: `${device.name}: ${nameOf(vsi)} is set up by LDP and needs ${missing}${whose}: no stream comes in; add the line`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'One device has no mpls l2vpn',
      config: `${device('DeviceA', 1, 'mpls l2vpn')}${device('DeviceB', 2, undefined, 'DeviceB: VSI tv is set up by LDP and needs mpls l2vpn, as on DeviceA: no stream comes in; add the line')}`,
    },
    { title: 'Both have it', config: device('DeviceA', 1, 'mpls l2vpn') + device('DeviceB', 2, 'mpls l2vpn') },
    { title: 'Neither has it, in excerpts', config: device('DeviceA', 1) + device('DeviceB', 2) },
  ],
});

/** The head of the first VSI whose pseudo wires LDP sets up. */
function signalledByLdp({ views }: Device): MatchedLine | undefined {
  return (views.get('vsi') ?? [])
    .find(({ lines }) => inForce(lines).some((line) => canonicalText(line) === 'pwsignal ldp'))
    ?.heads.at(0);
}

function nameOf(head: MatchedLine): string {
  return `VSI ${canonicalText(head).split(' ')[1] ?? ''}`;
}

function device(name: string, own: 1 | 2, more?: string, said?: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        mpls lsr-id 10.0.0.${own}
        #
        mpls
        #
        mpls ldp
        #${more === undefined ? '' : `\n        ${more}\n        #`}
        vsi tv static${said === undefined ? '' : `\n        ^^^^^^^^^^^^^ ${said}`}
         pwsignal ldp
          vsi-id 100
          peer 10.0.9.9
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} 255.255.255.252
         mpls
         mpls ldp
        #`;
}
