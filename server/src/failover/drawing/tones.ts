// The tones and words of roles, entries and users: the same in the picture and on the timeline.
import type { Entries, Role } from '../simulation/rehearsal';
import type { Tone } from './drawing';
import type { UsersState } from './users';

/** The tone of a role. */
export const roleTone: Readonly<Record<Role, Tone>> = {
  master: 'main',
  backup: 'quiet',
  initialize: 'bad',
  unknown: 'warn',
};

/** The tone of what a device has of the entries. */
export const entriesTone: Readonly<Record<Entries | 'refilling', Tone>> = {
  fresh: 'good',
  stale: 'warn',
  refilling: 'warn',
  incomplete: 'warn',
  none: 'bad',
};

/** The tone of how users fare. */
export const usersTone: Readonly<Record<UsersState, Tone>> = {
  served: 'good',
  stale: 'warn',
  incomplete: 'warn',
  faulty: 'warn',
  doubtful: 'warn',
  unsure: 'warn',
  cut: 'bad',
  lost: 'bad',
};

/** What a device has of the entries, in words. */
export function entriesLabel(entries: Entries | 'refilling'): string {
  return entries === 'none' ? 'no entries' : entries;
}

/** `GE0/1/2` for `GigabitEthernet0/1/2`. */
export function shortInterfaceName(name: string): string {
  return name.replace(/^(\d*)GigabitEthernet/i, '$1GE').replace(/^GE(?=\d)/, 'GE');
}
