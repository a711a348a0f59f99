// Users who log in and whose packets a board translates: BRAS hot backup (docs/guide/bras.md) and that of the boards
// (docs/guide/nat.md) side by side, each with a group of its own, and what joins the two. The users stay on one device with the board
// that has their sessions: their group gives the role away when the board fails.
import { groupBesideAnswers, groupBesideParameters, onPortOfItsOwn } from './group-beside';
import { loginDisplays, type LoginOptions } from './login-platform';
import type { Answers, Parameter, PlacedLine, Scenario, Side, Step } from './scenario';
import { boardRouter, boardSteps, instanceParameters } from './service-boards';
import { both, interfacePattern, line, local, merged, ofSite, onSides, own } from './steps';
import { aclRule, wellKnownPrefix, type TranslatedKind } from './translated-users';
import { publicAddresses } from './tunnel-users';
import { all, hostIn, name, type Check } from './values';
import { reduction, routerParameters } from './virtual-router';

const page = '012';

/** Group, channel and profile of users whose sessions are on a board. */
export const translatedLogin: LoginOptions = {
  page: '010',
  delay: {
    least: 1500,
    offered: 1500,
    why: "The vendor's example waits 1500 s, so that users and sessions are back before the role is: give 1500 or more.",
  },
};

/** How NAT and NAT64 of users who log in differ. */
export interface TranslatedLogins {
  readonly kind: TranslatedKind;
  readonly title: string;
  readonly summary: string;
  /** What is asked about the users, and the parameter that tells the network they have their addresses from. */
  readonly users: readonly Parameter[];
  readonly network: string;
  /** The steps of the users; `inDomain`: what more their domain says. */
  readonly steps: (answers: Answers, inDomain: readonly string[]) => readonly Step[];
  /** What puts the users of the domain into their group. */
  readonly member: (group: string, instance: string) => string;
  /** The addresses that the instance takes, of the answered network. */
  readonly taken: (network: string) => string;
}

/** The scenario of users who log in, of the boards that translate them, and of what joins the two. */
export function translatedLoginsScenario(options: TranslatedLogins): Scenario {
  const { kind, title, summary, users, network, steps, member } = options;
  const service = { id: kind, title: kind === 'nat' ? 'NAT' : 'NAT64', page } as const;
  return {
    id: `${kind}-bras`,
    title,
    page,
    summary,
    parameters: [...users, ...boardGroupParameters(), ...instanceParameters(service), ...usersParameters(network)],
    steps: (answers) =>
      merged([
        ...steps(answers, [member(answers['user-group']!, answers.instance!)]),
        ...boardSteps(
          groupBesideAnswers('board-', answers),
          { ...service, users: (given, side, instance) => translation(options, given, side, instance) },
          { member: 'board-interface' },
        ),
        ...joiningSteps(kind, answers),
      ]),
    verify: (answers) => [
      ...loginDisplays(answers),
      `display service-location ${answers['service-location']}`,
      `display ${kind} instance ${answers.instance}`,
    ],
  };
}

function boardGroupParameters(): Parameter[] {
  return groupBesideParameters({
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
  });
}

function usersParameters(network: string): Parameter[] {
  const ofUsers: Check = (value, answers) =>
    hostIn(answers[network] ?? '', [])(value, answers) === undefined
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
function translation(
  { kind, network, taken }: TranslatedLogins,
  answers: Answers,
  side: Side,
  instance: string,
): PlacedLine[] {
  const users = answers[network];
  // The scenario is read of a pair that is there: its addresses are not looked for.
  if (users === undefined) return [];
  const named = local(answers, 'instance', side);
  const acl = aclNumber(answers);
  const isIpv4 = kind === 'nat';
  return ofSite([
    ...(isIpv4 ? [line(instance, 'port-range 4096')] : []),
    line(instance, `${kind} address-group ${named} group-id 1 ${answers['public-from']} ${answers['public-to']}`),
    line(instance, `${kind} outbound ${acl} address-group ${named}`),
    ...(isIpv4 ? [] : [line(instance, `nat64 prefix ${wellKnownPrefix} prefix-length 96 1`)]),
    line(`acl ${isIpv4 ? '' : 'ipv6 '}number ${acl}`, aclRule(taken(users), isIpv4)),
  ]);
}

function aclNumber(answers: Answers): number {
  return 3000 + (Number(answers['instance-id']) % 1000);
}

/** How the users reach the board, and how their group hears of it. */
function joiningSteps(kind: TranslatedKind, answers: Answers): Step[] {
  const group = answers['user-group']!;
  const location = `service-location ${answers['service-location']}`;
  const vrrp = `vrrp vrid ${answers.vrid}`;
  return [
    own('012 step 7.1', 'The group of the users', both(...ofSite([line('', `user-group ${group}`)]))),
    own(
      '012 step 7.2',
      'The policy that hands their packets to the instance',
      onSides((side) => policyLines(kind, answers, side)),
    ),
    own(
      '012 step 7.3',
      'The boards follow the links of the users',
      onSides((side) => {
        const boards = `interface ${answers[`board-interface-${side}`]}`;
        const tracked = `vrrp vrid ${answers['board-vrid']} track`;
        const reduced = `reduced ${reduction(answers)}`;
        const users = answers[`interface-${side}`]!;
        const ofUsers = `interface ${interfacePattern(users)}`;
        return [
          line(boards, `${tracked} interface ${users} ${reduced}`, `^${tracked} ${ofUsers}`),
          line(
            boards,
            `${tracked} interface ${answers[`uplink-${side}`]} ${reduced}`,
            `^${tracked} (?!service-location |${ofUsers})`,
          ),
        ];
      }),
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

/** Of IPv6 users only what they send to IPv4 hosts is translated. */
function policyLines(kind: TranslatedKind, answers: Answers, side: Side): PlacedLine[] {
  const named = local(answers, 'instance', side);
  const acl = aclNumber(answers) + 3000;
  const group = answers['user-group']!;
  const [ipv6, rule] =
    kind === 'nat'
      ? ['', `rule 5 permit ip source user-group ${group}`]
      : ['ipv6 ', `rule 5 permit ipv6 source user-group ${group} destination ipv6-address ${wellKnownPrefix}/96`];
  return ofSite([
    line(`acl ${ipv6}number ${acl}`, rule),
    line(`traffic classifier ${named} operator or`, `if-match ${ipv6}acl ${acl}`),
    line(`traffic behavior ${named}`, `${kind} bind instance ${named}`),
    line(`traffic policy ${named}`, 'share-mode'),
    line(`traffic policy ${named}`, `classifier ${named} behavior ${named}`),
    line('', `traffic-policy ${named} inbound`),
  ]);
}
