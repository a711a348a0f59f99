// Whether an interface is up as its file stands. Only a written `shutdown` takes it down (docs/decisions/interface-down.md); a missing `undo shutdown`
// says nothing.
import { memoizeByObject } from '../text/memoize';
import { push } from '../text/collections';
import type { Device, Interface } from './device';
import { mainInterfaceKey } from './names';
import type { Place } from './place';
import { canonicalText } from './lines/canonical-text';

export interface Shutdown {
  /** The `shutdown` line. */
  readonly at: Place;
  /** The interface that has it. */
  readonly on: Interface;
}

/**
 * The `shutdown` that keeps an interface down: its own, that of the main interface below a sub-interface, or, where every port of
 * an Eth-Trunk has one, that of its first port.
 */
export function shutdownOf(device: Device, key: string): Shutdown | undefined {
  const main = mainInterfaceKey(key);
  const own = written(device, key) ?? (main === key ? undefined : written(device, main));
  if (own) return own;
  const ports = trunkPorts(device).get(main) ?? [];
  const down = ports.map((port) => written(device, port));
  return down.length > 0 && down.every((one) => one !== undefined) ? down[0] : undefined;
}

function written(device: Device, key: string): Shutdown | undefined {
  const on = device.interfaces.get(key);
  return on?.shutdown && { at: on.shutdown, on };
}

/** False where a `shutdown` or one of these failures keeps the interface down: its own, its main interface's, or all its ports'. */
export function isUp(device: Device, key: string, failed: ReadonlySet<string> = none): boolean {
  const main = mainInterfaceKey(key);
  if (failed.has(key) || failed.has(main) || written(device, key) || written(device, main)) return false;
  const ports = trunkPorts(device).get(main);
  return !ports || ports.some((port) => !failed.has(port) && !written(device, port));
}

const none: ReadonlySet<string> = new Set();

/** Ports that make up an Eth-Trunk, by the trunk's key. */
export const trunkPorts = memoizeByObject((device: Device): ReadonlyMap<string, readonly string[]> => {
  const ports = new Map<string, string[]>();
  for (const one of device.interfaces.values()) {
    const trunk = one.block.lines
      .map((line) => /^eth-trunk (\d+)/.exec(canonicalText(line))?.[1])
      .find((id) => id !== undefined);
    if (trunk) push(ports, `eth-trunk${trunk}`, one.key);
  }
  return ports;
});
