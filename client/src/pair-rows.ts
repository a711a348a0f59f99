// The rows of the tree of pairs: which pair comes first, what tells two of one name apart, what is said of each. Plain data, no editor.
import type { PairScenarios, StepState } from '../../server/src/lsp/protocol';

/** A pair as the view shows it. */
export interface PairRow {
  readonly pair: PairScenarios;
  /** `Relay-1 ⇄ Relay-2`. */
  readonly label: string;
  /** What tells it from others first: the end is cut off in a narrow view. `site-7: 2 errors, 1 warning, 3 steps to do`. */
  readonly description: string;
  readonly state: 'wrong' | 'missing' | 'done';
  readonly isOpen: boolean;
}

/** More than fit on a screen are closed at first. */
const fewPairs = 5;

/** The worst first; pairs that are alike stay in their order. `onlyOpen`: of which something is to be done. */
export function pairRows(pairs: readonly PairScenarios[], onlyOpen = false): PairRow[] {
  const labels = pairs.map(({ a, b }) => `${a.device} ⇄ ${b.device}`);
  const shown = pairs.map((pair, index) => ({ pair, label: labels[index]!, steps: openSteps(pair) }));
  return shown
    .filter(({ pair, steps }) => !onlyOpen || pair.errors + pair.warnings + steps > 0)
    .sort(
      (left, right) =>
        right.pair.errors - left.pair.errors ||
        right.pair.warnings - left.pair.warnings ||
        Number(right.steps > 0) - Number(left.steps > 0),
    )
    .map(({ pair, label, steps }) => {
      const isRepeated = labels.filter((each) => each === label).length > 1;
      const folder = isRepeated ? `${folderOf(pair)}: ` : '';
      return {
        pair,
        label,
        description: `${folder}${countsText(pair, steps)}`,
        state: stateOf(pair, steps),
        isOpen: pairs.length <= fewPairs,
      };
    });
}

/** For the badge and the title: over all pairs. */
export function totals(pairs: readonly PairScenarios[]): { readonly errors: number; readonly warnings: number } {
  return {
    errors: pairs.reduce((sum, { errors }) => sum + errors, 0),
    warnings: pairs.reduce((sum, { warnings }) => sum + warnings, 0),
  };
}

/** `1 step`, `3 steps`: the plural has an `s`. */
export function countText(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}

/** Whether something is to be done about it: what the guide leaves to the site may be missing. */
export function isOpen({ a, b, optional }: StepState): boolean {
  return a === 'wrong' || b === 'wrong' || (!optional && (a === 'missing' || b === 'missing')) || (optional && a !== b);
}

function openSteps({ scenarios }: PairScenarios): number {
  return scenarios.flatMap(({ steps }) => steps.filter(isOpen)).length;
}

function countsText({ errors, warnings }: PairScenarios, steps: number): string {
  const parts = [
    ...(errors > 0 ? [countText(errors, 'error')] : []),
    ...(warnings > 0 ? [countText(warnings, 'warning')] : []),
    ...(steps > 0 ? [`${countText(steps, 'step')} to do`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}

function stateOf({ errors, warnings }: PairScenarios, steps: number): PairRow['state'] {
  if (errors > 0) return 'wrong';
  return warnings + steps > 0 ? 'missing' : 'done';
}

/** The folder of the first file: `site-7` of `file:///sites/site-7/A.cfg`. */
function folderOf({ a }: PairScenarios): string {
  const parts = a.uri.split('/');
  return decoded(parts.at(-2) ?? '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // What is no escape is shown as it stands.
    return text;
  }
}
