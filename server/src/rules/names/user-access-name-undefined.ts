// What an AAA domain hands its users: schemes, servers, pools; and the domain that an interface sends its users to. Judged where the
// file defines names of that kind at all; `default` and its like are there without a line.
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'user-access-name-undefined',
  requirement: 'HB-X-AAA-DEFINED',
  title: 'A line of user access names something that is not there',
  severity: 'warning',
  why: 'Users of the domain do not log in, or get no address.',
  guide: ['vendor configuration files'],
  kinds: ['aaa-scheme', 'radius-group', 'domain'],
  counts: ({ kind, key }, device) => !key.startsWith('default') && device.nameIndex.definesAny(kind),
  effect: () => 'its users do not log in',
  examples: [
    {
      title: 'A slip in the name of the servers',
      config: `
        sysname DeviceA
        #
        radius-server group isp-servers
         radius-server authentication 10.9.9.9 1812
        #
        aaa
         domain isp
          radius-server group isp-server
                              ^^^^^^^^^^ DeviceA: AAA domain isp names RADIUS server group isp-server, which is not in this file; did you mean isp-servers?
        #
        fixed:
        sysname DeviceA
        #
        radius-server group isp-servers
         radius-server authentication 10.9.9.9 1812
        #
        aaa
         domain isp
          radius-server group isp-servers
        #
      `,
    },
    {
      title: 'Defined, or there without a line; an excerpt',
      config: `
        sysname DeviceA
        #
        aaa
         authentication-scheme auth1
         domain isp
          authentication-scheme auth1
          authorization-scheme default1
          radius-server group elsewhere
        #
      `,
    },
  ],
});
