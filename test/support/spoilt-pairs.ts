// Every example with one line taken away or spoilt: what generators and fixes meet when a person is in the middle of something.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, type NamedText } from './check-text';

export interface SpoiltPair {
  /** `ds-lite/Translator-1.cfg:12 without " peer-backup hot"`. */
  readonly title: string;
  readonly clean: readonly NamedText[];
  readonly files: readonly NamedText[];
}

/** The examples that hold no mistake. */
export const cleanExamples = ['dhcp-server', 'dhcpv6-relay-clean', 'ds-lite', 'mld', 'nd'] as const;

export function exampleFiles(name: string): NamedText[] {
  return configurationsIn(`examples/${name}`);
}

/** The configurations of a folder that is named from the root; none where it is a file. */
export function configurationsIn(name: string): NamedText[] {
  const folder = join(root, name);
  if (!statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cfg'))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** Each line of both files once taken away and once with another last word. */
export function* spoiltPairs(name: string): Generator<SpoiltPair> {
  const clean = exampleFiles(name);
  for (const file of clean) {
    const rows = file.text.split('\n');
    for (const [index, row] of rows.entries()) {
      if (/^(?:#|return|)$/.test(row) || row.startsWith('sysname ')) continue;
      const place = `${name}/${file.name}:${index + 1}`;
      const withRows = (others: readonly string[]): NamedText[] =>
        clean.map((one) => (one === file ? { name: one.name, text: others.join('\n') } : one));
      yield { title: `${place} without "${row}"`, clean, files: withRows(without(rows, index)) };
      const changed = spoilt(row);
      yield { title: `${place} "${row}" -> "${changed}"`, clean, files: withRows(rows.with(index, changed)) };
    }
  }
}

/** The head of a section goes with what stands in it. */
function without(rows: readonly string[], index: number): string[] {
  const isHead = /^\S/.test(rows[index]!) && /^ /.test(rows[index + 1] ?? '');
  const end = isHead ? rows.indexOf('#', index) + 1 : index + 1;
  return [...rows.slice(0, index), ...rows.slice(end)];
}

/** Another last word of the same kind: the next number, another name. */
function spoilt(row: string): string {
  const digits = /\d+$/.exec(row)?.[0];
  if (digits === undefined) return `${row}x`;
  const other = digits.endsWith('9') ? Number(digits) - 1 : Number(digits) + 1;
  return row.slice(0, row.length - digits.length) + String(other);
}
