// The multicast interface must be tied to the VRRP6 group (or the management group) whose role the profile follows.
import type { Device } from '../../model/device';
import { findGroup, serviceEvidence } from '../../model/services/bindings';
import { multicastTracks, multicastBindings, type MulticastBinding } from '../../model/services/multicast';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; binding: MulticastBinding }>({
  id: 'mld-track-vrrp6-missing',
  requirement: 'HB-M-TRACK',
  title: 'An interface bound to an MLD or IGMP profile does not track its VRRP group',
  severity: 'error',
  why: 'Multicast on the interface then knows nothing of the VRRP role: a switchover moves the unicast traffic and leaves the streams behind.',
  guide: ['003 step 5', '006 step 5'],
  // A service of one device alone is a line too many, or one too few there.
  supersededBy: ['rbp-binding-not-mirrored', 'rbp-service-types-differ'],
  *check(device) {
    for (const binding of multicastBindings(device)) {
      const { words, interface: bound, role, at } = binding;
      if (multicastTracks(device, binding).length > 0) continue;
      yield {
        at,
        evidence: serviceEvidence(binding.profile, words.service),
        message: `${device.name}: ${bound.name} does not track VRRP group ${role.vrid.value} of RBP ${binding.profile.name}: streams stay with the old master; add ${words.track}`,
        facts: { device, binding },
      };
    }
  },
  fix({ device, binding }) {
    const { words, interface: bound, role } = binding;
    const here = role.interfaceKey === bound.key;
    const line = here
      ? `${words.track} vrid ${role.vrid.value}`
      : `${words.adminTrack} interface ${role.interface.value} vrid ${role.vrid.value}`;
    const group = findGroup(device, role.interfaceKey, role.family, role.vrid.value);
    const after = bound.block.lines
      .filter(
        (line) =>
          canonicalText(line).startsWith(`${words.service} `) ||
          canonicalText(line).startsWith(words.ignore.replace(/ignore$/, '')),
      )
      .at(-1);
    return [
      {
        title: `Add ${line} on ${device.name} ${bound.name}`,
        edits: [insertInBlock(device, bound.block, line, { after: (line) => line === after })],
        safe: here && group !== undefined && !group.admin && !group.follows,
      },
    ];
  },
  examples: [
    {
      title: 'No track line',
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
         isis ipv6 enable 1
         remote-backup-profile tv
                               ^^ DeviceA: GigabitEthernet0/1/2 does not track VRRP group 1 of RBP tv: streams stay with the old master; add multicast ipv6 track vrrp6
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
         isis ipv6 enable 1
         remote-backup-profile tv
        #
      `,
    },
    {
      title: 'Either form will do; an E-Trunk role needs none',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        remote-backup-profile tv2
         service-type igmp
         vrrp-id 7 interface GigabitEthernet0/1/9
        #
        remote-backup-profile trunk-tv
         service-type mld
         e-trunk 1 eth-trunk 10
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
        #
        interface GigabitEthernet0/1/3
         multicast track admin-vrrp interface GigabitEthernet0/1/9 vrid 7
         remote-backup-profile tv2
        #
        interface Eth-Trunk10
         e-trunk 1
         remote-backup-profile trunk-tv
        #
      `,
    },
  ],
});
