// What no file tells and the course of a failure depends on: who came up first, whether a device that returns hears the master in
// time, and how long it stays silent after a restart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolesAtRest } from '../../server/src/model/vrrp/roles';
import type { Row } from '../../server/src/failover/simulation/rehearsal';
import { matrix } from '../../server/src/failover/judgement/matrix';
import { summary } from '../../server/src/failover/judgement/summary';
import { brief, pairOf, play } from '../support/failover-pairs';

const up = (priority: number, ...lines: string[]) => ({ group: [`priority ${priority}`, ...lines] });
const uplink = 'GigabitEthernet0/1/2';
const dies = ['device-down:DeviceA@0', 'device-up:DeviceA@8'] as const;

/** Master roles of a device in a course, after the start. */
function masterSpans(moments: ReturnType<typeof play>['moments'], device: string) {
  return moments
    .filter((one) => one.lane === 'role' && one.role === 'master' && one.device === device && one.at[1] > 0)
    .map((one) => one.at);
}

test('a device that returns with a much shorter interval may time out before it hears the master: it takes the role, empty', async () => {
  const pair = await pairOf(
    up(150, 'timer advertise 100', 'preempt-mode timer delay 600'),
    up(100, 'timer advertise 500'),
  );
  const { rows, moments, courses } = play(pair, ...dies);
  // It listens for 3.41 s by its own interval; the master speaks every 5 s.
  assert.deepEqual(masterSpans(moments, 'DeviceA'), [[608, 613]]);
  const late = courses.find(({ condition }) => condition === 'DeviceA does not hear DeviceB in time')!;
  assert.deepEqual(masterSpans(late.moments, 'DeviceA'), [[11.41, 11.41]]);
  const back = rows[1]!;
  assert.equal(back.outcome, 'loses-users');
  assert.notEqual(back.entries, 'fresh');
  assert.deepEqual(back.takeover, { to: 'DeviceA', afterSeconds: [3.41, 605] });
  assert.match(back.text, /if DeviceA does not hear DeviceB in time: DeviceA is master .* after 3.41 s/);
});

test('the reason is its own interval, and its delay is none: it does not wait for it', async () => {
  const pair = await pairOf(
    up(150, 'timer advertise 100', 'preempt-mode timer delay 600'),
    up(100, 'timer advertise 500'),
  );
  const back = play(pair, ...dies).rows[1]!;
  const why = back.because.map(({ text }) => text);
  const own = 'DeviceA: master-down interval 3.41 s = 3 x 1 s + skew 0.41 s (priority 150), by its own interval';
  assert.ok(
    why.some((text) => text.startsWith(own)),
    why.join('\n'),
  );
  assert.match(why.join('\n'), /DeviceA: master without waiting for its delay of 600 s/);
  assert.match(
    back.text,
    /after 3.41 s, ND entries may be incomplete: switched back after 3.41 s, without waiting for its delay;/,
  );
  assert.doesNotMatch([back.text, ...why].join('\n'), /17.07|longer than 15 s/);
});

test('neither delay nor preemption off keeps it from that: it has the role for good', async () => {
  for (const line of ['preempt-mode timer delay 10', 'preempt-mode disable']) {
    const pair = await pairOf(up(150, 'timer advertise 100', line), up(100, 'timer advertise 500'));
    const { courses } = play(pair, ...dies);
    const late = courses.filter(({ condition }) => /does not hear/.test(condition));
    assert.ok(late.length > 0, line);
    for (const { moments } of late) {
      assert.deepEqual(masterSpans(moments, 'DeviceA').at(-1), [11.41, 11.41], line);
      const last = moments.findLast((one) => one.lane === 'role' && one.device === 'DeviceB');
      assert.equal(last!.role, 'backup', line);
    }
  }
});

test('the lower priority is master for a moment and steps back; users may notice, nobody is lost', async () => {
  const pair = await pairOf(up(150, 'timer advertise 500'), up(100, 'timer advertise 100'));
  const { rows, courses } = play(pair, 'device-down:DeviceB@0', 'device-up:DeviceB@20');
  const [late] = courses;
  assert.deepEqual(
    late!.moments
      .filter((one) => one.lane === 'role' && one.device === 'DeviceB' && one.at[1] > 20)
      .map((one) => [one.role, one.at]),
    [
      ['master', [23.61, 23.61]],
      ['backup', [23.61, 25]],
    ],
  );
  assert.equal(rows[1]!.outcome, 'survives');
  assert.deepEqual(rows[1]!.masters, ['DeviceA']);
  assert.deepEqual(rows[1]!.hitSeconds, [0, 1.39]);
});

test('where the own timer is the longer one, or a device preempts at once anyway, there is one course', async () => {
  const equal = await pairOf(up(150, 'preempt-mode timer delay 10'));
  assert.deepEqual(play(equal, ...dies).courses, []);
  const atOnce = await pairOf(
    up(150, 'timer advertise 100', 'preempt-mode timer delay 0'),
    up(100, 'timer advertise 500'),
  );
  const { courses, rows } = play(atOnce, ...dies);
  assert.deepEqual(courses, []);
  assert.deepEqual(rows[1]!.takeover!.afterSeconds, [0, 3.41]);
});

test('the higher priority does not preempt: who is master is in no file, and both courses are played', async () => {
  const pair = await pairOf(up(150, 'preempt-mode disable'), up(100));
  assert.deepEqual(rolesAtRest(pair, pair.groups[0]!)!.roles, { a: 'unknown', b: 'unknown' });
  const { groups, rows, unknown, courses } = play(pair, 'device-down:DeviceA@0');
  assert.deepEqual(groups[0]!.roles, { DeviceA: 'unknown', DeviceB: 'unknown' });
  assert.ok(unknown.some((one) => /DeviceA has the higher priority .* and does not preempt/.test(one.text)));
  assert.deepEqual(
    courses.map(({ condition }) => condition),
    ['DeviceA was master', 'DeviceB was master'],
  );
  assert.deepEqual(rows[0]!.hitSeconds, [0, 3.61]);
  assert.match(rows[0]!.text, /if DeviceA was master: .*; if DeviceB was master: /);
  assert.match(
    summary(pair, pair.groups[0]!),
    /^The higher priority does not preempt: the files do not tell which device is master$/,
  );
  // The address owner preempts whatever is written.
  const virtual = '2001:DB8:5::1';
  const owner = await pairOf({ virtual, ...up(150, 'preempt-mode disable') }, { virtual, ...up(100) });
  assert.deepEqual(play(owner).groups[0]!.roles, { DeviceA: 'master', DeviceB: 'backup' });
});

test('what one of the courses loses is lost: an uplink of the device that may be master', async () => {
  const byEvent = (rows: readonly Row[], device: string) =>
    rows.find((row) => row.event === 'uplink-down' && row.device === device)!.outcome;
  for (const pair of [await pairOf(up(150, 'preempt-mode disable'), up(100)), await pairOf(up(120), up(120))]) {
    const { rows } = matrix(pair);
    assert.equal(byEvent(rows, 'DeviceA'), 'no-switchover');
    assert.equal(byEvent(rows, 'DeviceB'), 'no-switchover');
  }
  const tracked = await pairOf(up(150, 'preempt-mode disable', `track ipv6 interface ${uplink} reduced 60`), up(100));
  const [row] = play(tracked, `uplink-down:DeviceA/${uplink}@0`).rows;
  assert.equal(brief(row!), `uplink-down DeviceA ${uplink}: DeviceB 0-3.61, fresh, survives`);
});

test('a device that has started again may be silent for 300 s, or for what its line says', async () => {
  const delayed = up(200, 'preempt-mode timer delay 600');
  const after = async (firstPacket: number | 'default') => {
    const pair = await pairOf({ ...delayed, firstPacket }, { firstPacket });
    return play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@1000').rows[1]!;
  };
  assert.deepEqual((await after(0)).takeover!.afterSeconds, [600, 601]);
  assert.deepEqual((await after(30)).takeover!.afterSeconds, [600, 631]);
  assert.deepEqual((await after('default')).takeover!.afterSeconds, [600, 901]);
});

test('the default of 300 s is named where the range comes from it', async () => {
  const pair = await pairOf({ ...up(200, 'preempt-mode timer delay 600'), firstPacket: 'default' });
  const rows = play(pair, 'device-down:DeviceA@0', 'device-up:DeviceA@1000').rows;
  assert.deepEqual(rows[1]!.takeover!.afterSeconds, [600, 901]);
  assert.ok(rows[1]!.because.some((one) => /first advertisement comes up to 300 s after a restart/.test(one.text)));
  // A link that comes back is no restart.
  const link = play(pair, 'access-down:DeviceA@0', 'access-up:DeviceA@1000').rows;
  assert.deepEqual(link[1]!.takeover!.afterSeconds, [600, 601]);
});

test('the only device that is left starts again: its users may wait for all of the 300 s', async () => {
  const pair = await pairOf({ firstPacket: 'default' }, { firstPacket: 'default' });
  const { rows } = play(pair, 'access-down:DeviceB@0', 'device-down:DeviceA@100', 'device-up:DeviceA@200');
  assert.deepEqual(rows[2]!.takeover, { to: 'DeviceA', afterSeconds: [3.22, 303.22] });
});

test('a VRRP6 group without a written delay waits 5 s after its interface has come up, and not otherwise', async () => {
  const pair = await pairOf(up(200, `track ipv6 interface ${uplink} reduced 90`), up(120));
  const back = (event: string) => play(pair, `${event}-down:DeviceA@0`, `${event}-up:DeviceA@100`).rows.at(-1)!;
  assert.deepEqual(back('access').takeover!.afterSeconds, [5, 6]);
  assert.ok(back('access').because.some((one) => /which is 5 s after an interface has come up/.test(one.text)));
  assert.deepEqual(back('uplink').takeover!.afterSeconds, [0, 3.22]);
  const four = await pairOf({ family: 4, ...up(200) }, { family: 4 });
  const [, link] = play(four, 'access-down:DeviceA@0', 'access-up:DeviceA@100').rows;
  assert.deepEqual(link!.takeover!.afterSeconds, [0, 3.22]);
  const written = await pairOf(up(200, 'preempt-mode timer delay 0'));
  const [, zero] = play(written, 'access-down:DeviceA@0', 'access-up:DeviceA@100').rows;
  assert.deepEqual(zero!.takeover!.afterSeconds, [0, 3.22]);
});

test('more courses than are played are named, not cut in silence', async () => {
  const pair = await pairOf(up(150, 'timer advertise 100', 'preempt-mode disable'), up(100, 'timer advertise 500'));
  const flaps = (count: number) =>
    [...Array(count).keys()].flatMap((index) => [
      `device-down:DeviceA@${index * 100}`,
      `device-up:DeviceA@${index * 100 + 50}`,
    ]);
  const named = (count: number) =>
    play(pair, ...flaps(count)).unknown.filter(({ text }) => /courses are open/.test(text));
  assert.deepEqual(named(2), []);
  assert.match(named(6)[0]!.text, /more than 16 courses are open in VRRP6 group 1: each row is the worst of the 16/);
});
