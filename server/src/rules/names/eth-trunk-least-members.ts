// A trunk that requires more active links than it has member ports never comes up. An excerpt may have left members out.
import { deviceRule } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { ethTrunks, trunkPorts } from '../../model/interface-state';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { Place } from '../../model/place';

export default deviceRule<{ at: Place; most: number }>({
  id: 'eth-trunk-least-members',
  requirement: 'HB-X-TRUNK-LEAST',
  title: 'An Eth-Trunk requires more active links than it has',
  severity: 'information',
  why: 'The trunk stays down, and with it the groups, users and channels on it.',
  guide: ['vendor command reference: least active-linknumber'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const trunk of ethTrunks(device)) {
      const line = inForce(trunk.block.lines).findLast(({ text }) => /^\s*least /i.test(text));
      const least = Number(line && /^least active-linknumber (\d+)$/.exec(canonicalText(line))?.[1]);
      const ports = trunkPorts(device, trunk.key);
      const isListed = trunk.block.lines.some(({ text }) => /^\s*trunkport\b/i.test(text));
      const up = ports.filter(({ shutdown }) => !shutdown).length;
      // Without any member, or with all of them shut down, it is another finding.
      if (!line || isListed || up === 0 || !(least > up)) continue;
      const at = wordsAt(line, 2);
      const members = `${up} member${up === 1 ? '' : 's'}${up < ports.length ? ' that are not shut down' : ''}`;
      yield {
        at,
        severity: device.isWholeFile ? 'warning' : undefined,
        message: device.isWholeFile
          ? `${device.name}: ${trunk.name} requires ${least} active links and has ${members}: the trunk stays down; set ${up} at most`
          : `${device.name}: ${trunk.name} requires ${least} active links and has ${members} in this file; set ${up} at most`,
        facts: { at, most: up },
      };
    }
  },
  fix: ({ at, most }) => [{ title: `Ask for ${most}`, edits: [replace(at, String(most))], safe: false }],
  examples: [
    {
      title: 'In a whole file',
      config: whole(
        3,
        `
                                 ^ DeviceA: Eth-Trunk10 requires 3 active links and has 2 members: the trunk stays down; set 2 at most`,
      ),
    },
    {
      title: 'In an excerpt: information',
      config: `
        sysname DeviceA
        #${trunk(
          3,
          `
                                 ^ DeviceA: Eth-Trunk10 requires 3 active links and has 2 members in this file; set 2 at most`,
        )}
      `,
    },
    { title: 'As many as there are', config: whole(2) },
  ],
});

function trunk(least: number, carets = ''): string {
  return `
        interface Eth-Trunk10
         ip address 10.1.1.1 255.255.255.0
         least active-linknumber ${least}${carets}
        #
        interface GigabitEthernet0/1/1
         eth-trunk 10
        #
        interface GigabitEthernet0/1/2
         eth-trunk 10
        #`;
}

function whole(least: number, carets = ''): string {
  return `
        sysname DeviceA
        #
        aaa
        #${trunk(least, carets)}
        interface NULL0
        #
        user-interface vty 0 4
        #
        return
      `;
}
