// LDP reaches its neighbours from the LSR ID unless another transport address is named: an address of the device itself. A file may leave
// the loopback out; what proves the fault is the other device, whose LSR ID stands on an interface of its own.
import { pairRule } from '../../diagnostics/rule';
import { other } from '../../model/pairing/pair';
import { hasUntoldAddress } from '../../model/routing/connected';
import { ldpLinesOf, lsrIdOf } from '../../model/routing/labels';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'mpls-lsr-id-is-nobodys',
  requirement: 'HB-X-LSR-OWN',
  title: 'The MPLS LSR ID is an address that the device does not have',
  severity: 'warning',
  why: 'LDP neighbours find no way to that address: sessions do not come up, and there is no LSP.',
  guide: ['vendor command reference: mpls lsr-id'],
  supersededBy: ['mpls-lsr-id-copied'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      const [own, peerId] = [lsrIdOf(device), lsrIdOf(peer)];
      if (!own || !peerId || !ldpLinesOf(device).has('mpls ldp') || hasUntoldAddress(device, 4)) continue;
      if (device.addresses.has(own.value.key) || !peer.addresses.has(peerId.value.key)) continue;
      yield {
        at: own.at,
        message: `${device.name}: LSR ID ${own.value.key} is on no interface, that of ${peer.name} is: LDP sessions do not come up; use one of its own addresses`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'A wrong digit',
      config:
        device('DeviceA', 1, '10.0.9.1') +
        device(
          'DeviceB',
          2,
          `10.0.8.2
                    ^^^^^^^^ DeviceB: LSR ID 10.0.8.2 is on no interface, that of DeviceA is: LDP sessions do not come up; use one of its own addresses`,
        ),
    },
    { title: 'Own addresses', config: device('DeviceA', 1, '10.0.9.1') + device('DeviceB', 2, '10.0.9.2') },
  ],
});

function device(name: string, own: 1 | 2, id: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        mpls lsr-id ${id}
        #
        mpls ldp
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface LoopBack0
         ip address 10.0.9.${own} 255.255.255.255
        #`;
}
