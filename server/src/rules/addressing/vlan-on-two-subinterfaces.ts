// A frame of a VLAN goes to one sub-interface of its port: the device refuses a second one in that VLAN
// (docs/decisions/vlan-of-a-group.md).
import type { Device, Interface } from '../../model/device';
import type { Overlap } from '../../model/incremental/range-view';
import { wordsAt } from '../../model/lines/canonical-text';
import { terminatedVlans, vlanRanges, vlanText, type VlanRange } from '../../model/vlan-plan';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  readonly wrong: Interface;
  readonly range: VlanRange;
}

export default deviceRule<Facts>({
  id: 'vlan-on-two-subinterfaces',
  requirement: 'HB-X-VLAN-TWICE',
  title: 'Two sub-interfaces of one port are in one VLAN',
  severity: 'error',
  why: 'The device refuses the second one: it has no VLAN, its users are cut off and its VRRP group hears nobody.',
  guide: ['vendor configuration guide: dot1q and QinQ VLAN tag termination sub-interfaces'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const overlap of vlanRanges(device.interfaces).overlaps()) {
      const { earlier, later } = overlap;
      if (earlier.value === later.value) continue;
      const [right, wrong] = isNumberedOtherwise(overlap) ? [later, earlier] : [earlier, later];
      const { line } = wrong.range;
      yield {
        at: wordsAt(line, 1, Infinity),
        message: `${device.name}: ${wrong.value.name} takes ${vlanText(common(overlap))}, which ${right.value.name} takes too: the device refuses one, whose users are cut off`,
        also: [
          { at: right.range.line, message: `${device.name}: ${right.value.name} takes ${vlanText(common(overlap))}` },
        ],
        facts: { device, wrong: wrong.value, range: wrong.range },
      };
    }
  },
  fix({ device, wrong, range }) {
    const free = ownNumber(wrong);
    const isPlain = range.first === range.last && range.outer === undefined && terminatedVlans(wrong).length === 1;
    if (!isPlain || free === undefined || isTaken(device, wrong, free)) return [];
    return [
      {
        title: `Use VLAN ${free}, the number of ${wrong.name} on ${device.name}`,
        edits: [replace(vlanWord(range), String(free))],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Copied from the sub-interface above',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.310
         vlan-type dot1q 310
        #
        interface GigabitEthernet0/1/2.320
         vlan-type dot1q 310
                   ^^^^^^^^^ DeviceA: GigabitEthernet0/1/2.320 takes VLAN 310, which GigabitEthernet0/1/2.310 takes too
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.310
         vlan-type dot1q 310
        #
        interface GigabitEthernet0/1/2.320
         vlan-type dot1q 320
        #
      `,
    },
    {
      title: 'The first one has the number of the other; ranges of users overlap; two tags',
      config: `
        sysname DeviceA
        #
        interface Eth-Trunk1.310
         vlan-type dot1q 320
                   ^^^^^^^^^ DeviceA: Eth-Trunk1.310 takes VLAN 320, which Eth-Trunk1.320 takes too
        #
        interface Eth-Trunk1.320
         dot1q termination vid 320
        #
        interface Eth-Trunk2.1
         user-vlan 100 200
        #
        interface Eth-Trunk2.2
         user-vlan 150 400
                   ^^^^^^^ DeviceA: Eth-Trunk2.2 takes VLANs 150 to 200, which Eth-Trunk2.1 takes too
        #
        interface Eth-Trunk3.1
         qinq termination pe-vid 100 ce-vid 1 to 20
        #
        interface Eth-Trunk3.2
         qinq termination pe-vid 100 ce-vid 20
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: Eth-Trunk3.2 takes VLAN 20 in 100, which Eth-Trunk3.1 takes too
        #
      `,
    },
    {
      title: 'Other ports; other outer tags; one and two tags; an encapsulation is no VLAN; two ranges of one',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.310
         vlan-type dot1q 310
        #
        interface GigabitEthernet0/1/3.310
         vlan-type dot1q 310
        #
        interface Eth-Trunk1.1
         qinq termination pe-vid 100 ce-vid 1 to 20
        #
        interface Eth-Trunk1.2
         qinq termination pe-vid 101 ce-vid 1 to 20
        #
        interface Eth-Trunk1.3
         user-vlan 1 20 qinq 102 103
        #
        interface Eth-Trunk1.4
         user-vlan 1 20
         user-vlan 10 30
        #
        interface Eth-Trunk2.1
         encapsulation dot1q-termination
        #
        interface Eth-Trunk2.2
         encapsulation dot1q-termination
        #
      `,
    },
  ],
});

/** The VLANs that both ranges hold. */
function common({ earlier, later }: Overlap<Interface, VlanRange>): VlanRange {
  const [vlanRange, peerVlanRange] = [earlier.range, later.range];
  return {
    ...vlanRange,
    first: Math.max(vlanRange.first, peerVlanRange.first),
    last: Math.min(vlanRange.last, peerVlanRange.last),
  };
}

/** True where the number of the later sub-interface is its VLAN, and that of the earlier one is not. */
function isNumberedOtherwise({ earlier, later }: Overlap<Interface, VlanRange>): boolean {
  const holdsNumber = ({ value, range }: { value: Interface; range: VlanRange }) => range.first === ownNumber(value);
  return holdsNumber(later) && !holdsNumber(earlier);
}

function ownNumber({ key, mainKey }: Interface): number | undefined {
  const number = Number(key.slice(mainKey.length + 1));
  return number >= 1 && number <= 4094 ? number : undefined;
}

function isTaken(device: Device, on: Interface, vlan: number): boolean {
  const text = String(vlan).padStart(4, '0');
  return vlanRanges(device.interfaces).within({ space: `${on.mainKey} one tag`, from: text, to: text }).length > 0;
}

/** The number in a line that takes one VLAN: its last word that is one. */
function vlanWord({ line }: VlanRange) {
  return wordsAt(
    line,
    line.text
      .trim()
      .split(/\s+/)
      .findLastIndex((word) => /^\d+$/.test(word)),
  );
}
