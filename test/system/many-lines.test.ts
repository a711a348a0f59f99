// Thousands of lines of one kind, as a generator or a mishap makes them: four times as many cost four times as much, not sixteen.
// Processor time is measured at both lengths; the limit lies between a length and its square.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { read, vrp } from '../support/check-text';
import { manyLines } from '../support/many-lines';
import { scratch } from '../support/scratch';

const { folder, put } = scratch('many-lines');
const [north, south] = ['North', 'South'].map((name) => read(`examples/mld-mistakes/BRAS-${name}.cfg`)) as [
  string,
  string,
];
const few = 1000;
const limit = 8;

const before = (text: string, more: string) => text.replace(/\nreturn\s*$/, () => `\n${more}\n#\nreturn\n`);

/** Milliseconds of the processor for `vrp check` of a pair whose files both hold so many of the lines. */
async function timeOf(lines: (typeof manyLines)[string], count: number): Promise<number> {
  put('N.cfg', before(north, lines(count, 1)));
  put('S.cfg', before(south, lines(count, 2)));
  const start = process.cpuUsage();
  const { err, code } = await vrp(['check', join(folder, 'N.cfg'), join(folder, 'S.cfg'), '--format', 'json']);
  const { user, system } = process.cpuUsage(start);
  assert.ok(code <= 1, err.slice(0, 300));
  return (user + system) / 1000;
}

test('many lines: what is four times as long costs about four times as much', { timeout: 900_000 }, async () => {
  const slow: string[] = [];
  for (const [what, lines] of Object.entries(manyLines)) {
    // The first run also pays for code that has not run yet.
    const first = await timeOf(lines, few);
    const base = Math.min(first, await timeOf(lines, few));
    const times = (await timeOf(lines, 4 * few)) / base;
    if (times > limit) slow.push(`${what}: ${times.toFixed(1)} times`);
  }
  assert.deepEqual(slow, []);
});
