// An IS-IS process has no system ID and no area before it has a network entity: it sends nothing. Excerpts may leave the line out, so the
// file is whole, or the process of the other device shows what is missing.
import { pairRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import type { Device } from '../../model/device';
import { other } from '../../model/pairing/pair';
import { isIdle } from '../../model/routing/igp-interfaces';
import { igpProcesses, type IgpProcess } from '../../model/routing/igp-processes';
import { holdsSeveralDevices } from '../../model/whole-file';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<null>({
  id: 'isis-without-network-entity',
  requirement: 'HB-X-ISIS-NET',
  title: 'An IS-IS process has no network entity',
  severity: 'warning',
  why: 'The process sends nothing: the device learns no route by IS-IS and announces none, also not the end of its backup channel.',
  guide: ['003 configuration files'],
  *check(pair) {
    if (holdsSeveralDevices(pair.a) || holdsSeveralDevices(pair.b)) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      const onPeer = isisProcesses(peer).find((process) => entityOf(process) !== undefined);
      if (!onPeer && !device.isWholeFile) continue;
      for (const process of isisProcesses(device)) {
        if (entityOf(process) || isIdle(device, process)) continue;
        yield {
          at: process.head,
          message: `${device.name}: IS-IS process ${process.id} has no network-entity, so the process runs on no interface: no route is learned`,
          also: onPeer ? [{ at: entityOf(onPeer)!, message: `${peer.name}: its own` }] : [],
          facts: null,
        };
      }
    }
  },
  examples: [
    {
      title: 'One device has none',
      config: `${device('DeviceA', 1, '\n         network-entity 49.0001.0000.0000.0011.00')}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.12.1 source 10.0.12.2 port 2046
        #
        isis 1
        ^^^^^^ DeviceB: IS-IS process 1 has no network-entity, so the process runs on no interface: no route is learned
         is-level level-2
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.2 255.255.255.252
         isis enable 1
        #
      `,
    },
    { title: 'Left out of two excerpts', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
    {
      title: 'On both',
      config:
        device('DeviceA', 1, '\n         network-entity 49.0001.0000.0000.0011.00') +
        device('DeviceB', 2, '\n         network-entity 49.0001.0000.0000.0012.00'),
    },
  ],
});

function isisProcesses(device: Device): readonly IgpProcess[] {
  return igpProcesses(device).filter(({ protocol }) => protocol === 'isis');
}

function entityOf({ lines }: IgpProcess) {
  return lines.find((line) => canonicalText(line).startsWith('network-entity '));
}

function device(name: string, own: 1 | 2, isis: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.12', 2046)}
        #
        isis 1
         is-level level-2${isis}
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.${own} 255.255.255.252
         isis enable 1
        #`;
}
