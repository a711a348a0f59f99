// NAT instances on service boards that back each other up across two devices (docs/guide/nat.md).
import { boardScenario } from './board-scenario';
import { translatedUsers, translatedUsersParameters } from './translated-users';

/** Page 012: CGN boards of a NAT instance. */
export const nat = boardScenario({
  id: 'nat',
  title: 'NAT',
  page: '012',
  summary: "Two devices with service boards: the backup's board holds the sessions of the NAT instance.",
  parameters: (guide) => translatedUsersParameters('nat', guide),
  users: (answers, side, instance) => translatedUsers('nat', answers, side, instance),
});
