// The objects of a device that have a view of their own, each read from the block of all lines of that view.
import {
  bfd,
  dsLite,
  eTrunk,
  interfaceView,
  ipPool,
  ipv6Pool,
  monitorGroup,
  nat64Instance,
  natInstance,
  rbp,
  rbs,
  serviceInstanceGroup,
  serviceLocation,
  session,
  ssl,
} from '../../catalogue';
import { words } from '../../text/words';
import type {
  BfdSession,
  Block,
  Channel,
  ETrunk,
  InstanceGroup,
  MonitorGroup,
  Interface,
  Named,
  Pool,
  PoolUse,
  Rbp,
  Rbs,
  RoleSource,
  ServiceInstance,
  ServiceLocation,
} from '../device';
import { inForce } from '../lines/in-force';
import { isRead, type MatchedLine } from '../lines/matched-line';
import { interfaceKey, nameKey } from '../names';
import type { Fact } from '../place';
import { readInterface } from './read-interface';
import { addressOf, distinct, has, lastKeyword, nameOf, number, text, writtenNumber } from './line-values';

/** The objects that one section declares. */
export interface Objects {
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
  monitorGroup: MonitorGroup;
  ssl: Named;
}

/** What opens a view that has an object: the command, the argument that names it. */
export const heads: Readonly<Record<string, { readonly kind: keyof Objects; readonly name: string }>> = {
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

/** How each kind of object is read from the head and the lines of its block. */
export const readers: {
  readonly [Kind in keyof Objects]: (block: Block, name: Fact<string>, key: string) => Objects[Kind];
} = {
  interface: readInterface,
  rbs: readRbs,
  rbp: readRbp,
  pool4: (block, name, key) => readPool(4, block, name, key),
  pool6: (block, name, key) => readPool(6, block, name, key),
  location: readLocation,
  instanceGroup: (block, name, key) => ({
    name: name.value,
    key,
    at: name.at,
    block,
    locations: distinct(
      commands(block, serviceInstanceGroup.serviceLocation.id).flatMap(
        (line) => number(line, 'service-location-id') ?? [],
      ),
      (fact) => fact.value,
    ),
    rbs: commands(block, serviceInstanceGroup.rbs.id)
      .map((line) => nameOf(line, 'remote-backup-service-name'))
      .at(-1),
  }),
  'ds-lite': (block, name, key) => readInstance('ds-lite', block, name, key),
  nat: (block, name, key) => readInstance('nat', block, name, key),
  nat64: (block, name, key) => readInstance('nat64', block, name, key),
  eTrunk: (block, name) => readETrunk(block, name),
  bfd: (block, name) => {
    const discriminators = [...block.heads, ...block.lines];
    const last = (argument: string) =>
      discriminators
        .map((line) => number(line, argument))
        .filter((value) => value !== undefined)
        .at(-1);
    const through = block.heads.map((line) => text(line, 'interface')).find((value) => value !== undefined);
    const ofHeads = <Value>(read: (line: MatchedLine) => Value | undefined) =>
      block.heads.map(read).find((value) => value !== undefined);
    return {
      name: name.value,
      at: name.at,
      local: last('local-discriminator'),
      remote: last('remote-discriminator'),
      peer: ofHeads((line) => addressOf(line, 'peer-ip') ?? addressOf(line, 'peer-ipv6')),
      source: ofHeads((line) => addressOf(line, 'source-ip') ?? addressOf(line, 'source-ipv6')),
      interface: through,
      interfaceKey: through && interfaceKey(through.value),
      vpn: ofHeads((line) => text(line, 'vpn-instance-name'))?.value.toLowerCase(),
      oneArm: block.heads.some((line) => has(line, 'one-arm-echo')),
      auto: block.heads.some((line) => has(line, 'auto')),
      // In a script the line commits what was typed so far, whatever view it stands in.
      commit: block.lines.find(
        ({ match, indent, prompt }) => match?.command === session.commit.id && indent > 0 && !prompt,
      ),
      shutdown: commands(block, interfaceView.shutdown.id).at(-1),
    };
  },
  monitorGroup: (block, name, key) => ({ name: name.value, key, at: name.at, block }),
  ssl: (_block, name, key) => ({ name: name.value, key, at: name.at }),
};

/** Lines of the block that are this command and hold in the end. */
function commands(block: Block, id: string): MatchedLine[] {
  return inForce(block.lines).filter((line) => line.match?.command === id && !line.match.undo);
}

function readRbs(block: Block, name: Fact<string>, key: string): Rbs {
  const of = (command: { readonly id: string }): MatchedLine[] => commands(block, command.id);
  return {
    name: name.value,
    key,
    at: name.at,
    block,
    // A later line replaces an earlier one of its family.
    channels: [
      ...of(rbs.peer)
        .flatMap((line) => channelOf(line, 4))
        .slice(-1),
      ...of(rbs.peer6)
        .flatMap((line) => channelOf(line, 6))
        .slice(-1),
    ],
    sslPolicy: of(rbs.bindSslPolicy)
      .map((line) => nameOf(line, 'ssl-policy-name'))
      .at(-1),
    shutdown: block.lines
      .filter((line) => line.match?.command === rbs.shutdown.id)
      .map((line) => (line.match!.undo ? undefined : line))
      .at(-1),
    batches: [
      ...of(rbs.batchNow).flatMap((line) => batchOf(line, true)),
      ...of(rbs.batchDaily).flatMap((line) => batchOf(line, false)),
    ],
    tracks: [rbs.trackBfd, rbs.trackBfdByName, rbs.trackInterface, rbs.trackMonitorGroup].flatMap(of),
    pools: [
      ...of(rbs.ipPool).flatMap((line) => poolUse(line, 4)),
      ...of(rbs.ipv6Pool).flatMap((line) => poolUse(line, 6)),
    ],
  };
}

function channelOf(line: MatchedLine, family: 4 | 6): Channel[] {
  const peer = addressOf(line, family === 4 ? 'peer-ip-address' : 'peer-ipv6-address');
  const source = addressOf(line, family === 4 ? 'source-ip-address' : 'source-ipv6-address');
  const port = writtenNumber(line, 'port-id');
  return peer && source && port ? [{ family, line, peer, source, port }] : [];
}

/** `now`: a line that acts at once, not daily. */
function batchOf(line: MatchedLine, now: boolean): Rbs['batches'] {
  const spoken = words(line.text);
  const at = spoken.findIndex((word) => word.text.toLowerCase().startsWith('service'));
  const service = spoken[at + 1];
  if (!service) return [];
  const role = line.match?.roles[at + 1];
  const value = role?.kind === 'keyword' ? role.keyword : service.text.toLowerCase();
  const [start, end] = [line.start + service.start, line.start + service.end];
  return [{ line, now, service: { value, at: { anchor: line.anchor, row: line.row, start, end } } }];
}

function poolUse(line: MatchedLine, family: 4 | 6): PoolUse[] {
  const name = nameOf(line, family === 4 ? 'ip-pool-name' : 'ipv6-pool-name');
  return name
    ? [{ line, name, family, metric: number(line, 'metric'), more: has(line, 'include') || !line.match!.complete }]
    : [];
}

/** The family of the group from which a line of a profile takes the role. */
function familyFollowed(command: string): 4 | 6 | undefined {
  if (command === rbp.vrrpId.id) return 4;
  return command === rbp.vrrp6Id.id ? 6 : undefined;
}

/** Which users the group serves, where two groups share them by MAC address. */
function macParity(line: MatchedLine): 'odd-mac' | 'even-mac' | undefined {
  if (has(line, 'odd-mac')) return 'odd-mac';
  return has(line, 'even-mac') ? 'even-mac' : undefined;
}

function readETrunk(block: Block, name: Fact<string>): ETrunk {
  const of = ({ id }: { readonly id: string }): MatchedLine[] => commands(block, id);
  const last = (lines: readonly MatchedLine[], argument: string) =>
    lines.flatMap((line) => number(line, argument) ?? []).at(-1);
  const channel = [...of(eTrunk.peer), ...of(eTrunk.peer6)].at(-1);
  const timers = of(eTrunk.timers);
  return {
    id: Number(name.value),
    at: name.at,
    block,
    priority: last(of(eTrunk.priority), 'priority'),
    peer: channel && (addressOf(channel, 'peer-ip-address') ?? addressOf(channel, 'peer-ipv6-address')),
    source: channel && (addressOf(channel, 'source-ip-address') ?? addressOf(channel, 'source-ipv6-address')),
    hello: last(timers, 'hello-time'),
    holdMultiplier: last(timers, 'multiplier'),
    revertDelay: last(timers, 'delay'),
    revertDisabled: of(eTrunk.revert).at(-1),
    select: of(eTrunk.select).at(-1),
    bfd: [
      ...of(eTrunk.trackBfd).map((line) => ({ line, session: nameOf(line, 'session-name') })),
      ...of(eTrunk.trackBfdByNumber).map((line) => ({ line })),
      ...of(eTrunk.bfd).map((line) => ({ line })),
    ],
  };
}

function readRbp(block: Block, name: Fact<string>, key: string): Rbp {
  const keyword = (line: MatchedLine) => lastKeyword(line, words(line.text));
  const roles = block.lines.flatMap((line): RoleSource[] => {
    if (!line.match || line.match.undo) return [];
    if (line.match.command === rbp.eTrunk.id) {
      const [trunk, ethTrunk] = [number(line, 'e-trunk-id'), number(line, 'eth-trunk-id')];
      return trunk && ethTrunk ? [{ kind: 'e-trunk', eTrunk: trunk, ethTrunk, line }] : [];
    }
    const family = familyFollowed(line.match.command);
    const [vrid, followed] = [number(line, 'vrid'), text(line, 'interface')];
    if (!family || !vrid || !followed) return [];
    return [
      {
        kind: 'group',
        family,
        vrid,
        interface: followed,
        interfaceKey: interfaceKey(followed.value),
        mac: macParity(line),
        line,
      },
    ];
  });
  const bound = commands(block, rbp.backupId.id).at(-1);
  return {
    name: name.value,
    key,
    at: name.at,
    block,
    backupId: bound && writtenNumber(bound, 'backup-id'),
    rbs: bound && nameOf(bound, 'service-name'),
    mode: commands(block, rbp.peerBackup.id)
      .filter((line) => line.match!.complete)
      .map(keyword)
      .at(-1),
    services: distinct(
      commands(block, rbp.serviceType.id).flatMap((line) => (line.match!.reached >= 2 ? (keyword(line) ?? []) : [])),
      (fact) => fact.value,
    ),
    roles: distinct(roles, (roleSource) =>
      roleSource.kind === 'group'
        ? `${roleSource.family} ${roleSource.vrid.value} ${roleSource.interfaceKey} ${roleSource.mac}`
        : `${roleSource.eTrunk.value} ${roleSource.ethTrunk.value}`,
    ),
    nas: [rbp.nasPort, rbp.nasIp, rbp.nasSysname].flatMap((entry) => commands(block, entry.id)),
    pools: [
      ...commands(block, rbp.ipPool.id).flatMap((line) => poolUse(line, 4)),
      ...commands(block, rbp.ipv6Pool.id).flatMap((line) => poolUse(line, 6)),
    ],
  };
}

function readPool(family: 4 | 6, block: Block, name: Fact<string>, key: string): Pool {
  return {
    name: name.value,
    key,
    family,
    at: name.at,
    block,
    server: block.heads.some((head) => has(head, 'server')),
    bas: block.heads.some((head) => has(head, 'bas')),
    profiles: distinct(
      commands(block, rbp.bindPool.id).flatMap((line) => nameOf(line, 'profile-name') ?? []),
      (fact) => nameKey(fact.value),
    ),
    identifier: commands(block, ipPool.serverIdentifier.id)
      .map((line) => addressOf(line, 'ip-address'))
      .at(-1),
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
    id: Number(name.value),
    at: name.at,
    block,
    locations: commands(block, serviceLocation.location.id)
      .filter((line) => isRead(line.match!))
      .map((line) => ({ line, backup: has(line, 'backup') })),
    remote:
      remote && over && peer
        ? {
            line: remote,
            interface: over,
            interfaceKey: interfaceKey(over.value),
            peer,
            key: text(remote, 'key-value')?.at,
          }
        : undefined,
    group: group && vrid && on ? { line: group, vrid, interface: on, interfaceKey: interfaceKey(on.value) } : undefined,
    groupWithoutId: block.lines.find((line) => /^vrrp\s+vrid\s+interface\b/i.test(line.text)),
  };
}

function readInstance(kind: ServiceInstance['kind'], block: Block, name: Fact<string>, key: string): ServiceInstance {
  return {
    kind,
    name: name.value,
    key,
    at: name.at,
    block,
    id: block.heads.map((head) => number(head, 'id')).find((id) => id !== undefined),
    groups: distinct(
      commands(block, serviceInstanceGroup.bind.id).flatMap(
        (line) => nameOf(line, 'service-instance-group-name') ?? [],
      ),
      (fact) => nameKey(fact.value),
    ),
  };
}
