// What a person types, judged and spelled: numbers, names, interfaces, addresses. A check answers with what is wrong in one
// sentence, or with nothing. Values are kept as a saved file spells them.
import {
  address,
  isInside,
  isLinkLocal,
  overlap,
  prefix,
  prefixKey,
  spelled,
  type Address,
  type Family,
  type Prefix,
} from '../model/address';
import { isInterfaceType } from '../catalogue/parameters';
import { interfaceKey } from '../model/names';
import type { Answers, AnswerType, Parameter, Side } from './scenario';

/** What is wrong with an answer, in a sentence; undefined for one that is right. */
export type Check = (value: string, answers: Answers) => string | undefined;

/** Both sides, the first device first. */
export const sides: readonly Side[] = ['a', 'b'];

/** The value as it is written into a file; what cannot be read stays as it is, for the check to speak about. */
export function normal(type: AnswerType, value: string): string {
  const text = value.trim();
  if (type === 'interface') return spelledInterface(text);
  if (type === 'choice') return text.toLowerCase();
  if (type === 'number') return /^\d{1,15}$/.test(text) ? String(Number(text)) : text;
  return type === 'name' ? text : text.toUpperCase();
}

/** A whole number from `min` to `max`. */
export function number(min: number, max: number, unit = ''): Check {
  return (value) =>
    /^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? undefined
      : `Give a number from ${min} to ${max}${unit === '' ? '' : ` ${unit}`}.`;
}

/** A name without blanks, as every one of these commands takes it. */
export function name(longest: number): Check {
  return (value) => {
    if (value.length > longest) return `A name has at most ${longest} characters here.`;
    return /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(value)
      ? undefined
      : 'Use letters, digits, dots, hyphens and underscores, and begin with a letter or digit.';
  };
}

/** One of these words. */
export function choice(choices: readonly string[]): Check {
  return (value) =>
    choices.includes(value) ? undefined : `Choose ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`;
}

/** The first check that has something to say. */
export function all(...checks: readonly Check[]): Check {
  return (value, answers) => {
    for (const check of checks) {
      const problem = check(value, answers);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

/** A parameter that offers the first of some values that may stand. */
export function offering(
  source: Omit<Parameter, 'default'>,
  candidates: (answers: Answers) => readonly string[],
): Parameter {
  return {
    ...source,
    default: (answers) => {
      const list = candidates(answers);
      return list.find((value) => source.check(value, answers) === undefined) ?? list[0] ?? '';
    },
  };
}

// Interfaces

const interfaceTypes = [
  'GigabitEthernet',
  'XGigabitEthernet',
  'Ethernet',
  'Eth-Trunk',
  'LoopBack',
  'Vlanif',
  'Vbdif',
  'Virtual-Ethernet',
  'Global-VE',
  'FlexE',
  '10GE',
  '25GE',
  '40GE',
  '50GE',
  '100GE',
  '200GE',
  '400GE',
];
const saved = new Map(interfaceTypes.map((type) => [type.toLowerCase(), type]));

/** `gi 0/1/2` -> `GigabitEthernet0/1/2` */
function spelledInterface(text: string): string {
  const hit = /^(\d*[a-z][a-z-]*)(\d.*)$/.exec(interfaceKey(text));
  const type = hit && saved.get(hit[1]!);
  return type ? type + hit[2]! : text.replace(/\s+/g, '');
}

/** `loopback`, `gigabitethernet`: the type of an interface in small letters. */
export function interfaceType(name: string): string {
  return /^\d*[a-z-]*[a-z]/.exec(interfaceKey(name))?.[0] ?? '';
}

/** The number behind the dot of a sub-interface. */
export function subNumber(name: string): number | undefined {
  const hit = /\.(\d+)$/.exec(name);
  return hit ? Number(hit[1]) : undefined;
}

/** A name of an interface. */
export const anInterface: Check = (value) => {
  const isName =
    /^(?:\d+[A-Za-z]|[A-Za-z])[A-Za-z-]*\d+(?:\/\d+){0,4}(?:\.\d{1,8})?$/.test(value) && value.length <= 63;
  if (!isName) return 'Give an interface with type and number, for example GigabitEthernet0/1/2.';
  return isInterfaceType(interfaceType(value))
    ? undefined
    : 'No interface is of this type: give one, for example GigabitEthernet0/1/2.';
};

/** Ports that a device shuts down until it is told otherwise; their sub-interfaces and logical interfaces are up by themselves. */
export function isPhysical(name: string): boolean {
  return subNumber(name) === undefined && /^(?:x?gigabitethernet|ethernet|\d+ge|flexe)$/.test(interfaceType(name));
}

/** An interface whose number behind the dot, where it has one, can be a VLAN. */
export const withVlan: Check = (value) => {
  const sub = subNumber(value);
  return sub === undefined || (sub >= 1 && sub <= 4094)
    ? undefined
    : 'The number behind the dot becomes the VLAN: give one from 1 to 4094.';
};

/** No interface of these types. */
export function not(types: readonly string[], problem: string): Check {
  return (value) => (types.includes(interfaceType(value)) ? problem : undefined);
}

// Addresses

/** The family of the address; undefined for what is none. */
export function familyOf(text: string): Family | undefined {
  return (text.includes('/') ? prefix(text)?.address : address(text))?.family;
}

/** An address of a device, with its length. `lengths` are the most bits it may have, so that others fit beside it. */
export function ownPrefix(families: readonly Family[], lengths: { readonly 4: number; readonly 6: number }): Check {
  return (value) => {
    const parsed = prefix(value);
    if (!parsed || !value.includes('/') || !families.includes(parsed.address.family)) {
      return `Give ${anAddress(families)} with its prefix length, for example ${families[0] === 6 ? '2001:DB8:50::2/64' : '10.0.50.2/24'}.`;
    }
    const { family } = parsed.address;
    const longest = lengths[family];
    if (parsed.length < 3 || parsed.length > longest) return `The prefix length lies between 3 and ${longest} here.`;
    return hostProblem(parsed.address) ?? edgeProblem(parsed);
  };
}

/** An address with its length that an interface may have. */
export function ownAddress(families: readonly Family[]): Check {
  return (value) => {
    const parsed = address(value);
    if (!parsed || !families.includes(parsed.family)) return `Give ${anAddress(families)} without a prefix length.`;
    return hostProblem(parsed);
  };
}

function anAddress(families: readonly Family[]): string {
  if (families.length === 2) return 'an address';
  return families[0] === 6 ? 'an IPv6 address' : 'an IPv4 address';
}

/** An address that a host can have. */
function hostProblem(address: Address): string | undefined {
  const [first = 0] = address.bytes;
  if (address.family === 4)
    return first === 0 || first === 127 || first >= 224 ? 'No device can have this address.' : undefined;
  if (first === 0xff || address.bytes.slice(0, 15).every((byte) => byte === 0))
    return 'No device can have this address.';
  return isLinkLocal(address) ? 'Give a global address, not a link-local one.' : undefined;
}

/** The address of the subnet itself and of everyone in it belong to nobody. */
function edgeProblem({ address: address, length }: Prefix): string | undefined {
  const bits = address.family === 4 ? 32 : 128;
  if (length >= bits - 1) return undefined;
  const hostMask = (index: number) => 0xff >> Math.max(0, Math.min(8, length - index * 8));
  if (address.bytes.every((byte, index) => (byte & hostMask(index)) === 0))
    return 'This is the address of the subnet, not of a device in it.';
  return address.family === 4 && address.bytes.every((byte, index) => (byte & hostMask(index)) === hostMask(index))
    ? 'This is the broadcast address of the subnet.'
    : undefined;
}

/** Inside the subnet, not at its edge, and none of `taken`. */
export function hostIn(net: string, taken: readonly string[]): Check {
  return (value) => {
    const subnet = prefix(net);
    const own = prefix(value)?.address ?? address(value);
    if (!subnet || !own) return undefined;
    if (!isInside(own, subnet)) return `It has to lie in the subnet of ${net}.`;
    const edge = edgeProblem({ address: own, length: subnet.length });
    return edge ?? distinct(taken)(value, {});
  };
}

/** None of those that are taken, in any spelling. */
export function distinct(taken: readonly string[]): Check {
  return (value) => {
    const key = addressKey(value);
    return taken.some((text) => addressKey(text) === key)
      ? `${bare(value)} is taken by something else of this pair.`
      : undefined;
  };
}

/** The address in one spelling. */
export function addressKey(text: string): string {
  return address(bare(text))?.key ?? text;
}

/** Without the prefix length. */
export function bare(text: string): string {
  return text.split('/')[0]!;
}

/** Whether both lie in one subnet. */
export function sameSubnet(left: string, right: string): boolean {
  const [a, b] = [prefix(left), prefix(right)];
  return a !== undefined && b !== undefined && a.address.family === b.address.family && prefixKey(a) === prefixKey(b);
}

/** No subnet of `others` may share addresses with it. */
export function apartFrom(others: readonly string[]): Check {
  return (value) => {
    const own = prefix(value);
    const hit =
      own &&
      others.find((text) => {
        const other = prefix(text);
        return other !== undefined && overlap(own, other);
      });
    return hit === undefined ? undefined : `It overlaps the subnet of ${hit}.`;
  };
}

/** `10.0.50.1/24`: `10.0.50.0/24`. */
export function networkOf(text: string): string {
  const subnet = prefix(text);
  if (!subnet) return text;
  const { address: own, length } = subnet;
  const bytes = own.bytes.map((byte, index) => byte & (0xff << (8 - Math.max(0, Math.min(8, length - index * 8)))));
  return `${spelled(bytes)}/${length}`;
}

/** The first hosts of the subnet, in order. */
export function hostsOf(net: string, count = 6): string[] {
  const subnet = prefix(net);
  if (!subnet) return [];
  const start = [...(prefix(networkOf(net))?.address.bytes ?? [])];
  return Array.from({ length: count }, (_, index) => {
    const bytes = [...start];
    bytes[bytes.length - 1] = (bytes.at(-1)! & 0xff) + index + 1;
    return bytes.at(-1)! < 256 ? spelled(bytes) : '';
  }).filter((text) => text !== '' && edgeProblem({ address: address(text)!, length: subnet.length }) === undefined);
}

/** `10.0.50.0/24` as the mask a saved file prints. */
export function mask(text: string): string {
  const length = prefix(text)?.length ?? 0;
  return [0, 8, 16, 24].map((from) => (0xff << (8 - Math.max(0, Math.min(8, length - from)))) & 0xff).join('.');
}
