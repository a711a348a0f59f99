// What a hover adds to the command's own description: the value in readable units, where a name is made and used on both
// devices, who is master of a virtual address, and what the peer says at the same place. Lines are shown without secrets.
import { entry } from '../catalogue/index';
import type { Group } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { withoutSecrets } from '../model/secrets';
import type { Position } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { isOwner } from '../model/vrrp/addresses';
import type { Other } from './counterpart';
import { failoverLine } from './failover-line';
import { lineUnder } from './cursor-context';
import { blocksProse, type Block } from './hover-blocks';
import { nameBlocks } from './hover-names';
import { peerLines, rowName } from './peer-lines';
import type { Prose } from './prose';
import { groupRole } from './group-role';

/**
 * `other` gives the snapshot of a peer's file; `link`, in Markdown, goes to the line there and stands with it, above what is longer.
 * Undefined where there is nothing to add.
 */
export function hoverOnPair(snapshot: Snapshot, position: Position, other: Other, link?: string): Prose | undefined {
  const line = lineUnder(snapshot, position);
  if (!line?.match) return undefined;
  const onPeer = blocksProse(onPeers(snapshot, line, other));
  const more = blocksProse([
    ...readableValue(line, position),
    ...virtualAddress(snapshot, line, position),
    ...rehearsal(snapshot, line),
    ...nameBlocks(snapshot, position, other),
  ]);
  const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n\n');
  const markdown = joined(onPeer.markdown, link, more.markdown);
  return markdown === '' ? undefined : { markdown, plain: joined(onPeer.plain, more.plain) };
}

function readableValue(line: MatchedLine, position: Position): Block[] {
  const value = valueUnder(line, position);
  const unit = value && entry(line.match!.command)?.parameters[value.name]?.unit;
  const text = value && unit !== undefined && /^\d+$/.test(value.text) ? readable(Number(value.text), unit) : undefined;
  return text === undefined ? [] : [{ title: text, rows: [] }];
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
  const group = snapshot.device.groups.find((group) => group.lines.includes(line));
  const ip = group?.virtualIps.find(
    (ip) => ip.at.anchor === line.anchor && ip.at.row === line.row && ip.at.start === at,
  );
  return group && ip ? [{ title: masterText(snapshot, group), rows: [] }] : [];
}

function rehearsal(snapshot: Snapshot, line: MatchedLine): Block[] {
  const text = failoverLine(snapshot, line);
  return text === undefined ? [] : [{ title: text, rows: [] }];
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
    // Two devices may still have the name that they left the factory with.
    const called = device.name === snapshot.device.name ? 'the other device' : device.name;
    return [{ title: `On ${called}:`, rows: [{ text: withoutSecrets(answer), note: ` (${rowName(answer)})` }] }];
  });
}

function valueUnder(line: MatchedLine, position: Position) {
  const column = position.character - line.start;
  return line.match!.values.find((boundValue) => boundValue.start <= column && column <= boundValue.end);
}
