// The configuration files that the guide's pages print, each word by its first letter, beside the file of the other device and
// alone; read where they lie and never copied.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { typedByFirstLetter, type FirstLetter } from '../features/first-letter';
import { material, type NamedText } from '../support/check-text';

const guide = join(material, 'guide');
const pages = existsSync(guide) ? readdirSync(guide).sort() : [];

/** The files that a page prints, in its order: one of each device. */
function filesOf(page: string): NamedText[] {
  const text = readFileSync(join(guide, page), 'utf8');
  return [...text.matchAll(/```\n([\s\S]*?)```/g)]
    .map(([, body = '']) => body.replace(/^ {2}/gm, ''))
    .filter((body) => /^\s*sysname /m.test(body) && !/^\s*[<[]/m.test(body))
    .map((body, index) => ({ name: `${page.slice(0, 3)}-${index}.cfg`, text: body }));
}

async function shares(
  isAlone: boolean,
): Promise<{ counted: number; first: number; amongFive: number; later: string[] }> {
  const all: FirstLetter[] = [];
  for (const page of pages) {
    const files = filesOf(page);
    for (const [index, file] of files.entries())
      // The first two back each other up; the switch and the router behind them have no peer.
      all.push(await typedByFirstLetter(file, isAlone ? undefined : files.slice(0, 2)[1 - index]));
  }
  const sum = (count: (one: FirstLetter) => number) => all.reduce((total, one) => total + count(one), 0);
  const counted = sum((one) => one.counted);
  return {
    counted,
    first: (100 * sum((one) => one.first)) / counted,
    amongFive: (100 * sum((one) => one.amongFive)) / counted,
    later: all.flatMap(({ later }) => later),
  };
}

for (const isAlone of [false, true]) {
  const how = isAlone ? 'alone' : 'beside the peer';
  test(`files of the guide, ${how}: the right word is first in 90 %, among the first five in 99 %`, async () => {
    if (pages.length === 0) return console.log('material absent: 1 check not run');
    const { counted, first, amongFive, later } = await shares(isAlone);
    const words = `${counted} words by their first letter: ${first.toFixed(1)} % first, ${amongFive.toFixed(1)} % among five`;
    console.log(`${how}: ${words}`);
    if (process.env.VRP_LATER) console.log(later.join('\n'));
    assert.ok(counted > 250 && first >= 90 && amongFive >= 99, words);
  });
}
