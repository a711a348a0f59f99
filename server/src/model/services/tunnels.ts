// L2TP tunnels that are backed up: the loopbacks they start from, and the number from which a device counts them.
import { l2tp, rbs } from '../../catalogue/index';
import type { Block, Device, Interface, Rbs } from '../device';
import { canonicalText, valueOf } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { interfaceKey } from '../names';
import { other, type Pair, type Side } from '../pairing/pair';
import type { Place } from '../place';
import { announcingIgps } from '../routing/igp-interfaces';
import { runsBgp, type Igp } from '../routing/igp-processes';
import { localAddressesOn } from '../vrrp/addresses';

/** A profile of the device backs up L2TP. */
export function backsUpTunnels({ profiles }: Device): boolean {
  return [...profiles.values()].some(({ services }) => services.some(({ value }) => value.toLowerCase() === 'l2tp'));
}

/** A line that names the loopback from which tunnels start. */
export function namesTunnelLoopback({ match }: MatchedLine): boolean {
  return (
    match !== undefined && !match.undo && (match.command === l2tp.source.id || match.command === rbs.l2tpTunnel.id)
  );
}

/** Keys of the loopbacks that L2TP groups and backup services name. */
export function tunnelLoopbacks(device: Device): ReadonlySet<string> {
  const blocks = [...[...device.services.values()].map(({ block }) => block), ...tunnelGroups(device)];
  const named = blocks.flatMap(({ lines }) => inForce([...lines]).filter(namesTunnelLoopback));
  return new Set(named.map((line) => interfaceKey(valueOf(line, 'interface')?.text ?? '')));
}

/** The loopback from which the tunnels of a backup service start: it moves with the role. */
export function movedLoopback({ block }: Rbs): { readonly line: MatchedLine; readonly number: string } | undefined {
  const line = inForce([...block.lines]).find(
    ({ match }) => match?.command === rbs.l2tpTunnel.id && !match.undo && match.complete,
  );
  const number = line && loopbackOf(line);
  return line && number !== undefined ? { line, number } : undefined;
}

/** The lines of L2TP groups that start their tunnels from this loopback. */
export function tunnelStarts(
  device: Device,
  loopback: string,
): readonly { readonly group: Block; readonly line: MatchedLine }[] {
  return tunnelGroups(device).flatMap((group) =>
    inForce([...group.lines])
      .filter(({ match }) => match?.command === l2tp.source.id && !match.undo)
      .filter((line) => loopbackOf(line) === loopback)
      .map((line) => ({ group, line })),
  );
}

/** `1` of `LoopBack1` or `loopback 1`. */
function loopbackOf(line: MatchedLine): string | undefined {
  const key = interfaceKey(valueOf(line, 'interface')?.text ?? '');
  return key.startsWith('loopback') ? key.slice('loopback'.length) : undefined;
}

/** The line that says from which number the device counts its tunnels. */
export function tunnelBaseLine({ system }: Device): MatchedLine | undefined {
  return (system.get(l2tp.baseId.id) ?? []).findLast((line) => !line.match?.undo && line.match?.complete);
}

/** The number of that line, as it is written. */
export function tunnelBase(line: MatchedLine): string {
  return valueOf(line, 'base-id')?.text ?? line.text.trim().split(/\s+/).at(-1)!;
}

/** Sets a number that is not the one of the other device. */
export function tunnelBaseTextBeside(base: string): string {
  return `set l2tp tunnel base-id ${base === l2tp.baseId.default ? 16384 : l2tp.baseId.default}`;
}

/** The groups of L2TP by which the device starts tunnels. */
export function tunnelGroups({ views }: Device): readonly Block[] {
  return views.get('l2tp-group') ?? [];
}

/** What keeps the tunnels of one device from going over to the other one with their users. */
export type TunnelFault =
  /** No line of the backup service says that the loopback moves. */
  | { readonly kind: 'not-named'; readonly service: Rbs }
  /** No group of tunnels starts from the loopback with `rui`; `start` is one that does without. */
  | { readonly kind: 'without-rui'; readonly line: MatchedLine; readonly number: string; readonly start?: MatchedLine }
  /** The loopback is not in this file; the other device has it. */
  | { readonly kind: 'without-loopback'; readonly line: MatchedLine; readonly number: string }
  /** On this device a routing protocol announces the loopback, on the other one none does. */
  | { readonly kind: 'unannounced'; readonly at: Place; readonly number: string; readonly igps: readonly Igp[] }
  /** The other device does not have the address from which the tunnels start. */
  | { readonly kind: 'without-twin'; readonly line: MatchedLine; readonly number: string; readonly address: string };

/** The first thing that keeps the tunnels of this device from moving; undefined where nothing in the files does. */
export function tunnelFault(pair: Pair, side: Side, service: Rbs): TunnelFault | undefined {
  const [device, peer] = [pair[side], pair[other(side)]];
  // Where neither file holds a group of tunnels, they are in parts that are not there.
  const isExcerpt = tunnelGroups(device).length + tunnelGroups(peer).length === 0;
  const moved = movedLoopback(service);
  if (!moved) return !isExcerpt && startsTunnels(device) ? { kind: 'not-named', service } : undefined;
  const { line, number } = moved;
  const starts = tunnelStarts(device, number).map((start) => start.line);
  if (!isExcerpt && !starts.some((start) => canonicalText(start).endsWith(' rui')))
    return { kind: 'without-rui', line, number, start: starts[0] };
  const loopback = device.interfaces.get(`loopback${number}`);
  if (!loopback && peer.interfaces.has(`loopback${number}`)) return { kind: 'without-loopback', line, number };
  const [own] = localAddressesOn(loopback, 4);
  if (!loopback || !own) return undefined;
  if (!peer.addresses.has(own.prefix.address.key))
    return { kind: 'without-twin', line, number, address: own.prefix.address.key };
  const twin = peer.interfaces.get(loopback.key);
  const igps = twin ? announcedAlone(device, loopback, peer, twin) : [];
  return twin && igps.length > 0 ? { kind: 'unannounced', at: twin.at, number, igps } : undefined;
}

/** The protocols that announce the interface, where none announces the one of the other device. */
function announcedAlone(device: Device, on: Interface, peer: Device, twin: Interface): readonly Igp[] {
  if (runsBgp(peer, 4) || announcingIgps(peer, twin, 4).size > 0) return [];
  return [...announcingIgps(device, on, 4)];
}

/** It is a LAC: a group of its own says to which LNS tunnels lead. */
function startsTunnels(device: Device): boolean {
  return tunnelGroups(device).some(({ lines }) =>
    inForce([...lines]).some((line) => !line.match?.undo && canonicalText(line).startsWith('start l2tp ')),
  );
}
