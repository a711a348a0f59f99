// A file is one device, named by its first sysname: with a second one, lines of two devices have probably been put together.
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'sysname-second',
  requirement: [],
  title: 'A file names two devices',
  severity: 'information',
  why: 'All lines of the file count as those of the first device, so what stands below the second name is compared on the wrong one, and only its single lines are judged.',
  guide: ['003 configuration files'],
  *check(device) {
    if (!device.sysname) return;
    for (const other of device.otherSysnames) {
      if (other.value === device.sysname.value) continue;
      yield {
        at: other.at,
        message: `A second sysname, ${other.value}: the whole file counts as ${device.name}; put each device in a file of its own`,
        also: [{ at: device.sysname.at, message: 'The first sysname' }],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Two devices in one file',
      config: `
        sysname DeviceA
        #
        return
        #
        sysname DeviceB
                ^^^^^^^ A second sysname, DeviceB: the whole file counts as DeviceA
        #
      `,
    },
    {
      title: 'The same name again',
      config: `
        sysname DeviceA
        #
        sysname DeviceA
        #
      `,
    },
  ],
});
