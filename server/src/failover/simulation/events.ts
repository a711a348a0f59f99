// What may happen to a pair, and how it is written: `device-down:DeviceA@0`, `access-up:DeviceA/GigabitEthernet0/1/2@30`.
import { interfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import { deviceNames, sides } from './names';
import { mainInterfaceName } from './topology';

/** What may fail and come back. */
export const eventKinds = ['device', 'access', 'uplink', 'rbs', 'board', 'lan', 'priority', 'peer'] as const;
/** One of these. */
export type EventKind = (typeof eventKinds)[number];

/** A failure or a recovery, with its second. */
export interface FailureEvent {
  readonly kind: EventKind;
  /** `stop` is a device that leaves in good order: it says so in a last advertisement of priority 0. */
  readonly change: 'down' | 'up' | 'stop';
  /** Absent: the channel as such, or the LAN. */
  readonly device?: string;
  /** An interface, or the number of a service-location. */
  readonly part?: string;
  /** Seconds from the start. */
  readonly at: number;
}

/** `device-down` */
export function eventName(event: FailureEvent): string {
  return `${event.kind}-${event.change}`;
}

/** As `parseEvent` reads it: `access-up:DeviceA/GigabitEthernet0/1/2@30`. */
export function spelledEvent(event: FailureEvent): string {
  return `${eventName(event)}${spelledPlace(event)}@${event.at}`;
}

function spelledPlace({ device, part }: FailureEvent): string {
  if (device === undefined) return '';
  return part === undefined ? `:${device}` : `:${device}/${part}`;
}

/** The event, or what is wrong with its spelling in a sentence; with a pair also what the pair does not have. */
export function parseEvent(text: string, pair?: Pair): FailureEvent | string {
  const hit = /^([a-z]+)-([a-z]+)(?::([^@]*))?(?:@(\d+(?:\.\d+)?))?$/i.exec(text.trim());
  if (!hit) return `${text}: an event is written KIND-down or KIND-up, then :DEVICE[/INTERFACE]@SECONDS`;
  const [, kindWord = '', changeWord = '', where, at = '0'] = hit;
  const change = changeWord.toLowerCase();
  const kind = eventKinds.find((known) => known === kindWord.toLowerCase());
  if (kind === undefined) return `${text}: the kinds are ${eventKinds.join(', ')}`;
  if (change !== 'down' && change !== 'up' && change !== 'stop') return `${text}: a ${kind} goes down or up`;
  if (change === 'stop' && kind !== 'device') return `${text}: only a device stops`;
  const event: FailureEvent = { kind, change, at: Number(at) };
  if (where === undefined || where === '')
    return kind === 'rbs' || kind === 'lan' || kind === 'peer' ? event : `${text}: name a device`;
  if (pair) return placedIn(pair, text, event, where);
  const slash = where.indexOf('/');
  if (slash < 0) return { ...event, device: where };
  return { ...event, device: where.slice(0, slash), part: where.slice(slash + 1) };
}

/** The event at the device, interface or service-location of the pair that `where` names. */
function placedIn(pair: Pair, text: string, event: FailureEvent, where: string): FailureEvent | string {
  const names = deviceNames(pair);
  const side = sideNamedBy(names, where);
  if (!side) return `${text}: the devices of this pair are ${names.a} and ${names.b}`;
  const device = names[side];
  if (where.length <= device.length + 1) return { ...event, device };
  const part = where.slice(device.length + 1);
  if (event.kind === 'device') return `${text}: a device fails as a whole; name no part of it`;
  if (event.kind === 'priority') return `${text}: the priority of every group is lowered; name no part of the device`;
  if (event.kind === 'board') {
    const id = Number(part);
    if (!pair[side].locations.has(id)) return `${text}: ${device} has no service-location ${part}`;
    return { ...event, device, part: String(id) };
  }
  const key = interfaceKey(part);
  const name = pair[side].interfaces.get(key)?.name ?? mainInterfaceName(pair[side], key);
  return name !== undefined ? { ...event, device, part: name } : `${text}: ${device} has no interface ${part}`;
}

/** The longer name, where one begins with the other. */
function sideNamedBy(names: Readonly<Record<Side, string>>, where: string): Side | undefined {
  const wanted = where.toLowerCase();
  const named = sides.filter((side) => {
    const name = names[side].toLowerCase();
    return wanted === name || wanted.startsWith(`${name}/`);
  });
  return named.sort((x, y) => names[y].length - names[x].length)[0];
}
