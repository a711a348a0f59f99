// The parts of a hover that speak of this configuration: a sentence, and lines of a file below it.
import { escapeMarkdown, inlineCode } from '../text/markdown';
import type { Prose } from './prose';

/** A heading with the rows under it. */
export interface Block {
  readonly title: string;
  /** Lines of a file without their secrets, each with a word on where it stands. */
  readonly rows: readonly { readonly text: string; readonly note: string }[];
}

/** The blocks as Markdown and as plain text. */
export function blocksProse(blocks: readonly Block[]): Prose {
  return {
    markdown: blocks.map(markdown).join('\n\n'),
    plain: blocks
      .map((block) => [block.title, ...block.rows.map(({ text, note }) => `  ${text}${note}`)].join('\n'))
      .join('\n\n'),
  };
}

function markdown(block: Block): string {
  return [escapeMarkdown(block.title), ...block.rows.map(({ text, note }) => `- ${inlineCode(text)}${note}`)].join(
    block.rows.length > 0 ? '\n' : '',
  );
}
