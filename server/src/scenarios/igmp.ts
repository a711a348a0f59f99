// IGMP memberships backed up between two routers (docs/guide/igmp.md), over a VRRP group.
import { multicastScenario } from './multicast';

/** Page 006: IPv4 multicast routers that back up the group memberships of users. */
export const igmp = multicastScenario({
  page: '006',
  title: 'IGMP',
  summary: 'Two IPv4 multicast routers: the backup knows which groups the users have joined.',
  family: 4,
  rendezvousPoint: '10.255.22.22',
});
