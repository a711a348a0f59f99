// A line of the system view that gives a VRRP group its address has lost its interface: the head of the section is gone.
// The other lines of the group say no more, so they are not told one by one.
import { lineRule } from './rule';

export default lineRule<null>({
  id: 'vrrp-line-outside-interface',
  check: 'DECISIONS 36',
  title: 'A VRRP line that stands in no interface',
  severity: 'warning',
  why: 'The device takes the line in an interface only: the group is not made, and nothing follows it.',
  guide: ['000 step 1.2', '001 step 1.2', '002 step 1.2', '004 step 2.2'],
  // `ip address` without its interface reads as the beginning of an address set.
  concerns: (line) => (line.view === 'system' || line.view === 'address-set') && line.prompt === undefined,
  *find(line) {
    if (!/^vrrp6?\s+vrid\s+\d+\s+virtual-ip\s/i.test(line.text)) return;
    yield { at: line, message: `"${line.text.split(/\s+/).slice(0, 4).join(' ')}" stands in no interface; is the line that opens the interface missing?`, facts: null };
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
  ],
});
