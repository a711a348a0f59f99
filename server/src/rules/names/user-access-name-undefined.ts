// What an AAA domain hands its users: schemes, servers, pools, their group; and the domain that an interface sends its users to.
// Judged where the file defines names of that kind at all, or is whole. Pools that a backup service names have a rule of their own.
import type { NameKind } from '../../catalogue';
import type { Occurrence } from '../../model/references/section-names';
import { provesAbsence } from '../shared/user-access-names';
import { undefinedNameRule } from '../shared/undefined-name';

const effects: Partial<Record<NameKind, string>> = {
  'ip-pool': 'its users get no address',
  'ipv6-pool': 'its users get no address',
  'ipv6-prefix-pool': 'its users get no prefix',
  'user-group': 'its users are in no group',
  'l2tp-group': 'its users get no tunnel',
};

/** A pool that a domain gives to its users; other lines that name pools are not about access, and a rule of an ACL only picks users. */
function isOfAccess({ kind, line }: Occurrence): boolean {
  return line.view !== 'acl' && ((kind !== 'ip-pool' && kind !== 'ipv6-pool') || line.view === 'domain');
}

export default undefinedNameRule({
  id: 'user-access-name-undefined',
  requirement: 'HB-X-AAA-DEFINED',
  title: 'A line of user access names something that is not there',
  severity: 'warning',
  why: 'Users of the domain do not log in, or get no address.',
  guide: ['vendor configuration files'],
  kinds: [
    'authentication-scheme',
    'authorization-scheme',
    'accounting-scheme',
    'radius-group',
    'hwtacacs-template',
    'service-scheme',
    'domain',
    'ip-pool',
    'ipv6-pool',
    'ipv6-prefix-pool',
    'user-group',
    'l2tp-group',
  ],
  counts: (name, device) => isOfAccess(name) && provesAbsence(device, name.kind),
  effect: ({ kind }) => effects[kind] ?? 'users there do not log in',
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
      title: 'The prefix pool of an IPv6 pool',
      config: `
        sysname DeviceA
        #
        ipv6 prefix homes6 delegation
         prefix 2001:DB8:40::/48 delegating-prefix-length 56
        #
        ipv6 pool homes6 bas delegation
         prefix home6
                ^^^^^ DeviceA: ipv6 pool homes6 names ipv6 prefix pool home6, which is not in this file; did you mean homes6?
        #
        fixed:
        sysname DeviceA
        #
        ipv6 prefix homes6 delegation
         prefix 2001:DB8:40::/48 delegating-prefix-length 56
        #
        ipv6 pool homes6 bas delegation
         prefix homes6
        #
      `,
    },
    {
      title: 'Pools and the group of the users',
      config: `
        sysname DeviceA
        #
        user-group subscribers
        #
        ip pool homes bas local
        #
        aaa
         domain isp
          ip-pool homes
          ip-pool offices
                  ^^^^^^^ DeviceA: AAA domain isp names ip pool offices, which is not in this file: its users get no address
          ipv6-pool elsewhere
          user-group guests bind nat instance nat1
                     ^^^^^^ DeviceA: AAA domain isp names user group guests, which is not in this file: its users are in no group
        #
        remote-backup-service s1
         ip-pool offices
        #
      `,
    },
    {
      title: 'A scheme for accounting is none for authentication',
      config: `
        sysname DeviceA
        #
        aaa
         authentication-scheme staff
         accounting-scheme isp
         domain isp
          authentication-scheme isp
                                ^^^ DeviceA: AAA domain isp names authentication scheme isp, which is not in this file: users there do not log in; use staff if that is meant
          accounting-scheme isp
        #
      `,
    },
    {
      title: 'Schemes and server templates',
      config: `
        sysname DeviceA
        #
        hwtacacs-server template tac
        #
        aaa
         service-scheme staff
         domain isp
          service-scheme stuff
                         ^^^^^ DeviceA: AAA domain isp names service scheme stuff, which is not in this file; did you mean staff?
          hwtacacs-server tacs
                          ^^^^ DeviceA: AAA domain isp names HWTACACS server template tacs, which is not in this file; did you mean tac?
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
