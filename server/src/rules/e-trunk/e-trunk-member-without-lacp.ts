// The links of an E-Trunk are bundled by the switch below with static LACP where the devices give it one LACP system ID: a member that
// runs no LACP sends none. That one of two runs it is a finding of its own.
import { deviceRule } from '../../diagnostics/rule';
import { insertInBlock } from '../../edits/config-edits';
import type { Device, Interface } from '../../model/device';
import { canonicalText, systemLines } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import { ethTrunksIn } from '../../model/e-trunk/e-trunk-pairs';

export default deviceRule<{ device: Device; member: Interface }>({
  id: 'e-trunk-member-without-lacp',
  requirement: 'HB-X-ET-LACP',
  title: 'A member of an E-Trunk runs no LACP',
  severity: 'warning',
  why: 'The switch below gets no LACP from the trunk: it does not know which device is master, and sends into both.',
  guide: ['vendor configuration guide: E-Trunk'],
  supersededBy: ['e-trunk-settings-differ', 'eth-trunk-mode-differs'],
  *check(device) {
    if (device.eTrunks.size === 0 || systemLines(device, /^lacp e-trunk /, 'lacp').length === 0) return;
    for (const id of device.eTrunks.keys())
      for (const member of ethTrunksIn(device, id)) {
        const texts = inForce(member.block.lines).map(canonicalText);
        if (texts.some((text) => /^mode /.test(text))) continue;
        yield {
          at: member.at,
          message: `${device.name}: ${member.name} of E-Trunk ${id} runs no LACP, for which there is a system ID: the switch sends into both; add mode lacp-static`,
          facts: { device, member },
        };
      }
  },
  fix: ({ device, member }) => [
    {
      title: `Add mode lacp-static on ${device.name} ${member.name}`,
      edits: [insertInBlock(device, member.block, 'mode lacp-static', { first: true })],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'A system ID for LACP, and a trunk without LACP',
      config: `
        sysname DeviceA
        #
        lacp e-trunk system-id 00E0-FC00-0001
        #
        e-trunk 1
         priority 10
        #
        interface Eth-Trunk1
                  ^^^^^^^^^^ DeviceA: Eth-Trunk1 of E-Trunk 1 runs no LACP, for which there is a system ID: the switch sends into both; add mode lacp-static
         e-trunk 1
        #
        fixed:
        sysname DeviceA
        #
        lacp e-trunk system-id 00E0-FC00-0001
        #
        e-trunk 1
         priority 10
        #
        interface Eth-Trunk1
         mode lacp-static
         e-trunk 1
        #
      `,
    },
    {
      title: 'With LACP, by hand, without a system ID',
      config: `
        sysname DeviceA
        #
        e-trunk 1
         priority 10
        #
        interface Eth-Trunk1
         e-trunk 1
        #
      `,
    },
  ],
});
