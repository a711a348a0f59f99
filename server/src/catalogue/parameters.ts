// The kinds of value a command takes: what is accepted, how it is said, and what it names. A value has a shape (is it a
// number at all?) and limits (is it in range?): a word of another shape does not match, a word outside the limits does and is a problem.
import ipaddr from 'ipaddr.js';

/** What a name belongs to: `defines: 'rbs'` makes one, `refers: 'rbs'` uses one. */
export type NameKind =
  | 'rbs'
  | 'rbp'
  | 'vrrp-group'
  | 'vrrp6-group'
  | 'interface'
  | 'ip-pool'
  | 'ipv6-pool'
  | 'ipv6-prefix-pool'
  | 'service-location'
  | 'service-instance-group'
  | 'ds-lite-instance'
  | 'nat-instance'
  | 'nat64-instance'
  | 'address-group'
  | 'instance-address-group'
  | 'ssl-policy'
  | 'bfd-session'
  | 'monitor-group'
  | 'monitor-location-group'
  | 'e-trunk'
  | 'vpn-instance'
  | 'acl'
  | 'time-range'
  | 'domain'
  | 'user-group'
  | 'dhcp-server-group'
  | 'dhcpv6-server-group'
  | 'isis-process'
  | 'ospf-process'
  | 'ospfv3-process'
  | 'route-policy'
  | 'ip-prefix'
  | 'tunnel-policy'
  | 'as-path-filter'
  | 'community-filter'
  | 'extcommunity-filter'
  | 'rd-filter'
  | 'large-community-filter'
  | 'policy-based-route'
  | 'keychain'
  | 'nqa-administrator'
  | 'nqa-test'
  | 'qos-profile'
  | 'pki-realm'
  | 'traffic-classifier'
  | 'traffic-behavior'
  | 'traffic-policy'
  | 'authentication-scheme'
  | 'authorization-scheme'
  | 'accounting-scheme'
  | 'radius-group'
  | 'hwtacacs-template'
  | 'service-scheme'
  | 'l2tp-group'
  | 'local-user'
  | 'firewall-zone'
  | 'vlan'
  | 'bridge-domain'
  | 'vsi';

/** What kind of word may stand for an argument. */
export type ValueType =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'string'; readonly min?: number; readonly max?: number; readonly pattern?: RegExp }
  | { readonly kind: 'ipv4' }
  | { readonly kind: 'ipv4-mask' }
  | { readonly kind: 'ipv4-wildcard' }
  | { readonly kind: 'ipv4-prefix' }
  | { readonly kind: 'ipv6' }
  | { readonly kind: 'ipv6-prefix' }
  | { readonly kind: 'mac' }
  /** Area, system ID and `00` of an IS-IS router. */
  | { readonly kind: 'network-entity' }
  | { readonly kind: 'time' }
  /** One word, or `type number` in two. */
  | { readonly kind: 'interface' }
  /** One word, quoted if it holds blanks. */
  | { readonly kind: 'name' }
  /** A secret: never shown. */
  | { readonly kind: 'cipher' }
  /** Free text to the end of the line: stands last only. */
  | { readonly kind: 'text' };

/**
 * What is known of an argument: its type, its unit, its meaning in our words, and the kind of name that it defines or
 * refers to.
 */
export interface Parameter {
  readonly type: ValueType;
  readonly unit?: string;
  readonly doc: string;
  readonly defines?: NameKind;
  readonly refers?: NameKind;
  /** The name that is meant where the argument is left out: process 1. */
  readonly absent?: string;
  /** It ends the range that the value before it begins, which the device refuses where it ends before it begins. */
  readonly endsRange?: true;
}

/** An argument of this type; `doc` is one sentence of our own. */
export function parameter(type: ValueType, doc: string, more: Omit<Parameter, 'type' | 'doc'> = {}): Parameter {
  return { type, doc, ...more };
}

/** The argument that ends the range which one like it begins. */
export function lastOf(first: Parameter): Parameter {
  return { ...first, endsRange: true };
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): ValueType {
  return { kind: 'integer', min, max };
}

/** One word of `min` to `max` characters; a word that does not fit `pattern` is of another shape. */
export function string(min?: number, max?: number, pattern?: RegExp): ValueType {
  return { kind: 'string', min, max, pattern };
}

/** Dotted decimal, such as `10.1.1.1`. */
export const ipv4: ValueType = { kind: 'ipv4' };
/** Dotted, ones first. A length in bits is an argument of its own, as the vendor writes it. */
export const ipv4Mask: ValueType = { kind: 'ipv4-mask' };
/** Dotted with the ones last, or `0` for a single host. */
export const ipv4Wildcard: ValueType = { kind: 'ipv4-wildcard' };
/** In any legal spelling. */
export const ipv6: ValueType = { kind: 'ipv6' };
/** `2001:DB8::/32`: address and length in one word. */
export const ipv6Prefix: ValueType = { kind: 'ipv6-prefix' };
/** `HHHH-HHHH-HHHH`. */
export const mac: ValueType = { kind: 'mac' };
/** `49.0001.0100.7000.0001.00`: area, system ID of six bytes, `00`. */
export const networkEntity: ValueType = { kind: 'network-entity' };
/** `HH:MM`, with seconds or without. */
export const time: ValueType = { kind: 'time' };
/** Type and number, in one word or two, abbreviated or not. */
export const interfaceName: ValueType = { kind: 'interface' };
/** One word that names something. */
export const name: ValueType = { kind: 'name' };
/** A secret, in the clear or encrypted; never shown. */
export const cipher: ValueType = { kind: 'cipher' };
/** All that follows on the line. */
export const text: ValueType = { kind: 'text' };

/** How closely a kind of value is told from others: of two that take the same word the lower one wins. */
export function looseness(type: ValueType): number {
  switch (type.kind) {
    case 'text':
      return 4;
    case 'name':
    case 'cipher':
      return 3;
    case 'string':
      return type.pattern ? 2 : 3;
    case 'integer':
      return 1;
    default:
      return 0;
  }
}

/** One key for types that accept the same words. */
export function typeKey(type: ValueType): string {
  switch (type.kind) {
    case 'integer':
      return `integer ${type.min}-${type.max}`;
    case 'string':
      return `string ${type.min ?? ''}-${type.max ?? ''} ${type.pattern?.source ?? ''}`;
    default:
      return type.kind;
  }
}

/** `0-10800 s`, `1-32 characters`, `an IPv4 address`: how a hover, a problem or the reference page names the limits. */
export function limits(pick: Pick<Parameter, 'type' | 'unit'>): string {
  const { type, unit } = pick;
  switch (type.kind) {
    case 'integer':
      return `${type.min}-${type.max}${unit === undefined ? '' : ` ${unit}`}`;
    case 'string':
      return lengthLimits(type.min, type.max);
    case 'ipv4':
      return 'an IPv4 address';
    case 'ipv4-mask':
      return 'an IPv4 mask';
    case 'ipv4-wildcard':
      return 'an IPv4 wildcard mask';
    case 'ipv4-prefix':
      return 'an IPv4 address/length';
    case 'ipv6':
      return 'an IPv6 address';
    case 'ipv6-prefix':
      return 'an IPv6 address/length';
    case 'mac':
      return 'a MAC address';
    case 'network-entity':
      return 'a network entity (area.XXXX.XXXX.XXXX.00)';
    case 'time':
      return 'a time of day, HH:MM:SS';
    case 'interface':
      return 'an interface';
    case 'name':
      return 'a name';
    case 'cipher':
      return 'a key or password';
    case 'text':
      return 'text to the end of the line';
  }
}

function lengthLimits(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return 'a word';
  return min === max ? `${max} characters` : `${min ?? 1}-${max} characters`;
}

/** `shape`: not this kind of value. `limits`: this kind, but not one that may stand there. */
export type Verdict = 'ok' | 'limits' | 'shape';

/** Judges one word; an interface in two words is told apart by `isInterfaceType` first. */
export function judge(type: ValueType, word: string): Verdict {
  switch (type.kind) {
    case 'integer':
      if (!integerShape.test(word)) return 'shape';
      return within(Number(word), type.min, type.max);
    case 'string': {
      if (type.pattern && !type.pattern.test(word)) return 'shape';
      const length = word.length > 1 && word.startsWith('"') && word.endsWith('"') ? word.length - 2 : word.length;
      return within(length, type.min ?? 1, type.max ?? Infinity);
    }
    case 'ipv4':
      if (!dottedShape.test(word)) return 'shape';
      return bytes(word) ? 'ok' : 'limits';
    case 'ipv4-mask':
      if (!dottedShape.test(word)) return 'shape';
      return isMask(bytes(word)) ? 'ok' : 'limits';
    case 'ipv4-wildcard':
      if (word === '0') return 'ok';
      if (!dottedShape.test(word)) return 'shape';
      return bytes(word) ? 'ok' : 'limits';
    case 'ipv4-prefix': {
      const [host, length] = halves(word);
      if (length === undefined || !dottedShape.test(host) || !integerShape.test(length)) return 'shape';
      return bytes(host) ? within(Number(length), 0, 32) : 'limits';
    }
    case 'ipv6':
      if (!ipv6Shape.test(word)) return 'shape';
      return ipaddr.IPv6.isValid(word) ? 'ok' : 'limits';
    case 'ipv6-prefix': {
      const [host, length] = halves(word);
      if (length === undefined || !ipv6Shape.test(host) || !integerShape.test(length)) return 'shape';
      return ipaddr.IPv6.isValid(host) ? within(Number(length), 0, 128) : 'limits';
    }
    case 'mac':
      return macShape.test(word) ? 'ok' : 'shape';
    case 'network-entity':
      if (!hexGroupsShape.test(word)) return 'shape';
      return networkEntityShape.test(word) ? 'ok' : 'limits';
    case 'time': {
      const hit = timeShape.exec(word);
      if (!hit) return 'shape';
      return Number(hit[1]) < 24 && Number(hit[2]) < 60 && Number(hit[3] ?? 0) < 60 ? 'ok' : 'limits';
    }
    case 'interface':
      return interfaceShape.test(word) ? 'ok' : 'shape';
    case 'name':
    case 'cipher':
    case 'text':
      return 'ok';
  }
}

/** `GigabitEthernet` of `GigabitEthernet 0/1/2`, also shortened as operators do. */
export function isInterfaceType(word: string): boolean {
  return abbreviations.has(word.toLowerCase());
}

/** The `0/1/2.100` of an interface in two words. */
export function isInterfaceNumber(word: string): boolean {
  return interfaceNumber.test(word);
}

const integerShape = /^\d+$/;
const dottedShape = /^\d+\.\d+\.\d+\.\d+$/;
const ipv6Shape = /^[\da-f]*:[\da-f:]*(?:(?<=\d)\.\d+\.\d+\.\d+)?$/i;
const macShape = /^(?:[\da-f]{1,4}-[\da-f]{1,4}-[\da-f]{1,4}|[\da-f]{2}(?:[:-][\da-f]{2}){5})$/i;
const hexGroupsShape = /^[\da-f]+(?:\.[\da-f]+)+$/i;
const networkEntityShape = /^[\da-f]{2}(?:\.[\da-f]{1,4})*(?:\.[\da-f]{4}){3}\.00$/i;
const timeShape = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/;
const interfaceShape = /^\d*[a-z][a-z-]*\d+(?:\/\d+)*(?::\d+)*(?:\.\d+)?$/i;
const interfaceNumber = /^\d+(?:\/\d+)*(?::\d+)*(?:\.\d+)?$/;

const interfaceTypes = [
  'gigabitethernet',
  'ethernet',
  'xgigabitethernet',
  '10ge',
  '25ge',
  '40ge',
  '50ge',
  '100ge',
  '200ge',
  '400ge',
  'ge',
  'eth-trunk',
  'ip-trunk',
  'loopback',
  'vlanif',
  'vbdif',
  'tunnel',
  'null',
  'serial',
  'pos',
  'virtual-ethernet',
  'global-ve',
  've',
  'pw-ve',
  'virtual-template',
  'virtual-if',
  'dialer',
  'flexe',
  'meth',
  'nve',
  'mp-group',
  'global-mp-group',
  'cellular',
  'atm',
  'bridge-if',
  'stack-port',
  'wlan-radio',
  'wlan-bss',
  'async',
];

/** Each beginning of a type: completion asks this of every word of the lines it compares. */
const abbreviations = new Set(
  interfaceTypes.flatMap((type) => Array.from(type, (_letter, index) => type.slice(0, index + 1))),
);

function within(value: number, min: number, max: number): Verdict {
  return value >= min && value <= max ? 'ok' : 'limits';
}

function halves(word: string): [string, string | undefined] {
  const slash = word.indexOf('/');
  return slash < 0 ? [word, undefined] : [word.slice(0, slash), word.slice(slash + 1)];
}

function bytes(dotted: string): number[] | undefined {
  const parts: number[] = [];
  for (let from = 0; from <= dotted.length;) {
    const dot = dotted.indexOf('.', from);
    const to = dot < 0 ? dotted.length : dot;
    const part = Number(dotted.slice(from, to));
    if (!(part < 256)) return undefined;
    parts.push(part);
    from = to + 1;
  }
  return parts;
}

function isMask(parts: number[] | undefined): boolean {
  if (!parts) return false;
  const zeros = ~parts.reduce((mask, part) => (mask << 8) | part, 0);
  return (zeros & (zeros + 1)) === 0;
}
