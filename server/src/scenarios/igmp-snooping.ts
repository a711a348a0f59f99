// IGMP snooping over an E-Trunk (docs/guide/e-trunk.md): the users' frames enter a VSI on either device, which looks into their IGMP
// and knows which of them has joined what. One device forwards; the other gets a copy of the memberships.
import type { Answers, Parameter, PlacedLine, Scenario, Side, Step } from './scenario';
import { backupDisplays, channelParameters, channelSteps, profileStepsOver } from './backup-channel';
import { deviceNames, interfaceLines, memberLines } from './devices';
import { eTrunkRole, eTrunkSteps, eTrunkTitles } from './e-trunk';
import { circuitParameters, trunkOf } from './e-trunk-parameters';
import { both, line, local, merged, ofSite, onSides, own, shared } from './steps';
import { bare, distinct, familyOf, name, number, ownAddress } from './values';
import { boundOnGroupInterfaces, onGroupInterfaces, uplinkParameters } from './virtual-router';

const page = '007';
const title = 'IGMP snooping of the VSI';

/** Page 007 with IGMP snooping: access circuits of a VSI, one on each device; one device forwards. */
export const igmpSnoopingETrunk: Scenario = {
  id: 'igmp-snooping-e-trunk',
  title: 'IGMP snooping over an E-Trunk',
  page,
  summary:
    'Two switches of layer 2 on one E-Trunk, master and backup: the backup knows which groups the users have joined.',
  parameters: [
    ...deviceNames(page),
    ...circuitParameters(page),
    ...vsiParameters(),
    ...uplinkParameters({ page, service: 4 }, 'out of which the devices reach each other'),
    ...channelParameters(page, 4, 4, 'loopback'),
    wireParameter(),
  ],
  steps: (answers) =>
    merged(
      [
        own(`${page} step 1`, 'Interfaces, VSI and routing', networkOfBoth(answers)),
        ...channelSteps(answers, page),
        ...eTrunkSteps(answers),
        ...profileStepsOver(answers, page, 'igmp-snooping', eTrunkRole(answers)),
        ...snoopingSteps(answers),
        shared(page, 'binding', 'The profile on the access circuit', boundOnGroupInterfaces(answers)),
      ],
      eTrunkTitles,
    ),
  verify: (answers) => [`display e-trunk ${answers['e-trunk']}`, ...backupDisplays(answers), 'display igmp-snooping'],
};

function vsiParameters(): Parameter[] {
  return [
    {
      id: 'vsi',
      title: 'Name of the VSI of the users',
      type: 'name',
      spread: 'equal',
      guide: `${page} step 1`,
      default: () => 'vsi1',
      check: name(31),
    },
    {
      id: 'vsi-id',
      title: 'Number of the VSI, by which its pseudo-wires are set up',
      type: 'number',
      spread: 'equal',
      guide: `${page} step 1`,
      default: () => '100',
      check: number(1, 4294967295),
    },
  ];
}

function wireParameter(): Parameter {
  return {
    id: 'pw-peer',
    title: 'Address of the router to which the pseudo-wire of the VSI leads',
    type: 'ipv4',
    spread: 'equal',
    guide: `${page} step 1`,
    default: () => '10.255.33.33',
    check: (value, answers) =>
      ownAddress([4])(value, answers) ??
      distinct(
        Object.entries(answers)
          .filter(([id]) => /address-[ab]$/.test(id))
          .map(([, text]) => text),
      )(value, answers),
  };
}

function networkOfBoth(answers: Answers) {
  return onSides((side) => [
    ...circuitLines(answers, side),
    ...memberLines(answers, 'interface', side),
    ...ofSite(interfaceLines(answers[`uplink-${side}`]!, answers[`uplink-address-${side}`]!, 'uplink')),
    ...memberLines(answers, 'uplink', side),
    ...mplsLines(answers, side),
    ...vsiLines(answers, side),
  ]);
}

/** Without an address: frames are switched there. */
function circuitLines(answers: Answers, side: Side): PlacedLine[] {
  const circuit = answers[`interface-${side}`]!;
  const head = `interface ${circuit}`;
  return [
    ...ofSite([
      line(`interface ${trunkOf(circuit)}`, ''),
      line(head, 'description users'),
      line(head, `vlan-type dot1q ${answers.vlan}`),
    ]),
    line(head, ''),
    line(head, `l2 binding vsi ${local(answers, 'vsi', side)}`, '^(?:l2 binding|bridge-domain) '),
  ];
}

/** MPLS has its identity from the loopback of the channel where that is an IPv4 address, and runs out of the uplink. */
function mplsLines(answers: Answers, side: Side): PlacedLine[] {
  const channel = answers[`rbs-address-${side}`]!;
  const identity = bare(familyOf(channel) === 4 ? channel : answers[`uplink-address-${side}`]!);
  const uplink = `interface ${answers[`uplink-${side}`]}`;
  return ofSite([
    line('', `mpls lsr-id ${identity}`, '^mpls lsr-id '),
    line('mpls', ''),
    line('mpls l2vpn', ''),
    line('mpls ldp', ''),
    line(uplink, 'mpls'),
    line(uplink, 'mpls ldp'),
  ]);
}

function vsiLines(answers: Answers, side: Side): PlacedLine[] {
  const head = vsiOf(answers, side);
  const wire = { section: head, within: 'pwsignal ldp' };
  return [
    line(head, ''),
    ...ofSite([
      line(head, 'pwsignal ldp'),
      { ...wire, text: `vsi-id ${answers['vsi-id']}` },
      { ...wire, text: `peer ${answers['pw-peer']}` },
    ]),
  ];
}

function vsiOf(answers: Answers, side: Side): string {
  return `vsi ${local(answers, 'vsi', side)} static`;
}

/** With `ignore-ac-state` the pseudo-wires of the backup stay up while its half of the trunk is down. */
function snoopingSteps(answers: Answers): Step[] {
  return [
    own(`${page} step 6`, title, both(line('', 'igmp-snooping enable'))),
    own(
      `${page} step 6`,
      title,
      onSides((side) =>
        ['ignore-ac-state', 'igmp-snooping enable', 'igmp-snooping proxy'].map((text) =>
          line(vsiOf(answers, side), text, `^${text}$`),
        ),
      ),
    ),
    own(`${page} step 6`, title, onGroupInterfaces(answers, 'igmp-snooping backup-report forward')),
  ];
}
