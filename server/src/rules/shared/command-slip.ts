// Tells which command was meant by a line whose first word no command has. Releases have other commands than the catalogue, but hardly
// one that takes the same values behind nearly the same word.
import { entry, expectedAt, views, type ViewName } from '../../catalogue';
import { matchText, type MatchedLine } from '../../model/lines/matched-line';
import { isOneLetterOff } from '../../text/edit-distance';
import type { Word } from '../../text/words';

/**
 * The first word that was meant: one letter off one that makes a whole line of this view, where no view has a command that begins
 * with what is written.
 */
export function commandMeant(line: MatchedLine, first: Word): string | undefined {
  const word = first.text.toLowerCase();
  if (word.length < 4 || isKnown(word)) return undefined;
  const found = near(line.view, word).filter((keyword) => {
    const match = matchText(line.view, keyword + line.text.slice(first.end));
    return match !== undefined && match.complete && entry(match.command)?.dialect === undefined;
  });
  return found.length === 1 ? found[0] : undefined;
}

function near(view: ViewName, word: string): readonly string[] {
  return firstWordsOf(view).filter((keyword) => isOneLetterOff(word, keyword) && !differInNumber(word, keyword));
}

/** `ospf` and `ospfv3` are two commands. */
function differInNumber(word: string, keyword: string): boolean {
  return word.replace(/v?\d+/g, '') === keyword.replace(/v?\d+/g, '');
}

/** Whether a command of any view begins with the word, or with one that the word is short for. */
function isKnown(word: string): boolean {
  allFirstWords ??= new Set((Object.keys(views) as ViewName[]).flatMap(firstWordsOf));
  for (const keyword of allFirstWords) if (keyword.startsWith(word)) return true;
  return false;
}

let allFirstWords: ReadonlySet<string> | undefined;
const firstWords = new Map<ViewName, readonly string[]>();

function firstWordsOf(view: ViewName): readonly string[] {
  let found = firstWords.get(view);
  if (!found) {
    found = expectedAt(view, []).flatMap((one) => (one.kind === 'keyword' ? [one.keyword.toLowerCase()] : []));
    firstWords.set(view, found);
  }
  return found;
}
