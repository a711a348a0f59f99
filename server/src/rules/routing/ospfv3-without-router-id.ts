// An OSPFv3 process has no router ID of its own accord: without one it sends nothing. Excerpts may leave the line out, so the file is
// whole, or the process of the other device shows what is missing.
import { staticRoute } from '../../catalogue';
import { pairRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { other } from '../../model/pairing/pair';
import { isIdle } from '../../model/routing/igp-interfaces';
import { igpProcesses, type IgpProcess } from '../../model/routing/igp-processes';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<null>({
  id: 'ospfv3-without-router-id',
  requirement: 'HB-X-OSPFV3-ID',
  title: 'An OSPFv3 process has no router ID',
  severity: 'warning',
  why: 'OSPFv3 takes no router ID from an address: the process sends nothing, learns no route and announces none.',
  guide: ['vendor command reference: router-id (OSPFv3 view)'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      const onPeer = processes(peer).flatMap((process) => identityOf(process) ?? [])[0];
      if (!onPeer && !device.isWholeFile) continue;
      for (const process of processes(device)) {
        // A router ID for the whole device may serve the process too.
        if (identityOf(process) || hasGlobalIdentity(device) || isIdle(device, process)) continue;
        yield {
          at: process.head,
          message: `${device.name}: OSPFv3 process ${process.id} has no router-id, so the process runs on no interface: no IPv6 route is learned; add one`,
          also: onPeer ? [{ at: onPeer, message: `${peer.name}: its own` }] : [],
          facts: null,
        };
      }
    }
  },
  examples: [
    {
      title: 'One device has none',
      config: `${device('DeviceA', 1, '\n         router-id 10.9.9.1')}${device('DeviceB', 2, '\n        ^^^^^^^^ DeviceB: OSPFv3 process 1 has no router-id, so the process runs on no interface: no IPv6 route is learned; add one')}`,
    },
    { title: 'Left out of two excerpts', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
    {
      title: 'One for the whole device',
      config:
        device('DeviceA', 1, '\n         router-id 10.9.9.1') +
        device('DeviceB', 2, '').replace('ospfv3 1', 'router id 10.9.9.2\n        #\n        ospfv3 1'),
    },
  ],
});

function processes(device: Device): readonly IgpProcess[] {
  return igpProcesses(device).filter(({ protocol }) => protocol === 'ospfv3');
}

function identityOf({ head, lines }: IgpProcess) {
  if (/ router-id \S/.test(canonicalText(head))) return head;
  return lines.find((line) => canonicalText(line).startsWith('router-id '));
}

function hasGlobalIdentity({ system }: Device): boolean {
  return (system.get(staticRoute.routerId.id) ?? []).some((line) => !line.match?.undo);
}

function device(name: string, own: 1 | 2, router: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.12', 2046)}
        #
        ospfv3 1${router}
         silent-interface LoopBack1
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.${own} 255.255.255.252
         ipv6 enable
         ipv6 address auto link-local
         ospfv3 1 area 0.0.0.0
        #`;
}
