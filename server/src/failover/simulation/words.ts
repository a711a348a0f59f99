// The words of a rehearsal: services, groups and events as a person at 2 a.m. would say them.
import type { Actor } from './actors';
import type { Entries } from './rehearsal';
import type { FailureEvent } from './events';
import type { VrrpVersion } from '../../model/vrrp/timers';

const names: Readonly<Record<string, string>> = {
  'dhcpv6-relay': 'DHCPv6 relay',
  'dhcp-server': 'DHCP server',
  nd: 'ND',
  arp: 'ARP',
  mld: 'MLD',
  igmp: 'IGMP',
  'igmp-snooping': 'IGMP snooping',
  bras: 'BRAS',
  'ds-lite': 'DS-Lite',
  nat: 'NAT',
  nat64: 'NAT64',
  l2tp: 'L2TP',
};

export function serviceWords(services: readonly string[]): string {
  return services.map((service) => names[service] ?? service).join(', ');
}

export function groupWords(actor: Pick<Actor, 'family' | 'vrid'>): string {
  return `${actor.family === 6 ? 'VRRP6' : 'VRRP'} group ${actor.vrid}`;
}

/** `DeviceA dies`, `uplink GigabitEthernet0/1/3 of DeviceA fails` */
export function eventWords({ kind, change, device, part }: FailureEvent): string {
  const fails = change !== 'up';
  const of = device === undefined ? '' : ` of ${device}`;
  switch (kind) {
    case 'device':
      return `${device} ${change === 'down' ? 'dies' : change === 'stop' ? 'stops in good order' : 'returns'}`;
    case 'access':
      return `${part === undefined ? 'every access link' : `access link ${part}`}${of} ${fails ? 'fails' : 'is back'}`;
    case 'uplink':
      return `${part === undefined ? 'every uplink' : `uplink ${part}`}${of} ${fails ? 'fails' : 'is back'}`;
    case 'rbs':
      return `backup path${part === undefined ? of : ` over ${part}${of}`} ${fails ? 'fails' : 'is back'}`;
    case 'board':
      return `${part === undefined ? 'every service board' : `board of service-location ${part}`}${of} ${fails ? 'fails' : 'is back'}`;
    case 'lan':
      return `LAN between the devices${part === undefined ? '' : ` at ${part}${of}`} ${fails ? 'parts' : 'is whole again'}`;
  }
}

/** Begins as a sentence does. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What becomes of the entries, as the end of a sentence. */
export function entriesWords(services: readonly string[], entries: Entries): string {
  const what = `${serviceWords(services)} entries`;
  switch (entries) {
    case 'fresh':
      return `${what} in sync`;
    case 'stale':
      return `${what} stale: what came since the backup stopped is missing`;
    case 'incomplete':
      return `${what} may be incomplete`;
    case 'none':
      return `no ${what}`;
  }
}

/** Where the guide sets the value: its pages for VRRP6, for VRRP, and for service boards number their steps each in its own way. */
export function guideStep(actor: Pick<Actor, 'family' | 'carriers'>, what: 'delay' | 'priority'): string {
  if (what === 'priority' && actor.carriers.some((carrier) => carrier.kind === 'board')) return '004 step 2.5';
  return what === 'delay'
    ? actor.family === 6
      ? '000 step 1.7'
      : '002 step 1.4'
    : actor.family === 6
      ? '000 step 1.8'
      : '002 step 1.5';
}

/** The section has one number in both standards. */
export function standard(version: VrrpVersion | undefined, section: string): string {
  return `RFC ${version === 2 ? 3768 : 9568} ${section}`;
}
