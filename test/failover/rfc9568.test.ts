// The rehearsal against a VRRP machine written from RFC 9568 alone: a thousand cases of two routers that die, stop and return,
// without delay and tracking. The roles are the same, and each takeover lies in the range that the rehearsal gives.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FailureEvent } from '../../server/src/failover/simulation/events';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { pairOf } from '../support/failover-pairs';
import { transitions, type Happening, type RouterParameters, type State } from './rfc9568';

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
// None three times another: a router that comes up with a much shorter interval than the master's leads for an instant or does
// not, by the phase of the advertisements alone; the rehearsal names that and gives no time (test/failover/rehearse.test.ts).
const intervals = [100, 100, 200, 290, 150, 250, 120];
const eventChange = { startup: 'up', shutdown: 'stop', death: 'down' } as const;
const cents = (seconds: number) => Math.round(seconds * 100) / 100;
// Far before the first event, so that both have settled; the odd part is the phase of the advertisements.
const long = 400;

test('1,000 cases: roles as the RFC has them, takeovers within their ranges', async () => {
  const roll = dice(9568);
  const pick = (count: number) => Math.floor(roll() * count);
  const leaving = () => (pick(3) === 0 ? 'shutdown' : 'death');
  let takeovers = 0;
  let cases = 0;
  const wrong: string[] = [];
  for (let configuration = 0; configuration < 100; configuration++) {
    const owner = pick(10) === 0 ? pick(2) : undefined;
    const [high, low] = [2 + pick(253), 1 + pick(200)];
    const priorities = high === low ? [high, high - 1] : [high, low];
    const adverts =
      pick(3) === 0
        ? [intervals[pick(7)]!, intervals[pick(7)]!]
        : Array<number>(2).fill([...intervals, 1000, 4095][pick(9)]!);
    const preempts = [pick(4) > 0, pick(4) > 0];
    const [a, b] = [0, 1].map((index) => ({
      group: [
        `priority ${priorities[index]}`,
        `timer advertise ${adverts[index]}`,
        ...(preempts[index] ? [] : ['preempt-mode disable']),
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
    const first = parameters[0].Priority > parameters[1].Priority ? 0 : 1;
    const slowest = (4.5 * Math.max(...adverts)) / 100;

    for (let turn = 0; turn < 10; turn++) {
      cases++;
      // The intended master comes up first and leads; the other listens.
      const happenings: Happening[] = [
        { at: -long + roll() * 20, router: first, what: 'startup' },
        { at: -long / 2 + roll() * 20, router: first === 0 ? 1 : 0, what: 'startup' },
      ];
      const events: FailureEvent[] = [];
      const up = [true, true];
      let at = cents(0.01 + roll() * 5);
      for (let count = 1 + pick(6); count > 0; count--) {
        const router = pick(2) as 0 | 1;
        const what = up[router] ? leaving() : 'startup';
        up[router] = what === 'startup';
        happenings.push({ at, router, what });
        events.push({
          kind: 'device',
          change: eventChange[what],
          device: names[router],
          at,
        });
        // Apart, so that one takeover is over before the next event.
        at = cents(at + slowest * (1.01 + 3 * roll()));
      }
      const end = at + slowest;
      const truth = transitions(parameters, happenings, end).filter((one) => one.at >= 0);
      const { moments, rows } = rehearse(pair, events);
      const say = (text: string) =>
        wrong.push(`${JSON.stringify({ parameters, events })}\n  ${text}\n  RFC ${JSON.stringify(truth)}`);

      const changes = moments.filter((one) => one.lane === 'role' && one.at[1] > 0);
      for (const one of truth.filter(({ to }) => to === 'Active')) {
        takeovers++;
        const said = changes.find(
          (change) =>
            change.role === 'master' &&
            change.device === names[one.router] &&
            change.at[0] - 0.006 <= one.at &&
            one.at <= change.at[1] + 0.006,
        );
        if (!said)
          say(
            `${names[one.router]} leads at ${one.at}, which the rehearsal does not say: ${JSON.stringify(changes.map((change) => [change.device, change.role, change.at]))}`,
          );
      }
      const told = changes.filter((change) => change.role === 'master').length;
      if (told !== truth.filter(({ to }) => to === 'Active').length) say(`${told} takeovers`);
      // Roles at every event and in the end.
      for (const when of [...events.slice(1).map((event) => event.at), end]) {
        for (const router of [0, 1] as const) {
          const state: State =
            truth.findLast((one) => one.router === router && one.at < when)?.to ??
            (router === first ? 'Active' : 'Backup');
          const role = moments.findLast(
            (one) => one.lane === 'role' && one.device === names[router] && one.at[1] < when,
          )?.role;
          if (role !== { Active: 'master', Backup: 'backup', Initialize: 'initialize' }[state])
            say(`${names[router]} is ${state} at ${when}, in the rehearsal ${role}`);
        }
      }
      for (const { takeover } of rows) {
        if (!takeover) continue;
        const [earliest, latest] = takeover.afterSeconds;
        if (!(earliest >= 0 && earliest <= latest)) say(`row ${JSON.stringify(takeover)}`);
      }
    }
  }
  assert.equal(wrong.length, 0, `${wrong.length} differ:\n${wrong.slice(0, 4).join('\n')}`);
  assert.equal(cases, 1000);
  assert.ok(takeovers > 1000, `${takeovers} takeovers`);
});
