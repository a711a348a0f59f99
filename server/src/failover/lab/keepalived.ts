// The configuration of keepalived that stands in for one device. Nothing of the device's file is in it but numbers, addresses and,
// in comments, names made printable; keys of VRRP authentication are replaced.
import { printableRow } from '../../text/sanitize';
import type { Group, VirtualIp } from '../../model/device';
import { isLinkLocalIp } from '../../model/vrrp/addresses';
import { authenticationFault, authenticationOf } from '../../model/vrrp/authentication';
import { writtenPriority, ownerPriority } from '../../model/vrrp/priority';
import type { Side } from '../../model/pairing/pair';
import type { Settings } from '../simulation/virtual-router';
import { groupId, portOf, type LabPlan } from './plan';
import { trackedKey } from './ports';

/** The text of `keepalived.conf` for one device. */
export function keepalivedOf(plan: LabPlan, side: Side): string {
  const { actors } = plan.standIn.stage;
  const lines = [
    `# ${printableRow(plan.names[side])} as far as keepalived can stand in for it; README.md says what it cannot.`,
    'global_defs {',
    `  router_id ${side}`,
    '  vrrp_garp_master_delay 1',
    '}',
  ];
  for (const index of actors.keys()) lines.push(...instance(plan, side, index));
  for (const index of actors.keys()) lines.push(...syncGroup(plan, side, index));
  return `${lines.join('\n')}\n`;
}

/** What decides the role of a group: its own lines, or those of the management group that it follows. */
function leaderOf(
  plan: LabPlan,
  side: Side,
  index: number,
): { readonly group: Group; readonly settings: Settings } | undefined {
  const { actors, settings } = plan.standIn.stage;
  const leader = actors[index]!.admin ?? index;
  const group = actors[leader]!.groups[side];
  const own = settings[leader]![side];
  return group && own && { group, settings: own };
}

function instance(plan: LabPlan, side: Side, index: number): string[] {
  const actor = plan.standIn.stage.actors[index]!;
  const group = actor.groups[side];
  const leader = leaderOf(plan, side, index);
  const port = group && portOf(plan, side, group.interfaceKey);
  if (!group || !leader || !port) return [];
  const { settings } = leader;
  return [
    '',
    `# ${plan.groups[index]!.name} on ${printableRow(port.name)}`,
    `vrrp_instance ${groupId(index)} {`,
    `  state ${settings.owner ? 'MASTER' : 'BACKUP'}`,
    `  interface ${port.id}`,
    `  use_vmac v${index + 1}`,
    `  version ${playedVersion(settings)}`,
    `  virtual_router_id ${actor.vrid}`,
    `  priority ${settings.owner ? ownerPriority : writtenPriority(leader.group)}`,
    `  advert_int ${settings.interval}`,
    ...(settings.multiplier === 3 ? [] : [`  down_timer_adverts ${settings.multiplier}`]),
    ...preemption(settings),
    ...authentication(plan, side, index),
    ...tracks(plan, side, leader),
    '  virtual_ipaddress {',
    ...linkLocalFirst(group.virtualIps).map((ip) => `    ${ip.address.key}`),
    '  }',
    '}',
  ];
}

/** Version 2 of keepalived counts whole seconds only. */
export function playedVersion({ version, interval }: Pick<Settings, 'version' | 'interval'>): 2 | 3 {
  return version === 2 && !Number.isInteger(interval) ? 3 : version;
}

function preemption({ owner, preempt, delay }: Settings): string[] {
  if (owner) return [];
  if (!preempt) return ['  nopreempt'];
  return delay > 0 ? [`  preempt_delay ${delay}`] : [];
}

/** The keys of the files never leave them: two that agree become one placeholder, two that do not become two. */
function authentication({ pair, standIn }: LabPlan, side: Side, index: number): string[] {
  const { groups } = standIn.stage.actors[index]!;
  const settings = standIn.stage.settings[index]![side]!;
  if (playedVersion(settings) === 3 || !authenticationOf(groups[side]!)) return [];
  const fault =
    groups.a &&
    groups.b &&
    authenticationFault({ device: pair.a, group: groups.a }, { device: pair.b, group: groups.b });
  const placeholder = fault === undefined ? 'lab-key' : `lab-${side}`;
  return ['  authentication {', '    auth_type PASS', `    auth_pass ${placeholder}`, '  }'];
}

function tracks(plan: LabPlan, side: Side, { group, settings }: { group: Group; settings: Settings }): string[] {
  if (settings.owner) return [];
  const known = new Set<string>([group.interfaceKey]);
  const lines = group.tracks.flatMap((track) => {
    const key = trackedKey(track);
    const port = key === undefined ? undefined : portOf(plan, side, key);
    if (!port || known.has(port.key)) return [];
    known.add(port.key);
    if (track.increased) return [`    ${port.id} weight -${weight(track.increased.value)} reverse`];
    return track.reduced ? [`    ${port.id} weight -${weight(track.reduced.value)}`] : [];
  });
  return lines.length === 0 ? [] : ['  track_interface {', ...lines, '  }'];
}

/** keepalived takes no larger one. */
function weight(value: number): number {
  return Math.min(value, 253);
}

function linkLocalFirst(ips: readonly VirtualIp[]): VirtualIp[] {
  return [...ips].sort((x, y) => Number(isLinkLocalIp(y)) - Number(isLinkLocalIp(x)));
}

/** A management group and those that follow it change their roles together. */
function syncGroup(plan: LabPlan, side: Side, index: number): string[] {
  const { actors } = plan.standIn.stage;
  const followers = [...actors.keys()].filter((other) => actors[other]!.admin === index && actors[other]!.groups[side]);
  if (followers.length === 0 || !actors[index]!.groups[side]) return [];
  const members = [index, ...followers].map((member) => `    ${groupId(member)}`);
  return ['', `vrrp_sync_group s${index + 1} {`, '  group {', ...members, '  }', '}'];
}
