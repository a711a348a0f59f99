// The answers that a pair has given about its users who log in: their sub-interfaces, their pool, the NAS, the way across.
import type { Device, Interface, Pool, PoolUse, Rbp, Rbs } from '../../model/device';
import { linesMatching, canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import { nameKey } from '../../model/names';
import { localAddressesOn } from '../../model/vrrp/addresses';
import { bindings, followedBy, hasService, type GroupRole } from '../../model/services/bindings';
import { serviceOf } from '../../model/services/channels';
import { prefixesOfPool } from '../../model/services/pool-addresses';
import { movedLoopback, tunnelStarts } from '../../model/services/tunnels';
import { prefix } from '../../model/address';
import type { Side } from '../../model/pairing/pair';
import { groupBesideAnswers, type Holder, type SetAnswer } from './answers-of-pair';

/** Sets what one device says about users who log in; nothing where the profile does not back up `bras`. */
export function loginAnswers(side: Side, { device, profile, instance }: Holder, set: SetAnswer): void {
  if (!profile || !hasService(profile, 'bras')) return;
  const service = serviceOf(profile, device);
  if (hasService(profile, 'multicast')) set('multicast', 'yes');
  usersAnswers(side, device, profile, set);
  evenUsersAnswers(side, device, profile, set);
  nasAnswers(profile, set);
  // Of users with addresses of both families NAT64 translates those of IPv6.
  if (instance?.kind === 'nat64') prefixAnswers(side, device, profile, set);
  poolAnswers(side, device, profile, service, set);
  if (service) {
    protectAnswers(side, device, service, set);
    tunnelAnswers(side, device, service, set);
  }
}

function usersAnswers(side: Side, device: Device, profile: Rbp, set: SetAnswer): void {
  const [port] = bindings(profile, device).interfaces;
  if (!port) return;
  set(`users-interface-${side}`, port.name);
  set('user-vlan', valueIn(port, /^user-vlan (\d+)/));
  set('domain', domainOf(port));
  set('user-group', groupIn(device, domainOf(port)));
}

/** The second group of users who are shared out by their MAC address. */
function evenUsersAnswers(side: Side, device: Device, profile: Rbp, set: SetAnswer): void {
  if (!profile.roles.some((role) => role.kind === 'group' && role.mac !== undefined)) return;
  set('sharing', 'odd-even');
  const role = profile.roles.find((role) => role.kind === 'group' && role.mac === 'even-mac');
  if (role?.kind === 'group')
    groupBesideAnswers('second-', side, device, followedBy(profile, 'even-mac', device), namedBy(role), set);
}

function namedBy(role: GroupRole): { interfaceKey: string; name: string; vrid: number } {
  return { interfaceKey: role.interfaceKey, name: role.interface.value, vrid: role.vrid.value };
}

/** The domain in which users of an interface log in. */
export function domainOf(port: Interface): string | undefined {
  return valueIn(port, /^access-type .*\bauthentication (\S+)$/);
}

/** The group in which the users of a domain are translated. */
function groupIn({ nameIndex }: Device, domain: string | undefined): string | undefined {
  const definitions = domain === undefined ? [] : nameIndex.definitionsOf('domain', nameKey(domain));
  const lines = definitions.flatMap(({ line }) => inForce([...line.lines]));
  return lines.flatMap((line) => /^user-group (\S+) bind /.exec(line.text.trim())?.[1] ?? [])[0];
}

function valueIn({ block }: Interface, pattern: RegExp): string | undefined {
  const lines = inForce([...block.lines]).flatMap((line) => [line, ...line.lines]);
  return lines.flatMap((line) => pattern.exec(canonicalText(line))?.[1] ?? [])[0];
}

function nasAnswers(profile: Rbp, set: SetAnswer): void {
  for (const line of profile.nas) {
    const hit = /^nas logic-(ip|sysname) (\S+)$/.exec(line.text.trim());
    if (hit) set(`nas-${hit[1]}`, hit[2]);
    const port = /^nas logic-port (.+)$/.exec(line.text.trim())?.[1];
    if (port !== undefined) set('nas-port', port.replaceAll(' ', ''));
  }
}

function poolAnswers(side: Side, device: Device, profile: Rbp, service: Rbs | undefined, set: SetAnswer): void {
  const ofService = service?.pools.find((use) => use.family === 4);
  const ofProfile = profile.pools.find((use) => use.family === 4);
  const use = ofProfile ?? ofService;
  if (!use) return;
  set('pools', ofProfile ? 'exclusive' : 'shared');
  set('pool', use.name.value);
  set(`pool-${side}`, use.name.value);
  const pool = poolOf(device, use);
  if (!pool) return;
  const gateway = gatewayOf(pool);
  if (gateway !== undefined) set('pool-gateway', gateway);
  const [section] = pool.sections;
  if (!section) return;
  set('pool-from', section.from.key);
  set('pool-to', section.to.key);
}

/** The pool of the profile whose users get prefixes. */
function prefixAnswers(side: Side, device: Device, { pools }: Rbp, set: SetAnswer): void {
  const use = pools.find(({ family }) => family === 6);
  if (!use) return;
  set('pool', use.name.value);
  set(`pool-${side}`, use.name.value);
  const pool = poolOf(device, use);
  const [given] = pool ? prefixesOfPool(pool, device.views) : [];
  set('pool-prefix', given?.text.split(',')[0]);
}

function poolOf({ pools }: Device, { name, family }: PoolUse): Pool | undefined {
  return pools.find((pool) => pool.family === family && pool.key === nameKey(name.value));
}

/** `198.51.100.1/24` */
function gatewayOf({ block }: Pool): string | undefined {
  const [line] = linesMatching(block.lines, /^gateway \S+ \S+$/);
  const [, host = '', mask = ''] = line ? canonicalText(line).split(' ') : [];
  const own = line && prefix(host, mask);
  return own && `${own.address.key}/${own.length}`;
}

function tunnelAnswers(side: Side, device: Device, service: Rbs, set: SetAnswer): void {
  const moved = movedLoopback(service);
  if (!moved) return;
  set(`tunnel-loopback-${side}`, moved.number);
  const [own] = localAddressesOn(device.interfaces.get(`loopback${moved.number}`), 4);
  if (own) set(`tunnel-address-${side}`, own.prefix.address.key);
  const [start] = tunnelStarts(device, moved.number);
  if (!start) return;
  set('l2tp-group', start.group.heads[0]?.text.trim().split(/\s+/)[1]);
  set('lns', linesMatching(start.group.lines, /^start l2tp ip /).map((line) => canonicalText(line).split(' ')[3])[0]);
}

function protectAnswers(side: Side, device: Device, { block }: Rbs, set: SetAnswer): void {
  const pattern = /^protect redirect ip-nexthop (\S+) interface (\S+)$/;
  const [line] = linesMatching(block.lines, pattern);
  const [, nextHop = '', key = ''] = line ? (pattern.exec(canonicalText(line)) ?? []) : [];
  const port = device.interfaces.get(key);
  if (!port) return;
  set(`protect-interface-${side}`, port.name);
  const [own] = localAddressesOn(port, 4);
  if (!own) return;
  set(`protect-address-${side}`, `${own.prefix.address.key}/${own.prefix.length}`);
  set(`protect-address-${side === 'a' ? 'b' : 'a'}`, `${nextHop}/${own.prefix.length}`);
}
