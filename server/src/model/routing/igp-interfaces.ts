// Which interior routing protocol runs on which interface: by a line of the interface, or by a `network` line of the process.
import { memoizeByObject } from '../../text/memoize';
import type { Family } from '../address';
import type { Device, Interface } from '../device';
import { isUp } from '../interface-state';
import { mapIndex } from '../incremental/index-view';
import { canonicalText, firstWordOf } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { isLoopback } from './connected';
import {
  familiesOf,
  igpProcesses,
  importsRoutes,
  isInRange,
  type Igp,
  type IgpProcess,
  type NetworkRange,
} from './igp-processes';
import { vpnOf } from './vpn';

/** A line by which an interface joins a process. */
export interface IgpLine {
  readonly protocol: Igp;
  readonly family: Family;
  readonly process: string;
  readonly line: MatchedLine;
}

/** The words of those lines; the group is the number of the process, 1 where it is left out. */
const joining: readonly { readonly words: RegExp; readonly protocol: Igp; readonly family: Family }[] = [
  { words: /^isis enable(?: (\d+))?$/, protocol: 'isis', family: 4 },
  { words: /^isis ipv6 enable(?: (\d+))?$/, protocol: 'isis', family: 6 },
  { words: /^ospf enable(?: (\d+))?(?= area )/, protocol: 'ospf', family: 4 },
  { words: /^ospfv3 (\d+) area /, protocol: 'ospfv3', family: 6 },
  { words: /^rip (?:(\d+) )?enable$/, protocol: 'rip', family: 4 },
  { words: /^ripng (\d+) enable$/, protocol: 'ripng', family: 6 },
];

/** The lines of the interface that join a process, there or not. */
export const igpLines = memoizeByObject((on: Interface): readonly IgpLine[] => {
  const found: IgpLine[] = [];
  for (const line of inForce(on.block.lines)) {
    // Of all lines of an interface hardly one does.
    if (!mayJoin.test(firstWordOf(line))) continue;
    const text = canonicalText(line);
    for (const { words, protocol, family } of joining) {
      const hit = words.exec(text);
      if (!hit) continue;
      found.push({ protocol, family, process: hit[1] ?? '1', line });
      break;
    }
  }
  return found;
});

const mayJoin = /^(?:isis|ospf|rip)/;

/** The interfaces whose lines join the process for a family; none of those that a `network` line takes in. */
export function interfacesJoining(device: Device, process: IgpProcess, family: Family): readonly Interface[] {
  return interfacesByProcess(device.interfaces).get(processKey(process.protocol, family, process.id));
}

const interfacesByProcess = mapIndex((on: Interface) =>
  igpLines(on).map(({ protocol, family, process }) => processKey(protocol, family, process)),
);

function processKey(protocol: Igp, family: Family, id: string): string {
  return `${protocol} ${family} ${id}`;
}

/** The protocols of a family that find neighbours: they run on a link of the device that is up, in this routing table. */
export function runningIgps(device: Device, family: Family, vpn: string): ReadonlySet<Igp> {
  const running = new Set<Igp>();
  for (const process of usableProcesses(device, family)) {
    if (process.vpn !== vpn) continue;
    const onLink = interfacesJoining(device, process, family).some((on) => !isLoopback(on) && isUp(device, on.key));
    if (onLink || process.networks.some((range) => mayHoldLink(device, range))) running.add(process.protocol);
  }
  return running;
}

/** Not so where the line names one address, which stands on a loopback. */
function mayHoldLink(device: Device, { base, wildcard }: NetworkRange): boolean {
  if (wildcard.bytes.some((byte) => byte !== 0)) return true;
  const owners = device.addresses.get(base.key) ?? [];
  return owners.length === 0 || owners.some((owner) => !isLoopback(owner.interface));
}

/** The interfaces that have an address of the family in a routing table, without loopbacks. */
export function linksOf({ interfaces }: Device, family: Family, vpn: string): readonly Interface[] {
  return linksByTable(interfaces)
    .get(`${vpn} ${family}`)
    .filter((on) => !isLoopback(on));
}

const linksByTable = mapIndex((on: Interface) => [
  ...new Set(
    on.addresses.filter(({ linkLocal }) => !linkLocal).map(({ prefix }) => `${vpnOf(on)} ${prefix.address.family}`),
  ),
]);

/** A link that joins a process which is not there, while others of the protocol are. */
export interface LinkWithoutProcess {
  readonly on: Interface;
  readonly joins: IgpLine;
}

/** Interfaces that a line puts into a routing process which the file does not have. */
export function linksWithoutProcess(device: Device, family: Family): readonly LinkWithoutProcess[] {
  const written = igpProcesses(device);
  const index = interfacesByProcess(device.interfaces);
  return [...index.keys()].flatMap((key) => {
    const [protocol, its, id] = key.split(' ') as [Igp, string, string];
    const others = written.filter((igpProcess) => igpProcess.protocol === protocol);
    if (Number(its) !== family || others.length === 0 || others.some((igpProcess) => igpProcess.id === id)) return [];
    return index
      .get(key)
      .filter((on) => !isLoopback(on) && isUp(device, on.key))
      .map((on) => ({
        on,
        joins: igpLines(on).find(
          (igpLine) => igpLine.protocol === protocol && igpLine.family === family && igpLine.process === id,
        )!,
      }));
  });
}

/** No interface joins the process and no `network` line opens it. */
export function isIdle(device: Device, process: IgpProcess): boolean {
  return (
    process.networks.length === 0 &&
    familiesOf[process.protocol].every((family) => interfacesJoining(device, process, family).length === 0)
  );
}

/** The protocols of a family that run on the interface, whatever state it is in. */
export function igpsOn(device: Device, on: Interface, family: Family): readonly Igp[] {
  const written = igpProcesses(device).filter((process) => familiesOf[process.protocol].includes(family));
  const byLine = igpLines(on).filter((igpLine) => igpLine.family === family);
  return [
    ...new Set([
      ...byLine.map((igpLine) => igpLine.protocol),
      ...written.filter((process) => runsOn(process, on, family)).map((process) => process.protocol),
    ]),
  ];
}

/** The protocols that announce the address of this interface to their neighbours. */
export function announcingIgps(device: Device, on: Interface, family: Family): ReadonlySet<Igp> {
  const announcing = new Set<Igp>();
  for (const process of usableProcesses(device, family)) {
    if (process.vpn === vpnOf(on) && (runsOn(process, on, family) || importsRoutes(process, 'direct', family)))
      announcing.add(process.protocol);
  }
  return announcing;
}

/** The process runs on the interface for a family. */
export function runsOn(process: IgpProcess, on: Interface, family: Family): boolean {
  if (
    igpLines(on).some(
      (igpLine) => igpLine.protocol === process.protocol && igpLine.family === family && igpLine.process === process.id,
    )
  )
    return true;
  return on.addresses.some(
    ({ prefix }) =>
      prefix.address.family === family && process.networks.some((range) => isInRange(prefix.address, range)),
  );
}

/**
 * Processes that carry routes of the family: an IS-IS process does so for IPv6 once a line says it. Of a protocol whose processes are
 * all left out of the file, those that interfaces join are taken to be there.
 */
function usableProcesses(device: Device, family: Family): readonly IgpProcess[] {
  const written = igpProcesses(device);
  const usable = written.filter(
    ({ protocol, ipv6 }) => familiesOf[protocol].includes(family) && (protocol !== 'isis' || family === 4 || ipv6),
  );
  return [...usable, ...leftOut(device, family, written)];
}

function leftOut(device: Device, family: Family, written: readonly IgpProcess[]): IgpProcess[] {
  const index = interfacesByProcess(device.interfaces);
  return [...index.keys()].flatMap((key) => {
    const [protocol, its, id] = key.split(' ') as [Igp, string, string];
    const [first] = index.get(key);
    if (!first || Number(its) !== family || written.some((igpProcess) => igpProcess.protocol === protocol)) return [];
    const joined = igpLines(first).find((igpLine) => igpLine.protocol === protocol && igpLine.process === id)!;
    return [{ protocol, id, vpn: vpnOf(first), head: joined.line, heads: [], lines: [], networks: [] }];
  });
}
