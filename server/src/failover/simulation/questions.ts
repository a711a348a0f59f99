// What no file tells and the course of a rehearsal depends on: a question that a virtual router comes to, and a script of answers.
import type { Side } from '../../model/pairing/pair';

/**
 * `first-up`: who came up first and is master at rest; the answer true is the one that does not have the higher priority, or the
 * second device at equal ones. `heard-late`: a device that comes up waits by its own interval, which ends before the master's
 * next advertisement is due; the answer true is that it ends first (RFC 9568 6.4.1, 6.4.2). `smaller-id`: at equal priorities in an
 * E-Trunk the system ID decides; the answer true is that the other device has the smaller one.
 */
export interface Question {
  readonly kind: 'first-up' | 'heard-late' | 'smaller-id';
  /** The device that is master at rest with the answer false; the device that comes up. */
  readonly side: Side;
}

/** A question with the answer that a course rests on. */
export interface Answered extends Question {
  readonly answer: boolean;
}

/** How the questions of one course are answered. */
export interface Script {
  /** Who is master at rest is left open where no file tells: all that may be, in one course. */
  readonly superposed: boolean;
  /** By actor, in the order in which its questions come up; the usual course where there is no answer. */
  readonly answers: ReadonlyMap<number, readonly boolean[]>;
}

/** The question is who is master before anything fails. */
export function isAboutStart({ kind }: Question): boolean {
  return kind !== 'heard-late';
}

/** Each question answered as it most often goes. */
export const usualCourse: Script = { superposed: false, answers: new Map() };
