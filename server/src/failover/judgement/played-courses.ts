// All courses that a rehearsal may take where no file tells which: who came up first, and whether a device that comes up hears the
// master before its own timer ends. Each is played; of each group of users the judgements of all its courses are one, the worst.
import { other } from '../../model/pairing/pair';
import type { FailureEvent } from '../simulation/events';
import type { History } from '../simulation/history';
import { deviceNames } from '../simulation/names';
import { isAboutStart, type Answered } from '../simulation/questions';
import { ranges } from '../simulation/ranges';
import type { Entries, Outage, Span } from '../simulation/rehearsal';
import type { Stage } from '../simulation/stage';
import { judgementsOf, type JudgementOptions } from './judgements';
import { compareOutcomes } from './outcomes';
import { simulateShared } from './shared-histories';
import type { Judgement, Takeover } from './subject';

/** One course of some of the groups. */
export interface PlayedCourse {
  readonly history: History;
  /** Indices of the groups whose course it is; every group has one in the first one. */
  readonly groups: ReadonlySet<number>;
}

/** The courses that were played, and which of them is shown. */
export interface PlayedCourses {
  /** What is shown: the first course, or all starts in one where it is open who is master. */
  readonly shown: History;
  readonly courses: readonly PlayedCourse[];
  /** Indices of the groups that have more courses than are played. */
  readonly unplayed: readonly number[];
}

/** More courses than these are not played. */
export const mostCourses = 16;

/** Plays the events once for each set of answers to what no file tells, up to `mostCourses`. */
export function playCourses(stage: Stage, events: readonly FailureEvent[]): PlayedCourses {
  const first = simulateShared(stage, events);
  const courses: PlayedCourse[] = [{ history: first, groups: new Set(first.actors.keys()) }];
  const waiting = first.actors.map(({ asked }) => otherAnswers(asked, 0));
  while (courses.length < mostCourses && waiting.some((scripts) => scripts.length > 0)) {
    const answers = new Map<number, readonly boolean[]>();
    for (const [actor, scripts] of waiting.entries()) {
      const script = scripts.shift();
      if (script) answers.set(actor, script);
    }
    const history = simulateShared(stage, events, { superposed: false, answers });
    courses.push({ history, groups: new Set(answers.keys()) });
    for (const [actor, script] of answers)
      waiting[actor]!.push(...otherAnswers(history.actors[actor]!.asked, script.length));
  }
  const unplayed = [...waiting.keys()].filter((actor) => waiting[actor]!.length > 0);
  const isOpen = first.actors.some(({ asked }) => asked.some(isAboutStart));
  return {
    shown: isOpen ? simulateShared(stage, events, { superposed: true, answers: new Map() }) : first,
    courses,
    unplayed,
  };
}

/** The scripts that give one question behind the first `known` ones the other answer. */
function otherAnswers(asked: readonly Answered[], known: number): boolean[][] {
  return asked.slice(known).map((_, index) => [...asked.slice(0, known + index).map(({ answer }) => answer), true]);
}

/** In the order of the events, then of the groups. */
export function judgementsOfCourses({ courses }: PlayedCourses, options?: JudgementOptions): Judgement[] {
  const [first, ...others] = courses.map(({ history }) => judgementsOf(history, options));
  const all = first ?? [];
  const merged =
    others.length === 0
      ? all
      : all.map((usual, place) => {
          const more = others.flatMap((judgements, index) => {
            const found = judgements[place]!;
            return courses[index + 1]!.groups.has(leadingGroup(found)) ? [found] : [];
          });
          return mergedJudgement([usual, ...more]);
        });
  return merged.filter(({ shown }) => shown);
}

/** Index of the group that has come to the questions: the management group for one that follows. */
function leadingGroup({ subject }: Judgement): number {
  return subject.actor.actor.admin ?? subject.group;
}

function mergedJudgement(courses: readonly [Judgement, ...Judgement[]]): Judgement {
  const [first] = courses;
  const worst = courses.reduce((x, y) => (isWorse(y, x) ? y : x));
  const different = courses.find(({ verdict }) => verdict.text !== worst.verdict.text);
  const shown = courses.some((course) => course.shown);
  if (!different) return { ...worst, shown };
  const hits = courses.map(({ verdict }) => verdict.hit);
  const { verdict, subject } = worst;
  const text = `${condition(worst)}: ${verdict.text}; ${condition(different)}: ${different.verdict.text}`;
  return {
    subject: { ...subject, history: first.subject.history },
    shown,
    takeover: mergedTakeover(courses, worst),
    verdict: {
      ...verdict,
      range: beginsOpen(first) ? ranges.firstUp : ranges.heardLate,
      entries: worstEntriesOf(courses),
      hit: verdict.hit && unionOf(hits.flatMap((hit) => (hit ? [hit] : []))),
      outages: widened(verdict.outages ?? subject.outages, courses),
      text,
    },
  };
}

/** The first question is the same in all courses, and one about the start comes before all others. */
function beginsOpen(course: Judgement): boolean {
  return isAboutStart(askedBy(course)[0]!);
}

const entriesOrder: readonly Entries[] = ['none', 'incomplete', 'stale', 'fresh'];

/** Of the courses as bad as the worst. */
function worstEntriesOf(courses: readonly Judgement[]): Entries {
  const worst = courses.reduce((x, y) => (isWorse(y, x) ? y : x));
  const equallyBad = courses.filter(({ verdict }) => verdict.outcome === worst.verdict.outcome);
  return entriesOrder.find((entries) => equallyBad.some(({ verdict }) => verdict.entries === entries))!;
}

function isWorse(x: Judgement, y: Judgement): boolean {
  const order = compareOutcomes(x.verdict.outcome, y.verdict.outcome);
  if (order !== 0) return order < 0;
  return (x.verdict.hit?.[1] ?? 0) > (y.verdict.hit?.[1] ?? 0);
}

/** An outage that not every course has is none for certain. */
function widened(outages: readonly Outage[], courses: readonly Judgement[]): Outage[] {
  const isShared = courses.every(({ verdict, subject }) => (verdict.outages ?? subject.outages).length > 0);
  return outages.map((outage) => (isShared ? outage : { ...outage, certain: false }));
}

/** Where the device of the takeover is master without one in another course, it may be so at once. */
function mergedTakeover(courses: readonly Judgement[], worst: Judgement): Takeover | undefined {
  const chosen = worst.takeover ?? courses.find(({ takeover }) => takeover)?.takeover;
  if (!chosen) return undefined;
  const { side } = chosen.change;
  const spans = courses.flatMap(({ takeover, subject }): Span[] => {
    if (takeover) return takeover.change.side === side ? [takeover.after] : [];
    return subject.actor.events[subject.index]!.steady.roles[side] === 'master' ? [[0, 0]] : [];
  });
  return { ...chosen, after: unionOf(spans) };
}

function unionOf(spans: readonly Span[]): Span {
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}

/** `if DeviceA was master`: what this course depends on. */
function condition(course: Judgement): string {
  const { history } = course.subject;
  return `if ${askedBy(course)
    .map((answered) => answeredWords(history, answered))
    .join(' and ')}`;
}

function askedBy({ subject: { history, actor } }: Judgement): readonly Answered[] {
  const { admin } = actor.actor;
  return (admin === undefined ? actor : history.actors[admin]!).asked;
}

/** What was answered, as a clause: `DeviceA has the smaller system ID`. */
export function answeredWords({ stage }: History, { kind, side, answer }: Answered): string {
  const names = deviceNames(stage.pair);
  if (kind === 'smaller-id') return `${names[answer ? other(side) : side]} has the smaller system ID`;
  if (kind === 'first-up') return `${names[answer ? other(side) : side]} was master`;
  const far = names[other(side)];
  return answer ? `${names[side]} does not hear ${far} in time` : `${names[side]} hears ${far} in time`;
}
