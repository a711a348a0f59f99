// The backup of an E-Trunk drops what it hears from users unless the access circuit says otherwise.
import type { Device, Interface } from '../../model/device';
import { snoopedCircuits } from '../../model/services/snooping';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText, hasLine } from '../../model/lines/canonical-text';
import { circuit, circuitLines, exampleSnooping, section } from '../testing/example-snooping';

const forward = 'igmp-snooping backup-report forward';

export default deviceRule<{ device: Device; bound: Interface }>({
  id: 'snooping-report-not-forwarded',
  requirement: 'HB-M-SNOOP-REPORT',
  title: 'An access circuit that backs up IGMP snooping drops reports as the backup',
  severity: 'warning',
  why: 'The switch below may send a report over either half of the trunk: one that reaches the backup is lost, and its stream stops.',
  guide: ['007 step 6'],
  *check(device) {
    for (const { interface: bound, at } of snoopedCircuits(device)) {
      if (hasLine(bound.block, /^igmp-snooping backup-report forward$/)) continue;
      yield {
        at,
        message: `${device.name}: ${bound.name} backs up IGMP snooping but lacks ${forward}: reports to the backup are lost`,
        facts: { device, bound },
      };
    }
  },
  fix({ device, bound }) {
    const edit = insertInBlock(device, bound.block, forward, {
      after: (line) => /^(?:vlan-type|l2 binding|bridge-domain|igmp-snooping) /.test(canonicalText(line)),
      first: true,
    });
    return [{ title: `Add ${forward} on ${device.name} ${bound.name}`, edits: [edit], safe: true }];
  },
  examples: [
    {
      title: 'The line is missing',
      config: `${exampleSnooping({
        circuits: circuit(
          'Eth-Trunk1.1',
          ['vlan-type dot1q 100', 'l2 binding vsi tv'],
          '                               ^^ DeviceA: Eth-Trunk1.1 backs up IGMP snooping but lacks igmp-snooping backup-report forward',
        ),
      })}
        fixed:${exampleSnooping({ circuits: circuit('Eth-Trunk1.1', circuitLines) })}`,
    },
    {
      title: 'The line is there; another service asks for none',
      config: exampleSnooping({
        profiles: section('remote-backup-profile p2', 'service-type arp', 'e-trunk 1 eth-trunk 1'),
        circuits:
          circuit('Eth-Trunk1.1', circuitLines) +
          section(
            'interface Eth-Trunk1.2',
            'vlan-type dot1q 200',
            'ip address 10.1.1.1 255.255.255.0',
            'remote-backup-profile p2',
          ),
      }),
    },
  ],
});
