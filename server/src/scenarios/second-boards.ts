// 1+1: both devices translate. A second board on each, with a group of its own that the other device is meant to be master of, takes a
// part of the load of the same instance; a remote backup service is the way of packets that come back to the other device.
import { crosswise, groupBesideAnswers, groupBesideParameters, onPortOfItsOwn } from './group-beside';
import { ofPeer, onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Step } from './scenario';
import { boardRouter, boardSteps, type BoardService } from './service-boards';
import { line, local, onSides, own } from './steps';
import { all, bare, choice, name, number, type Check } from './values';
import { routerParameters } from './virtual-router';

const bothWork = ({ boards }: Answers) => boards === '1+1';

const unlike =
  (id: string, problem: string): Check =>
  (value, answers) =>
    value === answers[id] ? problem : undefined;

/**
 * Asks whether both devices translate (`boards`: `1:1` or `1+1`), and for the second group and board of 1+1. `page` is
 * the page of the guide.
 */
export function secondBoardParameters(page: string): Parameter[] {
  const at = (step: string) => `${page} step ${step}`;
  const asked = bothWork;
  return [
    {
      id: 'boards',
      title: 'Whether one device translates and the other stands by (1:1), or both translate (1+1)',
      type: 'choice',
      spread: 'equal',
      choices: ['1:1', '1+1'],
      guide: at('4.3'),
      default: () => '1:1',
      check: choice(['1:1', '1+1']),
    },
    ...groupBesideParameters({
      prefix: 'second-',
      router: routerParameters(boardRouter(page)),
      titles: {
        'interface-a': 'Interface of the first device that carries the second group and its channel',
        'interface-b': 'Interface of the second device that carries the second group and its channel',
        'address-a': 'Address of the first device in the second group, with prefix length',
        'address-b': 'Address of the second device in the second group, with prefix length',
        vrid: 'Number of the second group (vrid)',
        'virtual-ip': 'Virtual address of the second group',
      },
      interfaces: () => [5, 6, 7, 17, 18].map((port) => `GigabitEthernet0/1/${port}`),
      addresses: [60, 61, 62, 63].map((net) => `10.0.${net}.2/24`),
      onInterface: onPortOfItsOwn,
      asked,
    }),
    {
      id: 'second-service-location',
      title: 'Number of the second service-location',
      type: 'number',
      spread: 'equal',
      guide: at('3.2'),
      asked,
      default: (answers) => String((Number(answers['service-location'] ?? 1) % 255) + 1),
      check: all(number(1, 255), unlike('service-location', 'The first one has this number.')),
    },
    ...onEach((side) => ({
      id: `second-slot-${side}`,
      title: `Slot of the second service board of the ${side === 'a' ? 'first' : 'second'} device`,
      type: 'number' as const,
      spread: 'own' as const,
      device: side,
      guide: at('3.3'),
      asked,
      default: (answers: Answers) => (answers[`slot-${side}`] === '4' ? '5' : '4'),
      check: all(number(1, 99), unlike(`slot-${side}`, 'The first board is in this slot.')),
    })),
    ...acrossParameters(at('4.3')),
  ];
}

/** The remote backup service on which packets cross over. */
function acrossParameters(guide: string): Parameter[] {
  return [
    {
      id: 'rbs',
      title: 'Name of the remote backup service between the devices',
      type: 'name',
      spread: 'equal',
      guide,
      asked: bothWork,
      default: () => 'service1',
      check: name(32),
    },
    {
      id: 'port',
      title: 'TCP port of the remote backup service',
      type: 'number',
      spread: 'equal',
      guide,
      asked: bothWork,
      default: () => '1025',
      check: number(1024, 55535),
    },
  ];
}

/** `first`: the steps of the first board, whose lines are not said again. */
export function secondBoardSteps(answers: Answers, service: BoardService, first: readonly Step[]): Step[] {
  if (!bothWork(answers)) return [];
  const crossed = crosswise(groupBesideAnswers('second-', answers));
  const known = { a: keysOf(first, 'a'), b: keysOf(first, 'b') };
  const isNew = (side: 'a' | 'b') => (placed: PlacedLine) => !known[side].has(keyOf(placed));
  const steps = boardSteps(crossed, { ...service, users: () => [] }, { member: 'second-interface' }).map((step) => ({
    ...step,
    a: step.b.filter(isNew('a')),
    b: step.a.filter(isNew('b')),
  }));
  return [...steps, ...acrossSteps(answers, service.page)];
}

function acrossSteps(answers: Answers, page: string): Step[] {
  const channel = onSides((side) => {
    const head = `remote-backup-service ${local(answers, 'rbs', side)}`;
    const [source, peer] = [bare(answers[`address-${side}`] ?? ''), bare(ofPeer(answers, 'address', side))];
    const group = `service-instance-group ${local(answers, 'instance-group', side)}`;
    return [
      line(head, ''),
      line(head, `peer ${peer} source ${source} port ${answers.port}`, '^peer(?:-ipv6)? '),
      line(group, head, '^remote-backup-service '),
    ];
  });
  return [own(`${page} step 4.3`, 'Its service-location', channel, { guides: ['004 step 4.3'] })];
}

function keysOf(steps: readonly Step[], side: 'a' | 'b'): ReadonlySet<string> {
  return new Set(steps.flatMap((step) => step[side]).map(keyOf));
}

function keyOf({ section, within, text }: PlacedLine): string {
  return `${section}\n${within ?? ''}\n${text}`;
}
