// A VRRP group, from its lines on the interface.
import { vrrp, vrrp6, type Match } from '../../catalogue';

import { words } from '../../text/words';
import type { Family } from '../address';
import type { Group, Track, Tracked, VirtualIp } from '../device';
import { isRead, type MatchedLine } from '../lines/matched-line';
import { interfaceKey } from '../names';
import type { Fact, Place } from '../place';
import { addressOf, distinct, has, nameOf, number, text, writtenNumber } from './line-values';

/** `lines` are those of one group, in their order in the file. */
export function readGroup(
  family: Family,
  lines: readonly MatchedLine[],
  interfaceName: string,
  interfaceKey: string,
): Group {
  const read = new GroupLines(family);
  for (const line of lines) read.read(line);
  const first = lines[0]!;
  const { exists, priority, delay, preemptDisabled, advertise, holdMultiplier, tracks, admin, follows } = read;
  return {
    family,
    vrid: number(first, 'virtual-router-id')!.value,
    at: number(first, 'virtual-router-id')?.at ?? first,
    interfaceKey,
    interfaceName,
    lines,
    exists,
    virtualIps: distinct(read.virtualIps, ({ address, linkLocal }) => `${address.key} ${linkLocal}`),
    priority,
    delay,
    preemptDisabled,
    advertise,
    holdMultiplier,
    tracks,
    admin,
    follows,
  };
}

class GroupLines {
  readonly virtualIps: VirtualIp[] = [];
  readonly tracks: Track[] = [];
  exists = false;
  priority: Fact<number> | undefined;
  delay: Fact<number> | undefined;
  preemptDisabled: Place | undefined;
  advertise: Group['advertise'];
  holdMultiplier: Fact<number> | undefined;
  admin: Group['admin'];
  follows: Group['follows'];
  private readonly commands: typeof vrrp | typeof vrrp6;

  constructor(private readonly family: Family) {
    this.commands = family === 6 ? vrrp6 : vrrp;
  }

  read(line: MatchedLine): void {
    const { commands } = this;
    const match = line.match!;
    switch (match.command) {
      case vrrp.virtualIp.id:
      case vrrp6.virtualIp.id:
      case vrrp.usgVirtualIp.id:
        this.readVirtualIp(line, match);
        break;
      case vrrp.unicast.id:
      case vrrp.ceLoadBalance.id:
      case vrrp6.ceLoadBalance.id:
        if (isRead(match)) this.exists = true;
        break;
      case commands.priority.id:
        this.priority = number(line, 'priority-value') ?? this.priority;
        break;
      case commands.preemptDelay.id:
      case commands.cePreemptDelay.id:
        this.delay = number(line, 'delay-time') ?? this.delay;
        if (has(line, 'disable')) this.preemptDisabled = line;
        break;
      case commands.preemptDisable.id:
        if (match.complete) this.preemptDisabled = line;
        break;
      case commands.timerAdvertise.id:
      case commands.timerMillisecond.id:
        this.advertise = this.interval(line, match) ?? this.advertise;
        break;
      case commands.holdingMultiplier.id:
        this.holdMultiplier = number(line, 'holding-multiplier-value') ?? this.holdMultiplier;
        break;
      case commands.admin.id:
      case commands.ceAdmin.id:
        this.admin = { at: number(line, 'virtual-router-id')!.at, line, ignoreIfDown: has(line, 'ignore-if-down') };
        break;
      case commands.trackAdmin.id:
        this.readFollow(line, match);
        break;
      default:
        if (match.command === vrrp6.ceTrack.id && has(line, 'admin-vrrp')) this.readFollow(line, match);
        else this.readTrack(line);
    }
  }

  private readVirtualIp(line: MatchedLine, match: Match): void {
    // Half a `virtual-ip` line is a fault of that line: the group was meant (docs/decisions/malformed-lines.md).
    if (isRead(match) || has(line, 'virtual-ip')) this.exists = true;
    const address = addressOf(line, 'virtual-address');
    if (!address) return;
    this.virtualIps.push({ address: address.value, at: address.at, line, linkLocal: has(line, 'link-local') });
  }

  private interval(line: MatchedLine, match: Match): Group['advertise'] {
    if (match.command === this.commands.timerAdvertise.id) {
      const interval = number(line, 'advertise-interval');
      return interval && { ...interval, unit: this.family === 6 ? 'cs' : 's' };
    }
    const word = words(line.text).at(-1);
    if (!word || !/^\d+$/.test(word.text)) return undefined;
    const at = { anchor: line.anchor, row: line.row, start: line.start + word.start, end: line.end };
    return { value: Number(word.text), at, unit: 'ms' };
  }

  private readFollow(line: MatchedLine, match: Match): void {
    if (isRead(match)) this.exists = true;
    const followed = text(line, 'interface');
    const vrid = number(line, 'admin-virtual-router-id');
    if (!followed || !vrid) return;
    const unflowdown = has(line, 'unflowdown');
    this.follows = { line, at: line, interfaceKey: interfaceKey(followed.value), vrid, unflowdown };
  }

  private readTrack(line: MatchedLine): void {
    const object = trackedObject(line);
    if (!object) return;
    const increased = writtenNumber(line, 'value-increased');
    const reduced = increased || changesRole(object) ? undefined : reductionOf(line, object);
    this.tracks.push({ line, object, increased, reduced });
  }
}

/** What is written, or the default of all objects but monitor groups. */
function reductionOf(line: MatchedLine, object: Tracked): Track['reduced'] {
  const written = writtenNumber(line, 'value-reduced');
  if (written || object.kind === 'monitor-group') return written;
  return { value: 10, at: line };
}

/** True for what moves the role at once, whatever the priorities (docs/decisions/track-reduction.md). */
function changesRole(object: Tracked): boolean {
  return (
    (object.kind === 'bfd-session' && object.role !== undefined) ||
    (object.kind === 'monitor-group' && object.link) ||
    object.kind === 'link-bfd' ||
    object.kind === 'efm'
  );
}

function trackedObject(line: MatchedLine): Tracked | undefined {
  if (!has(line, 'track') || !isRead(line.match!)) return undefined;
  const location = number(line, 'service-location-id');
  if (location) return { kind: 'service-location', id: location };
  const group = nameOf(line, 'group-name');
  if (group)
    return {
      kind: 'monitor-group',
      name: group,
      link: has(line, 'link'),
      limit: number(line, 'failure-ratio')?.value,
    };
  if (has(line, 'link-bfd')) return { kind: 'link-bfd' };
  if (has(line, 'nqa')) return { kind: 'nqa' };
  if (has(line, 'route')) return { kind: 'route' };
  if (has(line, 'efm')) return { kind: 'efm' };
  const id = number(line, 'bfd-session-id');
  const session = nameOf(line, 'bfd-configure-name');
  if (id || session)
    return {
      kind: 'bfd-session',
      id,
      name: session,
      role: bfdRole(line),
    };
  const name = text(line, 'interface');
  return name ? { kind: 'interface', name, key: interfaceKey(name.value), ipv6: has(line, 'ipv6') } : undefined;
}

/** Whether the session watches the peer of the group, or the link to it. */
function bfdRole(line: MatchedLine): 'peer' | 'link' | undefined {
  if (has(line, 'peer')) return 'peer';
  return has(line, 'link') ? 'link' : undefined;
}
