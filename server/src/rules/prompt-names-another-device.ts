// In a pasted transcript a view is entered and filled on one device: a prompt inside it that names another one is a slip of
// copying, and the line may have been typed on the wrong device.
import type { Block, Device } from '../model/device';
import { promptView } from '../catalogue/index';
import { deviceRule } from './rule';

export default deviceRule<undefined>({
  id: 'prompt-names-another-device',
  check: 'HB-TXT-PROMPT',
  title: 'A prompt inside a view names another device than the one on which the view was entered',
  severity: 'warning',
  why: 'Either the transcript was put together from two devices, or the command was typed on the wrong one.',
  guide: ['003 step 4'],
  *find(device) {
    for (const block of blocksOf(device)) {
      for (const head of block.heads) {
        const entered = nameIn(head.prompt);
        if (entered === undefined) continue;
        for (const line of head.lines) {
          const inner = nameIn(line.prompt);
          if (inner === undefined || inner === entered || inner.startsWith(`${entered}-`)) continue;
          const name = deviceOf(inner);
          if (name === undefined || name === entered) continue;
          yield {
            at: line,
            message: `The prompt says ${name}, but ${head.text} was entered on ${entered}`,
            also: [{ at: head, message: `Entered on ${entered}` }],
            facts: undefined,
          };
        }
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

/** What stands between the brackets, without the mark of the two-phase commit. */
function nameIn(prompt: string | undefined): string | undefined {
  return prompt === undefined ? undefined : /\[[~*]?(.+)\]/.exec(prompt)?.[1];
}

/** The device's part of a prompt that also names a view; a name may hold dashes itself. */
function deviceOf(inner: string): string | undefined {
  for (let dash = inner.indexOf('-'); dash > 0; dash = inner.indexOf('-', dash + 1)) {
    if (promptView(inner.slice(dash + 1))) return inner.slice(0, dash);
  }
  return undefined;
}

function* blocksOf(device: Device): Iterable<Block> {
  for (const map of [device.interfaces, device.services, device.profiles, device.locations, device.instanceGroups, device.eTrunks]) {
    for (const one of map.values()) yield one.block;
  }
  for (const one of [...device.pools, ...device.instances]) yield one.block;
  for (const blocks of device.views.values()) yield* blocks;
}
