// Users who log in to the pair (PPPoE, behind RADIUS): their sub-interfaces beside that of the group, the domain that lets them in,
// and the NAS as which both devices present themselves.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import { onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Side } from './scenario';
import { line, ofSite } from './steps';
import { all, anInterface, name, number, offering, ownAddress, subNumber, withVlan, type Check } from './values';

const besideGroup =
  (side: Side): Check =>
  (value, answers) => {
    const control = interfaceKey(answers[`interface-${side}`] ?? '');
    if (subNumber(value) === undefined) return 'Give a sub-interface, beside the one of the group.';
    if (mainInterfaceKey(interfaceKey(value)) !== mainInterfaceKey(control))
      return `The group watches the port of ${answers[`interface-${side}`]}: the users are on that port too.`;
    return interfaceKey(value) === control ? 'The group has this one; the users are beside it.' : undefined;
  };

const beside =
  (side: Side, sub: number) =>
  (answers: Answers): string[] => {
    const [main = ''] = (answers[`interface-${side}`] ?? '').split('.');
    return [`${main}.${sub}`, `${main}.${sub + 1}`];
  };

/**
 * Asks for the users' sub-interfaces and VLAN, their domain, the RADIUS server and the NAS. `page` is the page of the
 * guide.
 */
export function loginUsersParameters(page: string): Parameter[] {
  return [
    ...onEach((side) =>
      offering(
        {
          id: `users-interface-${side}`,
          title: `Sub-interface of ${side === 'a' ? 'the master' : 'the backup'} towards the users`,
          type: 'interface',
          spread: 'own',
          device: side,
          guide: `${page} step 6.2`,
          check: all(anInterface, withVlan, besideGroup(side)),
        },
        beside(side, 501),
      ),
    ),
    offering(
      {
        id: 'user-vlan',
        title: 'VLAN of the users',
        type: 'number',
        spread: 'equal',
        guide: `${page} step 6.2`,
        check: all(number(1, 4094), (value, answers) =>
          value === answers.vlan ? 'The group is in this VLAN; the users are in another.' : undefined,
        ),
      },
      () => ['501', '502'],
    ),
    {
      id: 'domain',
      title: 'Domain of the users',
      type: 'name',
      spread: 'equal',
      guide: `${page} step 6.1`,
      default: () => 'isp',
      check: name(64),
    },
    {
      id: 'radius',
      title: 'Address of the RADIUS server',
      type: 'ipv4',
      spread: 'equal',
      guide: `${page} step 6.1`,
      default: () => '192.0.2.220',
      check: ownAddress([4]),
    },
    ...nasParameters(page),
  ];
}

function nasParameters(page: string): Parameter[] {
  const guide = `${page} step 3.7`;
  return [
    {
      id: 'nas-port',
      title: 'Port of the NAS that RADIUS sees',
      type: 'interface',
      spread: 'equal',
      guide,
      default: () => 'GigabitEthernet1/0/0',
      check: (value) =>
        /^(?:Eth-Trunk|Ethernet|GigabitEthernet)\d{1,4}\/\d{1,3}\/\d{1,3}$/.test(value)
          ? undefined
          : 'Give an Ethernet, GigabitEthernet or Eth-Trunk with three numbers, for example GigabitEthernet1/0/0.',
    },
    {
      id: 'nas-sysname',
      title: 'Name of the NAS that RADIUS sees',
      type: 'name',
      spread: 'equal',
      guide,
      default: () => 'pair1',
      check: name(30),
    },
    {
      id: 'nas-ip',
      title: 'Address of the NAS that RADIUS sees',
      type: 'ipv4',
      spread: 'equal',
      guide,
      default: () => '192.0.2.100',
      check: ownAddress([4]),
    },
  ];
}

/** The three lines by which both devices are one NAS. */
export function nasLines(answers: Answers, profile: string): PlacedLine[] {
  return [
    line(profile, `nas logic-port ${spaced(answers['nas-port']!)}`),
    line(profile, `nas logic-sysname ${answers['nas-sysname']}`),
    line(profile, `nas logic-ip ${answers['nas-ip']}`),
  ];
}

/** `GigabitEthernet1/0/0` as the command prints it: type and numbers apart. */
function spaced(port: string): string {
  return port.replace(/^([A-Za-z-]+)(?=\d)/, '$1 ');
}

/**
 * RADIUS, the schemes and the domain; `more` stands in the domain. All of it is the site's own. With `joins` also a device that has
 * domains gets this one.
 */
export function domainLines(answers: Answers, more: readonly string[], { joins }: { joins?: true } = {}): PlacedLine[] {
  const { domain, radius } = answers;
  // The scenario is read of a pair that is there: how its users log in is its own affair.
  if (domain === undefined || radius === undefined) return [];
  const group = 'radius-server group radius1';
  const inside = (within: string, text: string): PlacedLine => ({ section: 'aaa', within, text });
  return ofSite([
    line(group, `radius-server authentication ${radius} 1812 weight 0`),
    line(group, `radius-server accounting ${radius} 1813 weight 0`),
    inside('authentication-scheme radius', 'authentication-mode radius'),
    inside('accounting-scheme radius', 'accounting-mode radius'),
    line('aaa', `domain ${domain}`),
    ...['authentication-scheme radius', 'accounting-scheme radius', 'radius-server group radius1', ...more].map(
      (text) => inside(`domain ${domain}`, text),
    ),
  ]).map((placed) => (joins && placed.section === 'aaa' ? { ...placed, joins } : placed));
}

/** The sub-interface of the users; without the profile, which is a step by itself. */
export function loginUsersLines(answers: Answers, side: Side): PlacedLine[] {
  const port = answers[`users-interface-${side}`];
  if (port === undefined) return [];
  const head = `interface ${port}`;
  const access = (text: string): PlacedLine => ({ section: head, within: 'bas', text });
  return [
    line(head, ''),
    ...ofSite([
      line('interface Virtual-Template1', 'ppp authentication-mode chap'),
      line(head, 'description users'),
      line(head, 'pppoe-server bind virtual-template 1'),
      line(head, `user-vlan ${answers['user-vlan']}`),
      access(`access-type layer2-subscriber default-domain authentication ${answers.domain}`),
      access('authentication-method ppp'),
    ]),
  ];
}
