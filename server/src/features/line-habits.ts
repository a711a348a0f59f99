// Which line comes next: what the peer has behind such a line, what stands in the blocks above, and what the scenarios write there.
// An index of peer and scenarios is made once; of the file itself the nearest blocks are read. Nothing follows the length of a file.
import type { ViewName } from '../catalogue/views';
import type { Device } from '../model/device';
import { canonicalText } from '../model/lines/canonical-text';
import { keywords } from '../model/lines/line-similarity';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { scenarios } from '../scenarios';
import { scaffold } from '../scenarios/scaffold';
import { push } from '../text/collections';
import { memoizeByObject } from '../text/memoize';
import { words, type Word } from '../text/words';
import { readFile } from '../workspace/read-file';

/** So many lines of one kind of view are looked at: what comes later in a long file says nothing new. */
const mostLines = 200;

interface Habits {
  /** By view and the keywords of the line before, the lines behind it. */
  readonly behind: ReadonlyMap<string, readonly MatchedLine[]>;
  /** By view, its lines, each text once. */
  readonly inView: ReadonlyMap<string, readonly MatchedLine[]>;
}

/** So many blocks above are enough to know how the person writes; more would have to be read at each key. */
export const nearSections = 12;

/** Lines that were written before, and how much they speak for the next one. */
interface Source {
  readonly habits: Habits;
  readonly weight: number;
  /** They stand in the file itself. */
  readonly isOwn: boolean;
}

/** How much speaks for a word, by the word in small letters. */
export type Votes = ReadonlyMap<string, number>;

/** Where a line stands among others. */
export interface Place {
  readonly view: ViewName;
  readonly typed: readonly Word[];
  /** The other lines of the view. */
  readonly block: readonly MatchedLine[];
  /** The nearest of them above. */
  readonly above: MatchedLine | undefined;
  /** The line that opened the view. */
  readonly head: MatchedLine | undefined;
  readonly device: Device;
  /** The sections above, the nearest last. */
  readonly sections: readonly SectionFacts[];
}

/** The next words of lines that may stand here, `peer` being what the file of the other device says. */
export function nextWords(place: Place, peer: readonly SectionFacts[] | undefined): Votes {
  const votes = new Map<string, number>();
  const held = new Set(place.block.map((line) => line.text.toLowerCase()));
  const count = (lines: readonly MatchedLine[] = [], weight: number, isOwn: boolean): void => {
    for (const line of lines) {
      if (held.has(line.text.toLowerCase())) continue;
      // The file's own names are for the blocks that have them: which one is next is known better elsewhere.
      if (isOwn && line.match?.roles[place.typed.length]?.kind !== 'keyword') continue;
      const next = wordBehind(place.typed, line);
      if (next) votes.set(next.word, (votes.get(next.word) ?? 0) + weight * (next.isExact ? 3 : 1));
    }
  };
  const before = `${place.view} ${place.above ? keywords(place.above) : ''}`;
  for (const { habits, weight, isOwn } of sourcesFor(place, peer)) {
    count(habits.behind.get(before), weight, isOwn);
    count(habits.inView.get(place.view), weight / 50, isOwn);
  }
  for (const word of [...heldWords(place), ...holdersOfGroup(place)]) votes.set(word, (votes.get(word) ?? 0) + certain);
  for (const word of unlikely(place)) {
    const count = votes.get(word);
    if (count !== undefined) votes.set(word, count / 100);
  }
  return votes;
}

/** A peer tells best what comes next; without one the blocks above do. */
function sourcesFor(place: Place, peer: readonly SectionFacts[] | undefined): Source[] {
  const nearest = peer
    ? { habits: habitsOf(peer), weight: 4, isOwn: false }
    : { habits: habitsIn(place.sections), weight: 2, isOwn: true };
  return [nearest, { habits: scenarioHabits(), weight: 1, isOwn: false }];
}

/** More than any habit. */
const certain = 1000;

/** Behind `undo` the lines that the view holds. */
function heldWords({ typed, block }: Place): string[] {
  if (typed[0]?.text.toLowerCase() !== 'undo') return [];
  return block.flatMap((line) => wordBehind(typed.slice(1), line)?.word ?? []);
}

/** Behind `vrrp-id 51 interface` and the like the interfaces that have this group. */
function holdersOfGroup({ typed, device }: Place): string[] {
  const texts = typed.map(({ text }) => text.toLowerCase());
  if (texts.at(-1) !== 'interface') return [];
  const at = texts.findIndex((text) => text === 'vrid' || text === 'vrrp-id' || text === 'vrrp6-id');
  const family = texts.some((text) => text.startsWith('vrrp6')) ? 6 : 4;
  return device.groups
    .filter((group) => group.family === family && String(group.vrid) === texts[at + 1])
    .map(({ interfaceName }) => interfaceName.toLowerCase());
}

const servicesOf6 = /^service-type (?:nd|mld|dhcpv6-relay)$/;
const servicesOf4 = /^service-type (?:arp|igmp|dhcp-server)$/;

/** What the lines of the view speak against: the group of the other IP version, the VLAN of what is no sub-interface. */
function unlikely({ view, block, head, typed }: Place): string[] {
  if (typed.length > 0) return [];
  const holds = (pattern: RegExp) => block.some((line) => pattern.test(canonicalText(line)));
  if (view === 'rbp' && holds(servicesOf6)) return ['vrrp-id'];
  if (view === 'rbp' && holds(servicesOf4)) return ['vrrp6-id'];
  if (view !== 'interface' || !head) return [];
  return /\.\d+$/.test(head.text) ? ['undo', 'eth-trunk'] : ['vlan-type', 'user-vlan'];
}

/** The word of the line behind those that are typed; a value stands for any other. */
function wordBehind(typed: readonly Word[], line: MatchedLine): { word: string; isExact: boolean } | undefined {
  const all = words(line.text);
  const next = all[typed.length];
  if (!next) return undefined;
  let isExact = true;
  for (const [index, { text }] of typed.entries()) {
    if (text.toLowerCase() === all[index]!.text.toLowerCase()) continue;
    isExact = false;
    if (!/\d/.test(text) || !/\d/.test(all[index]!.text)) return undefined;
  }
  return { word: next.text.toLowerCase(), isExact };
}

/** So many lines of a block are: a script is one block, however long. */
const nearLines = 60;

const habitsOf = memoizeByObject((facts: readonly SectionFacts[]): Habits => habitsIn(facts, Infinity));

function habitsIn(facts: readonly SectionFacts[], most = nearLines): Habits {
  const behind = new Map<string, MatchedLine[]>();
  const inView = new Map<string, MatchedLine[]>();
  const seen = new Set<string>();
  const take = (view: ViewName, line: MatchedLine, before: string): void => {
    const key = `${view} ${before}`;
    if ((behind.get(key)?.length ?? 0) < mostLines) push(behind, key, line);
    const text = `${view}\n${line.text.toLowerCase()}`;
    if (!seen.has(text) && (inView.get(view)?.length ?? 0) < mostLines) push(inView, view, line);
    seen.add(text);
  };
  const walk = (lines: readonly MatchedLine[], start: string): string => {
    let before = start;
    for (const line of most < lines.length ? lines.slice(-most) : lines) {
      take(line.view, line, before);
      before = keywords(line);
      walk(line.lines, '');
    }
    return before;
  };
  let last = '';
  for (const section of facts) last = walk(section.lines, last);
  return { behind, inView };
}

let scenarioFacts: readonly SectionFacts[] | undefined;

const onLoopbacks = { 'rbs-interface-a': 'LoopBack0', 'rbs-interface-b': 'LoopBack0' };
const onTrunks = { 'interface-a': 'Eth-Trunk1.50', 'interface-b': 'Eth-Trunk1.50' };

/** Of what the scenarios write, with the answers that are offered and with ends and interfaces that need more lines. */
function scenarioHabits(): Habits {
  scenarioFacts ??= scenarios.flatMap((scenario) =>
    [{}, onLoopbacks, onTrunks].flatMap((answers) =>
      scaffold(scenario, answers).files.flatMap(({ name, text }) => readFile(name, text, 'utf-8').reading.facts),
    ),
  );
  return habitsOf(scenarioFacts);
}
