// A multicast interface is tied to a common VRRP group or to a management group, never to both.
import { memoizeByObject } from '../../text/memoize';
import { multicastFamilies } from '../../model/services/multicast';
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import type { Block } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';

export default deviceRule<{ name: string; common: MatchedLine; admin: MatchedLine }>({
  id: 'mld-track-twice',
  requirement: 'HB-M-TRACK-BOTH',
  title: 'Multicast tracks a common and a management VRRP group on one interface',
  severity: 'error',
  why: 'The device takes one of the two roles only; which one is not what the file seems to say.',
  guide: ['vendor configuration guide: MLD hot backup with a management VRRP6 group'],
  independentPer: 'interface',
  *check(device) {
    for (const port of device.interfaces.values()) {
      for (const { common, admin } of twiceIn(port.block)) {
        yield {
          at: admin,
          message: `${device.name}: ${port.name} tracks both a common and a management VRRP group: the device takes one only`,
          also: [{ at: common, message: `${device.name}: ${port.name} tracks a common group here` }],
          facts: { name: `${device.name} ${port.name}`, common, admin },
        };
      }
    }
  },
  fix({ name, common, admin }) {
    return [
      { title: `Keep the common group on ${name}`, edits: [removeLine(admin)], safe: false },
      { title: `Keep the management group on ${name}`, edits: [removeLine(common)], safe: false },
    ];
  },
  examples: [
    {
      title: 'Both forms',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         multicast ipv6 track vrrp6 vrid 1
         multicast ipv6 track admin-vrrp6 interface GigabitEthernet0/1/9 vrid 7
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 tracks both
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         multicast ipv6 track vrrp6 vrid 1
        #
      `,
    },
    {
      title: 'One form; one a family',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         multicast track vrrp vrid 1
         multicast ipv6 track admin-vrrp6 interface GigabitEthernet0/1/9 vrid 7
        #
      `,
    },
  ],
});

interface Twice {
  readonly common: MatchedLine;
  readonly admin: MatchedLine;
}

const twiceIn = memoizeByObject(findTwice);

function findTwice(block: Block): readonly Twice[] {
  // Reading a line costs: with thousands of interfaces only those with two candidates are looked at.
  const lines = block.lines.filter((line) => line.text.charCodeAt(0) === 109 || line.text.charCodeAt(0) === 77);
  if (lines.length < 2) return none;
  return multicastFamilies.flatMap((words) => {
    const common = lines.find((line) => `${canonicalText(line)} `.startsWith(`${words.track} `));
    const admin = lines.find((line) => `${canonicalText(line)} `.startsWith(`${words.adminTrack} `));
    return common && admin ? [{ common, admin }] : [];
  });
}

const none: readonly Twice[] = [];
