// A group that others follow, and that is no management group.
import type { Fix } from '../../diagnostics/rule';
import { insertInBlock } from '../../edits/config-edits';
import type { Device, Group } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { boardFollows } from '../../model/services/bindings';

/**
 * Whether the group is there and elected by itself, and no line, right or wrong, says otherwise; what a board asks for is a finding of
 * its own.
 */
export function isNoManagementGroup(device: Device, leader: Group): boolean {
  if (!leader.exists || leader.admin || leader.follows) return false;
  if ([...device.locations.values()].some((location) => boardFollows(location, leader))) return false;
  const { block } = device.interfaces.get(leader.interfaceKey)!;
  return !block.lines.some((line) => /^(?:undo )?admin-vrrp6?(?: |$)/.test(canonicalText(line)));
}

/** Makes it one. */
export function adminFix(device: Device, leader: Group): Fix[] {
  const on = device.interfaces.get(leader.interfaceKey);
  const text = `${leader.family === 6 ? 'admin-vrrp6' : 'admin-vrrp'} vrid ${leader.vrid}`;
  return on
    ? [{ title: `Add ${text} on ${on.name}`, edits: [insertInBlock(device, on.block, text)], safe: false }]
    : [];
}
