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

/** Where the name at the position is defined and used, on this device and its peers. */
export function nameBlocks(snapshot: Snapshot, position: Position, other: Other): Block[] {
  const occurrence = occurrenceAt(snapshot, position);
  if (!occurrence) return [];
  const all = standing(snapshot, occurrence);
  const missing = isUndefined(snapshot, occurrence, all)
    ? [{ title: missingText(snapshot, occurrence), rows: [] }]
    : [];
  return [
    ...missing,
    ...(isUsedEverywhere(occurrence.kind) ? madeIn(occurrence, all) : uses(snapshot, occurrence, all, other)),
  ];
}

/** Whether no line of the file makes the name; a group is also made by what it follows or joins. */
function isUndefined({ device }: Snapshot, occurrence: Occurrence, all: readonly Occurrence[]): boolean {
  if (isBuiltIn(occurrence.kind, occurrence.key) || all.some((found) => found.defines && !found.undone)) return false;
  if (!isGroup(occurrence.kind)) return true;
  const family = occurrence.kind === 'vrrp6-group' ? 6 : 4;
  return findGroup(device, occurrence.interfaceKey ?? '', family, Number(occurrence.text))?.exists !== true;
}

function missingText({ device }: Snapshot, occurrence: Occurrence): string {
  const name = describeName(occurrence);
  if (occurrence.kind === 'interface') return `${name} has no section in this file.`;
  const on = device.interfaces.get(occurrence.interfaceKey ?? '')?.name;
  const where = on === undefined ? '' : ` of ${on}`;
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}${where} is not defined in this file.`;
}

function madeIn(occurrence: Occurrence, all: readonly Occurrence[]): Block[] {
  const definitions = makers(all);
  return definitions.length === 0 || definitions.includes(occurrence)
    ? []
    : [{ title: `${describeName(occurrence)} is defined by:`, rows: rows(definitions, () => '') }];
}

function uses(snapshot: Snapshot, occurrence: Occurrence, all: readonly Occurrence[], other: Other): Block[] {
  const onPeers = snapshot.peers.flatMap((pair) => {
    const side = pair.a.file === snapshot.file ? 'a' : 'b';
    const peerSide = side === 'a' ? 'b' : 'a';
    const peer = other(pair[peerSide].file);
    const key = keyOnPeer(
      occurrence,
      pair.groups.map((group) => ({ group: group[side], peerGroup: group[peerSide] })),
    );
    return peer && key !== undefined ? linesWithName(peer, standing(peer, { kind: occurrence.kind, key })) : [];
  });
  return [...linesWithName(snapshot, all), ...onPeers];
}

/** An interface or VRRP group is looked for as what answers it there; any other name as itself. */
function keyOnPeer(occurrence: Occurrence, groups: readonly { group: Group; peerGroup: Group }[]): string | undefined {
  if (occurrence.kind === 'interface')
    return groups.find(({ group }) => group.interfaceKey === occurrence.key)?.peerGroup.interfaceKey;
  if (!isGroup(occurrence.kind)) return occurrence.key;
  const family = occurrence.kind === 'vrrp6-group' ? 6 : 4;
  const peerGroup = groups.find(
    ({ group }) => group.family === family && `${group.interfaceKey} ${group.vrid}` === occurrence.key,
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
function rows(found: readonly Occurrence[], before: (occurrence: Occurrence) => string): Block['rows'] {
  const known = new Map<number, Block['rows'][number]>();
  for (const occurrence of found) {
    const row = rowOf(occurrence.line);
    if (!known.has(row))
      known.set(row, {
        text: withoutSecrets(occurrence.line),
        note: ` (${before(occurrence)}${rowName(occurrence.line)})`,
      });
  }
  return [...known.values()];
}
