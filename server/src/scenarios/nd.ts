// Neighbour entries backed up between two gateways (docs/guide/nd.md), over a VRRP6 group.
import { gatewayScenario } from './gateway';

/** Page 001: IPv6 gateways of one VRRP6 group that back up their neighbour entries. */
export const nd = gatewayScenario({
  id: 'nd',
  title: 'ND',
  page: '001',
  summary: "Two IPv6 gateways: the backup knows the users' neighbour entries before it needs them.",
  family: 6,
  delay: {
    least: 1,
    offered: 600,
    why: 'A master that does not wait takes users over before it knows their entries: give 1 s or more.',
  },
  management: false,
  titles: { '001 step 1.5': 'The group, link-local virtual address first' },
});
