// Values the two files already know for an argument: the own addresses and the peer's for a backup channel, the peer's number
// where both must be equal, the next free one, the figure of the service for a preempt delay. First what the peer says.
import { rbp, rbs, vrrp, vrrp6 } from '../catalogue/index';
import { prefixKey } from '../model/address';
import type { Device, Group, Interface } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { interfaceKey, nameKey } from '../model/names';
import type { Pair } from '../model/pairing/pair';
import { localAddressesOn } from '../model/vrrp/addresses';
import { defaultPriority } from '../model/vrrp/priority';
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
  const { device } = snapshot;
  const name = head?.match?.values[0]?.text ?? '';
  const family = command === rbs.peer6.id || command.startsWith('vrrp6.') ? 6 : 4;
  if (command === rbs.peer.id || command === rbs.peer6.id) {
    for (const pair of snapshot.peers) {
      const answer = pair.channels.find(({ a, b }) => (pair.a === device ? a : b).rbs.key === nameKey(name));
      const theirs = answer && (pair.a === device ? answer.b : answer.a).channel;
      const other = peerOf(pair, device);
      if (argument === 'port-id') offer(theirs?.port.value, `${other.name} uses it`);
      else if (argument.startsWith('peer'))
        offer(theirs && written(other, theirs.source.value.key), `source of ${other.name}`);
      else offer(theirs && written(device, theirs.peer.value.key), `${other.name} expects it`);
    }
    if (argument.startsWith('source')) ownAddresses(device, family, offer);
    if (argument.startsWith('peer'))
      for (const pair of snapshot.peers)
        ownAddresses(peerOf(pair, device), family, (value, note) =>
          offer(value, `${peerOf(pair, device).name}, ${note}`),
        );
  } else if (command === rbp.backupId.id && argument === 'backup-id') {
    for (const pair of snapshot.peers) {
      const answer = pair.profiles.find(({ a, b }) => (pair.a === device ? a : b).key === nameKey(name));
      const matched = pair.a === device ? answer?.b : answer?.a;
      const peerProfile = matched ?? peerOf(pair, device).profiles.get(nameKey(name));
      offer(peerProfile?.backupId?.value, `${peerOf(pair, device).name} uses it`);
    }
    offer(freeBackupId(device), 'next free');
  } else if (command === vrrp.virtualIp.id || command === vrrp6.virtualIp.id) {
    const own = device.interfaces.get(interfaceKey(name));
    for (const group of answering(snapshot, own, family)) {
      if (argument === 'virtual-router-id') offer(group.vrid, 'as on the peer');
      else if (String(group.vrid) === typed[2])
        for (const ip of group.virtualIps)
          offer(ip.line.match?.values.find((value) => value.name === argument)?.text, 'as on the peer');
    }
    if (argument === 'virtual-router-id') offer(freeVrid(device, family), 'next free');
  } else if ((command === vrrp.preemptDelay.id || command === vrrp6.preemptDelay.id) && argument === 'delay-time') {
    const vrid = Number(typed[2]);
    for (const pair of snapshot.peers) {
      const side = pair.a === device ? 'a' : 'b';
      const group = pair.groups.find(
        (one) =>
          one[side].vrid === vrid && one[side].family === family && one[side].interfaceKey === interfaceKey(name),
      );
      if (!group) continue;
      const master = intendedMaster(pair, group);
      if (master !== undefined && master !== side) offer(0, 'advised on the backup');
      else if (group.services.includes('dhcpv6-relay')) offer(1800, 'DHCPv6 relay: at least 1800 s');
      else if (group.services.includes('dhcp-server')) offer(601, 'DHCP server: more than 600 s');
    }
  } else if ((command === vrrp.priority.id || command === vrrp6.priority.id) && argument === 'priority-value') {
    offer(defaultPriority + 20, 'above the default: master');
  }
  return found;
}

function peerOf(pair: Pair, device: Device): Device {
  return pair.a === device ? pair.b : pair.a;
}

/** The peer's groups on interfaces that share a prefix with this one. */
function answering(snapshot: Snapshot, own: Interface | undefined, family: 4 | 6): Group[] {
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
  const all = [...device.interfaces.values()].flatMap((one) =>
    localAddressesOn(one, family).map((own) => ({ one, own })),
  );
  const loopback = ({ one }: { one: Interface }) => (one.key.startsWith('loopback') ? 0 : 1);
  for (const { one, own } of all.sort((x, y) => loopback(x) - loopback(y)).slice(0, 50))
    offer(written(device, own.prefix.address.key), one.name);
}

function freeVrid(device: Device, family: 4 | 6): number {
  const taken = new Set(device.groups.filter((group) => group.family === family).map((group) => group.vrid));
  let vrid = 1;
  while (taken.has(vrid)) vrid++;
  return vrid;
}
