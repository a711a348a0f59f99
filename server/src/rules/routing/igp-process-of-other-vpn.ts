// A routing process belongs to one routing table, and an interface of another one cannot join it: the device refuses the line.
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { igpLines } from '../../model/routing/igp-interfaces';
import { igpNames, igpProcesses } from '../../model/routing/igp-processes';
import { publicNetwork, vpnOf } from '../../model/routing/vpn';

export default deviceRule<undefined>({
  id: 'igp-process-of-other-vpn',
  requirement: 'HB-X-IGP-VPN',
  title: 'An interface joins a routing process of another VPN instance',
  severity: 'warning',
  why: 'The device refuses the line: the interface runs no routing protocol, and its network is not announced.',
  guide: ['vendor command reference: ospf, isis (vpn-instance)'],
  supersededBy: ['vpn-instance-differs', 'rbs-vpn-instance-differs', 'vpn-instance-undefined'],
  independentPer: 'interface',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const on of device.interfaces.values()) {
      const joined = igpLines(on);
      if (joined.length === 0) continue;
      const own = vpnOf(on);
      for (const { protocol, process, line } of joined) {
        const there = igpProcesses(device).find((one) => one.protocol === protocol && one.id === process);
        if (!there || there.vpn === own) continue;
        const name = `${igpNames[protocol]} process ${process}`;
        yield {
          at: line,
          message: `${device.name}: ${on.name} ${own === publicNetwork ? '' : 'of a VPN instance '}joins ${name} of ${tableOf(there.vpn)}: the device refuses the line; use a process of its own`,
          also: [{ at: there.head, message: `${device.name}: ${name} is of ${tableOf(there.vpn)}` }],
          evidence: on.block.lines.filter((line) => /^ip(?:v6)? binding vpn-instance /.test(canonicalText(line))),
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'A public process under an interface of a VPN instance',
      config: `
        sysname DeviceA
        #
        ip vpn-instance voice
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance voice
         ip address 10.1.1.1 255.255.255.0
         ospf enable 1 area 0.0.0.0
         ^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 of a VPN instance joins OSPF process 1 of the public network: the device refuses the line; use a process of its own
        #
        ospf 1
         area 0.0.0.0
        #
      `,
    },
    {
      title: 'A process of its own; one that the file does not have',
      config: `
        sysname DeviceA
        #
        ip vpn-instance Voice
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance Voice
         ip address 10.1.1.1 255.255.255.0
         ospf enable 2 area 0.0.0.0
        #
        interface GigabitEthernet0/1/3
         ip binding vpn-instance Voice
         isis enable 7
        #
        ospf 1
         area 0.0.0.0
        #
        ospf 2 vpn-instance Voice
         area 0.0.0.0
        #
      `,
    },
  ],
});

function tableOf(vpn: string): string {
  return vpn === publicNetwork ? 'the public network' : 'another VPN instance';
}
