// Instances that translate addresses, on service boards that back each other up across two devices over a management VRRP group.
// DS-Lite (docs/guide/ds-lite.md), NAT and NAT64 (docs/guide/nat.md) differ in their instance and its users; their pages have the
// same steps under the same numbers.
import { onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Side, Step } from './scenario';
import { both, line, local, merged, onSides, own } from './steps';
import { bare, name, number, type Check } from './values';
import { reduction, routerSteps, type RouterOptions } from './virtual-router';

/** How the services on boards differ: the page, and what an instance has of its users. */
export interface BoardService {
  readonly id: 'ds-lite' | 'nat' | 'nat64';
  readonly title: string;
  readonly page: '004' | '012';
  readonly summary: string;
  /** What is asked about the users; `guide`: the step of the instance. */
  readonly parameters: (guide: string) => readonly Parameter[];
  readonly users: (answers: Answers, side: Side, instance: string) => readonly PlacedLine[];
}

/**
 * What steps cite for the preempt delay and the recover delay of the boards' group, which no page of the guide gives.
 */
export const cgnReliability = 'vendor configuration guide: CGN reliability';

/** The group that boards follow, and how long its master waits. */
export const boardRouter = (page: string): RouterOptions => ({
  page,
  service: 4,
  group: 4,
  uplink: false,
  side: 'boards',
  delay: {
    least: 1500,
    offered: 1500,
    why: "The vendor's example waits 1500 s, so that the sessions are back before the role is: give 1500 or more.",
  },
});

const slot: Check = (value) =>
  /^\d{1,2}$/.test(value) && Number(value) >= 1 ? undefined : 'Give the slot number of the board.';

/** What an instance is called where nobody says otherwise. */
const instanceNames = { 'ds-lite': 'ds1', nat: 'nat1', nat64: 'nat64a' } as const;

/** What is asked about the board and its instance. */
export function instanceParameters({ page, title, id }: Pick<BoardService, 'page' | 'title' | 'id'>): Parameter[] {
  const at = (step: string) => `${page} step ${step}`;
  return [
    {
      id: 'service-location',
      title: 'Number of the service-location',
      type: 'number',
      spread: 'equal',
      guide: at('3.2'),
      default: () => '1',
      check: number(1, 255),
    },
    ...onEach((side) => ({
      id: `slot-${side}`,
      title: `Slot of the service board of ${side === 'a' ? 'the master' : 'the backup'}`,
      type: 'number',
      spread: 'own',
      device: side,
      guide: at('3.3'),
      default: (answers) => (side === 'b' ? (answers['slot-a'] ?? '3') : '3'),
      check: slot,
    })),
    {
      id: 'instance-group',
      title: 'Name of the service-instance-group',
      type: 'name',
      spread: 'equal',
      guide: at('4.2'),
      default: () => 'group1',
      check: name(31),
    },
    {
      id: 'instance',
      title: `Name of the ${title} instance`,
      type: 'name',
      spread: 'equal',
      guide: at('5.2'),
      default: () => instanceNames[id],
      check: name(31),
    },
    {
      id: 'instance-id',
      title: `Id of the ${title} instance`,
      type: 'number',
      spread: 'equal',
      guide: at('5.2'),
      default: () => '1',
      check: number(1, 4095),
    },
  ];
}

/** A step of the page of the service, which rules cite by the page of DS-Lite. */
function step(page: string, number: string, title: string, lines: Pick<Step, 'a' | 'b'>): Step {
  return own(`${page} step ${number}`, title, lines, { guides: [`004 step ${number}`] });
}

const each = (make: (side: Side) => PlacedLine) => onSides((side) => [make(side)]);

/** `member`: see the options of a router. */
export function boardSteps(
  answers: Answers,
  service: Pick<BoardService, 'page' | 'title' | 'id' | 'users'>,
  { member }: Pick<RouterOptions, 'member'> = {},
): Step[] {
  const { page } = service;
  const router = routerSteps(answers, { ...boardRouter(page), member });
  const at = (number: string) => `${page} step ${number}`;
  const waiting = router
    .filter(({ guide }) => guide === '000 step 1.7')
    .map((found) => ({ ...found, guide: cgnReliability, guides: [cgnReliability] }));
  return merged(
    [
      step(page, '1.2', 'Hot backup of service boards', both(line('', 'service-ha hot-backup enable'))),
      ...router.filter(({ guide }) => guide.startsWith(page) && guide < at('2.4')),
      step(
        page,
        '2.4',
        'Management group',
        each((side) =>
          line(
            groupHead(answers, side),
            `admin-vrrp vrid ${answers.vrid} ignore-if-down`,
            `^admin-vrrp vrid ${answers.vrid}\\b`,
          ),
        ),
      ),
      ...router.filter(({ guide }) => guide === at('2.5')),
      ...waiting,
      own(cgnReliability, 'Delays of a recovering device', {
        a: [line(groupHead(answers, 'a'), 'vrrp recover-delay 15', '^vrrp recover-delay ')],
        b: [],
      }),
      ...router.filter(({ guide }) => guide === '000 step 1.9'),
      ...locationSteps(answers, page),
      ...instanceSteps(answers, service),
    ],
    { [cgnReliability]: 'Delays of a recovering master' },
  );
}

function groupHead(answers: Answers, side: Side): string {
  return `interface ${answers[`interface-${side}`]}`;
}

function locationSteps(answers: Answers, page: string): Step[] {
  const location = `service-location ${answers['service-location']}`;
  const port = (side: Side) => answers[`interface-${side}`];
  const peer = (side: Side) => bare(answers[`address-${side === 'a' ? 'b' : 'a'}`]!);
  return [
    step(page, '3.2', 'Service-location', both(line(location, ''))),
    step(
      page,
      '3.3',
      'Its board',
      each((side) => line(location, `location slot ${answers[`slot-${side}`]}`, '^location ')),
    ),
    step(
      page,
      '3.4',
      'The channel to the other device',
      each((side) =>
        line(location, `remote-backup interface ${port(side)} peer ${peer(side)}`, '^remote-backup interface '),
      ),
    ),
    step(
      page,
      '3.5',
      'The group that tells its role',
      each((side) => line(location, `vrrp vrid ${answers.vrid} interface ${port(side)}`, '^vrrp vrid ')),
    ),
  ];
}

function instanceSteps(
  answers: Answers,
  { id, title, page, users }: Pick<BoardService, 'page' | 'title' | 'id' | 'users'>,
): Step[] {
  const location = `service-location ${answers['service-location']}`;
  const vrrp = `vrrp vrid ${answers.vrid}`;
  const group = (side: Side) => `service-instance-group ${local(answers, 'instance-group', side)}`;
  const instance = (side: Side) => `${id} instance ${local(answers, 'instance', side)} id ${answers['instance-id']}`;
  return [
    step(
      page,
      '4.2',
      'Service-instance-group',
      each((side) => line(group(side), '')),
    ),
    step(
      page,
      '4.3',
      'Its service-location',
      each((side) => line(group(side), location, `^${location}\\b`)),
    ),
    step(
      page,
      '5.2',
      `${title} instance`,
      onSides((side) => [line(instance(side), ''), ...users(answers, side, instance(side))]),
    ),
    step(
      page,
      '5.3',
      'The instance runs on the group',
      each((side) => line(instance(side), group(side), '^service-instance-group ')),
    ),
    step(
      page,
      '6.3',
      'The group follows the board',
      each((side) =>
        line(
          groupHead(answers, side),
          `${vrrp} track ${location} reduced ${reduction(answers)}`,
          `^${vrrp} track ${location}\\b`,
        ),
      ),
    ),
  ];
}
