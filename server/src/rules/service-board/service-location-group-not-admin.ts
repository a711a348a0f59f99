// The VRRP group that gives a DS-Lite board its role must be a management group; for NAT it may be one.
import type { Device, Group } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { findGroup } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { groupOf, instancesOn, interChassis } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device; group: Group; safe: boolean }>({
  id: 'service-location-group-not-admin',
  requirement: 'HB-SL-MVRRP',
  title: 'The VRRP group of a service-location is no management group',
  severity: 'error',
  why: 'The board does not follow the role of an ordinary group in a DS-Lite backup: boards and VRRP may disagree about the master.',
  guide: ['004 step 2.4'],
  supersededBy: ['service-location-group-differs'],
  *check(device) {
    const reported = new Set<Group>();
    for (const location of interChassis(device)) {
      const group = groupOf(device, location);
      if (!group?.exists || group.admin || group.follows || reported.has(group)) continue;
      // A line that makes no group that is there a management group is a fault of its own.
      if (device.interfaces.get(group.interfaceKey)?.block.lines.some((line) => makesNoneAdmin(line, device, group)))
        continue;
      reported.add(group);
      const dsLite = instancesOn(device, location).some((instance) => instance.kind === 'ds-lite');
      yield {
        at: group.at,
        evidence: [location.group!.vrid.at],
        severity: dsLite ? 'error' : 'information',
        message: `${device.name}: VRRP group ${group.vrid} on ${group.interfaceName} of service-location ${location.id} is no admin-vrrp: the board does not follow the role; add admin-vrrp`,
        also: [
          {
            at: location.group!.vrid.at,
            message: `${device.name}: service-location ${location.id} follows VRRP group ${group.vrid}`,
          },
        ],
        facts: { device, group, safe: dsLite },
      };
    }
  },
  fix({ device, group, safe }) {
    const { block } = device.interfaces.get(group.interfaceKey)!;
    const line = `admin-vrrp vrid ${group.vrid} ignore-if-down`;
    const last = group.lines.filter((line) => / virtual-ip /.test(line.text)).at(-1);
    return [
      {
        title: `Add ${line} on ${device.name} ${group.interfaceName}`,
        edits: [insertInBlock(device, block, line, { after: (line) => line === last })],
        safe,
      },
    ];
  },
  examples: [
    {
      title: 'An ordinary group under DS-Lite',
      config:
        exampleBoard('DeviceA', 1, {
          vrrp: `
                   ^ DeviceA: VRRP group 1 on GigabitEthernet0/1/8 of service-location 1 is no admin-vrrp: the board does not follow the role; add admin-vrrp
         vrrp vrid 1 priority 200`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          vrrp: `
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 200`,
        })}`,
    },
    {
      title: 'The line makes another group the management group, one that does not exist: that is the finding',
      config: exampleBoard('DeviceA', 1, {
        vrrp: `
         admin-vrrp vrid 11
         vrrp vrid 1 priority 200`,
      }),
    },
    { title: 'A management group', config: exampleBoard('DeviceA', 1) },
  ],
});

function makesNoneAdmin(line: MatchedLine, device: Device, { interfaceKey, family }: Group): boolean {
  const text = canonicalText(line);
  if (!text.startsWith('admin-vrrp ')) return false;
  const vrid = /^admin-vrrp vrid (\d+)(?: |$)/.exec(text)?.[1];
  return vrid === undefined || !findGroup(device, interfaceKey, family, Number(vrid))?.exists;
}
