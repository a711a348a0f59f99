// Pairs written for the tests of the rehearsal: VRP text from a few choices, read by the real model; rehearsals of events as a
// person writes them.
import assert from 'node:assert/strict';
import type { Rehearsal, Row } from '../../server/src/failover/simulation/rehearsal';
import { parseEvent } from '../../server/src/failover/simulation/events';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import type { Pair } from '../../server/src/model/pairing/pair';
import { read, workspaceOf, type NamedText } from './check-text';

/** One device; every line of `group` stands below `vrrp6 vrid 1` (or `vrrp vrid 1`) of its access interface. */
export interface Own {
  readonly name: string;
  readonly own: 1 | 2;
  readonly family?: 4 | 6;
  readonly vrid?: number;
  readonly virtual?: string;
  readonly group?: readonly string[];
  readonly access?: readonly string[];
  readonly service?: string;
  readonly backupId?: number;
  readonly port?: number;
  readonly system?: readonly string[];
  readonly rest?: readonly string[];
  /** Seconds that the first advertisement after a restart may be held back: 0, so that a return is as the standard has it. */
  readonly firstPacket?: number | 'default';
}

export function deviceText({
  name,
  own,
  family = 6,
  vrid = 1,
  virtual,
  group = [],
  access = [],
  service = 'nd',
  backupId = 7,
  port = 6001,
  system = [],
  rest = [],
  firstPacket = 0,
}: Own): string {
  const word = family === 6 ? 'vrrp6' : 'vrrp';
  return [
    `sysname ${name}`,
    '#',
    ...(firstPacket === 'default' ? [] : [`vrrp first-packet-delay ${firstPacket}`, '#']),
    ...system.flatMap((line) => [line, '#']),
    'remote-backup-service s1',
    ` peer 10.9.0.${3 - own} source 10.9.0.${own} port ${port}`,
    '#',
    'remote-backup-profile p1',
    ` service-type ${service}`,
    ` backup-id ${backupId} remote-backup-service s1`,
    ' peer-backup hot',
    ` ${word}-id ${vrid} interface GigabitEthernet0/1/1`,
    '#',
    'interface GigabitEthernet0/1/0',
    ` ip address 10.9.0.${own} 255.255.255.0`,
    '#',
    'interface GigabitEthernet0/1/1',
    ...(family === 6
      ? [
          ' ipv6 enable',
          ` ipv6 address 2001:DB8:5::${own}/64`,
          ` vrrp6 vrid ${vrid} virtual-ip FE80::5 link-local`,
          ` vrrp6 vrid ${vrid} virtual-ip ${virtual ?? '2001:DB8:5::99'}`,
        ]
      : [` ip address 10.5.0.${own} 255.255.255.0`, ` vrrp vrid ${vrid} virtual-ip ${virtual ?? '10.5.0.99'}`]),
    ...group.map((line) => ` ${word} vrid ${vrid} ${line}`),
    ...access.map((line) => ` ${line}`),
    ' remote-backup-profile p1',
    '#',
    'interface GigabitEthernet0/1/2',
    ` ip address 10.${40 + own}.0.1 255.255.255.0`,
    '#',
    ...rest,
    'return',
    '',
  ].join('\n');
}

export async function pairFrom(files: readonly NamedText[]): Promise<Pair> {
  const { pairs } = (await workspaceOf(files)).network();
  assert.equal(pairs.length, 1, 'the texts are one pair');
  return pairs[0]!;
}

/** DeviceA and DeviceB; A is meant to be master unless the choices say otherwise. */
export function pairOf(a: Partial<Own> = {}, b: Partial<Own> = {}): Promise<Pair> {
  return pairFrom([
    { name: 'A.cfg', text: deviceText({ name: 'DeviceA', own: 1, group: ['priority 200'], ...a }) },
    { name: 'B.cfg', text: deviceText({ name: 'DeviceB', own: 2, group: ['priority 120'], ...b }) },
  ]);
}

export function examplePair(folder: string, devices: readonly string[]): Promise<Pair> {
  return pairFrom(devices.map((device) => ({ name: `${device}.cfg`, text: read(`${folder}/${device}.cfg`) })));
}

export function play(pair: Pair, ...events: readonly string[]): Rehearsal {
  return rehearse(
    pair,
    events.map((text) => {
      const event = parseEvent(text, pair);
      assert.ok(typeof event !== 'string', JSON.stringify(event));
      return event;
    }),
  );
}

/** `device-down DeviceA: DeviceB 2.53-3.53, fresh, survives` */
export function brief(row: Row): string {
  const what = [
    row.event,
    ...(row.device === null ? [] : [row.device]),
    ...(row.part === undefined ? [] : [row.part]),
  ].join(' ');
  return `${what}: ${row.takeover ? `${row.takeover.to} ${row.takeover.afterSeconds.join('-')}` : 'nobody'}, ${row.entries}, ${row.outcome}`;
}
