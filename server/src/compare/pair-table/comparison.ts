// The pair table: everything that makes two devices back each other up, value beside value, each row with its verdict. Red is
// only what a finding says: every error and warning of the pair stands on exactly one row, and a difference nobody objects to is
// quiet.
import type { SectionFacts } from '../../model/lines/matched-line';
import { rangeOf, rowOf, type Place } from '../../model/place';
import type { Pair, Side } from '../../model/pairing/pair';
import { withoutSecrets } from '../../model/secrets';
import type { Fix } from '../../diagnostics/rule';
import type { Finding, Spot } from '../../diagnostics/findings';
import { rules } from '../../rules/registry';
import { push } from '../../text/collections';
import { correspondenceOf, type Correspondence } from '../correspondence';
import { policyOf } from '../line-policy';
import { isRed, findingsByLine, type Judgement } from '../findings-by-line';
import { bindingSections } from './binding-rows';
import { boardSections } from './board-rows';
import { channelSections } from './channel-rows';
import { deviceSection } from './device-rows';
import { eTrunkSections } from './e-trunk-rows';
import { poolSections } from './pool-rows';
import { profileSections } from './profile-rows';
import { lineRow, parameterOf, written, type Draft, type Section } from './row-builder';
import { groupSections } from './group-rows';
import type { Comparison, Row, Verdict } from './row';

/** What is compared besides the pair: what either file says, what was found, and the fixes of a finding. */
export interface Compared {
  readonly facts: (side: Side) => readonly SectionFacts[];
  readonly findings: readonly Finding[];
  readonly fixes: (finding: Finding) => readonly Fix[];
}

/** Every row of the pair table, with its verdict. */
export function comparison(pair: Pair, compared: Compared): Comparison {
  const correspondence = correspondenceOf(pair, compared.facts);
  const sections = [
    deviceSection(correspondence),
    ...channelSections(correspondence),
    ...profileSections(correspondence),
    ...groupSections(correspondence),
    ...bindingSections(correspondence),
    ...poolSections(correspondence),
    ...boardSections(correspondence),
    ...eTrunkSections(correspondence),
  ];
  const { judgements } = findingsByLine(correspondence, compared.findings, compared.fixes);
  const index = indexOf(sections);
  const found = new Map<Draft, Finding[]>();
  const late: { readonly draft: Draft; readonly services: readonly string[] }[] = [];
  for (const judgement of judgements) {
    let draft = rowFor(judgement, index);
    if (!draft) {
      if (!isRed(judgement.finding)) continue;
      draft = ownRow(judgement, correspondence);
      late.push({ draft, services: [] });
    }
    push(found, draft, judgement.finding);
  }
  const drafts = [
    ...sections.flatMap((section) => section.rows.map((draft) => ({ draft, services: section.services }))),
    ...late,
  ];
  return { rows: drafts.map(({ draft, services }) => judged(draft, services, found.get(draft) ?? [])) };
}

interface Index {
  /** Sections in which a finding at the line may speak. */
  readonly sections: ReadonlyMap<string, readonly Section[]>;
  readonly rows: ReadonlyMap<string, readonly Draft[]>;
}

function indexOf(all: readonly Section[]): Index {
  const sections = new Map<string, Section[]>();
  const rows = new Map<string, Draft[]>();
  for (const section of all) {
    for (const line of new Set(section.scope)) push(sections, lineKey(line), section);
    for (const draft of section.rows) {
      for (const line of new Set(draft.lines)) push(rows, lineKey(line), draft);
    }
  }
  return { sections, rows };
}

/** The row that a finding is about: one that names its rule, the line it says is missing, the value it points at, its line. */
function rowFor({ finding, having, lines }: Judgement, { sections, rows }: Index): Draft | undefined {
  const spots: readonly Pick<Spot, 'file' | 'range'>[] = [finding, ...(finding.peer ? [finding.peer] : [])];
  const named = spots
    .flatMap((spot) => sections.get(spotKey(spot)) ?? [])
    .flatMap((section) => section.rows.filter((row) => row.rules.includes(finding.rule)));
  if (named.length > 0) return named.find((draft) => spots.some((spot) => pointsAt(spot, draft))) ?? named[0];
  if (having) return rows.get(lineKey(having))?.[0];
  const [line, peer] = lines;
  // A line that one device has and the other lacks is not the row of the head below which it is missing.
  if (finding.peer && line?.opens && peer && !peer.opens)
    return rows.get(lineKey(peer))?.find(({ kind }) => kind !== 'may differ');
  for (const spot of spots) {
    const there = (rows.get(spotKey(spot)) ?? []).find((draft) => pointsAt(spot, draft));
    if (there) return there;
  }
  // A rule that a line is missing points at what asks for the line; that row itself is not wrong.
  return lines
    .map((line) => rows.get(lineKey(line))?.[0])
    .find((draft) => draft !== undefined && draft.kind !== 'may differ');
}

function pointsAt({ file, range }: Pick<Spot, 'file' | 'range'>, draft: Draft): boolean {
  return [draft.a, draft.b].some((cell) => {
    if (!cell || cell.isDefault || cell.at.anchor.file !== file) return false;
    const at = rangeOf(cell.at);
    return (
      at.start.line === range.start.line &&
      at.start.character <= range.end.character &&
      range.start.character <= at.end.character &&
      at.start.character < range.end.character &&
      range.start.character < at.end.character
    );
  });
}

/** A row for a finding that no parameter of the table is about. */
function ownRow({ finding, lines, lacking }: Judgement, correspondence: Correspondence): Draft {
  const line = lines[0];
  const side: Side = finding.file === correspondence.a.device.file ? 'a' : 'b';
  const parent = line && correspondence[side].parents.get(line);
  const head = parent ?? (line?.opens ? line : undefined);
  const section = head ? withoutSecrets(head) : 'Device';
  if (!line || lacking !== undefined) {
    const parameter = lacking ?? finding.rule;
    return { section, parameter, kind: 'must match', lines, rules: [], guide: [], why: 'The service needs it.' };
  }
  const answer = correspondence.lineFor(side, line);
  const peer = finding.peer && lines[1];
  // A line that one device has and the other lacks: the row is that line's, not that of the head below which it is missing.
  if (line.opens && peer && !peer.opens)
    return mustMatch(side === 'a' ? lineRow(section, undefined, peer) : lineRow(section, peer, undefined));
  const [a, b] = side === 'a' ? [line, peer ?? answer] : [peer ?? answer, line];
  if (line.opens) {
    const cell = (matchedLine: typeof line | undefined) =>
      matchedLine && written(withoutSecrets(matchedLine), matchedLine);
    return {
      section: withoutSecrets(line),
      parameter: parameterOf(line),
      ...policyOf(line),
      a: cell(a),
      b: cell(b),
      lines,
      rules: [],
      guide: [],
    };
  }
  const row = lineRow(section, a, b);
  return finding.peer ? mustMatch(row) : row;
}

/** What a finding holds against the other device must match there, whatever holds for such lines elsewhere. */
function mustMatch(row: Draft): Draft {
  const why = 'After a switchover the other device must do exactly the same.';
  return row.kind === 'may differ' ? { ...row, kind: 'must match', why } : row;
}

function judged(
  { lines: _lines, rules: _rules, guide, ...draft }: Draft,
  services: readonly string[],
  findings: readonly Finding[],
): Row {
  const red = findings.filter(isRed);
  const page = services
    .map((service) => pages[service])
    .find((text) => text !== undefined && guide.some((step) => step.startsWith(text)));
  const ruleGuide = red
    .map((finding) => citation.get(finding.rule))
    .find((text) => text !== undefined && /^\d/.test(text));
  return {
    ...draft,
    verdict: verdictOf(draft, red.length > 0),
    findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
    guide:
      (page === undefined ? undefined : guide.find((step) => step.startsWith(page))) ??
      ruleGuide ??
      guide.find((step) => /^\d/.test(step)) ??
      '',
  };
}

/** What a rule cites first. */
const citation: ReadonlyMap<string, string | undefined> = new Map(rules.map((rule) => [rule.id, rule.guide[0]]));

const pages: Readonly<Record<string, string>> = {
  'dhcpv6-relay': '000',
  nd: '001',
  'dhcp-server': '002',
  mld: '003',
  igmp: '003',
  boards: '004',
};

function verdictOf({ kind, a, b }: Pick<Row, 'kind' | 'a' | 'b'>, red: boolean): Verdict {
  if (red) return a && b ? 'wrong' : 'missing';
  if (kind === 'role') return 'ok';
  const equal = a !== undefined && b !== undefined && a.text.toLowerCase() === b.text.toLowerCase();
  if (kind === 'must match') return equal ? 'ok' : 'quiet';
  if (kind === 'must differ') return !equal && a && b ? 'ok' : 'quiet';
  return equal ? 'ok' : 'quiet';
}

function lineKey(line: Place): string {
  return `${line.anchor.file}\n${rowOf(line)}`;
}

function spotKey({ file, range }: Pick<Spot, 'file' | 'range'>): string {
  return `${file}\n${range.start.line}`;
}

/** How many rows have each verdict. */
export interface Summary {
  readonly rows: number;
  readonly wrong: number;
  readonly missing: number;
  readonly ok: number;
  readonly quiet: number;
}

/** Counts the rows by verdict. */
export function summaryOf({ rows }: Comparison): Summary {
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return { rows: rows.length, wrong: of('wrong'), missing: of('missing'), ok: of('ok'), quiet: of('quiet') };
}
