// What else may happen, where no file tells which of several courses things take: the roles of the groups that it concerns.
import type { Course, Rehearsal } from '../simulation/rehearsal';
import { momentsOf } from './moments';
import { answeredWords, type PlayedCourses } from './played-courses';

/** None where the course that is shown is the only one. */
export function otherCourses({ shown, courses }: PlayedCourses): Pick<Rehearsal, 'courses'> {
  const others = courses.filter(({ history }) => history !== shown);
  return { courses: others.flatMap((course) => coursesOf(course)) };
}

/** The groups of one play that come to the same answers are one course. */
function coursesOf({ history, groups }: PlayedCourses['courses'][number]): Course[] {
  const byCondition = new Map<string, Set<number>>();
  for (const [index, { actor }] of history.actors.entries()) {
    const leading = actor.admin ?? index;
    const { asked } = history.actors[leading]!;
    if (!groups.has(leading) || asked.length === 0) continue;
    const words = asked.map((answered) => answeredWords(history, answered)).join(' and ');
    byCondition.set(words, (byCondition.get(words) ?? new Set()).add(index));
  }
  const moments = byCondition.size > 0 ? momentsOf(history) : [];
  return [...byCondition].map(([words, concerned]) => ({
    condition: words,
    moments: moments.filter(({ group }) => group !== undefined && concerned.has(group)),
  }));
}
