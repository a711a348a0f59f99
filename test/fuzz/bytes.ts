// Any bytes given to the command line: an exit code that means something, a report that its readers can read, nothing of a file
// that reaches a terminal or a CI server raw; and what is decoded is either encoded to the very same bytes or not written at all.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, encode } from '../../server/src/main/decode';
import { vrp } from '../support/check-text';
import { made, recipes, type Recipe } from './texts';

export interface Bytes {
  readonly text: Recipe;
  readonly as: 'utf-8' | 'gb18030' | 'latin-1' | 'utf-16';
  readonly flips: readonly { readonly at: number; readonly byte: number }[];
  readonly format: string;
}

export function bytes(real: readonly string[], large: boolean): fc.Arbitrary<Bytes> {
  return fc.record({
    text: recipes(real, large),
    as: fc.constantFrom('utf-8', 'utf-8', 'gb18030', 'latin-1', 'utf-16'),
    flips: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), { maxLength: 8 }),
    format: fc.constantFrom('text', 'json', 'sarif', 'github', 'junit'),
  });
}

export function bytesOf({ text, as, flips }: Bytes): Uint8Array<ArrayBuffer> {
  const whole = made(text);
  const all =
    as === 'utf-16'
      ? Uint8Array.from(Buffer.from(`\ufeff${whole}`, 'utf16le'))
      : Uint8Array.from(encode(whole, as) ?? Buffer.from(whole, 'latin1'));
  for (const { at, byte } of flips) if (all.length > 0) all[Math.floor(at * (all.length - 1))] = byte;
  return all;
}

export async function bytesAreTaken(input: Bytes): Promise<void> {
  const all = bytesOf(input);
  const { text, encoding } = decode(all);
  const back = encode(text, encoding);
  if (encoding !== 'gb18030') assert.ok(back && Buffer.compare(back, all) === 0, `${encoding}: not the same bytes`);
  const { code, out, err } = await vrp(['check', '-', '--format', input.format], all);
  assert.ok([0, 1, 2, 3].includes(code), `exit code ${code}: ${err.slice(0, 500)}`);
  assert.doesNotMatch(out + err, raw, 'a control character');
  if (input.format === 'json' || input.format === 'sarif') JSON.parse(out);
  if (input.format === 'github')
    for (const line of out.trimEnd().split('\n').slice(0, -1))
      assert.match(line, /^::(error|warning|notice) file=<stdin>,/);
  if (input.format === 'junit')
    assert.doesNotMatch(out.replace(/<\?xml[^>]*\?>/, ''), /&(?!amp;|lt;|gt;|quot;|apos;|#)/);
  const pairs = await vrp(['pairs', '-'], all);
  assert.ok([0, 2, 3].includes(pairs.code), pairs.err.slice(0, 500));
  assert.doesNotMatch(pairs.out + pairs.err, raw);
}

/** What moves a cursor, colours, or turns a line around. */
const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
