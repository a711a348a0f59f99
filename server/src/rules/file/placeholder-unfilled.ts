// A word that mirroring left for a person to fill in. It is an error: no device takes the line, and what it was to set is unset.
import { meaningOf, placeholdersIn, type Placeholder } from '../../edits/placeholders';
import { lineRule } from '../../diagnostics/rule';

export default lineRule<{ word: Placeholder }>({
  id: 'placeholder-unfilled',
  requirement: 'HB-X-LINE-PLACEHOLDER',
  title: 'A placeholder that nobody has filled in',
  severity: 'error',
  why: 'The device refuses the line, so the peer takes over without what the line was to set.',
  guide: ['CLI reference'],
  concerns: (line) => line.text.includes('<'),
  *check(line, where) {
    // What people say to each other in a remark is theirs.
    if (/^(?:undo\s+)?(?:description|header|remark)\b/i.test(line.text)) return;
    for (const { word, start } of placeholdersIn(line.text)) {
      yield {
        at: { anchor: line.anchor, row: line.row, start: line.start + start, end: line.start + start + word.length },
        message: `${where.start}: fill in ${word}, ${meaningOf(word)}: the device refuses the line`,
        facts: { word },
      };
    }
  },
  examples: [
    {
      title: 'An address that neither file tells',
      config: `
        interface GigabitEthernet0/1/2
         ip address <own-address> 255.255.255.0
                    ^^^^^^^^^^^^^ : GigabitEthernet0/1/2: fill in <own-address>, an address of this device: the device refuses the line
        #
      `,
    },
    {
      title: 'Angle brackets in a description, and words that are no placeholder of ours',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         description to <interface> of the <peer-address>
        #
        aaa
         local-user <user> service-type ssh
        #
      `,
    },
  ],
});
