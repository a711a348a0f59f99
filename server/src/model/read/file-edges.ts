// Where a file begins and ends, and what of that tells a whole file from an excerpt.
import type { Device } from '../device';
import type { MatchedLine, SectionFacts } from '../lines/matched-line';
import { rowOf } from '../place';
import type { FileTraits } from '../whole-file';
import { declarationsOf } from './section-declarations';

/** Where the file's first and last lines are. */
export function edges(facts: readonly SectionFacts[]): Pick<Device, 'firstLine' | 'endRow'> {
  const first = facts.find((section) => section.all.length > 0);
  return {
    firstLine: first?.all[0],
    endRow: endRow(facts[facts.length - 1], returnLineOf(facts)),
  };
}

/** What tells a whole file from an excerpt. */
export function traitsOf(
  facts: readonly SectionFacts[],
  { interfaces, views, sysname, otherSysnames }: Omit<FileTraits, 'hasVersionHeader' | 'hasReturn'>,
): FileTraits {
  return {
    interfaces,
    views,
    sysname,
    otherSysnames,
    hasVersionHeader: facts.slice(0, 3).some((section) => section.versionHeader),
    hasReturn: returnLineOf(facts) !== undefined,
  };
}

/** The `return` that closes the file. */
function returnLineOf(facts: readonly SectionFacts[]): MatchedLine | undefined {
  const last = facts.findLast((section) => declarationsOf(section).commands);
  return last && declarationsOf(last).returnLine;
}

function endRow(last: SectionFacts | undefined, returnLine: MatchedLine | undefined): number {
  if (returnLine) return rowOf(returnLine);
  return last ? last.anchor.row + last.filled : 0;
}
