// Two profiles that follow one virtual router are one profile on two devices, and must have one number. The missing number of one of
// them belongs here as well: the other device tells it.
import type { Device, Rbp } from '../../model/device';
import type { ProfilePair } from '../../model/pairing/pair';
import { serviceOf } from '../../model/services/channels';
import { insertInBlock, replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { attempted } from '../shared/typo';

type Facts = { readonly a: Side; readonly b: Side };
interface Side {
  readonly device: Device;
  readonly profile: Rbp;
}

export default pairRule<Facts>({
  id: 'rbp-backup-id-mismatch',
  requirement: 'HB-RBPP-BACKUPID',
  title: 'The two devices give one profile different backup-ids',
  severity: 'error',
  why: 'The devices know a profile by its number: with different ones neither finds its counterpart, and nothing is backed up.',
  guide: ['000 step 3.4', '001 step 3.4', '002 step 3.4', '003 step 4'],
  // A number that no device takes is the cause.
  supersededBy: ['value-out-of-range'],
  independentPer: 'profile',
  *check(pair) {
    for (const matched of pair.profiles) {
      const [ofA, ofB] = [matched.a.backupId, matched.b.backupId];
      const facts: Facts = { a: { device: pair.a, profile: matched.a }, b: { device: pair.b, profile: matched.b } };
      if (ofA && ofB) {
        if (ofA.value === ofB.value) continue;
        yield {
          at: ofB.at,
          message: `${pair.b.name}: RBP ${matched.b.name} has backup-id ${ofB.value}, but ${their(matched.a, matched)} on ${pair.a.name} has ${ofA.value}: entries find no profile`,
          peer: {
            at: ofA.at,
            message: `${pair.a.name}: RBP ${matched.a.name} has backup-id ${ofA.value}, but ${their(matched.b, matched)} on ${pair.b.name} has ${ofB.value}: entries find no profile`,
          },
          facts,
        };
      } else if (ofA || ofB) {
        const [having, lacking] = ofA ? [facts.a, facts.b] : [facts.b, facts.a];
        if (lacking.profile.rbs || attempted(lacking.profile.block, /^backup-id/)) continue;
        const id = having.profile.backupId!;
        const message = `${lacking.device.name}: RBP ${lacking.profile.name} has no backup-id, ${having.profile.name} on ${having.device.name} has ${id.value}: nothing is backed up; use ${id.value}`;
        yield { at: lacking.profile.at, message, peer: { at: id.at, message }, facts };
      }
    }
  },
  fix({ a, b }): readonly Fix[] {
    return [...use(a, b), ...use(b, a)];
  },
  examples: [
    {
      title: 'Two digits swapped',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 21 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::1/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
         remote-backup-profile p1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 12 remote-backup-service s1
                   ^^ DeviceB: RBP p1 has backup-id 12, but p1 on DeviceA has 21: entries find no profile
         vrrp6-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
         remote-backup-profile p1
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 21 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Missing on one device',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
                              ^^ DeviceA: RBP p1 has no backup-id, p1 on DeviceB has 12: nothing is backed up; use 12
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::1/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 12 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 12 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::1/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
      `,
    },
    {
      title: 'One number, under names of their own',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 21 remote-backup-service s1
        #
        remote-backup-profile p2
         service-type nd
         backup-id 22 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service to-a
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p2
         service-type nd
         backup-id 21 remote-backup-service to-a
        #
        remote-backup-profile p1
         service-type nd
         backup-id 22 remote-backup-service to-a
        #
      `,
    },
    {
      title: 'A number out of range is a finding of its own',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type arp
         backup-id 21 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type arp
         backup-id 4100 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
  ],
});

function their(profile: Rbp, { a, b }: ProfilePair): string {
  return a.key === b.key ? profile.name : `its counterpart ${profile.name}`;
}

/** The number of `from` on `to`, unless another profile of that device has it. */
function use(from: Side, to: Side): Fix[] {
  const id = from.profile.backupId;
  if (
    !id ||
    [...to.device.profiles.values()].some((profile) => profile !== to.profile && profile.backupId?.value === id.value)
  )
    return [];
  const title = `Use backup-id ${id.value} on ${to.device.name}, as ${from.device.name} does`;
  if (to.profile.backupId) return [{ title, edits: [replace(to.profile.backupId.at, String(id.value))], safe: false }];
  // The service at the other end of the one that the number is under; the only one where that is not clear.
  const services = [...to.device.services.values()];
  const peerChannel = serviceOf(from.profile, from.device)?.channels[0];
  const peerService =
    services.find((service) =>
      service.channels.some((channel) => peerChannel && channel.source.value.key === peerChannel.peer.value.key),
    ) ?? (services.length === 1 ? services[0] : undefined);
  if (!peerService) return [];
  const text = `backup-id ${id.value} remote-backup-service ${peerService.name}`;
  return [
    {
      title,
      edits: [
        insertInBlock(to.device, to.profile.block, text, { after: (line) => line.text.startsWith('service-type') }),
      ],
      safe: true,
    },
  ];
}
