// LDP on an interface needs MPLS on it. An excerpt may leave the line out, so the file is whole, or the interfaces of the other device
// show what is missing.
import { insertInBlock } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import type { Device, Interface } from '../../model/device';
import { canonicalText, firstWordOf } from '../../model/lines/canonical-text';
import { mapIndex } from '../../model/incremental/index-view';
import { inForce } from '../../model/lines/in-force';
import { other } from '../../model/pairing/pair';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly device: Device;
  readonly on: Interface;
}

export default pairRule<Facts>({
  id: 'mpls-ldp-without-mpls',
  requirement: 'HB-X-MPLS-LINK',
  title: 'An interface runs LDP and lacks MPLS',
  severity: 'warning',
  why: 'LDP does not run on the interface, and no labelled packet goes over it: what needs an LSP has none over this link.',
  guide: ['vendor command reference: mpls ldp (interface view)'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      for (const on of labelled(device.interfaces).get('ldp alone')) {
        const [model] = labelled(peer.interfaces).get('both');
        if (!model && !device.isWholeFile) continue;
        yield {
          at: on.at,
          message: `${device.name}: ${on.name} runs LDP and has no mpls line${model ? `, unlike ${model.name} of ${peer.name}` : ''}: no LSP goes over the link; add mpls`,
          also: model ? [{ at: model.at, message: `${peer.name}: both lines` }] : [],
          facts: { device, on },
        };
      }
    }
  },
  fix: ({ device, on }) => [
    { title: `Add mpls on ${on.name}`, edits: [insertInBlock(device, on.block, 'mpls')], safe: true },
  ],
  examples: [
    {
      title: 'One link without MPLS',
      config: `${device('DeviceA', 1, '\n         mpls')}
        --- DeviceB.cfg
        sysname DeviceB
        #
        ${exampleChannel('s1', 2, '10.0.12', 2046)}
        #
        interface GigabitEthernet0/1/0
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/0 runs LDP and has no mpls line, unlike GigabitEthernet0/1/0 of DeviceA: no LSP goes over the link; add mpls
         ip address 10.0.12.2 255.255.255.252
         mpls ldp
        #
      `,
    },
    { title: 'Left out of two excerpts', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
    { title: 'On both', config: device('DeviceA', 1, '\n         mpls') + device('DeviceB', 2, '\n         mpls') },
  ],
});

/** By index: few interfaces of a device carry labels. */
const labelled = mapIndex((on: Interface): readonly string[] => {
  const texts = inForce(on.block.lines)
    .filter((line) => firstWordOf(line) === 'mpls')
    .map(canonicalText);
  if (!texts.includes('mpls ldp')) return [];
  return [texts.includes('mpls') ? 'both' : 'ldp alone'];
});

function device(name: string, own: 1 | 2, mpls: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.12', 2046)}
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.${own} 255.255.255.252${mpls}
         mpls ldp
        #`;
}
