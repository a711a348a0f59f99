// Where a fact comes from, as our client shows it: in words, and as a page of the guide that it can open. Other clients show the words.
import { guidePlace, sourceInWords, type GuidePlace } from '../../catalogue/guide';
import { commandLink } from '../../text/markdown';
import type { GuidePage } from '../protocol';

/** In a hover: a link that runs a command of our client. */
export function guideLink(words: string, { file, anchor }: GuidePlace): string {
  return commandLink(words, 'vrp.openGuide', [{ file, anchor } satisfies GuidePage]);
}

/** The same for answers to requests. */
export function cited(source: string): { readonly source: string; readonly page: GuidePage | null } {
  const place = guidePlace(source);
  return { source: sourceInWords(source), page: place ? { file: place.file, anchor: place.anchor } : null };
}
