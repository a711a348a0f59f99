// In a pasted transcript a view is entered and filled on one device: a prompt inside it that names another one is a slip of
// copying, and the line may have been typed on the wrong device.
import type { Block, Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { parsePrompt } from '../../model/lines/prompts';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'prompt-names-another-device',
  requirement: 'HB-TXT-PROMPT',
  title: 'A prompt inside a view names another device than the one on which the view was entered',
  severity: 'warning',
  why: 'Either the transcript was put together from two devices, or the command was typed on the wrong one.',
  guide: ['003 step 4'],
  independentPer: 'block',
  *check(device) {
    for (const block of blocksOf(device)) {
      let entered: { readonly name: string; readonly head: MatchedLine } | undefined;
      for (const head of block.heads) {
        const prompt = head.prompt === undefined ? undefined : parsePrompt(head.prompt);
        if (!prompt || prompt.user) {
          entered = undefined;
          continue;
        }
        // A command that opens the view starts anew; a head that only a prompt stood for goes on with what was entered above.
        const typed = prompt.view === undefined || !prompt.inner.endsWith(head.text);
        const line = head.lines[0];
        if (typed || !entered || entered.head.anchor !== head.anchor) {
          entered = { name: prompt.device, head };
          continue;
        }
        if (entered.name === prompt.device || !line) continue;
        yield {
          at: line,
          message: `The prompt says ${prompt.device}, but ${entered.head.text} was entered on ${entered.name}: two devices are mixed`,
          also: [{ at: entered.head, message: `${entered.head.text} was entered on ${entered.name}` }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'One line of the other device',
      config: `
        [~DeviceB] remote-backup-profile profile1
        [*DeviceB-rm-backup-prf-profile1] service-type mld
        [*DeviceA-rm-backup-prf-profile1] peer-backup hot
                                          ^^^^^^^^^^^^^^^ The prompt says DeviceA, but remote-backup-profile profile1 was entered on DeviceB
        [*DeviceB-rm-backup-prf-profile1] commit
      `,
    },
    {
      title: 'One device',
      config: `
        [~Edge-1] remote-backup-profile profile1
        [*Edge-1-rm-backup-prf-profile1] service-type mld
        [*Edge-1-rm-backup-prf-profile1] commit
        [~Edge-1-rm-backup-prf-profile1] quit
      `,
    },
  ],
});

/** Blocks that were entered more than once: of one head alone there is nothing to compare. */
function blocksOf(device: Device): Block[] {
  const found: Block[] = [];
  const add = ({ block }: { readonly block: Block }) => {
    if (block.heads.length > 1) found.push(block);
  };
  for (const map of [
    device.interfaces,
    device.services,
    device.profiles,
    device.locations,
    device.instanceGroups,
    device.eTrunks,
  ]) {
    (map as ReadonlyMap<unknown, { readonly block: Block }>).forEach(add);
  }
  [...device.pools, ...device.instances].forEach(add);
  for (const blocks of device.views.values()) {
    for (const block of blocks) add({ block });
  }
  return found;
}
