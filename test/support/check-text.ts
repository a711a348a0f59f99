// The few helpers of the tests: the only place that knows how to check texts and run the command line in process.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Io } from '../../server/src/cli/io';
import { run } from '../../server/src/cli/run';
import { decode, encode } from '../../server/src/main/decode';
import { nodeFiles } from '../../server/src/main/files';
import { hash, pack, unpack } from '../../server/src/main/pack';
import type { Rule } from '../../server/src/diagnostics/rule';
import { Workspace, type WorkspaceOptions } from '../../server/src/workspace/workspace';
import { loadSyntax } from './wasm';

export const root = resolve(__dirname, '../..');
/** Where the guide's pages and the corpus are; they are not part of the project. */
export const material = resolve(root, process.env.VRP_MATERIAL ?? '../shared');

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A workspace that holds these texts; `rules` are all that run, a rule that throws fails the test. */
export async function workspaceOf(
  files: readonly NamedText[],
  rules?: readonly Rule[],
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  await loadSyntax();
  const workspace = new Workspace({
    strict: true,
    ...options,
    ...(rules ? { rules } : {}),
    report: (rule, error) => {
      throw new Error(`rule ${rule} threw`, { cause: error });
    },
  });
  for (const { name, text } of files) workspace.setClosed(name, text);
  return workspace;
}

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `vrp` in process, as the bundle does. */
export async function vrp(
  args: readonly string[],
  stdin: Uint8Array = new Uint8Array(),
  more: Partial<Io> = {},
): Promise<CliResult> {
  let out = '';
  let err = '';
  const code = await run(args, {
    files: nodeFiles,
    decode,
    encode,
    stdin: () => stdin,
    colors: false,
    version: '0.0.0-test',
    build: () => 'test',
    hash,
    pack,
    unpack,
    turn: () => Promise.resolve(),
    load: loadSyntax,
    serve: () => Promise.reject(new Error('not in a test')),
    out: (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    ...more,
  });
  return { code, out, err };
}

/** The text after `edits` (of one file), applied as an editor applies them: all positions are of the old text. */
export function edited(
  text: string,
  edits: readonly { range: { start: Point; end: Point }; newText: string }[],
): string {
  const starts = [0];
  for (const hit of text.matchAll(/\r\n|\r|\n/g)) starts.push(hit.index + hit[0].length);
  const offset = ({ line, character }: Point) => {
    if (line >= starts.length) return text.length;
    const end = line + 1 < starts.length ? starts[line + 1]! : text.length;
    const content = text.slice(starts[line], end).replace(/[\r\n]+$/, '').length;
    return starts[line]! + Math.min(character, content);
  };
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => offset(b.edit.range.start) - offset(a.edit.range.start) || b.index - a.index);
  let result = text;
  for (const { edit } of sorted)
    result = result.slice(0, offset(edit.range.start)) + edit.newText + result.slice(offset(edit.range.end));
  return result;
}

interface Point {
  readonly line: number;
  readonly character: number;
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
