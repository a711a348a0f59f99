// The forms of the command that is being typed, with the word that comes next marked in each.
import { entry, expectedAt, matchLine, type Expected, type ViewName } from '../catalogue/index';
import { forms } from '../catalogue/notation';
import type { Position } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { lineAt, typedBefore, viewsAt, type Typed } from './cursor-context';
import { rangeText } from './prose';
import { rowText } from './row-text';

/** The forms of a command, and where in it the cursor is. */
export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** Index of the signature that the words so far fit best. */
  readonly active: number;
}

/** One form of a command. */
export interface Signature {
  /** One form in the vendor's notation. */
  readonly label: string;
  readonly summary: string;
  /** Keywords and arguments in the order of the form, as stretches of the label. */
  readonly parts: readonly SignaturePart[];
  /** Index of the part that comes next; absent where the form is complete. */
  readonly next?: number;
}

/** A word of it, with its range in the label. */
export interface SignaturePart {
  readonly start: number;
  readonly end: number;
  /** What an argument means and its limits; empty for keywords. */
  readonly about: string;
}

const mostForms = 12;

/** The forms that the words before the position fit. */
export function signatureHelp(snapshot: Snapshot, position: Position): SignatureHelp | undefined {
  const row = rowText(snapshot, position.line);
  if (row === undefined) return undefined;
  const typed = typedBefore(row, Math.min(position.character, row.length));
  // At the start of a line every command of the view would be shown; completion does that better.
  if (typed.words.length === 0 || /^[#!]/.test(typed.words[0]!.text)) return undefined;
  for (const view of viewsTypedIn(snapshot, position.line, typed)) {
    const signatures = signaturesIn(view, typed);
    if (signatures.length > 0) return { signatures, active: 0 };
  }
  return undefined;
}

function viewsTypedIn(snapshot: Snapshot, row: number, typed: Typed): ViewName[] {
  const line = typed.prompt ? lineAt(snapshot, row) : undefined;
  return line ? [line.view] : viewsAt(snapshot, row, typed.indent).map((open) => open.view);
}

function signaturesIn(view: ViewName, typed: Typed): Signature[] {
  const partial = typed.partial.toLowerCase();
  const expected = expectedAt(view, typed.words);
  const begun = expected.filter(
    (expected) =>
      expected.kind === 'value' || (expected.kind === 'keyword' && expected.keyword.toLowerCase().startsWith(partial)),
  );
  const shown = begun.length > 0 ? begun : expected;
  const keywords = (matchLine(view, typed.words)?.roles ?? []).flatMap((role) =>
    role.kind === 'keyword' ? [role.keyword] : [],
  );
  const undo = typed.words[0]!.text.toLowerCase() === 'undo';
  const found = new Map<string, Signature>();
  for (const expected of shown) {
    const command = entry(expected.command);
    if (!command) continue;
    const next = tokenOf(expected);
    for (const form of forms(undo ? (command.undo ?? '') : command.format)) {
      const parts = partsOf(form, (name) => {
        const parameter = command.parameters[name];
        return parameter ? `${parameter.doc} ${rangeText(parameter)}`.trim() : '';
      });
      const texts = parts.map((part) => form.slice(part.start, part.end));
      if (!keywords.every((keyword) => texts.includes(keyword)) || (next !== undefined && !texts.includes(next)))
        continue;
      const behind = Math.max(-1, ...keywords.map((keyword) => texts.indexOf(keyword)));
      const after = next === undefined ? -1 : texts.indexOf(next, behind + 1);
      const at = after < 0 && next !== undefined ? texts.indexOf(next) : after;
      const known = found.get(form);
      if (found.size >= mostForms && !known) return [...found.values()];
      // Of several words that may come next in one form the first argument is marked: keywords are offered anyhow.
      const before =
        known?.next === undefined ? undefined : { at: known.next, value: texts[known.next]!.startsWith('<') };
      const value = expected.kind === 'value';
      if (!known || (at >= 0 && (!before || (value !== before.value ? value : at < before.at)))) {
        found.set(form, {
          label: form,
          summary: undo ? `Undoes: ${command.summary}` : command.summary,
          parts,
          ...(at < 0 ? {} : { next: at }),
        });
      }
    }
  }
  return [...found.values()];
}

function tokenOf(expected: Expected): string | undefined {
  if (expected.kind === 'keyword') return expected.keyword;
  return expected.kind === 'value' ? `<${expected.name}>` : undefined;
}

function partsOf(form: string, about: (argument: string) => string): SignaturePart[] {
  return [...form.matchAll(/&<\d+-\d+>|<[^<>]+>|[^\s[\]{}|*<>&]+/g)].flatMap((hit): SignaturePart[] => {
    const [token] = hit;
    if (token.startsWith('&')) return [];
    return [
      {
        start: hit.index,
        end: hit.index + token.length,
        about: token.startsWith('<') ? about(token.slice(1, -1)) : '',
      },
    ];
  });
}
