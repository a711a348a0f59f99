// A mark or a baseline entry that silences nothing: the fault is mended, or the rule is misspelt. Found by the workspace, which
// knows what was silenced; this file is its name, reason and severity.
import { networkRule } from '../../diagnostics/rule';

export default networkRule({
  id: 'suppression-unused',
  requirement: [],
  title: 'An accepted finding that is not there any more',
  severity: 'information',
  why: 'What silences nothing today may silence a real fault tomorrow: remove it.',
  guide: ['how findings are accepted: README.md'],
  *check(network) {
    const unused = network.unusedSuppressions ?? [];
    if (unused.length === 0) return;
    const names = new Map(network.devices.map(({ file, name }) => [file, name]));
    for (const { at, message } of unused)
      yield { at, message: `${names.get(at.anchor.file) ?? at.anchor.file}: ${message}`, facts: undefined };
  },
  examples: [
    {
      title: 'The rule a mark names finds nothing below it',
      config: `
      --- A.cfg
      #
      sysname A
      # vrp-ignore rbs-port-mismatch -- the peer is moved next week
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ silences nothing
      remote-backup-service s
       peer 10.0.0.2 source 10.0.0.1 port 6000
      #
    `,
    },
    {
      title: 'No mark',
      config: `
      --- A.cfg
      #
      sysname A
      #
      remote-backup-service s
       peer 10.0.0.2 source 10.0.0.1 port 6000
      #
    `,
    },
  ],
});
