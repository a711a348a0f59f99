// The device of a file, from the facts of its sections: blocks of one name are merged, each object is read from its block.
// What a block of one section yields is kept with it, so that an edit reads one object again, not all.
import {
  bfd, dsLite, eTrunk, interfaceView, ipPool, ipv6Pool, monitorGroup, nat64Instance, natInstance, rbp, rbs, serviceInstanceGroup,
  serviceLocation, session, ssl, system,
} from '../catalogue/index';
import { words } from '../text/words';
import type {
  BfdSession, Block, Channel, Device, ETrunk, Encoding, InstanceGroup, Interface, Named, Pool, PoolUse, Rbp, Rbs, RoleSource, ServiceInstance, ServiceLocation,
} from './device';
import { isRead, type MatchedLine, type SectionFacts } from './lines';
import { interfaceKey, nameKey } from './names';
import { rowOf, type Fact, type Place } from './place';
import { readInterface } from './read-interface';
import { addressOf, distinct, has, lastKeyword, nameOf, number, placeIn, text, writtenNumber } from './read-lines';

export interface DeviceInfo {
  readonly eol: '\r\n' | '\n';
  readonly rows: number;
  readonly encoding: Encoding;
  /** The device's name where the file has no sysname. */
  readonly fallbackName: string;
}

/** What opens a view that has an object: the command, the argument that names it. */
const heads: Readonly<Record<string, { readonly kind: keyof Objects; readonly name: string }>> = {
  [interfaceView.create.id]: { kind: 'interface', name: 'interface' },
  [rbs.create.id]: { kind: 'rbs', name: 'remote-backup-service-name' },
  [rbp.create.id]: { kind: 'rbp', name: 'profile-name' },
  [ipPool.create.id]: { kind: 'pool4', name: 'ip-pool-name' },
  [ipv6Pool.create.id]: { kind: 'pool6', name: 'pool-name' },
  [serviceLocation.create.id]: { kind: 'location', name: 'service-location-id' },
  [serviceInstanceGroup.create.id]: { kind: 'instanceGroup', name: 'service-instance-group-name' },
  [dsLite.instance.id]: { kind: 'ds-lite', name: 'instance-name' },
  [natInstance.create.id]: { kind: 'nat', name: 'instance-name' },
  [nat64Instance.create.id]: { kind: 'nat64', name: 'instance-name' },
  [eTrunk.create.id]: { kind: 'eTrunk', name: 'e-trunk-id' },
  [bfd.session.id]: { kind: 'bfd', name: 'session-name' },
  [monitorGroup.create.id]: { kind: 'monitorGroup', name: 'group-name' },
  [ssl.policy.id]: { kind: 'ssl', name: 'policy-name' },
};

interface Objects {
  interface: Interface;
  rbs: Rbs;
  rbp: Rbp;
  pool4: Pool;
  pool6: Pool;
  location: ServiceLocation;
  instanceGroup: InstanceGroup;
  'ds-lite': ServiceInstance;
  nat: ServiceInstance;
  nat64: ServiceInstance;
  eTrunk: ETrunk;
  bfd: BfdSession;
  monitorGroup: Named;
  ssl: Named;
}

/** One view of one section. */
interface Piece {
  readonly kind: keyof Objects;
  readonly key: string;
  readonly name: Fact<string>;
  readonly head: MatchedLine;
  /** The head stands in a section before. */
  readonly goesOn: boolean;
}

/** What one section adds to the device. */
interface Contribution {
  readonly pieces: readonly Piece[];
  readonly system: readonly MatchedLine[];
  readonly views: readonly MatchedLine[];
  readonly sysnames: readonly Fact<string>[];
  readonly sslPolicies: readonly Named[];
  readonly firewall: boolean;
  /** A `return` with no command behind it. */
  readonly returnLine?: MatchedLine;
  readonly commands: boolean;
}

const contributions = new WeakMap<SectionFacts, Contribution>();
const objects = new WeakMap<MatchedLine, { readonly pieces: readonly Piece[]; readonly value: unknown }>();

export function device(file: string, facts: readonly SectionFacts[], info: DeviceInfo): Device {
  const pieces: Record<keyof Objects, Map<string, Piece[]>> = {
    interface: new Map(), rbs: new Map(), rbp: new Map(), pool4: new Map(), pool6: new Map(), location: new Map(), instanceGroup: new Map(),
    'ds-lite': new Map(), nat: new Map(), nat64: new Map(), eTrunk: new Map(), bfd: new Map(), monitorGroup: new Map(), ssl: new Map(),
  };
  const systemLines = new Map<string, MatchedLine[]>();
  const views = new Map<string, Block[]>();
  const sysnames: Fact<string>[] = [];
  const sslPolicies = new Map<string, Named>();
  let firewall = false;
  let returnLine: MatchedLine | undefined;
  let firstLine: Place | undefined;
  for (const section of facts) {
    firstLine ??= section.all[0];
    const adds = contributionOf(section);
    for (const piece of adds.pieces) push(pieces[piece.kind], piece.key, piece);
    for (const line of adds.system) push(systemLines, systemKey(line), line);
    for (const line of adds.views) pushView(views, line, line.anchor !== section.anchor);
    sysnames.push(...adds.sysnames);
    for (const policy of adds.sslPolicies) if (!sslPolicies.has(policy.key)) sslPolicies.set(policy.key, policy);
    firewall ||= adds.firewall;
    if (adds.commands) returnLine = adds.returnLine;
  }
  const all = <Kind extends keyof Objects>(kind: Kind): Objects[Kind][] => [...pieces[kind].values()].map((list) => object(kind, list));
  const keyed = <Key, Value>(list: readonly Value[], key: (value: Value) => Key) => new Map(list.map((value) => [key(value), value]));

  const last = facts[facts.length - 1];
  const interfaces = keyed(all('interface'), (one) => one.key);
  const addresses = new Map<string, { interface: Interface; address: Interface['addresses'][number] }[]>();
  for (const one of interfaces.values()) for (const address of one.addresses) push(addresses, address.prefix.address.key, { interface: one, address });
  return {
    file, ...info, name: sysnames[0]?.value ?? info.fallbackName, sysname: sysnames[0], otherSysnames: sysnames.slice(1), firstLine,
    endRow: returnLine ? rowOf(returnLine) : last ? last.anchor.row + last.filled : 0,
    interfaces, groups: [...interfaces.values()].flatMap((one) => one.groups), addresses,
    services: keyed(all('rbs'), (one) => one.key),
    profiles: keyed(all('rbp'), (one) => one.key),
    pools: [...all('pool4'), ...all('pool6')],
    locations: keyed(all('location'), (one) => one.id),
    instanceGroups: keyed(all('instanceGroup'), (one) => one.key),
    instances: [...all('ds-lite'), ...all('nat'), ...all('nat64')],
    eTrunks: keyed(all('eTrunk'), (one) => one.id),
    bfdSessions: all('bfd'),
    monitorGroups: keyed(all('monitorGroup'), (one) => one.key),
    sslPolicies, system: systemLines, views, firewall,
  };
}

/** The command's id; lines the catalogue does not know stand together by their first two words. */
function systemKey(line: MatchedLine): string {
  return line.match?.command ?? line.text.split(/\s+/, 2).join(' ').toLowerCase();
}

/** A view that goes on from the section before is the same block. */
function pushView(views: Map<string, Block[]>, head: MatchedLine, goesOn: boolean): void {
  const list = views.get(head.opens!);
  const before = list?.[list.length - 1];
  if (goesOn && before) list![list!.length - 1] = { heads: before.heads, lines: [...before.lines, ...head.lines] };
  else push(views, head.opens!, { heads: [head], lines: head.lines });
}

function push<Key, Value>(index: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

function contributionOf(facts: SectionFacts): Contribution {
  let found = contributions.get(facts);
  if (!found) {
    found = contribution(facts);
    contributions.set(facts, found);
  }
  return found;
}

function contribution(facts: SectionFacts): Contribution {
  const pieces: Piece[] = [];
  const systemView: MatchedLine[] = [];
  const views: MatchedLine[] = [];
  const sysnames: Fact<string>[] = [];
  const sslPolicies: Named[] = [];
  let firewall = false;
  let returnLine: MatchedLine | undefined;
  const typed = new Set(facts.all);
  for (const line of facts.lines) {
    // The copy of a head that a section before left open: its lines belong to the block, it says nothing itself.
    const goesOn = line.anchor !== facts.anchor;
    const { match } = line;
    if (match?.undo) continue;
    const head = match && heads[match.command];
    const name = head && nameOf(line, head.name);
    if (head && name && (line.opens || head.kind === 'bfd')) pieces.push({ kind: head.kind, key: keyOf(head.kind, name.value), name, head: line, goesOn });
    else if (line.opens) views.push(line);
    // A head that a prompt stands for was not typed here.
    if (goesOn || line.text === '' || !(line.view === 'system' || line.view === 'user') || !typed.has(line)) continue;
    systemView.push(line);
    const own = match?.command === system.sysname.id ? nameOf(line, 'host-name') : undefined;
    if (own) sysnames.push(own);
  }
  for (const line of facts.all) {
    if (line.prompt?.startsWith('HRP_') || /^hrp\b/i.test(line.text)) firewall = true;
    if (line.match?.command === session.return.id || /^return$/i.test(line.text)) returnLine = line;
    else returnLine = undefined;
    // `ssl policy NAME` counts at any indent (DECISIONS 35); a view inside a view (bgp families) is found by the block it hangs in.
    const policy = /^ssl policy (\S+)/i.exec(line.text);
    if (policy) sslPolicies.push({ name: policy[1]!, key: nameKey(policy[1]!), at: placeIn(line, policy[0].length - policy[1]!.length, policy[0].length) });
  }
  return { pieces, system: systemView, views, sysnames, sslPolicies, firewall, returnLine, commands: facts.all.length > 0 };
}

function keyOf(kind: keyof Objects, name: string): string {
  return kind === 'interface' ? interfaceKey(name) : kind === 'location' || kind === 'eTrunk' ? String(Number(name)) : nameKey(name);
}

/** The object of these pieces; kept while it is made of the same ones. */
function object<Kind extends keyof Objects>(kind: Kind, pieces: readonly Piece[]): Objects[Kind] {
  const key = pieces[0]!.head;
  const kept = objects.get(key);
  if (kept && kept.pieces.length === pieces.length && kept.pieces.every((piece, index) => piece === pieces[index])) return kept.value as Objects[Kind];
  const value = derive(kind, pieces);
  objects.set(key, { pieces, value });
  return value;
}

function derive<Kind extends keyof Objects>(kind: Kind, pieces: readonly Piece[]): Objects[Kind] {
  const block: Block = {
    heads: pieces.filter((piece, index) => index === 0 || !piece.goesOn).map((piece) => piece.head),
    lines: pieces.length === 1 ? pieces[0]!.head.lines : pieces.flatMap((piece) => piece.head.lines),
  };
  const { name, key } = pieces[0]!;
  return readers[kind](block, name, key);
}

const readers: { readonly [Kind in keyof Objects]: (block: Block, name: Fact<string>, key: string) => Objects[Kind] } = {
  interface: readInterface,
  rbs: readRbs,
  rbp: readRbp,
  pool4: (block, name, key) => readPool(4, block, name, key),
  pool6: (block, name, key) => readPool(6, block, name, key),
  location: readLocation,
  instanceGroup: (block, name, key) => ({
    name: name.value, key, at: name.at, block,
    locations: distinct(commands(block, serviceInstanceGroup.serviceLocation.id).flatMap((line) => number(line, 'service-location-id') ?? []), (one) => one.value),
    rbs: commands(block, serviceInstanceGroup.rbs.id).map((line) => nameOf(line, 'remote-backup-service-name')).at(-1),
  }),
  'ds-lite': (block, name, key) => readInstance('ds-lite', block, name, key),
  nat: (block, name, key) => readInstance('nat', block, name, key),
  nat64: (block, name, key) => readInstance('nat64', block, name, key),
  eTrunk: (block, name) => {
    const channel = [...commands(block, eTrunk.peer.id), ...commands(block, eTrunk.peer6.id)].at(-1);
    return {
      id: Number(name.value), at: name.at, block,
      priority: commands(block, eTrunk.priority.id).map((line) => number(line, 'priority')).at(-1),
      peer: channel && (addressOf(channel, 'peer-ip-address') ?? addressOf(channel, 'peer-ipv6-address')),
      source: channel && (addressOf(channel, 'source-ip-address') ?? addressOf(channel, 'source-ipv6-address')),
    };
  },
  bfd: (block, name) => {
    const discriminators = [...block.heads, ...block.lines];
    const last = (argument: string) => discriminators.map((line) => number(line, argument)).filter((value) => value !== undefined).at(-1);
    return { name: name.value, at: name.at, local: last('local-discriminator'), remote: last('remote-discriminator') };
  },
  monitorGroup: (_block, name, key) => ({ name: name.value, key, at: name.at }),
  ssl: (_block, name, key) => ({ name: name.value, key, at: name.at }),
};

/** Lines of the block that are this command, none of them undone. */
function commands(block: Block, id: string): MatchedLine[] {
  return block.lines.filter((line) => line.match?.command === id && !line.match.undo);
}

function readRbs(block: Block, name: Fact<string>, key: string): Rbs {
  const channel = (family: 4 | 6, line: MatchedLine): Channel[] => {
    const peer = addressOf(line, family === 4 ? 'peer-ip-address' : 'peer-ipv6-address');
    const source = addressOf(line, family === 4 ? 'source-ip-address' : 'source-ipv6-address');
    const port = writtenNumber(line, 'port-id');
    return peer && source && port ? [{ family, line, peer, source, port }] : [];
  };
  const batch = (line: MatchedLine, now: boolean) => {
    const spoken = words(line.text);
    const at = spoken.findIndex((word) => word.text.toLowerCase().startsWith('service'));
    const service = spoken[at + 1];
    const role = line.match?.roles[at + 1];
    return service ? [{ line, now, service: { value: role?.kind === 'keyword' ? role.keyword : service.text.toLowerCase(), at: { anchor: line.anchor, row: line.row, start: line.start + service.start, end: line.start + service.end } } }] : [];
  };
  return {
    name: name.value, key, at: name.at, block,
    channels: distinct(
      [...commands(block, rbs.peer.id).flatMap((line) => channel(4, line)), ...commands(block, rbs.peer6.id).flatMap((line) => channel(6, line))],
      (one) => `${one.peer.value.key} ${one.source.value.key} ${one.port.value}`,
    ),
    sslPolicy: commands(block, rbs.bindSslPolicy.id).map((line) => nameOf(line, 'ssl-policy-name')).at(-1),
    shutdown: block.lines.filter((line) => line.match?.command === rbs.shutdown.id).map((line) => (line.match!.undo ? undefined : line)).at(-1),
    batches: [...commands(block, rbs.batchNow.id).flatMap((line) => batch(line, true)), ...commands(block, rbs.batchDaily.id).flatMap((line) => batch(line, false))],
    tracks: [rbs.trackBfd, rbs.trackInterface, rbs.trackMonitorGroup].flatMap((one) => commands(block, one.id)),
    pools: [...commands(block, rbs.ipPool.id).flatMap((line) => poolUse(line, 4)), ...commands(block, rbs.ipv6Pool.id).flatMap((line) => poolUse(line, 6))],
  };
}

function poolUse(line: MatchedLine, family: 4 | 6): PoolUse[] {
  const name = nameOf(line, family === 4 ? 'ip-pool-name' : 'ipv6-pool-name');
  return name ? [{ line, name, family, metric: number(line, 'metric'), more: has(line, 'include') || !line.match!.complete }] : [];
}

function readRbp(block: Block, name: Fact<string>, key: string): Rbp {
  const keyword = (line: MatchedLine) => lastKeyword(line, words(line.text));
  const roles = block.lines.flatMap((line): RoleSource[] => {
    if (!line.match || line.match.undo) return [];
    if (line.match.command === rbp.eTrunk.id) {
      const [trunk, ethTrunk] = [number(line, 'e-trunk-id'), number(line, 'eth-trunk-id')];
      return trunk && ethTrunk ? [{ kind: 'e-trunk', eTrunk: trunk, ethTrunk, line }] : [];
    }
    const family = line.match.command === rbp.vrrpId.id ? 4 : line.match.command === rbp.vrrp6Id.id ? 6 : undefined;
    const [vrid, followed] = [number(line, 'vrid'), text(line, 'interface')];
    if (!family || !vrid || !followed) return [];
    const mac = has(line, 'odd-mac') ? 'odd-mac' : has(line, 'even-mac') ? 'even-mac' : undefined;
    return [{ kind: 'group', family, vrid, interface: followed, interfaceKey: interfaceKey(followed.value), mac, line }];
  });
  const bound = commands(block, rbp.backupId.id).at(-1);
  return {
    name: name.value, key, at: name.at, block,
    backupId: bound && (writtenNumber(bound, 'backup-id')),
    rbs: bound && nameOf(bound, 'service-name'),
    mode: commands(block, rbp.peerBackup.id).filter((line) => line.match!.complete).map(keyword).at(-1),
    services: distinct(commands(block, rbp.serviceType.id).flatMap((line) => (line.match!.reached >= 2 ? keyword(line) ?? [] : [])), (one) => one.value),
    roles: distinct(roles, (one) => (one.kind === 'group' ? `${one.family} ${one.vrid.value} ${one.interfaceKey} ${one.mac}` : `${one.eTrunk.value} ${one.ethTrunk.value}`)),
    nas: [rbp.nasPort, rbp.nasIp, rbp.nasSysname].flatMap((one) => commands(block, one.id)),
    pools: [...commands(block, rbp.ipPool.id).flatMap((line) => poolUse(line, 4)), ...commands(block, rbp.ipv6Pool.id).flatMap((line) => poolUse(line, 6))],
  };
}

function readPool(family: 4 | 6, block: Block, name: Fact<string>, key: string): Pool {
  return {
    name: name.value, key, family, at: name.at, block,
    server: block.heads.some((head) => has(head, 'server')),
    bas: block.heads.some((head) => has(head, 'bas')),
    profiles: distinct(commands(block, rbp.bindPool.id).flatMap((line) => nameOf(line, 'profile-name') ?? []), (one) => nameKey(one.value)),
    identifier: commands(block, ipPool.serverIdentifier.id).map((line) => addressOf(line, 'ip-address')).at(-1),
    sections: commands(block, ipPool.section.id).flatMap((line) => {
      const from = addressOf(line, 'start-address');
      return from ? [{ line, from: from.value, to: (addressOf(line, 'end-address') ?? from).value }] : [];
    }),
  };
}

function readLocation(block: Block, name: Fact<string>): ServiceLocation {
  const remote = commands(block, serviceLocation.remoteBackup.id).at(-1);
  const [over, peer] = [remote && text(remote, 'interface'), remote && addressOf(remote, 'ip-address')];
  const group = commands(block, serviceLocation.vrrp.id).at(-1);
  const [vrid, on] = [group && number(group, 'vrrp-id'), group && text(group, 'interface')];
  return {
    id: Number(name.value), at: name.at, block,
    locations: commands(block, serviceLocation.location.id).filter((line) => isRead(line.match!)).map((line) => ({ line, backup: has(line, 'backup') })),
    remote: remote && over && peer ? { line: remote, interface: over, interfaceKey: interfaceKey(over.value), peer, key: text(remote, 'key-value')?.at } : undefined,
    group: group && vrid && on ? { line: group, vrid, interface: on, interfaceKey: interfaceKey(on.value) } : undefined,
    groupWithoutId: block.lines.find((line) => /^vrrp\s+vrid\s+interface\b/i.test(line.text)),
  };
}

function readInstance(kind: ServiceInstance['kind'], block: Block, name: Fact<string>, key: string): ServiceInstance {
  return {
    kind, name: name.value, key, at: name.at, block,
    id: block.heads.map((head) => number(head, 'id')).find((id) => id !== undefined),
    groups: distinct(commands(block, serviceInstanceGroup.bind.id).flatMap((line) => nameOf(line, 'service-instance-group-name') ?? []), (one) => nameKey(one.value)),
  };
}

