// What keeps a device that holds the entries of a profile from serving its users as master.
import type { Device, Interface, Rbp } from '../../model/device';
import { groupsOf } from '../../model/services/bindings';
import { unrelayedInterfaces } from '../../model/services/dhcpv6-relay';
import { multicastBindings, multicastTracks, type MulticastBinding } from '../../model/services/multicast';
import { evidence } from './evidence';
import type { Evidence } from './rehearsal';

/** The lines because of which a profile backs nothing up. */
export function unreadyProfile(device: Device, profile: Rbp): Evidence[] {
  return [
    ...missingGroup(device, profile),
    ...unrelayedInterfaces(profile, device).map((bound) => missingRelay(device, bound)),
    ...multicastBindings(device)
      .filter((binding) => binding.profile === profile)
      .flatMap((binding) => wrongMulticastTrack(device, binding)),
  ];
}

function missingGroup(device: Device, profile: Rbp): Evidence[] {
  const [role] = profile.roles;
  if (role?.kind !== 'group' || groupsOf(profile, device).length > 0) return [];
  const text = `${device.name}: profile ${profile.name} follows group ${role.vrid.value} on ${role.interface.value}, which is not there`;
  return [evidence(role.vrid.at, text, '000 step 3.3', 'rbp-group-undefined')];
}

function missingRelay(device: Device, bound: Interface): Evidence {
  const text = `${device.name}: ${bound.name} is no DHCPv6 relay`;
  return evidence(bound.at, text, '000 step 5.2', 'dhcpv6-relay-missing');
}

/** Multicast of a bound interface follows no group, or another one than that of its users. */
function wrongMulticastTrack(device: Device, binding: MulticastBinding): Evidence[] {
  const { words, interface: bound, role } = binding;
  const name = `${words.family === 6 ? 'VRRP6' : 'VRRP'} group`;
  const tracks = multicastTracks(device, binding);
  const [first] = tracks;
  if (!first) {
    const text = `${device.name}: multicast on ${bound.name} does not follow ${name} ${role.vrid.value}`;
    return [evidence(bound.at, text, '003 step 5', 'mld-track-vrrp6-missing')];
  }
  // One right track is enough; a second one is another finding.
  if (tracks.some((track) => track.fault === undefined)) return [];
  const text = `${device.name}: multicast on ${bound.name} follows ${name} ${first.vrid}, its users are in group ${role.vrid.value}`;
  return [evidence(first.line, text, '003 step 5', 'mld-track-vrid-differs')];
}
