// Copies of a site in one folder: two files answer the same channel equally well. Nothing is checked across them then.
import { networkRule } from '../../diagnostics/rule';
import type { Ambiguity } from '../../model/pairing/find-pairs';
import { connectedComponents } from '../../text/connected-components';
import { push } from '../../text/collections';
import { shortPaths } from '../../text/short-paths';

export default networkRule({
  id: 'peer-ambiguous',
  requirement: [],
  title: 'Several files could be the peer of this device',
  severity: 'information',
  why: 'No pair is checked until it is clear which of the files is the peer: keep copies in folders of their own.',
  guide: ['how pairs are found: ARCHITECTURE.md'],
  *check(network) {
    for (const group of groupsOf(network.ambiguities)) {
      const { device } = group[0]!;
      const at = device.sysname?.at ?? device.firstLine;
      if (!at) continue;
      const files = new Set(group.flatMap(({ candidates }) => candidates.map((candidate) => candidate.file)));
      const what =
        group.length === 1 ? 'several devices could be the peer' : 'several devices could be peers of each other';
      const message = `${device.name}: ${what} (${shortPaths([...files], 3)}), so no pair is checked; keep copies in another folder`;
      yield { at, message, facts: undefined };
    }
  },
  examples: [
    {
      title: 'two copies of both devices: one line for all of them',
      config: `
      --- A.cfg
      #
      sysname A
      #
      remote-backup-service s
       peer 10.0.0.2 source 10.0.0.1 port 6000
      #
      --- A-copy.cfg
      #
      sysname A
              ^ A: several devices could be peers of each other (B-copy.cfg, B.cfg, A-copy.cfg and 1 more), so no pair is checked; keep copies in another folder
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
      title: 'two copies of the peer beside it',
      config: `
      --- A.cfg
      #
      sysname A
              ^ A: several devices could be the peer (B-copy.cfg, B.cfg), so no pair is checked; keep copies in another folder
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

/** Ambiguities that share a file are one: of two copies of both devices each is one of its own. */
function groupsOf(ambiguities: readonly Ambiguity[]): readonly (readonly Ambiguity[])[] {
  const links = ambiguities.map(({ device, candidates }) => [device.file, ...candidates.map(({ file }) => file)]);
  const components = connectedComponents([...new Set(links.flat())], links);
  const numberOf = new Map(components.flatMap((files, index) => files.map((file) => [file, index] as const)));
  const groups = new Map<number, Ambiguity[]>();
  for (const ambiguity of ambiguities) push(groups, numberOf.get(ambiguity.device.file)!, ambiguity);
  return [...groups.values()];
}
