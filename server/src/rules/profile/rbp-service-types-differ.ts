// Both ends of a profile back up the same services. A service type that is not understood is a finding of its own.
import type { Device, Rbp } from '../../model/device';
import type { Place } from '../../model/place';
import { insertInBlock, removeLine, replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { linesMatching } from '../../model/lines/canonical-text';
import { signsOf } from '../../model/services/service-signs';
import { servicesOf, unreadServiceTypes } from '../shared/backup-services';

interface Side {
  readonly device: Device;
  readonly profile: Rbp;
  readonly extra: readonly string[];
}

export default pairRule<{ a: Side; b: Side }>({
  id: 'rbp-service-types-differ',
  requirement: 'HB-RBPP-SVC',
  title: 'The two ends of a profile back up different services',
  severity: 'error',
  why: 'Entries of a service that the other device does not back up are refused there: those users drop at a switchover.',
  guide: ['000 step 4.2', '001 step 4.2', '002 step 4.2'],
  independentPer: 'profile',
  *check(pair) {
    for (const matched of pair.profiles) {
      const [ofA, ofB] = [servicesOf(matched.a), servicesOf(matched.b)];
      const a: Side = {
        device: pair.a,
        profile: matched.a,
        extra: [...ofA].filter((service) => !ofB.has(service)),
      };
      const b: Side = {
        device: pair.b,
        profile: matched.b,
        extra: [...ofB].filter((service) => !ofA.has(service)),
      };
      if (a.extra.length + b.extra.length === 0) continue;
      if (unreadServiceTypes(matched.a).length + unreadServiceTypes(matched.b).length > 0) continue;
      const listed = (profile: Rbp, device: Device) =>
        `RBP ${profile.name} on ${device.name} backs up ${profile.services.length === 0 ? 'no service' : [...servicesOf(profile)].join(', ')}`;
      const [first, second] = [listed(matched.b, pair.b), listed(matched.a, pair.a)];
      const both = (left: string, right: string) =>
        `${left}; ${right}: users of the other services drop at a switchover; use one list`;
      yield {
        // A profile without any service type is the place to look at.
        ...(matched.a.services.length === 0
          ? { at: matched.a.at, peer: { at: place(b), message: both(first, second) } }
          : { at: place(b), peer: { at: place(a), message: both(second, first) } }),
        message: matched.a.services.length === 0 ? both(second, first) : both(first, second),
        facts: { a, b },
      };
    }
  },
  fix({ a, b }) {
    const [likeA, likeB] = [
      a.profile.services.length === 0 ? [] : [like(a, b)],
      b.profile.services.length === 0 ? [] : [like(b, a)],
    ];
    return isShownMore(b, a) ? [...likeB, ...likeA] : [...likeA, ...likeB];
  },
  examples: [
    {
      title: 'ND here, MLD there',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type arp
         service-type nd
         backup-id 1 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type arp
         service-type mld
                      ^^^ RBP p1 on DeviceB backs up arp, mld; RBP p1 on DeviceA backs up arp, nd: users of the other services drop at a switchover; use one list
         backup-id 1 remote-backup-service s1
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type arp
         service-type nd
         backup-id 1 remote-backup-service s1
        #
      `,
    },
    {
      title: 'ND here, MLD there, and both interfaces run MLD',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
        #
        interface GigabitEthernet0/1/2
         mld enable
         remote-backup-profile p1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type mld
                      ^^^ RBP p1 on DeviceB backs up mld; RBP p1 on DeviceA backs up nd: users of the other services drop at a switchover; use one list
         backup-id 1 remote-backup-service s1
        #
        interface GigabitEthernet0/1/2
         mld enable
         remote-backup-profile p1
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type mld
         backup-id 1 remote-backup-service s1
        #
        interface GigabitEthernet0/1/2
         mld enable
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'None on DeviceB',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
                              ^^ RBP p1 on DeviceB backs up no service; RBP p1 on DeviceA backs up nd: users of the other services drop at a switchover; use one list
         backup-id 1 remote-backup-service s1
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
         backup-id 1 remote-backup-service s1
        #
      `,
    },
    {
      title: 'The same in another order; a type that is not understood',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type arp
         service-type nd
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
         service-type mld
         backup-id 2 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         service-type arp
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
         service-type mdl
         backup-id 2 remote-backup-service s1
        #
      `,
    },
  ],
});

/**
 * Whether the interfaces and pools of both devices speak for the services that only `side` names rather than for those that only
 * `peer` names; where one of the two names none, whether they speak for what the other has beside, or may.
 */
function isShownMore(side: Side, peer: Side): boolean {
  const shown = (services: readonly string[]) =>
    Math.max(
      0,
      ...services.map((service) =>
        [side, peer].reduce((sum, { profile, device }) => sum + (signsOf(service, profile, device) ?? 1), 0),
      ),
    );
  const [own, others] = [shown(side.extra), shown(peer.extra)];
  if (peer.extra.length === 0) return own > 0;
  return side.extra.length === 0 ? others === 0 : own > others;
}

/** The first service that the other side lacks, else the name of the profile. */
function place({ profile, extra }: Side): Place {
  return profile.services.find((service) => extra.includes(service.value.toLowerCase()))?.at ?? profile.at;
}

/** Makes `to` back up what `from` does. */
function like(from: Side, to: Side): Fix {
  const title = `Use the service types of ${from.device.name} on ${to.device.name}`;
  const [lacking] = from.extra;
  const [surplus] = to.extra;
  const changed = to.profile.services.find((service) => service.value.toLowerCase() === surplus);
  if (from.extra.length === 1 && to.extra.length === 1 && changed)
    return { title, edits: [replace(changed.at, lacking!)], safe: false };
  const superfluous = linesMatching(to.profile.block.lines, /^service-type /).filter((line) =>
    to.extra.some((service) => line.text.toLowerCase().endsWith(` ${service}`)),
  );
  return {
    title,
    edits: [
      ...superfluous.map(removeLine),
      ...from.extra.map((service) =>
        insertInBlock(to.device, to.profile.block, `service-type ${service}`, { first: true }),
      ),
    ],
    safe: false,
  };
}
