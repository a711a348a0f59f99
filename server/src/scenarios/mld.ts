// Multicast membership backed up between two routers (docs/guide/mld.md), over a VRRP6 group. The page brings IS-IS and
// a static RP along, and both routers hear every report: neither the DR nor the assert election may silence the backup.
import type { Answers, Scenario, Side } from './scenario';
import { channelParameters, channelSteps, profileSteps } from './backup-channel';
import { deviceNames, onEach } from './devices';
import { both, line, merged, ofSite, onSides, own, shared } from './steps';
import { distinct, ownAddress, type Check } from './values';
import {
  boundOnGroupInterfaces,
  onGroupInterfaces,
  routerParameters,
  routerSteps,
  type RouterOptions,
} from './virtual-router';

const page = '003';
const options: RouterOptions = {
  page,
  service: 6,
  group: 6,
  uplink: true,
  side: 'users',
  delay: {
    least: 1,
    offered: 600,
    why: 'A master that does not wait takes users over before it knows their groups: give 1 s or more.',
  },
};

const entity: Check = (value) =>
  /^\d{2}(?:\.[0-9A-F]{4}){0,6}(?:\.[0-9A-F]{4}){3}\.00$/.test(value)
    ? undefined
    : 'Give area, system id and 00, for example 49.0001.0000.0000.0001.00.';

export const mld: Scenario = {
  id: 'mld',
  title: 'MLD',
  page,
  summary: 'Two multicast routers: the backup knows which groups the users have joined.',
  parameters: [
    ...deviceNames(page),
    ...routerParameters(options),
    ...channelParameters(page, 6, 6),
    ...onEach((side) => ({
      id: `network-entity-${side}`,
      title: `IS-IS network entity of ${side === 'a' ? 'the master' : 'the backup'}`,
      type: 'name',
      spread: 'own',
      device: side,
      guide: '003 step 1',
      default: (answers) => {
        const first = answers['network-entity-a'];
        if (side === 'a' || first === undefined) return '49.0001.0000.0000.0001.00';
        return first.replace(
          /([0-9A-F]{4})\.00$/,
          (_, last: string) => `${((parseInt(last, 16) + 1) % 0x10000).toString(16).toUpperCase().padStart(4, '0')}.00`,
        );
      },
      check: (value, answers) =>
        entity(value, answers) ??
        (side === 'b' && value === answers['network-entity-a']
          ? 'Every router has a network entity of its own.'
          : undefined),
    })),
    {
      id: 'static-rp',
      title: 'Address of the rendezvous point',
      type: 'ipv6',
      spread: 'equal',
      guide: '003 step 1',
      default: () => '2001:DB8:22::22',
      check: (value, answers) =>
        ownAddress([6])(value, answers) ??
        distinct(
          Object.entries(answers)
            .filter(([id]) => /(?:address-[ab]|virtual-ip)$/.test(id))
            .map(([, one]) => one),
        )(value, answers),
    },
  ],
  steps: (answers) =>
    merged(
      [
        ...routerSteps(answers, options).filter((step) => step.guide === '003 step 1'),
        own(
          '003 step 1',
          'Addresses, routing and rendezvous point',
          onSides((side) => [
            ...ofSite(routing(answers, side)),
            line('pim-ipv6', ''),
            line('pim-ipv6', `static-rp ${answers['static-rp']}`, '^(?:static-rp|c-bsr|c-rp|embedded-rp|auto-rp)'),
          ]),
        ),
        ...routerSteps(answers, options).filter((step) => step.guide !== '003 step 1'),
        ...channelSteps(answers, page, 'of the page'),
        ...profileSteps(answers, page, 6, 'mld'),
        own('003 step 5', 'Multicast on the interface of the group', both(line('', 'multicast ipv6 routing-enable'))),
        own(
          '003 step 5',
          'Multicast on the interface of the group',
          onGroupInterfaces(
            answers,
            'pim ipv6 sm',
            'mld enable',
            `multicast ipv6 track vrrp6 vrid ${answers.vrid}`,
            'pim ipv6 ignore dr-state',
            'pim ipv6 ignore assert-state',
          ),
        ),
        shared(page, 'binding', 'The profile on the interface of the group', boundOnGroupInterfaces(answers)),
      ],
      {
        '003 step 1': 'Addresses, routing and rendezvous point',
        '003 step 2': 'VRRP6 group',
        '003 step 3': 'Remote backup service',
        '003 step 4': 'Remote backup profile',
        '003 step 5': 'The profile follows the group; multicast on its interface',
        '003 step 6': 'Backup of MLD',
      },
    ),
  verify: (answers) => [
    'display vrrp6 verbose',
    `display remote-backup-service ${answers.rbs}`,
    `display remote-backup-profile ${answers.rbp}`,
    'display multicast rui',
  ],
};

/** IS-IS on every interface with an IPv6 address, PIM where multicast comes from. */
function routing(answers: Answers, side: Side) {
  const users = `interface ${answers[`interface-${side}`]}`;
  const uplink = `interface ${answers[`uplink-${side}`]}`;
  const channel = `interface ${answers[`rbs-interface-${side}`]}`;
  const isIpv6Channel = answers[`rbs-address-${side}`]!.includes(':');
  return [
    line('isis 1', ''),
    line('isis 1', `network-entity ${answers[`network-entity-${side}`]}`),
    line('isis 1', 'ipv6 enable topology ipv6', '^ipv6 enable'),
    ...[users, uplink, ...(isIpv6Channel ? [channel] : [])].map((head) =>
      line(head, 'isis ipv6 enable 1', '^isis ipv6 enable'),
    ),
    line(uplink, 'pim ipv6 sm'),
    ...(isIpv6Channel ? [line(channel, 'pim ipv6 sm')] : []),
  ];
}
