// What a file says of one member of a virtual router: its timers, its address, whether it owns the virtual one; and why two
// members would not hear each other.
import { isInside, isLinkLocal } from '../../model/address';
import type { Device, Group, VirtualIp } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { mainInterfaceKey } from '../../model/names';
import { shareSubnet } from '../../model/pairing/similarity';
import type { Pair } from '../../model/pairing/pair';
import type { Evidence } from './rehearsal';
import { evidence } from './evidence';
import { advertiseSeconds, type Version } from './timers';
import type { Settings } from './virtual-router';

export function settingsOf(device: Device, group: Group): Settings {
  const lines = device.interfaces.get(group.interfaceKey)?.block.lines ?? [];
  return {
    version: versionOf(device, group),
    interval: advertiseSeconds(group),
    multiplier: group.holdMultiplier?.value ?? 3,
    delay: group.delay?.value ?? 0,
    preempt: !group.preemptDisabled,
    recoverDelay: recoverDelay(device, group)?.seconds ?? 0,
    owner: isOwner(device, group),
    ignoreIfDown: group.admin?.ignoreIfDown ?? false,
    watchesPeer: group.tracks.some((track) => track.object.kind === 'bfd-session' && track.object.role === 'peer'),
    address: senderOf(device, group, lines),
    learns: learningOff(device) === undefined,
  };
}

export function versionOf(device: Device, group: Group): Version {
  const line = lastLine(device.system.get('vrrp.version'));
  return group.family === 6 || (line && !line.match?.undo && /\bv3$/i.test(line.text.trim())) ? 3 : 2;
}

/** The line on the interface wins over the one in the system view, which holds for VRRP groups. */
export function recoverDelay(
  device: Device,
  group: Group,
): { readonly line: MatchedLine; readonly seconds: number } | undefined {
  const id = group.family === 6 ? 'vrrp6.recoverDelay' : 'vrrp.recoverDelay';
  const own = device.interfaces.get(group.interfaceKey)?.block.lines.filter((line) => line.match?.command === id);
  const line = lastLine(own) ?? (group.family === 4 ? lastLine(device.system.get(id)) : undefined);
  const seconds = Number(/\d+$/.exec(line?.text.trim() ?? '')?.[0] ?? NaN);
  return line && !line.match?.undo && seconds > 0 ? { line, seconds } : undefined;
}

export function learningOff(device: Device): MatchedLine | undefined {
  const line = lastLine(device.system.get('vrrp.learning'));
  return line && (line.match?.undo || /\bdisable$/i.test(line.text.trim())) ? line : undefined;
}

function lastLine(lines: readonly MatchedLine[] | undefined): MatchedLine | undefined {
  return lines?.[lines.length - 1];
}

export function isOwner(device: Device, group: Group): boolean {
  const own = device.interfaces.get(group.interfaceKey)?.addresses ?? [];
  return group.virtualIps.some((ip) => own.some((one) => one.prefix.address.key === ip.address.key));
}

/** VRRP speaks from the interface's first address, VRRP6 from its link-local one, which is often in no file. */
function senderOf(device: Device, group: Group, lines: readonly MatchedLine[]): readonly number[] | undefined {
  const own = (device.interfaces.get(group.interfaceKey)?.addresses ?? []).filter(
    (one) => one.prefix.address.family === group.family,
  );
  const first =
    group.family === 6
      ? own.find((one) => isLinkLocal(one.prefix.address))
      : (own.find((one) => !/\bsub$/i.test(one.line.text.trim())) ?? own[0]);
  return lines.length > 0 ? first?.prefix.address.bytes : undefined;
}

/** True where the two are one virtual router on the wire; different VRIDs never are. */
export function sameRouter(a: Group, b: Group): boolean {
  return a.vrid === b.vrid && a.family === b.family;
}

/** Both say addresses, and no subnet is common: the hosts of one are strangers to the other. */
export function subnetsDiffer(pair: Pair, a: Group, b: Group): boolean {
  const said = (device: Device, group: Group) =>
    (device.interfaces.get(group.interfaceKey)?.addresses ?? []).some(
      (one) => one.prefix.address.family === group.family && !one.linkLocal && !isLinkLocal(one.prefix.address),
    );
  return said(pair.a, a) && said(pair.b, b) && !shareSubnet(pair.a, a, pair.b, b);
}

/** Virtual addresses that hosts use and that the other device would not answer for. */
export function unanswered(from: Group, to: Group): VirtualIp[] {
  return from.virtualIps.filter((ip) => !to.virtualIps.some((one) => one.address.key === ip.address.key));
}

/**
 * Virtual addresses in no subnet of the interface, where the file says its addresses
 * (docs/decisions/virtual-ip-outside-subnet.md).
 */
export function outsideSubnet(device: Device, group: Group): VirtualIp[] {
  const one = device.interfaces.get(group.interfaceKey);
  const own = (one?.addresses ?? []).filter(
    (address) => address.prefix.address.family === group.family && !isLinkLocal(address.prefix.address),
  );
  if (
    !one ||
    own.length === 0 ||
    (one.ipv6Addressed && group.family === 6) ||
    device.firewall ||
    one.key.startsWith('loopback')
  )
    return [];
  return group.virtualIps.filter(
    (ip) => !ip.linkLocal && !isLinkLocal(ip.address) && !own.some((address) => isInside(ip.address, address.prefix)),
  );
}

/**
 * The `shutdown` that keeps the group's interface down, its own or that of the main interface below it
 * (docs/decisions/interface-down.md).
 */
export function shutDown(device: Device, group: Group, text: string): Evidence[] {
  const keys = new Set([group.interfaceKey, mainInterfaceKey(group.interfaceKey)]);
  const found = [...keys].map((key) => device.interfaces.get(key)?.shutdown).find((one) => one !== undefined);
  return found ? [evidence(found, text, 'RFC 9568 6.4.1', 'vrrp-interface-shut-down')] : [];
}
