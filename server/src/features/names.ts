// Every name in a file: where it is made and where it is used, asked by position or by name.
import { namesIn, type Occurrence } from '../model/references/section-names';
import { rowOf } from '../model/place';
import type { Position } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { sectionAt } from './cursor-context';

export { interfaceOf, isGroup, nameKind, type Occurrence } from '../model/references/section-names';

/** In file order, as they are written. */
export function* occurrences(snapshot: Snapshot): Iterable<Occurrence> {
  for (const { all } of snapshot.device.names) for (const occurrence of all) if (!occurrence.implied) yield occurrence;
}

/** The name at the position. */
export function occurrenceAt(snapshot: Snapshot, position: Position): Occurrence | undefined {
  const section = sectionAt(snapshot, position.line);
  return (
    section &&
    namesIn(section).all.find(
      ({ at, implied }) =>
        !implied && rowOf(at) === position.line && at.start <= position.character && position.character <= at.end,
    )
  );
}

/** Everywhere a name stands in this file, in file order. */
export function standing(snapshot: Snapshot, { kind, key }: Pick<Occurrence, 'kind' | 'key'>): readonly Occurrence[] {
  return snapshot.device.nameIndex.occurrences(kind, key).filter((occurrence) => !occurrence.implied);
}

/** Everywhere the name under the cursor stands in this file, in file order. */
export function sameName(snapshot: Snapshot, position: Position): readonly Occurrence[] {
  const occurrence = occurrenceAt(snapshot, position);
  return occurrence ? standing(snapshot, occurrence) : [];
}
