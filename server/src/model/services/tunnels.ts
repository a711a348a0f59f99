// L2TP tunnels that are backed up: the loopbacks they start from, and the number from which a device counts them.
import { l2tp, rbs } from '../../catalogue/index';
import type { Block, Device, Rbs } from '../device';
import { valueOf } from '../lines/canonical-text';
import { inForce, type MatchedLine } from '../lines/matched-line';
import { interfaceKey } from '../names';

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
  const blocks = [
    ...[...device.services.values()].map(({ block }) => block),
    ...(device.views.get('l2tp-group') ?? []),
  ];
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
  return (device.views.get('l2tp-group') ?? []).flatMap((group) =>
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

export function tunnelBase(line: MatchedLine): string {
  return valueOf(line, 'base-id')?.text ?? line.text.trim().split(/\s+/).at(-1)!;
}

/** Sets a number that is not the one of the other device. */
export function tunnelBaseTextBeside(base: string): string {
  return `set l2tp tunnel base-id ${base === l2tp.baseId.default ? 16384 : l2tp.baseId.default}`;
}
