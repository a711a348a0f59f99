// More courses are open than are played: named, since the worst of those that are played may not be the worst of all.
import { evidence } from '../simulation/evidence';
import type { Evidence } from '../simulation/rehearsal';
import { mostCourses, type PlayedCourses } from './played-courses';
import { groupWords } from './words';

/** Says which courses were not played because there were too many. */
export function unplayedCourses({ shown, unplayed }: PlayedCourses): Evidence[] {
  return unplayed.map((index) => {
    const { actor } = shown.actors[index]!;
    const end = (actor.ends.a ?? actor.ends.b)!;
    const text = `more than ${mostCourses} courses are open in ${groupWords(actor)}: each row is the worst of the ${mostCourses} that are played`;
    return evidence(end.at, text, 'no source');
  });
}
