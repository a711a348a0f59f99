// "Insert What Is Missing": of what could be put in, the smallest that leaves no new finding.
import type { FileEdit } from '../edits/file-edit';
import type { StepProposals } from '../scenarios/progress/insert-step';
import type { Trial } from '../workspace/trial';

/** The edits of a step, or why there are none. */
export interface StepEdits {
  readonly edits: readonly FileEdit[];
  /** A sentence, where there are no edits. */
  readonly problem?: string;
}

/** The first proposal that leaves no new finding. */
export function chosenProposal({ proposals, problem }: StepProposals, trial: Trial): StepEdits {
  if (problem !== undefined) return { edits: [], problem };
  let left: string | undefined;
  for (const edits of proposals) {
    const [finding] = trial.newFindings(edits);
    if (!finding) return { edits };
    left ??= finding.message;
  }
  return { edits: [], problem: `Nothing was inserted, because this would follow: ${left}` };
}
