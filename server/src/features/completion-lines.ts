// Whole lines for the start of a row: the commands that the guide's pages use in a view, as their first example spells them,
// each value a stop to fill in. What the two files already know stands in the stops.
import { catalogue, matchLine, type Command, type ViewName } from '../catalogue/index';
import { words } from '../text/words';

/** A line that is often typed in a view, as a snippet. */
export interface CommonLine {
  readonly command: string;
  readonly keyword: string;
  /** The words in order; a value names its argument. */
  readonly words: readonly { readonly text: string; readonly argument?: string }[];
}

const known = new Map<ViewName, readonly CommonLine[]>();

/** The lines that are often typed in the view. */
export function commonLines(view: ViewName): readonly CommonLine[] {
  let lines = known.get(view);
  if (!lines) {
    lines = catalogue
      .filter(
        (command) =>
          command.views.includes(view) && isCommon(command) && (command.opens === undefined || view === 'system'),
      )
      .flatMap((command) => commonLine(view, command));
    known.set(view, lines);
  }
  return lines;
}

function isCommon(command: Command): boolean {
  return !command.action && !command.dialect && command.guide?.some((source) => /^0[01]\d /.test(source)) === true;
}

function commonLine(view: ViewName, command: Command): CommonLine[] {
  for (const example of (command.examples ?? '').split('\n').map((line) => line.trim())) {
    const split = words(example);
    const match = split.length > 1 && split[0]!.text !== 'undo' ? matchLine(view, split) : undefined;
    if (match?.command !== command.id || !match.complete) continue;
    return [
      {
        command: command.id,
        keyword: split[0]!.text,
        words: split.map((word) => {
          const value = match.values.find((boundValue) => boundValue.start <= word.start && word.end <= boundValue.end);
          return value ? { text: word.text, argument: value.name } : { text: word.text };
        }),
      },
    ];
  }
  return [];
}

/** The line as a person would see it, and as a snippet of the protocol. `best` gives what is known for a value. */
export function filled(
  line: CommonLine,
  best: (argument: string, before: readonly string[]) => string | undefined,
): { readonly label: string; readonly snippet: string } {
  const texts: string[] = [];
  let stops = 0;
  const snippet = line.words.map(({ text, argument }) => {
    const value = argument === undefined ? text : (best(argument, [...texts]) ?? text);
    texts.push(value);
    return argument === undefined ? escaped(value) : `\${${++stops}:${escaped(value)}}`;
  });
  return { label: texts.join(' '), snippet: snippet.join(' ') };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
