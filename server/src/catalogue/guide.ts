// Where a fact comes from, in words and with a link. Rules, catalogue, scenarios and rehearsal cite a page of the guide by its
// number and step (`000 step 3.4`); what a user reads is the page's title and a link into docs/guide/. This is the only place
// that knows which number is which page.

interface GuidePage {
  readonly title: string;
  /** From the root of the project. */
  readonly file: string;
}

const pages: Readonly<Record<string, GuidePage>> = {
  '000': { title: 'DHCPv6 relay hot backup', file: 'docs/guide/dhcpv6-relay.md' },
  '001': { title: 'ND hot backup', file: 'docs/guide/nd.md' },
  '002': { title: 'DHCP server hot backup', file: 'docs/guide/dhcp-server.md' },
  '003': { title: 'MLD hot backup', file: 'docs/guide/mld.md' },
  '004': { title: 'DS-Lite hot backup', file: 'docs/guide/ds-lite.md' },
  '005': { title: 'ARP hot backup', file: 'docs/guide/arp.md' },
  '006': { title: 'IGMP hot backup', file: 'docs/guide/igmp.md' },
  '007': { title: 'Hot backup over an E-Trunk', file: 'docs/guide/e-trunk.md' },
  '010': { title: 'BRAS hot backup', file: 'docs/guide/bras.md' },
  '011': { title: 'L2TP hot backup', file: 'docs/guide/l2tp.md' },
  '012': { title: 'NAT and NAT64 hot backup', file: 'docs/guide/nat.md' },
};

/** Parts of a page that have no step number: what a user reads, and the anchor. */
const parts: Readonly<Record<string, { readonly words: string; readonly anchor: string }>> = {
  prerequisites: { words: 'prerequisites', anchor: 'prerequisites' },
  context: { words: 'topology', anchor: 'topology' },
  'configuration files': { words: 'the example in full', anchor: 'the-example-in-full' },
};

/** Sources other than the pages, as they are cited and as a user reads them; the first that begins the source counts. */
const otherSources: readonly (readonly [cited: string, words: string])[] = [
  ['sister pages of the guide', "the vendor's procedures for related services"],
  ['published YANG', "the vendor's published YANG models"],
  ['CLI reference', 'vendor command reference'],
];

/** Where in the guide a citation such as `000 step 3.4` leads. */
export interface GuidePlace {
  readonly title: string;
  /** `DHCPv6 relay hot backup, step 3.4`. */
  readonly words: string;
  /** From the root of the project. */
  readonly file: string;
  /**
   * The anchor that the heading has by itself, so that it holds on the web and in an editor's preview: `Step 3.4` is `step-34`.
   * Empty where the page as a whole is meant.
   */
  readonly anchor: string;
}

const citation = new RegExp(
  String.raw`\b(?<page>${Object.keys(pages).join('|')})\b` +
    String.raw`(?: (?<steps>steps?) (?<numbers>\d{1,2}(?:\.\d{1,2})?(?:(?:-| and |, )\d{1,2}(?:\.\d{1,2})?)*)` +
    String.raw`| (?<part>prerequisites|context|configuration files))?`,
  'g',
);

/** The places that a source names; of several steps in a row each. None where the source is no page of the guide. */
export function guidePlaces(source: string): GuidePlace[] {
  return [...source.matchAll(citation)].flatMap((hit) => placesOf(hit.groups ?? {}));
}

/** The first place that a source names. */
export function guidePlace(source: string): GuidePlace | undefined {
  return guidePlaces(source)[0];
}

/** The title of a page by its number. */
export function guideTitle(page: string): string {
  return pages[page]?.title ?? page;
}

/** The file of a page and the anchor, relative to the root of the project: `docs/guide/nd.md#step-15`. */
export function guideTarget(place: GuidePlace): string {
  return place.anchor === '' ? place.file : `${place.file}#${place.anchor}`;
}

/** A source as a user reads it: pages by their titles, other sources by their names. `link` may make a link of each page. */
export function sourceInWords(
  source: string,
  link: (words: string, place: GuidePlace) => string = (words) => words,
): string {
  return source
    .split('; ')
    .map((text) => {
      const other = otherSources.find(([cited]) => text.startsWith(cited));
      if (other) return other[1] + text.slice(other[0].length);
      return text.replace(citation, (cited) => {
        const [place] = guidePlaces(cited);
        return place ? link(wordsOf(cited, place), place) : cited;
      });
    })
    .join('; ');
}

function placesOf(found: Partial<Record<string, string>>): GuidePlace[] {
  const page = pages[found['page'] ?? ''];
  if (!page) return [];
  const part = parts[found['part'] ?? ''];
  if (part) return [{ ...page, words: `${page.title}, ${part.words}`, anchor: part.anchor }];
  const numbers = found['numbers']?.match(/\d+(?:\.\d+)?/g);
  if (!numbers) return [{ ...page, words: page.title, anchor: '' }];
  return numbers.map((number) => ({
    ...page,
    words: `${page.title}, step ${number}`,
    anchor: `step-${number.replace('.', '')}`,
  }));
}

/** Several steps are one phrase: `DHCPv6 relay hot backup, steps 1.5-1.6`. */
function wordsOf(cited: string, place: GuidePlace): string {
  const several = / (?<steps>steps .*)/.exec(cited)?.groups?.['steps'];
  return several === undefined ? place.words : `${place.title}, ${several}`;
}
