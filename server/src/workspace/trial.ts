// What edits would lead to, tried on a copy: the findings that are there afterwards and were not before.
import type { FileEdit } from '../edits/file-edit';
import type { Finding } from '../diagnostics/findings';
import { applyEdits } from '../text/apply-edits';
import { Workspace, type WorkspaceOptions } from './workspace';

/** The texts of the two files of a pair, by file. */
export type PairTexts = ReadonlyMap<string, string>;

/** Judges edits before anybody makes them. */
export interface Trial {
  /** In order; what a person still has to fill in is none. */
  newFindings(edits: readonly FileEdit[]): readonly Finding[];
}

/** Both files are checked once as they are, and once for each list of edits. */
export function trialOf(texts: PairTexts, options: Pick<WorkspaceOptions, 'severities'> = {}): Trial {
  const before = countByRule(findingsOf(texts, options));
  return {
    newFindings(edits) {
      const after = new Map([...texts].map(([file, text]) => [file, applyEdits(text, editsOf(file, edits))]));
      const left = new Map(before);
      return findingsOf(after, options).filter(({ rule }) => {
        const count = left.get(rule) ?? 0;
        left.set(rule, count - 1);
        return count <= 0;
      });
    },
  };
}

function editsOf(file: string, edits: readonly FileEdit[]): FileEdit[] {
  return edits.filter((edit) => edit.file === file);
}

function findingsOf(texts: PairTexts, options: Pick<WorkspaceOptions, 'severities'>): readonly Finding[] {
  const [first, second] = [...texts.keys()];
  const namedPairs = first !== undefined && second !== undefined ? [[first, second] as const] : [];
  const workspace = new Workspace({ ...options, network: { namedPairs } });
  for (const [file, text] of texts) workspace.setClosed(file, text);
  return workspace.allFindings().filter(({ severity, rule }) => severity !== 'hint' && rule !== 'placeholder-unfilled');
}

function countByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
