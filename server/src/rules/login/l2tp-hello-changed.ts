// Tunnels that are backed up are watched every 60 s: without the hello a dead one stays, with another interval the two ends disagree
// on it while the role moves.
import type { Device } from '../../model/device';
import { removeLine } from '../../edits/config-edits';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { profilesWith } from '../../model/services/bindings';
import { tunnelGroups } from '../../model/services/tunnels';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ device: Device; line: MatchedLine }>({
  id: 'l2tp-hello-changed',
  requirement: 'HB-BR-L2TP-HELLO',
  title: 'The hello interval of tunnels that are backed up is not the default',
  severity: 'warning',
  why: 'With hot backup the hello stays on, every 60 s: tunnels are otherwise taken for dead, or for alive, when the role moves.',
  guide: ['vendor configuration guide: precautions for multi-device backup'],
  *check(device) {
    if (profilesWith(device, 'l2tp').length === 0) return;
    for (const { heads, lines } of tunnelGroups(device))
      for (const line of inForce([...lines])) {
        const seconds = /^tunnel timer hello (\d+)$/.exec(canonicalText(line))?.[1];
        if (line.match?.undo || seconds === undefined || Number(seconds) === 60) continue;
        yield {
          at: line,
          message: `${device.name}: ${canonicalText(heads[0]!)} has tunnel timer hello ${seconds} s, hot backup needs 60 s, the default: remove the line`,
          facts: { device, line },
        };
      }
  },
  fix({ device, line }) {
    return [{ title: `Remove tunnel timer hello on ${device.name}`, edits: [removeLine(line)], safe: false }];
  },
  examples: [
    {
      title: 'Turned off',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         service-type l2tp
        #
        l2tp-group lac1
         tunnel name lac1
         tunnel timer hello 0
         ^^^^^^^^^^^^^^^^^^^^ DeviceA: l2tp-group lac1 has tunnel timer hello 0 s, hot backup needs 60 s, the default: remove the line
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         service-type l2tp
        #
        l2tp-group lac1
         tunnel name lac1
        #`,
    },
    {
      title: 'The default, and tunnels that are not backed up',
      config: `
        sysname DeviceA
        #
        l2tp-group lac1
         tunnel timer hello 200
        #`,
    },
  ],
});
