// The blocks of snippets/vrp.json by the view in which their first line is typed: whole services, and what is typed every day.
import snippets from '../../../snippets/vrp.json';
import type { ViewName } from '../catalogue/index';

/** A snippet of several lines. */
export interface Block {
  /** The short name by which it is asked for. */
  readonly prefix: string;
  readonly name: string;
  /** Lines with tab stops, as the protocol writes them. */
  readonly snippet: string;
}

const byView = new Map<string, Block[]>();
for (const [name, { prefix, view, body }] of Object.entries(snippets)) {
  const blocks = byView.get(view) ?? [];
  blocks.push({ prefix, name, snippet: body.join('\n') });
  byView.set(view, blocks);
}

/** The snippets that begin in the view. */
export function snippetsIn(view: ViewName): readonly Block[] {
  return byView.get(view) ?? [];
}

/** A block as it stands before anything is filled in. */
export function snippetText(view: ViewName, prefix: string): string | undefined {
  const block = snippetsIn(view).find((snippet) => snippet.prefix === prefix);
  return block?.snippet
    .replace(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^{},|]*)(?:,[^{}|]*)?\|\}/g, '$1')
    .replace(/\n?\$0$/, '');
}
