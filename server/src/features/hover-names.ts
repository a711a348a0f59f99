// What a hover says about a name: the line that makes it, or that no line does; and where else it stands on both devices.
import { isBuiltIn, type NameKind } from '../catalogue';
import type { Group } from '../model/device';
import { rowOf } from '../model/place';
import { withoutSecrets } from '../model/secrets';
import { describeName } from '../model/references/section-names';
import { findGroup } from '../model/services/bindings';
import type { Position } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import type { Other } from './counterpart';
import { makers } from './definition';
import type { Block } from './hover-blocks';
import { isGroup, occurrenceAt, standing, type Occurrence } from './names';
import { rowName } from './peer-lines';

const mostUses = 8;

/** The kinds whose every use would fill the hover: of these the line that makes the name alone is shown. */
const isUsedEverywhere = (kind: NameKind) => kind === 'vlan' || kind === 'acl';

export function nameBlocks(snapshot: Snapshot, position: Position, other: Other): Block[] {
  const one = occurrenceAt(snapshot, position);
  if (!one) return [];
  const all = standing(snapshot, one);
  const missing = isUndefined(snapshot, one, all) ? [{ title: missingText(snapshot, one), rows: [] }] : [];
  return [...missing, ...(isUsedEverywhere(one.kind) ? madeIn(one, all) : uses(snapshot, one, all, other))];
}

/** Whether no line of the file makes the name; a group is also made by what it follows or joins. */
function isUndefined({ device }: Snapshot, one: Occurrence, all: readonly Occurrence[]): boolean {
  if (isBuiltIn(one.kind, one.key) || all.some((found) => found.defines && !found.undone)) return false;
  if (!isGroup(one.kind)) return true;
  const family = one.kind === 'vrrp6-group' ? 6 : 4;
  return findGroup(device, one.interfaceKey ?? '', family, Number(one.text))?.exists !== true;
}

function missingText({ device }: Snapshot, one: Occurrence): string {
  const name = describeName(one);
  if (one.kind === 'interface') return `${name} has no section in this file.`;
  const on = device.interfaces.get(one.interfaceKey ?? '')?.name;
  const where = on === undefined ? '' : ` of ${on}`;
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}${where} is defined nowhere in this file.`;
}

function madeIn(one: Occurrence, all: readonly Occurrence[]): Block[] {
  const made = makers(all);
  return made.length === 0 || made.includes(one)
    ? []
    : [{ title: `${describeName(one)} is made by:`, rows: rows(made, () => '') }];
}

function uses(snapshot: Snapshot, one: Occurrence, all: readonly Occurrence[], other: Other): Block[] {
  const there = snapshot.peers.flatMap((pair) => {
    const side = pair.a.file === snapshot.file ? 'a' : 'b';
    const peerSide = side === 'a' ? 'b' : 'a';
    const peer = other(pair[peerSide].file);
    const key = keyOnPeer(
      one,
      pair.groups.map((group) => ({ group: group[side], peerGroup: group[peerSide] })),
    );
    return peer && key !== undefined ? linesWithName(peer, standing(peer, { kind: one.kind, key })) : [];
  });
  return [...linesWithName(snapshot, all), ...there];
}

/** An interface or VRRP group is looked for as what answers it there; any other name as itself. */
function keyOnPeer(one: Occurrence, groups: readonly { group: Group; peerGroup: Group }[]): string | undefined {
  if (one.kind === 'interface')
    return groups.find(({ group }) => group.interfaceKey === one.key)?.peerGroup.interfaceKey;
  if (!isGroup(one.kind)) return one.key;
  const family = one.kind === 'vrrp6-group' ? 6 : 4;
  const peerGroup = groups.find(
    ({ group }) => group.family === family && `${group.interfaceKey} ${group.vrid}` === one.key,
  )?.peerGroup;
  return peerGroup && `${peerGroup.interfaceKey} ${peerGroup.vrid}`;
}

function linesWithName(on: Snapshot, found: readonly Occurrence[]): Block[] {
  if (found.length === 0) return [];
  const ordered = [...found].sort((a, b) => Number(b.defines) - Number(a.defines));
  const all = rows(ordered, ({ defines }) => (defines ? 'defined in ' : ''));
  const more = all.length > mostUses ? `, ${mostUses} of ${all.length}` : '';
  return [{ title: `Lines of ${on.device.name} with this name${more}:`, rows: all.slice(0, mostUses) }];
}

/** One row for each line, without its secrets. */
function rows(found: readonly Occurrence[], before: (one: Occurrence) => string): Block['rows'] {
  const known = new Map<number, Block['rows'][number]>();
  for (const one of found) {
    const row = rowOf(one.line);
    if (!known.has(row))
      known.set(row, { text: withoutSecrets(one.line), note: ` (${before(one)}${rowName(one.line)})` });
  }
  return [...known.values()];
}
