// `batch-backup ... now` does its work when it is typed and leaves nothing behind. In a script it belongs, in a saved
// file it does not (docs/decisions/batch-backup-now.md): there the lines of a view are indented.
import type { MatchedLine } from '../../model/lines/matched-line';
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ line: MatchedLine }>({
  id: 'rbs-batch-backup-now-saved',
  requirement: 'HB-RBS-BATCH-NOW-SAVED',
  title: 'An immediate bulk backup in a saved file',
  severity: 'information',
  why: 'The line is an action, not a setting: a device that starts with this file does not repeat it.',
  guide: ['000 step 2.4'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const { line, now } of service.batches) {
        const head = service.block.heads[0];
        if (!now || line.prompt !== undefined || !head || line.indent <= head.indent) continue;
        yield {
          at: line,
          message: `${device.name}: "batch-backup ... now" in RBS ${service.name} is an action and is never saved; remove the line`,
          facts: { line },
        };
      }
    }
  },
  fix: ({ line }) => [{ title: 'Remove the line', edits: [removeLine(line)], safe: false }],
  examples: [
    {
      title: 'In a saved file',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         batch-backup service-type nd now
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is an action
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
      `,
    },
    {
      title: 'In a script, and a daily one in a saved file',
      config: `
        --- script.txt
        system-view
        sysname DeviceA
        remote-backup-service s1
        peer 10.255.0.2 source 10.255.0.1 port 6001
        batch-backup service-type nd now
        quit
        --- saved.cfg
        sysname DeviceC
        #
        remote-backup-service s1
         peer 10.255.9.2 source 10.255.9.1 port 6001
         batch-backup service-type dhcp-server daily 03:30:00
        #
      `,
    },
  ],
});
