// What stays the same about a finding when lines come and go above it: the rule, the device, the view and the line's own
// words, and the same of the peer's end. Two equal faults in equal places are told apart by their order.
import { hash } from '../text/hash';
import { headOf } from '../model/lines/head-of';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import type { Place } from '../model/place';
import { withoutSecrets } from '../model/secrets';
import type { RuleResult } from './rule-runner';

/** Where the line of a place is found again, with the line that opened its view and the device's name. */
export interface LineContext {
  readonly device: string;
  readonly line?: MatchedLine;
  readonly head?: MatchedLine;
}

/** 16 hexadecimal digits. No secret goes into them: what is short could be tried out. */
export function fingerprint({ rule, raw }: RuleResult, context: (place: Place) => LineContext): string {
  const ends = raw.peer ? [raw.at, raw.peer.at] : [raw.at];
  const parts = ends.map((place) => {
    const { device, line, head } = context(place);
    return [
      device,
      head ? withoutSecrets(head) : '',
      line ? withoutSecrets(line) : '',
      line ? String(place.start - line.start) : '',
    ].join('\n');
  });
  // The two ends of one fault may change places when names are compared differently: their order must not matter.
  return hash([rule.id, ...parts.sort()].join('\n\n'));
}

/** The line at a place, and its head, among the facts of a file. */
export function lineAt(place: Place, facts: SectionFacts): Pick<LineContext, 'line' | 'head'> {
  const line = lineOf(place, facts);
  const head = line && headOf(line, facts);
  // One that the section does not type is no part of it: a view left open by the section before, or named by a prompt.
  return { line, head: head && facts.implied.has(head) ? undefined : head };
}

/** The line at a place; the lines of a section are in order. */
export function lineOf(place: Place, { all }: SectionFacts): MatchedLine | undefined {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.row < place.row) low = middle + 1;
    else high = middle;
  }
  const line = all[low];
  return line?.anchor === place.anchor && line.row === place.row ? line : undefined;
}
