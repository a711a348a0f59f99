// An interface and its VRRP groups, from the lines of all its sections.
import { words } from '../../text/words';
import { dhcp, eTrunk, interfaceView, rbp, vrrp, vrrp6 } from '../../catalogue';
import { prefix, type Family } from '../address';
import type { Block, Group, Interface, InterfaceAddress, Track, Tracked, VirtualIp } from '../device';
import { inForce, isRead, type MatchedLine } from '../lines/matched-line';
import { interfaceKey, mainInterfaceKey, nameKey } from '../names';
import type { Fact, Place } from '../place';
import { addressOf, distinct, has, nameOf, number, text, writtenNumber } from './line-values';
import { push } from '../../text/collections';

export function readInterface(block: Block, name: Fact<string>): Interface {
  const key = interfaceKey(name.value);
  const groups = new Map<string, MatchedLine[]>();
  const addresses: InterfaceAddress[] = [];
  const profiles: Fact<string>[] = [];
  const relay: MatchedLine[] = [];
  let shutdown: Place | undefined;
  let ipv6Enable: Place | undefined;
  let dhcpServer: Place | undefined;
  let member: Fact<number> | undefined;
  let unsaid = false;
  for (const line of inForce(block.lines)) {
    const { match } = line;
    if (!match) continue;
    if (match.undo) {
      if (match.command === interfaceView.shutdown.id) shutdown = undefined;
      continue;
    }
    const family = groupFamily(line);
    if (family !== undefined) {
      const vrid = number(line, 'virtual-router-id');
      // `vrrp recover-delay` and the like name no group, and a line that only refers to a group is none of its lines.
      if (!vrid || has(line, 'direct-route')) continue;
      push(groups, `${family} ${vrid.value}`, line);
      continue;
    }
    switch (match.command) {
      case interfaceView.shutdown.id:
        if (match.complete) shutdown = line;
        break;
      case interfaceView.ipv6Enable.id:
        if (match.complete) ipv6Enable = line;
        break;
      case interfaceView.address.id: {
        const own = text(line, 'ip-address');
        const mask = text(line, 'mask') ?? text(line, 'mask-length');
        const net = own && prefix(own.value, mask?.value);
        if (own && net) addresses.push({ prefix: net, at: own.at, line, linkLocal: false });
        break;
      }
      case interfaceView.ipv6Address.id: {
        const own = text(line, 'ipv6-address/prefix-length') ?? text(line, 'ipv6-address');
        const length = text(line, 'prefix-length');
        const net = own && prefix(own.value, length?.value);
        // With `eui-64` the device makes the last 64 bits itself.
        if (has(line, 'eui-64')) unsaid = true;
        else if (own && net)
          addresses.push({
            prefix: net,
            at: { ...own.at, end: own.at.start + own.value.split('/')[0]!.length },
            line,
            linkLocal: false,
          });
        break;
      }
      case interfaceView.ipv6LinkLocal.id: {
        const own = addressOf(line, 'ipv6-address');
        if (own) addresses.push({ prefix: { address: own.value, length: 64 }, at: own.at, line, linkLocal: true });
        else if (match.complete) unsaid = true;
        break;
      }
      case rbp.bind.id: {
        const profile = nameOf(line, 'profile-name');
        if (profile) profiles.push(profile);
        break;
      }
      case dhcp.serverEnable.id:
        if (match.complete) dhcpServer = line;
        break;
      case eTrunk.join.id:
        member = number(line, 'e-trunk-id') ?? member;
        break;
      default:
        if (match.command.startsWith('dhcpv6Relay.')) relay.push(line);
    }
  }
  return {
    name: name.value,
    key,
    mainKey: mainInterfaceKey(key),
    at: name.at,
    block,
    shutdown,
    ipv6Enable,
    addresses: distinct(addresses, ({ prefix: net }) => `${net.address.key}/${net.length}`),
    ipv6Addressed:
      unsaid ||
      (addresses.some((one) => one.linkLocal) &&
        !addresses.some((one) => !one.linkLocal && one.prefix.address.family === 6)),
    // A group of which no line was understood is not there; what is wrong with the lines is said at them.
    groups: [...groups]
      .filter(([, lines]) => lines.some((line) => isRead(line.match!)))
      .map(([id, lines]) => readGroup(Number(id.split(' ')[0]) as Family, lines, name.value, key)),
    profiles: distinct(profiles, (one) => nameKey(one.value)),
    relay,
    dhcpServer,
    eTrunk: member,
  };
}

/** The family of a line that belongs to a group: `vrrp vrid ...`, `admin-vrrp6 vrid ...`. */
function groupFamily(line: MatchedLine): Family | undefined {
  const { command, values } = line.match!;
  const family = commandFamily(command);
  return family !== undefined && values.some((value) => value.name === 'virtual-router-id') ? family : undefined;
}

function commandFamily(command: string): Family | undefined {
  if (command.startsWith('vrrp6.')) return 6;
  return command.startsWith('vrrp.') ? 4 : undefined;
}

function readGroup(family: Family, lines: readonly MatchedLine[], interfaceName: string, key: string): Group {
  const commands = family === 6 ? vrrp6 : vrrp;
  const virtualIps: VirtualIp[] = [];
  const tracks: Track[] = [];
  let exists = false;
  let priority: Fact<number> | undefined;
  let delay: Fact<number> | undefined;
  let preemptDisabled: Place | undefined;
  let advertise: Group['advertise'];
  let holdMultiplier: Fact<number> | undefined;
  let admin: Group['admin'];
  let follows: Group['follows'];
  const follow = (line: MatchedLine) => {
    const followed = text(line, 'interface');
    const vrid = number(line, 'admin-virtual-router-id');
    if (isRead(line.match!)) exists = true;
    if (followed && vrid)
      follows = {
        line,
        at: line,
        interfaceKey: interfaceKey(followed.value),
        vrid,
        unflowdown: has(line, 'unflowdown'),
      };
  };
  for (const line of lines) {
    switch (line.match!.command) {
      case vrrp.virtualIp.id:
      case vrrp6.virtualIp.id:
      case vrrp.usgVirtualIp.id: {
        // Half a `virtual-ip` line is a fault of that line: the group was meant (docs/decisions/malformed-lines.md).
        if (isRead(line.match!) || has(line, 'virtual-ip')) exists = true;
        const address = addressOf(line, 'virtual-address');
        if (address)
          virtualIps.push({ address: address.value, at: address.at, line, linkLocal: has(line, 'link-local') });
        break;
      }
      case vrrp.unicast.id:
        if (isRead(line.match!)) exists = true;
        break;
      case vrrp.ceLoadBalance.id:
      case vrrp6.ceLoadBalance.id:
        if (isRead(line.match!)) exists = true;
        break;
      case commands.priority.id:
        priority = number(line, 'priority-value') ?? priority;
        break;
      case commands.preemptDelay.id:
      case commands.cePreemptDelay.id: {
        delay = number(line, 'delay-time') ?? delay;
        if (has(line, 'disable')) preemptDisabled = line;
        break;
      }
      case commands.preemptDisable.id:
        if (line.match!.complete) preemptDisabled = line;
        break;
      case commands.timerAdvertise.id: {
        const interval = number(line, 'advertise-interval');
        if (interval) advertise = { ...interval, unit: family === 6 ? 'cs' : 's' };
        break;
      }
      case commands.timerMillisecond.id: {
        const word = words(line.text).at(-1);
        if (word && /^\d+$/.test(word.text))
          advertise = {
            value: Number(word.text),
            at: { anchor: line.anchor, row: line.row, start: line.start + word.start, end: line.end },
            unit: 'ms',
          };
        break;
      }
      case commands.holdingMultiplier.id:
        holdMultiplier = number(line, 'holding-multiplier-value') ?? holdMultiplier;
        break;
      case commands.admin.id:
      case commands.ceAdmin.id:
        admin = { at: number(line, 'virtual-router-id')!.at, line, ignoreIfDown: has(line, 'ignore-if-down') };
        break;
      case commands.trackAdmin.id:
        follow(line);
        break;
      default: {
        if (line.match!.command === vrrp6.ceTrack.id && has(line, 'admin-vrrp')) {
          follow(line);
          break;
        }
        const object = trackedObject(line);
        if (!object) break;
        const increased = writtenNumber(line, 'value-increased');
        const written = writtenNumber(line, 'value-reduced');
        tracks.push({
          line,
          object,
          increased,
          reduced:
            increased || changesRole(object)
              ? undefined
              : (written ?? (object.kind === 'monitor-group' ? undefined : { value: 10, at: line })),
        });
      }
    }
  }
  const first = lines[0]!;
  const at = number(first, 'virtual-router-id')?.at ?? first;
  return {
    family,
    vrid: number(first, 'virtual-router-id')!.value,
    at,
    interfaceKey: key,
    interfaceName,
    lines,
    exists,
    virtualIps: distinct(virtualIps, (one) => `${one.address.key} ${one.linkLocal}`),
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
  if (group) return { kind: 'monitor-group', name: group, link: has(line, 'link') };
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
