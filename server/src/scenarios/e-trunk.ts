// Services whose role comes from an E-Trunk (docs/guide/e-trunk.md): what is connected to both devices has one Eth-Trunk, of which
// each device holds a half. E-Trunk and backup channel stand on loopbacks, so that neither depends on one link.
import type { Family } from '../model/address';
import { multicastFamilies, type MulticastWords } from '../model/services/multicast';
import type { Answers, PlacedLine, Scenario, Side, Step } from './scenario';
import { backupDisplays, channelParameters, channelSteps, profileStepsOver } from './backup-channel';
import { deviceNames, interfaceLines, memberLines, ofPeer } from './devices';
import { eTrunkParameters, trunkOf } from './e-trunk-parameters';
import { rendezvousPointLines, rendezvousPointParameter } from './multicast';
import { both, line, merged, ofSite, onSides, own, shared } from './steps';
import { bare } from './values';
import { boundOnGroupInterfaces, onGroupInterfaces, uplinkParameters } from './virtual-router';

const page = '007';

/** How the scenarios over E-Trunks differ. */
export interface ETrunkWords {
  readonly service: 'arp' | 'nd' | 'igmp' | 'mld';
  readonly title: string;
  readonly summary: string;
  readonly family: Family;
  /** Both devices forward at any time unless told otherwise. */
  readonly activeActive: boolean;
}

/** A scenario whose role comes from an E-Trunk. */
export function eTrunkScenario({ service, title, summary, family, activeActive }: ETrunkWords): Scenario {
  const words = multicastFamilies.find((candidate) => candidate.service === service);
  const rendezvousPoint = family === 6 ? '2001:DB8:22::22' : '10.255.22.22';
  return {
    id: `${service}-e-trunk`,
    title,
    page,
    summary,
    parameters: [
      ...deviceNames(page),
      ...eTrunkParameters(page, family, activeActive, words === undefined),
      ...uplinkParameters({ page, service: family }, 'out of which the devices reach each other'),
      ...channelParameters(page, family, family, 'loopback'),
      ...(words ? [rendezvousPointParameter(page, family, rendezvousPoint)] : []),
    ],
    steps: (answers) =>
      merged(
        [
          own(`${page} step 1`, 'Interfaces, addresses and routing', interfacesOfBoth(answers, words)),
          ...channelSteps(answers, page),
          ...eTrunkSteps(answers),
          ...profileStepsOver(answers, page, service, eTrunkRole(answers)),
          ...(words ? multicastSteps(answers, words) : []),
          shared(page, 'binding', 'The profile on the interface of the users', boundOnGroupInterfaces(answers)),
        ],
        eTrunkTitles,
      ),
    verify: (answers) => [
      `display e-trunk ${answers['e-trunk']}`,
      ...backupDisplays(answers),
      ...(words ? ['display multicast rui'] : []),
    ],
  };
}

/** The titles of its steps. */
export const eTrunkTitles = {
  '007 step 2': 'E-Trunk',
  '007 step 3': 'The Eth-Trunks become members of the E-Trunk',
  '007 step 4': 'Remote backup service',
  '007 step 5': 'The profile follows the E-Trunk',
};

function interfacesOfBoth(answers: Answers, words: MulticastWords | undefined) {
  return onSides((side) => [
    ...interfaceLines(
      answers[`interface-${side}`]!,
      answers[`address-${side}`]!,
      'users',
      answers.vlan === undefined ? undefined : Number(answers.vlan),
    ),
    ...memberLines(answers, 'interface', side),
    ...ofSite(interfaceLines(answers[`uplink-${side}`]!, answers[`uplink-address-${side}`]!, 'uplink')),
    ...memberLines(answers, 'uplink', side),
    ...(words
      ? ofSite([line(`interface ${answers[`uplink-${side}`]}`, words.pim), ...rendezvousPointLines(answers, words)])
      : []),
  ]);
}

/** The lines of the E-Trunk on both devices. */
export function eTrunkSteps(answers: Answers): Step[] {
  const head = `e-trunk ${answers['e-trunk']}`;
  const trunk = (side: Side) => `interface ${trunkOf(answers[`interface-${side}`]!)}`;
  return [
    own(
      `${page} step 2`,
      'E-Trunk',
      onSides((side) => [
        line(head, ''),
        line(head, `priority ${answers[`e-trunk-priority-${side}`]}`, '^priority '),
        line(head, endsLine(answers, side), '^peer-(?:address|ipv6) '),
      ]),
    ),
    own(
      `${page} step 3`,
      'One LACP system ID',
      both(line('', `lacp e-trunk system-id ${answers['lacp-system-id']}`, '^lacp e-trunk system-id ')),
    ),
    own(
      `${page} step 3`,
      'Members of the E-Trunk',
      onSides((side) => [
        line(trunk(side), 'mode lacp-static', '^mode lacp'),
        line(trunk(side), head),
        ...(answers['active-active'] === 'yes' ? [line(trunk(side), 'e-trunk mode force-master')] : []),
      ]),
    ),
  ];
}

function endsLine(answers: Answers, side: Side): string {
  const [source, peer] = [bare(answers[`rbs-address-${side}`]!), bare(ofPeer(answers, 'rbs-address', side))];
  return source.includes(':')
    ? `peer-ipv6 ${peer} source-ipv6 ${source}`
    : `peer-address ${peer} source-address ${source}`;
}

/** The line by which the profile of a device takes its role from the E-Trunk. */
export function eTrunkRole(answers: Answers): (side: Side) => string {
  const number = (side: Side) => trunkOf(answers[`interface-${side}`]!).replace('Eth-Trunk', '');
  return (side) => `e-trunk ${answers['e-trunk']} eth-trunk ${number(side)}`;
}

/** Neither `multicast ... track` nor `pim ... ignore`: the E-Trunk alone decides who forwards. */
function multicastSteps(answers: Answers, words: MulticastWords): Step[] {
  const lines: readonly PlacedLine[] = [line('', words.routing)];
  const title = 'Multicast on the interface of the users';
  return [
    own(`${page} step 6`, title, both(...lines)),
    own(`${page} step 6`, title, onGroupInterfaces(answers, words.pim, words.membership)),
  ];
}

/** Page 007 with service ARP: both devices forward, unless `active-active` is answered with no. */
export const arpETrunk = eTrunkScenario({
  service: 'arp',
  title: 'ARP over an E-Trunk',
  summary: 'Two IPv4 gateways on one E-Trunk, both active: each knows the MAC addresses that the other has learned.',
  family: 4,
  activeActive: true,
});

/** Page 007 with service ND: both devices forward, unless `active-active` is answered with no. */
export const ndETrunk = eTrunkScenario({
  service: 'nd',
  title: 'ND over an E-Trunk',
  summary: 'Two IPv6 gateways on one E-Trunk, both active: each knows the neighbours that the other has learned.',
  family: 6,
  activeActive: true,
});

/** Page 007 with service IGMP: one device forwards, unless `active-active` is answered with yes. */
export const igmpETrunk = eTrunkScenario({
  service: 'igmp',
  title: 'IGMP over an E-Trunk',
  summary: 'Two IPv4 multicast routers on one E-Trunk: the backup knows which groups the users have joined.',
  family: 4,
  activeActive: false,
});

/** Page 007 with service MLD: one device forwards, unless `active-active` is answered with yes. */
export const mldETrunk = eTrunkScenario({
  service: 'mld',
  title: 'MLD over an E-Trunk',
  summary: 'Two IPv6 multicast routers on one E-Trunk: the backup knows which groups the users have joined.',
  family: 6,
  activeActive: false,
});
