// A drawing as plain data: figures of simple parts, each with a text alternative, the line it stands for and why it looks as it
// does. Whoever shows it only sets attributes; `svg` writes it as a file of its own, with light colours and every text escaped.
import type { Place } from '../../model/place';
import { printable } from '../../text/sanitize';
import type { Evidence, Span } from '../simulation/rehearsal';

export interface Drawing {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly figures: readonly Figure[];
}

export interface Figure {
  /** The same thing has the same id in every drawing of the pair. */
  readonly id: string;
  /** What a person who does not see it is told. */
  readonly name: string;
  readonly parts: readonly Part[];
  /** Where a click leads. */
  readonly at?: Place;
  readonly because: readonly Evidence[];
  /** Index into `Rehearsal.moments`: a point of the timeline. */
  readonly moment?: number;
}

export type Part =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly round: number;
      readonly look: string;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly look: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly look: string;
    };

export type Tone = 'good' | 'warn' | 'bad' | 'main' | 'quiet';

export function box(x: number, y: number, width: number, height: number, look: string, round = 4): Part {
  return { kind: 'box', x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height), round, look };
}

export function line(x1: number, y1: number, x2: number, y2: number, look: string): Part {
  return { kind: 'line', x1: tenth(x1), y1: tenth(y1), x2: tenth(x2), y2: tenth(y2), look };
}

export interface TextOptions {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly look?: string;
  /** What does not fit is cut, with a sign that it is. */
  readonly room?: number;
}

export function text(
  x: number,
  y: number,
  words: string,
  { size = 11, anchor = 'start', look = '', room }: TextOptions = {},
): Part {
  return {
    kind: 'text',
    x: tenth(x),
    y: tenth(y),
    text: room === undefined ? words : fitted(words, room, size),
    size,
    anchor,
    look: `text ${look}`.trim(),
  };
}

/** A word in a rounded box; `x` is its left edge. */
export function pill(x: number, y: number, width: number, words: string, tone: Tone, size = 10): Part[] {
  const height = size + 8;
  return [
    box(x, y, width, height, `pill ${tone}`, height / 2),
    text(x + width / 2, y + height / 2 + size * 0.36, words, {
      size,
      anchor: 'middle',
      look: 'strong',
      room: width - 8,
    }),
  ];
}

export function pillWidth(words: string, size = 10): number {
  return Math.ceil(textWidth(words, size)) + 18;
}

/** A cross over something that is broken. */
export function cross(x: number, y: number, size = 6): Part[] {
  return [line(x - size, y - size, x + size, y + size, 'cross'), line(x - size, y + size, x + size, y - size, 'cross')];
}

/** How wide the words are at most, in any of the fonts an editor uses. */
export function textWidth(words: string, size: number): number {
  let width = 0;
  for (const character of words) width += characterWidth(character);
  return width * size;
}

export function fitted(words: string, room: number, size: number): string {
  if (textWidth(words, size) <= room) return words;
  const characters = [...words];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** `2.53-3.53 s`, `10 min`, `1:10:00-1:10:02`. */
export function spanText([from, to]: Span): string {
  if (from === to) return secondsText(from);
  return to < 120 ? `${secondsText(from).slice(0, -2)}-${secondsText(to)}` : `${clockText(from)}-${clockText(to)}`;
}

/** `5.14 s`, `30 min`, `1 h 10 s`. */
export function secondsText(seconds: number): string {
  const whole = Math.round(seconds * 100) / 100;
  if (whole < 120) return `${whole} s`;
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    Math.round((whole % 60) * 100) / 100,
  ];
  return [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : '', rest > 0 ? `${rest} s` : '']
    .filter((word) => word !== '')
    .join(' ');
}

/** `1:10:02`: short enough for an axis. */
export function clockText(seconds: number): string {
  const whole = Math.round(seconds * 100) / 100;
  const two = (value: number): string => `${value < 10 ? '0' : ''}${value}`;
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(Math.round((whole % 60) * 100) / 100)}`;
}

/** Several drawings as one file, one below the other. */
export function svg(drawings: readonly Drawing[], title: string): string {
  const gap = 20;
  const width = Math.max(320, ...drawings.map((drawing) => drawing.width));
  const height = drawings.reduce((sum, drawing) => sum + drawing.height + gap, gap);
  let y = gap / 2;
  const groups = drawings.map((drawing) => {
    const figures = drawing.figures.map(
      (figure) =>
        `<g role="img" aria-label="${escaped(figure.name)}"><title>${escaped(figure.name)}</title>${figure.parts.map(partSvg).join('')}</g>`,
    );
    const group = `<g transform="translate(0 ${y})" role="group" aria-label="${escaped(drawing.title)}">\n${figures.join('\n')}\n</g>`;
    y += drawing.height + gap;
    return group;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${style}</style>
<rect class="page" width="${width}" height="${height}"/>
${groups.join('\n')}
</svg>
`;
}

function partSvg(part: Part): string {
  if (part.kind === 'box')
    return `<rect class="${escaped(part.look)}" x="${part.x}" y="${part.y}" width="${part.width}" height="${part.height}" rx="${part.round}"/>`;
  if (part.kind === 'line')
    return `<line class="${escaped(part.look)}" x1="${part.x1}" y1="${part.y1}" x2="${part.x2}" y2="${part.y2}"/>`;
  return `<text class="${escaped(part.look)}" x="${part.x}" y="${part.y}" font-size="${part.size}" text-anchor="${part.anchor}">${escaped(part.text)}</text>`;
}

// The page in the editor has the same looks in the colours of the theme.
const style = `
.page,.row{fill:#fff}
text{fill:#1f2328;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.strong{font-weight:600}.dim{fill:#57606a}
rect{fill:none;stroke:none}line{stroke:#8c959f;stroke-width:1.5}
.device,.bar{fill:#f6f8fa;stroke:#8c959f;stroke-width:1.5}.router{fill:#fff;stroke:#57606a;stroke-width:1.2}
.device.bad,.bar.bad{fill:#ffebe9;stroke:#cf222e;stroke-dasharray:5 3}
.pill,.state{stroke-width:1.2}.label{fill:#fff}.plate{fill:#f6f8fa}
.good{fill:#dafbe1;stroke:#1a7f37}.warn{fill:#fff8c5;stroke:#9a6700}.bad{fill:#ffebe9;stroke:#cf222e}.main{fill:#ddf4ff;stroke:#0969da}.quiet{fill:#f6f8fa;stroke:#8c959f}
.between{fill:#fff;stroke:#57606a;stroke-dasharray:2 2}
.carrying{stroke:#1a7f37;stroke-width:4}.standby{stroke:#8c959f;stroke-dasharray:4 3}.down{stroke:#cf222e;stroke-dasharray:2 4}
.channel{stroke:#0969da;stroke-width:3}.channel.down{stroke:#cf222e;stroke-dasharray:2 4}
.cross{stroke:#cf222e;stroke-width:2.5;stroke-linecap:round}
.grid{stroke:#d0d7de;stroke-width:1}.event{stroke:#cf222e;stroke-width:1.2;stroke-dasharray:3 3}
.marker{fill:#fff;stroke:#1f2328;stroke-width:1.5}.marker.good{stroke:#1a7f37}.marker.warn{stroke:#9a6700}.marker.bad{stroke:#cf222e}.marker.main{stroke:#0969da}
`;

/** What XML cannot hold at all becomes a replacement character. */
function escaped(words: string): string {
  return printable(words)
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(
      /[&<>"']/g,
      (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '&apos;',
    );
}

function characterWidth(character: string): number {
  if (/[ijl.,:;'|!()[\]/ ]/.test(character)) return 0.34;
  if (/[frt-]/.test(character)) return 0.43;
  if (/[mwMW@%\u2026]/.test(character)) return 0.95;
  if (/[A-Z]/.test(character)) return 0.7;
  return character.charCodeAt(0) < 0x2000 ? 0.6 : 1.05;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
