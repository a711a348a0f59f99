// A host on each LAN of a lab, to ask its gateway: an address of the subnet that no line of the two files takes.
import { isLinkLocal, isInside, spelled, type Family, type Prefix } from '../../model/address';
import type { Pair, Side } from '../../model/pairing/pair';
import { sides } from '../simulation/names';
import type { LabPort } from './ports';

/** A host on a LAN of the lab, which pings its gateway. */
export interface LabHost {
  readonly lan: number;
  readonly family: Family;
  /** `10.1.1.254/24` */
  readonly address: string;
}

/** One host for each LAN and IP version, with an address that no device has. */
export function hostsOf(pair: Pair, ports: readonly LabPort[]): LabHost[] {
  const taken = new Set(sides.flatMap((side) => addressesOf(pair, side)));
  const hosts: LabHost[] = [];
  for (const port of ports) {
    const { lan } = port;
    if (lan === undefined) continue;
    for (const prefix of prefixesOf(pair, port)) {
      const { family } = prefix.address;
      if (hosts.some((host) => host.lan === lan && host.family === family)) continue;
      const address = freeAddress(prefix, taken);
      if (address !== undefined) hosts.push({ lan, family, address: `${address}/${prefix.length}` });
    }
  }
  return hosts;
}

function addressesOf(pair: Pair, side: Side): string[] {
  const { addresses, groups } = pair[side];
  return [...addresses.keys(), ...groups.flatMap((group) => group.virtualIps.map((ip) => ip.address.key))];
}

function prefixesOf(pair: Pair, { side, key }: LabPort): Prefix[] {
  const addresses = pair[side].interfaces.get(key)?.addresses ?? [];
  return addresses.map(({ prefix }) => prefix).filter(({ address }) => !isLinkLocal(address));
}

/** The highest free one below the last 65,536th of the subnet, less the last, which is broadcast. */
function freeAddress(prefix: Prefix, taken: ReadonlySet<string>): string | undefined {
  const { bytes, family } = prefix.address;
  const hostBits = Math.min(bytes.length * 8 - prefix.length, 16);
  const network = bytes.map((byte, index) => byte & networkMask(prefix.length, index));
  for (let host = (1 << hostBits) - 2; host > 0 && host > (1 << hostBits) - 258; host--) {
    const candidate = network.map((byte, index) => byte | hostByte(host, bytes.length - 1 - index));
    const address = { family, bytes: candidate, key: '' };
    const text = spelled(candidate).toLowerCase();
    if (isInside(address, prefix) && !taken.has(text)) return text;
  }
  return undefined;
}

function networkMask(length: number, index: number): number {
  const bits = Math.max(0, Math.min(8, length - index * 8));
  return (0xff << (8 - bits)) & 0xff;
}

/** `place` counts from the last byte. */
function hostByte(host: number, place: number): number {
  return place < 2 ? (host >> (8 * place)) & 0xff : 0;
}
