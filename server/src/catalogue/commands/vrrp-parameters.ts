// Arguments that the VRRP and VRRP6 families share.
import { integer, interfaceName, parameter, string } from '../parameters';

export const increased = parameter(
  integer(1, 255),
  'Added to the priority while the tracked object is down; the result stays within 1-254.',
);
export const reduced = parameter(
  integer(1, 255),
  'Taken off the priority while the tracked object is down; 10 where nothing is written. The result stays within 1-254.',
);
export const priority = parameter(
  integer(1, 254),
  'The higher one is master. 0 (resigning master) and 255 (owner of the address) are not for configuration.',
);
export const delayTime = parameter(
  integer(0, 10800),
  'How long a recovered device of higher priority waits before it takes the master role back.',
  { unit: 's' },
);
export const recoverDelay = parameter(integer(0, 3600), 'How long an interface that comes up is not heeded.', {
  unit: 's',
});
export const holdTime = parameter(integer(0, 3600), 'How long the group stays in Initialize.', { unit: 's' });
export const multiplier = parameter(
  integer(3, 10),
  'How many advertisements may be missed before the master counts as dead.',
);
export const tracked = parameter(interfaceName, 'The interface that is watched.', { refers: 'interface' });
export const sessionId = parameter(integer(1, 16384), 'Local discriminator of the BFD session.', {
  refers: 'bfd-session',
});
export const sessionName = parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' });
export const monitorGroup = parameter(string(1, 31), 'Name of the interface monitoring group.', {
  refers: 'monitor-group',
});
export const routeMonitorGroup = parameter(string(1, 31), 'Name of the route monitoring group.');
export const failureRatio = parameter(
  integer(1, 100),
  'Share of failed interfaces in the monitoring group from which the group reacts.',
  { unit: '%' },
);
export const downNumber = parameter(integer(1, 8), 'How many link sessions must be down before the group switches.');
export const nqaAdmin = parameter(string(1, 32), 'Administrator part of the NQA test name.');
export const nqaTest = parameter(string(1, 32), 'Test part of the NQA test name.');
