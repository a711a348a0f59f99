// What several faults share: sections, and other values in place of one.
import type { Spot, Template } from '../fault';

export const interfaces = /^interface /;

/** A line out. */
export const out = () => [];
/** A line more, behind this one. */
export const behind =
  (...texts: readonly string[]) =>
  ({ match }: Spot) => [match.input, ...texts];
export const before =
  (...texts: readonly string[]) =>
  ({ match }: Spot) => [...texts, match.input];
/** The first occurrence of one word becomes another. */
export const swap =
  (from: string | RegExp, to: string): Template['to'] =>
  ({ match }) => {
    const text = match.input.replace(from, to);
    return text === match.input ? undefined : [text];
  };
/** The number in the first capture group of the line becomes another. */
export const renumbered =
  (by: (value: number, spot: Spot) => number): Template['to'] =>
  (spot) => [captured(spot, String(by(Number(spot.match[1]), spot)))];

/** The line with another text where its first capture group stands. */
export function captured({ match }: Spot, text: string): string {
  const at = match.input.indexOf(match[1]!, match.input.lastIndexOf(` ${match[1]!}`));
  return match.input.slice(0, at) + text + match.input.slice(at + match[1]!.length);
}

/** The same line with the peer's value: what was copied from one device to the other. */
export const copied =
  (pattern: RegExp, section: RegExp): Template['to'] =>
  ({ pair, side, match }) => {
    const theirs = pair.devices[side === 0 ? 1 : 0].lines.find(
      (line) => section.test(line.section) && pattern.test(line.text.trim()),
    );
    const text = theirs?.text.trim();
    return text === undefined || text === match.input ? undefined : [text];
  };

/** True where the device is meant to be master of the group that the line names: only that one waits. */
export function isMaster({ around, match }: Spot): boolean {
  const vrid = /vrid (\d+)/.exec(match.input)?.[1];
  return around.some((line) => line.includes(`vrid ${vrid} preempt-mode`));
}

/** True where the group of the line tracks several interfaces: what fails together is then for the whole of them to say. */
export function tracksSeveral({ around, match }: Spot): boolean {
  const vrid = /vrid (\d+)/.exec(match.input)?.[1];
  return around.filter((line) => new RegExp(`vrid ${vrid} track (?:ipv6 )?interface `).test(line)).length > 1;
}
