// MLD memberships backed up between two routers (docs/guide/mld.md), over a VRRP6 group.
import { multicastScenario } from './multicast';

/** Page 003: IPv6 multicast routers that back up the group memberships of users. */
export const mld = multicastScenario({
  page: '003',
  title: 'MLD',
  summary: 'Two multicast routers: the backup knows which groups the users have joined.',
  family: 6,
  rendezvousPoint: '2001:DB8:22::22',
});
