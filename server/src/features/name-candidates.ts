// Names to fill a line with: the first of each kind that the file makes, and those that it uses and does not make yet.
import type { NameKind, Parameter } from '../catalogue';
import type { Device } from '../model/device';
import type { Snapshot } from '../workspace/workspace';
import { isGroup, nameKind, occurrences } from './names';

// Nobody reads more.
const mostLacking = 300;

interface NamesAtHand {
  /** The first of each kind that is made. */
  readonly made: ReadonlyMap<NameKind, string>;
  /** Those of each kind that are used and not made: how they are spelled, by their keys. */
  readonly lacking: ReadonlyMap<NameKind, ReadonlyMap<string, string>>;
}

// A large file has ten thousand names, and a view a dozen lines to fill: they are gone through once for each state of the file.
const atHand = new WeakMap<Device, NamesAtHand>();

function namesAtHand(snapshot: Snapshot): NamesAtHand {
  let found = atHand.get(snapshot.device);
  if (!found) {
    const made = new Map<NameKind, string>();
    const keys = new Map<NameKind, Set<string>>();
    const used: { readonly kind: NameKind; readonly key: string; readonly text: string }[] = [];
    for (const one of occurrences(snapshot)) {
      if (isGroup(one.kind)) continue;
      if (!one.defines) {
        used.push(one);
        continue;
      }
      if (!made.has(one.kind)) made.set(one.kind, one.text);
      const ofKind = keys.get(one.kind);
      if (ofKind) ofKind.add(one.key);
      else keys.set(one.kind, new Set([one.key]));
    }
    const lacking = new Map<NameKind, Map<string, string>>();
    for (const { kind, key, text } of used) {
      if (keys.get(kind)?.has(key)) continue;
      const ofKind = lacking.get(kind);
      if (!ofKind) lacking.set(kind, new Map([[key, text]]));
      else if (ofKind.size < mostLacking && !ofKind.has(key)) ofKind.set(key, text);
    }
    atHand.set(snapshot.device, (found = { made, lacking }));
  }
  return found;
}

/** One name that fits; `on` gives the interface whose groups are meant. */
export function nameAtHand(snapshot: Snapshot, parameter: Parameter, on: () => string | undefined): string | undefined {
  const kind = nameKind(parameter);
  if (!kind || (kind === 'interface' && parameter.type.kind === 'integer')) return undefined;
  if (isGroup(kind)) {
    const group = snapshot.device.interfaces
      .get(on() ?? '')
      ?.groups.find((one) => one.family === (kind === 'vrrp6-group' ? 6 : 4));
    return group && String(group.vrid);
  }
  const { made, lacking } = namesAtHand(snapshot);
  return parameter.defines ? lacking.get(kind)?.values().next().value : made.get(kind);
}

/** How they are spelled, by their keys. */
export function lackingNames(snapshot: Snapshot, kind: NameKind): ReadonlyMap<string, string> {
  return namesAtHand(snapshot).lacking.get(kind) ?? new Map();
}
