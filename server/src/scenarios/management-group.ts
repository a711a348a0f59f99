// The users' group may copy its role from a management group (mVRRP) on a link between the two devices: that one is elected, and
// has the priorities, the delay, the advertisements and the tracks. Multicast of the users' interface then follows the management group.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import { groupBesideAnswers, groupBesideParameters } from './group-beside';
import type { Answers, Parameter, PlacedLine, Side, Step } from './scenario';
import { interfacePattern, line, onSides, own } from './steps';
import { choice, type Check } from './values';
import { groupFamily, reduction, routerParameters, routerSteps, type RouterOptions } from './virtual-router';

const prefix = 'management-';

/** Whether the users' group follows a management group. */
export const isLed = (answers: Answers) => answers['management-group'] === 'yes';

/** Asks whether there is a management group, and for its interfaces, addresses and numbers. */
export function managementGroupParameters(options: RouterOptions, guide: string): Parameter[] {
  return [
    {
      id: 'management-group',
      title: 'Let the group of the users follow a management group on a link between the devices',
      type: 'choice',
      spread: 'equal',
      choices: ['no', 'yes'],
      guide,
      default: () => 'no',
      check: choice(['no', 'yes']),
    },
    ...groupBesideParameters({
      prefix,
      router: routerParameters(linkOptions(options)),
      titles: {
        'interface-a': 'Interface of the master on the link that carries the management group',
        'interface-b': 'Interface of the backup on the link that carries the management group',
        'address-a': 'Address of the master in the management group, with prefix length',
        'address-b': 'Address of the backup in the management group, with prefix length',
        vrid: 'Number of the management group (vrid)',
        'virtual-ip': 'Virtual address of the management group',
      },
      interfaces: () => [4, 6, 7, 17, 18].map((port) => `GigabitEthernet0/1/${port}`),
      addresses: [40, 41, 42, 43].map((net) => (options.service === 6 ? `2001:DB8:${net}::2/64` : `10.0.${net}.2/24`)),
      onInterface: onLinkOfItsOwn,
      asked: isLed,
    }),
  ];
}

function linkOptions(options: RouterOptions): RouterOptions {
  return { ...options, side: 'link', member: 'management-interface' };
}

const onLinkOfItsOwn =
  (side: string): Check =>
  (value, answers) => {
    const port = mainInterfaceKey(interfaceKey(value));
    return ['interface', 'uplink', 'rbs-interface'].some(
      (role) => mainInterfaceKey(interfaceKey(answers[`${role}-${side}`] ?? '')) === port,
    )
      ? 'This port has another use already: the management group has a link of its own.'
      : undefined;
  };

const words = (options: RouterOptions, answers: Answers) => (groupFamily(answers, options) === 4 ? 'vrrp' : 'vrrp6');

/** Number and interface of the management group. */
export function managementGroup(answers: Answers, side: Side): readonly [vrid: string, on: string] {
  return [answers['management-vrid'] ?? '', answers[`management-interface-${side}`] ?? ''];
}

/** The same as lines of interfaces that follow the group name them. */
export function managementGroupWords(answers: Answers, side: Side): string {
  const [vrid, on] = managementGroup(answers, side);
  return `interface ${on} vrid ${vrid}`;
}

/** The steps of the group, or of both groups where one leads. */
export function ledRouterSteps(answers: Answers, options: RouterOptions): Step[] {
  const router = routerSteps(answers, options);
  if (!isLed(answers)) return router;
  const leading = groupBesideAnswers(prefix, answers);
  const heads = onSides((side) => [line(`interface ${answers[`management-interface-${side}`]}`, '')]);
  const isOfLeader = (side: Side) => (placed: PlacedLine) =>
    [placed.section, placed.completes].includes(heads[side][0]!.section);
  const leader = routerSteps(leading, linkOptions(options)).map((step) => ({
    ...step,
    a: step.a.filter(isOfLeader('a')).map((placed) => besidePort(placed, answers, 'a')),
    b: step.b.filter(isOfLeader('b')).map((placed) => besidePort(placed, answers, 'b')),
  }));
  return [...leader, leadStep(answers, options), ...router.map((step) => withoutElection(step, answers, options))];
}

/** The track of the users' port does not stand for that of the uplink. */
function besidePort(placed: PlacedLine, answers: Answers, side: Side): PlacedLine {
  if (!placed.or?.endsWith(' track (?!service-location )')) return placed;
  return {
    ...placed,
    or: placed.or.replace('(?!', `(?!(?:ipv6 )?interface ${interfacePattern(answers[`interface-${side}`] ?? '')}|`),
  };
}

/** What only a group that elects itself has; the uplink itself stays. */
function withoutElection(step: Step, answers: Answers, options: RouterOptions): Step {
  const start = `${words(options, answers)} vrid ${answers.vrid} `;
  const isKept = ({ section, text }: PlacedLine, side: Side) =>
    section !== `interface ${answers[`interface-${side}`]}` ||
    !text.startsWith(start) ||
    text.startsWith(`${start}virtual-ip `);
  return {
    ...step,
    a: step.a.filter((placed) => isKept(placed, 'a')),
    b: step.b.filter((placed) => isKept(placed, 'b')),
  };
}

/** The group is made the leader, watches the users' port too, and the users' group follows. */
function leadStep(answers: Answers, options: RouterOptions): Step {
  const word = words(options, answers);
  const [leader, users] = [`${word} vrid ${answers['management-vrid']}`, `${word} vrid ${answers.vrid}`];
  const ipv6 = word === 'vrrp6' ? 'ipv6 ' : '';
  return own(
    `${options.page} step 2`,
    'Management group',
    onSides((side) => {
      const on = `interface ${answers[`management-interface-${side}`]}`;
      const port = answers[`interface-${side}`]!;
      const follows = `${users} track admin-${word} ${managementGroupWords(answers, side)}`;
      return [
        line(
          on,
          `admin-${word} vrid ${answers['management-vrid']}`,
          `^admin-${word} vrid ${answers['management-vrid']}\\b`,
        ),
        line(
          on,
          `${leader} track ${ipv6}interface ${port} reduced ${reduction(answers)}`,
          `^${leader} track (?:ipv6 )?interface ${interfacePattern(answers[`interface-${side}`] ?? '')}`,
        ),
        line(`interface ${port}`, `${follows} unflowdown`, `^${follows}`),
      ];
    }),
  );
}
