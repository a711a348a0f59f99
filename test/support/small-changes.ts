// The small changes of a configuration that a person makes or meets: a line less, a word less, another number, another kind of file.
// What a rule says after each tells what it looks at.
import type { NamedText } from './check-text';

/** One change, and the files after it. */
export interface SmallChange {
  /** `3`: the row that it changes, from 1; what is done, where that is no row. */
  readonly at: string;
  readonly file: string;
  readonly files: readonly NamedText[];
}

type Rewrite = (rows: readonly string[], index: number) => readonly string[] | undefined;

const wholeFile = '#\naaa\n#\ninterface NULL0\n#\nuser-interface con 0\n#\nreturn\n';

/** What stands at the end of a file of another kind. */
const kindsOfFiles: Readonly<Record<string, string>> = {
  'a firewall': 'hrp enable\n#\n',
  'two devices': 'sysname Another\n#\n',
  whole: wholeFile,
};

/** The changes by kind. */
export const smallChanges: Readonly<Record<string, (files: readonly NamedText[]) => SmallChange[]>> = {
  'without a line': (files) => rewritten(files, (rows, index) => rows.toSpliced(index, 1)),
  'without a last word': (files) => rewritten(files, withoutLastWord),
  'a placeholder for the last word': (files) => rewritten(files, withPlaceholder),
  'another number': (files) => rewritten(files, withNextNumber),
  'a section again': (files) => rewritten(files, withSectionAgain),
  'another kind of file': (files) => ofOtherKinds(files),
};

function rewritten(files: readonly NamedText[], rewrite: Rewrite): SmallChange[] {
  return files.flatMap((file) => {
    const rows = file.text.split('\n');
    return rows.flatMap((row, index) => {
      const others = /^(?:#|)$/.test(row) ? undefined : rewrite(rows, index);
      return others ? [changed(files, file, String(index + 1), others.join('\n'))] : [];
    });
  });
}

function changed(files: readonly NamedText[], file: NamedText, at: string, text: string): SmallChange {
  return { at, file: file.name, files: files.map((one) => (one === file ? { name: one.name, text } : one)) };
}

const withoutLastWord: Rewrite = (rows, index) => {
  const [, kept] = /^(\s*\S.*?)\s+\S+$/.exec(rows[index]!) ?? [];
  return kept === undefined ? undefined : rows.with(index, kept);
};

/** As files of a template hold it: nobody can read the value. */
const withPlaceholder: Rewrite = (rows, index) => {
  const [, kept] = /^(\s*\S.*?\s+)\S+$/.exec(rows[index]!) ?? [];
  return kept === undefined ? undefined : rows.with(index, `${kept}{{ value }}`);
};

/** The last number that is a word, one higher. */
const withNextNumber: Rewrite = (rows, index) => {
  const [, before, number, behind] = /^(.*(?<!\S))(\d+)((?!\S).*)$/.exec(rows[index]!) ?? [];
  return number === undefined ? undefined : rows.with(index, `${before}${Number(number) + 1}${behind}`);
};

/** At the end, under the next number or another name. */
const withSectionAgain: Rewrite = (rows, index) => {
  if (!/^\S/.test(rows[index]!) || !/^ /.test(rows[index + 1] ?? '')) return undefined;
  let end = index + 1;
  while (/^ /.test(rows[end] ?? '')) end++;
  const head = rows[index]!;
  const other = /\d/.test(head) ? head.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1)) : `${head}2`;
  return [...rows, '#', other, ...rows.slice(index + 1, end), '#', ''];
};

function ofOtherKinds(files: readonly NamedText[]): SmallChange[] {
  return Object.entries(kindsOfFiles).flatMap(([kind, end]) => {
    const ended = (text: string) => `${text.replace(/\n?$/, '\n')}#\n${end}`;
    const each = files.map((file) => changed(files, file, kind, ended(file.text)));
    const all = { at: kind, file: 'all', files: files.map(({ name, text }) => ({ name, text: ended(text) })) };
    return files.length > 1 ? [...each, all] : each;
  });
}
