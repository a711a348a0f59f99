// The device of a file, from the facts of its sections: blocks of one name are merged, each object is read from its block.
// After an edit only the objects of the sections that changed are read; the indexes of the others are taken over.
import { push, sameLists } from '../../text/collections';
import type { Slices } from '../../text/slices';
import type { Block, Device, Encoding, Group, Interface, Named } from '../device';
import type { MatchedLine, SectionFacts } from '../lines/matched-line';
import { rowOf, type Fact } from '../place';
import { placeOfValue } from '../incremental/index-view';
import { patchedList, patchedListAs } from '../incremental/patched-list';
import { haveSameKeys, patched, patchedAs } from '../incremental/patched-map';
import { NameIndex } from '../references/name-index';
import { namesIn, type SectionNames } from '../references/section-names';
import { holdsSeveralDevices, isWholeFile, type FileTraits } from '../whole-file';
import { declarationsOf, type SectionDeclarations, type Piece } from './section-declarations';
import { readers, type Objects } from './read-objects';

/** What is known of a file before its sections are read. */
export interface DeviceInfo {
  readonly eol: '\r\n' | '\n' | '\r';
  readonly rows: number;
  readonly encoding: Encoding;
  /** The device's name where the file has neither a sysname nor a prompt. */
  readonly fallbackName: string;
}

type Kind = keyof Objects;
type Pieces = Record<Kind, Map<string, readonly Piece[]>>;

/** What a device was made of; it goes over to the device that is made of it by an edit. */
interface Assembly {
  readonly facts: readonly SectionFacts[];
  readonly pieces: Pieces;
}

const assemblies = new WeakMap<Device, Assembly>();
const objects = new WeakMap<MatchedLine, { readonly pieces: readonly Piece[]; readonly value: unknown }>();

/** `previous`: the device of the same file before an edit, whose facts are not used any more. */
export function device(file: string, facts: readonly SectionFacts[], info: DeviceInfo, previous?: Device): Device {
  const known = previous && assemblies.get(previous);
  const patch = known && patchOf(previous, known, facts);
  if (known && patch) {
    assemblies.delete(previous);
    const device: Device = { ...previous, ...patch, ...info, file, name: previous.name, ...edges(facts) };
    assemblies.set(device, { facts, pieces: known.pieces });
    return device;
  }
  return assembled(file, facts, info, previous);
}

/**
 * The device of a long file, in slices of about so many rows. What is made of a section or an object is remembered with it; behind
 * the slices the device is put together of what is there.
 */
export function* deviceInSlices(
  file: string,
  facts: readonly SectionFacts[],
  info: DeviceInfo,
  rowsAtOnce: number,
): Slices<Device> {
  const merged = new MergedSections();
  let left = rowsAtOnce;
  for (const section of facts) {
    merged.add(section);
    namesIn(section);
    left -= section.all.length;
    if (left > 0) continue;
    left = rowsAtOnce;
    yield;
  }
  for (const [kind, lists] of Object.entries(merged.pieces) as [Kind, Pieces[Kind]][]) {
    for (const pieces of lists.values()) {
      object(kind, pieces);
      left -= pieces.reduce((sum, piece) => sum + piece.head.lines.length, 1);
      if (left > 0) continue;
      left = rowsAtOnce;
      yield;
    }
  }
  return assembled(file, facts, info);
}

function assembled(file: string, facts: readonly SectionFacts[], info: DeviceInfo, previous?: Device): Device {
  const merged = new MergedSections();
  for (const section of facts) merged.add(section);
  const { pieces, views, sysnames, sslPolicies, system, firewall, prompted } = merged;
  const all = <K extends Kind>(kind: K) => allOf(pieces, kind);
  const interfaces = keyed(all('interface'), ({ key }) => key);
  const traits = traitsOf(facts, { interfaces, views, sysname: sysnames[0], otherSysnames: sysnames.slice(1) });
  const result: Device = {
    file,
    ...info,
    ...edges(facts),
    ...namesOf(facts, previous),
    isWholeFile: isWholeFile(traits),
    holdsSeveralDevices: holdsSeveralDevices(traits),
    name: sysnames[0]?.value ?? prompted ?? info.fallbackName,
    sysname: traits.sysname,
    otherSysnames: traits.otherSysnames,
    interfaces,
    groups: groupsOf(interfaces),
    addresses: addressesOf(interfaces, previous?.addresses),
    services: keyed(all('rbs'), ({ key }) => key),
    profiles: keyed(all('rbp'), ({ key }) => key),
    locations: keyed(all('location'), ({ id }) => id),
    instanceGroups: keyed(all('instanceGroup'), ({ key }) => key),
    eTrunks: keyed(all('eTrunk'), ({ id }) => id),
    monitorGroups: keyed(all('monitorGroup'), ({ key }) => key),
    ...lists(pieces),
    sslPolicies,
    system,
    views,
    firewall,
  };
  const kept = previous ? { ...result, ...sameCollections(previous, result) } : result;
  assemblies.set(kept, { facts, pieces });
  return kept;
}

/** What tells a whole file from an excerpt. */
function traitsOf(
  facts: readonly SectionFacts[],
  { interfaces, views, sysname, otherSysnames }: Omit<FileTraits, 'hasVersionHeader' | 'hasReturn'>,
): FileTraits {
  return {
    interfaces,
    views,
    sysname,
    otherSysnames,
    hasVersionHeader: facts.slice(0, 3).some((section) => section.versionHeader),
    hasReturn: returnLineOf(facts) !== undefined,
  };
}

/** What the sections of a file declare, put together by name. */
class MergedSections {
  readonly pieces: Pieces = {
    interface: new Map(),
    rbs: new Map(),
    rbp: new Map(),
    pool4: new Map(),
    pool6: new Map(),
    location: new Map(),
    instanceGroup: new Map(),
    'ds-lite': new Map(),
    nat: new Map(),
    nat64: new Map(),
    eTrunk: new Map(),
    bfd: new Map(),
    monitorGroup: new Map(),
    ssl: new Map(),
  };
  readonly system = new Map<string, MatchedLine[]>();
  readonly views = new Map<string, Block[]>();
  readonly sysnames: Fact<string>[] = [];
  readonly sslPolicies = new Map<string, Named>();
  firewall = false;
  prompted: string | undefined;

  add(section: SectionFacts): void {
    const declared = declarationsOf(section);
    for (const piece of declared.pieces) {
      if (piece.undone) this.pieces[piece.kind].delete(piece.key);
      else push(this.pieces[piece.kind] as Map<string, Piece[]>, piece.key, piece);
    }
    for (const line of declared.system) push(this.system, systemKey(line), line);
    for (const line of declared.views) pushView(this.views, line, line.anchor !== section.anchor);
    this.sysnames.push(...declared.sysnames);
    for (const policy of declared.sslPolicies)
      if (!this.sslPolicies.has(policy.key)) this.sslPolicies.set(policy.key, policy);
    this.firewall ||= declared.firewall;
    this.prompted ??= declared.prompted;
  }
}

/** The names of each section; of as many sections as before the edit, the list of before with the sections that differ. */
function namesOf(facts: readonly SectionFacts[], previous: Device | undefined): Pick<Device, 'names' | 'nameIndex'> {
  if (previous?.names.length !== facts.length) {
    const names = facts.map(namesIn);
    return { names, nameIndex: new NameIndex(names) };
  }
  const changed = new Map<number, SectionNames>();
  for (let index = 0; index < facts.length; index++) {
    const names = namesIn(facts[index]!);
    if (names !== previous.names[index]) changed.set(index, names);
  }
  const names = patchedList(previous.names, changed);
  return { names, nameIndex: names === previous.names ? previous.nameIndex : new NameIndex(names) };
}

/** Collections of the same objects in the same order: those of the device before the edit. */
function sameCollections(previous: Device, device: Device): Partial<Device> {
  const kept: Record<string, unknown> = {};
  for (const field of [
    'interfaces',
    'groups',
    'services',
    'profiles',
    'pools',
    'locations',
    'instanceGroups',
    'instances',
    'eTrunks',
    'bfdSessions',
    'monitorGroups',
    'otherSysnames',
    'sslPolicies',
  ] as const) {
    if (sameEntries<unknown, unknown>(previous[field], device[field])) kept[field] = previous[field];
  }
  // What indexes know of the others holds where an interface has another name.
  kept.interfaces ??= patchedAs(previous.interfaces, device.interfaces);
  const addresses = patchedAs(previous.addresses, device.addresses);
  if (haveSameKeys(previous.addresses, addresses)) kept.addresses = addresses;
  kept.groups ??= patchedListAs(previous.groups, device.groups);
  if (sameEntries(previous.system, device.system, sameMembers)) kept.system = previous.system;
  if (sameEntries(previous.views, device.views, (left, right) => sameLists(left, right, sameBlock)))
    kept.views = previous.views;
  return kept;
}

function sameMembers<Value>(left: readonly Value[], right: readonly Value[]): boolean {
  return sameLists(left, right, Object.is);
}

function sameBlock(left: Block, right: Block): boolean {
  return sameMembers(left.heads, right.heads) && sameMembers(left.lines, right.lines);
}

function sameEntries<Key, Value>(
  left: { entries(): IterableIterator<[Key, Value]> },
  right: { entries(): IterableIterator<[Key, Value]> },
  same: (left: Value, right: Value) => boolean = Object.is,
): boolean {
  const others = right.entries();
  for (const [key, value] of left.entries()) {
    const other = others.next();
    if (other.done || other.value[0] !== key || !same(value, other.value[1])) return false;
  }
  return others.next().done === true;
}

interface ChangedSection {
  readonly before: SectionDeclarations;
  readonly after: SectionDeclarations;
  readonly names: SectionNames;
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

/** Where more sections changed the device is put together anew. */
const mostChanged = 20;

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

/**
 * What differs in the device when the changed sections declare the same names in the same order, but for those of interfaces; undefined
 * when they do not.
 */
function patchOf(previous: Device, known: Assembly, facts: readonly SectionFacts[]): Partial<Device> | undefined {
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
      const value = object(kind, known.pieces[kind].get(key)!);
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
    ...(listKinds.some((kind) => touched.has(kind)) ? lists(known.pieces) : {}),
  };
}

const listKinds: readonly Kind[] = ['pool4', 'pool6', 'ds-lite', 'nat', 'nat64', 'bfd'];

function lists(pieces: Pieces): Pick<Device, 'pools' | 'instances' | 'bfdSessions'> {
  return {
    pools: [...allOf(pieces, 'pool4'), ...allOf(pieces, 'pool6')],
    instances: [...allOf(pieces, 'ds-lite'), ...allOf(pieces, 'nat'), ...allOf(pieces, 'nat64')],
    bfdSessions: allOf(pieces, 'bfd'),
  };
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

/** Where the file's first and last lines are. */
function edges(facts: readonly SectionFacts[]): Pick<Device, 'firstLine' | 'endRow'> {
  const first = facts.find((section) => section.all.length > 0);
  return {
    firstLine: first?.all[0],
    endRow: endRow(facts[facts.length - 1], returnLineOf(facts)),
  };
}

/** The `return` that closes the file. */
function returnLineOf(facts: readonly SectionFacts[]): MatchedLine | undefined {
  const last = facts.findLast((section) => declarationsOf(section).commands);
  return last && declarationsOf(last).returnLine;
}

function endRow(last: SectionFacts | undefined, returnLine: MatchedLine | undefined): number {
  if (returnLine) return rowOf(returnLine);
  return last ? last.anchor.row + last.filled : 0;
}

function groupsOf(interfaces: Device['interfaces']): Device['groups'] {
  const groups: Device['groups'][number][] = [];
  for (const port of interfaces.values()) groups.push(...port.groups);
  return groups;
}

/** An interface before an edit and after it. */
interface ChangedInterface {
  readonly before: Interface;
  readonly after: Interface;
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

/** The same list with the groups of these interfaces replaced, where each has as many as before. */
function patchedGroups(
  previous: Device,
  interfaces: Device['interfaces'],
  changed: readonly ChangedInterface[],
): Device['groups'] {
  const replaced = new Map<number, Group>();
  for (const { before: of, after: by } of changed) {
    const [before, after] = [of.groups, by.groups];
    if (before.length !== after.length) return groupsOf(interfaces);
    before.forEach((group, index) => replaced.set(placeOfValue(previous.groups, group)!, after[index]!));
  }
  return patchedList(previous.groups, replaced);
}

interface Owner {
  readonly interface: Interface;
  readonly address: Interface['addresses'][number];
}

/** Owners that are the same as in `previous` are the same list. */
function addressesOf(interfaces: Device['interfaces'], previous?: Device['addresses']): Device['addresses'] {
  const addresses = new Map<string, readonly Owner[]>();
  const shared = new Set<string>();
  for (const port of interfaces.values()) {
    for (const address of port.addresses) {
      const { key } = address.prefix.address;
      const others = addresses.get(key);
      const before = previous?.get(key)?.find((owner) => owner.address === address && owner.interface === port);
      const owner = before ?? { interface: port, address };
      if (others) {
        shared.add(key);
        addresses.set(key, [...others, owner]);
      } else addresses.set(key, before && previous!.get(key)!.length === 1 ? previous!.get(key)! : [owner]);
    }
  }
  for (const key of shared) {
    const before = previous?.get(key);
    const owners = addresses.get(key)!;
    if (before?.length === owners.length && owners.every((owner, index) => owner === before[index]))
      addresses.set(key, before);
  }
  return addresses;
}

/** The same index with other objects behind the addresses of these interfaces. */
function patchedAddresses(
  previous: Device,
  interfaces: Device['interfaces'],
  changed: readonly ChangedInterface[],
): Device['addresses'] {
  const keysOf = (port: Interface) => port.addresses.map(({ prefix }) => prefix.address.key);
  if (changed.some(({ before, after }) => keysOf(before).join() !== keysOf(after).join()))
    return addressesOf(interfaces, previous.addresses);
  const addresses = new Map<string, readonly Owner[]>();
  for (const { before, after } of changed) {
    before.addresses.forEach((old, index) => {
      const address = after.addresses[index]!;
      const { key } = address.prefix.address;
      addresses.set(
        key,
        (addresses.get(key) ?? previous.addresses.get(key)!).map((candidate) =>
          candidate.interface === before && candidate.address === old ? { interface: after, address } : candidate,
        ),
      );
    });
  }
  return patched(previous.addresses, addresses);
}

function keyed<Key, Value>(list: readonly Value[], key: (value: Value) => Key): Map<Key, Value> {
  const index = new Map<Key, Value>();
  for (const value of list) index.set(key(value), value);
  return index;
}

function allOf<K extends Kind>(pieces: Pieces, kind: K): Objects[K][] {
  return [...pieces[kind].values()].map((list) => object(kind, list));
}

/** The command's id; lines the catalogue does not know stand together by their first two words. */
function systemKey(line: MatchedLine): string {
  return line.match?.command ?? line.text.split(/\s+/, 2).join(' ').toLowerCase();
}

/** A view that goes on from the section before is the same block. */
function pushView(views: Map<string, Block[]>, head: MatchedLine, goesOn: boolean): void {
  const list = views.get(head.opens!);
  const before = list?.[list.length - 1];
  if (goesOn && before) list[list.length - 1] = { heads: before.heads, lines: [...before.lines, ...head.lines] };
  else push(views, head.opens!, { heads: [head], lines: head.lines });
}

/** The object of these pieces; kept while it is made of the same ones. */
function object<K extends Kind>(kind: K, pieces: readonly Piece[]): Objects[K] {
  const key = pieces[0]!.head;
  const kept = objects.get(key);
  if (kept && kept.pieces.length === pieces.length && kept.pieces.every((piece, index) => piece === pieces[index]))
    return kept.value as Objects[K];
  const value = derive(kind, pieces);
  objects.set(key, { pieces, value });
  return value;
}

function derive<K extends Kind>(kind: K, pieces: readonly Piece[]): Objects[K] {
  const block: Block = {
    heads: pieces.filter((piece, index) => index === 0 || !piece.goesOn).map((piece) => piece.head),
    lines: pieces.length === 1 ? pieces[0]!.head.lines : pieces.flatMap((piece) => piece.head.lines),
  };
  const { name, key } = pieces[0]!;
  return readers[kind](block, name, key);
}
