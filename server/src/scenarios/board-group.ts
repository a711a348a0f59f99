// The group of boards beside users who log in: a port, a subnet and a number of its own. The rest is asked once for both groups.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import type { Answers, Parameter } from './scenario';
import { apartFrom, offering, withVlan, type Check } from './values';

/** What the two groups do not share: the other answers about a group are for both. */
const apart = new Set(['interface-a', 'interface-b', 'address-a', 'address-b', 'vrid', 'virtual-ip']);

/** The answers as a pair of boards alone would give them. */
export function boardAnswers({ vlan: _, ...answers }: Answers): Answers {
  const ofBoard = [...apart].flatMap((id) => {
    const value = answers[`board-${id}`];
    return value === undefined ? [] : [[id, value] as const];
  });
  return { ...answers, ...Object.fromEntries(ofBoard) };
}

const ports = [5, 6, 7, 17, 18].map((port) => `GigabitEthernet0/1/${port}`);
const offered: Readonly<Record<string, readonly string[]>> = {
  'interface-a': ports,
  'interface-b': ports,
  'address-a': [60, 61, 62, 63].map((net) => `10.0.${net}.2/24`),
  vrid: ['2', '3'],
};

/** A question about the group of the boards, in other words than that of the users. */
export function ofBoards(parameter: Parameter): Parameter[] {
  const { id } = parameter;
  if (!apart.has(id)) return [];
  // What is answered of the boards so far, and nothing of the users that has the same name.
  const before = (answers: Answers): Answers => {
    const rest = Object.fromEntries(Object.entries(answers).filter(([other]) => !apart.has(other) && other !== 'vlan'));
    return {
      ...rest,
      ...boardAnswers(Object.fromEntries(Object.entries(answers).filter(([key]) => key.startsWith('board-')))),
    };
  };
  const check: Check = (value, answers) => parameter.check(value, before(answers)) ?? besideUsers(id)(value, answers);
  return [
    offering({ ...parameter, id: `board-${id}`, title: titles[id] ?? parameter.title, check }, (answers) => [
      ...(id === 'interface-b' ? [answers['board-interface-a'] ?? ''] : []),
      ...(offered[id] ?? [parameter.default(before(answers))]),
    ]),
  ];
}

const titles: Readonly<Record<string, string>> = {
  'address-a': "Address of the master on the boards' interface, with prefix length",
  'address-b': "Address of the backup on the boards' interface, with prefix length",
  vrid: 'Number of the group of the boards (vrid)',
  'virtual-ip': 'Virtual address of the group of the boards',
};

/** Boards have a port and a subnet of their own. */
function besideUsers(id: string): Check {
  const side = id.slice(-1);
  return (value, answers) => {
    if (id.startsWith('interface-')) {
      const taken = ['interface', 'uplink', 'rbs-interface', 'protect-interface'].map(
        (one) => answers[`${one}-${side}`] ?? '',
      );
      const port = mainInterfaceKey(interfaceKey(value));
      const wrongVlan = withVlan(value, answers);
      if (wrongVlan !== undefined) return wrongVlan;
      return taken.some((one) => mainInterfaceKey(interfaceKey(one)) === port)
        ? 'This port has another use already: the boards have a link of their own.'
        : undefined;
    }
    if (!id.startsWith('address-')) return undefined;
    const others = Object.entries(answers).filter(
      ([one]) => /(?:address-[ab]|gateway)$/.test(one) && !one.startsWith('board-'),
    );
    return apartFrom(others.map(([, other]) => other))(value, answers);
  };
}
