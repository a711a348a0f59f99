// Mirroring and completing: what is there is left alone, what is missing comes with the values of the other device, what nobody
// can know is a placeholder that is reported, and nothing that was right becomes wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completed, mirrored, type Proposal } from '../../server/src/compare/mirror';
import { swapSides } from '../../server/src/compare/swap-sides';
import type { Device, Tracked } from '../../server/src/model/device';
import { rowOf } from '../../server/src/model/place';
import { scaffold } from '../../server/src/scenarios/scaffold';
import type { Scenario } from '../../server/src/scenarios/scenario';
import { scenarios } from '../../server/src/scenarios/index';
import { edited, workspaceOf, type NamedText } from '../support/check-text';
import { example } from '../support/pair-of';

const clean = ['dhcp-server', 'dhcpv6-relay-clean', 'ds-lite', 'mld', 'nd'];

/** Scenarios whose group has a sub-interface of its own, beside that of the users. */
const onSubInterfaces: ReadonlySet<string> = new Set(['bras', 'l2tp', 'nat-bras', 'nat64-bras']);

/** Gives the proposals for the second file, and that file after a proposal. */
async function towards(files: readonly NamedText[]) {
  const [here, there] = files as [NamedText, NamedText];
  const workspace = await workspaceOf(files, undefined, { network: { namedPairs: [[here.name, there.name]] } });
  const found = workspace.network().pairs[0]!;
  const pair = found.a.file === here.name ? found : swapSides(found);
  const facts = (side: 'a' | 'b') => workspace.snapshot(pair[side].file)!.facts;
  return {
    workspace,
    pair,
    lines: facts('a').flatMap((section) => section.all),
    complete: () => completed(pair, facts),
    mirror: (start: number, end = start) => mirrored(pair, facts, { start, end }),
    after: (proposal: Proposal): NamedText[] => {
      assert.ok(
        proposal.edits.every((edit) => edit.file === there.name),
        'only the peer is edited',
      );
      return [here, { name: there.name, text: edited(there.text, proposal.edits) }];
    },
    serious: () =>
      workspace
        .allFindings()
        .filter((finding) => finding.severity === 'error' || finding.severity === 'warning')
        .map((finding) => `${finding.rule} ${finding.message}`),
  };
}

/**
 * What a device that takes part in nothing yet holds: its name, its interfaces, their own addresses and cables (the trunk a port is
 * a member of), and its own routing, MPLS and AAA, which hot backup rests on and
 * no peer can tell.
 */
function bare(text: string): string {
  const support = /^(?:(?:isis|ospf|ospfv3) |(?:mpls|aaa|radius-server|user-group)\b)/;
  let section = '';
  const rows = text.split('\n').filter((row) => {
    if (/^\S/.test(row)) section = row;
    return (
      /^(?:#|return|sysname |interface )/.test(row) ||
      row === '' ||
      support.test(section) ||
      (section.startsWith('interface ') &&
        /^ (?:ip address|ipv6 enable|ipv6 address|vlan-type|undo shutdown|description|eth-trunk|isis|ospf|ospfv3|mpls) /.test(
          `${row} `,
        ))
    );
  });
  return rows.join('\n').replace(/(?:#\n){2,}/g, '#\n');
}

/** What hot backup rests on, without places. */
function facts(device: Device): unknown {
  return {
    services: [...device.services.values()].map(({ key, channels }) => [
      key,
      channels.map(({ family, peer, source, port }) => [family, peer.value.key, source.value.key, port.value]),
    ]),
    profiles: [...device.profiles.values()].map((profile) => [
      profile.key,
      profile.backupId?.value,
      profile.rbs?.value.toLowerCase(),
      profile.mode?.value,
      profile.services.map((service) => service.value),
      profile.roles.map((role) =>
        role.kind === 'group'
          ? [role.family, role.vrid.value, role.interfaceKey]
          : [role.eTrunk.value, role.ethTrunk.value],
      ),
    ]),
    groups: device.groups.map((group) => [
      group.family,
      group.vrid,
      group.interfaceKey,
      group.exists,
      group.virtualIps.map((ip) => [ip.address.key, ip.linkLocal]),
      group.priority?.value,
      group.delay?.value,
      group.advertise?.value,
      group.tracks.map(({ object, reduced }) => [object.kind, trackedName(object), reduced?.value]),
      group.admin?.ignoreIfDown,
    ]),
    bindings: [...device.interfaces.values()].map((one) => [
      one.key,
      one.profiles.map((name) => name.value.toLowerCase()),
      one.addresses.map((address) => address.prefix.address.key),
      one.dhcpServer !== undefined,
      one.relay.map((line) => line.text),
    ]),
    pools: device.pools.map((pool) => [
      pool.key,
      pool.server,
      pool.bas,
      pool.identifier?.value.key,
      pool.profiles.map((name) => name.value),
      pool.sections.map(({ from, to }) => [from.key, to.key]),
    ]),
    boards: [...device.locations.values()].map((serviceLocation) => [
      serviceLocation.id,
      serviceLocation.locations.map(({ line }) => line.text),
      serviceLocation.remote?.interfaceKey,
      serviceLocation.remote?.peer.value.key,
      serviceLocation.group?.vrid.value,
      serviceLocation.group?.interfaceKey,
    ]),
    instances: [...device.instanceGroups.values()]
      .map((instanceGroup) => [instanceGroup.key, instanceGroup.locations.map((id) => id.value)])
      .concat(device.instances.map((serviceInstance) => [serviceInstance.key, [serviceInstance.id?.value ?? 0]])),
  };
}

for (const scenario of scenarios) {
  const variants: Record<string, string>[] = scenario.parameters.some((parameter) => parameter.id === 'family')
    ? [{ family: 'vrrp6' }, { family: 'vrrp' }]
    : [{}];
  for (const [index, answers] of [
    ...variants,
    ...variants.map((one) => ({ ...one, ...crosswise(scenario) })),
  ].entries()) {
    test(`${scenario.id}, variant ${index + 1}: the backup comes out of the master and its own addresses`, async () => {
      const { files, problems } = scaffold(scenario, answers);
      assert.deepEqual(problems, []);
      const [master, backup] = files.map(({ name, text }) => ({ name, text })) as [NamedText, NamedText];
      const start = await towards([master, { name: backup.name, text: bare(backup.text) }]);
      const proposal = start.complete();
      assert.deepEqual(proposal.placeholders, []);
      const whole = await towards(start.after(proposal));
      assert.deepEqual(whole.serious(), []);
      assert.deepEqual(whole.complete().edits, [], 'completing what is complete proposes nothing');
      const wanted = (await workspaceOf([backup])).snapshot(backup.name)!.device;
      assert.deepEqual(facts(whole.pair.b), facts(wanted));
    });
  }
}

/** The ports of the backup are others than the master's, as in the vendor's MLD example; a sub-interface stays one. */
function crosswise({ id, parameters }: Scenario): Record<string, string> {
  // An access circuit has no address by which it is known again under another name.
  if (parameters.some((parameter) => parameter.id === 'vsi')) return { 'uplink-b': 'GigabitEthernet0/1/2' };
  if (parameters.some((parameter) => parameter.id === 'e-trunk')) return { 'interface-b': 'Eth-Trunk7' };
  const number = onSubInterfaces.has(id) ? '.4001' : '';
  return parameters.some((parameter) => parameter.id === 'uplink-b')
    ? { 'interface-b': `GigabitEthernet0/1/3${number}`, 'uplink-b': 'GigabitEthernet0/1/2' }
    : { 'interface-b': `GigabitEthernet0/1/7${number}` };
}

for (const name of clean) {
  test(`${name}: either device comes out of the other one; a second time nothing is proposed`, async () => {
    const files = example(name);
    for (const [here, there] of [files, [...files].reverse()] as [NamedText, NamedText][]) {
      const start = await towards([here, { name: there.name, text: bare(there.text) }]);
      const proposal = start.complete();
      const whole = await towards(start.after(proposal));
      assert.deepEqual(
        whole.serious().filter((one) => !one.startsWith('placeholder-unfilled')),
        [],
      );
      assert.equal(
        whole.serious().length,
        start.after(proposal)[1]!.text.match(/<[a-z-]+>/g)?.length ?? 0,
        'every placeholder is reported',
      );
      assert.deepEqual(whole.complete().edits, []);
    }
  });

  test(`${name}: mirroring any line or section that is there proposes nothing`, async () => {
    const files = example(name);
    for (const couple of [files, [...files].reverse()]) {
      const { lines, mirror, complete } = await towards(couple);
      assert.deepEqual(complete().edits, []);
      for (const line of lines) {
        // What only this device has and the peer may lack is brought over: that was asked for.
        const { edits } = mirror(rowOf(line));
        assert.deepEqual(
          edits.map((edit) => edit.newText.trim()).filter((text) => text !== ''),
          [],
          line.text,
        );
      }
    }
  });

  test(`${name}: a line that the peer has lost comes back, and nothing else changes`, async () => {
    const [here, there] = example(name) as [NamedText, NamedText];
    const rows = there.text.split('\n');
    const hotBackup =
      /^ (?:peer|bind|batch|service-type|backup-id|peer-backup|vrrp|admin-vrrp|remote-backup|dhcp|ipv6 nd|pim|mld|igmp|multicast|gateway|section|server|lease|dns|vrrp|service-|local-ipv6|remote-ipv6|ds-lite (?!bind)|port-range|nas)/;
    let section = '';
    for (const [index, row] of rows.entries()) {
      if (/^\S/.test(row)) section = rows.slice(index, rows.indexOf('#', index)).join('\n');
      if (
        !hotBackup.test(row) ||
        (section.startsWith('interface') && !/ vrrp6? vrid | remote-backup-profile /.test(section))
      )
        continue;
      // Authentication keys and metrics are nobody's to guess, and what follows the role is the peer's.
      if (/ (?:priority|preempt-mode|recover-delay) |authentication-key|metric/.test(row)) continue;
      const start = await towards([here, { name: there.name, text: rows.filter((_, at) => at !== index).join('\n') }]);
      const healed = await towards(start.after(start.complete()));
      assert.deepEqual(
        healed.workspace
          .snapshot(there.name)!
          .facts.flatMap((one) => one.all.map((line) => line.text))
          .sort(),
        rows
          .map((one) => one.trim())
          .filter((one) => one !== '' && one !== '#')
          .sort(),
        row,
      );
      assert.deepEqual(healed.serious(), [], row);
    }
  });
}

test('a chosen line is brought in line with this device; source and peer change places', async () => {
  const files = example('mld-mistakes');
  const { mirror } = await towards(files);
  const rowWith = (text: string) => files[0]!.text.split('\n').findIndex((row) => row.includes(text));
  const texts = (proposal: Proposal) => proposal.edits.map((edit) => edit.newText.trim());
  assert.deepEqual(texts(mirror(rowWith('port 7011'))), [
    'peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 7011',
  ]);
  assert.deepEqual(texts(mirror(rowWith('backup-id'))), ['backup-id 21 remote-backup-service core-pair']);
  assert.deepEqual(texts(mirror(rowWith('interface GigabitEthernet0/2/4\n'.trim()))), []);
  assert.deepEqual(texts(mirror(rowWith('virtual-ip 2001'))), ['vrrp6 vrid 1 virtual-ip 2001:DB8:A10::FF']);
  // Roles and own addresses are the peer's.
  assert.deepEqual(texts(mirror(rowWith('priority'))), []);
  assert.deepEqual(texts(mirror(rowWith('ipv6 address 2001:DB8:A10::1'))), []);
  assert.deepEqual(texts(mirror(rowWith('sysname'))), []);
});

test('a section is mirrored as a whole, with names of the peer and its own interface', async () => {
  const [north, south] = example('mld') as [NamedText, NamedText];
  const without = south.text.replace(/remote-backup-profile tv-users\n service[\s\S]*?#\n/, '');
  const start = await towards([north, { name: south.name, text: without }]);
  const head = north.text.split('\n').indexOf('remote-backup-profile tv-users');
  const proposal = start.mirror(head);
  assert.match(proposal.title, /^Mirror the section to BRAS-South$/);
  assert.equal(start.after(proposal)[1]!.text, south.text);
});

test('an interface that the peer only names is made under that name', async () => {
  const [north, south] = example('mld') as [NamedText, NamedText];
  const start = await towards([
    north,
    { name: south.name, text: south.text.replace(/^interface GigabitEthernet0\/2\/5\n[^#]*#\n/m, '') },
  ]);
  const text = start.after(start.complete())[1]!.text;
  assert.match(
    text,
    /^interface GigabitEthernet0\/2\/5\n ipv6 enable\n ipv6 address <own-address>\/64\n vrrp6 vrid 1 virtual-ip FE80::A10 link-local$/m,
  );
  assert.doesNotMatch(text, /GigabitEthernet0\/2\/4/);
});

test('what neither file tells is a placeholder, and it is reported until it is filled', async () => {
  const [here] = example('mld') as [NamedText, NamedText];
  const start = await towards([here, { name: 'mld/South.cfg', text: '#\nsysname South\n#\nreturn\n' }]);
  const proposal = start.complete();
  assert.deepEqual([...proposal.placeholders].sort(), ['<own-address>']);
  const files = start.after(proposal);
  assert.match(files[1]!.text, /^ ipv6 address <own-address>\/64$/m);
  const left = (await towards(files)).serious();
  assert.ok(
    left.some((one) => /^placeholder-unfilled South: .*fill in <own-address>, an address of this device/.test(one)),
    left.join(),
  );
  const filled = await towards([
    here,
    { name: files[1]!.name, text: files[1]!.text.replace('<own-address>', '2001:DB8:A10::2') },
  ]);
  assert.deepEqual(
    filled.serious().filter((one) => one.startsWith('placeholder')),
    [],
  );
});

test('whatever lines either file has lost: completing is done in one go, edits only the peer, and adds no fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(clean.length - 1),
      fc.array(fc.tuple(fc.nat(3), fc.nat(200)), { maxLength: 6 }),
      fc.nat(100),
      async (which, drops, row) => {
        const files = example(clean[which]!).map(({ name, text }) => ({ name, rows: text.split('\n') }));
        // The peer loses more often than this device.
        for (const [side, at] of drops) {
          const { rows } = files[side === 0 ? 0 : 1]!;
          rows.splice(at % (rows.length - 1), 1);
        }
        const start = await towards(files.map(({ name, rows }) => ({ name, text: rows.join('\n') })));
        start.mirror(row, row + 5);
        const before = new Set(start.workspace.allFindings().map((finding) => finding.rule));
        const proposal = start.complete();
        const whole = await towards(start.after(proposal));
        assert.deepEqual(
          whole.complete().edits.map((edit) => edit.newText),
          [],
        );
        const found = whole.workspace
          .allFindings()
          .filter(
            (finding) =>
              finding.severity === 'error' &&
              finding.file === files[1]!.name &&
              finding.rule !== 'placeholder-unfilled',
          );
        // What this device has wrong itself comes over with its lines.
        assert.deepEqual(
          found
            .map((finding) => finding.rule)
            .filter((rule) => !before.has(rule) && !drops.some(([side]) => side === 0)),
          [],
        );
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});

function trackedName(object: Tracked): string | number {
  switch (object.kind) {
    case 'interface':
      return object.key;
    case 'service-location':
      return object.id.value;
    default:
      return '';
  }
}

test('tunnels start from the loopback of the peer, and it counts them from its own number', async () => {
  const l2tp = scenarios.find(({ id }) => id === 'l2tp')!;
  const [master, backup] = scaffold(l2tp, {}).files.map(({ name, text }) => ({ name, text })) as [NamedText, NamedText];
  const start = await towards([master, { name: backup.name, text: bare(backup.text) }]);
  const text = start.after(start.complete())[1]!.text;
  for (const line of [
    'set l2tp tunnel base-id 16384',
    ' tunnel source LoopBack2 rui',
    ' l2tp-tunnel source loopback 2',
  ])
    assert.ok(text.split('\n').includes(line), line);
  const withoutLoopbacks = bare(backup.text).replace(/^interface LoopBack\d\n[^#]*#\n/gm, '');
  const lacking = await towards([master, { name: backup.name, text: withoutLoopbacks }]);
  const whole = await towards(lacking.after(lacking.complete()));
  assert.deepEqual(whole.serious(), [], 'the address from which tunnels start is on both devices');
  assert.deepEqual(whole.complete().edits, []);
});

test('the pool of the peer is announced at the other cost, whichever of the two completes the other', async () => {
  const bras = scenarios.find(({ id }) => id === 'bras')!;
  const files = scaffold(bras, {}).files.map(({ name, text }) => ({ name, text })) as [NamedText, NamedText];
  for (const [here, there, wanted] of [
    [files[0], files[1], ' ip-pool home metric 20'],
    [files[1], files[0], ' ip-pool home metric 10'],
  ] as const) {
    const start = await towards([here, { name: there.name, text: bare(there.text) }]);
    const { text } = start.after(start.complete())[1]!;
    assert.ok(text.split('\n').includes(wanted), text);
  }
});

test('a key with blanks in it is one placeholder on the peer', async () => {
  const line = ' local-user ops password cipher %^%#hush; #|%^%#';
  const { mirror } = await towards([
    { name: 'a.cfg', text: `sysname A\n#\naaa\n${line}\n#\nreturn\n` },
    { name: 'b.cfg', text: 'sysname B\n#\nreturn\n' },
  ]);
  const written = mirror(0, 5)
    .edits.map(({ newText }) => newText)
    .join('');
  assert.match(written, /^ local-user ops password cipher <key>$/m);
  assert.doesNotMatch(written, /hush|%\^%#/);
});
