// What a device calls itself in routing protocols. It is unique in a network, and a peer that was made of a copy keeps it
// (docs/decisions/copied-identity.md).
import { address } from '../address';
import type { Block, Device } from '../device';
import { canonicalText, valueOf, wordsAt } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import type { Place } from '../place';
import { interfacesJoining } from './igp-interfaces';
import { igpNames, igpProcesses, type IgpProcess } from './igp-processes';
import { publicNetwork } from './vpn';

/** The router ID of one process. */
export interface RouterId {
  /** `OSPF 1`, `BGP 65001` */
  readonly name: string;
  /** Processes with one scope must have different ones: the protocol and the VPN, for BGP the AS too. */
  readonly scope: string;
  readonly id: string;
  readonly at: Place;
}

/** The router IDs that the file says; what a device would choose by itself is left out. */
export function routerIds(device: Device): readonly RouterId[] {
  const ofDevice = (device.system.get('staticRoute.routerId') ?? []).findLast(
    (line) => !line.match?.undo && !canonicalText(line).includes(' vpn-instance '),
  );
  return [
    ...igpProcesses(device).flatMap((process) => igpId(process, ofDevice)),
    ...(device.views.get('bgp') ?? []).flatMap((block) => bgpIds(block, ofDevice)),
  ];
}

function igpId(process: IgpProcess, ofDevice: MatchedLine | undefined): RouterId[] {
  const { protocol, id, vpn, heads, lines } = process;
  if (protocol !== 'ospf' && protocol !== 'ospfv3') return [];
  const own = [...heads, ...lines].findLast((line) => /(?:^| )router-id /.test(canonicalText(line)));
  // Only OSPF of the public network takes the ID of the device.
  const line = own ?? (protocol === 'ospf' && vpn === publicNetwork ? ofDevice : undefined);
  return line ? read(line, `${igpNames[protocol]} ${id}`, `${protocol} ${vpn}`) : [];
}

function bgpIds(block: Block, ofDevice: MatchedLine | undefined): RouterId[] {
  const as = /^bgp (\S+)/.exec(canonicalText(block.heads[0]!))?.[1] ?? '';
  const idIn = (lines: readonly MatchedLine[]) =>
    inForce(lines).findLast((line) => canonicalText(line).startsWith('router-id '));
  const own = idIn(block.lines) ?? ofDevice;
  const families = block.lines.flatMap((family) => {
    const vpn = /^ipv[46]-family vpn-instance (\S+)/.exec(canonicalText(family))?.[1];
    const line = vpn === undefined ? undefined : idIn(family.lines);
    return line ? read(line, `BGP ${as} in ${vpn}`, `bgp ${as} ${vpn}`) : [];
  });
  return [...(own ? read(own, `BGP ${as}`, `bgp ${as} `) : []), ...families];
}

function read(line: MatchedLine, name: string, scope: string): RouterId[] {
  const value = valueOf(line, 'router-id') ?? {
    text: line.text.trim().split(/\s+/).at(-1)!,
    at: wordsAt(line, Infinity),
  };
  const id = address(value.text)?.key;
  return id === undefined ? [] : [{ name, scope, id, at: value.at }];
}

/** An IS-IS process with what tells whether it meets another one. */
export interface IsisIdentity {
  readonly process: IgpProcess;
  readonly area: string;
  /** The six bytes that name the router, as they are written. */
  readonly systemId: string;
  readonly at: Place;
  /** It has neighbours at level 2, of whatever area. */
  readonly hasLevel2: boolean;
  /** An interface runs it. */
  readonly runs: boolean;
}

/** Area, system ID, and the last byte, which is 00 for a router. */
const networkEntity = /^network-entity (\S+)\.([\da-f]{4}\.[\da-f]{4}\.[\da-f]{4})\.[\da-f]{2}$/;

/** The system IDs that the network entities of a process name, in file order. */
export function systemIdsOf(process: IgpProcess): readonly { readonly systemId: string; readonly at: Place }[] {
  if (process.protocol !== 'isis') return [];
  return process.lines.flatMap((line) => {
    const systemId = networkEntity.exec(canonicalText(line))?.[2];
    return systemId === undefined ? [] : [{ systemId, at: wordsAt(line, 1) }];
  });
}

/** Who each IS-IS process of the device says it is. */
export function isisIdentities(device: Device): readonly IsisIdentity[] {
  return igpProcesses(device).flatMap((process) => {
    const lines = process.protocol === 'isis' ? process.lines : [];
    const line = lines.findLast((line) => networkEntity.test(canonicalText(line)));
    const parts = line && networkEntity.exec(canonicalText(line));
    if (!line || !parts) return [];
    const level = lines.map(canonicalText).findLast((text) => text.startsWith('is-level '));
    return [
      {
        process,
        area: parts[1]!,
        systemId: parts[2]!,
        at: wordsAt(line, 1),
        hasLevel2: level !== 'is-level level-1',
        runs: ([4, 6] as const).some((family) => interfacesJoining(device, process, family).length > 0),
      },
    ];
  });
}

/** True where both find each other as neighbours, over links or across the network. */
export function meet(left: IsisIdentity, right: IsisIdentity): boolean {
  if (!left.runs || !right.runs || left.process.vpn !== right.process.vpn) return false;
  return left.area === right.area || (left.hasLevel2 && right.hasLevel2);
}
