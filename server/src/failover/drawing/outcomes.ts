// The failure matrix as a drawing, and the words for what breaks: one line an event and group of users, the worst first.
import type { Outcome, Rehearsal, Row } from '../simulation/rehearsal';
import { box, line, pill, text, textWidth, type Drawing, type Figure, type Tone } from './drawing';
import { eventKinds } from '../simulation/events';
import { shortName } from './picture';
import { eventWords, groupWords, sentence, serviceWords } from '../judgement/words';

const width = 640;
const outcomeTone: Readonly<Record<Outcome, Tone>> = {
  'loses-users': 'bad',
  'no-switchover': 'bad',
  'survives-stale': 'warn',
  survives: 'good',
};
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  'loses-users': 'loses users',
  'no-switchover': 'no switchover',
  'survives-stale': 'stale entries',
  survives: 'survives',
};

/** `BRAS-North dies`, `Uplink GE0/1/3 of BRAS-South fails`. */
export function eventTitle({ event, device, part }: Pick<Row, 'event' | 'device' | 'part'>): string {
  const cut = event.lastIndexOf('-');
  const kind = eventKinds.find((one) => one === event.slice(0, cut));
  const change = (['down', 'up', 'stop'] as const).find((one) => one === event.slice(cut + 1));
  if (!kind || !change) return event;
  return sentence(
    eventWords({
      kind,
      change,
      device: device ?? undefined,
      part: part === undefined ? undefined : shortName(part),
      at: 0,
    }),
  );
}

export function outcomeTable(rehearsal: Rehearsal): Drawing {
  const figures: Figure[] = [];
  let y = 8;
  rehearsal.rows.forEach((row, index) => {
    const group = rehearsal.groups[row.group];
    const about = `${group ? groupWords(group) : ''}${row.services.length > 0 ? ` · ${serviceWords(row.services)}` : ''}`;
    const lines = wrapped(row.text, width - 32 - 128, 11);
    const height = 32 + lines.length * 15;
    figures.push({
      id: `outcome ${index}`,
      name: `${eventTitle(row)}, ${about}: ${outcomeWords[row.outcome]}. ${row.text}`,
      because: row.because,
      at: row.because[0]?.at,
      parts: [
        box(16, y, width - 32, height, 'row', 4),
        line(16, y, width - 16, y, 'grid'),
        ...pill(20, y + 8, 104, outcomeWords[row.outcome], outcomeTone[row.outcome]),
        text(136, y + 21, eventTitle(row), { size: 12, look: 'strong', room: 310 }),
        text(width - 20, y + 21, about, { size: 10.5, anchor: 'end', look: 'dim', room: 165 }),
        ...lines.map((words, at) => text(136, y + 37 + at * 15, words, { look: 'dim' })),
      ],
    });
    y += height + 4;
  });
  return { title: 'What each single failure does to the users', width, height: y + 8, figures };
}

/** Lines that fit; a word that is too long alone stands on a line of its own and is cut there. */
export function wrapped(words: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const given of words.split(/\s+/).filter(Boolean)) {
    let word = given;
    while (textWidth(word, size) > room) {
      let cut = word.length - 1;
      while (cut > 1 && textWidth(word.slice(0, cut), size) > room) cut--;
      lines.push(word.slice(0, cut));
      word = word.slice(cut);
    }
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
