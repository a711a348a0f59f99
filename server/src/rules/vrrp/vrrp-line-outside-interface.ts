// A line of the system view that gives a VRRP group its address has lost its interface: the head of the section is gone.
// The other lines of the group say no more, so they are not told one by one. A text that begins inside an interface, or shows
// nothing but such lines, was cut out of a configuration and has lost nothing.
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { comparePlaces, type Place } from '../../model/place';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<null>({
  id: 'vrrp-line-outside-interface',
  requirement: 'HB-X-VRRP-PLACE',
  title: 'A VRRP line that stands in no interface',
  severity: 'warning',
  why: 'The device accepts the line in an interface only: the group is not made, and nothing follows it.',
  guide: ['000 step 1.2', '001 step 1.2', '002 step 1.2', '004 step 2.2'],
  *check(device) {
    const stray = strayLines(device);
    const begin = stray.length > 0 ? beginOf(device) : undefined;
    if (!begin) return;
    for (const line of stray) {
      if (comparePlaces(line, begin) < 0) continue;
      yield {
        at: line,
        message: `${device.name}: "${line.text.split(/\s+/).slice(0, 4).join(' ')}" stands in no interface: the group is not made; add the interface line above`,
        facts: null,
      };
    }
  },
  examples: [
    {
      title: 'The head of the section is gone',
      config: `
        sysname DeviceA
        #
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "vrrp vrid 1 virtual-ip" stands in no interface
         vrrp vrid 1 priority 120
        #
      `,
    },
    {
      title: 'Gone behind another interface, in a text without a name',
      config: `
        interface GigabitEthernet0/1/1
         ip address 10.2.1.1 255.255.255.0
        #
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "vrrp6 vrid 1 virtual-ip" stands in no interface
         vrrp6 vrid 1 priority 120
        #
      `,
    },
    {
      title: 'In an interface, and commands that the system view has',
      config: `
        sysname DeviceA
        #
        vrrp recover-delay 20
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
      `,
    },
    {
      title: 'Lines of one interface, copied without it',
      config: `
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
      `,
    },
    {
      title: 'Lines of several interfaces, and none of their heads',
      config: `
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
         ip address 10.1.2.1 255.255.255.0
         vrrp vrid 2 virtual-ip 10.1.2.254
        #
        return
      `,
    },
    {
      title: 'Only the lines that hold a word',
      config: `
        vrrp vrid 1 virtual-ip 10.1.1.254
        vrrp vrid 1 priority 120
        vrrp vrid 2 virtual-ip 10.1.2.254
      `,
    },
    {
      title: 'A text that begins inside an interface',
      config: `
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.2.1 255.255.255.0
        #
      `,
    },
  ],
});

/** `ip address` without its interface reads as the beginning of an address set. */
function strayLines(device: Device): MatchedLine[] {
  const sets = device.views.get('address-set') ?? [];
  // By their command or by their first words: either begins with the protocol.
  const commands = [...device.system.keys()].filter((command) => command.startsWith('vrrp'));
  const own = commands.flatMap((command) => device.system.get(command) ?? []);
  return [...own, ...sets.flatMap((set) => set.lines)].filter(
    (line) => line.prompt === undefined && /^vrrp6?\s+vrid\s+\d+\s+virtual-ip\s/i.test(line.text),
  );
}

/** The first place that shows a configuration from its outside: its name, or the head of a view. */
function beginOf(device: Device): Place | undefined {
  const heads = [...device.views].flatMap(([view, blocks]) =>
    view === 'address-set' ? [] : blocks.flatMap((block) => block.heads),
  );
  const objects = [device.interfaces, device.services, device.profiles, device.eTrunks].flatMap((of) =>
    [...of.values()].map((item) => item.at),
  );
  return [...(device.sysname ? [device.sysname.at] : []), ...heads, ...objects].sort(comparePlaces)[0];
}
