// Where a fact comes from, as our client shows it: in words, and as a page of the guide that it can open. Other clients show the words.
import { guidePlace, sourceInWords, type GuidePlace } from '../../catalogue/guide';
import { commandLink } from '../../text/markdown';
import type { GuidePage } from '../protocol';

/** In a hover: a link that runs a command of our client. */
export function guideLink(words: string, { file, anchor }: GuidePlace): string {
  return commandLink(words, 'vrp.openGuide', [{ file, anchor } satisfies GuidePage]);
}

interface Cited {
  readonly source: string;
  readonly page: GuidePage | null;
}

/** Sources are words of the program, so there are only so many; one answer cites the same few hundreds of times. */
const known = new Map<string, Cited>();

/** The same for answers to requests. */
export function cited(source: string): Cited {
  let found = known.get(source);
  if (!found) {
    const place = guidePlace(source);
    const page = place ? { file: place.file, anchor: place.anchor } : null;
    known.set(source, (found = { source: sourceInWords(source), page }));
  }
  return found;
}
