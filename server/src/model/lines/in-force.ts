// The lines of a view that hold in the end: a script may set a value and undo it again.
import { entry } from '../../catalogue';
import type { Match } from '../../catalogue/command';
import { getOrAdd, sameLists } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { canonicalText } from './canonical-text';
import { isRead, type MatchedLine } from './matched-line';
import { valueKey } from './value-key';

/**
 * The lines that no `undo` behind them takes back. An `undo` takes back the lines of its command before it whose values are those
 * it names; it stays itself, for what it says (`undo shutdown`). Many rules ask it of the same lines.
 */
export function inForce(lines: readonly MatchedLine[]): readonly MatchedLine[] {
  return lines.some(({ match }) => match?.undo) ? withoutUndone(lines) : lines;
}

const withoutUndone = memoizeByObject((lines: readonly MatchedLine[]): readonly MatchedLine[] => {
  let undos: Undos | undefined;
  let gone: Set<number> | undefined;
  // From the end, since an `undo` takes back what stands before it.
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!;
    const { match } = line;
    if (!match) continue;
    if (!match.undo) {
      if (undos?.takeBack(match)) (gone ??= new Set()).add(at);
    } else if (isRead(match)) (undos ??= new Undos()).add(match, undoOfGroup.test(canonicalText(line)));
  }
  return gone ? lines.filter((_, at) => !gone.has(at)) : lines;
});

const undoOfGroup = /^undo vrrp6? vrid \d+$/;

/** Undos of a view, by what they take back: a script may hold thousands. */
class Undos {
  private readonly ofCommand = new Map<string, UndosAlike[]>();
  /** `undo vrrp vrid 1` takes the whole group back, and so every line of the family that names it. */
  private readonly ofFamily = new Map<string, ValueTree>();

  add(undo: Match, wholeGroup: boolean): void {
    if (wholeGroup) addValues(getOrAdd(this.ofFamily, familyOf(undo), newTree), undo);
    else addValues(this.alike(undo).values, undo);
  }

  private alike(undo: Match): UndosAlike {
    const list = getOrAdd(this.ofCommand, undo.command, (): UndosAlike[] => []);
    const keywords = keywordsOf(undo);
    const known = list.find((alike) => sameLists(alike.keywords, keywords));
    if (known) return known;
    const alike = { keywords, values: newTree() };
    list.push(alike);
    return alike;
  }

  /** Whether one of them takes the line back. */
  takeBack(line: Match): boolean {
    const family = this.ofFamily.get(familyOf(line));
    const alike = this.ofCommand.get(line.command);
    if (!family && !alike) return false;
    const values = valuesOf(line);
    if (family && holdsSome(family, values)) return true;
    const keywords = new Set(keywordsOf(line));
    // `undo ipv6 nd ra halt` leaves `ipv6 nd ra prefix` as it is.
    return (
      alike?.some(
        (undos) => undos.keywords.every((keyword) => keywords.has(keyword)) && holdsSome(undos.values, values),
      ) ?? false
    );
  }
}

/** Undos of one command with the same keywords: as few as the command has forms. */
interface UndosAlike {
  readonly keywords: readonly string[];
  readonly values: ValueTree;
}

/** Lists of values, each a way down from the top; what two lists begin with is there once. */
interface ValueTree {
  isEnd: boolean;
  readonly next: Map<string, ValueTree>;
}

function newTree(): ValueTree {
  return { isEnd: false, next: new Map() };
}

function addValues(tree: ValueTree, undo: Match): void {
  let node = tree;
  for (const value of valuesOf(undo)) node = getOrAdd(node.next, value, newTree);
  node.isEnd = true;
}

/** Whether all values of one of the lists are among these. */
function holdsSome(tree: ValueTree, values: readonly string[], from = 0): boolean {
  if (tree.isEnd) return true;
  if (tree.next.size === 0) return false;
  for (let at = from; at < values.length; at++) {
    const next = tree.next.get(values[at]!);
    if (next && holdsSome(next, values, at + 1)) return true;
  }
  return false;
}

/** Each value with its name, in one order and once, however it is spelled. */
function valuesOf({ command, values }: Match): readonly string[] {
  const parameters = entry(command)?.parameters;
  const named = values.map(({ name, text }) => {
    const kind = parameters?.[name]?.type.kind;
    // A mask and its length are two arguments that say one thing.
    return `${kind === 'ipv4-mask' ? 'mask-length' : name} ${valueKey(text, kind)}`;
  });
  return [...new Set(named)].sort();
}

function keywordsOf({ roles }: Match): readonly string[] {
  return [...new Set(roles.flatMap((role) => (role.kind === 'keyword' ? [role.keyword] : [])))];
}

function familyOf({ command }: Match): string {
  return command.slice(0, command.indexOf('.'));
}
