// Users whose sessions end behind the pair, on an LNS: the tunnels to it move with the users (docs/guide/l2tp.md). Each device has a
// loopback for its tunnels, and the other one has it too.
import { deviceNames, onEach } from './devices';
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
import { domainLines } from './login-users';
import type { Answers, Parameter, PlacedLine, Scenario, Side, Step } from './scenario';
import { both, line, merged, onSides, own } from './steps';
import { all, bare, distinct, name, number, offering, ownAddress, sides, type Check } from './values';

const page = '011';
const options: LoginOptions = {
  page,
  delay: {
    least: 1800,
    offered: 1800,
    why: '1800 s are recommended for L2TP, so that all tunnels and sessions are back before the role is.',
  },
};

/** The channel may stand on a loopback; tunnels have loopbacks of their own. */
const freeLoopback: Check = (value, answers) =>
  sides.some((side) => answers[`rbs-interface-${side}`] === `LoopBack${value}`)
    ? 'The backup channel has this loopback; it serves the tunnels alone.'
    : undefined;

function tunnelParameters(): Parameter[] {
  const where = { a: 'the master', b: 'the backup' };
  const taken = (answers: Answers) =>
    Object.entries(answers)
      .filter(([id]) => /address-[ab]$|virtual-ip$|^radius$|^nas-ip$/.test(id))
      .map(([, value]) => bare(value));
  return [
    ...onEach((side) =>
      offering(
        {
          id: `tunnel-loopback-${side}`,
          title: `Number of the loopback for the tunnels of ${where[side]}`,
          type: 'number',
          spread: 'role',
          device: side,
          guide: '011 step 4.2',
          check: all(number(0, 1023), freeLoopback, (value, answers) =>
            side === 'b' && value === answers['tunnel-loopback-a'] ? 'The tunnels of the master have it.' : undefined,
          ),
        },
        () => ['1', '2', '3', '4'],
      ),
    ),
    ...onEach((side) =>
      offering(
        {
          id: `tunnel-address-${side}`,
          title: `Address of that loopback, for the tunnels of ${where[side]}`,
          type: 'ipv4',
          spread: 'equal',
          guide: '011 step 4.2',
          check: all(ownAddress([4]), (value, answers) => distinct(taken(answers))(value, answers)),
        },
        () => [101, 102, 103, 104].map((host) => `192.0.2.${host}`),
      ),
    ),
    {
      id: 'lns',
      title: 'Address of the LNS',
      type: 'ipv4',
      spread: 'equal',
      guide: '011 step 4.3',
      default: () => '192.0.2.200',
      check: all(ownAddress([4]), (value, answers) => distinct(taken(answers))(value, answers)),
    },
    {
      id: 'l2tp-group',
      title: 'Name of the L2TP group',
      type: 'name',
      spread: 'equal',
      guide: '011 step 4.3',
      default: () => 'lac1',
      check: name(32),
    },
  ];
}

/**
 * Page 011: access concentrators that back up L2TP tunnels and sessions; tunnels start at loopbacks that both devices
 * have.
 */
export const l2tp: Scenario = {
  id: 'l2tp',
  title: 'L2TP',
  page,
  summary: 'Two access concentrators: the backup knows every tunnel and session to the LNS and takes them over.',
  parameters: [...deviceNames(page), ...loginParameters(options), ...tunnelParameters()],
  steps: (answers) =>
    merged([
      ...platformSteps(answers, options, 20),
      own(
        '011 step 3.6',
        'Backup of the tunnels',
        onSides((side) => [line(profileHead(answers, side), 'service-type l2tp', '^service-type l2tp$')]),
      ),
      ...tunnelSteps(answers),
      ...routeSteps(answers),
      own('011 step 6.1', 'How users log in', both(...domainLines(answers, [`l2tp-group ${answers['l2tp-group']}`]))),
      ...usersSteps(answers, options),
    ]),
  verify: loginDisplays,
};

function tunnelSteps(answers: Answers): Step[] {
  const loopback = (side: Side) => answers[`tunnel-loopback-${side}`] ?? '';
  const group = `l2tp-group ${answers['l2tp-group']}`;
  return [
    own('011 step 4.1', 'L2TP', both(line('', 'l2tp enable'))),
    own('011 step 4.2', 'The loopbacks of the tunnels of both devices', both(...loopbackLines(answers))),
    own(
      '011 step 4.3',
      'The tunnels of the device',
      onSides((side) => [
        line(group, ''),
        line(group, `tunnel name ${answers['l2tp-group']}`, '^tunnel name '),
        line(group, `start l2tp ip ${answers.lns}`, '^start l2tp '),
        line(group, `tunnel source LoopBack${loopback(side)} rui`, '^tunnel source loopback.* rui$'),
      ]),
    ),
    own(
      '011 step 4.4',
      'The loopback that follows the role',
      onSides((side) => [
        line(serviceHead(answers, side), `l2tp-tunnel source loopback ${loopback(side)}`, '^l2tp-tunnel source '),
      ]),
    ),
    own(
      '011 step 4.5',
      'Numbers of tunnels that never meet',
      { a: [], b: [line('', 'set l2tp tunnel base-id 16384', '^set l2tp tunnel base-id ')] },
      // The other device may have it as well.
      { optional: true },
    ),
  ];
}

/** Each device has the loopbacks of both. */
function loopbackLines(answers: Answers): PlacedLine[] {
  return sides.flatMap((side) => {
    const head = `interface LoopBack${answers[`tunnel-loopback-${side}`]}`;
    return [
      line(head, ''),
      line(head, `ip address ${answers[`tunnel-address-${side}`]} 255.255.255.255`, '^ip address '),
    ];
  });
}

function routeSteps(answers: Answers): Step[] {
  return [
    own(
      '011 step 5.1',
      'The cost of the loopbacks in the routing protocol',
      both(line('', 'peer-backup route-cost auto-advertising', '^peer-backup route-cost auto-advertising')),
      { optional: true },
    ),
    own(
      '011 step 5.2',
      'The loopbacks in the routing protocol',
      onSides((side) => routeLines(answers, side, ['default cost inherit-metric', 'import-route direct'])),
    ),
  ];
}
