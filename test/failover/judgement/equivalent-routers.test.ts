// Virtual routers that are alike are judged by one of them: over random pairs with several routers, some alike and some different in
// one thing, the list of the panel says what the rows of all of them say, and each has the history that it has by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withoutEquivalents } from '../../../server/src/failover/judgement/equivalent-routers';
import type { Outcome } from '../../../server/src/failover/simulation/rehearsal';
import { eventName } from '../../../server/src/failover/simulation/events';
import { matrix, singleFailures, worstOf } from '../../../server/src/failover/judgement/matrix';
import { simulateShared } from '../../../server/src/failover/judgement/shared-histories';
import { simulate } from '../../../server/src/failover/simulation/simulation';
import { stageOf } from '../../../server/src/failover/simulation/stage';
import { pairFrom } from '../../support/failover-pairs';

type Own = 1 | 2;

interface Router {
  readonly port: number;
  readonly service: string;
  readonly unlike: readonly (keyof typeof differences)[];
}

/** What one group may have that the others have not: lines of the group on one device or both, or of its interface. */
const differences = {
  equal: (own: Own) => [own === 2 ? 'priority 200' : ''],
  near: (own: Own) => [own === 2 ? 'priority 190' : ''],
  delay: (own: Own) => [own === 1 ? 'preempt-mode timer delay 600' : ''],
  short: (own: Own) => [own === 1 ? 'preempt-mode timer delay 60' : ''],
  slow: () => ['timer advertise 5'],
  stays: (own: Own) => [own === 1 ? 'preempt-mode disable' : ''],
  uplink: (own: Own) => [own === 1 ? 'track interface GigabitEthernet0/1/2 reduced 120' : ''],
  weak: (own: Own) => [own === 1 ? 'track interface GigabitEthernet0/1/2 reduced 5' : ''],
  channel: (own: Own) => [own === 2 ? 'track interface GigabitEthernet0/1/0 increased 130' : ''],
  nudge: (own: Own) => [own === 2 ? 'track interface GigabitEthernet0/1/0 increased 5' : ''],
  peer: () => ['track bfd-session 3 peer'],
  link: () => ['track bfd-session 3 link'],
  shut: () => [],
  recover: () => [],
  subnet: () => [],
  virtual: () => [],
  vrid: () => [],
  unbound: () => [],
  id: () => [],
  higher: () => [],
  loopback: () => [],
  bare: () => [],
  alone: () => [],
} as const;

const some = fc.option(fc.constantFrom(...(Object.keys(differences) as (keyof typeof differences)[])), {
  nil: undefined,
  freq: 2,
});
/** All of a pair may have one thing in common, and some of them another one. */
const pairs: fc.Arbitrary<Router[]> = fc
  .record({
    common: some,
    unlike: some,
    services: fc.constantFrom(['arp'], ['arp'], ['dhcp-server'], ['arp', 'dhcp-server']),
    each: fc.array(fc.record({ port: fc.constantFrom(5, 5, 5, 5, 5, 6), service: fc.nat(), other: fc.boolean() }), {
      minLength: 2,
      maxLength: 5,
    }),
  })
  .map(({ common, unlike, services, each }) =>
    each.map(({ port, service, other }) => ({
      port,
      service: services[service % services.length]!,
      unlike: [...new Set([common, other ? unlike : undefined])].filter((one) => one !== undefined),
    })),
  );

/** Two that differ in one thing which random choices seldom set apart. */
const contrasts = (
  [
    [['uplink'], ['weak']],
    [['channel'], ['nudge']],
    [['peer'], ['link']],
    [['equal'], ['equal', 'higher']],
    [['loopback'], []],
  ] as const
).map(([one, two]): Router[] => [one, two].map((unlike) => ({ port: 5, service: 'arp', unlike })));
const served = ['arp', 'dhcp-server'].map((service): Router => ({ port: 5, service, unlike: ['short'] }));

function device(own: Own, routers: readonly Router[]): string {
  const groups = routers.flatMap(({ port, service, unlike }, index) => {
    const has = (what: keyof typeof differences) => unlike.includes(what);
    if (has('alone') && own === 2) return [];
    const vrid = index + 1 + (has('vrid') && own === 2 ? 100 : 0);
    const name = `GigabitEthernet0/1/${port}.${index + 1}`;
    const host = has('higher') ? 3 - own : own;
    return [
      ...(has('bare')
        ? []
        : [
            `remote-backup-profile p${index}`,
            ` service-type ${service}`,
            ` backup-id ${index + (has('id') && own === 2 ? 50 : 1)} remote-backup-service ${has('loopback') ? 's2' : 's1'}`,
            ' peer-backup hot',
            ` vrrp-id ${vrid} interface ${name}`,
            '#',
          ]),
      `interface ${name}`,
      ` vlan-type dot1q ${index + 1}`,
      ` ip address 10.${has('subnet') && own === 2 ? 150 + index : 50 + index}.0.${host} 255.255.255.0`,
      ` vrrp vrid ${vrid} virtual-ip 10.${50 + index}.0.${has('virtual') ? 90 + own : 99}`,
      ` vrrp vrid ${vrid} priority ${own === 1 ? 200 : 120}`,
      ...unlike
        .flatMap((what) => differences[what](own))
        .filter((line) => line !== '')
        .map((line) => ` vrrp vrid ${vrid} ${line}`),
      ...(has('recover') ? [' vrrp recover-delay 20'] : []),
      ...(has('shut') && own === 1 ? [' shutdown'] : []),
      ...(has('bare') || (has('unbound') && own === 2) ? [] : [` remote-backup-profile p${index}`]),
      '#',
    ];
  });
  return [
    `sysname Dev${own}`,
    '#',
    'bfd',
    '#',
    `bfd watch bind peer-ip 10.9.0.${3 - own} interface GigabitEthernet0/1/0`,
    ' discriminator local 3',
    '#',
    'remote-backup-service s1',
    ` peer 10.9.0.${3 - own} source 10.9.0.${own} port 6001`,
    '#',
    'remote-backup-service s2',
    ` peer 10.8.0.${3 - own} source 10.8.0.${own} port 6002`,
    '#',
    'interface GigabitEthernet0/1/0',
    ` ip address 10.9.0.${own} 255.255.255.0`,
    '#',
    'interface LoopBack0',
    ` ip address 10.8.0.${own} 255.255.255.255`,
    '#',
    'interface GigabitEthernet0/1/2',
    ` ip address 10.${40 + own}.0.1 255.255.255.0`,
    '#',
    ...groups,
    'return',
    '',
  ].join('\n');
}

const worst: readonly Outcome[] = [
  'loses-users',
  'interrupted',
  'no-switchover',
  'unknown',
  'survives-stale',
  'survives',
];

test('one of each kind is judged, and says what all of them would say', async () => {
  let [all, played] = [0, 0];
  const told = new Set<Outcome>();
  await fc.assert(
    fc.asyncProperty(pairs, async (routers) => {
      const pair = await pairFrom([
        { name: 'a.cfg', text: device(1, routers) },
        { name: 'b.cfg', text: device(2, routers) },
      ]);
      const stage = stageOf(pair);
      all += stage.actors.length;
      played += withoutEquivalents(stage).actors.length;
      const expected = new Map<string, Outcome>();
      for (const { event, device: name, part, outcome } of matrix(pair).rows) {
        const key = [event, name, part].join(' ');
        // The worst rows come first.
        if (!expected.has(key)) expected.set(key, outcome);
        told.add(outcome);
      }
      const listed = worstOf(pair);
      assert.deepEqual(
        new Map(
          listed.map(({ event, outcome }) => [[eventName(event), event.device ?? null, event.part].join(' '), outcome]),
        ),
        expected,
      );
      assert.deepEqual(
        listed.map(({ outcome }) => worst.indexOf(outcome)),
        listed.map(({ outcome }) => worst.indexOf(outcome)).sort(),
      );
    }),
    {
      numRuns: Number(process.env.VRP_RUNS ?? 400),
      seed: 11,
      endOnFailure: true,
      examples: [...contrasts, served].flatMap((routers) => [[routers], [[...routers].reverse()]] as [Router[]][]),
    },
  );
  // The way back of users who log in is not in these files: no row of theirs is unknown.
  assert.deepEqual([...told].sort(), worst.filter((outcome) => outcome !== 'unknown').sort());
  assert.ok(played < all * 0.8, `${played} of ${all} played`);
  console.log(`${played} of ${all} virtual routers played`);
});

test('the history of one of each kind is that of all of them, to the line that each tracks', async () => {
  let [all, played] = [0, 0];
  const seconds = fc.constantFrom(0, 1, 3, 12, 40, 700);
  await fc.assert(
    fc.asyncProperty(
      pairs,
      fc.array(fc.tuple(fc.nat(), fc.boolean(), seconds), { maxLength: 4 }),
      async (routers, picks) => {
        const pair = await pairFrom([
          { name: 'a.cfg', text: device(1, routers) },
          { name: 'b.cfg', text: device(2, routers) },
        ]);
        const stage = stageOf(pair);
        const failures = singleFailures(stage);
        const events = picks.map(([pick, isReturn, at]) => ({
          ...failures[pick % failures.length]!,
          change: isReturn ? ('up' as const) : ('down' as const),
          at,
        }));
        all += stage.actors.length;
        played += withoutEquivalents(stage).actors.length;
        assert.deepEqual(simulateShared(stage, events), simulate(stage, events));
      },
    ),
    { numRuns: Number(process.env.VRP_RUNS ?? 300), seed: 12, endOnFailure: true },
  );
  assert.ok(played < all * 0.8, `${played} of ${all} played`);
});
