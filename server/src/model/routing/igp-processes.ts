// The processes of interior routing protocols on a device: what each says for itself, whatever interfaces run it.
import { memoizeByObject } from '../../text/memoize';
import { address, type Address, type Family } from '../address';
import type { Block, Device } from '../device';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { publicNetwork } from './vpn';

/** The interior routing protocols that are read. */
export type Igp = 'isis' | 'ospf' | 'ospfv3' | 'rip' | 'ripng';

/** How a protocol is called in a message. */
export const igpNames: Readonly<Record<Igp, string>> = {
  isis: 'IS-IS',
  ospf: 'OSPF',
  ospfv3: 'OSPFv3',
  rip: 'RIP',
  ripng: 'RIPng',
};

/** The families whose routes a protocol can carry. */
export const familiesOf: Readonly<Record<Igp, readonly Family[]>> = {
  isis: [4, 6],
  ospf: [4],
  ospfv3: [6],
  rip: [4],
  ripng: [6],
};

/** Addresses of a `network` line: those that agree with `base` in every bit that is not set in `wildcard`. */
export interface NetworkRange {
  readonly base: Address;
  readonly wildcard: Address;
}

/** A routing process with what its view says. */
export interface IgpProcess {
  readonly protocol: Igp;
  /** As a number in words: `1` where the line has none. */
  readonly id: string;
  readonly vpn: string;
  readonly head: MatchedLine;
  /** The heads of all its sections: what a later one says holds. */
  readonly heads: readonly MatchedLine[];
  readonly lines: readonly MatchedLine[];
  readonly networks: readonly NetworkRange[];
  /** The line by which an IS-IS process carries IPv6. */
  readonly ipv6?: MatchedLine;
}

/** The processes of a device, each once however many sections it has. */
export function igpProcesses(device: Device): readonly IgpProcess[] {
  return processesIn(device.views);
}

/** True where the process takes routes of this kind from elsewhere into what it announces; IS-IS has a line for each family. */
export function importsRoutes({ protocol, lines }: IgpProcess, kind: string, family: Family): boolean {
  const pattern = protocol === 'isis' && family === 6 ? /^ipv6 import-route (\S+)/ : /^import-route (\S+)/;
  return lines.some((line) => pattern.exec(canonicalText(line))?.[1] === kind);
}

/** Whether the address lies in the range of a `network` line. */
export function isInRange(candidate: Address, { base, wildcard }: NetworkRange): boolean {
  if (base.family !== candidate.family) return false;
  return candidate.bytes.every((byte, index) => {
    const differing = byte ^ base.bytes[index]!;
    return (differing & ~wildcard.bytes[index]! & 0xff) === 0;
  });
}

/** BGP may bring a route from anywhere; one of IPv6 only where it has a family for that. */
export function runsBgp({ views }: Device, family: Family): boolean {
  const all = views.get('bgp');
  return all !== undefined && (family === 4 || hasIpv6Family(all));
}

const hasIpv6Family = (all: readonly Block[]): boolean =>
  all.some(({ lines }) => lines.some((line) => /^(?:ipv6-family|l2vpn-family|peer \S*:)/.test(canonicalText(line))));

const processesIn = memoizeByObject((views: Device['views']): readonly IgpProcess[] => {
  const blocks = (['isis', 'ospf', 'ospfv3', 'rip'] as const).flatMap((view) => views.get(view) ?? []);
  const found = new Map<string, IgpProcess>();
  for (const block of blocks) {
    const process = readProcess(block);
    if (!process) continue;
    const key = `${process.protocol} ${process.id}`;
    const known = found.get(key);
    found.set(key, known ? joined(known, process) : process);
  }
  return [...found.values()];
});

function joined(first: IgpProcess, second: IgpProcess): IgpProcess {
  return {
    ...first,
    vpn: first.vpn === publicNetwork ? second.vpn : first.vpn,
    heads: [...first.heads, ...second.heads],
    lines: [...first.lines, ...second.lines],
    networks: [...first.networks, ...second.networks],
    ipv6: second.ipv6 ?? first.ipv6,
  };
}

function readProcess(block: Block): IgpProcess | undefined {
  const head = block.heads[0];
  const [, protocol, id = '1'] =
    (head && /^(isis|ospf|ospfv3|rip|ripng)(?: (\d+))?(?= |$)/.exec(canonicalText(head))) ?? [];
  if (!head || protocol === undefined) return undefined;
  const lines = inside(block.lines);
  return {
    protocol: protocol as Igp,
    id,
    vpn: / vpn-instance (\S+)/.exec(canonicalText(head))?.[1] ?? publicNetwork,
    head,
    heads: block.heads,
    lines,
    networks: lines.flatMap((line) => networkOf(line, protocol as Igp) ?? []),
    ipv6: protocol === 'isis' ? lines.find((line) => /^ipv6 enable\b/.test(canonicalText(line))) : undefined,
  };
}

/** The lines of a view and of the views in it, without what an `undo` took back. */
function inside(lines: readonly MatchedLine[]): MatchedLine[] {
  return inForce(lines).flatMap((line) => (line.match?.undo ? [] : [line, ...inside(line.lines)]));
}

/** `network 10.0.0.0 0.0.0.255`; RIP names whole networks of class A, B or C. */
function networkOf(line: MatchedLine, protocol: Igp): NetworkRange | undefined {
  const [word, first = '', second = ''] = canonicalText(line).split(' ');
  const base = word === 'network' ? address(first) : undefined;
  const wildcard = base && (protocol === 'rip' ? address(classWildcard(base)) : wildcardMask(second));
  return wildcard && wildcard.family === base.family ? { base, wildcard } : undefined;
}

/** The bits that do not count, as `0.0.0.255`; `0` stands for none. */
export function wildcardMask(text: string): Address | undefined {
  return address(text === '0' ? '0.0.0.0' : text);
}

function classWildcard({ bytes }: Address): string {
  if (bytes[0]! < 128) return '0.255.255.255';
  return bytes[0]! < 192 ? '0.0.255.255' : '0.0.0.255';
}
