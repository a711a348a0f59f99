// What holds for every pair and every order of events: random configurations as VRP text, read by the real model, and random
// failures and recoveries of everything that can fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Rehearsal } from '../../server/src/failover/simulation/rehearsal';
import type { FailureEvent } from '../../server/src/failover/simulation/events';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { singleFailures } from '../../server/src/failover/judgement/matrix';
import { stageOf } from '../../server/src/failover/simulation/stage';
import type { Pair } from '../../server/src/model/pairing/pair';
import { workspaceOf } from '../support/check-text';
import { deviceText, type Own } from '../support/failover-pairs';

interface Side {
  readonly priority: number | undefined;
  readonly interval: number | undefined;
  readonly multiplier: number | undefined;
  readonly delay: number | undefined;
  readonly noPreempt: boolean;
  readonly recover: number | undefined;
  readonly reduced: number | undefined;
  readonly increased: number | undefined;
  /** What a BFD session is tracked for; `uplink` is an own link, watched at what is behind it and not at the other device. */
  readonly bfd: 'peer' | 'link' | 'uplink' | 'plain' | undefined;
  readonly ignoreIfDown: boolean;
  readonly noLearning: boolean;
  readonly owner: boolean;
  readonly linkLocal: boolean;
  readonly follower: 'flowdown' | 'unflowdown' | undefined;
  readonly shut: boolean;
}

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const seldom = fc.integer({ min: 0, max: 11 }).map((number) => number === 0);
const side: fc.Arbitrary<Side> = fc.record({
  priority: fc.option(fc.constantFrom(1, 80, 100, 120, 150, 200, 254), { nil: undefined }),
  interval: rarely(fc.constantFrom(1, 2, 3, 5)),
  multiplier: rarely(fc.constantFrom(3, 5, 10)),
  delay: rarely(fc.constantFrom(0, 1, 5, 60, 600)),
  noPreempt: seldom,
  recover: rarely(fc.constantFrom(5, 20)),
  reduced: rarely(fc.constantFrom(5, 60, 254)),
  increased: rarely(fc.constantFrom(90)),
  bfd: rarely(fc.constantFrom('peer', 'link', 'uplink', 'plain')),
  ignoreIfDown: seldom,
  noLearning: seldom,
  owner: seldom,
  linkLocal: fc.boolean(),
  follower: rarely(fc.constantFrom('flowdown', 'unflowdown')),
  shut: seldom,
});
const configuration = fc.record({
  family: fc.constantFrom<4 | 6>(4, 6),
  a: side,
  b: side,
  service: fc.constantFrom('nd', 'mld', 'dhcpv6-relay', 'arp'),
  sameInterval: fc.boolean(),
  sameFollower: fc.boolean(),
  badPort: seldom,
});
type Configuration = typeof configuration extends fc.Arbitrary<infer Value> ? Value : never;

/** How the group tracks the session. */
const trackedFor = { peer: 'peer', link: 'link', uplink: 'link', plain: 'reduced 30' } as const;

/** What makes a service run beside its profile: lines of the system and of the bound interface. */
function serviceLines(service: Configuration['service'], family: 4 | 6): Record<'system' | 'access', string[]> {
  if (service === 'dhcpv6-relay') return { system: [], access: ['dhcpv6 relay destination 2001:DB8:99::1'] };
  if (service !== 'mld') return { system: [], access: [] };
  return {
    system: ['multicast ipv6 routing-enable'],
    access: ['pim ipv6 sm', 'mld enable', ...(family === 6 ? ['multicast ipv6 track vrrp6 vrid 1'] : [])],
  };
}

const deviceNames = { 1: 'DeviceA', 2: 'DeviceB' } as const;

/** The device whose own address is the virtual one. */
function ownerOf(a: Side, b: Side): 1 | 2 | undefined {
  if (a.owner) return 1;
  return b.owner ? 2 : undefined;
}

function preemption({ noPreempt, delay }: Side): string[] {
  if (noPreempt) return ['preempt-mode disable'];
  return delay === undefined ? [] : [`preempt-mode timer delay ${delay}`];
}

function texts({
  family,
  a,
  b,
  service,
  sameInterval,
  sameFollower,
  badPort,
}: Configuration): { name: string; text: string }[] {
  const running = serviceLines(service, family);
  const own = (
    self: Side,
    name: string,
    index: 1 | 2,
    interval: number | undefined,
    follower: Side['follower'],
  ): Own => {
    const word = family === 6 ? 'vrrp6' : 'vrrp';
    const [watched, at] =
      self.bfd === 'uplink'
        ? [`10.${50 + index}.0.2`, 'GigabitEthernet0/1/4']
        : [`10.9.0.${3 - index}`, 'GigabitEthernet0/1/0'];
    const net = family === 6 ? '2001:DB8:6' : '10.6.0';
    return {
      name,
      own: index,
      family,
      service,
      port: badPort ? 6000 + index : 6001,
      ...(self.owner ? { virtual: family === 6 ? `2001:DB8:5::${index}` : `10.5.0.${index}` } : {}),
      system: [
        ...running.system,
        ...(self.noLearning ? ['vrrp timer-advertise learning disable'] : []),
        ...(self.bfd ? ['bfd', `bfd watch bind peer-ip ${watched} interface ${at}\n discriminator local 3`] : []),
      ],
      group: [
        ...(self.priority === undefined ? [] : [`priority ${self.priority}`]),
        ...(interval === undefined ? [] : [`timer advertise ${family === 6 ? interval * 100 : interval}`]),
        ...(self.multiplier === undefined ? [] : [`holding-multiplier ${self.multiplier}`]),
        ...preemption(self),
        ...(self.reduced === undefined
          ? []
          : [`track ${family === 6 ? 'ipv6 ' : ''}interface GigabitEthernet0/1/2 reduced ${self.reduced}`]),
        ...(self.increased === undefined
          ? []
          : [`track ${family === 6 ? 'ipv6 ' : ''}interface GigabitEthernet0/1/0 increased ${self.increased}`]),
        ...(self.bfd ? [`track bfd-session 3 ${trackedFor[self.bfd]}`] : []),
      ],
      access: [
        ...(self.linkLocal && family === 6 ? [`ipv6 address FE80::${index} link-local`] : []),
        ...(self.recover === undefined ? [] : [`${word} recover-delay ${self.recover}`]),
        ...running.access,
        `admin-${word} vrid 1${self.ignoreIfDown ? ' ignore-if-down' : ''}`,
      ],
      rest: [
        ...(follower
          ? [
              'interface GigabitEthernet0/1/3',
              ...(family === 6 ? [' ipv6 enable'] : []),
              ` ${family === 6 ? `ipv6 address ${net}::${index}/64` : `ip address ${net}.${index} 255.255.255.0`}`,
              ...(family === 6 ? [' vrrp6 vrid 2 virtual-ip FE80::6 link-local'] : []),
              ` ${word} vrid 2 virtual-ip ${net}${family === 6 ? '::99' : '.99'}`,
              ` ${word} vrid 2 track admin-${word} interface GigabitEthernet0/1/1 vrid 1${follower === 'unflowdown' ? ' unflowdown' : ''}`,
              '#',
            ]
          : []),
        ...(self.bfd === 'uplink'
          ? ['interface GigabitEthernet0/1/4', ` ip address 10.${50 + index}.0.1 255.255.255.252`, '#']
          : []),
        ...(self.shut ? ['interface GigabitEthernet0/1/2', ' shutdown', '#'] : []),
      ],
    };
  };
  const follower = sameFollower ? a.follower : b.follower;
  const owner = ownerOf(a, b);
  const virtual = owner === undefined ? {} : { virtual: family === 6 ? `2001:DB8:5::${owner}` : `10.5.0.${owner}` };
  return [
    { name: 'A.cfg', text: deviceText({ ...own(a, 'DeviceA', 1, a.interval, a.follower), ...virtual }) },
    {
      name: 'B.cfg',
      text: deviceText({ ...own(b, 'DeviceB', 2, sameInterval ? a.interval : b.interval, follower), ...virtual }),
    },
  ];
}

const drawnEvents = fc.array(
  fc.record({
    which: fc.nat(),
    up: fc.boolean(),
    stop: seldom,
    after: fc.constantFrom(0, 0.5, 2.7, 3.3, 10, 100, 2000),
  }),
  { maxLength: 7 },
);

function eventsOf(
  pair: Pair,
  given: typeof drawnEvents extends fc.Arbitrary<infer Value> ? Value : never,
): FailureEvent[] {
  const kinds = singleFailures(stageOf(pair));
  let at = 0;
  return given.map(({ which, up, stop, after }) => {
    at += after;
    const failure = kinds[which % kinds.length]!;
    return {
      ...failure,
      change: changeOf(failure, up, stop),
      at,
    };
  });
}

function changeOf(failure: FailureEvent, up: boolean, stop: boolean): FailureEvent['change'] {
  if (up) return 'up';
  return stop && failure.kind === 'device' ? 'stop' : 'down';
}

/** Everything repaired, long after the last event. */
function healing(
  pair: Pair,
  events: readonly FailureEvent[],
): { readonly at: number; readonly events: FailureEvent[] } {
  const at = (events.at(-1)?.at ?? 0) + 20_000;
  return {
    at,
    events: [...events, ...singleFailures(stageOf(pair)).map((one): FailureEvent => ({ ...one, change: 'up', at }))],
  };
}

/** Roles of one group by device, at the end of everything that happens at one time of the clock. */
function rolesOverTime(
  answer: Rehearsal,
  group: number,
): { readonly at: number; readonly roles: ReadonlyMap<string, string> }[] {
  const roles = new Map<string, string>();
  const found: { at: number; roles: ReadonlyMap<string, string> }[] = [];
  for (const moment of answer.moments) {
    if (moment.group !== group || moment.lane !== 'role') continue;
    roles.set(moment.device!, moment.role!);
    const last = found.at(-1);
    if (last?.at === moment.at[1]) found.pop();
    found.push({ at: moment.at[1], roles: new Map(roles) });
  }
  return found;
}

const runs = {
  numRuns: Number(process.env.VRP_RUNS ?? 150),
  seed: process.env.VRP_SEED ? Number(process.env.VRP_SEED) : 6,
  endOnFailure: true,
} as const;

test("every rehearsal: one master, time goes on, the same bytes, and only the pair's own events count", async () => {
  let rehearsed = 0;
  let split = 0;
  await fc.assert(
    fc.asyncProperty(configuration, drawnEvents, async (given, told) => {
      const files = texts(given);
      const pair = (await workspaceOf(files)).network().pairs[0];
      assert.ok(pair, 'the two are a pair');
      const events = eventsOf(pair, told);
      const answer = rehearse(pair, events);
      rehearsed++;

      // Time never runs backwards.
      let clock = 0;
      for (const moment of answer.moments) {
        assert.ok(moment.at[0] <= moment.at[1], moment.text);
        assert.ok(moment.at[1] >= clock, `${moment.text} at ${moment.at[1]}, after ${clock}`);
        clock = moment.at[1];
      }
      for (const row of answer.rows) {
        if (row.takeover)
          assert.ok(
            0 <= row.takeover.afterSeconds[0] &&
              row.takeover.afterSeconds[0] <= row.takeover.afterSeconds[1] &&
              Number.isFinite(row.takeover.afterSeconds[1]),
            row.text,
          );
        assert.ok(row.because.length > 0, `${row.text}: says why`);
        for (const one of [...row.because, ...answer.unknown])
          assert.ok(
            files.some((file) => file.name === one.file && one.line >= 1 && one.line <= file.text.split('\n').length),
            one.text,
          );
      }

      // Never two masters but where the devices do not hear each other, or ignore that their interface is down.
      const { a, b, sameInterval } = given;
      const mayDiffer =
        // Version 2, which is IPv4 by default, does not learn.
        (a.noLearning || b.noLearning || given.family === 4) &&
        (a.interval ?? 1) !== (sameInterval ? (a.interval ?? 1) : (b.interval ?? 1));
      if (!mayDiffer && !a.ignoreIfDown && !b.ignoreIfDown) {
        const grace = 5;
        answer.groups.forEach((_, group) => {
          for (const { at, roles } of rolesOverTime(answer, group)) {
            const masters = [...roles.values()].filter((role) => role === 'master').length;
            if (masters > 1) split++;
            // Two halves of a LAN that become one have two masters until the next advertisement.
            const parted = events.some(
              (event, index) =>
                event.kind === 'lan' &&
                event.change === 'down' &&
                event.at <= at &&
                !events
                  .slice(index + 1)
                  .some(
                    (later) =>
                      later.kind === 'lan' &&
                      later.part === event.part &&
                      later.change === 'up' &&
                      later.at + grace < at,
                  ),
            );
            assert.ok(masters <= 1 || parted, `two masters at ${at}`);
          }
        });
      }

      // The same input gives the same bytes; what happens to other pairs changes nothing here.
      const bytes = JSON.stringify(answer);
      const again = (await workspaceOf([...files].reverse())).network().pairs[0]!;
      assert.equal(JSON.stringify(rehearse(again, events)), bytes);
      const elsewhere = events.flatMap((event): FailureEvent[] => [
        event,
        { kind: 'device', change: 'down', device: 'DeviceC', at: event.at },
        { kind: 'uplink', change: 'down', device: 'DeviceD', part: 'GigabitEthernet0/1/2', at: event.at + 0.1 },
      ]);
      assert.equal(JSON.stringify(rehearse(pair, elsewhere)), bytes);
    }),
    runs,
  );
  console.log(`${rehearsed} rehearsals, ${split} times two masters on a parted LAN`);
});

test('when all is healed, a group without errors has one master, and the intended one has its role back after its delays', async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(configuration, drawnEvents, async (given, told) => {
      const workspace = await workspaceOf(texts(given));
      const pair = workspace.network().pairs[0]!;
      if (workspace.allFindings().some((finding) => finding.severity === 'error')) return;
      const { a, b, sameInterval } = given;
      const interval = { a: a.interval ?? 1, b: (sameInterval ? a.interval : b.interval) ?? 1 };
      // A rule warns of these; the two then cannot agree.
      if ((a.noLearning || b.noLearning) && interval.a !== interval.b) return;
      const healed = healing(pair, eventsOf(pair, told));
      const answer = rehearse(pair, healed.events);
      answer.groups.forEach((group, index) => {
        const last = rolesOverTime(answer, index).at(-1)!;
        const roles = [...last.roles.values()].sort();
        assert.ok(
          ['backup master', 'unknown unknown'].includes(roles.join(' ')),
          `${roles.join(' ')} in group ${group.vrid}`,
        );
        judged++;
        // A follower has no priority of its own.
        if (index > 0) return;
        const [high, low] =
          group.priorities.DeviceA! >= group.priorities.DeviceB! ? ['DeviceA', 'DeviceB'] : ['DeviceB', 'DeviceA'];
        if (group.priorities[high] === group.priorities[low]) return;
        const intended = high === 'DeviceA' ? a : b;
        const owner = ownerOf(a, b);
        if (intended.noPreempt && (owner === undefined || deviceNames[owner] !== high)) return;
        assert.equal(last.roles.get(high), 'master', `${high} has the role`);
        const longest =
          (intended.recover ?? 0) +
          (intended.delay ?? 0) +
          2 * (Math.max(a.multiplier ?? 3, b.multiplier ?? 3) + 2) * Math.max(interval.a, interval.b);
        const back = answer.moments.findLast(
          (one) => one.group === index && one.lane === 'role' && one.device === high,
        )!.at[1];
        assert.ok(back <= healed.at + longest, `back at ${back}, ${longest} s after ${healed.at} at the latest`);
      });
    }),
    runs,
  );
  assert.ok(judged > 60, `${judged} groups judged`);
  console.log(`${judged} groups healed`);
});
