// A process of a routing protocol that runs on no interface finds no neighbour. What an excerpt leaves out may stand elsewhere, so it is
// information; where the channel depends on it, that is an error of its own.
import { deviceRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { familiesOf, igpNames, igpProcesses, type IgpProcess } from '../../model/routing/igp-processes';
import { isIdle, linksWithoutProcess } from '../../model/routing/igp-interfaces';

export default deviceRule<null>({
  id: 'igp-process-idle',
  requirement: 'HB-X-IGP-IDLE',
  title: 'A process of a routing protocol runs on no interface',
  severity: 'information',
  why: 'The process finds no neighbour and learns no route.',
  guide: ['003 configuration files'],
  supersededBy: ['backup-peer-unreachable'],
  *check(device) {
    // Only where hot backup is there to need it.
    if (device.services.size + device.profiles.size + device.locations.size === 0 || device.holdsSeveralDevices) return;
    for (const process of igpProcesses(device)) {
      if (!isIdle(device, process) || isMisspelt(device, process)) continue;
      yield {
        at: process.head,
        message: `${device.name}: ${igpNames[process.protocol]} process ${process.id} runs on no interface of this file`,
        facts: null,
      };
    }
  },
  examples: [
    {
      title: 'Nothing joins it',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.12.2 source 10.0.12.1 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        ospfv3 1
        ^^^^^^^^ DeviceA: OSPFv3 process 1 runs on no interface of this file
         router-id 10.0.12.1
        #
      `,
    },
    {
      title: 'Joined by an interface, by a network line',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.12.2 source 10.0.12.1 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
         isis enable 7
        #
        isis 7
         network-entity 49.0001.0000.0000.0011.00
        #
        ospf 1
         area 0
          network 10.0.12.0 0.0.0.3
        #
      `,
    },
  ],
});

/** Whether a link names a process of the protocol that is not there: that one is told, and may be meant to be this one. */
function isMisspelt(device: Device, { protocol }: IgpProcess): boolean {
  return familiesOf[protocol].some((family) =>
    linksWithoutProcess(device, family).some(({ joins }) => joins.protocol === protocol),
  );
}
