// A command that is complete in another view, met inside a backup service, a profile or a service-location: the device
// refuses it there. Releases differ, so it is a note (docs/decisions/malformed-lines.md).
import { lineRule } from '../../diagnostics/rule';
import { ownerView, smallViews } from '../shared/misplaced-command';

export default lineRule<null>({
  id: 'command-of-another-view',
  requirement: 'HB-X-LINE-VIEW',
  title: 'A command that belongs to another view',
  severity: 'information',
  why: 'The device refuses the line where it stands, and what it was meant to set stays unset.',
  guide: ['CLI reference'],
  concerns: (line) => line.match === undefined && smallViews.has(line.view),
  *check(line, { start }) {
    const home = ownerView(line);
    if (home === undefined) return;
    const first = line.text.split(/\s+/).slice(0, 2).join(' ');
    yield {
      at: line,
      message: `${start}: "${first}" is refused here, as a command of the ${lower(home)}; move the line there`,
      facts: null,
    };
  },
  examples: [
    {
      title: 'The number of the profile inside the service',
      config: `
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         backup-id 7 remote-backup-service s1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ : RBS s1: "backup-id 7" is refused here, as a command of the remote backup profile (RBP) view; move the line there
        #
      `,
    },
    {
      title: 'At home, and a command that nobody knows',
      config: `
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         brand-new command 7
        #
        remote-backup-profile p1
         backup-id 7 remote-backup-service s1
        #
      `,
    },
  ],
});

/** `Interface view` -> `interface view`; an abbreviation keeps its capitals. */
function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}
