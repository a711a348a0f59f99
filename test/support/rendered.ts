// Markdown as the readers of ours render it: a CommonMark renderer that also lets HTML through and takes bare addresses for
// links, and the one that VS Code holds, with GitHub's extensions. What comes out is looked at as tags and text.
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';

/** Every address is one: what a reader would refuse to follow is told as well. */
function markdownIt(options: {
  readonly breaks?: boolean;
  readonly linkify?: boolean;
}): InstanceType<typeof MarkdownIt> {
  const renderer = new MarkdownIt({ html: true, ...options });
  renderer.validateLink = () => true;
  // GitHub and VS Code take no bare word for an address.
  renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('//', null);
  return renderer;
}

const commonMark = markdownIt({ linkify: true });
const withBreaks = markdownIt({ breaks: true });
const renderers = {
  'markdown-it': (markdown: string) => commonMark.render(markdown),
  'markdown-it, line breaks': (markdown: string) => withBreaks.render(markdown),
  marked: (markdown: string) => marked.parse(markdown, { gfm: true, breaks: true, async: false }),
};

export interface Rendered {
  readonly by: string;
  readonly html: string;
  /** Names of all elements, in order. */
  readonly tags: readonly string[];
  /** Where links lead and pictures come from, in order. */
  readonly addresses: readonly string[];
  /** The text alone; blanks as they are. */
  readonly text: string;
}

export function rendered(markdown: string): Rendered[] {
  return Object.entries(renderers).map(([by, render]) => {
    const html = render(markdown);
    const tags = [...html.matchAll(/<([a-z][a-z0-9-]*)/gi)].map((hit) => hit[1]!.toLowerCase());
    const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/gi)].map((hit) => decoded(hit[1]!));
    return { by, html, tags, addresses, text: decoded(html.replace(/<br ?\/?>/g, ' ').replace(/<[^>]*>/g, '')) };
  });
}

const plain = new Set('p strong em code pre ul ol li hr br h1 h2 h3 table thead tbody tr th td'.split(' '));

/** Nothing but plain markup, and no links but these. */
export function assertPlain(markdown: string, isOurs: (address: string) => boolean = () => false): void {
  for (const { by, html, tags, addresses } of rendered(markdown)) {
    const links = tags.filter((tag) => tag === 'a').length;
    const others = tags.filter((tag) => tag !== 'a' && !plain.has(tag));
    assert.deepEqual(others, [], `${by}: ${html}\n${markdown}`);
    assert.equal(addresses.length, links, `${by}: ${html}`);
    for (const address of addresses) assert.ok(isOurs(address), `${by}: ${address}\n${html}\n${markdown}`);
  }
}

function decoded(html: string): string {
  return html
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
