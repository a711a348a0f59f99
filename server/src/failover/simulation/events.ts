// What may happen to a pair, and how it is written: `device-down:DeviceA@0`, `access-up:DeviceA/GigabitEthernet0/1/2@30`.
import { interfaceKey } from '../../model/names';
import type { Pair } from '../../model/pairing/pair';
import { deviceNames, sides } from './names';

export const eventKinds = ['device', 'access', 'uplink', 'rbs', 'board', 'lan'] as const;
export type EventKind = (typeof eventKinds)[number];

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

export function eventName(event: FailureEvent): string {
  return `${event.kind}-${event.change}`;
}

export function spelledEvent(event: FailureEvent): string {
  return `${eventName(event)}${event.device === undefined ? '' : `:${event.device}${event.part === undefined ? '' : `/${event.part}`}`}@${event.at}`;
}

/** The event, or what is wrong with its spelling; with a pair also what the pair does not have. */
export function parseEvent(text: string, pair?: Pair): FailureEvent | string {
  const hit = /^([a-z]+)-([a-z]+)(?::([^@]*))?(?:@(\d+(?:\.\d+)?))?$/i.exec(text.trim());
  if (!hit) return `${text}: an event is written KIND-down or KIND-up, then :DEVICE[/INTERFACE]@SECONDS`;
  const [kind, change] = [hit[1]!.toLowerCase(), hit[2]!.toLowerCase()];
  const [where, at] = [hit[3], hit[4]];
  if (!(eventKinds as readonly string[]).includes(kind)) return `${text}: the kinds are ${eventKinds.join(', ')}`;
  if (change !== 'down' && change !== 'up' && change !== 'stop') return `${text}: a ${kind} goes down or up`;
  if (change === 'stop' && kind !== 'device') return `${text}: only a device stops`;
  const event = { kind: kind as EventKind, change, at: Number(at ?? 0) } as const;
  if (where === undefined || where === '') return kind === 'rbs' || kind === 'lan' ? event : `${text}: name a device`;
  if (pair) return placed(text, event, where, pair);
  const slash = where.indexOf('/');
  return slash < 0
    ? { ...event, device: where }
    : { ...event, device: where.slice(0, slash), part: where.slice(slash + 1) };
}

function placed(text: string, event: FailureEvent, where: string, pair: Pair): FailureEvent | string {
  const names = deviceNames(pair);
  const plain = where.toLowerCase();
  const side = sides
    .filter((one) => plain === names[one].toLowerCase() || plain.startsWith(`${names[one].toLowerCase()}/`))
    .sort((x, y) => names[y].length - names[x].length)[0];
  if (!side) return `${text}: the devices of this pair are ${names.a} and ${names.b}`;
  const device = names[side];
  if (where.length <= device.length + 1) return { ...event, device };
  const part = where.slice(device.length + 1);
  if (event.kind === 'device') return `${text}: a device fails as a whole; name no part of it`;
  if (event.kind === 'board') {
    const id = Number(part);
    return pair[side].locations.has(id)
      ? { ...event, device, part: String(id) }
      : `${text}: ${device} has no service-location ${part}`;
  }
  const found = pair[side].interfaces.get(interfaceKey(part));
  return found ? { ...event, device, part: found.name } : `${text}: ${device} has no interface ${part}`;
}
