// The device of a file, from the facts of its sections: blocks of one name are merged, each object is read from its block.
import { push } from '../../text/collections';
import type { Slices } from '../../text/slices';
import type { Block, Device, Encoding, Named } from '../device';
import type { MatchedLine, SectionFacts } from '../lines/matched-line';
import type { Fact } from '../place';
import { patchedList } from '../incremental/patched-list';
import { NameIndex } from '../references/name-index';
import { namesIn, type SectionNames } from '../references/section-names';
import { holdsSeveralDevices, isWholeFile } from '../whole-file';
import { edges, traitsOf } from './file-edges';
import { addressesOf, groupsOf } from './interface-indexes';
import { patchOf, type Assembly } from './patched-device';
import { sameCollections } from './same-collections';
import { declarationsOf, type Piece } from './section-declarations';
import { allOf, listsOf, objectOf, systemKey, type Kind, type Pieces } from './section-objects';

/** What is known of a file before its sections are read. */
export interface DeviceInfo {
  readonly eol: '\r\n' | '\n' | '\r';
  readonly rows: number;
  readonly encoding: Encoding;
  /** The device's name where the file has neither a sysname nor a prompt. */
  readonly fallbackName: string;
}

const assemblies = new WeakMap<Device, Assembly>();

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
      objectOf(kind, pieces);
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
    ...listsOf(pieces),
    sslPolicies,
    system,
    views,
    firewall,
  };
  const kept = previous ? { ...result, ...sameCollections(previous, result) } : result;
  assemblies.set(kept, { facts, pieces });
  return kept;
}

function keyed<Key, Value>(list: readonly Value[], key: (value: Value) => Key): Map<Key, Value> {
  const index = new Map<Key, Value>();
  for (const value of list) index.set(key(value), value);
  return index;
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

/** A view that goes on from the section before is the same block. */
function pushView(views: Map<string, Block[]>, head: MatchedLine, goesOn: boolean): void {
  const list = views.get(head.opens!);
  const before = list?.[list.length - 1];
  if (goesOn && before) list[list.length - 1] = { heads: before.heads, lines: [...before.lines, ...head.lines] };
  else push(views, head.opens!, { heads: [head], lines: head.lines });
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
