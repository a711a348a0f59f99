// Users of a LAC get their tunnels only where `l2tp enable` turns L2TP on for the device. An excerpt may have left that line out: what
// proves the fault is a whole file, or the peer that has the line (docs/decisions/excerpts-and-whole-files.md).
import { l2tp } from '../../catalogue';
import { insertSection } from '../../edits/config-edits';
import { inForce } from '../../model/lines/in-force';
import { canonicalText } from '../../model/lines/canonical-text';
import type { Device } from '../../model/device';
import { backsUpTunnels, tunnelGroups } from '../../model/services/tunnels';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<Device>({
  id: 'l2tp-not-enabled',
  requirement: 'HB-BR-L2TP-ON',
  title: 'L2TP groups of users who are backed up, on a device that has L2TP turned off',
  severity: 'information',
  why: 'No tunnel comes up: users who are to reach their LNS do not log in.',
  guide: ['011 step 3.5'],
  supersededBy: ['login-backup-differs'],
  *check(device) {
    if (device.holdsSeveralDevices || !backsUpTunnels(device) || isOn(device)) return;
    const [first] = tunnelGroups(device).filter(({ lines }) => inForce([...lines]).some((line) => !line.match?.undo));
    if (!first) return;
    yield {
      at: first.heads[0]!,
      severity: device.isWholeFile ? 'error' : undefined,
      message: device.isWholeFile
        ? `${device.name}: the tunnels of this device never come up: the line l2tp enable is not there; add l2tp enable`
        : `${device.name}: the line l2tp enable, which turns the L2TP groups of this device on, is not in this file; add l2tp enable`,
      facts: device,
    };
  },
  fix: (device) => [
    {
      title: `Add "l2tp enable" on ${device.name}`,
      edits: [insertSection(device, ['l2tp enable'], tunnelGroups(device)[0]?.heads[0])],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'An excerpt',
      config: `${excerpt('', '\n        ^^^^^^^^^^^^^^^ DeviceA: the line l2tp enable, which turns the L2TP groups of this device on, is not in this file; add l2tp enable')}
        fixed:${excerpt('l2tp enable\n        #\n        ', '')}`,
    },
    { title: 'Turned on', config: excerpt('l2tp enable\n        #\n        ', '') },
    { title: 'No tunnels are backed up', config: excerpt('', '').replace('service-type l2tp', 'service-type arp') },
  ],
});

function isOn({ system }: Device): boolean {
  return (system.get(l2tp.enable.id) ?? []).some((line) => canonicalText(line) === 'l2tp enable');
}

function excerpt(enable: string, carets: string): string {
  return `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         service-type l2tp
         backup-id 10 remote-backup-service s1
        #
        ${enable}l2tp-group lac1${carets}
         start l2tp ip 10.9.9.200
        #`;
}
