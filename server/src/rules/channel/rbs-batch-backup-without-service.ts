// A daily bulk backup is for a service that some profile of the channel has. `multicast` covers the multicast services.
import type { Device, Rbp } from '../../model/device';
import { profilesOf, serviceOf } from '../../model/services/channels';
import type { Place } from '../../model/place';
import { insertInBlock, replace } from '../../edits/config-edits';
import type { Pair } from '../../model/pairing/pair';
import { deviceRule } from '../../diagnostics/rule';
import { servicesOf, unreadServiceTypes } from '../shared/backup-services';
import { peerProfile } from '../shared/peer-says';

const daily = ['dhcp-server', 'dhcpv6-relay', 'l2tp', 'bras'];
const covers: Readonly<Record<string, readonly string[]>> = {
  multicast: ['multicast', 'igmp', 'mld', 'no-host-multicast'],
};

export default deviceRule<{
  device: Device;
  profiles: readonly Rbp[];
  service: string;
  at: Place;
  instead: readonly string[];
}>({
  id: 'rbs-batch-backup-without-service',
  requirement: 'HB-RBS-BATCH-NOSVC',
  title: 'A daily bulk backup of a service that no profile of the channel has',
  severity: 'warning',
  why: 'The bulk backup runs and sends nothing: the profile lacks the service type, or the line names another service than was meant.',
  guide: ['000 step 2.4', '000 step 4.2'],
  *check(device) {
    for (const service of device.services.values()) {
      if (service.batches.length === 0) continue;
      const profiles = profilesOf(service, device);
      if (profiles.length === 0 || profiles.some((profile) => unreadServiceTypes(profile).length > 0)) continue;
      // A profile without service type, or whose backup service is not there, is a fault of its own, and may be the one that is meant.
      if ([...device.profiles.values()].some((profile) => profile.services.length === 0 || !serviceOf(profile, device)))
        continue;
      const backed = new Set(profiles.flatMap((profile) => [...servicesOf(profile)]));
      for (const batch of service.batches) {
        const type = batch.service.value.toLowerCase();
        if (batch.now || type === 'all' || (covers[type] ?? [type]).some((text) => backed.has(text))) continue;
        yield {
          at: batch.service.at,
          message: `${device.name}: no profile of RBS ${service.name} has service-type ${type}, so this bulk backup sends nothing; use another type`,
          facts: {
            device,
            profiles,
            service: type,
            at: batch.service.at,
            instead: daily.filter(
              (text) =>
                backed.has(text) && !service.batches.some((other) => other.service.value.toLowerCase() === text),
            ),
          },
        };
      }
    }
  },
  // Another service type on one device only would be the next fault.
  fix: ({ device, profiles, service, at, instead }, pairs) => [
    ...instead.map((text) => ({ title: `Back up ${text} instead`, edits: [replace(at, text)], safe: false })),
    ...profiles
      .filter((profile) => peerBacksUp(device, profile, service, pairs))
      .map((profile) => ({
        title: `Add service-type ${service} to ${profile.name}`,
        edits: [insertInBlock(device, profile.block, `service-type ${service}`, { first: true })],
        safe: false,
      })),
  ],
  examples: [
    {
      title: 'The profile is for another service',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type dhcp-server daily 03:30:00
                                   ^^^^^^^^^^^ DeviceA: no profile of RBS s1 has service-type dhcp-server, so this bulk backup sends nothing
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 1 remote-backup-service s1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type dhcpv6-relay daily 03:30:00
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 1 remote-backup-service s1
        #
      `,
    },
    {
      title: 'The service is there, `all`, and multicast for MLD',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type dhcpv6-relay daily 03:30:00
         batch-backup service-type multicast daily 04:30:00
         batch-backup service-type all daily 05:30:00
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         service-type mld
         backup-id 1 remote-backup-service s1
        #
      `,
    },
  ],
});

/** A service that no line of the profile shows is offered only where the other device has it. */
function peerBacksUp(device: Device, profile: Rbp, service: string, pairs: readonly Pair[]): boolean {
  const answer = peerProfile(device, profile, pairs);
  return answer !== undefined && servicesOf(answer.profile).has(service);
}
