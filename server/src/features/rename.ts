// A new name everywhere the old one stands: on this device, and on its peers where the same thing has the same name. What
// stands on a peer is marked, so that an editor can ask before it changes a second file.
import { entry, type Parameter } from '../catalogue/index';
import { judge, limits } from '../catalogue/parameters';
import { nameKey } from '../model/names';
import { rangeOf } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { isGroup, occurrenceAt, standing, type Occurrence } from './names';
import { everywhere, madeUp, type Peers } from './peer-references';

/** A new name at one place. */
export interface RenameEdit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
  readonly onPeer: boolean;
}

/** The edits of a renaming, or why it cannot be. */
export interface Renaming {
  readonly edits: readonly RenameEdit[];
}

/** Why a name cannot be changed, in words for a person. */
export interface Refusal {
  readonly reason: string;
}

/** What would be renamed: the stretch of the name without its quotes. */
export function prepareRename(
  snapshot: Snapshot,
  position: Position,
): { readonly range: Range; readonly name: string } | undefined {
  const occurrence = occurrenceAt(snapshot, position);
  if (!occurrence || !madeUp.has(occurrence.kind)) return undefined;
  const { start, end } = rangeOf(occurrence.at);
  const quoted = /^".*"$/.test(occurrence.text) ? 1 : 0;
  return {
    range: {
      start: { ...start, character: start.character + quoted },
      end: { ...end, character: end.character - quoted },
    },
    name: occurrence.text.slice(quoted, occurrence.text.length - quoted),
  };
}

/** `other` gives the snapshot of a peer's file. */
export function rename(snapshot: Snapshot, position: Position, newName: string, other: Peers): Renaming | Refusal {
  const occurrence = occurrenceAt(snapshot, position);
  if (!occurrence || !madeUp.has(occurrence.kind)) return { reason: 'There is no name here that can be renamed.' };
  const plain = newName.trim().replace(/^"(.*)"$/, '$1');
  const places = everywhere(snapshot, occurrence, other);
  for (const { found } of places) {
    const parameter = parameterOf(found);
    const written = spelled(plain, parameter);
    if (
      plain === '' ||
      plain.includes('"') ||
      (parameter && judge(parameter.type, written) !== 'ok') ||
      /^[#!]/.test(plain)
    ) {
      return { reason: `Not a possible name here${parameter ? `: ${limits(parameter)}` : ''}.` };
    }
    if (found.line.prompt !== undefined)
      return { reason: 'A transcript records what was typed: names in it are not changed.' };
  }
  for (const { on, found } of places) {
    const key = newKey(found, plain);
    if (key !== found.key && standing(on, { kind: found.kind, key }).length > 0) {
      return { reason: `${on.device.name} already has the name ${plain}.` };
    }
  }
  return {
    edits: places.map(({ on, found }) => ({
      file: on.file,
      range: rangeOf(found.at),
      newText: spelled(plain, parameterOf(found)),
      onPeer: on.file !== snapshot.file,
    })),
  };
}

function parameterOf(found: Occurrence): Parameter | undefined {
  const { line, at } = found;
  const value = line.match?.values.find((boundValue) => line.start + boundValue.start === at.start);
  return value && entry(line.match!.command)?.parameters[value.name];
}

/** A name with blanks stands in quotes. */
function spelled(plain: string, parameter: Parameter | undefined): string {
  return /\s/.test(plain) && parameter?.type.kind !== 'integer' ? `"${plain}"` : plain;
}

/** A name that belongs to a block or to the word before it stays there. */
function newKey(found: Occurrence, plain: string): string {
  if (isGroup(found.kind)) return `${found.interfaceKey} ${Number(plain)}`;
  return found.key.slice(0, found.key.length - nameKey(found.text).length) + plain.toLowerCase();
}
