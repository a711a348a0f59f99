// Where priorities and delays do not say the same, a person has to say which device is meant to be master: two named choices, each
// of which leaves both lines right (docs/decisions/fixes.md).
import { removeLine } from '../../edits/config-edits';
import { setDelay, setValue } from '../../edits/vrrp-group-edits';
import type { FileEdit } from '../../edits/file-edit';
import type { Difference } from '../../diagnostics/exchanged';
import type { Fix } from '../../diagnostics/rule';
import type { Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { groupName, type Member } from '../../model/vrrp/member';
import { writtenPriority } from '../../model/vrrp/priority';
import type { MeantRoles } from '../../model/vrrp/roles';
import { preemptDelay } from '../../model/vrrp/timers';

/** The backup waits like a master, and the master, which should wait, does not: the priority may have been lost, or the delay. */
export function areContested({ master, backup }: MeantRoles): boolean {
  return preemptDelay(master) === 0 && Boolean(preemptDelay(backup));
}

/** The delay stands on the master alone. */
export function delayOnMaster(master: Member, backup: Member): FileEdit[] {
  const { delay } = backup.group;
  if (!delay || preemptDelay(master) !== 0) return [];
  return [setDelay(master, delay.value), removeLine(delay.at)];
}

/** The device that waits becomes master by its priority, or the one that has the priority gets the delay. */
export function roleChoices({ master, backup }: MeantRoles): Fix[] {
  return [
    {
      title: `Make ${backup.device.name} the master, which has the delay`,
      edits: priorityAbove(backup, master),
      safe: false,
    },
    {
      title: `Make ${master.device.name} the master: it gets the delay of ${backup.device.name}`,
      edits: delayOnMaster(master, backup),
      safe: false,
    },
  ];
}

/** Two written priorities are exchanged; one that is missing is written above the other, within reach of what a track takes off. */
function priorityAbove(member: Member, other: Member): FileEdit[] {
  const { priority } = member.group;
  const [own, peers] = [writtenPriority(member.group), writtenPriority(other.group)];
  if (priority && other.group.priority)
    return [setValue(member, priority, 'priority', peers), setValue(other, other.group.priority, 'priority', own)];
  const least = Math.min(21, ...member.group.tracks.flatMap(({ reduced }) => (reduced ? [reduced.value] : [])));
  const value = peers + Math.max(1, least - 1);
  if (value <= 254) return [setValue(member, priority, 'priority', value)];
  return [setValue(other, other.group.priority, 'priority', own - 1)];
}

/**
 * The priorities of a group of which one device has the delay and is not master: those of another group, for which it is the other way
 * round, may have been typed in its place. Undefined where the file writes no priority, or no single device waits.
 */
export function misplacedPriorities(a: Member, b: Member): Difference | undefined {
  const waits = (member: Member) => Boolean(preemptDelay(member));
  const [onA, onB] = [a.group.priority, b.group.priority];
  if (!onA || !onB || waits(a) === waits(b)) return undefined;
  const greater = waits(a) ? 'a' : 'b';
  const end = (member: Member, at: Place, side: Side) => ({
    device: member.device.name,
    of: groupName(member.group),
    text: String(writtenPriority(member.group)),
    key: greater === side ? 'waits' : 'follows',
    places: [at],
  });
  return {
    what: 'priorities',
    consequence: 'the device that waits is not master',
    greater,
    a: end(a, onA.at, 'a'),
    b: end(b, onB.at, 'b'),
  };
}
