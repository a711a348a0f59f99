// Changes in an order that a seed gives.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from './areas';
import { known, withChange } from './known';
import { mutantsOf, type Mutant } from './mutants';
import type { Trial } from './trials';

export interface Draw extends Trial {
  readonly area: string;
}

/** One of each area in turn, so that each has as many; those that change nothing are left out. */
export function drawn(root: string, areas: readonly Area[], part: string, seed: number): Draw[] {
  const each = areas.map((area) => shuffled(drawsOf(root, area, part), seed));
  const longest = Math.max(0, ...each.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => each.flatMap((draws) => draws[index] ?? [])).flat();
}

function drawsOf(root: string, area: Area, part: string): Draw[] {
  return area.files
    .filter((file) => file.includes(part))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      const equal = known.equal.filter((one) => one.file === file).map((one) => withChange(one, source));
      return mutantsOf(source)
        .filter((mutant) => !equal.includes(changedText(source, mutant)))
        .map((mutant) => ({ area: area.name, file, source, mutant, tests: area.tests(file) }));
    });
}

export function changedText(source: string, { start, end, text }: Mutant): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** The same order for the same seed. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed >>> 0;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { item, key: state };
  });
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
