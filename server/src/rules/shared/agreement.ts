// How a rule speaks about what the engine of agreement finds: one finding a difference, with the values of both devices and what
// follows. The table of the catalogue says what is compared where (catalogue/agreement.ts).
import { checkedBy, nameLength, type Agreement, type Subject } from '../../catalogue/agreement';
import { couplesOf, unitOf, type Couple, type End } from '../../model/agreement/couples';
import { disagree, disagreements, isSet, type Disagreement, type Value } from '../../model/agreement/disagreements';
import type { Pair, Side } from '../../model/pairing/pair';
import { differingBindings } from '../../model/services/bindings';
import { withoutSecrets } from '../../model/secrets';
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Place } from '../../model/place';
import type { Difference } from '../../diagnostics/exchanged';
import { eachOf, type Fix, type PairRule, type RawFinding, type RulePart } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { differenceFixes, isRefused } from './same-configuration';

type Checked = ReturnType<typeof checkedBy>;

/** What a rule of the table is made of: a part for each of its subjects, all of them at once, and the fixes. */
export function agreementRule(rule: string): Pick<PairRule<Disagreement>, 'check' | 'parts' | 'fix'> {
  const checked = checkedBy(rule);
  const subjects = [...new Set<Subject>(checked.map((item) => item.subject))];
  const parts = subjects.map((subject): RulePart<Pair, Disagreement> => {
    const ofSubject = checked.filter((item) => item.subject === subject);
    const couples = couplesOf[subject];
    if (typeof couples === 'object')
      return eachOf(couples.units, (pair, unit) => findingsOf(ofSubject, couples.couples(pair, unit)), {
        followsReads: true,
      });
    const differing = differingBindings((left, right) =>
      ofSubject.some(({ agreement }) => disagree(left, right, agreement)),
    );
    return {
      independentPer: unitOf[subject],
      check: (pair) => findingsOf(ofSubject, couples(pair, differing)),
    };
  });
  return {
    *check(pair) {
      for (const part of parts) yield* part.check(pair);
    },
    parts,
    fix: agreementFixes,
  };
}

function* findingsOf(checked: Checked, couples: Iterable<Couple>): Iterable<RawFinding<Disagreement>> {
  for (const couple of couples) {
    for (const { agreement, check } of checked)
      for (const found of disagreements(couple, agreement, check)) yield findingOf(found);
  }
}

/** At the end that lacks the value, or that should lack it, else at the second device. */
function findingOf(found: Disagreement): RawFinding<Disagreement> {
  const side = (side: Side) => ({ end: found.couple[side], value: found[side] });
  const isOfB = found.agreement.neverAdded ? found.b !== undefined : found.a !== undefined;
  const [here, there] = isOfB ? [side('b'), side('a')] : [side('a'), side('b')];
  return {
    at: here.value?.at ?? lackingAt(found.agreement, here.end),
    message: messageOf(found, here.end, here.value, there.end, there.value),
    severity: found.severity,
    peer: {
      at: there.value?.at ?? lackingAt(found.agreement, there.end),
      message: messageOf(found, there.end, there.value, here.end, here.value),
    },
    differs: differenceOf(found),
    facts: found,
  };
}

/** Values of whole lines may have been exchanged; a key is never shown, nor written by a fix. */
function differenceOf({ agreement, consequence, couple, a, b }: Disagreement): Difference | undefined {
  if (!a?.line || !b?.line || agreement.compared === 'key') return undefined;
  if (agreement.compared === 'vpn' && couple.a.interface) return undefined;
  const end = (end: End, { key, line, at }: Value) => {
    const isPart = at.row === line!.row && at.anchor === line!.anchor;
    const text = isPart ? line!.text.slice(at.start - line!.start, at.end - line!.start) : key;
    return { device: end.device.name, of: end.name, text, key, places: [at] };
  };
  return {
    what: agreement.called ?? (typeof agreement.of === 'string' ? agreement.of : agreement.of.format),
    consequence: consequence ?? 'each has what is meant for the other',
    a: end(couple.a, a),
    b: end(couple.b, b),
  };
}

/** Where a value is missing: the line that should hold it, else what the lines stand in. */
function lackingAt(agreement: Agreement, end: End): Place {
  const { of, behind, compared } = agreement;
  if (compared === 'flag') {
    const isMeant = (line: MatchedLine) =>
      nameLength(agreement, line.match?.command, canonicalText(line).split(' ')) !== undefined;
    return end.block.lines.find(isMeant) ?? end.at;
  }
  const id = behind === undefined || typeof of === 'string' ? undefined : of.id;
  return end.block.lines.find((line) => line.match !== undefined && line.match.command === id) ?? end.at;
}

function messageOf(
  { agreement, consequence }: Disagreement,
  self: End,
  own: Value | undefined,
  other: End,
  peerValue: Value | undefined,
): string {
  const called = agreement.called ?? (typeof agreement.of === 'string' ? agreement.of : agreement.of.format);
  const outcome = consequence === undefined ? '' : `: ${consequence}`;
  const start = `${self.device.name}: ${self.name} has`;
  if (agreement.compared === 'key' && own && peerValue)
    return `${start} another ${called} than on ${other.device.name}${outcome}`;
  const shown = (value: Value | undefined) => value?.shown ?? defaultOf(agreement.absent);
  const [ownText, peerText] = [shown(own), shown(peerValue)];
  if (ownText === undefined && peerText === undefined) return `${start} no ${called}${outcome}`;
  if (isSet(agreement) && !(own && peerValue))
    return own
      ? `${start} ${valued(called, own.shown)}, unlike ${other.device.name}${outcome}`
      : `${start} no ${valued(called, peerText)}, unlike ${other.device.name}${outcome}`;
  // Here there is but one edit.
  const edit = agreement.neededBySubInterface ? '; add the line' : '';
  return ownText === undefined
    ? `${start} no ${called}, ${other.device.name} ${peerText}${outcome}${edit}`
    : `${start} ${called} ${ownText}, ${other.device.name} ${peerText ?? 'none'}${outcome}`;
}

/** A line of which only counts that it is there has no value. */
function valued(called: string, shown = ''): string {
  return shown === '' ? called : `${called} ${shown}`;
}

/** Where releases differ in it, no value is named. */
function defaultOf(absent: readonly string[] | undefined): string | undefined {
  if (absent === undefined || absent.length === 0) return undefined;
  return absent.length === 1 ? `${absent[0]} by default` : 'the default';
}

/** Both directions: a person chooses which device is right. A key is never written by a fix. */
function agreementFixes({ agreement, couple, a, b }: Disagreement): readonly Fix[] {
  // An interface that is put into a VPN instance loses its addresses: that is more than a line.
  if (agreement.compared === 'vpn' && couple.a.interface && !(a && b)) return [];
  if (agreement.behind !== undefined && agreement.compared !== 'key')
    return fixesBehind(agreement.behind, couple, a, b);
  if (agreement.compared === 'key' || (!a?.line && !b?.line) || (a && !a.line) || (b && !b.line)) return [];
  // A fix of a whole line would carry what is secret in it to the other device.
  if ([a, b].some((value) => value?.line && withoutSecrets(value.line) !== value.line.text)) return [];
  const difference = { a: a?.line, b: b?.line };
  const { neverAdded, neverRemoved } = agreement;
  return differenceFixes({ a: couple.a, b: couple.b, difference, neverAdded, neverRemoved });
}

/** The value is one word of a line that also holds what is the device's own: that word alone is written, or taken out. */
function fixesBehind(word: string, couple: Disagreement['couple'], a?: Value, b?: Value): Fix[] {
  const use = (from: Value | undefined, to: Value | undefined, model: End, changed: End): Fix[] => {
    if (!from) return to?.line ? [without(word, to, changed)] : [];
    if (from.line && isRefused(from.line) && !(to?.line && isRefused(to.line))) return [];
    const title = `Use ${word} ${from.shown} on ${changed.device.name}, as on ${model.device.name}`;
    const lacking = changed.block.lines.find((line) => line.match?.command === from.line?.match?.command);
    if (to) return [{ title, edits: [replace(to.at, from.shown)], safe: false }];
    if (!lacking) return [];
    return [{ title, edits: [replace({ ...lacking, start: lacking.end }, ` ${word} ${from.shown}`)], safe: false }];
  };
  return [...use(a, b, couple.a, couple.b), ...use(b, a, couple.b, couple.a)].sort(
    (x, y) => Number(x.title.startsWith('Take')) - Number(y.title.startsWith('Take')),
  );
}

function without(word: string, { at, line }: Value, { device }: End): Fix {
  const before = line!.text.slice(0, at.start - line!.start).trimEnd();
  const keyword = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t')) + 1;
  const start = line!.start + before.slice(0, keyword).trimEnd().length;
  return { title: `Take ${word} away on ${device.name}`, edits: [replace({ ...at, start }, '')], safe: false };
}
