// `vrp check --fix`: applies fixes until none is left, in memory; then writes each changed file whole, or prints a diff. A file
// whose bytes would not come back exactly is not touched.
import { createTwoFilesPatch } from 'diff';
import { shownRows } from '../../model/secrets';
import type { Fix } from '../../diagnostics/rule';
import type { FileEdit } from '../../edits/file-edit';
import { push } from '../../text/collections';
import { applyEdits } from '../../text/apply-edits';
import { Workspace, type WorkspaceOptions } from '../../workspace/workspace';
import { printable, printableRow } from '../../text/sanitize';
import type { Decoded } from '../files';
import type { Io } from '../io';
import type { Problem } from '../problem';
import { factsOfRows } from './result';

/** A configuration as it was read from a file. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
}

/** The texts after the fixes; nothing is written yet. */
export interface FixResult {
  readonly changed: readonly { readonly source: Source; readonly text: string }[];
  /** What was done, in order. */
  readonly applied: readonly string[];
}

// One fix a file and round: two findings of one cause must not both be mended. A fix that brings a new finding ends here too.
const mostRounds = 500;

/** Mends what can be mended. With `unsafe`, the first choice of a fix that needs one is taken too. */
export function fixed(sources: readonly Source[], options: WorkspaceOptions, unsafe: boolean): FixResult {
  const texts = new Map(sources.map((source) => [source.path, source.decoded.text]));
  const workspace = new Workspace(options);
  for (const source of sources) workspace.setClosed(source.path, source.decoded.text, source.decoded.encoding);
  const applied: string[] = [];
  const tried = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const fixes = nextFixes(workspace, unsafe, tried, (file) => texts.has(file));
    if (fixes.length === 0) break;
    for (const fix of fixes) if (apply(fix, texts, workspace)) applied.push(fix.title);
  }
  return {
    applied,
    changed: sources
      .filter((source) => texts.get(source.path) !== source.decoded.text)
      .map((source) => ({ source, text: texts.get(source.path)! })),
  };
}

/** False where the texts say already what the fix would write: it does not count. */
function apply(fix: Fix, texts: Map<string, string>, workspace: Workspace): boolean {
  const edits = new Map<string, FileEdit[]>();
  for (const edit of fix.edits) push(edits, edit.file, edit);
  let hasChanged = false;
  for (const [path, list] of edits) {
    const before = texts.get(path)!;
    const text = applyEdits(before, list);
    if (text === before) continue;
    hasChanged = true;
    texts.set(path, text);
    workspace.setClosed(path, text);
  }
  return hasChanged;
}

/** At most one fix for each file, of findings that were not `tried` before; they are from now on. */
function nextFixes(
  workspace: Workspace,
  unsafe: boolean,
  tried: Set<string>,
  isSource: (file: string) => boolean,
): Fix[] {
  const fixes: Fix[] = [];
  const taken = new Set<string>();
  for (const finding of workspace.allFindings()) {
    const fix = chosen(workspace.fixesOf(finding), unsafe);
    const key = `${finding.rule}\n${finding.file}\n${finding.message}`;
    if (!fix || tried.has(key) || fix.edits.some(({ file }) => !isSource(file) || taken.has(file))) continue;
    tried.add(key);
    fixes.push(fix);
    for (const { file } of fix.edits) taken.add(file);
  }
  return fixes;
}

/** For a person: secrets of the lines around are masked, what a terminal would obey is written out. */
export function unifiedDiff({ changed }: FixResult): string {
  const shown = (path: string, text: string) => {
    const rows = text.split(/\r\n|\r|\n/);
    const shownRow = shownRows(factsOfRows(path, rows), rows);
    return rows.map((_, row) => printableRow(shownRow(row))).join('\n');
  };
  return changed
    .map(({ source, text }) =>
      createTwoFilesPatch(
        printable(source.path),
        printable(source.path),
        shown(source.path, source.decoded.text),
        shown(source.path, text),
        undefined,
        undefined,
        { context: 3 },
      ),
    )
    .join('');
}

/** Writes what was changed and gives what could not be written. What `paths` do not name is written only below what they name. */
export function write({ changed }: FixResult, paths: readonly string[], io: Io): Problem[] {
  const tops = paths.map((path) => `${io.files.real(io.files.base(path)).replace(/\/$/, '')}/`);
  return changed.flatMap(({ source, text }) => {
    const real = io.files.real(source.path);
    const isMeant = paths.includes(source.path) || tops.some((top) => real.startsWith(top));
    const reason = isMeant ? writeOne(source, text, io) : 'a link leads out of the folder';
    if (reason === undefined) return [];
    return [{ code: 'not-written', file: source.path, message: `not written, ${reason}` }];
  });
}

/** Gives the reason of a failure as a clause. */
function writeOne(source: Source, text: string, io: Io): string | undefined {
  const { encoding } = source.decoded;
  const readBack = io.encode(source.decoded.text, encoding);
  if (!readBack || !sameBytes(readBack, source.bytes)) return 'its bytes would not come back exactly as they were';
  const current = io.files.read(source.path);
  if (!current.ok || !sameBytes(current.bytes, source.bytes)) return 'it changed while it was checked';
  const bytes = io.encode(text, encoding);
  if (!bytes) return 'the new text does not fit its encoding';
  const written = io.files.write(source.path, bytes);
  return written.ok ? undefined : written.reason;
}

function chosen(fixes: readonly Fix[], unsafe: boolean): Fix | undefined {
  // What a person still has to fill in is for the editor, not for a file on disk.
  const complete = fixes.filter((fix) => !fix.edits.some((edit) => /<[a-z][\w-]*>/.test(edit.newText)));
  return complete.find((fix) => fix.safe) ?? (unsafe ? complete[0] : undefined);
}

function sameBytes(bytes: Uint8Array, others: Uint8Array): boolean {
  return bytes.length === others.length && bytes.every((byte, index) => byte === others[index]);
}
