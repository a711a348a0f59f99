// What may happen to a pair, and how it is written: `device-down:DeviceA@0`, `access-up:DeviceA/GigabitEthernet0/1/2@30`.

export const eventKinds = ['device', 'access', 'uplink', 'rbs', 'board', 'lan'] as const;
export type EventKind = typeof eventKinds[number];

export interface FailureEvent {
  readonly kind: EventKind;
  /** `stop` is a device that leaves in good order: it says so in a last advert of priority 0. */
  readonly change: 'down' | 'up' | 'stop';
  /** Absent: the channel as such, or the LAN. */
  readonly device?: string;
  /** An interface, or the id of a service-location. */
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

/** The event, or what is wrong with its spelling. */
export function parseEvent(text: string): FailureEvent | string {
  const hit = /^([a-z]+)-(down|up|stop)(?::([^/@]+)(?:\/([^@]+))?)?(?:@(\d+(?:\.\d+)?))?$/.exec(text.trim());
  if (!hit) return `${text}: an event is written KIND-down or KIND-up, then :DEVICE[/INTERFACE]@SECONDS`;
  const [, kind, change, device, part, at] = hit;
  if (!(eventKinds as readonly string[]).includes(kind!)) return `${text}: the kinds are ${eventKinds.join(', ')}`;
  if (change === 'stop' && kind !== 'device') return `${text}: only a device stops`;
  if (kind === 'lan' ? device !== undefined : kind !== 'rbs' && device === undefined) return kind === 'lan' ? `${text}: the LAN between the devices belongs to neither` : `${text}: name a device`;
  if (kind === 'board' && part !== undefined && !/^\d+$/.test(part)) return `${text}: a board is named by the number of its service-location`;
  return { kind: kind as EventKind, change: change as FailureEvent['change'], device, part, at: Number(at ?? 0) };
}
