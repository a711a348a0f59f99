// The right word first: over all example pairs, each word by its first letter, beside the finished peer and alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedText } from '../support/check-text';
import { isLong, partOf } from '../support/long';
import { example, exampleNames } from '../support/pair-of';
import { typedByFirstLetter, type FirstLetter } from './first-letter';

/** Words that are typed. */
const fewest = isLong ? 1500 : 500;

interface Shares {
  readonly counted: number;
  /** In per cent. */
  readonly first: number;
  readonly amongFive: number;
}

async function sharesOf(peerOf: (pair: readonly NamedText[], index: number) => NamedText | undefined): Promise<Shares> {
  const all: FirstLetter[] = [];
  for (const pair of partOf(exampleNames, 3).map(example))
    for (const [index, file] of pair.entries()) all.push(await typedByFirstLetter(file, peerOf(pair, index)));
  const sum = (count: (firstLetter: FirstLetter) => number) =>
    all.reduce((total, firstLetter) => total + count(firstLetter), 0);
  const counted = sum((firstLetter) => firstLetter.counted);
  if (process.env.VRP_LATER) console.log(all.flatMap(({ later }) => later).join('\n'));
  return {
    counted,
    first: (100 * sum((firstLetter) => firstLetter.first)) / counted,
    amongFive: (100 * sum((firstLetter) => firstLetter.amongFive)) / counted,
  };
}

function inWords({ counted, first, amongFive }: Shares): string {
  return `${counted} words by their first letter: ${first.toFixed(1)} % first, ${amongFive.toFixed(1)} % among the first five`;
}

test('beside a finished peer the right word is first in 97 %, among the first five in 99 %', async () => {
  const shares = await sharesOf((pair, index) => pair[1 - index]);
  console.log(`beside the peer: ${inWords(shares)}`);
  assert.ok(shares.counted > fewest && shares.first >= 97 && shares.amongFive >= 99, inWords(shares));
});

test('in a file that stands alone the right word is first in 90 %, among the first five in 99 %', async () => {
  const shares = await sharesOf(() => undefined);
  console.log(`alone: ${inWords(shares)}`);
  assert.ok(shares.counted > fewest && shares.first >= 90 && shares.amongFive >= 99, inWords(shares));
});
