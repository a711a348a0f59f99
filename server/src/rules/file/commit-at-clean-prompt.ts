// `[~...]` says that nothing waits to be committed: a commit typed there does nothing, or the transcript lost its changes.
import { lineRule } from '../../diagnostics/rule';

export default lineRule<undefined>({
  id: 'commit-at-clean-prompt',
  requirement: 'HB-TXT-TILDE',
  title: 'A commit at a prompt that shows nothing to commit',
  severity: 'information',
  why: 'Whoever copies the transcript may take the configuration for committed, although the change stands in another view or was lost.',
  guide: ['003 step 5'],
  concerns: (line) => line.prompt !== undefined,
  *check(line, { device }) {
    if (line.prompt === undefined || !/\[~/.test(line.prompt) || !/^commit\b/i.test(line.text)) return;
    yield {
      at: line,
      message: `${device}: commit at prompt ${line.prompt.trim()} commits nothing: after a change the prompt begins with [*`,
      facts: undefined,
    };
  },
  examples: [
    {
      title: 'A clean prompt',
      config: `
        [~DeviceA] commit
                   ^^^^^^ commit at prompt [~DeviceA]
      `,
    },
    {
      title: 'An uncommitted change',
      config: `
        [~DeviceA] remote-backup-profile profile1
        [*DeviceA-rm-backup-prf-profile1] commit
        [~DeviceA-rm-backup-prf-profile1] quit
      `,
    },
  ],
});
