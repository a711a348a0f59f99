// A device that backs up MLD or IGMP must route multicast at all: the system-wide switch comes before PIM and membership.
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { comparePlaces } from '../../model/place';
import { serviceEvidence } from '../../model/services/bindings';
import { membershipBindings } from '../../model/services/multicast';
import { insertSection } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { isExcerpt, systemLines } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; line: string }>({
  id: 'mld-routing-missing',
  requirement: 'HB-M-ROUTING',
  title: 'An MLD or IGMP profile is bound while multicast routing is off',
  severity: 'error',
  why: 'Without it PIM and MLD do not run: the device neither learns nor forwards multicast groups, before and after a switchover.',
  guide: ['003 step 5', '006 step 5'],
  // A service of one device alone is a line too many, or one too few there.
  supersededBy: ['rbp-service-types-differ'],
  *check(device) {
    const reported = new Set<string>();
    for (const { words, profile, at } of membershipBindings(device)) {
      if (reported.has(words.routing)) continue;
      if (systemLines(device, new RegExp(`^${words.routing}\\b`), 'multicast').length > 0) continue;
      reported.add(words.routing);
      yield {
        at,
        evidence: serviceEvidence(profile, words.service),
        message: `${device.name}: ${words.routing} is not in this file, so RBP ${profile.name} backs up no ${words.service.toUpperCase()} entries`,
        severity: isExcerpt(device) ? 'warning' : 'error',
        also: serviceEvidence(profile, words.service).map((place) => ({
          at: place,
          message: `${device.name}: RBP ${profile.name} backs up ${words.service.toUpperCase()}`,
        })),
        facts: { device, line: words.routing },
      };
    }
  },
  fix({ device, line }) {
    return [
      {
        title: `Add ${line} on ${device.name}`,
        edits: [insertSection(device, [line], firstHotBackupHead(device))],
        safe: true,
      },
    ];
  },
  examples: [
    {
      title: 'The switch is missing',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         pim ipv6 sm
         mld enable
         remote-backup-profile tv
                               ^^ DeviceA: multicast ipv6 routing-enable is not in this file, so RBP tv backs up no MLD entries
        #
        fixed:
        sysname DeviceA
        #
        multicast ipv6 routing-enable
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         pim ipv6 sm
         mld enable
         remote-backup-profile tv
        #
      `,
    },
    {
      title: 'IGMP: the IPv4 switch',
      config: `
        sysname DeviceA
        #
        multicast ipv6 routing-enable
        #
        remote-backup-profile tv
         service-type igmp
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile tv
                               ^^ DeviceA: multicast routing-enable is not in this file, so RBP tv backs up no IGMP entries
        #
      `,
    },
    {
      title: 'The switch is on',
      config: `
        sysname DeviceA
        #
        multicast ipv6 routing-enable
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile tv
        #
      `,
    },
  ],
});

function firstHotBackupHead(device: Device): MatchedLine | undefined {
  const heads = [...device.services.values(), ...device.profiles.values(), ...device.interfaces.values()].flatMap(
    (item) => item.block.heads,
  );
  return [...heads].sort(comparePlaces)[0];
}
