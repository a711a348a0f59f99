// The edits of the peer's file that bring over lines of this device, each at the place where the peer itself would print it.
import { eTrunk, ipPool, rbs, serviceLocation, system } from '../catalogue/index';
import { insertAfter, insertInBlock, insertRows, insertSection, replace } from '../edits/config-edits';
import type { FileEdit } from '../edits/file-edit';
import { placeholdersIn } from '../edits/placeholders';
import type { Device, Group } from '../model/device';
import { canonicalText } from '../model/lines/canonical-text';
import { signature } from '../model/lines/line-similarity';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import type { Side } from '../model/pairing/pair';
import { boardFollows } from '../model/services/bindings';
import { vrrpWord } from '../model/vrrp/member';
import { trailingDigits } from '../text/line-ends';
import type { Correspondence } from './correspondence';
import { viewKey, type View } from './device-views';
import { policyOf } from './line-policy';
import { roleValues } from './role-values';
import { counterpartsOf, translation, type Translation } from './translation';

/** What the file of either device says. */
export type Facts = (side: Side) => readonly SectionFacts[];

/** Collects the edits of one proposal; it lives as long as that takes. */
export class PeerEdits {
  private readonly found: FileEdit[] = [];
  private readonly translate: Translation;
  private readonly groups = new Map<MatchedLine, Group>();
  /** Groups whose lines were written at the place of their first one. */
  private readonly written = new Set<Group>();
  private readonly peer: Device;

  constructor(
    private readonly correspondence: Correspondence,
    private readonly facts: Facts,
    private readonly wanted: ReadonlySet<MatchedLine>,
    /** Lines of `wanted` whose counterparts are also brought in line where they must match; the others are only added. */
    private readonly aligned: ReadonlySet<MatchedLine>,
  ) {
    this.translate = translation(counterpartsOf(correspondence));
    this.peer = correspondence.b.device;
    for (const group of correspondence.a.device.groups) {
      for (const line of group.lines) this.groups.set(line, group);
    }
  }

  /** To be called once. */
  edits(): readonly FileEdit[] {
    const tops = this.facts('a').flatMap((section) => section.lines.filter((line) => line.anchor === section.anchor));
    const done = new Set<string>();
    for (const [index, line] of tops.entries()) {
      if (!line.opens) {
        this.bringSystemLine(line, tops, index);
        continue;
      }
      const key = viewKey(line);
      if (done.has(key)) continue;
      done.add(key);
      this.bringView(line, key, tops, index);
    }
    return this.found;
  }

  private bringSystemLine(line: MatchedLine, tops: readonly MatchedLine[], index: number): void {
    const counterpart = this.correspondence.lineFor('a', line);
    if (counterpart) this.alignLine(line, counterpart);
    else if (this.wanted.has(line)) this.addSection(this.textsOf(line, 0), tops, index);
  }

  private bringView(head: MatchedLine, key: string, tops: readonly MatchedLine[], index: number): void {
    const view = this.correspondence.a.views.get(key)!;
    const counterpart = this.correspondence.viewFor('a', key);
    if (counterpart) {
      this.fill(view.lines, counterpart);
      return;
    }
    const inside = view.lines.flatMap((line) => this.textsOf(line, 1));
    if (inside.length > 0 || view.heads.some((line) => this.wanted.has(line)))
      this.addSection([this.headText(head), ...inside], tops, index);
  }

  /** Behind the counterpart of the line before, in the view of the peer. */
  private fill(lines: readonly MatchedLine[], view: Pick<View, 'heads' | 'lines'>): void {
    const inView = new Set(view.lines);
    let before: MatchedLine | undefined;
    for (const line of lines) {
      const counterpart = this.correspondence.lineFor('a', line);
      if (counterpart) {
        if (inView.has(counterpart)) before = counterpart;
        this.alignLine(line, counterpart);
        if (line.opens) this.fill(line.lines, { heads: [counterpart], lines: counterpart.lines });
        continue;
      }
      for (const text of this.textsOf(line, 0)) {
        this.found.push(
          before ? insertAfter(this.peer, before, text) : insertInBlock(this.peer, view, text, { first: true }),
        );
      }
    }
  }

  /** Before the section of the peer that corresponds to the next one here, so that both files keep one order. */
  private addSection(texts: readonly string[], tops: readonly MatchedLine[], index: number): void {
    if (texts.length === 0) return;
    const next = this.nextOnPeer(tops, index);
    if (!next && this.found.length === 0 && this.endsInOpenSection())
      this.found.push(insertRows(this.peer, this.peer.endRow, ['#']));
    this.found.push(insertSection(this.peer, texts, next));
  }

  /** The first section of the peer that corresponds to one behind this index. */
  private nextOnPeer(tops: readonly MatchedLine[], index: number): MatchedLine | undefined {
    for (const line of tops.slice(index + 1)) {
      const counterpart = this.correspondence.lineFor('a', line);
      if (counterpart) return counterpart;
      const head = line.opens ? this.correspondence.viewFor('a', viewKey(line))?.heads[0] : undefined;
      if (head) return head;
    }
    return undefined;
  }

  /** The last section of the peer's file has no `#` that closes it. */
  private endsInOpenSection(): boolean {
    const last = this.facts('b').at(-1);
    return last !== undefined && last.all.length > 0 && last.anchor.row + last.filled === this.peer.endRow;
  }

  /** The lines that one line of this device asks for, indented below their view; none where the peer needs none. */
  private textsOf(line: MatchedLine, depth: number): string[] {
    const indent = ' '.repeat(depth);
    const inside = line.lines.flatMap((child) => this.textsOf(child, depth + 1));
    if (!this.wanted.has(line)) return inside.length > 0 ? [indent + this.translate.line(line), ...inside] : [];
    const group = this.groups.get(line);
    if (group) return this.groupTexts(line, group).map((text) => indent + text);
    if (isAboutOneDevice(line) || line.match?.command.startsWith('session.')) return [];
    return [indent + this.plainText(line), ...inside];
  }

  /** Of two E-Trunks the one with the smaller number is master. */
  private plainText(line: MatchedLine): string {
    const text = this.translate.line(line);
    if (line.match?.command !== eTrunk.priority.id) return text;
    const digits = trailingDigits(text);
    const priority = Number(digits);
    return text.slice(0, text.length - digits.length) + String(priority <= 100 ? priority + 10 : priority - 10);
  }

  /** Of a group that the peer lacks, all chosen lines at once, in the order of the device, with the values of the other role. */
  private groupTexts(line: MatchedLine, group: Group): string[] {
    if (this.correspondence.groupOf(line)) return isRoleLine(line) ? [] : [this.translate.line(line)];
    if (this.written.has(group)) return [];
    this.written.add(group);
    const chosen = group.lines.filter((candidate) => this.wanted.has(candidate));
    const plain = chosen.filter((candidate) => !isRoleLine(candidate));
    return [
      ...plain.filter(makesGroup).map((candidate) => this.translate.line(candidate)),
      ...this.roleTexts(group, chosen),
      ...plain.filter((candidate) => !makesGroup(candidate)).map((candidate) => this.translate.line(candidate)),
    ];
  }

  /** Where only some lines were chosen, the role is not part of them unless it was. */
  private roleTexts(group: Group, chosen: readonly MatchedLine[]): string[] {
    const withRole = chosen.length === group.lines.length || chosen.some(isRoleLine);
    if (group.follows || !withRole) return [];
    const { priority, delay } = roleValues(this.correspondence.a.device, group);
    const start = `${vrrpWord(group)} vrid ${group.vrid}`;
    return [
      ...(priority === 100 ? [] : [`${start} priority ${priority}`]),
      ...(delay === undefined ? [] : [`${start} preempt-mode timer delay ${delay}`]),
      // A master of service boards waits for them after a restart, too.
      ...(delay === undefined || !this.followedByBoard(group) ? [] : ['vrrp recover-delay 15']),
    ];
  }

  private followedByBoard(group: Group): boolean {
    return [...this.correspondence.a.device.locations.values()].some((location) => boardFollows(location, group));
  }

  private headText(head: MatchedLine): string {
    if (head.opens === 'interface') {
      const name = head.match?.values[0];
      return name ? `interface ${this.translate.interfaceName(name.text)}` : head.text;
    }
    // Users' addresses come from one of the two devices: on the other the pool stands by.
    if (head.match?.command === ipPool.create.id || /^ip pool \S+ bas /.test(canonicalText(head))) {
      if (/ rui-slave$/i.test(head.text)) return head.text.replace(/ rui-slave$/i, '').trimEnd();
      if (/^ip pool \S+ bas local$/.test(canonicalText(head))) return `${head.text} rui-slave`;
    }
    return this.translate.line(head);
  }

  /** What corresponds and does not mean the same, where it must. */
  private alignLine(line: MatchedLine, counterpart: MatchedLine): void {
    if (!this.aligned.has(line) || line.opens || isAboutOneDevice(line)) return;
    const { a, b } = this.correspondence.pair;
    const isMirrored = mirroredCommands.has(line.match?.command ?? '');
    if (!isMirrored && (policyOf(line).kind !== 'must match' || canonicalText(line) === canonicalText(counterpart)))
      return;
    if (signature(line, a, b) === signature(counterpart, b, a)) return;
    const text = this.translate.line(line);
    const lower = text.toLowerCase();
    const isThere = lower === canonicalText(counterpart) || lower === counterpart.text.toLowerCase();
    if (isThere || placeholdersIn(text).length > 0) return;
    this.found.push(replace(counterpart, text));
  }
}

function isRoleLine(line: MatchedLine): boolean {
  return policyOf(line).kind === 'role';
}

/** A line without which the group does not exist. */
function makesGroup(line: MatchedLine): boolean {
  return / virtual-ip | peer-ip |^admin-vrrp6? | vrid \d+$/.test(canonicalText(line));
}

const mirroredCommands: ReadonlySet<string> = new Set([
  rbs.peer.id,
  rbs.peer6.id,
  eTrunk.peer.id,
  eTrunk.peer6.id,
  serviceLocation.remoteBackup.id,
]);

/** Its name, its descriptions, what is shut down, its private keys: nothing that a peer would take over. */
function isAboutOneDevice(line: MatchedLine): boolean {
  return (
    line.hidden === true ||
    /^-{4,5} ?(?:BEGIN|END) /.test(line.text) ||
    line.match?.command === system.sysname.id ||
    /^(?:undo )?(?:description|shutdown)\b/.test(canonicalText(line)) ||
    (line.view === 'interface' && /^vrrp6? recover-delay /.test(canonicalText(line)))
  );
}
