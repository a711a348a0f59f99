// A device after an edit: where the sections that changed declare the same names, only their objects are read, and all else of the
// device stays.
import { sameLists } from '../../text/collections';
import type { Block, Device } from '../device';
import type { MatchedLine, SectionFacts } from '../lines/matched-line';
import { patchedList } from '../incremental/patched-list';
import { patched } from '../incremental/patched-map';
import { NameIndex } from '../references/name-index';
import { namesIn, type SectionNames } from '../references/section-names';
import { isWholeFile } from '../whole-file';
import { traitsOf } from './file-edges';
import { patchedAddresses, patchedGroups, type ChangedInterface } from './interface-indexes';
import type { Objects } from './read-objects';
import { declarationsOf, type SectionDeclarations } from './section-declarations';
import { listKinds, listsOf, objectOf, systemKey, type Kind, type Pieces } from './section-objects';

/** What a device was made of; it goes over to the device that is made of it by an edit. */
export interface Assembly {
  readonly facts: readonly SectionFacts[];
  readonly pieces: Pieces;
}

interface ChangedSection {
  readonly before: SectionDeclarations;
  readonly after: SectionDeclarations;
  readonly names: SectionNames;
}

/** Where more sections changed the device is put together anew. */
const mostChanged = 20;

/**
 * What differs in the device when the changed sections declare the same names in the same order, but for those of interfaces; undefined
 * when they do not.
 */
export function patchOf(
  previous: Device,
  known: Assembly,
  facts: readonly SectionFacts[],
): Partial<Device> | undefined {
  const sections = changedSections(known.facts, facts);
  if (!sections) return undefined;
  const changed = [...sections.values()];
  const renames = renamesOf(known.pieces, changed);
  const views = renames && patchedViews(previous, changed);
  if (!views) return undefined;
  const names = patchedList(previous.names, new Map([...sections].map(([index, section]) => [index, section.names])));
  const touched = replacePieces(known.pieces, changed);
  const patchedObjects = <K extends Kind, Key>(
    kind: K,
    before: ReadonlyMap<Key, Objects[K]>,
    id: (value: Objects[K]) => Key,
    renamed?: ReadonlyMap<Key, Key>,
  ): ReadonlyMap<Key, Objects[K]> => {
    const keys = touched.get(kind);
    if (!keys) return before;
    const after = new Map<Key, Objects[K]>();
    for (const key of keys) {
      const value = objectOf(kind, known.pieces[kind].get(key)!);
      if (before.get(id(value)) !== value) after.set(id(value), value);
    }
    return patched(before, after, renamed);
  };
  const interfaces = patchedObjects('interface', previous.interfaces, ({ key }) => key, renames);
  const couples = changedInterfaces(previous.interfaces, interfaces, touched.get('interface') ?? [], renames);
  return {
    system: patchedSystem(previous, changed),
    views,
    names,
    nameIndex: names === previous.names ? previous.nameIndex : new NameIndex(names),
    interfaces,
    ...(interfaces === previous.interfaces
      ? {}
      : {
          groups: patchedGroups(previous, interfaces, couples),
          addresses: patchedAddresses(previous, interfaces, couples),
        }),
    ...(renames.size === 0 ? {} : { isWholeFile: isWholeFile(traitsOf(facts, { ...previous, interfaces, views })) }),
    services: patchedObjects('rbs', previous.services, ({ key }) => key),
    profiles: patchedObjects('rbp', previous.profiles, ({ key }) => key),
    locations: patchedObjects('location', previous.locations, ({ id }) => id),
    instanceGroups: patchedObjects('instanceGroup', previous.instanceGroups, ({ key }) => key),
    eTrunks: patchedObjects('eTrunk', previous.eTrunks, ({ id }) => id),
    monitorGroups: patchedObjects('monitorGroup', previous.monitorGroups, ({ key }) => key),
    ...(listKinds.some((kind) => touched.has(kind)) ? listsOf(known.pieces) : {}),
  };
}

/**
 * By index the sections that differ; undefined where they do not declare the same names in the same order, but for those of interfaces,
 * or are many.
 */
function changedSections(
  before: readonly SectionFacts[],
  after: readonly SectionFacts[],
): ReadonlyMap<number, ChangedSection> | undefined {
  if (before.length !== after.length) return undefined;
  const changed = new Map<number, ChangedSection>();
  for (let index = 0; index < after.length; index++) {
    const facts = after[index]!;
    if (facts === before[index]) continue;
    const section = {
      before: declarationsOf(before[index]!),
      after: declarationsOf(facts),
      names: namesIn(facts),
    };
    if (changed.size === mostChanged || !isAlike(section.before, section.after)) return undefined;
    changed.set(index, section);
  }
  return changed;
}

/** The same names in the same order, but for those of interfaces, and nothing of what is collected over all sections. */
function isAlike(a: SectionDeclarations, b: SectionDeclarations): boolean {
  const isPlain = ({ sysnames, sslPolicies, returnLine, pieces }: SectionDeclarations) =>
    sysnames.length + sslPolicies.length === 0 && !returnLine && !pieces.some((piece) => piece.undone);
  return (
    isPlain(a) &&
    isPlain(b) &&
    a.firewall === b.firewall &&
    a.versionHeader === b.versionHeader &&
    a.prompted === b.prompted &&
    a.pieces.length === b.pieces.length &&
    a.system.length === b.system.length &&
    sameLists(a.views, b.views, (old, head) => old.opens === head.opens) &&
    a.pieces.every(
      (piece, index) =>
        piece.kind === b.pieces[index]!.kind &&
        (piece.key === b.pieces[index]!.key || piece.kind === 'interface') &&
        piece.goesOn === b.pieces[index]!.goesOn,
    ) &&
    a.system.every((line, index) => systemKey(line) === systemKey(b.system[index]!))
  );
}

/**
 * The interfaces that the changed sections name otherwise, by their keys of before; undefined where the order of objects may be another:
 * an interface has several sections, or the name was there, or NULL0, by which files are told apart, comes or goes.
 */
function renamesOf(pieces: Pieces, changed: readonly ChangedSection[]): ReadonlyMap<string, string> | undefined {
  const renames = new Map<string, string>();
  for (const { before, after } of changed)
    for (const [index, { kind, key: old }] of before.pieces.entries()) {
      const { key } = after.pieces[index]!;
      if (key === old) continue;
      if ([old, key].includes('null0') || pieces[kind].get(old)!.length > 1 || pieces[kind].has(key)) return undefined;
      renames.set(old, key);
    }
  return new Set(renames.values()).size === renames.size ? renames : undefined;
}

/** Puts the pieces of the changed sections in the place of the old ones. Returns the keys of the objects that they make. */
function replacePieces(pieces: Pieces, changed: Iterable<ChangedSection>): ReadonlyMap<Kind, ReadonlySet<string>> {
  const touched = new Map<Kind, Set<string>>();
  for (const { before, after } of changed) {
    before.pieces.forEach((old, index) => {
      const piece = after.pieces[index]!;
      const ofKind = pieces[piece.kind];
      const replaced = ofKind.get(old.key)!.map((each) => (each === old ? piece : each));
      if (piece.key !== old.key) ofKind.delete(old.key);
      ofKind.set(piece.key, replaced);
      const keys = touched.get(piece.kind);
      if (keys) keys.add(piece.key);
      else touched.set(piece.kind, new Set([piece.key]));
    });
  }
  return touched;
}

function patchedSystem(previous: Device, changed: readonly ChangedSection[]): Device['system'] {
  if (!changed.some(({ after }) => after.system.length > 0)) return previous.system;
  const lists = new Map<string, readonly MatchedLine[]>();
  for (const { before, after } of changed) {
    before.system.forEach((old, index) => {
      const key = systemKey(old);
      const list = lists.get(key) ?? previous.system.get(key)!;
      lists.set(key, list.with(list.indexOf(old), after.system[index]!));
    });
  }
  return patched(previous.system, lists);
}

/** The blocks of views that the changed sections open; undefined where one of them goes on from another section. */
function patchedViews(previous: Device, changed: readonly ChangedSection[]): Device['views'] | undefined {
  const lists = new Map<string, readonly Block[]>();
  for (const { before, after } of changed) {
    for (const [index, old] of before.views.entries()) {
      const head = after.views[index]!;
      const list = lists.get(old.opens!) ?? previous.views.get(old.opens!)!;
      const place = list.findIndex(({ heads, lines }) => heads[0] === old && lines === old.lines);
      if (place < 0) return undefined;
      lists.set(old.opens!, list.with(place, { heads: [head], lines: head.lines }));
    }
  }
  return patched(previous.views, lists);
}

/** Those that go by these keys after the edit. */
function changedInterfaces(
  before: Device['interfaces'],
  after: Device['interfaces'],
  keys: Iterable<string>,
  renames: ReadonlyMap<string, string>,
): readonly ChangedInterface[] {
  const olds = new Map([...renames].map(([old, key]) => [key, old]));
  return [...keys].map((key) => ({ before: before.get(olds.get(key) ?? key)!, after: after.get(key)! }));
}
