// The ports of a device: what a cable goes into, sub-interfaces and logical interfaces left out.
import type { Device } from './device';

/** Type and number of a port: `GigabitEthernet0/6/1`, `100GE0/1/0`. */
const portName = /^(?!eth-trunk)(?:\d+GE|\w*Ethernet)[\d/]*\/\d+/i;

/** The names of the ports, as the file spells them, in its order; one of which only sub-interfaces stand there counts too. */
export function portNames({ interfaces }: Device): string[] {
  const names = new Map<string, string>();
  for (const { name, mainKey } of interfaces.values()) {
    const port = portName.exec(name)?.[0];
    if (port !== undefined && !names.has(mainKey)) names.set(mainKey, port);
  }
  return [...names.values()];
}
