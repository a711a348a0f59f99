// One device cut into its outermost views, so that they can be compared view by view: `interface GigabitEthernet0/1/2` is one view,
// however often the file enters it.
import type { Device } from '../model/device';
import { canonicalText } from '../model/lines/canonical-text';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { interfaceKey } from '../model/names';
import { nameOf } from '../model/read/line-values';
import { heads } from '../model/read/read-objects';

/** One named view of a device: all its lines in file order. */
export interface View {
  readonly key: string;
  readonly heads: readonly MatchedLine[];
  readonly lines: readonly MatchedLine[];
}

/** A device's views with their lines, each with a key by which its counterpart is found. */
export interface DeviceViews {
  readonly device: Device;
  /** By `viewKey`, in file order. */
  readonly views: ReadonlyMap<string, View>;
  /** The lines of the system view that open no view. */
  readonly system: readonly MatchedLine[];
  /** The line that opened the view in which a line stands. */
  readonly parents: ReadonlyMap<MatchedLine, MatchedLine>;
}

/** The view that a line opens, by a key that is equal for every way to enter it: `interface gigabitethernet0/1/2`. */
export function viewKey(head: MatchedLine): string {
  const defined = head.match && heads[head.match.command];
  const name = defined && nameOf(head, defined.name)?.value;
  if (!defined || name === undefined) return `${head.opens} ${canonicalText(head)}`;
  switch (defined.kind) {
    case 'interface':
      return keyFor(defined.kind, interfaceKey(name));
    case 'location':
    case 'eTrunk':
      return keyFor(defined.kind, Number(name));
    default:
      return keyFor(defined.kind, name.toLowerCase());
  }
}

/** The key of a view: its kind and its name. */
export function keyFor(kind: string, name: string | number): string {
  return `${kind} ${name}`;
}

// Of a pair only one file changes at a time: the other one is not cut up again.
const known = new WeakMap<Device, DeviceViews>();

/** `facts` is what the file of the device says; it is read once a device. */
export function deviceViews(device: Device, facts: readonly SectionFacts[]): DeviceViews {
  let views = known.get(device);
  if (!views) {
    views = cutIntoViews(device, facts);
    known.set(device, views);
  }
  return views;
}

function cutIntoViews(device: Device, facts: readonly SectionFacts[]): DeviceViews {
  const views = new Map<string, { key: string; heads: MatchedLine[]; lines: MatchedLine[] }>();
  const system: MatchedLine[] = [];
  const parents = new Map<MatchedLine, MatchedLine>();
  for (const section of facts) {
    for (const line of section.lines) {
      if (!line.opens) {
        system.push(line);
        continue;
      }
      addParents(parents, line);
      const key = viewKey(line);
      const view = views.get(key);
      if (!view) {
        views.set(key, { key, heads: [line], lines: [...line.lines] });
        continue;
      }
      // The copy of a head that a section before left open is no line of its own.
      if (line.anchor === section.anchor) view.heads.push(line);
      for (const child of line.lines) view.lines.push(child);
    }
  }
  return { device, views, system, parents };
}

function addParents(parents: Map<MatchedLine, MatchedLine>, head: MatchedLine): void {
  for (const line of head.lines) {
    parents.set(line, head);
    if (line.lines.length > 0) addParents(parents, line);
  }
}
