// The failure matrix as a drawing, and the words for what breaks: one line an event and group of users, the worst first.
import { outcomeWords } from '../judgement/outcomes';
import { eventWords, groupWords, sentence, serviceWords } from '../judgement/words';
import { eventKinds } from '../simulation/events';
import type { Outcome, Rehearsal, Row } from '../simulation/rehearsal';
import { box, line, pill, text, textWidth, type Drawing, type Figure, type Tone } from './drawing';
import { shortInterfaceName } from './tones';

const width = 640;
const outcomeTone: Readonly<Record<Outcome, Tone>> = {
  'loses-users': 'bad',
  interrupted: 'bad',
  'no-switchover': 'bad',
  unknown: 'warn',
  'survives-stale': 'warn',
  survives: 'good',
};

/** `BRAS-North dies`, `Uplink GE0/1/3 of BRAS-South fails`. */
export function eventTitle({ event, device, part }: Pick<Row, 'event' | 'device' | 'part'>): string {
  const cut = event.lastIndexOf('-');
  const kind = eventKinds.find((known) => known === event.slice(0, cut));
  const change = (['down', 'up', 'stop'] as const).find((known) => known === event.slice(cut + 1));
  if (!kind || !change) return event;
  const shortPart = part === undefined ? undefined : shortInterfaceName(part);
  return sentence(eventWords({ kind, change, device: device ?? undefined, part: shortPart, at: 0 }));
}

/** The rows of a rehearsal with their outcomes, as a drawing for a report. */
export function outcomeTable(rehearsal: Rehearsal): Drawing {
  const figures: Figure[] = [];
  let y = 8;
  for (const [index, row] of rehearsal.rows.entries()) {
    const lines = wrapped(row.text, width - 32 - 128, 11);
    const height = 32 + lines.length * 15;
    figures.push(rowFigure(rehearsal, row, index, lines, y, height));
    y += height + 4;
  }
  return { title: 'What each single failure does to the users', width, height: y + 8, figures };
}

function rowFigure(
  rehearsal: Rehearsal,
  row: Row,
  index: number,
  lines: readonly string[],
  y: number,
  height: number,
): Figure {
  const group = row.group === null ? undefined : rehearsal.groups[row.group];
  const users = [
    ...(group ? [groupWords(group)] : []),
    ...(row.services.length > 0 ? [serviceWords(row.services)] : []),
  ].join(' · ');
  const outcome = outcomeWords[row.outcome];
  return {
    id: `outcome ${index}`,
    name: `${eventTitle(row)}, ${users}: ${outcome}. ${row.text}`,
    because: row.because,
    at: row.because[0]?.at,
    parts: [
      box(16, y, width - 32, height, 'row', 4),
      line(16, y, width - 16, y, 'grid'),
      ...pill(20, y + 8, 104, outcome, outcomeTone[row.outcome]),
      text(136, y + 21, eventTitle(row), { size: 12, look: 'strong', room: 310 }),
      text(width - 20, y + 21, users, { anchor: 'end', look: 'dim', room: 165 }),
      ...lines.map((words, at) => text(136, y + 37 + at * 15, words, { look: 'dim' })),
    ],
  };
}

/** Lines that fit into `room` pixels; a word that is too long alone stands on a line of its own and is cut there. */
export function wrapped(words: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const given of words.split(/\s+/).filter(Boolean)) {
    let word = given;
    while (textWidth(word, size) > room) {
      const cut = fittingLength(word, room, size);
      lines.push(word.slice(0, cut));
      word = word.slice(cut);
    }
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How many characters of a word that does not fit do; at least one. */
function fittingLength(word: string, room: number, size: number): number {
  let length = word.length - 1;
  while (length > 1 && textWidth(word.slice(0, length), size) > room) length--;
  return length;
}
