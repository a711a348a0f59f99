// Whether an interface is up as its file stands. Only a written `shutdown` takes it down (docs/decisions/interface-down.md); a
// missing `undo shutdown` says nothing.
import { memoizeByObject } from '../text/memoize';
import type { Device, Interface } from './device';
import { mapIndex } from './incremental/index-view';
import { mainInterfaceKey } from './names';
import type { Place } from './place';
import { canonicalText, firstWordOf } from './lines/canonical-text';

/** The line that keeps an interface down. */
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
  const down = trunkPorts(device, main).map((port) => written(device, port.key));
  return down.length > 0 && down.every((shutdown) => shutdown !== undefined) ? down[0] : undefined;
}

function written(device: Device, key: string): Shutdown | undefined {
  const on = device.interfaces.get(key);
  return on?.shutdown && { at: on.shutdown, on };
}

/** False where a `shutdown` or one of these failures keeps the interface down: its own, its main interface's, or all its ports'. */
export function isUp(device: Device, key: string, failed: ReadonlySet<string> = none): boolean {
  const main = mainInterfaceKey(key);
  if (failed.has(key) || failed.has(main) || written(device, key) || written(device, main)) return false;
  const ports = trunkPorts(device, main);
  return ports.length === 0 || ports.some((port) => !failed.has(port.key) && !written(device, port.key));
}

const none: ReadonlySet<string> = new Set();

const shutInterfaces = mapIndex((on: Interface) => (on.shutdown ? ['shut'] : []));

/** The interfaces that a `shutdown` of the file keeps down, each once. By index: those that are up are not looked at. */
export function downInterfaces(device: Device): readonly Interface[] {
  const near = shutInterfaces(device.interfaces)
    .get('shut')
    .flatMap((on) => [on, ...interfacesOfPort(device, on.key), ...interfacesOfPort(device, trunkOf(on) ?? on.key)]);
  return [...new Set(near)].filter((on) => shutdownOf(device, on.key) !== undefined);
}

const interfacesByPort = mapIndex((on: Interface) => [on.mainKey]);

/** A port and its sub-interfaces, by the key of the port. */
export function interfacesOfPort({ interfaces }: Device, mainKey: string): readonly Interface[] {
  return interfacesByPort(interfaces).get(mainKey);
}

/** Key of the Eth-Trunk that an interface is a port of. */
export function trunkOf(port: Interface): string | undefined {
  return trunkKeyOf(port) || undefined;
}

/** Empty for an interface that is in no trunk. */
const trunkKeyOf = memoizeByObject((port: Interface): string => {
  for (const line of port.block.lines) {
    const id = firstWordOf(line) === 'eth-trunk' ? /^eth-trunk (\d+)/.exec(canonicalText(line))?.[1] : undefined;
    if (id !== undefined) return `eth-trunk${id}`;
  }
  return '';
});

const portsByTrunk = mapIndex((port: Interface) => {
  const trunk = trunkOf(port);
  return trunk === undefined ? [] : [trunk];
});

/** The ports that make up an Eth-Trunk, by its key; none where the file says of none. */
export function trunkPorts({ interfaces }: Device, trunk: string): readonly Interface[] {
  return portsByTrunk(interfaces).get(trunk);
}

const subInterfaces = mapIndex((port: Interface) => (port.key === port.mainKey ? [] : [port.mainKey]));

/** Whether a sub-interface of this main interface has a section. */
export function hasSubInterface({ interfaces }: Device, key: string): boolean {
  return subInterfaces(interfaces).has(key);
}

/**
 * The keys of all interfaces that may be up in one of the two devices and down in the other because this interface, which an edit
 * changed, is another one: itself, and where it was shut, started or moved to another trunk, what is up with it alone.
 */
export function keysUpWith(before: Device, after: Device, key: string): readonly string[] {
  const [old, now] = [before.interfaces.get(key), after.interfaces.get(key)];
  if (old && now && !old.shutdown === !now.shutdown && trunkOf(old) === trunkOf(now)) return [key];
  const carried = [before, after].flatMap((device) => {
    const on = device.interfaces.get(key);
    const trunk = on && trunkOf(on);
    return [key, ...(trunk === undefined ? [] : [trunk])].flatMap((port) => interfacesOfPort(device, port));
  });
  return [...new Set([key, ...carried.map((on) => on.key)])];
}

const trunks = mapIndex((port: Interface) => (/^eth-trunk\d+$/.test(port.key) ? ['trunk'] : []));

/** The Eth-Trunks that have a section. */
export function ethTrunks({ interfaces }: Device): readonly Interface[] {
  return trunks(interfaces).get('trunk');
}

/** Whether the file gives the trunk a member port: by a line of the port, or by `trunkport` lines of its own. */
export function hasMember({ interfaces }: Device, trunk: Interface): boolean {
  return portsByTrunk(interfaces).has(trunk.key) || trunk.block.lines.some((line) => /^trunkport\b/i.test(line.text));
}

/** The lines by which ports join trunks that have no section. */
export function straysOf(device: Device): readonly Place[] {
  const missing = [...portsByTrunk(device.interfaces).keys()].filter((key) => !device.interfaces.has(key));
  return missing.flatMap((key) =>
    trunkPorts(device, key).flatMap((port) =>
      port.block.lines.filter((line) => /^eth-trunk \d+/.test(canonicalText(line))),
    ),
  );
}
