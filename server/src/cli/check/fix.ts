// `vrp check --fix`: applies fixes until none is left, in memory; then writes each changed file whole, or prints a diff. A file
// whose bytes would not come back exactly is not touched.
import { createTwoFilesPatch } from 'diff';
import { maskedText } from '../../model/secrets';
import type { Fix } from '../../diagnostics/rule';
import type { FileEdit } from '../../edits/file-edit';
import { push } from '../../text/collections';
import type { TextEdit } from '../../text/range';
import { Workspace, type WorkspaceOptions } from '../../workspace/workspace';
import type { Decoded, Io } from '../io';
import { printable, printableRow } from '../../text/sanitize';

export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
}

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
    const edits = new Map<string, FileEdit[]>();
    for (const finding of workspace.allFindings()) {
      const fix = chosen(workspace.fixesOf(finding), unsafe);
      const key = `${finding.rule}\n${finding.file}\n${finding.message}`;
      if (!fix || tried.has(key) || fix.edits.some((edit) => !texts.has(edit.file) || edits.has(edit.file))) continue;
      tried.add(key);
      applied.push(fix.title);
      for (const edit of fix.edits) push(edits, edit.file, edit);
    }
    if (edits.size === 0) break;
    for (const [path, list] of edits) {
      const text = withEdits(texts.get(path)!, list);
      texts.set(path, text);
      workspace.setClosed(path, text);
    }
  }
  return {
    applied,
    changed: sources
      .filter((source) => texts.get(source.path) !== source.decoded.text)
      .map((source) => ({ source, text: texts.get(source.path)! })),
  };
}

/** For a person: secrets of the lines around are masked, what a terminal would obey is written out. */
export function unifiedDiff({ changed }: FixResult): string {
  const shown = (text: string) =>
    text
      .split('\n')
      .map((line) => printableRow(maskedText(line.replace(/\r$/, ''))))
      .join('\n');
  return changed
    .map(({ source, text }) =>
      createTwoFilesPatch(
        printable(source.path),
        printable(source.path),
        shown(source.decoded.text),
        shown(text),
        undefined,
        undefined,
        { context: 3 },
      ),
    )
    .join('');
}

/** Writes what was changed; says what could not be written. What `paths` do not name is written only below what they name. */
export function write({ changed }: FixResult, paths: readonly string[], io: Io): string[] {
  const tops = paths.map((path) => `${io.files.real(io.files.base(path)).replace(/\/$/, '')}/`);
  return changed.flatMap(({ source, text }) => {
    const real = io.files.real(source.path);
    if (!paths.includes(source.path) && !tops.some((top) => real.startsWith(top)))
      return [`${source.path}: not written, a link leads out of the folder`];
    const before = io.encode(source.decoded.text, source.decoded.encoding);
    if (!before || !sameBytes(before, source.bytes))
      return [`${source.path}: not written, its bytes would not come back exactly as they were`];
    const now = io.files.read(source.path);
    if (!now.ok || !sameBytes(now.bytes, source.bytes))
      return [`${source.path}: not written, it changed while it was checked`];
    const bytes = io.encode(text, source.decoded.encoding);
    if (!bytes) return [`${source.path}: not written, the new text does not fit its encoding`];
    const failure = io.files.write(source.path, bytes);
    return failure === undefined ? [] : [`${source.path}: not written, ${failure}`];
  });
}

function chosen(fixes: readonly Fix[], unsafe: boolean): Fix | undefined {
  // What a person still has to fill in is for the editor, not for a file on disk.
  const whole = fixes.filter((fix) => !fix.edits.some((edit) => /<[a-z][\w-]*>/.test(edit.newText)));
  return whole.find((fix) => fix.safe) ?? (unsafe ? whole[0] : undefined);
}

/** The text with edits of one file, whose positions are all of the old text and do not overlap. */
function withEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (const hit of text.matchAll(/\r\n|\r|\n/g)) starts.push(hit.index + hit[0].length);
  const offset = ({ line, character }: { line: number; character: number }) => {
    if (line >= starts.length) return text.length;
    let end = line + 1 < starts.length ? starts[line + 1]! : text.length;
    while (end > starts[line]! && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    return Math.min(starts[line]! + character, end);
  };
  return [...edits]
    .sort((one, two) => offset(two.range.start) - offset(one.range.start))
    .reduce(
      (result, edit) => result.slice(0, offset(edit.range.start)) + edit.newText + result.slice(offset(edit.range.end)),
      text,
    );
}

function sameBytes(one: Uint8Array, two: Uint8Array): boolean {
  return one.length === two.length && one.every((byte, index) => byte === two[index]);
}
