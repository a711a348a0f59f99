// Users who log in and keep session, address and accounting when the other device takes over (docs/guide/bras.md): from a pool that
// belongs to the role (exclusive), or from one that both devices announce and protect (shared).
import { poolRangeParameters } from './address-pool';
import { deviceNames } from './devices';
import {
  loginDisplays,
  loginParameters,
  platformSteps,
  profileHead,
  routeLines,
  serviceHead,
  usersSteps,
  type LoginOptions,
} from './login-platform';
import { evenUsersParameters, evenUsersSteps, isSharedOut, sharings } from './even-users';
import { domainLines } from './login-users';
import { protectionLines, protectionParameters } from './protection';
import type { Answers, Parameter, PlacedLine, Scenario, Side, Step } from './scenario';
import { both, cited, line, local, merged, ofSite, onSides, own } from './steps';
import { all, apartFrom, bare, choice, mask, name, offering, ownPrefix } from './values';

const page = '010';
const options: LoginOptions = {
  page,
  delay: {
    least: 600,
    offered: 1200,
    why: '600 s are asked for, and 60 s more for every 6000 users, so that all of them are back before the role is.',
  },
};

const kinds = ['shared', 'exclusive'];
const isShared = (answers: Answers) => answers.pools !== 'exclusive';
const hasMulticast = (answers: Answers) => answers.multicast === 'yes';

/** `gateways`: what is offered. */
const poolParameters = (gateways: readonly string[]): Parameter[] => [
  {
    id: 'pool',
    title: 'Name of the address pool',
    type: 'name',
    spread: 'equal',
    guide: '010 step 4.1',
    default: () => 'home',
    check: name(128),
  },
  offering(
    {
      id: 'pool-gateway',
      title: 'Gateway of the users, with prefix length',
      type: 'ipv4-prefix',
      spread: 'equal',
      guide: '010 step 4.1',
      check: all(ownPrefix([4], { 4: 29, 6: 125 }), (value, answers) => {
        const others = Object.entries(answers).filter(([id]) => /address-[ab]$/.test(id));
        return Number(value.split('/')[1]) < 16
          ? 'A pool has 65536 addresses at most: give a prefix of 16 to 29 bits.'
          : apartFrom(others.map(([, other]) => other))(value, answers);
      }),
    },
    () => gateways,
  ),
  ...poolRangeParameters({ guide: '010 step 4.1', network: 'pool-gateway', taken: ['pool-gateway'], skipped: 1 }),
];

/**
 * Page 010: access servers that back up users who log in (PPPoE), with a shared or an exclusive pool, as one group or
 * shared out by odd and even MAC addresses.
 */
export const bras: Scenario = {
  id: 'bras',
  title: 'BRAS',
  page,
  summary: 'Two access servers: the backup knows every user who has logged in, with address, session and accounting.',
  parameters: brasParameters(options, ['198.51.100.1/24', '10.64.0.1/24', '10.65.0.1/24', '10.66.0.1/24']),
  steps: (answers) => merged(brasSteps(answers, options)),
  verify: loginDisplays,
};

/** `gateways`: those of the users that are offered. */
export function brasParameters(login: LoginOptions, gateways: readonly string[]): Parameter[] {
  return [
    ...deviceNames(page),
    {
      id: 'pools',
      title: "Who announces the users' addresses: both devices, or only the master",
      type: 'choice',
      spread: 'equal',
      choices: kinds,
      guide: '010 context',
      default: () => 'shared',
      check: choice(kinds),
    },
    {
      id: 'sharing',
      title: 'Whether both devices have users, shared out by odd and even MAC addresses',
      type: 'choice',
      spread: 'equal',
      choices: sharings,
      guide: '010 step 3.3',
      asked: isShared,
      default: () => 'no',
      check: choice(sharings),
    },
    {
      id: 'multicast',
      title: 'Whether the multicast streams of the users are backed up too',
      type: 'choice',
      spread: 'equal',
      choices: ['no', 'yes'],
      guide: '010 step 3.6',
      default: () => 'no',
      check: choice(['no', 'yes']),
    },
    ...loginParameters(login),
    ...evenUsersParameters(login),
    ...protectionParameters('010 step 4.4', isShared),
    ...poolParameters(gateways),
  ];
}

/** `inDomain`: what more the domain of the users says. */
export function brasSteps(answers: Answers, login: LoginOptions, inDomain: readonly string[] = []): Step[] {
  return [
    ...platformSteps(answers, login, recoverDelay(answers)).filter(
      ({ guide }) => !isSharedOut(answers) || guide !== cited(page, 'role'),
    ),
    ...(isSharedOut(answers) ? evenUsersSteps(answers, login, recoverDelay(answers)) : []),
    ...multicastSteps(answers),
    ...poolSteps(answers),
    own(
      '010 step 6.1',
      'How users log in',
      // What a domain says of its own makes it another one than those that are there.
      both(
        ...domainLines(answers, [`ip-pool ${answers.pool}`, ...inDomain], inDomain.length > 0 ? { joins: true } : {}),
      ),
    ),
    ...usersSteps(answers, login),
  ];
}

function recoverDelay(answers: Answers): number {
  return hasMulticast(answers) ? 180 : 20;
}

function multicastSteps(answers: Answers): Step[] {
  if (!hasMulticast(answers)) return [];
  const users = (side: Side) => `interface ${answers[`users-interface-${side}`]}`;
  return [
    own(
      '010 step 3.6',
      "Backup of the users' streams",
      onSides((side) => [line(profileHead(answers, side), 'service-type multicast', '^service-type multicast$')]),
    ),
    own('010 step 6.4', 'Multicast for the users', both(line('', 'multicast routing-enable'))),
    own(
      '010 step 6.4',
      'Multicast for the users',
      onSides((side) => [line(users(side), 'igmp enable'), line(users(side), 'multicast copy by-session')]),
    ),
  ];
}

function poolSteps(answers: Answers): Step[] {
  const pool = (side: Side) => local(answers, 'pool', side);
  // A service that is there may name pools of other users.
  const named = (side: Side) => `^ip-pool ${pool(side).toLowerCase().replaceAll('.', '\\.')}(?: |$)`;
  const owner = (side: Side) => [
    isShared(answers)
      ? line(serviceHead(answers, side), `ip-pool ${pool(side)} metric ${side === 'a' ? 10 : 20}`, named(side))
      : line(profileHead(answers, side), `ip-pool ${pool(side)}`, named(side)),
  ];
  return [
    own(
      '010 step 4.1',
      'Address pool',
      onSides((side) => addressPool(answers, side)),
    ),
    isShared(answers)
      ? own('010 step 4.3', 'The pool in the remote backup service', onSides(owner))
      : own('010 step 4.2', 'The pool in the profile', onSides(owner)),
    ...(isShared(answers) ? sharedPoolSteps(answers) : []),
    own(
      '010 step 5.2',
      "The users' addresses in the routing protocol",
      onSides((side) => routeLines(answers, side, announcing(answers))),
    ),
  ];
}

function sharedPoolSteps(answers: Answers): Step[] {
  return [
    own(
      '010 step 4.4',
      'The way across for packets that come back to the wrong device',
      onSides((side) => protectionLines(answers, side, serviceHead(answers, side))),
    ),
    own(
      '010 step 5.1',
      'The cost of the pool in the routing protocol',
      both(line('', 'peer-backup route-cost auto-advertising', '^peer-backup route-cost auto-advertising')),
      { optional: true },
    ),
  ];
}

/** What the routing protocol takes in; with a cost of its own from each device where both announce the pool. */
function announcing(answers: Answers): string[] {
  return [...(isShared(answers) ? ['default cost inherit-metric'] : []), 'import-route unr'];
}

/** The pool of one device; on the backup it is leased from by the master, and may leave out the section. */
function addressPool(answers: Answers, side: Side): PlacedLine[] {
  const head = `ip pool ${local(answers, 'pool', side)} bas local${side === 'b' ? ' rui-slave' : ''}`;
  const gateway = answers['pool-gateway'];
  if (gateway === undefined) return [];
  const section = [line(head, `section 0 ${answers['pool-from']} ${answers['pool-to']}`, '^(?:section|network) ')];
  return [
    line(head, ''),
    line(head, `gateway ${bare(gateway)} ${mask(gateway)}`, '^gateway '),
    ...(side === 'b' ? ofSite(section) : section),
  ];
}
