// Which line answers which across a pair: the one answer that going to the counterpart, hovers, the pair table, the mapped peer
// and mirroring share. Views answer by what the pair shows (channel, backup-id, virtual router, service board) and only then by
// name; lines answer within views that do. Nothing answers two lines.
import { bfd } from '../catalogue/commands/bfd';
import { keyOf } from '../catalogue';
import { prefixKey } from '../model/address';
import type { Device, Interface } from '../model/device';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { interfaceKey } from '../model/names';
import { other, type GroupPair, type Pair, type Side } from '../model/pairing/pair';
import { nameOf, number } from '../model/read/line-values';
import { heads } from '../model/read/read-objects';
import { instancesOnBoth } from '../model/services/service-boards';
import { poolsOnBoth } from '../model/services/pools';
import { isSlipOf, keywords, sharedWords, signature } from '../model/lines/line-similarity';
import { said } from '../model/lines/canonical-text';
import { push } from '../text/collections';

/** One named view of a device: everything said in it, in file order, however often it was entered. */
export interface View {
  readonly key: string;
  readonly heads: readonly MatchedLine[];
  readonly lines: readonly MatchedLine[];
}

/** What one file says, cut into its outermost views; `system` are the lines that open none. */
export interface Outline {
  readonly device: Device;
  readonly views: ReadonlyMap<string, View>;
  readonly system: readonly MatchedLine[];
  /** The line that opened the view in which a line stands. */
  readonly parents: ReadonlyMap<MatchedLine, MatchedLine>;
}

export interface Answering {
  readonly pair: Pair;
  readonly a: Outline;
  readonly b: Outline;
  /** The view on the other device that answers this one of `side`. */
  viewFor(side: Side, key: string): View | undefined;
  /** The line on the other device that answers this one of `side`. */
  lineFor(side: Side, line: MatchedLine): MatchedLine | undefined;
  /** The group of the pair to which the line belongs. */
  groupOf(line: MatchedLine): GroupPair | undefined;
}

const made = new WeakMap<Pair, Answering>();

/** `facts` gives what the file of either device says. The answer is kept as long as the pair is the same. */
export function answering(pair: Pair, facts: (side: Side) => readonly SectionFacts[]): Answering {
  let known = made.get(pair);
  if (!known) {
    known = answeringOf(pair, outline(pair.a, facts('a')), outline(pair.b, facts('b')));
    made.set(pair, known);
  }
  return known;
}

/** The view that a line opens, by a key that is equal for every way to enter it. */
export function viewKey(head: MatchedLine): string {
  const kind = head.match && heads[head.match.command];
  const name = kind && nameOf(head, kind.name)?.value;
  if (!kind || name === undefined) return `${head.opens} ${said(head)}`;
  return keyFor(
    kind.kind,
    kind.kind === 'interface'
      ? interfaceKey(name)
      : kind.kind === 'location' || kind.kind === 'eTrunk'
        ? Number(name)
        : name.toLowerCase(),
  );
}

export function keyFor(kind: string, name: string | number): string {
  return `${kind} ${name}`;
}

// Of a pair only one file changes at a time: the other one is not cut up again.
const outlines = new WeakMap<Device, Outline>();

function outline(device: Device, facts: readonly SectionFacts[]): Outline {
  let known = outlines.get(device);
  if (!known) {
    known = outlineOf(device, facts);
    outlines.set(device, known);
  }
  return known;
}

function outlineOf(device: Device, facts: readonly SectionFacts[]): Outline {
  const views = new Map<string, { key: string; heads: MatchedLine[]; lines: MatchedLine[] }>();
  const system: MatchedLine[] = [];
  const parents = new Map<MatchedLine, MatchedLine>();
  const adopt = (head: MatchedLine) => {
    for (const line of head.lines) {
      parents.set(line, head);
      if (line.lines.length > 0) adopt(line);
    }
  };
  for (const section of facts) {
    for (const line of section.lines) {
      if (!line.opens) {
        system.push(line);
        continue;
      }
      adopt(line);
      const key = viewKey(line);
      const view = views.get(key);
      // The copy of a head that a section before left open is no line of its own.
      if (view) {
        if (line.anchor === section.anchor) view.heads.push(line);
        for (const child of line.lines) view.lines.push(child);
      } else views.set(key, { key, heads: [line], lines: [...line.lines] });
    }
  }
  return { device, views, system, parents };
}

function answeringOf(pair: Pair, a: Outline, b: Outline): Answering {
  const there = viewPairs(pair, a, b);
  const back = new Map([...there].map(([mine, theirs]) => [theirs, mine]));
  const sides = { a, b };
  const groups = new Map<MatchedLine, GroupPair>();
  for (const group of pair.groups) for (const line of [...group.a.lines, ...group.b.lines]) groups.set(line, group);
  /** What was aligned so far: an undefined answer is an answer. */
  const answers = new Map<MatchedLine, MatchedLine | undefined>();
  const keep = (mine: readonly MatchedLine[], theirs: readonly MatchedLine[], written?: (text: string) => string) => {
    for (const line of [...mine, ...theirs]) answers.set(line, undefined);
    for (const [one, two] of aligned(mine, theirs, pair, written)) {
      answers.set(one, two);
      answers.set(two, one);
    }
  };
  const viewFor = (side: Side, key: string) => {
    const answer = (side === 'a' ? there : back).get(key);
    return answer === undefined ? undefined : sides[other(side)].views.get(answer);
  };
  const settle = (side: Side, line: MatchedLine): void => {
    const group = groups.get(line);
    if (group) return keep(group.a.lines, group.b.lines, (text) => text.replace(/ vrid \d+/, ' vrid'));
    const parent = sides[side].parents.get(line);
    const isFree = (one: MatchedLine) => !groups.has(one);
    if (!parent) {
      if (!line.opens) return keep(a.system, b.system);
      const key = viewKey(line);
      const theirs = viewFor(side, key)?.heads ?? [];
      const mine = sides[side].views.get(key)?.heads ?? [line];
      for (const [index, head] of mine.entries()) answers.set(head, theirs[index]);
      for (const [index, head] of theirs.entries()) answers.set(head, mine[index]);
      return;
    }
    if (!sides[side].parents.has(parent)) {
      const key = viewKey(parent);
      const mine = sides[side].views.get(key)?.lines.filter(isFree) ?? [];
      const theirs = viewFor(side, key)?.lines.filter(isFree) ?? [];
      return side === 'a' ? keep(mine, theirs) : keep(theirs, mine);
    }
    const answer = lineFor(side, parent);
    return side === 'a' ? keep(parent.lines, answer?.lines ?? []) : keep(answer?.lines ?? [], parent.lines);
  };
  const lineFor = (side: Side, line: MatchedLine): MatchedLine | undefined => {
    if (!answers.has(line)) settle(side, line);
    if (!answers.has(line)) answers.set(line, undefined);
    return answers.get(line);
  };
  return { pair, a, b, viewFor, lineFor, groupOf: (line) => groups.get(line) };
}

/** Keys of views of `a` with the keys of their answers on `b`. */
function viewPairs(pair: Pair, a: Outline, b: Outline): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const claim = (mine: string, theirs: string) => {
    if (pairs.has(mine) || taken.has(theirs) || !a.views.has(mine) || !b.views.has(theirs)) return;
    pairs.set(mine, theirs);
    taken.add(theirs);
  };
  const claimInterface = (mine: string | undefined, theirs: string | undefined) => {
    if (mine !== undefined && theirs !== undefined) claim(keyFor('interface', mine), keyFor('interface', theirs));
  };
  for (const channel of pair.channels) claim(keyFor('rbs', channel.a.rbs.key), keyFor('rbs', channel.b.rbs.key));
  for (const profile of pair.profiles) claim(keyFor('rbp', profile.a.key), keyFor('rbp', profile.b.key));
  // Groups that a profile or a board follows come first: they say most surely which interface answers which.
  const groups = [...pair.groups].sort(
    (one, two) => two.profiles.length + two.locations.length - one.profiles.length - one.locations.length,
  );
  for (const group of groups) claimInterface(group.a.interfaceKey, group.b.interfaceKey);
  for (const { a: mine, b: theirs } of pair.profiles) {
    for (const role of mine.roles) {
      const answer =
        role.kind === 'e-trunk'
          ? theirs.roles.find((one) => one.kind === 'e-trunk' && one.eTrunk.value === role.eTrunk.value)
          : undefined;
      if (role.kind === 'e-trunk' && answer?.kind === 'e-trunk')
        claimInterface(`eth-trunk${role.ethTrunk.value}`, `eth-trunk${answer.ethTrunk.value}`);
    }
  }
  for (const { a: mine, b: theirs } of pair.locations)
    claimInterface(mine.remote?.interfaceKey, theirs.remote?.interfaceKey);
  for (const { a: mine, b: theirs } of pair.channels) {
    claimInterface(
      pair.a.addresses.get(mine.channel.source.value.key)?.[0]?.interface.key,
      pair.b.addresses.get(theirs.channel.source.value.key)?.[0]?.interface.key,
    );
  }
  for (const { a: mine, b: theirs } of poolsOnBoth(pair))
    claim(keyFor(`pool${mine.pool.family}`, mine.pool.key), keyFor(`pool${theirs.pool.family}`, theirs.pool.key));
  for (const { a: mine, b: theirs } of instancesOnBoth(pair))
    claim(keyFor(mine.kind, mine.key), keyFor(theirs.kind, theirs.key));
  // One subnet says more than one name: the port towards the users may be another one there.
  neighbours(pair, pairs, taken, claimInterface);
  for (const key of a.views.keys()) claim(key, key);
  subInterfaces(a, claimInterface, pairs);
  leftInterfaces(pair, pairs, taken, claimInterface);
  mirroredSessions(a, b, claim);
  loneViews(a, b, pairs, taken, claim);
  return pairs;
}

/** Sub-interface 10 answers sub-interface 10 of the main interface that answers. */
function subInterfaces(
  a: Outline,
  claim: (mine: string, theirs: string) => void,
  pairs: ReadonlyMap<string, string>,
): void {
  for (const one of a.device.interfaces.values()) {
    const main = one.mainKey === one.key ? undefined : pairs.get(keyFor('interface', one.mainKey));
    if (main !== undefined) claim(one.key, `${main.slice('interface '.length)}${one.key.slice(one.mainKey.length)}`);
  }
}

/** Two interfaces that are the only ones of their device in one subnet face each other. */
function neighbours(
  pair: Pair,
  pairs: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
  claim: (mine: string, theirs: string) => void,
): void {
  const free = (device: Device, isTaken: (key: string) => boolean) => {
    const nets = new Map<string, string | undefined>();
    for (const one of device.interfaces.values()) {
      if (isTaken(keyFor('interface', one.key))) continue;
      for (const { prefix, linkLocal } of one.addresses) {
        if (linkLocal || prefix.length === (prefix.address.family === 4 ? 32 : 128)) continue;
        const key = prefixKey(prefix);
        nets.set(key, nets.has(key) ? undefined : one.key);
      }
    }
    return nets;
  };
  const theirs = free(pair.b, (key) => taken.has(key));
  for (const [net, mine] of free(pair.a, (key) => pairs.has(key))) {
    const answer = theirs.get(net);
    if (mine !== undefined && answer !== undefined) claim(mine, answer);
  }
}

/** Interfaces of one description, or the only two with an address that are left, where neither has its name on the other device. */
function leftInterfaces(
  pair: Pair,
  pairs: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
  claim: (mine: string, theirs: string) => void,
): void {
  const left = (device: Device, isTaken: (key: string) => boolean) =>
    [...device.interfaces.values()].filter(
      (one) =>
        one.addresses.length > 0 && !/^(?:loopback|null)/.test(one.key) && !isTaken(keyFor('interface', one.key)),
    );
  const described = (list: readonly Interface[]) => {
    const found = new Map<string, Interface | undefined>();
    for (const one of list) {
      const text = one.block.lines.map(said).find((line) => line.startsWith('description '));
      if (text !== undefined) found.set(text, found.has(text) ? undefined : one);
    }
    return found;
  };
  const theirs = described(left(pair.b, (key) => taken.has(key)));
  for (const [text, one] of described(left(pair.a, (key) => pairs.has(key)))) {
    const answer = theirs.get(text);
    if (one && answer) claim(one.key, answer.key);
  }
  const [mine, rest] = [left(pair.a, (key) => pairs.has(key)), left(pair.b, (key) => taken.has(key))];
  if (mine.length === 1 && rest.length === 1) claim(mine[0]!.key, rest[0]!.key);
}

/** BFD sessions whose discriminators mirror each other. */
function mirroredSessions(a: Outline, b: Outline, claim: (mine: string, theirs: string) => void): void {
  const discriminators = (view: View) => {
    const of = (argument: string) =>
      [...view.heads, ...view.lines]
        .map((line) => number(line, argument)?.value)
        .filter((value) => value !== undefined)
        .at(-1);
    return [of('local-discriminator'), of('remote-discriminator')] as const;
  };
  const sessions = (of: Outline) =>
    [...of.views.values()].filter((view) => view.heads[0]!.match?.command === bfd.session.id);
  const theirs = new Map(sessions(b).map((view) => [discriminators(view).join(' '), view.key]));
  for (const view of sessions(a)) {
    const [local, remote] = discriminators(view);
    const answer = local === undefined || remote === undefined ? undefined : theirs.get(`${remote} ${local}`);
    if (answer !== undefined) claim(view.key, answer);
  }
}

/** The only view of its kind that is left on either device: `isis 100` answers `isis 200`. Interfaces need a reason. */
function loneViews(
  a: Outline,
  b: Outline,
  pairs: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
  claim: (mine: string, theirs: string) => void,
): void {
  const left = (of: Outline, isTaken: (key: string) => boolean) => {
    const kinds = new Map<string, string[]>();
    for (const view of of.views.values()) {
      const kind = view.heads[0]!.opens!;
      if (kind === 'interface' || kind === 'other' || isTaken(view.key)) continue;
      push(kinds, kind, view.key);
    }
    return kinds;
  };
  const theirs = left(b, (key) => taken.has(key));
  for (const [kind, mine] of left(a, (key) => pairs.has(key))) {
    const answers = theirs.get(kind) ?? [];
    if (mine.length === 1 && answers.length === 1) claim(mine[0]!, answers[0]!);
  }
}

/** In a longer list of lines of one command the order decides which answers which. */
const longBucket = 100;
/** Slips are looked for among so many couples of lines at most. */
const mostCouples = 4000;

/** Lines of two views that answer each other: said alike, alike but for what is a device's own, of one key, of one command. */
function aligned(
  a: readonly MatchedLine[],
  b: readonly MatchedLine[],
  { a: deviceA, b: deviceB }: Pair,
  written = (text: string) => text,
): [MatchedLine, MatchedLine][] {
  const found: [MatchedLine, MatchedLine][] = [];
  let mine = [...a];
  let theirs = [...b];
  const pairUp = (
    keyA: (line: MatchedLine) => string | undefined,
    keyB: (line: MatchedLine) => string | undefined,
    choose?: (bucket: readonly MatchedLine[], line: MatchedLine) => MatchedLine | undefined,
  ) => {
    if (mine.length === 0 || theirs.length === 0) return;
    const buckets = new Map<string, MatchedLine[]>();
    for (const line of theirs) {
      const key = keyB(line);
      if (key !== undefined) push(buckets, key, line);
    }
    // Taken from the front, so that long lists keep their order.
    const used = new Set<MatchedLine>();
    const front = new Map<string, number>();
    mine = mine.filter((line) => {
      const key = keyA(line);
      const bucket = key === undefined ? undefined : buckets.get(key);
      if (key === undefined || !bucket) return true;
      let at = front.get(key) ?? 0;
      while (at < bucket.length && used.has(bucket[at]!)) at++;
      front.set(key, at);
      const answer =
        choose && bucket.length <= longBucket
          ? choose(
              bucket.filter((one) => !used.has(one)),
              line,
            )
          : bucket[at];
      if (!answer) return true;
      used.add(answer);
      found.push([line, answer]);
      return false;
    });
    theirs = theirs.filter((line) => !used.has(line));
  };
  const plain = (line: MatchedLine) => written(said(line));
  pairUp(plain, plain);
  pairUp(
    (line) => written(signature(line, deviceA, deviceB)),
    (line) => written(signature(line, deviceB, deviceA)),
  );
  const keyed = (line: MatchedLine) => {
    const key = line.match && keyOf(line.match);
    return key === undefined ? undefined : written(key);
  };
  pairUp(keyed, keyed);
  const likest = (bucket: readonly MatchedLine[], line: MatchedLine) => {
    let best: MatchedLine | undefined;
    let most = -1;
    for (const one of bucket) {
      const alike = sharedWords(line, one);
      if (alike > most) [best, most] = [one, alike];
    }
    return best;
  };
  const kind = (line: MatchedLine) => `${line.match?.undo === true} ${keywords(line)}`;
  pairUp(kind, kind, likest);
  // Two whole commands are two commands, however alike they look.
  if (mine.length * theirs.length <= mostCouples)
    pairUp(
      () => '',
      () => '',
      (bucket, line) => bucket.find((one) => !(line.match?.complete && one.match?.complete) && isSlipOf(line, one)),
    );
  return found;
}
