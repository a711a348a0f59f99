// Users of NAT, NAT64 and DS-Lite come in at an interface whose inbound traffic policy hands them to an instance: it is an access
// link, never an uplink, whatever runs over it. No group of the boards sees it fail unless it tracks it.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { stageOf } from '../../server/src/failover/simulation/stage';
import { scenario } from '../../server/src/scenarios/index';
import { scaffold } from '../../server/src/scenarios/scaffold';
import { pairFrom, play } from '../support/failover-pairs';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

type Edit = (text: string, side: 'a' | 'b') => string;

/** The pair of a scenario whose users are on GE0/1/3 of both devices. */
function pairOf(service: string, edit: Edit = (text) => text) {
  const { files } = scaffold(scenario(service)!, {});
  return pairFrom(files.map(({ name, side, text }) => ({ name, text: edit(text, side) })));
}

const users = 'gigabitethernet0/1/3';
const onUsers = /(?<=\ninterface GigabitEthernet0\/1\/3\n)/;
const uplink =
  '#\ninterface GigabitEthernet0/1/9\n ip address 10.9.9.1 255.255.255.252\n ospf enable 1 area 0\n#\nreturn';

for (const service of ['nat', 'nat64', 'ds-lite']) {
  describe(service, () => {
    test('the interface of the users is an access link on both devices', async () => {
      const stage = stageOf(await pairOf(service));
      assert.deepEqual(stage.access, { a: [users], b: [users] });
      assert.deepEqual(stage.uplinks, { a: [], b: [] });
    });

    test('also where routing runs over it, beside the uplink', async () => {
      const pair = await pairOf(service, (text) =>
        text.replace(onUsers, ' ospf enable 1 area 0\n').replace(/#\nreturn/, uplink),
      );
      const stage = stageOf(pair);
      assert.deepEqual(stage.access.a, [users]);
      assert.deepEqual(stage.uplinks.a, ['gigabitethernet0/1/9']);
    });

    test('it may be an uplink where the policy goes out, binds nothing or is taken back', async () => {
      for (const edit of [
        (text: string) => text.replace(/(traffic-policy \S+) inbound/, '$1 outbound'),
        (text: string) => text.replace(/^ \S+ bind instance .*$/m, ' remark dscp ef'),
        (text: string) => text.replace(/^ traffic-policy \S+ inbound\n/m, ''),
      ])
        assert.deepEqual(stageOf(await pairOf(service, edit)).uplinks, { a: [users], b: [users] });
    });

    test('nothing switches when it fails on the master, and the line to write is named', async () => {
      const pair = await pairOf(service);
      const [row, more] = play(pair, 'access-down:DeviceA/GigabitEthernet0/1/3@0').rows;
      assert.equal(more, undefined);
      assert.equal(row!.outcome, 'no-switchover');
      assert.match(
        row!.text,
        /nothing switches: DeviceA stays master of VRRP group 1 and cannot serve its users, unless routing finds a way over DeviceB$/,
      );
      assert.deepEqual(
        row!.because.map(({ text }) => text),
        ['DeviceA: VRRP group 1 does not track GigabitEthernet0/1/3'],
      );
    });

    test('the backup loses nothing with its own', async () => {
      const [row] = play(await pairOf(service), 'access-down:DeviceB/GigabitEthernet0/1/3@0').rows;
      assert.equal(row!.outcome, 'survives');
    });

    test('the boards move where their group tracks it', async () => {
      const pair = await pairOf(service, (text) =>
        text.replace(
          / vrrp vrid 1 track service-location .*\n/,
          (line) => `${line} vrrp vrid 1 track interface GigabitEthernet0/1/3 reduced 30\n`,
        ),
      );
      const { rows } = play(pair, 'access-down:DeviceA/GigabitEthernet0/1/3@0', 'access-up:DeviceA@4000');
      assert.deepEqual(
        rows.map(({ outcome, text }) => [outcome, /(\w+ is master|\w+ stays master)/.exec(text)?.[0]]),
        [
          ['survives', 'DeviceB is master'],
          ['survives', 'DeviceA is master'],
        ],
      );
    });

    test('nobody is left where it has failed on both', async () => {
      const { rows } = play(await pairOf(service), 'access-down:DeviceA@0', 'access-down:DeviceB@10');
      const last = rows.at(-1)!;
      assert.equal(last.outcome, 'loses-users');
      assert.deepEqual(
        last.because.map(({ text }) => text),
        [
          'DeviceA: its users come in over GigabitEthernet0/1/3, which is down since 0 s',
          'DeviceB: its users come in over GigabitEthernet0/1/3, which is down since 10 s',
        ],
      );
    });
  });
}

for (const service of ['nat-bras', 'nat64-bras']) {
  describe(`${service}: users who log in and the board that has their sessions`, () => {
    const tracksUsers = / vrrp vrid 2 track interface GigabitEthernet0\/1\/2\.4001 .*\n/;
    const tracksUplink = / vrrp vrid 2 track interface GigabitEthernet0\/1\/3 .*\n/;
    const last = async (edit: Edit, ...events: string[]) => {
      const rows = play(await pairOf(service, edit), ...events).rows.filter(({ group }) => group === 0);
      return rows.at(-1)!;
    };

    test('they move together where the boards track what the users track', async () => {
      for (const link of ['access-down:DeviceA', 'uplink-down:DeviceA'])
        assert.equal((await last((text) => text, `${link}@0`)).outcome, 'survives', link);
    });

    test('no file tells what becomes of sessions that stay on the other device', async () => {
      for (const [link, line] of [
        ['access-down:DeviceA', tracksUsers],
        ['uplink-down:DeviceA', tracksUplink],
      ] as const) {
        const row = await last((text) => text.replace(line, ''), `${link}@0`);
        assert.equal(row.outcome, 'unknown', link);
        assert.match(
          row.text,
          /; their sessions are on the board of DeviceA, master of VRRP group 2: the files do not tell whether they go on$/,
        );
        assert.match(
          row.because.map(({ text }) => text).join('\n'),
          /^DeviceA: VRRP group 2 of the board does not follow what VRRP group 1 of its users follows$/m,
        );
      }
    });

    test('they are together again when the link is back', async () => {
      const row = await last(
        (text) => text.replace(tracksUsers, ''),
        'access-down:DeviceA@0',
        'access-up:DeviceA@9000',
      );
      assert.equal(row.outcome, 'survives');
    });

    test('a dead device takes both with it', async () => {
      const row = await last((text) => text.replace(tracksUsers, ''), 'device-down:DeviceA@0');
      assert.equal(row.outcome, 'survives');
    });
  });
}
