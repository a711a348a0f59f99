// Which line corresponds to which across a pair: the one answer that going to the counterpart, hovers, the pair table, the mapped
// peer and mirroring share. Lines correspond within views that do.
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { other, type GroupPair, type Pair, type Side } from '../model/pairing/pair';
import { deviceViews, viewKey, type DeviceViews, type View } from './device-views';
import { alignedLines } from './line-alignment';
import { viewPairs } from './view-pairs';

/** Which line of one device corresponds to which of the other. */
export interface Correspondence {
  readonly pair: Pair;
  readonly a: DeviceViews;
  readonly b: DeviceViews;
  /** The view on the other device that corresponds to this one of `side`. */
  viewFor(side: Side, key: string): View | undefined;
  /** The line on the other device that corresponds to this one of `side`. */
  lineFor(side: Side, line: MatchedLine): MatchedLine | undefined;
  /** The group of the pair to which the line belongs. */
  groupOf(line: MatchedLine): GroupPair | undefined;
}

const known = new WeakMap<Pair, Correspondence>();

/** `facts` gives what the file of either device says. The answer is kept as long as the pair is the same. */
export function correspondenceOf(pair: Pair, facts: (side: Side) => readonly SectionFacts[]): Correspondence {
  let found = known.get(pair);
  if (!found) {
    found = newCorrespondence(pair, deviceViews(pair.a, facts('a')), deviceViews(pair.b, facts('b')));
    known.set(pair, found);
  }
  return found;
}

function newCorrespondence(pair: Pair, a: DeviceViews, b: DeviceViews): Correspondence {
  const lines = new LineCorrespondence(pair, a, b);
  return {
    pair,
    a,
    b,
    viewFor: (side, key) => lines.viewFor(side, key),
    lineFor: (side, line) => lines.lineFor(side, line),
    groupOf: (line) => lines.groupOf(line),
  };
}

/** Lines are aligned when one of their view is first asked for, all of the view at once. */
class LineCorrespondence {
  private readonly views: Readonly<Record<Side, DeviceViews>>;
  private readonly viewKeys: Readonly<Record<Side, ReadonlyMap<string, string>>>;
  private readonly groups = new Map<MatchedLine, GroupPair>();
  /** Lines that were aligned; undefined where nothing corresponds. */
  private readonly counterparts = new Map<MatchedLine, MatchedLine | undefined>();

  constructor(
    private readonly pair: Pair,
    a: DeviceViews,
    b: DeviceViews,
  ) {
    this.views = { a, b };
    const keys = viewPairs(pair, a, b);
    this.viewKeys = { a: keys, b: new Map([...keys].map(([key, peerKey]) => [peerKey, key])) };
    for (const group of pair.groups) {
      for (const line of [...group.a.lines, ...group.b.lines]) this.groups.set(line, group);
    }
  }

  groupOf(line: MatchedLine): GroupPair | undefined {
    return this.groups.get(line);
  }

  viewFor(side: Side, key: string): View | undefined {
    const peerKey = this.viewKeys[side].get(key);
    return peerKey === undefined ? undefined : this.views[other(side)].views.get(peerKey);
  }

  lineFor(side: Side, line: MatchedLine): MatchedLine | undefined {
    if (!this.counterparts.has(line)) this.alignAround(side, line);
    if (!this.counterparts.has(line)) this.counterparts.set(line, undefined);
    return this.counterparts.get(line);
  }

  /** Aligns the lines among which this one stands. */
  private alignAround(side: Side, line: MatchedLine): void {
    const group = this.groups.get(line);
    const parent = this.views[side].parents.get(line);
    if (group) this.align(group.a.lines, group.b.lines, (text) => text.replace(/ vrid \d+/, ' vrid'));
    else if (parent) this.alignChildren(side, parent);
    else if (line.opens) this.alignHeads(side, line);
    else this.align(this.views.a.system, this.views.b.system);
  }

  private alignChildren(side: Side, parent: MatchedLine): void {
    const isOutermost = !this.views[side].parents.has(parent);
    if (!isOutermost) {
      this.alignFrom(side, parent.lines, this.lineFor(side, parent)?.lines ?? []);
      return;
    }
    const key = viewKey(parent);
    const lines = this.withoutGroups(this.views[side].views.get(key));
    this.alignFrom(side, lines, this.withoutGroups(this.viewFor(side, key)));
  }

  private withoutGroups(view: View | undefined): readonly MatchedLine[] {
    return view?.lines.filter((line) => !this.groups.has(line)) ?? [];
  }

  /** The heads of one view, in their order. */
  private alignHeads(side: Side, head: MatchedLine): void {
    const key = viewKey(head);
    const heads = this.views[side].views.get(key)?.heads ?? [head];
    const peerHeads = this.viewFor(side, key)?.heads ?? [];
    for (const [index, line] of heads.entries()) this.counterparts.set(line, peerHeads[index]);
    for (const [index, line] of peerHeads.entries()) this.counterparts.set(line, heads[index]);
  }

  private alignFrom(side: Side, lines: readonly MatchedLine[], peerLines: readonly MatchedLine[]): void {
    if (side === 'a') this.align(lines, peerLines);
    else this.align(peerLines, lines);
  }

  private align(a: readonly MatchedLine[], b: readonly MatchedLine[], normalize?: (text: string) => string): void {
    for (const line of [...a, ...b]) this.counterparts.set(line, undefined);
    for (const [line, counterpart] of alignedLines(a, b, this.pair, normalize)) {
      this.counterparts.set(line, counterpart);
      this.counterparts.set(counterpart, line);
    }
  }
}
