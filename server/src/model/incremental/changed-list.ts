// Which members of a list an edit replaced, took away or put in.
import { changedMembers, type ChangedMembers } from './derived-list';
import { changedPlaces } from './patched-list';

/** Who has left the list of a device and who has come; where an edit replaced members in their places, at no cost for the others. */
export function changedInList<Value extends object>(
  before: readonly Value[],
  after: readonly Value[],
): ChangedMembers<Value> {
  const places = changedPlaces(before, after);
  if (!places) return changedMembers(before, after);
  return { gone: places.map((place) => before[place]!), come: places.map((place) => after[place]!) };
}
