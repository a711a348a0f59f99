// Users who log in with IPv4 addresses of their own network, which a NAT instance translates.
import { brasParameters, brasSteps } from './bras';
import { translatedLogin, translatedLoginsScenario } from './translated-logins';
import { networkOf } from './values';

/** `nat-bras`: BRAS hot backup with NAT on service boards. */
export const natBras = translatedLoginsScenario({
  kind: 'nat',
  title: 'NAT for BRAS users',
  summary:
    'Two access servers with service boards: the backup knows every user who has logged in, its board their sessions.',
  // Users who are shared out would need a board for each half of them.
  users: brasParameters(translatedLogin, ['10.64.0.1/24', '10.65.0.1/24', '10.66.0.1/24']).filter(
    ({ id }) => id !== 'sharing' && !id.startsWith('second-'),
  ),
  network: 'pool-gateway',
  steps: (answers, inDomain) => brasSteps(answers, translatedLogin, inDomain),
  member: (group, instance) => `user-group ${group} bind nat instance ${instance}`,
  taken: networkOf,
});
