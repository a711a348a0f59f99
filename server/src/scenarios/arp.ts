// ARP entries backed up between two gateways (docs/guide/arp.md), over a VRRP group.
import { gatewayScenario } from './gateway';

/** Page 005: IPv4 gateways of one management VRRP group that back up their ARP entries. */
export const arp = gatewayScenario({
  id: 'arp',
  title: 'ARP',
  page: '005',
  summary: "Two IPv4 gateways: the backup knows the users' MAC addresses before it needs them.",
  family: 4,
  delay: {
    least: 600,
    offered: 600,
    why: '600 s or more is advised, so that the entries are back before the role is.',
  },
  management: true,
  titles: {},
});
