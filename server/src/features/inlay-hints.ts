// The few things a line leaves unsaid that decide what happens: the defaults of a VRRP group, its role, and the interface that
// answers a profile's on the paired device.
import type { Group } from '../model/device';
import { findGroup } from '../model/services/bindings';
import { rowOf, type Place } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { isOwner } from '../model/vrrp/addresses';
import { priorityOf } from '../model/vrrp/priority';
import { preemptDelay } from '../model/vrrp/timers';
import { groupRole } from './group-role';

/** Words shown behind a line that are not in the file. */
export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip?: string;
}

/** The hints of the rows in the range: roles and what defaults mean. */
export function inlayHints(snapshot: Snapshot, range: Range): InlayHint[] {
  const hints: InlayHint[] = [];
  const hint = (place: Place, label: string, tooltip?: string) => {
    const line = rowOf(place);
    if (line < range.start.line || line > range.end.line) return;
    hints.push({ position: { line, character: place.end }, label, ...(tooltip === undefined ? {} : { tooltip }) });
  };
  for (const group of snapshot.device.groups) {
    const first = group.lines[0];
    if (!first || !group.exists || group.follows) continue;
    const found = groupRole(snapshot, group);
    const parts = [found?.role ?? '', ...defaults(snapshot, group)].filter((part) => part !== '');
    if (parts.length > 0) hint(first, parts.join(', '), found?.reason);
  }
  for (const profile of snapshot.device.profiles.values()) {
    for (const source of profile.roles) {
      if (source.kind !== 'group') continue;
      const group = findGroup(snapshot.device, source.interfaceKey, source.family, source.vrid.value);
      const found = group && groupRole(snapshot, group);
      if (found)
        hint(
          source.line,
          `${found.role === undefined ? '' : `${found.role}, `}peer's ${found.peerGroup.interfaceName}`,
          `On ${found.peer.name}: ${found.reason}`,
        );
    }
  }
  return hints.sort((a, b) => a.position.line - b.position.line);
}

/** What the lines of the group leave unsaid. */
function defaults({ device }: Snapshot, group: Group): string[] {
  const member = { device, group };
  return [
    ...(isOwner(member) || !group.priority ? [`priority ${priorityOf(member)}`] : []),
    ...(group.delay || isOwner(member) ? [] : delayHint(preemptDelay(member))),
  ];
}

function delayHint(seconds: number | undefined): string[] {
  return seconds === undefined ? [] : [`preempt delay ${seconds}`];
}
