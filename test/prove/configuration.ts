// The two files of a pair as lines that know their section, so that a fault can be put in by section and line and the rows that
// may be blamed for it found afterwards. Nothing here asks the product what a line means.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedText } from '../support/check-text';
import { root } from '../support/check-text';

export type Side = 0 | 1;

export interface Line {
  /** As it stands in the file, with its indent. */
  readonly text: string;
  /** The head of its section; the head of a section is its own. Empty for `#`. */
  readonly section: string;
  /** Put in or rewritten by a fault. */
  readonly isChanged: boolean;
}

export interface Configuration {
  readonly file: string;
  readonly lines: readonly Line[];
}

export interface ProvePair {
  readonly name: string;
  /** The intended master of most groups first. */
  readonly devices: readonly [Configuration, Configuration];
}

/** The pairs that faults and variants are put into: the clean examples, and three of this folder. */
const folders = [
  'examples/dhcpv6-relay-clean',
  'examples/nd',
  'examples/dhcp-server',
  'examples/mld',
  'examples/ds-lite',
  'examples/arp',
  'examples/bras',
  'examples/igmp',
  'examples/igmp-snooping-e-trunk',
  'examples/l2tp',
  'examples/bras-odd-even',
  'examples/ds-lite-boards',
  'examples/igmp-e-trunk',
  'examples/nat',
  'examples/nat-boards',
  'examples/nat-bras',
  'examples/nat64',
  'examples/nat64-bras',
  'test/prove/agg',
  'test/prove/cgn',
  'test/prove/city',
] as const;

export function provePairs(): ProvePair[] {
  return folders.map((folder) => {
    const [a, b] = readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.cfg'))
      .sort()
      .map((file) => configuration(file, readFileSync(join(root, folder, file), 'utf8')));
    return { name: folder.slice(folder.lastIndexOf('/') + 1).replace('-clean', ''), devices: [a!, b!] };
  });
}

function configuration(file: string, text: string): Configuration {
  let section = '';
  const lines = text.split('\n').map((row): Line => {
    if (row.startsWith('#')) section = '';
    else if (/^\S/.test(row)) section = row;
    return { text: row, section, isChanged: false };
  });
  return { file, lines };
}

export function textOf({ file, lines }: Configuration): NamedText {
  return { name: file, text: lines.map((line) => line.text).join('\n') };
}

export function sectionLines({ lines }: Configuration, section: string): string[] {
  return lines.filter((line) => line.section === section && section !== '').map((line) => line.text.trim());
}

/** The index of the line that does on the other device what this one does here: the same words, whatever the numbers. */
export function counterpart(here: Configuration, index: number, there: Configuration): number | undefined {
  const line = here.lines[index]!;
  const section = counterpartSection(here, line.section, there);
  const candidates = indexesIn(there, section);
  const exact = candidates.find((one) => there.lines[one]!.text === line.text);
  if (exact !== undefined && line.text !== line.section) return exact;
  const alike = (own: Configuration, at: number) => shape(own.lines[at]!.text) === shape(line.text);
  const ordinal = indexesIn(here, line.section)
    .filter((one) => alike(here, one))
    .indexOf(index);
  return candidates.filter((one) => alike(there, one))[ordinal];
}

/** The section of the other device: of that head, else that many-th of its shape. */
export function counterpartSection(here: Configuration, section: string, there: Configuration): string {
  if (there.lines.some((line) => line.section === section)) return section;
  const heads = (own: Configuration) =>
    own.lines.filter((line) => line.text === line.section && shape(line.section) === shape(section));
  const ordinal = heads(here).findIndex((line) => line.section === section);
  return heads(there)[ordinal]?.section ?? '';
}

function indexesIn({ lines }: Configuration, section: string): number[] {
  return lines.flatMap((line, index) => (line.section === section && section !== '' ? [index] : []));
}

/** Words without what differs between two devices: numbers, addresses, the number behind a hyphen. */
function shape(text: string): string {
  return text
    .trim()
    .replace(/\S*[0-9]\S*/g, '*')
    .toLowerCase();
}

/** The configuration with other lines in place of one; they keep its indent unless they begin with `^`, in column 0. */
export function replaced(own: Configuration, index: number, texts: readonly string[]): Configuration {
  const old = own.lines[index]!;
  const indent = /^ */.exec(old.text)![0];
  let section = old.section;
  const lines = texts.map((text): Line => {
    const isTop = text.startsWith('^');
    const row = isTop ? text.slice(1) : indent + text;
    if (row.startsWith('#')) section = '';
    else if (/^\S/.test(row)) section = row;
    return { text: row, section, isChanged: row !== old.text };
  });
  const isHeadRenamed = old.text === old.section && lines[0] !== undefined && lines[0].text !== old.text;
  const rest = own.lines
    .slice(index + 1)
    .map((line) => (isHeadRenamed && line.section === old.section ? { ...line, section: lines[0]!.section } : line));
  return { file: own.file, lines: [...own.lines.slice(0, index), ...lines, ...rest] };
}
