// Users who log in with IPv6 prefixes and reach IPv4 hosts through a NAT64 instance.
import { deviceNames } from './devices';
import { domainLines } from './login-users';
import { loginParameters, platformSteps, usersSteps } from './login-platform';
import { prefixAccessLines, prefixDomainLines, prefixPoolParameters, prefixPoolSteps } from './login-prefixes';
import { both, onSides, own } from './steps';
import { translatedLogin, translatedLoginsScenario } from './translated-logins';

const page = '010';
/** Seconds that a device which recovers waits until its interfaces are stable. */
const recoverDelay = 20;

/** `nat64-bras`: BRAS hot backup of IPv6 users with NAT64 on service boards. */
export const nat64Bras = translatedLoginsScenario({
  kind: 'nat64',
  title: 'NAT64 for BRAS users',
  summary:
    'Two access servers with service boards: the backup knows every IPv6 user who has logged in, its board their way to IPv4.',
  users: [...deviceNames(page), ...loginParameters(translatedLogin), ...prefixPoolParameters],
  network: 'pool-prefix',
  steps: (answers, inDomain) => [
    ...platformSteps(answers, translatedLogin, recoverDelay),
    ...prefixPoolSteps(answers),
    own(
      `${page} step 6.1`,
      'How users log in',
      // What the domain says of its own makes it another one than those that are there.
      both(...domainLines(answers, [...prefixDomainLines(answers), ...inDomain], { joins: true })),
    ),
    ...usersSteps(answers, translatedLogin),
    own(
      `${page} step 6.2`,
      'Sub-interface of the users',
      onSides((side) => prefixAccessLines(answers, side)),
    ),
  ],
  // Nothing of the users is translated that goes to IPv6 hosts: the policy picks who is, and the domain only names the group.
  member: (group) => `user-group ${group}`,
  taken: (prefix) => prefix,
});
