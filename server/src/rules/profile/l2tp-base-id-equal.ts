// The tunnels of both devices count from different numbers, so that those taken over never meet those that are there
// (docs/decisions/copied-identity.md).
import type { Device } from '../../model/device';
import { insertSection } from '../../edits/config-edits';
import { profilePairsWith } from '../../model/services/followed-groups';
import { wordsAt } from '../../model/lines/canonical-text';
import { tunnelBase, tunnelBaseLine, tunnelBaseTextBeside } from '../../model/services/tunnels';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';
import { exampleLogin } from '../testing/example-login';

export default pairRule<Device | undefined>({
  id: 'l2tp-base-id-equal',
  requirement: 'HB-X-ID-L2TP',
  title: 'Both devices number their L2TP tunnels from the same base',
  severity: 'warning',
  why: 'After a switchover a tunnel that is taken over has the number of one that is there: its sessions are dropped.',
  guide: ['011 step 4.5', 'vendor command reference: set l2tp tunnel base-id'],
  *check(pair) {
    const { a, b } = pair;
    const [ofA, ofB] = [tunnelBaseLine(a), tunnelBaseLine(b)];
    if (!ofA && !ofB) {
      const [matched] = profilePairsWith(pair, 'l2tp');
      if (!matched) return;
      const message = `Neither ${a.name} nor ${b.name} has set l2tp tunnel base-id: both number tunnels from 0, and tunnels of one take the numbers of the other's`;
      yield { at: matched.b.at, message, peer: { at: matched.a.at, message }, facts: pair.b };
      return;
    }
    if (!ofA || !ofB) return;
    const [left, right] = [tunnelBase(ofA), tunnelBase(ofB)];
    if (left !== right) return;
    const message = `${a.name} and ${b.name} both have l2tp tunnel base-id ${right}: tunnels of one take the numbers of the other's`;
    yield { at: wordsAt(ofB, Infinity), message, peer: { at: wordsAt(ofA, Infinity), message }, facts: undefined };
  },
  fix(device) {
    // Which of two equal numbers is to change no file tells.
    if (!device) return [];
    const before = [...device.services.values()][0]?.block.heads[0];
    const text = tunnelBaseTextBeside('0');
    return [{ title: `Add ${text} on ${device.name}`, edits: [insertSection(device, [text], before)], safe: false }];
  },
  examples: [
    {
      title: 'On neither device',
      config:
        exampleLogin('DeviceA', 1, { profile: 'service-type l2tp' }) +
        exampleLogin('DeviceB', 2, {
          profile: 'service-type l2tp',
          atProfile:
            '                      ^^ Neither DeviceA nor DeviceB has set l2tp tunnel base-id: both number tunnels from 0',
        }),
    },
    {
      title: 'A copied line',
      config:
        device('DeviceA', 1, '16384') +
        device(
          'DeviceB',
          2,
          `16384
                                ^^^^^ DeviceA and DeviceB both have l2tp tunnel base-id 16384`,
        ),
    },
    { title: 'Different', config: device('DeviceA', 1, '16384') + device('DeviceB', 2, '32768') },
  ],
});

function device(name: string, own: 1 | 2, id: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.9.0', 2000)}
        #
        set l2tp tunnel base-id ${id}
        #`;
}
