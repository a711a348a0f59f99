// The shape of a catalogue entry and of what matching a line against it yields. Entries are data; a match is plain data too
// (commands by id), so that facts can travel between threads.
import type { ViewName } from './views';
import type { Parameter } from './parameters';

/** The `<argument>` names in a vendor notation string, read out by the type system. `Found` makes the recursion a loop. */
export type ArgumentNames<
  Format extends string,
  Found extends string = never,
> = Format extends `${string}<${infer Name}>${infer Rest}` ? ArgumentNames<Rest, Found | Named<Name>> : Found;

/** `&<1-8>` is a count, not an argument. */
type Named<Name extends string> = Name extends `${number}-${number}` ? never : Name;

/**
 * CloudEngine data centre switches, USG firewalls, campus switches with their WLAN controllers; `undocumented` is a form that
 * configurations hold and that the command reference does not have in this view.
 */
export type Dialect = 'cloudengine' | 'usg' | 'campus' | 'undocumented';

/** What every entry says besides its arguments. */
interface Facts {
  /** The views in which it may be typed. */
  readonly views: readonly ViewName[];
  /** Two lines with the same key (words of the notation with their values put in) replace each other: the last one wins. */
  readonly key?: string;
  /**
   * How lines begin that add up: addresses that one of them lists, or a range of them, may as well stand on several. A `*` stands
   * for a number of the line, which tells its addresses from no others.
   */
  readonly adds?: readonly string[];
  /** The view that entering this command opens. */
  readonly opens?: ViewName;
  /** The lines below stand one blank deeper, though they are commands of the same view. */
  readonly nests?: boolean;
  /** One or two sentences of our own: what the command does. */
  readonly summary: string;
  /** What the words of a choice mean, each in a few words of our own. */
  readonly words?: Readonly<Record<string, string>>;
  /** A constraint or caution worth showing in a hover, in our own words. */
  readonly notes?: readonly string[];
  /** The value that holds when the line is absent, as it would be typed. */
  readonly default?: string;
  /** Pages and steps: `000 step 1.7`; or the source named in the domain notes. */
  readonly guide?: readonly string[];
  /** An action (`batch-backup ... now`, `display ...`, `commit`) rather than something a saved file holds. */
  readonly action?: boolean;
  /** Another product line's spelling, or one that no reference has: recognised, never completed, never flagged. */
  readonly dialect?: Dialect;
  /** Lines with carets: see the examples of any entry. They are run as tests. */
  readonly examples?: string;
}

type ParametersOf<Name extends string> = [Name] extends [never]
  ? { readonly parameters?: Readonly<Record<string, never>> }
  : { readonly parameters: { readonly [Key in Name]: Parameter } };

/**
 * What an author writes. `format` and `undo` may hold several lines, one form a line, in the vendor's notation; a row that begins
 * with `|` goes on with the form above it.
 */
export type CommandSource<Format extends string, Undo extends string> = Facts & {
  readonly format: Format;
  /** The irregular `undo` forms, complete with the word `undo`; absent where none is documented. */
  readonly undo?: Undo;
} & ParametersOf<ArgumentNames<Format> | ArgumentNames<Undo>>;

/** An entry of the catalogue as the engines read it, with its id. */
export interface Command extends Facts {
  /** `family.name`, unique in the catalogue: `vrrp6.preemptDelay`. */
  readonly id: string;
  readonly family: string;
  readonly format: string;
  readonly undo?: string;
  readonly parameters: { readonly [name: string]: Parameter };
}

/** A typed handle on an entry: `bound(match, vrrp6.preemptDelay, 'delay-time')` accepts only its own argument names. */
export interface Entry<Name extends string = string> extends Command {
  readonly parameters: { readonly [key in Name]: Parameter };
}

/** An entry before its family has named it. */
export interface Unnamed<Name extends string = string> extends Omit<Entry<Name>, 'id' | 'family'> {
  readonly parameters: { readonly [key in Name]: Parameter };
}

/** Reads the argument names out of the notation: a forgotten or stray parameter does not compile. */
export function command<const Format extends string, const Undo extends string = never>(
  source: CommandSource<Format, Undo>,
): Unnamed<ArgumentNames<Format> | ArgumentNames<Undo>> {
  const { format, undo, parameters = {} } = source;
  return {
    ...source,
    format: withoutBreaks(format),
    ...(undo === undefined ? {} : { undo: withoutBreaks(undo) }),
    parameters,
  } as unknown as Unnamed<ArgumentNames<Format> | ArgumentNames<Undo>>;
}

/** A form that is too long for a row goes on in the next one, which begins with `|`. */
function withoutBreaks(notation: string): string {
  if (!notation.includes('\n')) return notation;
  const found: string[] = [];
  for (const row of notation.split('\n')) {
    const text = row.trimStart();
    if (text.startsWith('|')) found.push(`${found.pop()} ${text}`);
    else found.push(row);
  }
  return found.join('\n');
}

/** Names the entries of one family: `family('vrrp6', { preemptDelay: command({ ... }) })` gives the id `vrrp6.preemptDelay`. */
export function family<const Sources extends Readonly<Record<string, Unnamed<never>>>>(
  name: string,
  sources: Sources,
  all: { readonly dialect?: Dialect } = {},
): { readonly [Key in keyof Sources]: Entry<keyof Sources[Key]['parameters'] & string> } {
  const entries: Record<string, Command> = {};
  for (const [key, source] of Object.entries(sources))
    entries[key] = { ...all, ...source, id: `${name}.${key}`, family: name };
  return entries as { readonly [Key in keyof Sources]: Entry<keyof Sources[Key]['parameters'] & string> };
}

/** A value read from a line. Columns count from the start of the line's text. */
export interface BoundValue {
  /** The argument's name in the notation. */
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a word of the line is. */
export type WordRole =
  | { readonly kind: 'keyword'; readonly keyword: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'unknown' };

/** A value that has the right shape but may not stand there. */
export interface ValueProblem {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `delay-time: 0-10800 s` */
  readonly message: string;
}

/** What may come after the words that were understood. */
export type Expected =
  | { readonly kind: 'keyword'; readonly keyword: string; readonly command: string }
  | { readonly kind: 'value'; readonly name: string; readonly command: string }
  | { readonly kind: 'end'; readonly command: string };

/** How a line fits an entry. */
export interface Match {
  /** The entry's id. */
  readonly command: string;
  readonly undo: boolean;
  /** Every word was understood, no value is out of range and nothing that must follow is missing. */
  readonly complete: boolean;
  /** How many words were understood. */
  readonly reached: number;
  readonly values: readonly BoundValue[];
  readonly roles: readonly WordRole[];
  readonly problems: readonly ValueProblem[];
  /** What was expected where understanding ended. */
  readonly expected: readonly Expected[];
}
