// Reads the one example language: `--- name` starts a file, carets mark the line above and may be followed by a message, a lone `|`
// is the cursor, and what follows `fixed:` is the text after the fix. Common indentation is taken away.

export interface Mark {
  /** Row in the file's text, from 0. */
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface ExampleFile {
  /** Empty where the example has no `---` line. */
  readonly name: string;
  /** Without the caret lines and the cursor. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly cursor?: { readonly row: number; readonly column: number };
}

export interface Example {
  readonly files: readonly ExampleFile[];
  readonly fixed?: readonly ExampleFile[];
}

export function readExample(text: string): Example {
  const lines = dedent(text);
  const hasCursor = lines.join('\n').split('|').length === 2;
  const at = lines.findIndex((line) => line.trimEnd() === 'fixed:');
  if (at < 0) return { files: files(lines, hasCursor) };
  return { files: files(lines.slice(0, at), hasCursor), fixed: files(lines.slice(at + 1), false) };
}

/** The lines with their common indentation taken away, and without blank ones at both ends. */
export function dedent(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  while (lines.length > 0 && lines[0]!.trim() === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1]!.trim() === '') lines.pop();
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(Math.min(indent, line.length)));
}

function files(lines: readonly string[], hasCursor: boolean): ExampleFile[] {
  const found: { name: string; rows: string[]; marks: Mark[]; cursor?: { row: number; column: number } }[] = [];
  for (const line of lines) {
    const head = /^--- (\S.*?)\s*$/.exec(line);
    if (head) {
      found.push({ name: head[1]!, rows: [], marks: [] });
      continue;
    }
    if (found.length === 0) found.push({ name: '', rows: [], marks: [] });
    const file = found[found.length - 1]!;
    const caret = /^(\s*)(\^+)(?:\s+(.*?))?\s*$/.exec(line);
    if (caret && file.rows.length > 0) {
      const start = caret[1]!.length;
      file.marks.push({ row: file.rows.length - 1, start, end: start + caret[2]!.length, message: caret[3] ?? '' });
      continue;
    }
    const bar = hasCursor ? line.indexOf('|') : -1;
    if (bar >= 0) file.cursor = { row: file.rows.length, column: bar };
    file.rows.push(bar >= 0 ? line.slice(0, bar) + line.slice(bar + 1) : line);
  }
  return found.map(({ name, rows, marks, cursor }) => ({
    name,
    text: rows.map((row) => row + '\n').join(''),
    marks,
    cursor,
  }));
}
