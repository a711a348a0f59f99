// All names of a device, asked by name: where it is made, where it is used. By index over the sections that hold it, so that neither a
// question nor an edit follows the number of names.
import { nameKinds, type NameKind } from '../../catalogue';
import { readByParts, type CollectionReads } from '../incremental/collection-reads';
import { listIndex } from '../incremental/index-view';
import { observedList } from '../incremental/observed-list';
import {
  isDefinition,
  nameId,
  occurrencesIn,
  occurrencesOf,
  spelledId,
  type Occurrence,
  type SectionNames,
} from './section-names';

const idsMade = (names: SectionNames): readonly string[] => [...names.defined];
const idsNamed = (names: SectionNames): readonly string[] => names.all.map(({ kind, key }) => nameId(kind, key));
// A section may hold thousands of names: who asks for one looks at its own places alone.
readByParts(idsMade, occurrencesOf);
readByParts(idsNamed, occurrencesOf);

/** Sections by the ids of names they make, by those they make or use, and by kinds they use. */
export const sectionsMaking = listIndex(idsMade);
/** Sections by the names that stand in them. */
export const sectionsNaming = listIndex(idsNamed);
/** Sections by the names that they use without defining them. */
export const sectionsUsing = listIndex((names: SectionNames) => [...names.used]);
const sectionsMakingKind = listIndex((names: SectionNames) =>
  names.all.flatMap((occurrence) => (occurrence.defines && !occurrence.undone ? [occurrence.kind] : [])),
);

/** What is known of the names of a device; the same object while no line with a name changed. */
export class NameIndex {
  /** `sections`: the names of each section of the device, in file order. */
  constructor(private readonly sections: readonly SectionNames[]) {}

  /** The same index, noting in `reads` what is asked of it. */
  observed(reads: CollectionReads): NameIndex {
    return new NameIndex(observedList(this.sections, reads));
  }

  isDefined(kind: NameKind, key: string): boolean {
    return sectionsMaking(this.sections, undefined).has(nameId(kind, key));
  }

  /** Whether the file makes the very name: where case matters (`isCaseSensitive`), in these letters. */
  isMade(name: Pick<Occurrence, 'kind' | 'key' | 'text'>): boolean {
    if (!nameKinds[name.kind].isCaseSensitive) return this.isDefined(name.kind, name.key);
    return sectionsMaking(this.sections, undefined).has(spelledId(name));
  }

  /** Whether the file defines any name of the kind. */
  definesAny(kind: NameKind): boolean {
    return sectionsMakingKind(this.sections, undefined).has(kind);
  }

  /** Where names of the kind are defined, in file order. */
  definitions(kind: NameKind): readonly Occurrence[] {
    return sectionsMakingKind(this.sections, undefined)
      .get(kind)
      .flatMap(({ all }) => all.filter((occurrence) => occurrence.kind === kind && isDefinition(occurrence)));
  }

  /** The first name of the kind that is made, in file order. */
  firstMade(kind: NameKind): Occurrence | undefined {
    for (const { all } of sectionsMakingKind(this.sections, undefined).get(kind)) {
      const found = all.find((occurrence) => occurrence.kind === kind && isDefinition(occurrence));
      if (found) return found;
    }
    return undefined;
  }

  /** Where names of the kind are used that the file does not make, in file order. */
  *lacking(kind: NameKind): Iterable<Occurrence> {
    for (const { all } of sectionsUsing(this.sections, undefined).get(kind))
      for (const occurrence of all)
        if (
          occurrence.kind === kind &&
          !occurrence.defines &&
          !occurrence.undone &&
          !this.isDefined(kind, occurrence.key)
        )
          yield occurrence;
  }

  /** Everywhere the name stands, in file order. */
  occurrences(kind: NameKind, key: string): readonly Occurrence[] {
    return sectionsNaming(this.sections, undefined)
      .get(nameId(kind, key))
      .flatMap((names) => occurrencesIn(names, kind, key));
  }

  /** Where the name is made, in file order; does not follow how often it is used. */
  definitionsOf(kind: NameKind, key: string): readonly Occurrence[] {
    return sectionsMaking(this.sections, undefined)
      .get(nameId(kind, key))
      .flatMap((names) => occurrencesIn(names, kind, key).filter(isDefinition));
  }
}
