// An interface or a pool binds a profile by name; that profile must be there
// (docs/decisions/excerpts-and-whole-files.md).
import type { Device, Interface, Pool } from '../../model/device';
import { nameKey } from '../../model/names';
import { bindings, isBound, missingProfiles, type MissingProfile } from '../../model/services/bindings';
import type { Fact } from '../../model/place';
import { insertSection } from '../../edits/config-edits';
import { deviceRule, eachOf, type RawFinding } from '../../diagnostics/rule';
import { other } from '../../model/pairing/pair';
import { freeBackupId } from '../shared/backup-services';
import { seatsOf, type Seat } from '../shared/peer-says';
import { nameFixes } from '../shared/right-name';

interface Facts {
  readonly device: Device;
  readonly name: Fact<string>;
  readonly interface?: Interface;
  readonly pool?: Pool;
}

export default deviceRule<Facts>({
  id: 'rbp-binding-undefined',
  requirement: 'HB-RBP-BIND-DANGLING',
  title: 'An interface or a pool binds a profile that is not there',
  severity: 'error',
  why: 'Users behind that interface or pool are not backed up.',
  guide: ['000 step 5.2', '001 step 5.2', '002 step 4.6'],
  supersededBy: ['rbp-missing-on-peer'],
  ...eachOf(missingProfiles, ofMissing),
  fix({ device, name, interface: bound, pool }, pairs) {
    // A profile that is bound already would lose its users' place or serve two: what nothing binds is meant first.
    const all = [...device.profiles.values()];
    const unbound = all.filter((profile) => !isBound(profile, device));
    const profiles = unbound.length > 0 ? unbound : all;
    const seats = seatsOf(device, pairs);
    const shown = new Set(seats.flatMap((seat) => boundOnPeer(seat, bound, pool)));
    const fixes = nameFixes({
      written: name,
      defined: profiles.map((profile) => profile.name),
      shown: profiles.map((profile) => profile.name).filter((text) => shown.has(text)),
      title: (profile) => `Bind ${profile}`,
      isOnlyOne: all.length === 1,
    });
    if (unbound.length > 0) return fixes;
    const twin = seats.flatMap(({ peer }) => peer.profiles.get(nameKey(name.value)) ?? [])[0];
    const group = bound?.groups.find((group) => group.exists);
    const services = [...device.services.values()];
    const section = [
      `remote-backup-profile ${name.value}`,
      ...(services.length === 1
        ? [` backup-id ${twin?.backupId?.value ?? freeBackupId(device)} remote-backup-service ${services[0]!.name}`]
        : []),
      ...(twin?.services.map((service) => ` service-type ${service.value}`) ?? []),
      ' peer-backup hot',
      ...(group
        ? [` ${group.family === 6 ? 'vrrp6-id' : 'vrrp-id'} ${group.vrid} interface ${group.interfaceName}`]
        : []),
    ];
    const firstInterface = [...device.interfaces.values()][0]?.block.heads[0];
    return [
      ...fixes,
      {
        title: `Create remote-backup-profile ${name.value}${twin ? '' : '; its service-type is for you to add'}`,
        edits: [insertSection(device, section, firstInterface)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        remote-backup-profile profile1
         service-type nd
        #
        interface GigabitEthernet0/1/2
         remote-backup-profile profil1
                               ^^^^^^^ DeviceA: GigabitEthernet0/1/2 binds RBP profil1, which is not in this file: users there are not backed up
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile profile1
         service-type nd
        #
        interface GigabitEthernet0/1/2
         remote-backup-profile profile1
        #
      `,
    },
    {
      title: 'None is there',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
                               ^^ DeviceA: GigabitEthernet0/1/2 binds RBP p1, which is not in this file: users there are not backed up
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
         peer-backup hot
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'A pool',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcp-server
        #
        ip pool office server
         remote-backup-profile p2
                               ^^ DeviceA: pool office binds RBP p2, which is not in this file: leases are not backed up
        #
      `,
    },
    {
      title: 'It stands below, in capitals',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         remote-backup-profile p1
        #
        remote-backup-profile P1
         service-type nd
        #
      `,
    },
  ],
});

function* ofMissing(device: Device, { key, interfaces, pools }: MissingProfile): Iterable<RawFinding<Facts>> {
  const isMissing = (name: Fact<string>) => nameKey(name.value) === key;
  for (const port of interfaces)
    for (const name of port.profiles.filter(isMissing))
      yield {
        at: name.at,
        message: `${device.name}: ${port.name} binds RBP ${name.value}, which is not in this file: users there are not backed up; create or use another`,
        facts: { device, name, interface: port },
      };
  for (const pool of pools)
    for (const name of pool.profiles.filter(isMissing))
      yield {
        at: name.at,
        message: `${device.name}: pool ${pool.name} binds RBP ${name.value}, which is not in this file: leases are not backed up; create or use another`,
        facts: { device, name, pool },
      };
}

/** Profiles of this device whose match the other one binds on what answers the line; else those that it alone binds at all. */
function boundOnPeer({ pair, side, peer }: Seat, on: Interface | undefined, pool: Pool | undefined): string[] {
  const matched = pair.profiles.map((profile) => ({ own: profile[side], bound: bindings(profile[other(side)], peer) }));
  const sameNamed = matched.filter(({ bound }) =>
    on ? bound.interfaces.some(({ key }) => key === on.key) : bound.pools.some(({ key }) => key === pool?.key),
  );
  const lost = matched.filter(
    ({ own, bound }) => !isBound(own, pair[side]) && (on ? bound.interfaces : bound.pools).length > 0,
  );
  return (sameNamed.length > 0 ? sameNamed : lost).map(({ own }) => own.name);
}
