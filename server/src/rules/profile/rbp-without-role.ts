// A profile learns from a VRRP or VRRP6 group, or from an E-Trunk, whether its device is master. A line of that kind that was not
// understood is a finding of its own.
import type { Device, Group, Interface, Rbp } from '../../model/device';
import { bindings } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { groupsOf } from '../../model/services/bindings';
import type { Pair } from '../../model/pairing/pair';
import { deviceRule, type Fix } from '../../diagnostics/rule';
import { peerGroup, peerProfile } from '../shared/peer-says';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; profile: Rbp }>({
  id: 'rbp-without-role',
  requirement: 'HB-RBP-NOROLE',
  title: 'A profile that follows no VRRP group and no E-Trunk',
  severity: 'error',
  why: 'Nothing tells the profile whether this device is master or backup, so neither side sends what the other needs.',
  guide: ['000 step 3.3', '001 step 3.3', '002 step 3.3'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      if (profile.roles.length > 0 || attempted(profile.block, /^(vrrp|e-trunk)/)) continue;
      yield {
        at: profile.at,
        message: `${device.name}: RBP ${profile.name} follows no VRRP group and no E-Trunk, so its role is unknown; add one`,
        facts: { device, profile },
      };
    }
  },
  fix({ device, profile }, pairs) {
    const answered = roleOfPeer(device, profile, pairs);
    if (answered !== undefined) return [addRole(device, profile, answered)];
    const interfaces = bindings(profile, device).interfaces;
    const trunk = interfaces.flatMap((port) => eTrunkRole(device.interfaces.get(port.mainKey)) ?? [])[0];
    const bound = interfaces.flatMap((port) => port.groups);
    if (trunk !== undefined && bound.length === 0) return [addRole(device, profile, trunk)];
    const candidates: readonly Group[] = bound.length > 0 ? bound : device.groups;
    return candidates
      .filter((group) => group.exists)
      .slice(0, 4)
      .map((group) => {
        return addRole(device, profile, roleText(group));
      });
  },
  examples: [
    {
      title: 'The line is missing; the bound interface has one group',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
                              ^^ DeviceA: RBP p1 follows no VRRP group and no E-Trunk, so its role is unknown; add one
         service-type nd
         backup-id 1 remote-backup-service s1
         peer-backup hot
        #
        interface GigabitEthernet0/1/1
         vrrp6 vrid 9 virtual-ip FE80::9 link-local
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
         peer-backup hot
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/1
         vrrp6 vrid 9 virtual-ip FE80::9 link-local
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Each of the three kinds; a line that is cut',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        remote-backup-profile p2
         vrrp6-id 1 interface gigabitethernet 0/1/2
        #
        remote-backup-profile p3
         e-trunk 1 eth-trunk 10
        #
        remote-backup-profile p4
         vrrp6-id 1
        #
      `,
    },
  ],
});

/** The role that answers the one of the peer's profile: the same E-Trunk, or the same virtual router. */
function roleOfPeer(device: Device, profile: Rbp, pairs: readonly Pair[]): string | undefined {
  const answer = peerProfile(device, profile, pairs);
  const [role] = answer?.profile.roles ?? [];
  if (!answer || !role) return undefined;
  if (role.kind === 'e-trunk') {
    const member = [...device.interfaces.values()].find((port) => port.eTrunk?.value === role.eTrunk.value);
    return eTrunkRole(member);
  }
  const [ofPeer] = groupsOf(answer.profile, answer.peer);
  const group = ofPeer && peerGroup(ofPeer, [answer.pair]);
  return group && roleText(group);
}

/** The role that an Eth-Trunk gets from the E-Trunk it is a member of. */
function eTrunkRole(trunk: Interface | undefined): string | undefined {
  const number = trunk && /^eth-trunk(\d+)$/.exec(trunk.key)?.[1];
  return trunk?.eTrunk && number !== undefined ? `e-trunk ${trunk.eTrunk.value} eth-trunk ${number}` : undefined;
}

function roleText(group: Group): string {
  return `${group.family === 6 ? 'vrrp6-id' : 'vrrp-id'} ${group.vrid} interface ${group.interfaceName}`;
}

function addRole(device: Device, profile: Rbp, text: string): Fix {
  return { title: `Add "${text}"`, edits: [insertInBlock(device, profile.block, text)], safe: false };
}
