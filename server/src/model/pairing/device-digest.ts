// What of a device pairing looks at, without its lines: small enough to be kept of thousands of devices, sent between workers and
// written to a cache. The network of outlines has the pairs that the network of the devices has.
import type { Block, Device } from '../device';
import { NameIndex } from '../references/name-index';
import type { MatchedLine } from '../lines/matched-line';

/** What pairing has to know of a device, without its lines: small enough to keep for every file of a fleet. */
export function deviceDigest(device: Device): Device {
  const copies = new Map<object, unknown>();
  const line: MatchedLine = {
    anchor: { file: device.file, row: 0 },
    row: 0,
    start: 0,
    end: 0,
    text: '',
    indent: 0,
    view: 'system',
    lines: [],
  };
  const block: Block = { heads: [], lines: [] };

  function copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      copies.set(value, list);
      for (const entry of value) list.push(copy(entry));
      return list;
    }
    if (value instanceof Map) {
      const map = new Map<unknown, unknown>();
      copies.set(value, map);
      for (const [key, entry] of value) map.set(key, copy(entry));
      return map;
    }
    // A line is told by the view it stands in; as a place it would bring all its words.
    if ('view' in value && 'lines' in value && 'text' in value) return line;
    if ('heads' in value && 'lines' in value) return block;
    const result: Record<string, unknown> = {};
    copies.set(value, result);
    for (const [key, entry] of Object.entries(value)) result[key] = copy(entry);
    return result;
  }
  return copy({
    ...device,
    names: [],
    nameIndex: new NameIndex([]),
    system: new Map(),
    views: new Map(),
    instances: [],
    bfdSessions: [],
    pools: [],
    sslPolicies: new Map(),
    monitorGroups: new Map(),
    instanceGroups: new Map(),
  }) as Device;
}
