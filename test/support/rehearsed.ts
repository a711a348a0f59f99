// Rehearsals made by hand out of a pair of files: what a drawing must hold does not depend on what the simulation says.
import type { Evidence, Moment, Rehearsal, Row } from '../../server/src/failover/simulation/rehearsal';
import type { FailureEvent } from '../../server/src/failover/simulation/events';
import { deviceNames } from '../../server/src/failover/simulation/names';
import type { Pair } from '../../server/src/model/pairing/pair';
import { writtenPriority } from '../../server/src/model/vrrp/priority';
import { rowOf, type Place } from '../../server/src/model/place';

const reason = (at: Place, text: string): Evidence => ({
  file: at.anchor.file,
  line: rowOf(at) + 1,
  rule: null,
  source: 'RFC 9568 6.1',
  text,
  at,
});

/** The first device dies and comes back: every group moves over and back. */
export function deathAndReturn(pair: Pair): Rehearsal {
  const names = deviceNames(pair);
  const groups: Rehearsal['groups'] = pair.groups.map((group) => ({
    vrid: group.a.vrid,
    family: group.a.family,
    interface: { [names.a]: group.a.interfaceName, [names.b]: group.b.interfaceName },
    roles: { [names.a]: 'master', [names.b]: 'backup' },
    priorities: { [names.a]: writtenPriority(group.a), [names.b]: writtenPriority(group.b) },
    masterDownSeconds: { [names.a]: 6.83, [names.b]: 7.14 },
    virtualAddresses: group.a.virtualIps.map((ip) => ip.address.key.toUpperCase()),
    services: group.services,
    hotBackup: true,
    places: { [names.a]: group.a.at, [names.b]: group.b.at },
  }));
  const events: FailureEvent[] = [
    { kind: 'device', change: 'down', device: names.a, at: 0 },
    { kind: 'device', change: 'up', device: names.a, at: 120 },
  ];
  const each = (make: (group: number, a: Place, b: Place) => Moment[]): Moment[] =>
    groups.flatMap((_, index) => make(index, pair.groups[index]!.a.at, pair.groups[index]!.b.at));
  const moments: Moment[] = [
    ...each((group, a, b) => [
      {
        at: [0, 0],
        lane: 'role',
        device: names.a,
        group,
        role: 'master',
        text: `${names.a} is master`,
        because: [reason(a, 'priority 150')],
      },
      {
        at: [0, 0],
        lane: 'role',
        device: names.b,
        group,
        role: 'backup',
        text: `${names.b} is backup`,
        because: [reason(b, 'priority 110')],
      },
      {
        at: [0, 0],
        lane: 'entries',
        device: names.b,
        group,
        entries: 'fresh',
        text: `${names.b} has a fresh copy`,
        because: [reason(b, 'the channel is mirrored')],
      },
    ]),
    { at: [0, 0], lane: 'event', device: names.a, text: `${names.a} dies`, because: [] },
    ...each((group, a) => [
      {
        at: [0, 0],
        lane: 'role',
        device: names.a,
        group,
        role: 'initialize',
        text: `${names.a} is gone`,
        because: [reason(a, 'it died')],
      },
    ]),
    ...each((group, _, b) => [
      {
        at: [5.14, 7.14],
        lane: 'role',
        device: names.b,
        group,
        role: 'master',
        text: `${names.b} is master`,
        because: [reason(b, 'three intervals of 2 s and a skew of 1.14 s')],
      },
    ]),
    { at: [120, 120], lane: 'event', device: names.a, text: `${names.a} comes back`, because: [] },
    ...each((group, a) => [
      {
        at: [120, 120],
        lane: 'role',
        device: names.a,
        group,
        role: 'backup',
        text: `${names.a} waits`,
        because: [reason(a, 'preempt delay 600 s')],
      },
      {
        at: [120, 120],
        lane: 'entries',
        device: names.a,
        group,
        entries: 'refilling',
        text: `${names.a} is refilled`,
        because: [reason(a, 'batch backup')],
      },
    ]),
    ...each((group, a, b) => [
      {
        at: [720, 722],
        lane: 'role',
        device: names.a,
        group,
        role: 'master',
        text: `${names.a} has its role back`,
        because: [reason(a, 'preempt delay 600 s')],
      },
      {
        at: [720, 722],
        lane: 'role',
        device: names.b,
        group,
        role: 'backup',
        text: `${names.b} steps back`,
        because: [reason(b, 'it hears a higher priority')],
      },
    ]),
  ];
  const row = (group: number, more: Partial<Row>): Row => ({
    event: 'device-down',
    device: names.a,
    at: 0,
    group,
    vrid: groups[group]!.vrid,
    family: groups[group]!.family,
    services: groups[group]!.services,
    bound: [],
    masters: [names.b],
    takeover: { to: names.b, afterSeconds: [5.14, 7.14] },
    entries: 'fresh',
    outcome: 'survives',
    range: { kind: 'spread', text: 'by when the last advertisement left' },
    hitSeconds: [5.14, 7.14],
    maxHitSeconds: 21.42,
    outages: [{ from: [0, 0], to: [5.14, 7.14], certain: true }],
    text: `${names.b} takes over after 5.14-7.14 s.`,
    because: [],
    ...more,
  });
  const rows = groups.flatMap((_, group) => [
    row(group, {}),
    row(group, {
      event: 'device-up',
      at: 120,
      masters: [names.a],
      takeover: { to: names.a, afterSeconds: [600, 602] },
      entries: 'incomplete',
      outcome: 'survives-stale',
      hitSeconds: [0, 0],
      outages: [],
      text: `${names.a} has its role back after 600 s.`,
    }),
  ]);
  return {
    devices: [names.a, names.b],
    groups,
    moments,
    events,
    rows,
    courses: [],
    unknown: [],
    unprotected: [],
    standing: [],
  };
}
