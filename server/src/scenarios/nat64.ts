// NAT64 instances on service boards that back each other up across two devices (docs/guide/nat.md).
import { boardScenario } from './board-scenario';
import { translatedUsers, translatedUsersParameters } from './translated-users';

/** Page 012: CGN boards of a NAT64 instance. */
export const nat64 = boardScenario({
  id: 'nat64',
  title: 'NAT64',
  page: '012',
  summary: "Two devices with service boards: the backup's board holds the sessions of the NAT64 instance.",
  parameters: (guide) => translatedUsersParameters('nat64', guide),
  users: (answers, side, instance) => translatedUsers('nat64', answers, side, instance),
});
