// The way of packets that still come back to the device whose users have moved: the `protect` lines of a backup service, each with
// the address of the other device that it leads to.
import { rbs } from '../../catalogue/index';
import { memoizeByObject } from '../../text/memoize';
import { isInside, spelled, type Address, type Family } from '../address';
import type { Device, Interface, Rbs } from '../device';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { interfaceKey } from '../names';
import type { Fact } from '../place';
import { addressOf, text } from '../read/line-values';
import { localAddressesOn } from '../vrrp/addresses';
import { interfacesToward, isLoopback } from '../routing/connected';
import { publicNetwork, vpnOf } from '../routing/vpn';
import { vpnNameOn } from '../routing/vpn-counterparts';

/** What protects the traffic of an RBS between the devices: a tunnel or a next hop. */
export interface Protection {
  readonly line: MatchedLine;
  /** A next hop on a link, the end of a tunnel, or the end of an SRv6 policy, which may be in no interface. */
  readonly kind: 'link' | 'tunnel' | 'policy';
  /** What it leads to, an address of the other device. */
  readonly target: Fact<Address>;
  /** The interface of the link that the line names. */
  readonly interfaceKey?: string;
  /** The VPN instance that the line names, in small letters. */
  readonly vpn?: string;
}

const kinds: ReadonlyMap<string | undefined, Protection['kind']> = new Map([
  [rbs.protectRedirect.id, 'link'],
  [rbs.protectLsp.id, 'tunnel'],
  [rbs.protectTunnelPolicy.id, 'tunnel'],
  [rbs.protectVpn.id, 'tunnel'],
  [rbs.protectSrv6.id, 'policy'],
]);

/** The protection lines of an RBS; worked out once for each of its states. */
export const protectionsOf = memoizeByObject(({ block }: Rbs): readonly Protection[] =>
  inForce([...block.lines]).flatMap((line) => {
    const kind = kinds.get(line.match?.command);
    const target = addressOf(line, 'ip-address') ?? addressOf(line, 'ipv6-address');
    if (!kind || !target || line.match?.undo) return [];
    const on = text(line, 'interface');
    return [
      {
        line,
        kind,
        target,
        interfaceKey: on && interfaceKey(on.value),
        vpn: text(line, 'vpn-instance-name')?.value.toLowerCase(),
      },
    ];
  }),
);

/** Every `protect` line of the service, understood or not. */
export const protectLines = memoizeByObject(({ block }: Rbs): readonly MatchedLine[] =>
  inForce([...block.lines]).filter((line) => !line.match?.undo && /^\s*protect\s/i.test(line.text)),
);

/**
 * Whether the line serves users of this network (`vpn` in small letters, empty for the public one): a next hop and the tunnels of a policy
 * serve the public network, `ip-vpn-instance` one VPN, an LSP or an SRv6 policy all of them and IPv6 too. Undefined: no source tells.
 */
export function serves(line: MatchedLine, family: Family, vpn: string): boolean | undefined {
  const command = line.match?.command;
  if (command === rbs.protectLsp.id || command === rbs.protectSrv6.id) return true;
  if (family === 6) return undefined;
  if (command === rbs.protectRedirect.id || command === rbs.protectTunnelPolicy.id) return vpn === '';
  if (command === rbs.protectVpn.id) return text(line, 'vpn-instance-name')?.value.toLowerCase() === vpn;
  return undefined;
}

/** The interface of this device, in the routing table of the line, that has the address which the line leads to. */
export function localOwner(device: Device, protection: Protection): Interface | undefined {
  return ownerOn(device, device, protection);
}

/** The interface of the other device that has it. */
export function peerOwner(device: Device, peer: Device, protection: Protection): Interface | undefined {
  return ownerOn(peer, device, protection);
}

function ownerOn(having: Device, device: Device, protection: Protection): Interface | undefined {
  const vpn = tableOn(having, device, protection);
  return having.addresses.get(protection.target.value.key)?.find((owner) => vpnOf(owner.interface) === vpn)?.interface;
}

/** The routing table of the line, as the device `having` calls it. */
function tableOn(having: Device, device: Device, protection: Protection): string {
  return vpnNameOn(having, device, routingTable(device, protection));
}

/** A next hop lies in the routing table of its link, whatever that is called on the other device. */
function routingTable(device: Device, { vpn, kind, interfaceKey: key = '' }: Protection): string {
  if (vpn !== undefined) return vpn;
  const on = kind === 'link' ? device.interfaces.get(key) : undefined;
  return on ? vpnOf(on) : publicNetwork;
}

/** The address of the other device that the line should lead to, as written: where the two files leave one only. */
export function wantedTarget(device: Device, peer: Device, protection: Protection): string | undefined {
  const found = protection.kind === 'link' ? onLink(device, peer, protection) : onLoopbacks(device, peer, protection);
  return found.length === 1 ? spelled(found[0]!.bytes) : undefined;
}

/** The addresses of the other device in the networks of the link. */
function onLink(device: Device, peer: Device, protection: Protection): readonly Address[] {
  const link = device.interfaces.get(protection.interfaceKey ?? '');
  const vpn = tableOn(peer, device, protection);
  const found = localAddressesOn(link, 4).flatMap(({ prefix: net }) =>
    interfacesToward(peer, vpn, net.address)
      .flatMap((on) => localAddressesOn(on, 4))
      .filter(({ prefix }) => isInside(prefix.address, net))
      .map(({ prefix }) => prefix.address),
  );
  return found.filter(({ key }) => !device.addresses.has(key));
}

/** The addresses that only the other device has on its loopbacks: of those, on the one that is called like the own one, if it is. */
function onLoopbacks(device: Device, peer: Device, protection: Protection): readonly Address[] {
  const twin = peer.interfaces.get(localOwner(device, protection)?.key ?? '');
  const own = addressesOf(device, twin, protection);
  return own.length > 0
    ? own
    : loopbacksOf(device, peer, protection).flatMap((on) => addressesOf(device, on, protection));
}

function addressesOf(device: Device, on: Interface | undefined, { target }: Protection): readonly Address[] {
  const all = localAddressesOn(on, target.value.family).map(({ prefix }) => prefix.address);
  return all.filter(({ key }) => !device.addresses.has(key));
}

/** The loopbacks with an address in the routing table of the line. */
export function loopbacksOf(device: Device, peer: Device, protection: Protection): readonly Interface[] {
  const vpn = tableOn(peer, device, protection);
  const { family } = protection.target.value;
  return [...peer.interfaces.values()].filter(
    (on) => isLoopback(on) && vpnOf(on) === vpn && localAddressesOn(on, family).length > 0,
  );
}
