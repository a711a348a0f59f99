// A drawing as plain data: figures of simple parts, each with a text alternative, the line it stands for and why it looks as it
// does. Whoever shows it only sets attributes. Lengths are pixels of a drawing that is not scaled.
import type { Place } from '../../model/place';
import type { Evidence } from '../simulation/rehearsal';

/** A drawing as data: a page or an SVG file shows it. */
export interface Drawing {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly figures: readonly Figure[];
}

/** What is pointed at as one: its parts, its name for a screen reader, and the reasons behind it. */
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

/** A box, a line or a text. */
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

/** Nothing is written smaller than this. */
const leastSize = 11;

/** What a colour means; the page has the colours. */
export type Tone = 'good' | 'warn' | 'bad' | 'main' | 'quiet';

/** A rectangle by its upper left corner, in pixels; `look` are the classes of its style. */
export function box(x: number, y: number, width: number, height: number, look: string, round = 4): Part {
  return { kind: 'box', x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height), round, look };
}

/** A straight line between two points, in pixels. */
export function line(x1: number, y1: number, x2: number, y2: number, look: string): Part {
  return { kind: 'line', x1: tenth(x1), y1: tenth(y1), x2: tenth(x2), y2: tenth(y2), look };
}

/** How a text is set. */
export interface TextOptions {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly look?: string;
  /** What does not fit is cut, with a sign that it is. */
  readonly room?: number;
}

/** Words at a point of their baseline; `room` in pixels cuts them. */
export function text(
  x: number,
  y: number,
  words: string,
  { size = leastSize, anchor = 'start', look = '', room }: TextOptions = {},
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
export function pill(x: number, y: number, width: number, words: string, tone: Tone, size = leastSize): Part[] {
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

/** Pixels that a pill with these words needs. */
export function pillWidth(words: string, size = leastSize): number {
  return Math.ceil(textWidth(words, size)) + 18;
}

/** A cross over something that is broken. */
export function cross(x: number, y: number, size = 6): Part[] {
  return [line(x - size, y - size, x + size, y + size, 'cross'), line(x - size, y + size, x + size, y - size, 'cross')];
}

const ellipsis = '…';

/** How wide the words are at most, in any of the fonts an editor uses. */
export function textWidth(words: string, size: number): number {
  let width = 0;
  for (const character of words) width += characterWidth(character);
  return width * size;
}

/** The words, or as much of their start as fits beside a sign that they go on. */
export function fitted(words: string, room: number, size: number): string {
  if (textWidth(words, size) <= room) return words;
  const sign = characterWidth(ellipsis);
  let width = 0;
  let length = 0;
  for (const character of words) {
    width += characterWidth(character);
    if ((width + sign) * size > room) break;
    length += character.length;
  }
  return `${words.slice(0, length).trimEnd()}${ellipsis}`;
}

/** A picture measures tens of thousands of characters. */
const widthsOfAscii = Array.from({ length: 128 }, (_, code) => measured(String.fromCharCode(code)));

function characterWidth(character: string): number {
  return widthsOfAscii[character.charCodeAt(0)] ?? measured(character);
}

/** Of the widest font, as a part of the size. */
function measured(character: string): number {
  if (/[ijl.,:;'|!()[\]/ ]/.test(character)) return 0.34;
  if (/[frt-]/.test(character)) return 0.43;
  if (/[mwMW@%\u2026]/.test(character)) return 0.95;
  if (/[A-Z]/.test(character)) return 0.7;
  return character.charCodeAt(0) < 0x2000 ? 0.6 : 1.05;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
