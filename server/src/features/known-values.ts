// Values the two files already know for an argument: the own addresses and the peer's for a backup channel, the peer's number
// where both must be equal, the next free one, the figure of the service for a preempt delay. First what the peer says.
import { rbp, rbs, vrrp, vrrp6 } from '../catalogue/index';
import { roleValues } from '../compare/role-values';
import { prefixKey } from '../model/address';
import type { Device, Group, Interface } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { interfaceKey, nameKey } from '../model/names';
import { other, type Pair } from '../model/pairing/pair';
import { localAddressesOn } from '../model/vrrp/addresses';
import { defaultPriority, writtenPriority } from '../model/vrrp/priority';
import { intendedMaster } from '../model/vrrp/roles';
import { freeBackupId } from '../rules/shared/backup-services';
import type { Snapshot } from '../workspace/workspace';

/** Values and a few words for each, in the order in which they are offered. `head` is the line that opened the view. */
export function knownValues(
  snapshot: Snapshot,
  command: string,
  argument: string,
  head: MatchedLine | undefined,
  typed: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  const offer = (value: string | number | undefined, note: string) => {
    if (value !== undefined && !found.has(String(value))) found.set(String(value), note);
  };
  const name = head?.match?.values[0]?.text ?? '';
  const family = command === rbs.peer6.id || command.startsWith('vrrp6.') ? 6 : 4;
  const asked: Asked = { snapshot, device: snapshot.device, argument, name, family, typed, offer };
  offersByCommand.get(command)?.(asked);
  return found;
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly device: Device;
  readonly argument: string;
  /** Of the view that the line stands in. */
  readonly name: string;
  readonly family: 4 | 6;
  /** The words before the cursor. */
  readonly typed: readonly string[];
  offer(value: string | number | undefined, note: string): void;
}

const offersByCommand: ReadonlyMap<string, (asked: Asked) => void> = new Map([
  [rbs.peer.id, offerChannel],
  [rbs.peer6.id, offerChannel],
  [rbp.backupId.id, offerBackupId],
  [vrrp.virtualIp.id, offerVirtualIp],
  [vrrp6.virtualIp.id, offerVirtualIp],
  [vrrp.preemptDelay.id, offerDelay],
  [vrrp6.preemptDelay.id, offerDelay],
  [vrrp.priority.id, offerPriority],
  [vrrp6.priority.id, offerPriority],
]);

function offerChannel({ snapshot, device, argument, name, family, offer }: Asked): void {
  for (const pair of snapshot.peers) {
    const channels = pair.channels.find(({ a, b }) => (pair.a === device ? a : b).rbs.key === nameKey(name));
    const peerChannel = channels && (pair.a === device ? channels.b : channels.a).channel;
    const peer = peerOf(pair, device);
    if (argument === 'port-id') offer(peerChannel?.port.value, `${peer.name} uses it`);
    else if (argument.startsWith('peer'))
      offer(peerChannel && written(peer, peerChannel.source.value.key), `source of ${peer.name}`);
    else offer(peerChannel && written(device, peerChannel.peer.value.key), `${peer.name} expects it`);
  }
  if (argument.startsWith('source')) ownAddresses(device, family, offer);
  if (!argument.startsWith('peer')) return;
  for (const pair of snapshot.peers) {
    const peer = peerOf(pair, device);
    ownAddresses(peer, family, (value, note) => offer(value, `${peer.name}, ${note}`));
  }
}

function offerBackupId({ snapshot, device, argument, name, offer }: Asked): void {
  if (argument !== 'backup-id') return;
  for (const pair of snapshot.peers) {
    const profiles = pair.profiles.find(({ a, b }) => (pair.a === device ? a : b).key === nameKey(name));
    const matched = pair.a === device ? profiles?.b : profiles?.a;
    const peer = peerOf(pair, device);
    const peerProfile = matched ?? peer.profiles.get(nameKey(name));
    offer(peerProfile?.backupId?.value, `${peer.name} uses it`);
  }
  offer(freeBackupId(device), 'next free');
}

function offerVirtualIp({ snapshot, device, argument, name, family, typed, offer }: Asked): void {
  const own = device.interfaces.get(interfaceKey(name));
  for (const group of peerGroupsBeside(snapshot, own, family)) {
    if (argument === 'virtual-router-id') offer(group.vrid, 'as on the peer');
    else if (String(group.vrid) === typed[2])
      for (const ip of group.virtualIps)
        offer(ip.line.match?.values.find((value) => value.name === argument)?.text, 'as on the peer');
  }
  if (argument !== 'virtual-router-id') return;
  for (const group of own?.groups ?? []) if (group.family === family) offer(group.vrid, 'a group of this interface');
  offer(freeVrid(device, family), 'next free');
}

function offerDelay({ snapshot, device, argument, name, family, typed, offer }: Asked): void {
  if (argument !== 'delay-time') return;
  const vrid = Number(typed[2]);
  for (const pair of snapshot.peers) {
    const side = pair.a === device ? 'a' : 'b';
    const couple = pair.groups.find(({ [side]: group }) => {
      return group.vrid === vrid && group.family === family && group.interfaceKey === interfaceKey(name);
    });
    if (!couple) continue;
    const master = intendedMaster(pair, couple);
    if (master !== undefined && master !== side) offer(0, 'advised on the backup');
    else if (couple.services.includes('dhcpv6-relay')) offer(1800, 'DHCPv6 relay: at least 1800 s');
    else if (couple.services.includes('dhcp-server')) offer(601, 'DHCP server: more than 600 s');
    else if (master === side)
      offer(roleValues(peerOf(pair, device), couple[other(side)]).delay, 'long enough for the master');
  }
}

/** Beside the peer's where it is known: the group of the other role, then of this one. */
function offerPriority({ snapshot, device, argument, name, family, typed, offer }: Asked): void {
  if (argument !== 'priority-value') return;
  const own = device.interfaces.get(interfaceKey(name));
  const peerGroup = peerGroupsBeside(snapshot, own, family).find((group) => String(group.vrid) === typed[2]);
  if (!peerGroup) return offer(defaultPriority + 20, 'above the default: master');
  const peers = writtenPriority(peerGroup);
  if (peers <= defaultPriority) return offer(peers + 20, `above ${peers} on the peer: master`);
  offer(defaultPriority, `below ${peers} on the peer: backup`);
  if (peers < highestPriority) offer(Math.min(highestPriority, peers + 20), `above ${peers} on the peer: master`);
}

/** 255 is the owner's. */
const highestPriority = 254;

function peerOf(pair: Pair, device: Device): Device {
  return pair.a === device ? pair.b : pair.a;
}

/** The peer's groups on interfaces that share a prefix with this one. */
function peerGroupsBeside(snapshot: Snapshot, own: Interface | undefined, family: 4 | 6): Group[] {
  const nets = new Set(localAddressesOn(own, family).map((address) => prefixKey(address.prefix)));
  return snapshot.peers.flatMap((pair) => {
    const other = peerOf(pair, snapshot.device);
    return other.groups.filter(
      (group) =>
        group.family === family &&
        localAddressesOn(other.interfaces.get(group.interfaceKey), family).some((address) =>
          nets.has(prefixKey(address.prefix)),
        ),
    );
  });
}

/** The address as the device's own file spells it. */
function written(device: Device, key: string): string {
  const own = device.addresses.get(key)?.[0]?.address;
  return own?.line.match?.values.find((value) => value.name.includes('address'))?.text.split('/')[0] ?? key;
}

/** Loopbacks first: what a backup channel should stand on. */
function ownAddresses(device: Device, family: 4 | 6, offer: (value: string, note: string) => void): void {
  const all = [...device.interfaces.values()].flatMap((port) =>
    localAddressesOn(port, family).map((own) => ({ port, own })),
  );
  const loopback = ({ port }: { port: Interface }) => (port.key.startsWith('loopback') ? 0 : 1);
  for (const { port, own } of all.sort((x, y) => loopback(x) - loopback(y)).slice(0, 50))
    offer(written(device, own.prefix.address.key), port.name);
}

function freeVrid(device: Device, family: 4 | 6): number {
  const taken = new Set(device.groups.filter((group) => group.family === family).map((group) => group.vrid));
  let vrid = 1;
  while (taken.has(vrid)) vrid++;
  return vrid;
}
