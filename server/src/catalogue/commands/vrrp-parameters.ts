// Arguments that the VRRP and VRRP6 families share.
import { integer, interfaceName, parameter, string } from '../parameters';

/** What a tracked object that is down adds to the priority, 1-255. */
export const increased = parameter(
  integer(1, 255),
  'Added to the priority while the tracked object is down; the result stays within 1-254.',
);
/** What a tracked object that is down takes off the priority, 1-255. */
export const reduced = parameter(
  integer(1, 255),
  'Taken off the priority while the tracked object is down; 10 where nothing is written. The result stays within 1-254.',
);
/** The priority of a group, 1-254. */
export const priority = parameter(
  integer(1, 254),
  'The higher one is master. 0 (resigning master) and 255 (owner of the address) are not for configuration.',
);
/** The preempt delay in seconds, 0-10800. That older releases stop at 3600 s for VRRP6 is for a rule to say. */
export const delayTime = parameter(
  integer(0, 10800),
  'How long a recovered device of higher priority waits before it takes the master role back.',
  { unit: 's' },
);
/** The recover delay of an interface in seconds, 0-3600. */
export const recoverDelay = parameter(integer(0, 3600), 'How long an interface that comes up is not heeded.', {
  unit: 's',
});
/** The state-hold time of a group in seconds, 0-3600. */
export const holdTime = parameter(integer(0, 3600), 'How long the group stays in Initialize.', { unit: 's' });
/** Advertisements in a master-down interval, 3-10. */
export const multiplier = parameter(
  integer(3, 10),
  'How many advertisements may be missed before the master counts as dead.',
);
/** The interface that a group tracks; refers to one of the device. */
export const tracked = parameter(interfaceName, 'The interface that is watched.', { refers: 'interface' });
/** The BFD session that a group tracks, by its local discriminator. */
export const sessionId = parameter(integer(1, 16384), 'Local discriminator of the BFD session.', {
  refers: 'bfd-session',
});
/** The BFD session that a group tracks, by its name. */
export const sessionName = parameter(string(1, 64), 'Name of the BFD session.', { refers: 'bfd-session' });
/** The interface monitoring group that a group tracks. */
export const monitorGroup = parameter(string(1, 31), 'Name of the interface monitoring group.', {
  refers: 'monitor-group',
});
/** The route monitoring group that a group tracks; its definition is not in the catalogue. */
export const routeMonitorGroup = parameter(string(1, 31), 'Name of the route monitoring group.');
/** The share of a monitoring group that has to fail, in per cent. */
export const failureRatio = parameter(
  integer(1, 100),
  'Share of failed interfaces in the monitoring group from which the group reacts.',
  { unit: '%' },
);
/** How many sessions of `link-bfd` have to be down, 1-8. */
export const downNumber = parameter(integer(1, 8), 'How many link sessions must be down before the group switches.');
