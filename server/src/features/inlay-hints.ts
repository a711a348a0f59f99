// The few things a line leaves unsaid that decide what happens: the defaults of a VRRP group, its role, and the interface that
// answers a profile's on the paired device.
import type { Group } from '../model/device';
import { findGroup } from '../model/services/bindings';
import { defaultPriority } from '../model/pairing/pair';
import { rowOf, type Place } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { isOwner, ownerPriority, roleOf } from './roles';

export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip?: string;
}

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
    const found = roleOf(snapshot, group);
    const said = [found && found.role !== 'undecided' ? found.role : '', ...defaults(snapshot, group)].filter(
      (part) => part !== '',
    );
    if (said.length > 0) hint(first, said.join(', '), found?.why);
  }
  for (const profile of snapshot.device.profiles.values()) {
    for (const source of profile.roles) {
      if (source.kind !== 'group') continue;
      const group = findGroup(snapshot.device, source.interfaceKey, source.family, source.vrid.value);
      const found = group && roleOf(snapshot, group);
      if (found)
        hint(
          source.line,
          `${found.role === 'undecided' ? '' : `${found.role}, `}peer's ${found.answering.interfaceName}`,
          `On ${found.peer.name}: ${found.why}`,
        );
    }
  }
  return hints.sort((a, b) => a.position.line - b.position.line);
}

function defaults(snapshot: Snapshot, group: Group): string[] {
  const owner = isOwner(snapshot.device, group);
  return [
    ...(owner ? [`priority ${ownerPriority}`] : []),
    ...(owner || group.priority ? [] : [`priority ${defaultPriority}`]),
    ...(group.delay || group.preemptDisabled || owner ? [] : ['preempt delay 0']),
  ];
}
