// What would make the peer answer this device: edits of the peer's file, at the places where the device itself would print the
// lines. Mirroring takes chosen lines over; completing brings everything of hot backup that is missing. Nothing that is there and
// answers is touched, and a peer that has all of it gets no edit.
import { localAddressesOn } from '../model/vrrp/addresses';
import { eTrunk, interfaceView, ipPool, rbs, serviceLocation, system } from '../catalogue/index';
import type { Device, Group } from '../model/device';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import type { Pair, Side } from '../model/pairing/pair';
import { rowOf } from '../model/place';
import { insertAfter, insertInBlock, insertRows, insertSection, replace } from '../edits/config-edits';
import { vrrpWord } from '../model/vrrp/member';
import { signature } from '../model/lines/line-similarity';
import { placeholdersIn } from '../edits/placeholders';
import type { FileEdit } from '../edits/file-edit';
import { said } from '../model/lines/canonical-text';
import { answering, keyFor, viewKey, type Answering, type View } from './correspondence';
import { hotBackup } from './hot-backup-lines';
import { kindOf } from './line-policy';
import { roleValues } from './role-values';
import { translation, type Translation } from './translation';

export interface Proposal {
  readonly title: string;
  /** All in the peer's file; none where nothing is missing. */
  readonly edits: readonly FileEdit[];
  /** Words that a person has to fill in, each once. */
  readonly placeholders: readonly string[];
}

type Facts = (side: Side) => readonly SectionFacts[];

/** Everything of hot backup that `pair.b` lacks of `pair.a`. */
export function completed(pair: Pair, facts: Facts): Proposal {
  const answers = answering(pair, facts);
  const wanted = new Set(hotBackup(answers.a).lines);
  for (const line of [...wanted])
    if (line.opens === 'interface') for (const one of unaddressed(answers, line)) wanted.add(one);
  return proposal(`Complete ${pair.b.name} from ${pair.a.name}`, answers, facts, wanted, 'missing');
}

/** What the lines of `pair.a` in these rows ask of `pair.b`; the head of a section stands for all of it. */
export function mirrored(pair: Pair, facts: Facts, rows: { readonly start: number; readonly end: number }): Proposal {
  const answers = answering(pair, facts);
  const wanted = new Set<MatchedLine>();
  const add = (line: MatchedLine, whole: boolean) => {
    const row = rowOf(line);
    const chosen = whole || (row >= rows.start && row <= rows.end);
    if (chosen) wanted.add(line);
    for (const child of line.lines) add(child, chosen);
  };
  for (const section of facts('a')) for (const line of section.lines) add(line, false);
  const title =
    wanted.size > 0 && [...wanted][0]!.opens ? `Mirror the section to ${pair.b.name}` : `Mirror to ${pair.b.name}`;
  return proposal(title, answers, facts, wanted, 'chosen');
}

/** `missing` only adds; `chosen` also brings in line what must match. */
type Mode = 'missing' | 'chosen';

function proposal(
  title: string,
  answers: Answering,
  facts: Facts,
  wanted: ReadonlySet<MatchedLine>,
  mode: Mode,
): Proposal {
  const edits = wanted.size === 0 ? [] : new Writer(answers, facts, wanted, mode).edits();
  const found = new Set(edits.flatMap((edit) => placeholdersIn(edit.newText).map((one) => one.word)));
  return { title, edits, placeholders: [...found] };
}

/** Address lines of an interface whose answer has no address of the family: the peer needs one, and nobody has said which. */
function unaddressed({ a, b, viewFor }: Answering, head: MatchedLine): MatchedLine[] {
  const mine = a.device.interfaces.get(viewKey(head).slice('interface '.length));
  const view = mine && viewFor('a', keyFor('interface', mine.key));
  const theirs = view && b.device.interfaces.get(view.key.slice('interface '.length));
  if (!mine) return [];
  const lacks = (family: 4 | 6) => localAddressesOn(theirs, family).length === 0;
  return mine.block.lines.filter(
    (line) =>
      !line.match?.undo &&
      ((line.match?.command === interfaceView.address.id && lacks(4)) ||
        ((line.match?.command === interfaceView.ipv6Address.id ||
          line.match?.command === interfaceView.ipv6Enable.id) &&
          lacks(6))),
  );
}

/** Collects the edits of one proposal; it lives as long as that takes. */
class Writer {
  private readonly found: FileEdit[] = [];
  private readonly translate: Translation;
  private readonly groups = new Map<MatchedLine, Group>();
  /** Groups whose lines were written at the place of their first one. */
  private readonly written = new Set<Group>();
  private readonly peer: Device;

  constructor(
    private readonly answers: Answering,
    private readonly facts: Facts,
    private readonly wanted: ReadonlySet<MatchedLine>,
    private readonly mode: Mode,
  ) {
    this.translate = translation(answers);
    this.peer = answers.b.device;
    for (const group of answers.a.device.groups) for (const line of group.lines) this.groups.set(line, group);
  }

  edits(): readonly FileEdit[] {
    const { a } = this.answers;
    const tops = this.facts('a').flatMap((section) => section.lines.filter((line) => line.anchor === section.anchor));
    const done = new Set<string>();
    tops.forEach((line, index) => {
      if (!line.opens) {
        const answer = this.answers.lineFor('a', line);
        if (answer) this.bringInLine(line, answer);
        else if (this.wanted.has(line)) this.addSection(this.textsOf(line, 0), tops, index);
        return;
      }
      const key = viewKey(line);
      if (done.has(key)) return;
      done.add(key);
      const view = a.views.get(key)!;
      const answer = this.answers.viewFor('a', key);
      if (answer) {
        this.fill(view.lines, answer);
        return;
      }
      const inside = view.lines.flatMap((one) => this.textsOf(one, 1));
      if (inside.length > 0 || view.heads.some((head) => this.wanted.has(head)))
        this.addSection([this.headText(line), ...inside], tops, index);
    });
    return this.found;
  }

  /** Behind what answers the line before, in the view of the peer. */
  private fill(lines: readonly MatchedLine[], view: Pick<View, 'heads' | 'lines'>): void {
    const there = new Set(view.lines);
    let before: MatchedLine | undefined;
    for (const line of lines) {
      const answer = this.answers.lineFor('a', line);
      if (answer) {
        if (there.has(answer)) before = answer;
        this.bringInLine(line, answer);
        if (line.opens) this.fill(line.lines, { heads: [answer], lines: answer.lines });
        continue;
      }
      for (const text of this.textsOf(line, 0)) {
        this.found.push(
          before ? insertAfter(this.peer, before, text) : insertInBlock(this.peer, view, text, { first: true }),
        );
      }
    }
  }

  /** Before the section of the peer that answers the next one here, so that both files keep one order. */
  private addSection(texts: readonly string[], tops: readonly MatchedLine[], index: number): void {
    if (texts.length === 0) return;
    let next: MatchedLine | undefined;
    for (let at = index + 1; at < tops.length && !next; at++) {
      const line = tops[at]!;
      next =
        this.answers.lineFor('a', line) ??
        (line.opens ? this.answers.viewFor('a', viewKey(line))?.heads[0] : undefined);
    }
    const last = this.facts('b').at(-1);
    const isOpen =
      !next &&
      this.found.length === 0 &&
      last !== undefined &&
      last.all.length > 0 &&
      last.anchor.row + last.filled === this.peer.endRow;
    if (isOpen) this.found.push(insertRows(this.peer, this.peer.endRow, ['#']));
    this.found.push(insertSection(this.peer, texts, next));
  }

  /** The lines that one line of this device asks for, indented below their view; none where the peer needs none. */
  private textsOf(line: MatchedLine, depth: number): string[] {
    const indent = ' '.repeat(depth);
    const inside = line.lines.flatMap((one) => this.textsOf(one, depth + 1));
    if (!this.wanted.has(line)) return inside.length > 0 ? [indent + this.translate.line(line), ...inside] : [];
    const group = this.groups.get(line);
    if (group) return this.groupTexts(line, group).map((text) => indent + text);
    return isOwn(line) || line.match?.command.startsWith('session.') ? [] : [indent + this.ownText(line), ...inside];
  }

  /** Of two E-Trunks the one with the smaller number is master. */
  private ownText(line: MatchedLine): string {
    const text = this.translate.line(line);
    return line.match?.command === eTrunk.priority.id
      ? text.replace(/\d+$/, (number) => String(Number(number) <= 100 ? Number(number) + 10 : Number(number) - 10))
      : text;
  }

  /** Of a group that the peer lacks, all chosen lines at once, in the order of the device, with the values of the other role. */
  private groupTexts(line: MatchedLine, group: Group): string[] {
    if (this.answers.groupOf(line)) return kindOf(line).kind === 'role' ? [] : [this.translate.line(line)];
    if (this.written.has(group)) return [];
    this.written.add(group);
    const chosen = group.lines.filter((one) => this.wanted.has(one));
    const isRole = (one: MatchedLine) => kindOf(one).kind === 'role';
    const makes = (one: MatchedLine) => / virtual-ip | peer-ip |^admin-vrrp6? | vrid \d+$/.test(said(one));
    const roles: string[] = [];
    // Where only some lines were chosen, the role is not part of them unless it was.
    if (!group.follows && (chosen.length === group.lines.length || chosen.some(isRole))) {
      const { priority, delay } = roleValues(this.answers.a.device, group);
      const start = `${vrrpWord(group)} vrid ${group.vrid}`;
      if (priority !== 100) roles.push(`${start} priority ${priority}`);
      if (delay !== undefined) roles.push(`${start} preempt-mode timer delay ${delay}`);
    }
    const plain = chosen.filter((one) => !isRole(one));
    return [
      ...plain.filter(makes).map((one) => this.translate.line(one)),
      ...roles,
      ...plain.filter((one) => !makes(one)).map((one) => this.translate.line(one)),
    ];
  }

  private headText(head: MatchedLine): string {
    if (head.opens === 'interface') {
      const name = head.match?.values[0];
      return name ? `interface ${this.translate.interfaceName(name.text)}` : head.text;
    }
    // Users' addresses come from one of the two devices: on the other the pool stands by.
    if (head.match?.command === ipPool.create.id || /^ip pool \S+ bas /.test(said(head))) {
      if (/ rui-slave$/i.test(head.text)) return head.text.replace(/\s+rui-slave$/i, '');
      if (/^ip pool \S+ bas local$/.test(said(head))) return `${head.text} rui-slave`;
    }
    return this.translate.line(head);
  }

  /** What answers and does not mean the same, where it must. */
  private bringInLine(line: MatchedLine, answer: MatchedLine): void {
    if (this.mode === 'missing' || !this.wanted.has(line) || line.opens || isOwn(line)) return;
    const { a, b } = this.answers.pair;
    const { kind } = kindOf(line);
    const isMirrored = mirroredCommands.has(line.match?.command ?? '');
    if (!isMirrored && kind !== 'must match') return;
    if (said(line) === said(answer) && !isMirrored) return;
    if (signature(line, a, b) === signature(answer, b, a)) return;
    const text = this.translate.line(line);
    if (
      text.toLowerCase() === said(answer) ||
      text.toLowerCase() === answer.text.toLowerCase() ||
      placeholdersIn(text).length > 0
    )
      return;
    this.found.push(replace(answer, text));
  }
}

const mirroredCommands: ReadonlySet<string> = new Set([
  rbs.peer.id,
  rbs.peer6.id,
  eTrunk.peer.id,
  eTrunk.peer6.id,
  serviceLocation.remoteBackup.id,
]);

/** What says something about one device only. */
function isOwn(line: MatchedLine): boolean {
  return (
    line.match?.command === system.sysname.id ||
    /^(?:undo )?(?:description|shutdown)\b/.test(said(line)) ||
    (line.view === 'interface' && /^vrrp6? recover-delay /.test(said(line)))
  );
}
