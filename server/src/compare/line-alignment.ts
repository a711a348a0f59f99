// Which lines of two views correspond: the same text, the same but for what is a device's own, one key, one command, a typo of the
// other. No line corresponds to two.
import { keyOf } from '../catalogue';
import { placeholdersIn } from '../edits/placeholders';
import { canonicalText } from '../model/lines/canonical-text';
import { isTypoOf, keywords, sharedWords, signature } from '../model/lines/line-similarity';
import type { MatchedLine } from '../model/lines/matched-line';
import type { Pair } from '../model/pairing/pair';
import { push } from '../text/collections';

/** In a longer list of lines of one command the order decides which corresponds to which. */
const longBucket = 100;
/** Typos are looked for among so many couples of lines at most. */
const mostCouples = 4000;

type KeyOf = (line: MatchedLine) => string | undefined;
type Choose = (bucket: readonly MatchedLine[], line: MatchedLine) => MatchedLine | undefined;

/** Couples of a line of `a` and a line of `b`; `normalize` takes out of a text what may differ without being a difference. */
export function alignedLines(
  a: readonly MatchedLine[],
  b: readonly MatchedLine[],
  pair: Pair,
  normalize: (text: string) => string = (text) => text,
): readonly (readonly [MatchedLine, MatchedLine])[] {
  const alignment = new Alignment(a, b);
  const text: KeyOf = (line) => normalize(canonicalText(line));
  alignment.match(text, text);
  alignment.match(
    (line) => normalize(signature(line, pair.a, pair.b)),
    (line) => normalize(signature(line, pair.b, pair.a)),
  );
  const key: KeyOf = (line) => {
    const found = line.match && keyOf(line.match);
    return found === undefined ? undefined : normalize(found);
  };
  alignment.match(key, key);
  const command: KeyOf = (line) => `${line.match?.undo === true} ${keywords(line)}`;
  alignment.match(command, command, mostSimilar);
  if (alignment.couplesLeft <= mostCouples) {
    const any: KeyOf = () => '';
    alignment.match(any, any, typoOf);
  }
  return alignment.found;
}

/** What corresponds so far, and the lines that are left of either view. */
class Alignment {
  readonly found: [MatchedLine, MatchedLine][] = [];
  private left: readonly MatchedLine[];
  private leftOnPeer: readonly MatchedLine[];

  constructor(a: readonly MatchedLine[], b: readonly MatchedLine[]) {
    this.left = a;
    this.leftOnPeer = b;
  }

  get couplesLeft(): number {
    return this.left.length * this.leftOnPeer.length;
  }

  /** Couples the lines of one key. Taken from the front, so that long lists keep their order. */
  match(keyOfLine: KeyOf, keyOfPeer: KeyOf, choose?: Choose): void {
    if (this.couplesLeft === 0) return;
    const buckets = new Map<string, Bucket>();
    for (const [key, lines] of bucketsOf(this.leftOnPeer, keyOfPeer)) buckets.set(key, new Bucket(lines));
    const used = new Set<MatchedLine>();
    this.left = this.left.filter((line) => {
      const key = keyOfLine(line);
      const bucket = key === undefined ? undefined : buckets.get(key);
      const counterpart = bucket?.take(line, used, choose);
      if (!counterpart) return true;
      used.add(counterpart);
      this.found.push([line, counterpart]);
      return false;
    });
    this.leftOnPeer = this.leftOnPeer.filter((line) => !used.has(line));
  }
}

function bucketsOf(lines: readonly MatchedLine[], keyOfLine: KeyOf): Map<string, MatchedLine[]> {
  const buckets = new Map<string, MatchedLine[]>();
  for (const line of lines) {
    const key = keyOfLine(line);
    if (key !== undefined) push(buckets, key, line);
  }
  return buckets;
}

/** Lines of the peer with one key. */
class Bucket {
  /** All before it are used. */
  private front = 0;

  constructor(private readonly lines: readonly MatchedLine[]) {}

  take(line: MatchedLine, used: ReadonlySet<MatchedLine>, choose?: Choose): MatchedLine | undefined {
    // Behind the last there is none that is used.
    while (used.has(this.lines[this.front]!)) this.front++;
    if (!choose || this.lines.length > longBucket) return this.lines[this.front];
    const free = this.lines.filter((candidate) => !used.has(candidate));
    return choose(free, line);
  }
}

function mostSimilar(bucket: readonly MatchedLine[], line: MatchedLine): MatchedLine | undefined {
  let best: MatchedLine | undefined;
  let mostWords = -1;
  for (const candidate of bucket) {
    const common = sharedWords(line, candidate);
    if (common > mostWords) [best, mostWords] = [candidate, common];
  }
  return best;
}

/** Two whole commands are two commands, however similar they are. */
function typoOf(bucket: readonly MatchedLine[], line: MatchedLine): MatchedLine | undefined {
  return bucket.find((candidate) => {
    const areComplete = line.match?.complete && candidate.match?.complete;
    return !areComplete && (isUnfilledOf(line, candidate) || isTypoOf(line, candidate));
  });
}

/** One command, of which either line has a value that somebody has yet to fill in: `ip address <own-address> 255.255.255.0`. */
function isUnfilledOf(left: MatchedLine, right: MatchedLine): boolean {
  const [ofA, ofB] = [left.match, right.match];
  if (!ofA || !ofB || ofA.command !== ofB.command || ofA.undo !== ofB.undo) return false;
  return [left, right].some((line) => placeholdersIn(line.text).length > 0);
}
