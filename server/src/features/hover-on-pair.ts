// What a hover adds to the command's own description: the value in readable units, where a name is made and used on both
// devices, who is master of a virtual address, and what the peer says at the same place. Lines are shown without secrets.
import { entry, type NameKind } from '../catalogue/index';
import type { Group } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { rowOf } from '../model/place';
import { withoutSecrets } from '../model/secrets';
import { escapeMarkdown, inlineCode } from '../text/markdown';
import type { Position } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import type { Other } from './counterpart';
import { failoverLine } from './failover-line';
import { lineUnder } from './cursor-context';
import { isGroup, occurrenceAt, occurrences, type Occurrence } from './names';
import { peerLines, rowName } from './peer-lines';
import type { Prose } from './prose';
import { isOwner } from '../model/vrrp/addresses';
import { groupRole } from './group-role';

const mostUses = 8;

/** `other` gives the snapshot of a peer's file. Undefined where there is nothing to add. */
export function hoverOnPair(snapshot: Snapshot, position: Position, other: Other): Prose | undefined {
  const line = lineUnder(snapshot, position);
  if (!line?.match) return undefined;
  const blocks = [
    ...readableValue(line, position),
    ...virtualAddress(snapshot, line, position),
    ...rehearsal(snapshot, line),
    ...onPeers(snapshot, line, other),
    ...uses(snapshot, position, other),
  ];
  if (blocks.length === 0) return undefined;
  return {
    markdown: blocks.map(markdown).join('\n\n'),
    plain: blocks
      .map((block) => [block.title, ...block.rows.map(({ text, note }) => `  ${text}${note}`)].join('\n'))
      .join('\n\n'),
  };
}

interface Block {
  readonly title: string;
  /** Lines of a file, each with a word on where it stands. */
  readonly rows: readonly { readonly text: string; readonly note: string }[];
}

function markdown(block: Block): string {
  return [escapeMarkdown(block.title), ...block.rows.map(({ text, note }) => `- ${inlineCode(text)}${note}`)].join(
    block.rows.length > 0 ? '\n' : '',
  );
}

function readableValue(line: MatchedLine, position: Position): Block[] {
  const value = valueUnder(line, position);
  const unit = value && entry(line.match!.command)?.parameters[value.name]?.unit;
  const said = value && unit !== undefined && /^\d+$/.test(value.text) ? readable(Number(value.text), unit) : undefined;
  return said === undefined ? [] : [{ title: said, rows: [] }];
}

/** `300 centiseconds = 3 s`, `1800 seconds = 30 min`; nothing where it is readable already. */
export function readable(value: number, unit: string): string | undefined {
  const known: Readonly<Record<string, readonly [name: string, factor: number] | undefined>> = {
    cs: ['centiseconds', 0.01],
    centiseconds: ['centiseconds', 0.01],
    ms: ['milliseconds', 0.001],
    s: ['seconds', 1],
    min: ['minutes', 60],
  };
  const found = known[unit];
  if (!found) return undefined;
  const [name, factor] = found;
  const seconds = Math.round(value * factor * 1000) / 1000;
  if (seconds < 60) return unit === 's' ? undefined : `${value} ${name} = ${seconds} s`;
  if (unit === 'min' && value < 60) return undefined;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(rest > 0 ? [`${rest} s`] : []),
  ];
  return `${value} ${name} = ${parts.join(' ')}`;
}

function virtualAddress(snapshot: Snapshot, line: MatchedLine, position: Position): Block[] {
  const value = valueUnder(line, position);
  if (!value) return [];
  const at = line.start + value.start;
  const group = snapshot.device.groups.find((one) => one.lines.includes(line));
  const ip = group?.virtualIps.find(
    (one) => one.at.anchor === line.anchor && one.at.row === line.row && one.at.start === at,
  );
  return group && ip ? [{ title: masterText(snapshot, group), rows: [] }] : [];
}

function rehearsal(snapshot: Snapshot, line: MatchedLine): Block[] {
  const said = failoverLine(snapshot, line);
  return said === undefined ? [] : [{ title: said, rows: [] }];
}

function masterText(snapshot: Snapshot, group: Group): string {
  const found = groupRole(snapshot, group);
  if (found) return found.sentence;
  return isOwner({ device: snapshot.device, group })
    ? `${snapshot.device.name} owns this address and is master.`
    : 'No device in the workspace answers this group: who is master cannot be told.';
}

function onPeers(snapshot: Snapshot, line: MatchedLine, other: Other): Block[] {
  if (entry(line.match!.command)?.action || line.match!.command === 'system.sysname') return [];
  return peerLines(snapshot, line, other).flatMap(({ device, answered, line: answer }): Block[] => {
    if (!answered) return [];
    if (!answer) return [{ title: `${device.name} has no such line here.`, rows: [] }];
    return [{ title: `On ${device.name}:`, rows: [{ text: withoutSecrets(answer), note: ` (${rowName(answer)})` }] }];
  });
}

/** The kinds whose every use is worth listing. */
const listed = (kind: NameKind) => kind !== 'vlan' && kind !== 'acl';

function uses(snapshot: Snapshot, position: Position, other: Other): Block[] {
  const one = occurrenceAt(snapshot, position);
  if (!one || !listed(one.kind)) return [];
  const here = block(
    snapshot,
    [...occurrences(snapshot)].filter((found) => found.kind === one.kind && found.key === one.key),
  );
  const there = snapshot.peers.flatMap((pair) => {
    const side = pair.a.file === snapshot.file ? 'a' : 'b';
    const theirSide = side === 'a' ? 'b' : 'a';
    const peer = other(pair[theirSide].file);
    const key = keyOnPeer(
      one,
      pair.groups.map((group) => ({ mine: group[side], theirs: group[theirSide] })),
    );
    return peer && key !== undefined
      ? block(
          peer,
          [...occurrences(peer)].filter((found) => found.kind === one.kind && found.key === key),
        )
      : [];
  });
  return [...here, ...there];
}

/** An interface or VRRP group is looked for as what answers it there; any other name as itself. */
function keyOnPeer(one: Occurrence, groups: readonly { mine: Group; theirs: Group }[]): string | undefined {
  if (one.kind === 'interface') return groups.find(({ mine }) => mine.interfaceKey === one.key)?.theirs.interfaceKey;
  if (!isGroup(one.kind)) return one.key;
  const family = one.kind === 'vrrp6-group' ? 6 : 4;
  const theirs = groups.find(
    ({ mine }) => mine.family === family && `${mine.interfaceKey} ${mine.vrid}` === one.key,
  )?.theirs;
  return theirs && `${theirs.interfaceKey} ${theirs.vrid}`;
}

function block(on: Snapshot, found: readonly Occurrence[]): Block[] {
  if (found.length === 0) return [];
  const rows = new Map<number, { text: string; note: string }>();
  for (const one of [...found].sort((a, b) => Number(b.defines) - Number(a.defines))) {
    const row = rowOf(one.line);
    if (!rows.has(row))
      rows.set(row, {
        text: withoutSecrets(one.line),
        note: ` (${one.defines ? 'made in ' : ''}${rowName(one.line)})`,
      });
  }
  const all = [...rows.values()];
  const more = all.length > mostUses ? `, ${mostUses} of ${all.length}` : '';
  return [{ title: `Lines of ${on.device.name} with this name${more}:`, rows: all.slice(0, mostUses) }];
}

function valueUnder(line: MatchedLine, position: Position) {
  const column = position.character - line.start;
  return line.match!.values.find((one) => one.start <= column && column <= one.end);
}
