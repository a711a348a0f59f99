// Bytes that are neither UTF-8 nor GB18030 are read one by one as Latin-1, so that nothing else about the file is in doubt.
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule({
  id: 'file-encoding-unknown',
  requirement: [],
  title: 'The file is neither UTF-8 nor GB18030',
  severity: 'information',
  why: 'It was read as Latin-1: names and descriptions with other than ASCII letters may look wrong, everything else is checked as usual.',
  guide: ['encoding of the file, not of a command'],
  *check(device) {
    const first = device.sysname?.at ?? device.firstLine;
    if (device.encoding !== 'latin-1' || !first) return;
    yield {
      at: first,
      message: `${device.name}: the file is neither UTF-8 nor GB18030 and was read as Latin-1; names may look wrong`,
      facts: undefined,
    };
  },
  examples: [
    {
      title: 'a file in UTF-8 (one in Latin-1 cannot be shown here: test/cli.test.ts has it)',
      config: `
      --- R1.cfg
      #
      sysname R1
      #
      interface GigabitEthernet0/1/2
       description Größe
      #
    `,
    },
  ],
});
