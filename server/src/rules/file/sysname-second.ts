// A file is one device, named by its first sysname: with a second one, or with NULL0 once more, lines of two devices have been put
// together (docs/decisions/same-device-twice.md).
import { deviceRule } from '../../diagnostics/rule';
import { secondDeviceAt } from '../../model/whole-file';

export default deviceRule<undefined>({
  id: 'sysname-second',
  requirement: [],
  title: 'A file holds two devices',
  severity: 'information',
  why: 'All lines of the file count as those of the first device, so it is no part of a pair, and of what stands below the second one only single lines are judged.',
  guide: ['003 configuration files'],
  *check(device) {
    const at = secondDeviceAt(device);
    if (!at) return;
    const renamed = device.otherSysnames.find((other) => other.at === at);
    const sign = renamed ? `A second sysname, ${renamed.value}` : 'A second interface NULL0';
    yield {
      at,
      message: `${sign}: the whole file counts as ${device.name}, and as no pair; put each device in a file of its own`,
      also: renamed && device.sysname ? [{ at: device.sysname.at, message: `The first sysname, ${device.name}` }] : [],
      facts: undefined,
    };
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
      title: 'Two devices, of which neither has a name',
      config: `
        interface NULL0
        #
        interface Vlanif10
         ip address 10.1.1.1 255.255.255.0
        #
        return
        #
        interface NULL0
        ^^^^^^^^^^^^^^^ A second interface NULL0
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
