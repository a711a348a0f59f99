// Active-active takes `force-master` on both devices: where the other one elects, it is backup as soon as it hears the Hello packets.
import type { Device, Interface } from '../../model/device';
import { eTrunkMembers } from '../../model/e-trunk/e-trunk-pairs';
import { modeOf } from '../../model/e-trunk/roles';
import { insertInBlock, removeLine } from '../../edits/config-edits';
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import { pairRule } from '../../diagnostics/rule';
import { exampleETrunk } from '../testing/example-e-trunk';

interface Facts {
  readonly device: Device;
  readonly port: Interface;
  readonly forced: { readonly device: Device; readonly port: Interface; readonly line: MatchedLine };
}

const text = 'e-trunk mode force-master';

export default pairRule<Facts>({
  id: 'e-trunk-force-master-on-one-device',
  requirement: 'HB-X-ET-FORCE',
  title: 'An Eth-Trunk is forced to master on one device, and elected on the other',
  severity: 'warning',
  why: 'Both devices forward only where both are told to; as it stands the other one forwards only when it hears nothing of this one.',
  guide: ['007 step 3'],
  *check(pair) {
    for (const { a, b } of eTrunkMembers(pair)) {
      if (!a || !b) continue;
      for (const [forced, device, port, peer] of [
        [a, pair.a, b, pair.b],
        [b, pair.b, a, pair.a],
      ] as const) {
        if (modeOf(forced) !== 'force-master' || modeOf(port) !== 'auto') continue;
        const line = forced.block.lines.find((each) => canonicalText(each) === text);
        if (!line) continue;
        const message = `${device.name}: ${forced.name} is forced to master, ${port.name} of ${peer.name} is elected: one stays idle; set ${text} on both or on neither`;
        yield {
          at: line,
          message,
          peer: { at: port.at, message },
          facts: { device: peer, port, forced: { device, port: forced, line } },
        };
      }
    }
  },
  fix: ({ device, port, forced }) => [
    {
      title: `Add "${text}" on ${device.name} ${port.name}`,
      edits: [insertInBlock(device, port.block, text)],
      safe: false,
    },
    {
      title: `Remove "${text}" on ${forced.device.name} ${forced.port.name}`,
      edits: [removeLine(forced.line)],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'On one device',
      config: `${example('DeviceA', 1, ` ${text}\n         ${'^'.repeat(text.length)} DeviceA: Eth-Trunk1 is forced to master, Eth-Trunk1 of DeviceB is elected`)}${example('DeviceB', 2, '')}
        fixed:${example('DeviceB', 2, ` ${text}`)}`,
    },
    { title: 'On both', config: example('DeviceA', 1, ` ${text}`) + example('DeviceB', 2, ` ${text}`) },
    {
      title: 'The forced role moved from one to the other',
      config: example('DeviceA', 1, ' e-trunk mode force-backup') + example('DeviceB', 2, ` ${text}`),
    },
  ],
});

function example(name: string, own: 1 | 2, mode: string): string {
  return exampleETrunk(name, own, { trunk: mode === '' ? '' : `\n        ${mode}` });
}
