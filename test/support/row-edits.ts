// A fault of one row that is made and taken back, with a check after each.
import type { Workspace } from '../../server/src/workspace/workspace';
import type { RowEdit } from '../bench/shapes';

export function faultComesAndGoes(workspace: Workspace, { row, start, good, bad }: RowEdit): void {
  for (const [from, to] of [
    [good, bad],
    [bad, good],
  ] as const) {
    const range = { start: { line: row, character: start }, end: { line: row, character: start + from.length } };
    workspace.change('a.cfg', range, to);
    workspace.check();
  }
}
