// How texts are read that a seed puts together from odd rows, at once, in slices and after edits, and what is answered of places in
// them: for each hundred how many lines there are of a kind, and a sum over all. VRP_ANSWERS=FOLDER writes the texts.
import { after, before, test } from 'node:test';
import { openText, openTextInSlices, type OpenText } from '../../server/src/syntax/document';
import { readText } from '../../server/src/syntax/read-text';
import { randomOf, type Random } from '../lab/random';
import { isLong } from '../support/long';
import { isRecording, Recorded } from '../support/recorded';
import { sectionsText } from '../support/sections-text';
import { summed } from '../support/summed';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

const answers = new Recorded('test/syntax/drawn-texts.txt');

/** What rows are made of; of most texts a third are such. */
const odd = [
  ...[
    'header login information "',
    'header shell information ^',
    'header login information %one%',
    '"',
    'so it ends"',
    '^',
  ],
  ...[
    'header login "',
    ' header login information @',
    '@',
    'say "so" twice',
    '50 % off',
    'undo header login',
    '\u201d',
  ],
  ...['rsa peer-public-key k1', ' public-key-code begin', '  30820109', ' public-key-code end', 'peer-public-key end'],
  ...['[~A] sysname B', '<A> display this', '[*A-Eth-Trunk1] mtu 1400', 'HRP_M[A] vrrp', '[A]', '<A>', '[A mtu'],
  ...[
    '  ---- More ----\u001b[42D   \u001b[42D#',
    '---- More ----\b\b\b mtu 1400',
    '2021-01-01 10:00:00.123',
    '10:00:00 [A] x',
  ],
  ...['!Software Version V800R021C00', '[V200R003C00]', '# words', ' #', '#\t', '\ufeff#', '\tmtu 1', ' \t mtu 2', ''],
  ...['\u00a0mtu 3', 'sysname A\u0000B', '\f#', 'return', ' return', 'sysname \u{1f600}', 'quit', ' undo mtu'],
] as const;
const plain = [
  '#',
  'sysname A',
  'interface Eth-Trunk1',
  ' mtu 1400',
  ' undo shutdown',
  'aaa',
  '  authen x',
  '#',
] as const;

/** One hundred, and four in the long walk. */
const hundreds = isLong || isRecording ? 4 : 1;

for (let hundred = 0; hundred < hundreds; hundred++)
  test(`drawn texts: hundred ${hundred + 1}`, () => {
    const told: string[] = [];
    for (let index = 0; index < 100; index++) told.push(...answersOf(randomOf(hundred * 100 + index)));
    answers.hold(`hundred ${hundred + 1}`, [counts(told), summed(`texts-${hundred + 1}`, told)]);
  });

function answersOf(random: Random): string[] {
  const text = drawnText(random, 2 + random.below(24));
  const { opened, slices } = openedInSlices(text, 1 + random.below(6));
  const told = [JSON.stringify(text), ...sectionsText(readText(text).sections), `${slices} slices`];
  told.push(...sectionsText(opened.sections));
  for (let left = 3; left > 0; left--) {
    edit(opened, random);
    told.push(...sectionsText(opened.sections), placesText(opened, random));
  }
  const again = openText(opened.text);
  told.push(`${again.rows} rows, ${JSON.stringify(again.eol)}`);
  again.close();
  opened.close();
  return told;
}

function drawnText(random: Random, rows: number): string {
  const end = random.of(['\n', '\n', '\n', '\r\n', '\r']);
  const drawn = Array.from({ length: rows }, () => (random.once(3) ? random.of(odd) : random.of(plain)));
  return drawn.join(end) + (random.once(3) ? '' : end);
}

function openedInSlices(text: string, rowsAtOnce: number): { readonly opened: OpenText; readonly slices: number } {
  const reading = openTextInSlices(text, rowsAtOnce);
  for (let slices = 1; ; slices++) {
    const { done, value } = reading.next();
    if (done) return { opened: value, slices };
  }
}

function edit(opened: OpenText, random: Random): void {
  const place = () => ({ line: random.below(opened.rows + 2), character: random.below(12) });
  const written = random.once(3) ? '' : drawnText(random, 1 + random.below(3));
  const start = place();
  // Mostly a stretch of a row or two, as a person marks it.
  const end = random.once(3) ? start : { line: start.line + random.below(3), character: random.below(12) };
  opened.change(random.once(20) ? undefined : { start, end }, written);
}

/** Of some places, also of such as the text does not have. */
function placesText(opened: OpenText, random: Random): string {
  const rows = [-1, 0, random.below(opened.rows + 1), opened.rows - 1, opened.rows, opened.rows + 5];
  const ofRows = rows.map((row) => {
    const section = opened.sectionIndexAt(row);
    const offset = opened.offsetAt({ line: row, character: random.below(9) });
    const back = opened.positionAt(offset - 1 + random.below(3));
    return `${row}: ${section} ${opened.sectionRow(section)} ${offset} ${back.line}:${back.character} ${JSON.stringify(opened.lineText(row))}`;
  });
  return `places ${ofRows.join(', ')}`;
}

/** `command 120, separator 40` */
function counts(told: readonly string[]): string {
  const found = new Map<string, number>();
  for (const line of told) {
    const [, kind] = /^ {2}\d+ (\S+)/.exec(line) ?? [];
    if (kind !== undefined) found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  return [...found]
    .map(([kind, count]) => `${kind} ${count}`)
    .sort()
    .join(', ');
}

after(() => answers.save());
