// A profile may take its role from an E-Trunk: that E-Trunk, and the Eth-Trunk that is its member, must be on the
// device (docs/decisions/e-trunk-roles.md).
import type { Device, Interface, Rbp, RoleSource } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { hasSubInterface } from '../../model/interface-state';
import type { Place } from '../../model/place';
import { insertInBlock, replace } from '../../edits/config-edits';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  /** The number of the trunk that is meant, and where another one stands. */
  readonly meant?: { readonly at: Place; readonly trunk: string };
  readonly member?: { readonly key: string; readonly line: string };
}

export default deviceRule<Facts>({
  id: 'e-trunk-undefined',
  requirement: 'HB-X-ET-DEFINED',
  title: 'A profile takes its role from an E-Trunk that is not complete on the device',
  severity: 'warning',
  why: 'Without the E-Trunk, or with an Eth-Trunk that is no member of it, the profile has no role and backs up nothing.',
  guide: ['vendor command reference: e-trunk (remote backup profile view)'],
  supersededBy: ['e-trunk-joined-undefined'],
  *check(device) {
    for (const profile of device.profiles.values()) {
      for (const role of profile.roles) {
        if (role.kind !== 'e-trunk') continue;
        const [id, trunk] = [role.eTrunk.value, role.ethTrunk.value];
        if (!device.eTrunks.has(id)) {
          yield {
            at: role.eTrunk.at,
            // Its other E-Trunks are in the file: nothing was left out.
            severity: device.isWholeFile || device.eTrunks.size > 0 ? 'error' : undefined,
            message: `${device.name}: E-Trunk ${id}, from which RBP ${profile.name} takes its role, is not in this file: the RBP has no role`,
            facts: { device },
          };
          continue;
        }
        const member = device.interfaces.get(`eth-trunk${trunk}`);
        if (!member) {
          const meant = [...device.interfaces.values()].find(({ eTrunk }) => eTrunk?.value === id);
          if (meant && !hasSubInterface(device, `eth-trunk${trunk}`)) yield mistakenTrunk(device, profile, role, meant);
          continue;
        }
        if (member.eTrunk?.value === id) continue;
        const lines: readonly MatchedLine[] = member.block.lines;
        yield {
          at: role.ethTrunk.at,
          // Its view is in the file and joins no such E-Trunk, unless nothing of the view is.
          severity: lines.length > 0 ? 'error' : undefined,
          message: member.eTrunk
            ? `${device.name}: ${member.name} is a member of E-Trunk ${member.eTrunk.value}, but RBP ${profile.name} follows E-Trunk ${id}: the RBP has no role`
            : `${device.name}: ${member.name} is in no E-Trunk, but RBP ${profile.name} follows E-Trunk ${id}: the RBP has no role; add e-trunk ${id}`,
          evidence: member.eTrunk ? [member.eTrunk.at] : [],
          also: [
            {
              at: member.eTrunk?.at ?? member.at,
              message:
                lines.length > 0
                  ? `${device.name}: ${member.name}`
                  : `${device.name}: ${member.name}, empty in this file`,
            },
          ],
          facts: { device, member: member.eTrunk ? undefined : { key: member.key, line: `e-trunk ${id}` } },
        };
      }
    }
  },
  fix({ device, member, meant }) {
    if (meant) return [{ title: `Use Eth-Trunk ${meant.trunk}`, edits: [replace(meant.at, meant.trunk)], safe: false }];
    if (!member) return [];
    const owner = device.interfaces.get(member.key);
    return owner
      ? [
          {
            title: `Add ${member.line} on ${device.name} ${owner.name}`,
            edits: [insertInBlock(device, owner.block, member.line)],
            safe: false,
          },
        ]
      : [];
  },
  examples: [
    {
      title: 'Not a member',
      config:
        following(
          `10
                             ^^ DeviceA: Eth-Trunk10 is in no E-Trunk, but RBP neighbours follows E-Trunk 1: the RBP has no role; add e-trunk 1`,
          'mode lacp-static',
        ) + `fixed:${following('10', 'mode lacp-static\n         e-trunk 1')}`,
    },
    {
      title: 'A trunk that is not there in place of the member',
      config:
        following(
          `12
                             ^^ DeviceA: Eth-Trunk12, from which RBP neighbours takes its role, is not in this file: the RBP has no role; Eth-Trunk10 is in E-Trunk 1, use that`,
          'e-trunk 1',
        ) + `fixed:${following('10', 'e-trunk 1')}`,
    },
    {
      title: 'No such E-Trunk',
      config: `
        sysname DeviceA
        #
        remote-backup-profile neighbours
         service-type arp
         e-trunk 2 eth-trunk 10
                 ^ DeviceA: E-Trunk 2, from which RBP neighbours takes its role, is not in this file: the RBP has no role
        #
      `,
    },
    {
      title: 'Complete; the Eth-Trunk may be left out of an excerpt',
      config: `
        sysname DeviceA
        #
        e-trunk 1
         peer-address 10.0.0.2 source-address 10.0.0.1
        #
        remote-backup-profile neighbours
         service-type arp
         e-trunk 1 eth-trunk 10
        #
        interface Eth-Trunk 10
         e-trunk 1
        #
        e-trunk 2
         peer-address 10.0.0.2 source-address 10.0.0.1
        #
        remote-backup-profile others
         service-type arp
         e-trunk 2 eth-trunk 11
        #
      `,
    },
  ],
});

/** A profile that follows an Eth-Trunk, and the lines of Eth-Trunk10. */
function following(trunk: string, lines: string): string {
  return `
        sysname DeviceA
        #
        e-trunk 1
         peer-address 10.0.0.2 source-address 10.0.0.1
        #
        remote-backup-profile neighbours
         service-type arp
         e-trunk 1 eth-trunk ${trunk}
        #
        interface Eth-Trunk10
         ${lines}
        #
        `;
}

/** The line names a trunk that is not there, and another one is the member of its E-Trunk: an excerpt proves that as well. */
function mistakenTrunk(
  device: Device,
  profile: Rbp,
  { eTrunk, ethTrunk }: Extract<RoleSource, { kind: 'e-trunk' }>,
  meant: Interface,
): RawFinding<Facts> {
  return {
    at: ethTrunk.at,
    severity: 'error',
    message: `${device.name}: Eth-Trunk${ethTrunk.value}, from which RBP ${profile.name} takes its role, is not in this file: the RBP has no role; ${meant.name} is in E-Trunk ${eTrunk.value}, use that`,
    also: [{ at: meant.eTrunk!.at, message: `${device.name}: ${meant.name} is the member of E-Trunk ${eTrunk.value}` }],
    facts: { device, meant: { at: ethTrunk.at, trunk: meant.key.replace(/^eth-trunk/, '') } },
  };
}
