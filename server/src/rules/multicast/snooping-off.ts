// IGMP snooping runs only where it is switched on twice: for the device, and in the VSI, VLAN or bridge domain of the access circuit.
import type { FileEdit } from '../../edits/file-edit';
import type { Device } from '../../model/device';
import { comparePlaces } from '../../model/place';
import { snoopedCircuits, switchWords, type SnoopedCircuit, type SwitchedIn } from '../../model/services/snooping';
import { insertInBlock, insertSection } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { hasLine, systemLines } from '../../model/lines/canonical-text';
import { circuit, circuitLines, exampleSnooping, section } from '../testing/example-snooping';

interface Facts {
  readonly device: Device;
  /** Absent where the switch of the device is missing. */
  readonly within?: SwitchedIn;
  /** No line says what the circuit is in: nobody but the site knows. */
  readonly isOpen?: true;
}

const enable = 'igmp-snooping enable';
const isOn = /^igmp-snooping enable\b/;

const snoopedVsi = section('vsi tv static', 'ignore-ac-state', 'igmp-snooping enable');

export default deviceRule<Facts>({
  id: 'snooping-off',
  requirement: 'HB-M-SNOOP-ON',
  title: 'An access circuit backs up IGMP snooping where nothing is snooped',
  severity: 'warning',
  why: 'The device learns no memberships there: streams reach everybody or nobody, and there is nothing to hand over.',
  guide: ['007 step 6'],
  *check(device) {
    const circuits = snoopedCircuits(device);
    const [first] = circuits;
    if (first && systemLines(device, isOn, 'igmp-snooping').length === 0)
      yield {
        at: first.at,
        message: `${device.name}: ${enable} is not in this file, so RBP ${first.profile.name} backs up no IGMP snooping; add the line in the system view`,
        facts: { device },
      };
    const reported = new Set<string>();
    for (const circuit of circuits) {
      const { interface: bound, at, within } = circuit;
      if (isUnswitched(circuit))
        yield {
          at,
          message: `${device.name}: ${bound.name} is in no VSI, VLAN or bridge domain: nothing is snooped there; add l2 binding vsi`,
          facts: { device, isOpen: true },
        };
      const key = `${within?.view} ${within?.name}`;
      if (!within?.block || hasLine(within.block, isOn) || reported.has(key)) continue;
      reported.add(key);
      yield {
        at,
        message: `${device.name}: ${switchWords[within.view]} ${within.name} of ${bound.name} lacks ${enable}: nothing is snooped there, nothing backed up`,
        facts: { device, within },
      };
    }
  },
  fix({ device, within, isOpen }) {
    if (isOpen) return [];
    const where = within === undefined ? '' : ` ${switchWords[within.view]} ${within.name}`;
    return [{ title: `Add ${enable} on ${device.name}${where}`, edits: [insertion(device, within)], safe: true }];
  },
  examples: [
    {
      title: 'Off for the device',
      config: `${exampleSnooping({
        isOn: false,
        within: snoopedVsi,
        circuits: circuit(
          'Eth-Trunk1.1',
          circuitLines,
          '                               ^^ DeviceA: igmp-snooping enable is not in this file, so RBP p1 backs up no IGMP snooping',
        ),
      })}
        fixed:${exampleSnooping({ within: snoopedVsi, circuits: circuit('Eth-Trunk1.1', circuitLines) })}`,
    },
    {
      title: 'Off in the VSI',
      config: `${exampleSnooping({
        within: section('vsi tv static', 'ignore-ac-state', 'igmp-snooping proxy'),
        circuits: circuit(
          'Eth-Trunk1.1',
          circuitLines,
          '                               ^^ DeviceA: VSI tv of Eth-Trunk1.1 lacks igmp-snooping enable',
        ),
      })}
        fixed:${exampleSnooping({
          within: section('vsi tv static', 'ignore-ac-state', 'igmp-snooping enable', 'igmp-snooping proxy'),
          circuits: circuit('Eth-Trunk1.1', circuitLines),
        })}`,
    },
    {
      title: 'A circuit that is in no VSI',
      config: exampleSnooping({
        circuits: circuit(
          'Eth-Trunk1.1',
          ['vlan-type dot1q 100', 'igmp-snooping backup-report forward'],
          '                               ^^ DeviceA: Eth-Trunk1.1 is in no VSI, VLAN or bridge domain',
        ),
      }),
    },
    {
      title: 'On in both; a VSI that is not in the file tells nothing; a trunk whose VLANs are its own affair',
      config: exampleSnooping({
        within: section('bridge-domain 20', 'igmp-snooping enable'),
        circuits:
          circuit('Eth-Trunk1', ['portswitch']) +
          circuit('Eth-Trunk1.1', ['vlan-type dot1q 100', 'l2 binding vsi elsewhere']) +
          circuit('Eth-Trunk1.2 mode l2', ['encapsulation dot1q vid 20', 'bridge-domain 20']),
      }),
    },
  ],
});

/** A sub-interface says what it is in; one with an address, or with a pseudo-wire of its own, switches no frames. */
function isUnswitched({ interface: bound, within }: SnoopedCircuit): boolean {
  if (within || bound.key === bound.mainKey || bound.addresses.length > 0) return false;
  return !hasLine(
    bound.block,
    /^(?:mpls l2vc|evpn|bridge-domain|l2 binding|ve-group|undo (?:l2 binding|bridge-domain))\b/,
  );
}

function insertion(device: Device, within: SwitchedIn | undefined): FileEdit {
  if (within?.block) {
    const [before] = within.block.lines.filter((line) => line.text.trim().startsWith('igmp-snooping'));
    const previous = before && within.block.lines[within.block.lines.indexOf(before) - 1];
    return insertInBlock(device, within.block, enable, { after: (line) => line === previous });
  }
  const blocks = [
    ...[...device.views.values()].flat(),
    ...[...device.services.values(), ...device.profiles.values(), ...device.eTrunks.values()].map(({ block }) => block),
    ...[...device.interfaces.values()].map(({ block }) => block),
  ];
  const heads = blocks.flatMap((block) => block.heads).filter((head) => head.indent === 0);
  return insertSection(device, [enable], [...heads].sort(comparePlaces)[0]);
}
