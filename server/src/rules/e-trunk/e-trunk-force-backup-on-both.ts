// A device whose Eth-Trunk is forced to backup never forwards: where both are, nobody does.
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Device, Interface } from '../../model/device';
import { eTrunkMembers } from '../../model/e-trunk/e-trunk-pairs';
import { modeOf } from '../../model/e-trunk/roles';
import { removeLine } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { exampleETrunk } from '../testing/example-e-trunk';

interface Forced {
  readonly device: Device;
  readonly port: Interface;
  readonly line: MatchedLine;
}

const text = 'e-trunk mode force-backup';

export default pairRule<readonly Forced[]>({
  id: 'e-trunk-force-backup-on-both',
  requirement: 'HB-X-ET-FORCE',
  title: 'The Eth-Trunks of both devices are forced to backup',
  severity: 'error',
  why: 'No device forwards for the users below, whatever fails and whatever comes back.',
  guide: ['CLI reference, e-trunk mode'],
  *check(pair) {
    for (const { a, b } of eTrunkMembers(pair)) {
      if (!a || !b || modeOf(a) !== 'force-backup' || modeOf(b) !== 'force-backup') continue;
      const [ofA, ofB] = [forced(pair.a, a), forced(pair.b, b)];
      if (!ofA || !ofB) continue;
      yield {
        at: ofB.line,
        message: messageOf(ofB, ofA),
        peer: { at: ofA.line, message: messageOf(ofA, ofB) },
        facts: [ofA, ofB],
      };
    }
  },
  fix: (all) =>
    all.map(({ device, port, line }) => ({
      title: `Remove "${text}" on ${device.name} ${port.name}`,
      edits: [removeLine(line)],
      safe: false,
    })),
  examples: [
    {
      title: 'On both devices',
      config: `${example('DeviceA', 1, ` ${text}`)}${example('DeviceB', 2, ` ${text}\n         ${'^'.repeat(text.length)} DeviceB: Eth-Trunk1 is forced to backup, as Eth-Trunk1 of DeviceA: nobody forwards for the users; remove one line`)}
        fixed:${example('DeviceA', 1, '')}`,
    },
    { title: 'On one device', config: example('DeviceA', 1, '') + example('DeviceB', 2, ` ${text}`) },
    {
      title: 'The forced role moved from one to the other',
      config: example('DeviceA', 1, ' e-trunk mode force-master') + example('DeviceB', 2, ` ${text}`),
    },
  ],
});

function forced(device: Device, port: Interface): Forced | undefined {
  const line = port.block.lines.find((each) => canonicalText(each) === text);
  return line && { device, port, line };
}

function messageOf(own: Forced, peer: Forced): string {
  return `${own.device.name}: ${own.port.name} is forced to backup, as ${peer.port.name} of ${peer.device.name}: nobody forwards for the users; remove one line`;
}

function example(name: string, own: 1 | 2, mode: string): string {
  return exampleETrunk(name, own, { trunk: mode === '' ? '' : `\n        ${mode}` });
}
