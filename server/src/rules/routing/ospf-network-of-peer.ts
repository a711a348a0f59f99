// A `network` line names the networks of the device itself. One that fits nothing here is common and harmless, but one that is the peer's
// address was copied with its file: the own address is announced by nothing (docs/decisions/copied-identity.md).
import { address, type Address } from '../../model/address';
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { igpProcesses } from '../../model/routing/igp-processes';
import { meetsPeerOn } from '../../model/services/meeting-interfaces';
import { other } from '../../model/pairing/pair';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly device: Device;
  readonly line: MatchedLine;
  /** The address that stands on the interface of the same name. */
  readonly own?: Address;
}

export default pairRule<Facts>({
  id: 'ospf-network-of-peer',
  requirement: 'HB-X-ID-NETWORK',
  title: 'OSPF announces an address of the other device',
  severity: 'warning',
  why: 'The line does nothing here, and the address that it was meant for is announced by nobody: the peer has no route to it.',
  guide: ['vendor command reference: network (OSPF area view)'],
  *check(pair) {
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      for (const { lines } of igpProcesses(device).filter(({ protocol }) => protocol === 'ospf')) {
        for (const line of lines) {
          const host = hostOf(line);
          const owner = host && !device.addresses.has(host.key) ? peer.addresses.get(host.key)?.[0] : undefined;
          if (!host || !owner || !meetsPeerOn(peer, owner.interface)) continue;
          const same = device.interfaces
            .get(owner.interface.key)
            ?.addresses.find(({ prefix }) => prefix.address.family === 4);
          yield {
            at: wordsAt(line, 1),
            message: `${device.name}: OSPF network ${host.key} is ${owner.interface.name} of ${peer.name}, so the device's own address is not announced; name that one`,
            also: [{ at: owner.address.at, message: `${peer.name}: ${owner.interface.name} has ${host.key}` }],
            facts: { device, line, own: same?.prefix.address },
          };
        }
      }
    }
  },
  fix({ device, line, own }) {
    if (!own) return [];
    return [
      {
        title: `Announce ${own.key}, the address of ${device.name}`,
        edits: [replace(wordsAt(line, 1), own.key)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Copied with the file',
      config:
        device('DeviceA', 1, '10.9.0.1') +
        device(
          'DeviceB',
          2,
          '10.9.0.1',
          `
                  ^^^^^^^^ DeviceB: OSPF network 10.9.0.1 is LoopBack0 of DeviceA, so the device's own address is not announced; name that one`,
        ) +
        `
        fixed:${device('DeviceB', 2, '10.9.0.2')}`,
    },
    { title: 'The own address', config: device('DeviceA', 1, '10.9.0.1') + device('DeviceB', 2, '10.9.0.2') },
    { title: 'Of nobody', config: device('DeviceA', 1, '10.9.0.1') + device('DeviceB', 2, '10.7.7.7') },
  ],
});

/** The address of a `network` line that names one. */
function hostOf(line: MatchedLine): Address | undefined {
  const host = /^network (\S+) (?:0\.0\.0\.0|0)$/.exec(canonicalText(line))?.[1];
  return host === undefined ? undefined : address(host);
}

function device(name: string, own: 1 | 2, network: string, marks = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.9.0', 2000)}
        #
        interface LoopBack0
         ip address 10.9.0.${own} 255.255.255.255
        #
        ospf 1
         area 0.0.0.0
          network ${network} 0.0.0.0${marks}
        #`;
}
