// Copies of a site in one folder: two files answer the same channel equally well. Nothing is checked across them then.
import { networkRule } from '../../diagnostics/rule';

export default networkRule({
  id: 'peer-ambiguous',
  requirement: [],
  title: 'Several files could be the peer of this device',
  severity: 'information',
  why: 'No pair is checked until it is clear which of the files is the peer: keep copies in folders of their own.',
  guide: ['how pairs are found: ARCHITECTURE.md'],
  *check(network) {
    for (const { device, candidates } of network.ambiguities) {
      const at = device.sysname?.at ?? device.firstLine;
      if (!at) continue;
      const names = candidates
        .map((candidate) => candidate.file)
        .slice(0, 3)
        .join(', ');
      yield { at, message: `${device.name}: more than one file could be its peer (${names})`, facts: undefined };
    }
  },
  examples: [
    {
      title: 'two copies of the peer beside it',
      config: `
      --- A.cfg
      #
      sysname A
              ^ more than one file could be its peer
      #
      remote-backup-service s
       peer 10.0.0.2 source 10.0.0.1 port 6000
      #
      --- B.cfg
      #
      sysname B
      #
      remote-backup-service s
       peer 10.0.0.1 source 10.0.0.2 port 6000
      #
      --- B-copy.cfg
      #
      sysname B
      #
      remote-backup-service s
       peer 10.0.0.1 source 10.0.0.2 port 6000
      #
    `,
    },
    {
      title: 'one peer',
      config: `
      --- A.cfg
      #
      sysname A
      #
      remote-backup-service s
       peer 10.0.0.2 source 10.0.0.1 port 6000
      #
      --- B.cfg
      #
      sysname B
      #
      remote-backup-service s
       peer 10.0.0.1 source 10.0.0.2 port 6000
      #
    `,
    },
  ],
});
