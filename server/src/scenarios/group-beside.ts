// A second VRRP group of a scenario: an interface, a subnet and a number of its own. What else is asked about a group is answered once
// for both. Its answers have the names of those of the first group behind a prefix.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import type { Answers, Parameter } from './scenario';
import { all, apartFrom, offering, withVlan, type Check } from './values';

/** What the two groups do not share. */
const apart = new Set(['interface-a', 'interface-b', 'address-a', 'address-b', 'vrid', 'virtual-ip']);
/** Nor do boards that follow them. */
const ofBoards = ['service-location', 'slot-a', 'slot-b'];

/**
 * A further VRRP group of a scenario. `prefix` stands before its parameter ids; `titles` is by the id without it.
 * `side` is `a` or `b`.
 */
export interface GroupBeside {
  readonly prefix: 'board-' | 'second-' | 'management-';
  /** The questions of the first group. */
  readonly router: readonly Parameter[];
  readonly titles: Readonly<Record<string, string>>;
  /** What is offered on the intended master of the first group, and on the other device where that does not fit. */
  readonly interfaces: (answers: Answers, side: string) => readonly string[];
  readonly addresses: readonly string[];
  /** What more is asked of an interface. */
  readonly onInterface: (side: string) => Check;
  readonly asked?: (answers: Answers) => boolean;
}

/**
 * Asks for the interfaces, addresses, VRID and virtual address of the further group; the rest it shares with the first.
 */
export function groupBesideParameters(beside: GroupBeside): Parameter[] {
  const { prefix, router, titles, asked } = beside;
  return router
    .filter(({ id }) => apart.has(id))
    .map((parameter) => {
      const { id } = parameter;
      const ofFirst: Check = (value, answers) => parameter.check(value, alone(prefix, answers));
      const check = all(ofFirst, besides(beside, id));
      const title = titles[id] ?? parameter.title;
      return offering({ ...parameter, id: `${prefix}${id}`, title, check, asked }, (answers) =>
        offered(beside, parameter, answers),
      );
    });
}

/** The answers as a scenario with this group alone would have them. */
export function groupBesideAnswers(prefix: GroupBeside['prefix'], { vlan: _, ...answers }: Answers): Answers {
  const own = [...apart, ...ofBoards].flatMap((id) => {
    const value = answers[`${prefix}${id}`];
    return value === undefined ? [] : [[id, value] as const];
  });
  return { ...answers, ...Object.fromEntries(own) };
}

/** What is answered of this group so far, and nothing of the first one that has the same name. */
function alone(prefix: GroupBeside['prefix'], answers: Answers): Answers {
  const rest = Object.entries(answers).filter(([id]) => !apart.has(id));
  const own = rest
    .filter(([id]) => id.startsWith(prefix))
    .map(([id, value]) => [id.slice(prefix.length), value] as const);
  const { vlan: _, ...known } = { ...Object.fromEntries(rest), ...Object.fromEntries(own) } as Record<string, string>;
  return known;
}

function offered(beside: GroupBeside, parameter: Parameter, answers: Answers): readonly string[] {
  const { prefix } = beside;
  switch (parameter.id) {
    case 'interface-a':
      return beside.interfaces(answers, 'a');
    case 'interface-b':
      return [answers[`${prefix}interface-a`] ?? '', ...beside.interfaces(answers, 'b')];
    case 'address-a':
      return beside.addresses;
    case 'vrid':
      return ['2', '3', '4'];
    default:
      return [parameter.default(alone(prefix, answers))];
  }
}

function besides(beside: GroupBeside, id: string): Check {
  const side = id.slice(-1);
  if (id.startsWith('interface-')) return all(withVlan, beside.onInterface(side));
  if (id.startsWith('address-'))
    return (value, answers) => {
      const others = Object.entries(answers).filter(
        ([text]) => /(?:address-[ab]|gateway|users-prefix)$/.test(text) && !text.startsWith(beside.prefix),
      );
      return apartFrom(others.map(([, other]) => other))(value, answers);
    };
  if (id === 'vrid')
    return (value, answers) => (value === answers.vrid ? 'The other group has this number.' : undefined);
  return () => undefined;
}

/** A port that nothing else of the device has. */
export const onPortOfItsOwn =
  (side: string): Check =>
  (value, answers) => {
    const taken = ['interface', 'uplink', 'rbs-interface', 'protect-interface', 'users-interface'];
    const port = mainInterfaceKey(interfaceKey(value));
    return taken.some((text) => mainInterfaceKey(interfaceKey(answers[`${text}-${side}`] ?? '')) === port)
      ? 'This port has another use already: the boards have a link of their own.'
      : undefined;
  };

/** The answers of each device for the other one; who is meant to be master keeps the higher priority. */
export function crosswise(answers: Answers): Answers {
  const other = (id: string) => id.replace(/[ab]$/, (side) => (side === 'a' ? 'b' : 'a'));
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      /-[ab]$/.test(id) && !id.startsWith('priority-') ? other(id) : id,
      value,
    ]),
  );
}
