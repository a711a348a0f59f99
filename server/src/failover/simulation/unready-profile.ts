// What keeps a device that holds the entries of a profile from serving its users as master.
import type { Device, Group, Interface, Rbp } from '../../model/device';
import { bindings, groupsOf } from '../../model/services/bindings';
import { evidence } from './evidence';
import type { Evidence } from './rehearsal';

export function unreadyProfile(
  device: Device,
  profile: Rbp,
  services: readonly string[],
  group: Group | undefined,
): Evidence[] {
  const { interfaces } = bindings(profile, device);
  return [
    ...missingGroup(device, profile),
    ...interfaces.flatMap((bound) => [
      ...(services.includes('dhcpv6-relay') ? missingRelay(device, bound) : []),
      ...(services.includes('mld') && group?.family === 6 ? wrongMulticastTrack(device, bound, group) : []),
    ]),
  ];
}

function missingGroup(device: Device, profile: Rbp): Evidence[] {
  const [role] = profile.roles;
  if (role?.kind !== 'group' || groupsOf(profile, device).length > 0) return [];
  const text = `${device.name}: profile ${profile.name} follows group ${role.vrid.value} on ${role.interface.value}, which is not there`;
  return [evidence(role.vrid.at, text, '000 step 3.3', 'rbp-group-undefined')];
}

function missingRelay(device: Device, bound: Interface): Evidence[] {
  if (bound.relay.length > 0) return [];
  const text = `${device.name}: ${bound.name} is no DHCPv6 relay`;
  return [evidence(bound.at, text, '000 step 5.2', 'dhcpv6-relay-missing')];
}

/** Multicast follows no group, or another one than that of its users. */
function wrongMulticastTrack(device: Device, bound: Interface, group: Group): Evidence[] {
  const tracked = bound.block.lines.flatMap((line) => {
    const vrid = /^multicast ipv6 track vrrp6 vrid (\d+)/i.exec(line.text)?.[1];
    return vrid === undefined ? [] : [vrid];
  });
  if (tracked.length === 0) {
    const text = `${device.name}: multicast on ${bound.name} does not follow VRRP6 group ${group.vrid}`;
    return [evidence(bound.at, text, '003 step 5', 'mld-track-vrrp6-missing')];
  }
  if (tracked.includes(String(group.vrid))) return [];
  const line = bound.block.lines.find(({ text }) => /^multicast ipv6 track vrrp6 vrid/i.test(text))!;
  const text = `${device.name}: multicast on ${bound.name} follows VRRP6 group ${tracked[0]}, its users are in group ${group.vrid}`;
  return [evidence(line, text, '003 step 5', 'mld-track-vrid-differs')];
}
