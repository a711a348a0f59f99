// The catalogue: all entries, how to find one, and how to read a match of it with the entry's own argument names.
import type { BoundValue, Command, Entry, Match } from './command';
import * as families from './commands/index';
import { matcher } from './match';

export * from './commands/index';
export type { BoundValue, Command, Entry, Expected, Match, ValueProblem, WordRole } from './command';
export { isBuiltIn, nameKinds } from './name-kinds';
export { limits, typeKey, type NameKind, type Parameter, type ValueType } from './parameters';
export { promptView, views, type View, type ViewName } from './views';

/** Every entry. */
export const catalogue: readonly Command[] = Object.values(families).flatMap((family) =>
  Object.values<Command>(family),
);

const byId = new Map(catalogue.map((command) => [command.id, command]));

/** The entry of an id such as `vrrp6.preemptDelay`; undefined where there is none. */
export function entry(id: string): Command | undefined {
  return byId.get(id);
}

/**
 * `matchLine` matches one line of a view, `expectedAt` lists what may be typed next in it; both over the whole
 * catalogue (`match.ts`).
 */
export const { matchLine, expectedAt } = matcher(catalogue);

/** True when the line is this command, `undo` or not. */
export function isCommand(match: Match | undefined, handle: Entry<never>): boolean {
  return match !== undefined && match.command === handle.id;
}

/** The value that the line gives to one of the entry's arguments; the first, where it may stand several times. */
export function bound<Name extends string>(
  match: Match,
  handle: Entry<Name>,
  name: NoInfer<Name>,
): BoundValue | undefined {
  return match.command === handle.id ? match.values.find((value) => value.name === name) : undefined;
}

/** All values of an argument that may stand several times. */
export function allBound<Name extends string>(match: Match, handle: Entry<Name>, name: NoInfer<Name>): BoundValue[] {
  return match.command === handle.id ? match.values.filter((value) => value.name === name) : [];
}

/**
 * The entry's key with the values of this line put in: two lines of one view with the same key replace each other.
 * Undefined for commands that may stand several times. Case and the blank inside an interface name do not matter.
 */
export function keyOf(match: Match): string | undefined {
  const key = match.undo ? undefined : byId.get(match.command)?.key;
  return key?.replace(
    /<([^<>]+)>/g,
    (_, name: string) =>
      match.values
        .find((value) => value.name === name)
        ?.text.replace(/\s+/g, '')
        .toLowerCase() ?? '',
  );
}
