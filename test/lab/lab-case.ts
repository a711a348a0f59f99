// A case: two configurations, events, and how much faster than the files they are played. It follows from its seed alone.
import type { FailureEvent } from '../../server/src/failover/simulation/events';
import type { Pair } from '../../server/src/model/pairing/pair';
import { deviceText, pairFrom } from '../support/failover-pairs';
import { randomOf, type Random } from './random';
import { eventsOf } from './random-events';

/** What one lab plays. */
export interface LabCase {
  readonly seed: number;
  readonly pair: Pair;
  /** In the seconds of the files. */
  readonly events: readonly FailureEvent[];
  /** Seconds of the lab for one of the files: below 1 where the protocol is the same at any speed. */
  readonly speed: number;
  /** Hosts ask their gateways all the time, and what they miss is compared too. */
  readonly pings: boolean;
}

type Version = 2 | 3;

/** What both devices of a case share. */
interface Shape {
  readonly families: readonly (4 | 6)[];
  /** Of IPv4. */
  readonly version: Version;
  readonly intervals: readonly [number, number];
  readonly multiplier: number;
  /** The device whose own address is the virtual one. */
  readonly owner?: 1 | 2;
  /** The second group has its master on the other device. */
  readonly crossed: boolean;
}

const names = { 1: 'Lab-A', 2: 'Lab-B' } as const;

/** The case of a seed: shapes are drawn until one has events that a lab can be held to. */
export async function caseOf(seed: number): Promise<LabCase> {
  const random = randomOf(seed);
  for (;;) {
    const shape = shapeOf(random);
    const priorities = prioritiesOf(random);
    const pair = await pairFrom([
      { name: 'a.cfg', text: textOf(random, shape, 1, priorities) },
      { name: 'b.cfg', text: textOf(random, shape, 2, priorities) },
    ]);
    const pings = random.once(2);
    const speed = shape.version === 2 && shape.families.includes(4) ? 1 : random.of([0.2, 0.2, 0.2, 0.25, 0.4]);
    const events = eventsOf(random, pair, { speed, pings, owner: shape.owner && names[shape.owner] });
    if (events) return { seed, pair, events, speed, pings };
  }
}

function shapeOf(random: Random): Shape {
  const families = random.of<readonly (4 | 6)[]>([[6], [4], [4, 6]]);
  const version = random.once(8) ? 2 : 3;
  const slow = version === 2 && families.includes(4);
  const one = slow ? 1 : random.of([1, 1, 1, 2, 3]);
  // Beyond three to one too: a router that returns with the shorter one does not wait long enough for the master.
  const two = slow || !random.once(3) ? one : random.of([1, 2, 4, 5]);
  return {
    families,
    version,
    intervals: random.once(2) ? [one, two] : [two, one],
    multiplier: random.once(6) ? 5 : 3,
    ...(random.once(7) ? { owner: random.of([1, 2] as const) } : {}),
    crossed: random.once(3),
  };
}

/** Of the device with the higher one, and of the other. */
function prioritiesOf(random: Random): readonly [number, number] {
  const low = 1 + random.below(200);
  return [low + 1 + random.below(254 - low), low];
}

function textOf(random: Random, shape: Shape, own: 1 | 2, priorities: readonly [number, number]): string {
  const { families, version, owner } = shape;
  const [first = 6, second] = families;
  const isFirst = own === 1;
  const group = groupLines(random, shape, own, first, priorities[isFirst ? 0 : 1]);
  return deviceText({
    name: names[own],
    own,
    family: first,
    group,
    ...(owner === undefined ? {} : { virtual: first === 6 ? `2001:DB8:5::${owner}` : `10.5.0.${owner}` }),
    service: first === 6 ? 'nd' : 'arp',
    system: version === 3 ? ['vrrp version v3'] : [],
    rest: second === undefined ? [] : secondGroup(random, shape, own, priorities[isFirst === shape.crossed ? 1 : 0]),
  });
}

/** The lines of a group, but the virtual addresses. */
function groupLines(random: Random, shape: Shape, own: 1 | 2, family: 4 | 6, priority: number): string[] {
  const interval = shape.intervals[own - 1]!;
  const raises = random.once(6);
  const delay = raises ? 0 : random.of([0, 0, 2, 3, 6, 10]);
  return [
    `priority ${priority}`,
    ...(interval === 1 ? [] : [`timer advertise ${family === 6 ? interval * 100 : interval}`]),
    ...(shape.multiplier === 3 || family === 4 ? [] : [`holding-multiplier ${shape.multiplier}`]),
    random.once(6) ? 'preempt-mode disable' : `preempt-mode timer delay ${delay}`,
    ...tracking(random, raises),
  ];
}

/** keepalived keeps a delay where a raised priority goes without it: a raise comes without one. */
function tracking(random: Random, raises: boolean): string[] {
  const object = 'track interface GigabitEthernet0/1/2';
  if (raises) return [`${object} increased ${random.of([5, 60, 150])}`];
  return random.once(2) ? [`${object} reduced ${random.of([5, 60, 200])}`] : [];
}

/** An IPv6 group on an interface of its own. */
function secondGroup(random: Random, shape: Shape, own: 1 | 2, priority: number): string[] {
  return [
    'interface GigabitEthernet0/1/5',
    ' ipv6 enable',
    ` ipv6 address 2001:DB8:6::${own}/64`,
    ' vrrp6 vrid 2 virtual-ip FE80::6 link-local',
    ' vrrp6 vrid 2 virtual-ip 2001:DB8:6::99',
    ...groupLines(random, shape, own, 6, priority).map((line) => ` vrrp6 vrid 2 ${line}`),
    '#',
  ];
}
