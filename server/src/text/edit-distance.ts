// How far two words are apart, to tell a slip of the fingers from another word.

/** Letters to change, add, drop or swap; `limit + 1` where it is more than `limit`. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let older: number[] = [];
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let least = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        least = Math.min(least, older[j - 2]! + 1);
      row.push(least);
    }
    older = before;
    before = row;
  }
  return Math.min(before[right.length]!, limit + 1);
}

/** Letters that may be changed, added or dropped in words of these lengths. */
function mostChanged(length: number, other: number): number {
  return Math.min(length, other) < 10 ? 1 : 2;
}

/** Whether words of these lengths may be nearly the same. */
export function isNearInLength(length: number, other: number): boolean {
  return Math.abs(length - other) <= mostChanged(length, other);
}

/**
 * Whether the one word is the other but for one stretch of letters: one letter changed, added or dropped, or in words of ten letters
 * and more two; or up to three in another order. Takes time that follows the words, for what is asked of every word of a file.
 */
export function isNearlySame(word: string, other: string): boolean {
  if (word === other || !isNearInLength(word.length, other.length)) return false;
  let [from, left, right] = [0, word.length, other.length];
  while (from < left && from < right && word[from] === other[from]) from++;
  while (left > from && right > from && word[left - 1] === other[right - 1]) {
    left--;
    right--;
  }
  const isOrder =
    left === right && left - from <= 3 && sortedLetters(word, from, left) === sortedLetters(other, from, left);
  const most = mostChanged(word.length, other.length);
  return isOrder || (left - from <= most && right - from <= most);
}

function sortedLetters(word: string, from: number, to: number): string {
  return [...word.slice(from, to)].sort().join('');
}

/** Whether one letter to change, add, drop or swap makes the one word the other. */
export function isOneLetterOff(word: string, other: string): boolean {
  return distance(word.toLowerCase(), other.toLowerCase(), 1) === 1;
}

/** The candidates that `word` may have been meant to be, all equally near: one typo in a short word, two in a longer one. */
export function nearest(word: string, candidates: readonly string[]): string[] {
  const lower = word.toLowerCase();
  const rated = candidates
    .map((candidate) => {
      const limit = typosIn(Math.min(word.length, candidate.length));
      return { candidate, apart: distance(lower, candidate.toLowerCase(), limit), limit };
    })
    .filter(({ apart, limit }) => apart <= limit);
  const least = Math.min(...rated.map(({ apart }) => apart));
  return rated.filter(({ apart }) => apart === least).map(({ candidate }) => candidate);
}

/** How many typos a word of this length may hold and still be known. */
function typosIn(length: number): number {
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}

/** The one candidate that `word` was probably meant to be. */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  return near.length === 1 ? near[0] : undefined;
}

/** Candidates with the probable one first. */
export function likelyFirst<T>(list: readonly T[], name: (value: T) => string, word: string): T[] {
  const probable = meant(word, list.map(name));
  return [...list].sort((x, y) => Number(name(y) === probable) - Number(name(x) === probable));
}
