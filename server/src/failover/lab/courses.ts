// The courses that things may take in a lab. Who came up first is no question there: the lab brings up the higher priority first.
import type { FailureEvent } from '../simulation/events';
import type { History } from '../simulation/history';
import type { Stage } from '../simulation/stage';
import { answeredWords, playCourses } from '../judgement/played-courses';

/** A course that things may take, as predicted. */
export interface LabCourse {
  readonly history: History;
  /** Indices of the groups that may take it. */
  readonly groups: ReadonlySet<number>;
}

/** The usual one first. */
export function coursesOf(stage: Stage, events: readonly FailureEvent[]): LabCourse[] {
  const { courses } = playCourses(stage, events);
  return courses.flatMap(({ history, groups }): LabCourse[] => {
    const own = [...history.actors.keys()].filter((group) => {
      const leading = leadingGroup(history, group);
      return groups.has(leading) && !isOtherStart(history, leading);
    });
    return own.length > 0 ? [{ history, groups: new Set(own) }] : [];
  });
}

/** The group that comes to the questions: the management group of one that follows. */
function leadingGroup({ actors }: History, group: number): number {
  return actors[group]!.actor.admin ?? group;
}

function isOtherStart({ actors }: History, group: number): boolean {
  return actors[group]!.asked.some(({ kind, answer }) => kind === 'first-up' && answer);
}

/** What the course of this group depends on, as a clause; empty where it is the only one. */
export function courseWords(history: History, group: number): string {
  return history.actors[leadingGroup(history, group)]!.asked.filter(({ kind }) => kind !== 'first-up')
    .map((answered) => answeredWords(history, answered))
    .join(' and ');
}
