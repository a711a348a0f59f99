// The model: what a device is made of, where each fact stands, how lines nest in the shapes of text that operators have, and that
// an edit gives what reading the whole file anew gives.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { MatchedLine } from '../../server/src/model/lines/matched-line';
import { rowOf, type Place } from '../../server/src/model/place';
import { parsePrompt } from '../../server/src/model/lines/prompts';
import { readDevice, rereadDevice, type DeviceInfo, type DeviceReading } from '../../server/src/model/read/read-device';
import type { Section } from '../../server/src/syntax/line';
import { readText } from '../../server/src/syntax/read-text';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

const info = (rows: number): DeviceInfo => ({ eol: '\n', rows, encoding: 'utf-8', fallbackName: 'fallback' });

/** The device of a text that is indented as a whole, and what stands at a place of it. */
function read(indented: string) {
  const text = unindented(indented);
  const { sections, rows } = readText(text);
  const reading = readDevice('A.cfg', sections, info(rows));
  return {
    text,
    ...reading,
    at: (place: Place | undefined) => place && text.split('\n')[rowOf(place)]!.slice(place.start, place.end),
  };
}

function unindented(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const margin = /^ */.exec(lines[0]!)![0].length;
  return lines.map((line) => line.slice(margin)).join('\n');
}

/** The nesting of lines: `head { line, line }`. */
function tree(lines: readonly MatchedLine[]): string {
  return lines.map((line) => (line.opens ? `${line.text} { ${tree(line.lines)} }` : line.text)).join(', ');
}

function nesting(indented: string): string {
  return read(indented)
    .facts.map((facts) => tree(facts.lines))
    .filter((text) => text !== '')
    .join(' # ');
}

describe('an interface', () => {
  const config = `
    interface GigabitEthernet0/1/2.100
     ipv6 enable
     ip address 10.1.1.1 255.255.255.0
     ip address 10.1.2.1 24 sub
     ipv6 address 2001:DB8:1:0::1/64
     ipv6 address 2001:DB8:2::1 126
     ipv6 address FE80::1 link-local
     dhcp server enable
     dhcpv6 relay destination 2001:DB8:9::9
     remote-backup-profile Profile1
    #
    interface Eth-Trunk 10
     ipv6 address 2001:DB8:3::/64 eui-64
     e-trunk 5
     shutdown
    #
    interface LoopBack0
     shutdown
     undo shutdown
     ipv6 address auto link-local
     ip address 10.9.9.9 32
    #
  `;

  test('has its name, keys, addresses, switches and bindings', () => {
    const { device, at } = read(config);
    const port = device.interfaces.get('gigabitethernet0/1/2.100')!;
    assert.equal(port.name, 'GigabitEthernet0/1/2.100');
    assert.equal(port.mainKey, 'gigabitethernet0/1/2');
    assert.equal(at(port.at), 'GigabitEthernet0/1/2.100');
    assert.equal(at(port.ipv6Enable), 'ipv6 enable');
    assert.deepEqual(
      port.addresses.map((own) => [own.prefix.address.key, own.prefix.length, own.linkLocal, at(own.at)]),
      [
        ['10.1.1.1', 24, false, '10.1.1.1'],
        ['10.1.2.1', 24, false, '10.1.2.1'],
        ['2001:db8:1::1', 64, false, '2001:DB8:1:0::1'],
        ['2001:db8:2::1', 126, false, '2001:DB8:2::1'],
        ['fe80::1', 64, true, 'FE80::1'],
      ],
    );
    assert.equal(port.ipv6Addressed, false);
    assert.deepEqual(
      port.profiles.map((name) => [name.value, at(name.at)]),
      [['Profile1', 'Profile1']],
    );
    assert.deepEqual(
      port.relay.map((line) => line.text),
      ['dhcpv6 relay destination 2001:DB8:9::9'],
    );
    assert.equal(at(port.dhcpServer), 'dhcp server enable');
    assert.equal(port.shutdown, undefined);
  });

  test('may have addresses that the file does not say', () => {
    const { device, at } = read(config);
    const trunk = device.interfaces.get('eth-trunk10')!;
    assert.deepEqual(trunk.addresses, []);
    assert.equal(trunk.ipv6Addressed, true);
    assert.deepEqual([trunk.eTrunk!.value, at(trunk.eTrunk!.at), at(trunk.shutdown)], [5, '5', 'shutdown']);
    const loopback = device.interfaces.get('loopback0')!;
    assert.equal(loopback.ipv6Addressed, true);
    assert.equal(loopback.shutdown, undefined);
    assert.equal(
      read(`
      interface GigabitEthernet0/1/0
       ipv6 address FE80::5 link-local
    `).device.interfaces.get('gigabitethernet0/1/0')!.ipv6Addressed,
      true,
    );
  });

  test('is found by each address, however spelled', () => {
    const { device } = read(config);
    assert.deepEqual(
      device.addresses.get('2001:db8:1::1')!.map((one) => one.interface.key),
      ['gigabitethernet0/1/2.100'],
    );
    assert.deepEqual(
      [...device.addresses.keys()],
      ['10.1.1.1', '10.1.2.1', '2001:db8:1::1', '2001:db8:2::1', 'fe80::1', '10.9.9.9'],
    );
  });
});

describe('a group', () => {
  test('of VRRP6 has everything with its place', () => {
    const { device, at } = read(`
      interface GigabitEthernet0/1/2
       vrrp6 vrid 1 virtual-ip FE80::1 link-local
       vrrp6 vrid 1 virtual-ip 2001:DB8:1::50
       admin-vrrp6 vrid 1 ignore-if-down
       vrrp6 vrid 1 priority 120
       vrrp6 vrid 1 preempt-mode timer delay 1800
       vrrp6 vrid 1 timer advertise 200
       vrrp6 vrid 1 holding-multiplier 5
       vrrp6 vrid 1 track ipv6 interface GigabitEthernet 0/1/3 reduced 40
       vrrp6 vrid 1 track bfd-session session-name uplink increased 30
       vrrp6 vrid 1 track bfd-session 7 peer
       vrrp6 vrid 1 track monitor-group g1 failure-ratio 50 reduced 20
      #
    `);
    const [group] = device.groups;
    assert.equal(device.groups.length, 1);
    assert.deepEqual(
      [group!.family, group!.vrid, at(group!.at), rowOf(group!.at), group!.interfaceKey, group!.exists],
      [6, 1, '1', 1, 'gigabitethernet0/1/2', true],
    );
    assert.deepEqual(
      group!.virtualIps.map((ip) => [ip.address.key, ip.linkLocal, at(ip.at)]),
      [
        ['fe80::1', true, 'FE80::1'],
        ['2001:db8:1::50', false, '2001:DB8:1::50'],
      ],
    );
    assert.deepEqual(
      [group!.priority, group!.delay, group!.advertise, group!.holdMultiplier].map((fact) => [
        fact!.value,
        at(fact!.at),
      ]),
      [
        [120, '120'],
        [1800, '1800'],
        [200, '200'],
        [5, '5'],
      ],
    );
    assert.equal(group!.advertise!.unit, 'cs');
    assert.deepEqual([at(group!.admin!.at), group!.admin!.ignoreIfDown], ['1', true]);
    assert.deepEqual(
      group!.tracks.map(({ object, reduced, increased }) => [object.kind, reduced?.value, increased?.value]),
      [
        ['interface', 40, undefined],
        ['bfd-session', undefined, 30],
        ['bfd-session', undefined, undefined],
        ['monitor-group', 20, undefined],
      ],
    );
    const [uplink, session, peer, monitor] = group!.tracks.map((track) => track.object);
    assert.ok(
      uplink!.kind === 'interface' &&
        uplink!.key === 'gigabitethernet0/1/3' &&
        uplink!.ipv6 &&
        at(uplink!.name.at) === 'GigabitEthernet 0/1/3',
    );
    assert.ok(session!.kind === 'bfd-session' && session!.name!.value === 'uplink' && session!.role === undefined);
    assert.ok(peer!.kind === 'bfd-session' && peer!.id!.value === 7 && peer!.role === 'peer');
    assert.ok(monitor!.kind === 'monitor-group' && monitor!.name.value === 'g1' && !monitor!.link);
  });

  test('of VRRP counts in seconds, or milliseconds; where a track says nothing it takes 10', () => {
    const { device, at } = read(`
      interface GigabitEthernet0/1/2
       vrrp vrid 2 virtual-ip 10.1.1.100
       vrrp vrid 2 timer advertise 3
       vrrp vrid 2 preempt-mode disable
       vrrp vrid 2 track interface GigabitEthernet0/1/3
       vrrp vrid 2 track service-location 4 reduced 60
       vrrp vrid 2 track nqa a b
       vrrp vrid 2 track ip route 10.0.0.0 8 reduced 15
       vrrp vrid 2 track link-bfd down-number 1
       vrrp vrid 2 track monitor-group g1 failure-ratio 50
      interface GigabitEthernet0/1/4
       vrrp vrid 3 virtual-ip 10.1.2.100
       vrrp vrid 3 timer advertise millisecond 500
      #
    `);
    const [second, third] = device.groups;
    assert.deepEqual([second!.family, second!.advertise!.value, second!.advertise!.unit], [4, 3, 's']);
    assert.deepEqual([third!.advertise!.value, third!.advertise!.unit, at(third!.advertise!.at)], [500, 'ms', '500']);
    assert.equal(at(second!.preemptDisabled), 'vrrp vrid 2 preempt-mode disable');
    assert.deepEqual(
      second!.tracks.map(({ object, reduced }) => [object.kind, reduced?.value]),
      [
        ['interface', 10],
        ['service-location', 60],
        ['nqa', 10],
        ['route', 15],
        ['link-bfd', undefined],
        ['monitor-group', undefined],
      ],
    );
    assert.equal(at(second!.tracks[0]!.reduced!.at), 'vrrp vrid 2 track interface GigabitEthernet0/1/3');
  });

  test('exists by a virtual IP, bare, by unicast peers, or by following; not by its attributes', () => {
    const exists = (line: string) =>
      read(`
      interface GigabitEthernet0/1/2
       ${line}
      #
    `).device.groups[0]?.exists;
    assert.equal(exists('vrrp6 vrid 1'), true);
    assert.equal(exists('vrrp vrid 1 peer-ip 10.0.0.2 source-ip 10.0.0.1'), true);
    assert.equal(exists('vrrp vrid 1 join load-balance-vrrp vrid 2'), true);
    assert.equal(exists('vrrp vrid 1 virtual 10.0.0.100'), true);
    assert.equal(exists('vrrp6 vrid 1 priority 120'), false);
    assert.equal(exists('admin-vrrp vrid 1'), false);
    assert.equal(exists('vrrp6 vrid 1 virtual-ip'), undefined);
    assert.equal(exists('vrrp6 vrid 300 virtual-ip FE80::1 link-local'), undefined);
    assert.equal(exists('undo vrrp6 vrid 1 virtual-ip FE80::1 link-local'), undefined);
    assert.equal(exists('direct-route track vrrp vrid 1 degrade-cost 10'), undefined);
    const { device, at } = read(`
      interface GigabitEthernet0/1/2
       vrrp vrid 1 track admin-vrrp interface Eth-Trunk 5.1 vrid 9 unflowdown
      #
    `);
    const [group] = device.groups;
    assert.equal(group!.exists, true);
    assert.deepEqual(
      [
        group!.follows!.interfaceKey,
        group!.follows!.vrid.value,
        at(group!.follows!.vrid.at),
        group!.follows!.unflowdown,
      ],
      ['eth-trunk5.1', 9, '9', true],
    );
  });

  test('was meant where half a line stands beside a whole one', () => {
    const [group] = read(`
      interface GigabitEthernet0/1/2
       vrrp6 vrid 1 virtual-ip
       vrrp6 vrid 1 priority 120
      #
    `).device.groups;
    assert.deepEqual([group!.exists, group!.virtualIps.length, group!.lines.length], [true, 0, 2]);
  });
});

describe('backup objects', () => {
  test('a service: channels, policy, pools, batches, tracks', () => {
    const { device, at } = read(`
      remote-backup-service Service1
       peer 10.0.0.2 source 10.0.0.1 port 1025
       peer-ipv6 2001:DB8::2 source-ipv6 2001:DB8::1 port 1026
       bind ssl-policy P1
       track interface GigabitEthernet0/1/3 weight 20
       track bfd-session 5
       ip-pool pool1 metric 10
       ipv6-pool pool6
       batch-backup service-type nd now
       batch-backup service-type bras daily 10:00:00
       shutdown
      #
    `);
    const one = device.services.get('service1')!;
    assert.deepEqual(
      [one.name, at(one.at), one.sslPolicy!.value, at(one.shutdown)],
      ['Service1', 'Service1', 'P1', 'shutdown'],
    );
    assert.deepEqual(
      one.channels.map(({ family, peer, source, port }) => [family, peer.value.key, at(source.at), at(port.at)]),
      [
        [4, '10.0.0.2', '10.0.0.1', '1025'],
        [6, '2001:db8::2', '2001:DB8::1', '1026'],
      ],
    );
    assert.deepEqual(
      one.pools.map(({ name, family, metric, more }) => [name.value, family, metric?.value, more]),
      [
        ['pool1', 4, 10, false],
        ['pool6', 6, undefined, false],
      ],
    );
    assert.deepEqual(
      one.batches.map(({ service, now }) => [service.value, at(service.at), now]),
      [
        ['nd', 'nd', true],
        ['bras', 'bras', false],
      ],
    );
    assert.equal(one.tracks.length, 2);
  });

  test('a profile: backup-id, service, mode, types, roles, NAS', () => {
    const { device, at } = read(`
      remote-backup-profile Users
       service-type nd
       service-type mld
       backup-id 10 remote-backup-service Service1
       peer-backup hot
       vrrp6-id 1 interface GigabitEthernet 0/1/2
       nas logic-ip 10.8.8.8
       ip-pool pool1 include pool2 node 1
      #
      remote-backup-profile split
       vrrp-id 1 interface GigabitEthernet0/1/2.1 odd-mac
       vrrp-id 2 interface GigabitEthernet0/1/2.2 even-mac
      #
      remote-backup-profile trunk
       e-trunk 3 eth-trunk 7
      #
    `);
    const profile = device.profiles.get('users')!;
    assert.deepEqual(
      [profile.backupId, profile.rbs, profile.mode].map((fact) => [fact!.value, at(fact!.at)]),
      [
        [10, '10'],
        ['Service1', 'Service1'],
        ['hot', 'hot'],
      ],
    );
    assert.deepEqual(
      profile.services.map((type) => [type.value, at(type.at)]),
      [
        ['nd', 'nd'],
        ['mld', 'mld'],
      ],
    );
    const [role] = profile.roles;
    assert.ok(
      role!.kind === 'group' &&
        role!.family === 6 &&
        role!.interfaceKey === 'gigabitethernet0/1/2' &&
        at(role!.interface.at) === 'GigabitEthernet 0/1/2',
    );
    assert.equal(profile.nas.length, 1);
    assert.deepEqual(
      profile.pools.map((pool) => [pool.name.value, pool.more]),
      [['pool1', true]],
    );
    assert.deepEqual(
      device.profiles.get('split')!.roles.map((each) => each.kind === 'group' && [each.vrid.value, each.mac]),
      [
        [1, 'odd-mac'],
        [2, 'even-mac'],
      ],
    );
    assert.deepEqual(
      device.profiles
        .get('trunk')!
        .roles.map((each) => each.kind === 'e-trunk' && [each.eTrunk.value, each.ethTrunk.value]),
      [[3, 7]],
    );
  });

  test('pools of both families', () => {
    const { device, at } = read(`
      ip pool Pool1 server
       gateway 10.1.1.100 255.255.255.0
       section 0 10.1.1.2 10.1.1.20
       section 1 10.1.1.30
       server identifier ip 10.1.1.100
       remote-backup-profile users
      #
      ip pool pool2 bas local rui-slave
      #
      ipv6 pool pool6 bas delegation
      #
    `);
    assert.deepEqual(
      device.pools.map((pool) => [pool.key, pool.family, pool.server, pool.bas]),
      [
        ['pool1', 4, true, false],
        ['pool2', 4, false, true],
        ['pool6', 6, false, true],
      ],
    );
    const [one] = device.pools;
    assert.deepEqual(
      [at(one!.at), one!.identifier!.value.key, one!.profiles[0]!.value],
      ['Pool1', '10.1.1.100', 'users'],
    );
    assert.deepEqual(
      one!.sections.map(({ from, to }) => [from.key, to.key]),
      [
        ['10.1.1.2', '10.1.1.20'],
        ['10.1.1.30', '10.1.1.30'],
      ],
    );
  });

  test('service boards: locations, groups of instances, instances', () => {
    const { device, at } = read(`
      service-location 1
       location slot 9
       remote-backup interface GigabitEthernet0/1/2.10 peer 10.1.1.2 authentication-key secretkey
       vrrp vrid 1 interface GigabitEthernet0/1/2.10
      #
      service-location 2
       location slot 9  backup slot 10
       vrrp vrid interface GigabitEthernet0/1/2.10
      #
      service-instance-group Group1
       service-location 1 weight 10
       remote-backup-service s1
      #
      ds-lite instance lite1 id 5
       service-instance-group Group1
      #
      nat instance nat1 id 6
      #
      nat64 instance nat64 id 7
      #
    `);
    const serviceLocation = device.locations.get(1)!;
    assert.deepEqual(
      [
        at(serviceLocation.at),
        serviceLocation.locations.map((location) => location.backup),
        serviceLocation.remote!.interfaceKey,
        serviceLocation.remote!.peer.value.key,
        at(serviceLocation.remote!.key),
      ],
      ['1', [false], 'gigabitethernet0/1/2.10', '10.1.1.2', 'secretkey'],
    );
    assert.deepEqual(
      [serviceLocation.group!.vrid.value, serviceLocation.group!.interfaceKey, serviceLocation.groupWithoutId],
      [1, 'gigabitethernet0/1/2.10', undefined],
    );
    const two = device.locations.get(2)!;
    assert.deepEqual(
      [two.locations.map((location) => location.backup), two.group, two.groupWithoutId!.text],
      [[true], undefined, 'vrrp vrid interface GigabitEthernet0/1/2.10'],
    );
    const group = device.instanceGroups.get('group1')!;
    assert.deepEqual([group.locations.map((location) => location.value), group.rbs!.value], [[1], 's1']);
    assert.deepEqual(
      device.instances.map(({ kind, name, id, groups }) => [kind, name, id!.value, groups.map((fact) => fact.value)]),
      [
        ['ds-lite', 'lite1', 5, ['Group1']],
        ['nat', 'nat1', 6, []],
        ['nat64', 'nat64', 7, []],
      ],
    );
  });

  test('E-Trunks, BFD sessions, monitor groups, SSL policies', () => {
    const { device, at } = read(`
      e-trunk 1
       priority 10
       peer-address 10.0.0.2 source-address 10.0.0.1
      #
      bfd uplink bind peer-ip 10.3.3.3
       discriminator local 11
       discriminator remote 12
       commit
      #
      monitor-group Uplinks
       binding interface GigabitEthernet0/1/3
      #
      aaa
       ssl policy Hidden
      #
      ssl policy Open
      #
    `);
    const trunk = device.eTrunks.get(1)!;
    assert.deepEqual(
      [trunk.priority!.value, trunk.peer!.value.key, at(trunk.source!.at)],
      [10, '10.0.0.2', '10.0.0.1'],
    );
    assert.deepEqual(
      device.bfdSessions.map(({ name, at: place, local, remote }) => [name, at(place), local!.value, remote!.value]),
      [['uplink', 'uplink', 11, 12]],
    );
    assert.deepEqual(
      [...device.monitorGroups.values()].map((named) => [named.key, at(named.at)]),
      [['uplinks', 'Uplinks']],
    );
    assert.deepEqual(
      [...device.sslPolicies.values()].map((named) => [named.key, at(named.at)]),
      [
        ['hidden', 'Hidden'],
        ['open', 'Open'],
      ],
    );
  });
});

describe('a device', () => {
  test('has a name, an end, its system lines and the views without an object', () => {
    const { device, at } = read(`
      #
      sysname DeviceA
      #
      multicast ipv6 routing-enable
      frobnicate the widgets
      undo dhcpv6 export pd-route
      #
      isis 1
       network-entity 10.0000.0000.0001.00
       #
       ipv6 enable topology ipv6
      #
      pim-ipv6
       static-rp 2001:DB8::1
      #
      return
    `);
    assert.deepEqual(
      [device.name, at(device.sysname!.at), device.otherSysnames, device.endRow],
      ['DeviceA', 'DeviceA', [], 15],
    );
    assert.deepEqual(
      device.system.get('multicast6.routing')!.map((line) => line.text),
      ['multicast ipv6 routing-enable'],
    );
    assert.deepEqual(
      device.system.get('frobnicate the')!.map((line) => line.text),
      ['frobnicate the widgets'],
    );
    assert.equal(
      [...device.system.values()].flat().some((line) => line.text.startsWith('undo')),
      false,
    );
    assert.deepEqual(
      device.views.get('isis')!.map((block) => block.lines.map((line) => line.text)),
      [['network-entity 10.0000.0000.0001.00', 'ipv6 enable topology ipv6']],
    );
    assert.equal(device.views.get('pim-ipv6')!.length, 1);
    assert.equal(device.firewall, false);
  });

  test('is named for its file where there is no sysname, and ends behind its last row with something in it', () => {
    const end = (text: string) => read(text).device.endRow;
    assert.equal(read('interface LoopBack0').device.name, 'fallback');
    assert.equal(end('#\nsysname A\n#\nreturn\n'), 3);
    assert.equal(end('#\nsysname A\n#\nreturn#'), 3);
    assert.equal(end('#\nsysname A\n#\n\n\n'), 3);
    assert.equal(end('#\nsysname A'), 2);
    assert.equal(end('sysname A\nreturn\nsave'), 3);
    assert.equal(read('sysname A\n#\nsysname B').device.otherSysnames[0]!.value, 'B');
  });

  test('is a firewall when it speaks of HRP', () => {
    assert.equal(read('hrp enable').device.firewall, true);
    assert.equal(read('HRP_M[FW1]interface GigabitEthernet0/0/1').device.firewall, true);
  });
});

describe('merging', () => {
  test('sections of one name are one object, repeated lines count once, the last of two values wins', () => {
    const { device, at } = read(`
      interface GigabitEthernet0/1/2
       vrrp6 vrid 1 track interface GigabitEthernet0/1/3
      #
      interface gigabitethernet 0/1/2
       ip address 10.1.1.1 255.255.255.0
       vrrp6 vrid 1 virtual-ip FE80::1 link-local
       vrrp6 vrid 1 priority 110
      #
      interface GigabitEthernet0/1/2
       ip address 10.1.1.1 24
       vrrp6 vrid 1 virtual-ip fe80:0::1 link-local
       vrrp6 vrid 1 priority 120
      #
      remote-backup-service S1
       peer 10.0.0.2 source 10.0.0.1 port 1025
      #
      remote-backup-service s1
       peer 10.0.0.2 source 10.0.0.1 port 1025
       peer 10.0.0.2 source 10.0.0.1 port 1026
      #
    `);
    assert.equal(device.interfaces.size, 1);
    const port = device.interfaces.get('gigabitethernet0/1/2')!;
    assert.deepEqual(
      [port.block.heads.length, port.block.lines.length, port.addresses.length, rowOf(port.at)],
      [3, 7, 1, 0],
    );
    assert.deepEqual(
      [
        port.groups.length,
        port.groups[0]!.exists,
        port.groups[0]!.virtualIps.length,
        port.groups[0]!.priority!.value,
        at(port.groups[0]!.priority!.at),
      ],
      [1, true, 1, 120, '120'],
    );
    assert.equal(rowOf(port.groups[0]!.at), 1);
    assert.deepEqual(
      [...device.services.values()].map((service) => [
        service.name,
        service.channels.map((channel) => channel.port.value),
      ]),
      [['S1', [1026]]],
    );
  });

  test('a value out of range hides only itself', () => {
    const { device } = read(`
      remote-backup-service s1
       peer 10.0.0.2 source 10.0.0.1 port 99
      #
      remote-backup-profile p1
       backup-id 9999 remote-backup-service s1
       peer-backup
      #
      interface GigabitEthernet0/1/2
       vrrp6 vrid 1 virtual-ip FE80::1 link-local
       vrrp6 vrid 1 priority 0
       vrrp6 vrid 1 track interface GigabitEthernet0/1/3 reduced 300
      #
    `);
    assert.deepEqual(
      device.services.get('s1')!.channels.map((channel) => [channel.peer.value.key, channel.port.value]),
      [['10.0.0.2', 99]],
    );
    const profile = device.profiles.get('p1')!;
    assert.deepEqual([profile.rbs!.value, profile.backupId!.value, profile.mode], ['s1', 9999, undefined]);
    assert.deepEqual([device.groups[0]!.priority, device.groups[0]!.tracks[0]!.reduced!.value], [undefined, 300]);
  });
});

describe('nesting', () => {
  const cases: readonly (readonly [title: string, config: string, expected: string])[] = [
    [
      'one leading blank behind `#` is no child',
      `
      #
       sysname R1
       vlan batch 10 20
      #
      interface GigabitEthernet0/0/1
       ip address 10.0.0.1 255.255.255.0
      #
    `,
      'sysname R1, vlan batch 10 20 # interface GigabitEthernet0/0/1 { ip address 10.0.0.1 255.255.255.0 }',
    ],
    [
      'children of an interface in column 0',
      `
      interface GigabitEthernet0/0/1
      ip address 10.0.0.1 255.255.255.0
      an unknown line
      vrrp vrid 1 virtual-ip 10.0.0.100
      interface GigabitEthernet0/0/2
      shutdown
      remote-backup-service s1
      peer 10.0.0.2 source 10.0.0.1 port 1025
    `,
      'interface GigabitEthernet0/0/1 { ip address 10.0.0.1 255.255.255.0, an unknown line, vrrp vrid 1 virtual-ip 10.0.0.100 }, interface GigabitEthernet0/0/2 { shutdown }, remote-backup-service s1 { peer 10.0.0.2 source 10.0.0.1 port 1025 }',
    ],
    [
      'no `#` between saved sections, some empty',
      `
      interface NULL0
      interface GigabitEthernet0/0/1
       ipv6 enable
      remote-backup-profile p1
       service-type nd
      interface GigabitEthernet0/0/2
       remote-backup-profile p1
      sysname late
    `,
      'interface NULL0 {  }, interface GigabitEthernet0/0/1 { ipv6 enable }, remote-backup-profile p1 { service-type nd }, interface GigabitEthernet0/0/2 { remote-backup-profile p1 }, sysname late',
    ],
    [
      'an indented `#` closes nothing but what stood at its depth',
      `
      isis 1
       network-entity 10.0000.0000.0001.00
       #
       ipv6 enable topology ipv6
      #
    `,
      'isis 1 { network-entity 10.0000.0000.0001.00, ipv6 enable topology ipv6 }',
    ],
    [
      'glued marks',
      `
      #interface GigabitEthernet0/1/1
       ip address 10.0.0.1 255.255.255.0#
       ipv6 enable #
      # sysname CE1
      service-location 1
       location slot 9//left
      return#
    `,
      'interface GigabitEthernet0/1/1 { ip address 10.0.0.1 255.255.255.0#, ipv6 enable # }, sysname CE1 # service-location 1 { location slot 9//left }, return#',
    ],
    [
      "the lines of an unknown view are not the system's",
      `
      warp-drive 1
       sysname not-a-name
       remote-backup-service none
        peer 10.0.0.2 source 10.0.0.1 port 1025
      sysname R1
      #
    `,
      'warp-drive 1 { sysname not-a-name, remote-backup-service none, peer 10.0.0.2 source 10.0.0.1 port 1025 }, sysname R1',
    ],
    [
      'irregular indents',
      `
      interface GigabitEthernet0/1/1
          an unknown line
            ip address 10.0.0.1 24
        ipv6 enable
      #
    `,
      'interface GigabitEthernet0/1/1 { an unknown line, ip address 10.0.0.1 24, ipv6 enable }',
    ],
    [
      'a flat script',
      `
      system-view
      sysname DeviceA
      remote-backup-service s1
      peer 10.0.0.2 source 10.0.0.1 port 1025
      quit
      remote-backup-profile p1
      backup-id 1 remote-backup-service s1
      quit
      interface GigabitEthernet0/1/2
      remote-backup-profile p1
      commit
      return
      system-view
      multicast ipv6 routing-enable
    `,
      'system-view, sysname DeviceA, remote-backup-service s1 { peer 10.0.0.2 source 10.0.0.1 port 1025, quit }, remote-backup-profile p1 { backup-id 1 remote-backup-service s1, quit }, interface GigabitEthernet0/1/2 { remote-backup-profile p1, commit, return }, system-view, multicast ipv6 routing-enable',
    ],
    [
      'a script that is indented and quits in the column of the head',
      `
      ds-lite instance a id 1
       service-instance-group g
      quit
      service-instance-group g
       service-location 1
       quit
      service-location 1
       location slot 1
    `,
      'ds-lite instance a id 1 { service-instance-group g }, quit, service-instance-group g { service-location 1, quit }, service-location 1 { location slot 1 }',
    ],
  ];
  for (const [title, config, expected] of cases) test(title, () => assert.equal(nesting(config), expected));

  test('a remark behind `#` is no line', () => {
    const { facts } = read('#\n# vrp-ignore rbs-port-mismatch -- lab\nsysname A\n');
    assert.deepEqual(
      facts.flatMap((facts) => facts.remarks).map((line) => line.text),
      ['vrp-ignore rbs-port-mismatch -- lab'],
    );
    assert.deepEqual(
      facts.flatMap((facts) => facts.all).map((line) => line.text),
      ['sysname A'],
    );
  });
});

describe('transcripts', () => {
  test('a prompt names the device, the view and what it is of', () => {
    const textOf = (prompt: string) => {
      const { device, view, name, user, nameStart } = parsePrompt(prompt)!;
      return [device, user ? 'user' : view, name, name && prompt.slice(nameStart, nameStart + name.length)];
    };
    assert.deepEqual(textOf('<HUAWEI>'), ['HUAWEI', 'user', undefined, undefined]);
    assert.deepEqual(textOf('[~DeviceA]'), ['DeviceA', undefined, undefined, undefined]);
    assert.deepEqual(textOf('[*DeviceA-rm-backup-prf-profile1]'), ['DeviceA', 'rbp', 'profile1', 'profile1']);
    assert.deepEqual(textOf('[*Edge-1-rm-backup-srv-s-2]'), ['Edge-1', 'rbs', 's-2', 's-2']);
    assert.deepEqual(textOf('HRP_M[FW-1-GigabitEthernet0/0/1.5]'), [
      'FW-1',
      'interface',
      'GigabitEthernet0/0/1.5',
      'GigabitEthernet0/0/1.5',
    ]);
    assert.deepEqual(textOf('[AS1-PE1]'), ['AS1-PE1', undefined, undefined, undefined]);
    assert.deepEqual(textOf('[SW-Vlanif10]'), ['SW', 'interface', 'Vlanif10', 'Vlanif10']);
    assert.deepEqual(textOf('[~DeviceA-service-location-3]'), ['DeviceA', 'service-location', '3', '3']);
  });

  test('lines are nested by their prompts', () => {
    const { device, at } = read(`
      <DeviceA> system-view
      [~DeviceA] remote-backup-service s1
      [*DeviceA-rm-backup-srv-s1] peer 10.0.0.2 source 10.0.0.1 port 1025
      Info: done.
      [*DeviceA-rm-backup-srv-s1] quit
      [*DeviceA] interface gigabitethernet 0/1/2
      [*DeviceA-GigabitEthernet0/1/2] ip address 10.1.1.1 24
      [*DeviceA-GigabitEthernet0/1/2] vrrp vrid 1 virtual-ip 10.1.1.100
      [*DeviceA] sysname DeviceA
      [*DeviceA] commit
    `);
    assert.deepEqual(
      [...device.services.values()].map((service) => [
        service.name,
        rowOf(service.at),
        at(service.channels[0]!.port.at),
      ]),
      [['s1', 1, '1025']],
    );
    const port = device.interfaces.get('gigabitethernet0/1/2')!;
    assert.deepEqual(
      [port.name, port.block.heads.length, port.addresses.length, port.groups.length],
      ['gigabitethernet 0/1/2', 1, 1, 1],
    );
    assert.equal(device.sysname!.value, 'DeviceA');
    assert.deepEqual(
      device.system.get('session.commit')!.map((line) => line.text),
      ['commit'],
    );
  });

  test('a block is found though the line that opened it was not pasted', () => {
    const { device, at, facts } = read(`
      [*DeviceA-rm-backup-prf-profile1] backup-id 7 remote-backup-service s1
      [*DeviceA-rm-backup-prf-profile1] vrrp6-id 1 interface GigabitEthernet0/1/2
      [*DeviceA-GigabitEthernet0/1/2] vrrp6 vrid 1 virtual-ip FE80::1 link-local
      [*DeviceA-Other1] vrrp6 vrid 1 priority 120
      [*DeviceA-rm-backup-prf-profile1]
      [*DeviceA-rm-backup-prf-profile1] service-type nd
    `);
    const profile = device.profiles.get('profile1')!;
    assert.deepEqual(
      [profile.name, at(profile.at), rowOf(profile.at), profile.backupId!.value, profile.services[0]!.value],
      ['profile1', 'profile1', 0, 7, 'nd'],
    );
    assert.deepEqual(
      device.groups.map((group) => [group.interfaceKey, group.priority]),
      [['gigabitethernet0/1/2', undefined]],
    );
    assert.equal(at(device.interfaces.get('gigabitethernet0/1/2')!.at), 'GigabitEthernet0/1/2');
    assert.equal(facts[0]!.all.length, 5);
    assert.equal(device.system.get('rbp.create'), undefined);
  });

  test('a view whose prompt is not known stays open while the prompt goes on', () => {
    assert.equal(
      nesting(`
      [R1]isis 1
      [R1-isis-1]network-entity 10.0000.0000.0001.00
      [R1-isis-1]quit
      [R1]bfd
      [R1-bfd]quit
      [R1]sysname R1
    `),
      'isis 1 { network-entity 10.0000.0000.0001.00, quit }, bfd { quit }, sysname R1',
    );
  });
});

describe('after an edit', () => {
  /** Sections of one text are the same objects as long as their characters are, as the syntax layer keeps them. */
  function keeper() {
    let kept: { text: string; section: Section }[] = [];
    return (text: string): { sections: Section[]; rows: number } => {
      const lines = text.split('\n');
      const { sections, rows } = readText(text);
      let row = 0;
      const next = sections.map((section) => {
        const own = lines.slice(row, row + section.rows).join('\n');
        row += section.rows;
        return { text: own, section };
      });
      let head = 0;
      while (head < next.length && head < kept.length && next[head]!.text === kept[head]!.text) {
        next[head] = kept[head]!;
        head++;
      }
      for (
        let tail = 1;
        next.length - tail >= head && kept.length - tail >= head && next.at(-tail)!.text === kept.at(-tail)!.text;
        tail++
      )
        next[next.length - tail] = kept.at(-tail)!;
      kept = next;
      return { sections: next.map((one) => one.section), rows };
    };
  }

  /** Plain data with absolute rows. */
  function plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if ('entries' in value && 'get' in value)
      return [...(value as ReadonlyMap<unknown, unknown>).entries()].map(([key, one]) => [key, plain(one)]);
    const place = value as Partial<Place>;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'anchor')
        .map(([key, one]) => [key, key === 'row' && place.anchor ? rowOf(value as Place) : plain(one)]),
    );
  }

  function same(reading: DeviceReading, sections: readonly Section[], rows: number): void {
    const fresh = readDevice('A.cfg', sections, info(rows));
    assert.deepEqual(plain(reading.device), plain(fresh.device));
    assert.deepEqual(
      reading.facts.map((facts) => [facts.anchor.row, plain(facts.all)]),
      fresh.facts.map((facts) => [facts.anchor.row, plain(facts.all)]),
    );
  }

  const config = unindented(`
    #
    sysname A
    #
    remote-backup-service s1
     peer 10.0.0.2 source 10.0.0.1 port 1025
    #
    interface GigabitEthernet0/1/1
     ip address 10.0.0.1 24
    #
    interface GigabitEthernet0/1/2
     ip address 10.1.1.1 24
     vrrp vrid 1 virtual-ip 10.1.1.100
    #
    interface GigabitEthernet0/1/2
     vrrp vrid 1 priority 120
    #
    isis 1
    #
    return
  `);

  test('only what changed is read; the rest moves', () => {
    const keep = keeper();
    const first = keep(config);
    const before = readDevice('A.cfg', first.sections, info(first.rows));
    const [untouched, merged] = ['gigabitethernet0/1/1', 'gigabitethernet0/1/2'].map((key) =>
      before.device.interfaces.get(key)!,
    );
    const second = keep(config.replace('port 1025', 'port 1026\n bind ssl-policy p'));
    const after = rereadDevice(before, second.sections, info(second.rows));
    same(after, second.sections, second.rows);
    assert.equal(after.device.interfaces.get('gigabitethernet0/1/1'), untouched);
    assert.equal(after.device.interfaces.get('gigabitethernet0/1/2'), merged);
    assert.equal(rowOf(untouched!.at), 7);
    assert.equal(after.facts.filter((facts, index) => facts !== before.facts[index]).length, 1);
  });

  test('any sequence of edits gives what the whole text gives', () => {
    const lines = [
      '#',
      ' #',
      ' vrrp vrid 1 priority 130',
      'interface GigabitEthernet0/1/2',
      'quit',
      ' sysname B',
      '[~A-rm-backup-srv-s1] shutdown',
      '',
      'return',
      'remote-backup-service s1',
      'odd thing',
      '#interface LoopBack0',
    ];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 0; round < 12; round++) {
      const keep = keeper();
      let rows = config.split('\n');
      const start = keep(rows.join('\n'));
      let reading = readDevice('A.cfg', start.sections, info(start.rows));
      for (let step = 0; step < 15; step++) {
        rows = [...rows];
        const row = random(rows.length);
        if (step % 2 === 0) rows[row] = rows[row]!.replace(/\d(?=\D*$)/, String(random(10)));
        else
          rows.splice(
            random(rows.length + 1),
            random(3),
            ...Array.from({ length: random(3) }, () => lines[random(lines.length)]!),
          );
        const next = keep(rows.join('\n'));
        reading = rereadDevice(reading, next.sections, info(next.rows));
        same(reading, next.sections, next.rows);
      }
    }
  });

  test('a view may go on in the section behind', () => {
    const cut = (texts: readonly string[]) =>
      texts.map((text): Section => {
        const { sections } = readText(text);
        return { lines: sections[0]!.lines, rows: text.split('\n').length };
      });
    const parts = cut([
      'interface GigabitEthernet0/1/2\n vrrp vrid 1 virtual-ip 10.1.1.100',
      ' vrrp vrid 1 priority 120\n ip address 10.1.1.1 24',
      'isis 1\n network-entity 10.0000.0000.0001.00',
      ' is-level level-2\n#',
    ]);
    const before = readDevice('A.cfg', parts, info(8));
    const port = before.device.interfaces.get('gigabitethernet0/1/2')!;
    assert.deepEqual(
      [
        port.block.heads.length,
        port.block.lines.length,
        port.groups.length,
        port.groups[0]!.priority!.value,
        rowOf(port.groups[0]!.priority!.at),
      ],
      [1, 3, 1, 120, 2],
    );
    assert.deepEqual(
      before.device.views.get('isis')!.map((block) => [block.heads.length, block.lines.length]),
      [[1, 2]],
    );
    assert.equal(
      before.device.system.get('interface.create')?.length ?? before.device.system.get('interfaceView.create')!.length,
      1,
    );

    const longer = [
      cut(['interface GigabitEthernet0/1/2\n ipv6 enable\n vrrp vrid 1 virtual-ip 10.1.1.100'])[0]!,
      ...parts.slice(1),
    ];
    const after = rereadDevice(before, longer, info(9));
    assert.equal(after.facts[1], before.facts[1]);
    same(after, longer, 9);
    const renamed = [cut(['interface GigabitEthernet0/1/3'])[0]!, ...parts.slice(1)];
    same(rereadDevice(after, renamed, info(7)), renamed, 7);
  });
});

test('a transcript without sysname is the device that its prompts name', () => {
  const transcript =
    '<Edge-7> system-view\n[~Edge-7] remote-backup-profile p1\n[*Edge-7-rm-backup-prf-p1] peer-backup hot\n';
  assert.equal(read(transcript).device.name, 'Edge-7');
  assert.equal(read(`${transcript}[*Edge-7-rm-backup-prf-p1] quit\n[*Edge-7] sysname West\n`).device.name, 'West');
});

test('what a script takes back at the top level is no more, and may be made again', () => {
  const script = 'system-view\nremote-backup-profile p1\npeer-backup hot\nquit\nundo remote-backup-profile p1\n';
  assert.equal(read(script).device.profiles.size, 0);
  assert.equal(
    read('system-view\nremote-backup-profile p1\n#\nundo remote-backup-profile P1\n#\n').device.profiles.size,
    0,
  );
  const again = read(`${script}remote-backup-profile p1\nbackup-id 7 remote-backup-service s\n`);
  assert.equal(again.device.profiles.get('p1')?.backupId?.value, 7);
  assert.equal(again.device.profiles.get('p1')?.mode, undefined);
});
