// Users who log in and whose addresses a board translates: BRAS hot backup (docs/guide/bras.md) and that of the boards
// (docs/guide/nat.md) side by side, each with a group of its own, and what joins the two. The users stay on one device with the board
// that has their sessions: their group gives the role away when the board fails.
import { brasParameters, brasSteps } from './bras';
import { groupBesideAnswers, groupBesideParameters, onPortOfItsOwn } from './group-beside';
import { loginDisplays, type LoginOptions } from './login-platform';
import type { Answers, Parameter, PlacedLine, Scenario, Side, Step } from './scenario';
import { boardRouter, boardSteps, instanceParameters } from './service-boards';
import { both, line, local, merged, ofSite, onSides, own } from './steps';
import { aclRule } from './translated-users';
import { publicAddresses } from './tunnel-users';
import { all, hostIn, name, networkOf, type Check } from './values';
import { reduction, routerParameters } from './virtual-router';

const page = '012';
const service = { id: 'nat', title: 'NAT', page } as const;
const login: LoginOptions = {
  page: '010',
  delay: {
    least: 1500,
    offered: 1500,
    why: "The vendor's example waits 1500 s, so that users and sessions are back before the role is: give 1500 or more.",
  },
};

/**
 * Page 012 with page 010: users who log in, whose sessions are translated on a service board with a group of its own.
 */
export const natBras: Scenario = {
  id: 'nat-bras',
  title: 'NAT for BRAS users',
  page,
  summary:
    'Two access servers with service boards: the backup knows every user who has logged in, its board their sessions.',
  parameters: [
    // Users who are shared out would need a board for each half of them.
    ...brasParameters(login, ['10.64.0.1/24', '10.65.0.1/24', '10.66.0.1/24']).filter(
      ({ id }) => id !== 'sharing' && !id.startsWith('second-'),
    ),
    ...groupBesideParameters({
      prefix: 'board-',
      router: routerParameters(boardRouter(page)),
      titles: {
        'address-a': "Address of the master on the boards' interface, with prefix length",
        'address-b': "Address of the backup on the boards' interface, with prefix length",
        vrid: 'Number of the group of the boards (vrid)',
        'virtual-ip': 'Virtual address of the group of the boards',
      },
      interfaces: () => [5, 6, 7, 17, 18].map((port) => `GigabitEthernet0/1/${port}`),
      addresses: [60, 61, 62, 63].map((net) => `10.0.${net}.2/24`),
      onInterface: onPortOfItsOwn,
    }),
    ...instanceParameters(service),
    ...usersParameters(),
  ],
  steps: (answers) =>
    merged([
      ...brasSteps(answers, login, [`user-group ${answers['user-group']} bind nat instance ${answers.instance}`]),
      ...boardSteps(
        groupBesideAnswers('board-', answers),
        { ...service, users: translation },
        { member: 'board-interface' },
      ),
      ...joiningSteps(answers),
    ]),
  verify: (answers) => [
    ...loginDisplays(answers),
    `display service-location ${answers['service-location']}`,
    `display nat instance ${answers.instance}`,
  ],
};

function usersParameters(): Parameter[] {
  const ofUsers: Check = (value, answers) =>
    hostIn(answers['pool-gateway'] ?? '', [])(value, answers) === undefined
      ? "It lies among the users' own addresses; give a public one."
      : undefined;
  return [
    {
      id: 'user-group',
      title: 'Name of the user group that the instance translates',
      type: 'name',
      spread: 'equal',
      guide: '012 step 7.1',
      default: () => 'homes',
      check: name(64),
    },
    ...publicAddresses('012 step 5.2').map((parameter) => ({ ...parameter, check: all(parameter.check, ofUsers) })),
  ];
}

/** What the instance translates: the addresses of the pool, to the public ones. */
function translation(answers: Answers, side: Side, instance: string): PlacedLine[] {
  const pool = answers['pool-gateway'];
  // The scenario is read of a pair that is there: its addresses are not looked for.
  if (pool === undefined) return [];
  const named = local(answers, 'instance', side);
  const acl = aclNumber(answers);
  return ofSite([
    line(instance, 'port-range 4096'),
    line(instance, `nat address-group ${named} group-id 1 ${answers['public-from']} ${answers['public-to']}`),
    line(instance, `nat outbound ${acl} address-group ${named}`),
    line(`acl number ${acl}`, aclRule(networkOf(pool), true)),
  ]);
}

function aclNumber(answers: Answers): number {
  return 3000 + (Number(answers['instance-id']) % 1000);
}

/** How the users reach the board, and how their group hears of it. */
function joiningSteps(answers: Answers): Step[] {
  const group = answers['user-group'];
  const location = `service-location ${answers['service-location']}`;
  const vrrp = `vrrp vrid ${answers.vrid}`;
  const policy = onSides((side) => {
    const named = local(answers, 'instance', side);
    const acl = aclNumber(answers) + 3000;
    return ofSite([
      line(`acl number ${acl}`, `rule 5 permit ip source user-group ${group}`),
      line(`traffic classifier ${named} operator or`, `if-match acl ${acl}`),
      line(`traffic behavior ${named}`, `nat bind instance ${named}`),
      line(`traffic policy ${named}`, 'share-mode'),
      line(`traffic policy ${named}`, `classifier ${named} behavior ${named}`),
      line('', `traffic-policy ${named} inbound`),
    ]);
  });
  return [
    own('012 step 7.1', 'The group of the users', both(...ofSite([line('', `user-group ${group}`)]))),
    own('012 step 7.2', 'The policy that hands their packets to the instance', policy),
    own(
      '012 step 7.3',
      'The boards follow the uplink of the users',
      onSides((side) => [
        line(
          `interface ${answers[`board-interface-${side}`]}`,
          `vrrp vrid ${answers['board-vrid']} track interface ${answers[`uplink-${side}`]} reduced ${reduction(answers)}`,
          `^vrrp vrid ${answers['board-vrid']} track (?!service-location )`,
        ),
      ]),
      { optional: true },
    ),
    own(
      '012 step 7.4',
      "The users' group follows the board",
      onSides((side) => [
        line(
          `interface ${answers[`interface-${side}`]}`,
          `${vrrp} track ${location} reduced ${reduction(answers)}`,
          `^${vrrp} track ${location}\\b`,
        ),
      ]),
    ),
  ];
}
