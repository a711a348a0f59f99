// One name on both devices: a name that the peer makes too is the same thing there, and of virtual routers those that answer
// each other are one.
import type { NameKind } from '../catalogue';
import type { Snapshot } from '../workspace/workspace';
import { isGroup, standing as standingIn, type Occurrence } from './names';

/** The names that an operator makes up. An interface is called what the hardware calls it. */
export const madeUp: ReadonlySet<NameKind> = new Set<NameKind>([
  'rbs',
  'rbp',
  'vrrp-group',
  'vrrp6-group',
  'ip-pool',
  'ipv6-pool',
  'ipv6-prefix-pool',
  'service-location',
  'service-instance-group',
  'ds-lite-instance',
  'nat-instance',
  'nat64-instance',
  'ssl-policy',
  'monitor-group',
  'monitor-location-group',
  'vpn-instance',
  'dhcp-server-group',
  'dhcpv6-server-group',
  'route-policy',
  'tunnel-policy',
  'bfd-session',
  'ip-prefix',
  'as-path-filter',
  'community-filter',
  'extcommunity-filter',
  'rd-filter',
  'large-community-filter',
  'policy-based-route',
  'keychain',
  'nqa-administrator',
  'nqa-test',
  'qos-profile',
  'pki-realm',
  'time-range',
]);

/** Gives the snapshot of a peer's file. */
export type Peers = (file: string) => Snapshot | undefined;

/** A name where it stands on another device. */
export interface Standing {
  readonly on: Snapshot;
  readonly found: Occurrence;
}

/** In this file first, then on the peers. */
export function everywhere(snapshot: Snapshot, occurrence: Occurrence, other: Peers): Standing[] {
  const occurrencesIn = (on: Snapshot, key: string): Standing[] =>
    standingIn(on, { kind: occurrence.kind, key }).map((found) => ({ on, found }));
  const here = occurrencesIn(snapshot, occurrence.key);
  const onPeer = !madeUp.has(occurrence.kind)
    ? []
    : snapshot.peers.flatMap((pair) => {
        const side = pair.a.file === snapshot.file ? 'a' : 'b';
        const peer = other(side === 'a' ? pair.b.file : pair.a.file);
        if (!peer) return [];
        if (!isGroup(occurrence.kind)) {
          const all = occurrencesIn(peer, occurrence.key);
          return all.some(({ found }) => found.defines) ? all : [];
        }
        // A virtual router is the one that answers this one, on whichever interface of the peer.
        const family = occurrence.kind === 'vrrp6-group' ? 6 : 4;
        const matched = pair.groups.find(
          (group) =>
            group[side].family === family && `${group[side].interfaceKey} ${group[side].vrid}` === occurrence.key,
        );
        const peerGroup = matched?.[side === 'a' ? 'b' : 'a'];
        return peerGroup && peerGroup.vrid === matched[side].vrid
          ? occurrencesIn(peer, `${peerGroup.interfaceKey} ${peerGroup.vrid}`)
          : [];
      });
  return [...here, ...onPeer];
}
