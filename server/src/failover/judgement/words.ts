// The words of a rehearsal: services, groups and events as a person at 2 a.m. would name them.
import type { VrrpVersion } from '../../model/vrrp/timers';
import type { Actor } from '../simulation/actors';
import type { Entries, ETrunkName, Span } from '../simulation/rehearsal';
import type { FailureEvent } from '../simulation/events';
import { rounded } from '../simulation/timers';
import type { Subject } from './subject';

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

/** Names of services for people: `ARP, ND`. */
export function serviceWords(services: readonly string[]): string {
  return services.map((service) => names[service] ?? service).join(', ');
}

/** `VRRP6 group 1`, or `Eth-Trunk10 in E-Trunk 1`. */
export function groupWords(actor: Pick<Actor, 'family' | 'vrid'> & { readonly eTrunk?: ETrunkName }): string {
  if (actor.eTrunk) return eTrunkWords(actor.eTrunk);
  return `${actor.family === 6 ? 'VRRP6' : 'VRRP'} group ${actor.vrid}`;
}

/** `Eth-Trunk10 in E-Trunk 1` */
export function eTrunkWords({ trunks, id }: ETrunkName): string {
  return `${trunks} in E-Trunk ${id}`;
}

/** `DeviceA dies`, `uplink GigabitEthernet0/1/3 of DeviceA fails` */
export function eventWords({ kind, change, device, part }: FailureEvent): string {
  const ofDevice = device === undefined ? '' : ` of ${device}`;
  const happens = change === 'up' ? 'is back' : 'fails';
  switch (kind) {
    case 'device':
      return `${device} ${deviceChangeWords[change]}`;
    case 'access':
      return `${part === undefined ? 'every access link' : `access link ${part}`}${ofDevice} ${happens}`;
    case 'uplink':
      return `${part === undefined ? 'every uplink' : `uplink ${part}`}${ofDevice} ${happens}`;
    case 'rbs':
      return `backup path${part === undefined ? ofDevice : ` over ${part}${ofDevice}`} ${happens}`;
    case 'priority':
      return `${device} ${change === 'up' ? 'has its priorities back' : 'is drained, its groups have the lowest priority'}`;
    case 'board':
      return `${part === undefined ? 'every service board' : `board of service-location ${part}`}${ofDevice} ${happens}`;
    case 'peer':
      return `E-Trunk peer link${part === undefined ? ofDevice : ` ${part}${ofDevice}`} ${happens}`;
    case 'lan':
      return `LAN between the devices${part === undefined ? '' : ` at ${part}${ofDevice}`} ${change === 'up' ? 'recovers' : 'is partitioned'}`;
  }
}

const deviceChangeWords: Readonly<Record<FailureEvent['change'], string>> = {
  down: 'dies',
  stop: 'stops in good order',
  up: 'returns',
};

/** Begins as a sentence does. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What becomes of the entries, as the end of a sentence. */
export function entriesWords(services: readonly string[], entries: Entries): string {
  const words = `${serviceWords(services)} entries`;
  switch (entries) {
    case 'fresh':
      return `${words} in sync`;
    case 'stale':
      return `${words} stale: what came since the backup stopped is missing`;
    case 'incomplete':
      return `${words} may be incomplete`;
    case 'none':
      return `no ${words}`;
  }
}

/** Where the guide sets the value: its pages for VRRP6, for VRRP, and for service boards number their steps each in its own way. */
export function guideStep(actor: Pick<Actor, 'family' | 'carriers'>, parameter: 'delay' | 'priority'): string {
  if (parameter === 'delay') return actor.family === 6 ? '000 step 1.7' : '002 step 1.4';
  if (actor.carriers.some((carrier) => carrier.kind === 'board')) return '004 step 2.5';
  return actor.family === 6 ? '000 step 1.8' : '002 step 1.5';
}

/** The section has one number in both standards. */
export function standard(version: VrrpVersion | undefined, section: string): string {
  return `RFC ${version === 2 ? 3768 : 9568} ${section}`;
}

/** What makes an outage longer than users survive, as the end of a sentence. */
export function tooLong({ bound }: Pick<Subject, 'bound'>, hit: Span | null): string {
  const [least, most] = hit ?? [0, 0];
  const seconds = least === most ? `${most} s` : `${least}-${most} s`;
  return `; users are interrupted for ${seconds}, more than the ${rounded(bound)} s they are taken to survive`;
}
