// Marker fixtures: a text with `|` where the cursor is, given to one feature.
import { Workspace, type Snapshot } from '../../server/src/workspace/workspace';
import type { Position, Range } from '../../server/src/text/range';
import { loadSyntax } from './wasm';

export interface AtCursor {
  readonly snapshot: Snapshot;
  readonly position: Position;
  /** The text without its cursor. */
  readonly text: string;
  /** The snapshot of any file of the workspace. */
  readonly other: (file: string) => Snapshot | undefined;
}

/** Opens the text; others are the closed files of the workspace, by name. */
export async function atCursor(marked: string, others: Readonly<Record<string, string>> = {}): Promise<AtCursor> {
  await loadSyntax();
  const at = marked.indexOf('|');
  const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
  const workspace = new Workspace({ strict: true });
  for (const [name, other] of Object.entries(others)) workspace.setClosed(name, other);
  workspace.open('A.cfg', text);
  const before = text.slice(0, Math.max(at, 0)).split('\n');
  return {
    snapshot: workspace.snapshot('A.cfg')!,
    position: { line: before.length - 1, character: before[before.length - 1]!.length },
    text,
    other: (file) => workspace.snapshot(file),
  };
}

/** What stands in the text at these ranges, each with its row. */
export function standing(text: string, ranges: readonly Range[]): string[] {
  const rows = text.split('\n');
  return ranges.map(({ start, end }) => `${start.line}: ${rows[start.line]!.slice(start.character, end.character)}`);
}
