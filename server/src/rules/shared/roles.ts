// The roles that the files mean two devices to have, as rules ask for them: not where a line that decides them was not read.
import { wholeMap } from '../../model/incremental/observed-map';
import type { GroupPair, Pair } from '../../model/pairing/pair';
import { membersOf } from '../../model/vrrp/member';
import { meantRoles, type MeantRoles } from '../../model/vrrp/roles';
import { hasUnread } from './unread-values';

/** The hot-backup groups in which one device is meant to be master. */
export function roles(pair: Pair): readonly MeantRoles[] {
  const { groups, a, b } = pair;
  const from = [wholeMap(a.interfaces), wholeMap(b.interfaces), a.firewall, b.firewall];
  let found = knownRoles.get(groups);
  if (!found || found.from.some((value, index) => value !== from[index]))
    knownRoles.set(groups, (found = { from, groups: groups.filter((group) => areRead(pair, group)) }));
  return found.groups.flatMap((group) => meantRoles(pair, group) ?? []);
}

// Many rules ask for the roles of one pair. They follow from the groups and what is named beside them.
const knownRoles = new WeakMap<
  readonly GroupPair[],
  { readonly from: readonly unknown[]; readonly groups: readonly GroupPair[] }
>();

function areRead(pair: Pair, group: GroupPair): boolean {
  if (!meantRoles(pair, group)) return false;
  const { a, b } = membersOf(pair, group);
  return ![a, b].some((member) => hasUnread(member, 'priority') || hasUnread(member, 'preempt-mode'));
}
