// What may be in a file: real texts and pieces of them, and everything that can happen to a text on its way. A damaged text is a
// recipe of plain data, so that a million characters are kept in a line of JSON.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { NamedText } from '../support/check-text';
import { fragment, texts } from './syntax';
import { lines } from './walk';

export interface Recipe {
  readonly text: string;
  /** The part of it that is left, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly damages: readonly Damage[];
}

export interface Damage {
  readonly kind: 'insert' | 'repeat' | 'indent' | 'row' | 'ends' | 'bom' | 'upper';
  /** Where, from 0 to 1. */
  readonly at: number;
  readonly text: string;
  readonly times: number;
}

export function made({ text, from, to, damages }: Recipe): string {
  let made = text.slice(Math.floor(Math.min(from, to) * text.length), Math.ceil(Math.max(from, to) * text.length));
  for (const { kind, at, text: what, times } of damages) {
    const offset = Math.floor(at * (made.length + 1));
    const [before, behind] = [made.slice(0, offset), made.slice(offset)];
    switch (kind) {
      case 'insert':
        made = before + what + behind;
        break;
      case 'repeat':
        made = before + what.repeat(times) + behind;
        break;
      case 'indent':
        made = `${before}\n${Array.from({ length: times }, (_, level) => `${' '.repeat(level)}${what}\n`).join('')}${behind}`;
        break;
      case 'row':
        made = `${before}\n${`${what}\n`.repeat(times)}${behind}`;
        break;
      case 'ends':
        made = mixedEnds(made, times);
        break;
      case 'bom':
        made = `\ufeff${made}`;
        break;
      case 'upper':
        made = before + behind.slice(0, 200).toUpperCase() + behind.slice(200);
        break;
    }
  }
  return made;
}

/** CR LF, LF and CR in an order that the number gives. */
function mixedEnds(text: string, seed: number): string {
  let state = seed + 1;
  return text.replace(/\r\n|\r|\n/g, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return ['\r\n', '\n', '\r', '\r\n'][(state >> 16) & 3]!;
  });
}

/** Short pieces of every kind of text that is not what it should be. */
const odd = [
  '\0',
  '\0\0\0',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '\ud83d\ude00',
  '\u2028',
  '\u202e',
  '\x85',
  '\x1b[31m',
  '\x1b]0;title\x07',
  '\r',
  '\t',
  '\v',
  '"',
  '“',
  '\\',
  '|',
  '%^%#',
  '$1a$',
  '//',
  '#',
  '\n#\n',
  '\n #\n',
  '{{ name }}',
  '{% for x in y %}',
  '{# #}',
  '{{',
  '::error::x',
  '${jndi:x}',
  '<script>',
  '公网',
  'é',
  '鎴戝',
  ' \u00a0 ',
  '---- More ----',
  '[~X-GigabitEthernet0/1/2]',
  '<X>',
  'HRP_M[X]',
  '[',
  ']',
  '<',
  '>',
  '999999999999999999999999',
  '-1',
  '0x10',
  '1e9',
  '::',
  '10.0.0.',
  '2001:db8::1::',
  'fe80::1%eth0',
  '255.255.255.255.255',
];

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** `large`: up to a million characters a line, ten thousand levels of indent. */
export function damage(large: boolean): fc.Arbitrary<Damage> {
  const some = (small: number, big: number) =>
    large ? fc.oneof({ weight: 4, arbitrary: fc.nat(small) }, { weight: 1, arbitrary: fc.nat(big) }) : fc.nat(small);
  const piece = fc.oneof(fc.constantFrom(...odd), fc.constantFrom(...lines), fragment);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('insert' as const),
        at: fraction,
        text: piece,
        times: fc.constant(1),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('repeat' as const),
        at: fraction,
        text: fc.constantFrom('x', ' ', '#', '"', '1', 'ab ', '1.', ':', '\t', '公', '[', 'undo ', '%'),
        times: some(2_000, 1_000_000),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('indent' as const),
        at: fraction,
        text: fc.constantFrom(
          'x',
          'interface GigabitEthernet0/1/2',
          '#',
          'vrrp vrid 1 virtual-ip 10.0.0.1',
          'bgp 1',
          '"',
        ),
        times: some(60, 10_000).map((levels) => Math.min(levels, 10_000)),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('row' as const), at: fraction, text: piece, times: some(60, 20_000) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('ends' as const, 'bom' as const, 'upper' as const),
        at: fraction,
        text: fc.constant(''),
        times: fc.nat(1000),
      }),
    },
  );
}

/** Real texts, cut and damaged, and texts that were never real. */
export function recipes(real: readonly string[], large: boolean): fc.Arbitrary<Recipe> {
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...real) },
    { weight: 2, arbitrary: texts(60) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
  const whole = fc.record({
    text,
    from: fc.constant(0),
    to: fc.constant(1),
    damages: fc.array(damage(large), { maxLength: 6 }),
  });
  const cut = fc.record({ text, from: fraction, to: fraction, damages: fc.array(damage(large), { maxLength: 3 }) });
  return fc.oneof(whole, cut);
}

/** The configurations below a folder, read as UTF-8 or byte by byte. */
export function textsBelow(folder: string): NamedText[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((name) => ({ name, text: readFileSync(name).toString(name.endsWith('.cfg') ? 'utf8' : 'latin1') }));
}
