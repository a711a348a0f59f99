// The rehearsal against a VRRP machine written from RFC 9568 alone: a thousand cases of two routers that die, stop and return,
// without delay and tracking, any interval beside any other. The roles are those of one of the courses that the rehearsal gives,
// and each takeover lies in its range.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Moment } from '../../server/src/failover/simulation/rehearsal';
import type { FailureEvent } from '../../server/src/failover/simulation/events';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { pairOf } from '../support/failover-pairs';
import { transitions, type Happening, type RouterParameters, type State, type Transition } from './rfc9568';

/** Mulberry32: the same cases on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const names = ['DeviceA', 'DeviceB'] as const;
const intervals = [100, 100, 200, 290, 150, 250, 120, 500, 1000];
const eventChange = { startup: 'up', shutdown: 'stop', death: 'down' } as const;
const roleOf = { Active: 'master', Backup: 'backup', Initialize: 'initialize' } as const;
const cents = (seconds: number) => Math.round(seconds * 100) / 100;
// Far before the first event, so that both have settled; the odd part is the phase of the advertisements.
const long = 400;

interface Case {
  readonly truth: readonly Transition[];
  /** Seconds at which the roles are compared. */
  readonly looks: readonly number[];
  readonly first: 0 | 1;
}

/** What of the truth this course does not say; nothing where they agree. */
function differences({ truth, looks, first }: Case, moments: readonly Moment[]): string[] {
  const found: string[] = [];
  const changes = moments.filter((one) => one.lane === 'role' && one.at[1] > 0);
  const active = truth.filter(({ to }) => to === 'Active');
  for (const { router, at } of active) {
    const isTold = changes.some(
      ({ role, device, at: span }) =>
        role === 'master' && device === names[router] && span[0] - 0.006 <= at && at <= span[1] + 0.006,
    );
    if (!isTold) found.push(`${names[router]} leads at ${at}`);
  }
  const told = changes.filter((change) => change.role === 'master').length;
  if (told !== active.length) found.push(`${told} takeovers`);
  for (const when of looks) {
    for (const router of [0, 1] as const) {
      const state: State =
        truth.findLast((one) => one.router === router && one.at < when)?.to ?? (router === first ? 'Active' : 'Backup');
      const role = moments.findLast(
        (one) => one.lane === 'role' && one.device === names[router] && one.at[1] < when,
      )?.role;
      if (role !== roleOf[state]) found.push(`${names[router]} is ${state} at ${when}, in the rehearsal ${role}`);
    }
  }
  return found;
}

/** Two intervals in centiseconds: equal ones, any two, and one far above three times the other. */
function advertsOf(pick: (count: number) => number): number[] {
  const kind = pick(3);
  if (kind === 0) return Array<number>(2).fill([...intervals, 4095][pick(intervals.length + 1)]!);
  if (kind === 1) return [intervals[pick(intervals.length)]!, intervals[pick(intervals.length)]!];
  const far = [[100, 120, 150][pick(3)]!, [500, 800, 1000][pick(3)]!];
  return pick(2) === 0 ? far : far.reverse();
}

test('1,000 cases: roles as the RFC has them, takeovers within their ranges', async () => {
  const roll = dice(9568);
  const pick = (count: number) => Math.floor(roll() * count);
  const leaving = () => (pick(3) === 0 ? 'shutdown' : 'death');
  let [takeovers, cases, late, open] = [0, 0, 0, 0];
  const wrong: string[] = [];
  for (let configuration = 0; configuration < 100; configuration++) {
    const owner = pick(10) === 0 ? pick(2) : undefined;
    const [high, low] = [2 + pick(253), 1 + pick(200)];
    const priorities = high === low ? [high, high - 1] : [high, low];
    const adverts = advertsOf(pick);
    const preempts = [pick(4) > 0, pick(4) > 0];
    const [a, b] = [0, 1].map((index) => ({
      group: [
        `priority ${priorities[index]}`,
        `timer advertise ${adverts[index]}`,
        // VRRP6 has a delay of its own after an interface has come up, the standard has none.
        preempts[index] ? 'preempt-mode timer delay 0' : 'preempt-mode disable',
      ],
      ...(owner === undefined ? {} : { virtual: `2001:DB8:5::${owner + 1}` }),
    }));
    const pair = await pairOf(a, b);
    const parameters = [0, 1].map((index): RouterParameters => ({
      Priority: owner === index ? 255 : priorities[index]!,
      Advertisement_Interval: adverts[index]! / 100,
      Preempt_Mode: preempts[index]!,
      address: index,
    })) as [RouterParameters, RouterParameters];
    const higher = parameters[0].Priority > parameters[1].Priority ? 0 : 1;
    const isOpen = !preempts[higher] && owner !== higher;
    const slowest = (4.5 * Math.max(...adverts)) / 100;

    for (let turn = 0; turn < 10; turn++) {
      cases++;
      // The intended master comes up first and leads, unless it does not preempt: then either may.
      const first = isOpen && pick(2) === 0 ? ((1 - higher) as 0 | 1) : higher;
      const second = first === 0 ? 1 : 0;
      const happenings: Happening[] = [
        { at: -long + roll() * 20, router: first, what: 'startup' },
        { at: -long / 2 + roll() * 20, router: second, what: 'startup' },
      ];
      const events: FailureEvent[] = [];
      const up = [true, true];
      let at = cents(0.01 + roll() * 5);
      for (let count = 1 + pick(6); count > 0; count--) {
        const router = pick(2) as 0 | 1;
        const what = up[router] ? leaving() : 'startup';
        up[router] = what === 'startup';
        happenings.push({ at, router, what });
        events.push({ kind: 'device', change: eventChange[what], device: names[router], at });
        // Apart, so that one takeover is over before the next event.
        at = cents(at + slowest * (1.01 + 3 * roll()));
      }
      const end = at + slowest;
      const all = transitions(parameters, happenings, end);
      const one: Case = {
        truth: all.filter((transition) => transition.at >= 0),
        looks: [...events.slice(1).map((event) => event.at), end],
        first: masterBefore(all),
      };
      const { moments, rows, courses } = rehearse(pair, events);
      const said = isOpen
        ? courses.map((course) => course.moments)
        : [moments, ...courses.map((course) => course.moments)];
      const differing = said.map((course) => differences(one, course));
      if (!differing.some((list) => list.length === 0))
        wrong.push(
          `${JSON.stringify({ parameters, events })}\n  ${differing.map((list) => list.join('; ')).join('\n  ')}\n  RFC ${JSON.stringify(one.truth)}`,
        );
      takeovers += one.truth.filter(({ to }) => to === 'Active').length;
      if (courses.length > (isOpen ? 2 : 0)) late++;
      if (isOpen) open++;
      for (const { takeover } of rows) {
        if (!takeover) continue;
        const [earliest, latest] = takeover.afterSeconds;
        if (!(earliest >= 0 && earliest <= latest)) wrong.push(`row ${JSON.stringify(takeover)}`);
      }
    }
  }
  assert.equal(wrong.length, 0, `${wrong.length} differ:\n${wrong.slice(0, 4).join('\n')}`);
  assert.ok(cases === 1000, `${cases} cases`);
  assert.ok(takeovers > 1000, `${takeovers} takeovers`);
  assert.ok(late > 30 && open > 100, `${late} cases in which a router may hear the master late, ${open} open starts`);
});

/** Who leads when both have settled. */
function masterBefore(all: readonly Transition[]): 0 | 1 {
  const isActive = (router: 0 | 1) => all.findLast((one) => one.router === router && one.at < 0)?.to === 'Active';
  return isActive(0) ? 0 : 1;
}
