// The bound interface must run PIM and MLD (or their IPv4 twins): what is backed up are the memberships learned there.
import type { Device } from '../../model/device';
import { isWhereItsGroupIs, serviceEvidence } from '../../model/services/bindings';
import { hasLine, membershipBindings, type MembershipBinding } from '../../model/services/multicast';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; binding: MembershipBinding; line: string }>({
  id: 'mld-pim-missing',
  requirement: 'HB-M-PIM',
  title: 'An interface is bound to an MLD or IGMP profile without PIM or without the membership protocol',
  severity: 'error',
  why: 'The interface learns no group memberships or forwards none, so there is nothing to back up and nothing to take over.',
  guide: ['003 step 5', '006 step 5'],
  // A service of one device alone is a line too many, or one too few there.
  supersededBy: ['rbp-binding-not-mirrored', 'rbp-service-types-differ'],
  *check(device) {
    for (const binding of membershipBindings(device)) {
      const { words, interface: bound, at } = binding;
      const missing = [
        ...(hasLine(bound, words.pim) || hasLine(bound, words.pim.replace(/ sm$/, ' dm')) ? [] : [words.pim]),
        ...(hasLine(bound, words.membership) ? [] : [words.membership]),
      ];
      for (const line of missing) {
        yield {
          at,
          evidence: serviceEvidence(binding.profile, words.service),
          message: `${device.name}: ${bound.name} backs up ${words.service.toUpperCase()} but lacks ${line}: receivers there get no stream`,
          facts: { device, binding, line },
        };
      }
    }
  },
  fix({ device, binding, line }) {
    const start = line.slice(0, line.lastIndexOf(' '));
    const before = binding.interface.block.lines.find((line) =>
      canonicalText(line).startsWith(binding.words.service === 'mld' ? 'multicast ipv6 track ' : 'multicast track '),
    );
    const after =
      binding.interface.block.lines
        .filter((matchedLine) =>
          canonicalText(matchedLine).startsWith(
            `${line === binding.words.membership ? binding.words.pim.replace(/ sm$/, '') : start} `,
          ),
        )
        .at(-1) ??
      binding.interface.block.lines
        .filter(
          (line) =>
            / vrid \d+ /.test(canonicalText(line)) && line !== before && !canonicalText(line).startsWith('multicast '),
        )
        .at(-1);
    return [
      {
        title: `Add ${line} on ${device.name} ${binding.interface.name}`,
        edits: [insertInBlock(device, binding.interface.block, line, { after: (line) => line === after })],
        safe: isWhereItsGroupIs(binding),
      },
    ];
  },
  examples: [
    {
      title: 'MLD that is taken back',
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
         undo mld enable
         remote-backup-profile tv
                               ^^ DeviceA: GigabitEthernet0/1/2 backs up MLD but lacks mld enable
        #
      `,
    },
    {
      title: 'PIM without MLD',
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
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
                               ^^ DeviceA: GigabitEthernet0/1/2 backs up MLD but lacks mld enable
        #
        fixed:
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
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
        #
      `,
    },
    {
      title: 'MLD without PIM',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         mld enable
         remote-backup-profile tv
                               ^^ DeviceA: GigabitEthernet0/1/2 backs up MLD but lacks pim ipv6 sm
        #
        fixed:
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
        #
      `,
    },
    {
      title: 'Both run; IGMP needs the IPv4 forms; another service asks for neither',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        remote-backup-profile tv4
         service-type igmp
         vrrp-id 2 interface GigabitEthernet0/1/3
        #
        remote-backup-profile neighbours
         service-type nd
         vrrp6-id 3 interface GigabitEthernet0/1/4
        #
        interface GigabitEthernet0/1/2
         pim ipv6 sm
         mld enable
         remote-backup-profile tv
        #
        interface GigabitEthernet0/1/3
         pim sm
         igmp enable
         remote-backup-profile tv4
        #
        interface GigabitEthernet0/1/4
         remote-backup-profile neighbours
        #
      `,
    },
    {
      title: 'A role from an E-Trunk, on an interface that routes',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type igmp
         e-trunk 1 eth-trunk 10
        #
        interface Eth-Trunk10.7
         ip address 10.1.1.1 255.255.255.0
         pim sm
         remote-backup-profile tv
                               ^^ DeviceA: Eth-Trunk10.7 backs up IGMP but lacks igmp enable
        #
      `,
    },
    {
      title: 'A role from an E-Trunk, on a trunk that carries others only',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         e-trunk 1 eth-trunk 10
        #
        interface Eth-Trunk10
         e-trunk 1
         remote-backup-profile tv
        #
      `,
    },
  ],
});
