// Which interfaces of the two devices are on one LAN: those of the groups that answer each other, unless their VLANs differ.
import { deafness } from '../../model/vrrp/hearing';
import { membersOf } from '../../model/vrrp/member';
import type { GroupPair, Pair, Side } from '../../model/pairing/pair';
import { sides } from '../simulation/names';
import type { Stage } from '../simulation/stage';

/** The number of the LAN, from 1, by `a gigabitethernet0/1/2`. */
export type Lans = ReadonlyMap<string, number>;

/** Names a LAN by an interface of one side. */
export function lanKey(side: Side, key: string): string {
  return `${side} ${key}`;
}

/** The LANs of the pair, and which interfaces are on each. */
export function lansOf(pair: Pair, stage: Stage): Lans {
  const numbers = new Map<string, number>();
  for (const { groups, paired } of stage.actors) {
    const ends = sides.flatMap((side) => (groups[side] ? [lanKey(side, groups[side].interfaceKey)] : []));
    if (paired && areOnOneLan(pair, paired)) join(numbers, ends);
    else for (const end of ends) join(numbers, [end]);
  }
  return renumbered(numbers);
}

function areOnOneLan(pair: Pair, group: GroupPair): boolean {
  const { a, b } = membersOf(pair, group);
  return deafness(a, b)?.cause !== 'vlan';
}

function join(numbers: Map<string, number>, ends: readonly string[]): void {
  const known = ends.flatMap((end) => numbers.get(end) ?? []);
  const number = known[0] ?? numbers.size + 1;
  for (const end of ends) numbers.set(end, number);
  for (const [end, other] of numbers) if (known.includes(other)) numbers.set(end, number);
}

function renumbered(numbers: ReadonlyMap<string, number>): Lans {
  const inOrder = [...new Set(numbers.values())];
  return new Map([...numbers].map(([end, number]) => [end, inOrder.indexOf(number) + 1]));
}
