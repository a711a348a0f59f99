// Why something is said: the line, the rule that watches over it (where there is one) and the page or standard.
import { comparePlaces, rowOf, type Place } from '../../model/place';
import type { Because } from '../simulation/rehearsal';

export function because(at: Place, text: string, source: string, rule: string | null = null): Because {
  return { file: at.anchor.file, line: rowOf(at) + 1, rule, source, text, at };
}

/** Each statement once, in the order it was first made. */
export function once(list: readonly Because[]): Because[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const key = `${one.file}\n${one.line}\n${one.text}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Each statement once, in the order of the files. */
export function inFileOrder(list: readonly Because[]): Because[] {
  return once(list).sort((x, y) => comparePlaces(x.at, y.at) || (x.text < y.text ? -1 : x.text > y.text ? 1 : 0));
}
