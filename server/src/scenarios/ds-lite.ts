// DS-Lite instances on service boards that back each other up across two devices (docs/guide/ds-lite.md), over a
// management VRRP group.
import { boardScenario } from './board-scenario';
import { usersOfTunnels, usersOfTunnelsParameters } from './tunnel-users';

/** Page 004: CGN boards of a DS-Lite instance; users come through IPv6 tunnels. */
export const dsLite = boardScenario({
  id: 'ds-lite',
  title: 'DS-Lite',
  page: '004',
  summary: "Two devices with service boards: the backup's board holds the sessions of the DS-Lite instance.",
  parameters: usersOfTunnelsParameters,
  users: usersOfTunnels,
});
