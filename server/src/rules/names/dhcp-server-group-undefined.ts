// A relay sends to a group of servers, a pool takes its addresses from one. Judged where the file defines any.
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'dhcp-server-group-undefined',
  requirement: 'HB-X-SERVER-GROUP-DEFINED',
  title: 'A line names a DHCP server group that is not there',
  severity: 'warning',
  why: 'Requests of users go nowhere: they get no address.',
  guide: ['vendor configuration files'],
  kinds: ['dhcp-server-group', 'dhcpv6-server-group', 'ipv6-prefix-pool'],
  counts: ({ kind }, device) => device.isWholeFile || device.nameIndex.definesAny(kind),
  effect: () => 'users get no address',
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        dhcp-server group center
         dhcp-server 10.9.9.9
        #
        ip pool users bas remote
         dhcp-server group centre
                           ^^^^^^ DeviceA: ip pool users names DHCP server group centre, which is not in this file; did you mean center?
        #
        fixed:
        sysname DeviceA
        #
        dhcp-server group center
         dhcp-server 10.9.9.9
        #
        ip pool users bas remote
         dhcp-server group center
        #
      `,
    },
    {
      title: 'Defined; an excerpt',
      config: `
        sysname DeviceA
        #
        ip pool users bas remote
         dhcp-server group centre
        #
      `,
    },
  ],
});
