// How a line of one device must stand to the line that answers it: what the guide asks to be the same on both, what is
// a device's own, what follows the role, and what is nobody's business (docs/decisions/same-configuration.md). The pair
// table and the mapped peer ask here.
import {
  dhcpv6Relay,
  eTrunk,
  interfaceView,
  isis,
  ipPool,
  rbp,
  rbs,
  serviceLocation,
  system,
  vrrp,
  vrrp6,
  bfd,
} from '../catalogue';
import type { MatchedLine } from '../model/lines/matched-line';
import { canonicalText } from '../model/lines/canonical-text';
import type { RowKind } from './pair-table/row';

export interface LinePolicy {
  readonly kind: RowKind;
  /** One sentence. */
  readonly why: string;
}

const own: LinePolicy = { kind: 'must differ', why: 'An address belongs to one device.' };
const mirrored: LinePolicy = {
  kind: 'must differ',
  why: "Each device names its own address as source and the other's as peer; the port is the same.",
};
const identity: LinePolicy = { kind: 'must differ', why: 'It tells the two devices apart.' };
const byRole: LinePolicy = {
  kind: 'role',
  why: 'It follows the role: the master has the higher priority and waits before it takes the role back, the backup takes over at once.',
};
const same: LinePolicy = { kind: 'must match', why: 'After a switchover the other device must do exactly the same.' };
const local: LinePolicy = { kind: 'may differ', why: "It is the device's own affair." };

const byCommand: Readonly<Record<string, LinePolicy>> = {
  [rbs.peer.id]: mirrored,
  [rbs.peer6.id]: mirrored,
  [eTrunk.peer.id]: mirrored,
  [eTrunk.peer6.id]: mirrored,
  [serviceLocation.remoteBackup.id]: mirrored,
  [interfaceView.address.id]: own,
  [interfaceView.ipv6Address.id]: own,
  [interfaceView.ipv6LinkLocal.id]: own,
  [system.sysname.id]: identity,
  [isis.networkEntity.id]: identity,
  [bfd.discriminator.id]: identity,
  [bfd.session.id]: identity,
  [dhcpv6Relay.sourceAddress.id]: own,
  [vrrp.priority.id]: byRole,
  [vrrp6.priority.id]: byRole,
  [vrrp.preemptDelay.id]: byRole,
  [vrrp6.preemptDelay.id]: byRole,
  [vrrp.preemptDisable.id]: byRole,
  [vrrp6.preemptDisable.id]: byRole,
  [vrrp.recoverDelay.id]: byRole,
  [vrrp6.recoverDelay.id]: byRole,
  [eTrunk.priority.id]: byRole,
  [rbp.bind.id]: local,
  [rbp.bindPool.id]: local,
  [serviceLocation.location.id]: local,
  [ipPool.create.id]: local,
  [rbs.ipPool.id]: byRole,
  [rbs.ipv6Pool.id]: byRole,
  [dhcpv6Relay.pdRouteCost.id]: byRole,
};

const tracks = /^vrrp6?\.track(?!Admin)/;
const sameFamilies =
  /^(?:rbp|serviceLocation|serviceInstanceGroup|dsLite|natInstance|nat64Instance|dhcp|dhcpv6Relay|nd|vrrp6?)\./;
const sameLines =
  /^(?:undo )?(?:ipv6 nd |pim |igmp |mld |multicast |dhcp |dhcpv6 |vlan-type |service-ha |static-rp |user-vlan )/;

export function policyOf(line: MatchedLine): LinePolicy {
  const command = line.match?.command;
  const known = command === undefined ? undefined : byCommand[command];
  if (known) return known;
  if (command !== undefined && tracks.test(command))
    return { kind: 'may differ', why: 'Each device tracks its own uplinks.' };
  if (command !== undefined && sameFamilies.test(command)) return same;
  const text = canonicalText(line);
  if (/^(?:undo )?(?:router-id|.* router-id) /.test(text)) return identity;
  return sameLines.test(text) ? same : local;
}
