// What the rehearsal panel asks of the built server over stdio: the matrix and one rehearsal of it with places as ranges, out of
// the newest text of either file, and null where the two are no pair.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { FailoverResult, LabResult, StatusParams } from '../../../server/src/lsp/protocol';
import { root } from '../../support/check-text';
import { deviceOfTwoPairs } from '../../support/device-of-two-pairs';
import { LanguageClient, rangeOf } from '../../support/language-client';

const north = readFileSync(join(root, 'examples/mld/BRAS-North.cfg'), 'utf8');
const south = readFileSync(join(root, 'examples/mld/BRAS-South.cfg'), 'utf8');

async function server(
  t: TestContext,
): Promise<{ client: LanguageClient; uris: string[]; ask: (events?: string[]) => Promise<FailoverResult | null> }> {
  const client = await LanguageClient.start({ files: { 'North.cfg': north, 'South.cfg': south } });
  t.after(() => client.stop());
  client.open('North.cfg', north);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: unknown } | undefined)?.peer !== undefined,
    'the pair is found',
  );
  const uris = [client.uri('South.cfg'), client.uri('North.cfg')];
  return { client, uris, ask: (events) => client.ask('vrp/failover', { uris, events }) };
}

test('the panel gets the matrix, the worst of it rehearsed, and every place as a range of the real line', async (t) => {
  const { client, ask } = await server(t);
  const worst = await ask();
  assert.ok(worst);
  assert.deepEqual(worst.devices, [
    { device: 'BRAS-North', uri: client.uri('North.cfg') },
    { device: 'BRAS-South', uri: client.uri('South.cfg') },
  ]);
  const order = ['loses-users', 'interrupted', 'no-switchover', 'unknown', 'survives-stale', 'survives'];
  const failures = worst.matrix.filter((event) => !event.planned);
  const ranks = failures.map((event) => order.indexOf(event.outcome));
  assert.deepEqual(
    ranks,
    [...ranks].sort((x, y) => x - y),
    'the worst first',
  );
  assert.deepEqual(worst.events, worst.matrix[0]!.events);
  assert.ok(worst.matrix.every((event) => event.title !== ''));
  assert.ok(
    worst.reasons.every(({ source }) => source !== 'no source'),
    'nothing is cited where nothing says it',
  );
  assert.deepEqual(
    worst.matrix.slice(failures.length).map(({ title, planned }) => [title, planned]),
    [
      ['Maintenance: BRAS-North is taken out and brought back', true],
      ['Maintenance: BRAS-South is taken out and brought back', true],
    ],
  );
  const { events: planned, title } = worst.matrix.at(-1)!;
  assert.equal((await ask(planned))?.title, title);

  const death = await ask(['device-down:BRAS-North@0']);
  assert.ok(death);
  assert.equal(death.title, 'BRAS-North dies');
  assert.deepEqual(
    death.outcomes.map((one) => one.outcome),
    ['survives'],
  );
  const takeover = death.moments.find(
    (moment) => moment.kind === 'role' && moment.about.startsWith('BRAS-South') && moment.frame > 0,
  );
  assert.equal(takeover?.time, '5.14-7.14 s');
  const texts = new Map([
    [client.uri('North.cfg'), north],
    [client.uri('South.cfg'), south],
  ]);
  const line = (uri: string, row: number) => texts.get(uri)!.split('\n')[row]!;
  const reason = death.reasons[takeover.reasons[0]!];
  assert.match(
    line(reason!.target.uri, reason!.target.range.start.line),
    /timer advertise 200/,
    'the arithmetic of the master-down interval',
  );
  assert.equal(reason!.where, `South.cfg:${reason!.target.range.start.line + 1}`);
  const places = [...death.picture.figures, ...death.timeline.figures].flatMap((figure) => figure.target ?? []);
  assert.ok(places.length > 8);
  for (const { uri, range } of places)
    assert.ok(line(uri, range.start.line).length >= range.end.character && range.end.character > range.start.character);
  const router = death.picture.figures.find((figure) => figure.id === 'router 0');
  assert.match(line(router!.target!.uri, router!.target!.range.start.line), /vrrp6 vrid 1/);
  assert.ok(death.picture.frames.every((frame) => frame.figures.every((index) => death.picture.figures[index])));
  assert.ok(
    death.timeline.figures
      .filter((figure) => figure.moment !== undefined)
      .every((figure) => death.moments[figure.moment!]),
  );
});

test('an edit that was just typed is in the answer, of the open file and of the closed one', async (t) => {
  const { client, uris, ask } = await server(t);
  client.change('North.cfg', { range: rangeOf(north, '7011'), text: '7012' });
  const broken = await ask(['device-down:BRAS-North@0']);
  assert.equal(broken?.outcomes[0]?.outcome, 'loses-users', 'nothing is waited for between change and question');
  client.change('North.cfg', { text: north });
  assert.equal((await ask(['device-down:BRAS-North@0']))?.outcomes[0]?.outcome, 'survives');

  writeFileSync(join(client.folder, 'South.cfg'), south.replace('7011', '7013'));
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('South.cfg'), type: 2 }] });
  let now: FailoverResult | null = null;
  for (let turn = 0; turn < 100 && now?.outcomes[0]?.outcome !== 'loses-users'; turn++)
    now = await ask(['device-down:BRAS-North@0']);
  assert.equal(now?.outcomes[0]?.outcome, 'loses-users');

  client.change('North.cfg', { text: north.replace('sysname BRAS-North', 'sysname Renamed') });
  assert.notDeepEqual(
    (await ask(['device-down:BRAS-North@0']))?.events,
    ['device-down:BRAS-North@0'],
    'an event of a device that is gone gives way to the worst one',
  );
  client.change('North.cfg', { text: '#\nsysname Alone\n#\nreturn\n' });
  assert.equal(await client.ask('vrp/failover', { uris }), null);
});

test('questions that make no sense get null, and the server lives', async (t) => {
  const { client, uris, ask } = await server(t);
  for (const params of [
    {},
    { uris: [] },
    { uris: [uris[0]] },
    { uris: [uris[0], uris[0]] },
    { uris: 'x' },
    { uris: [1, null] },
    { uris: [uris[0], 'file:///nowhere.cfg'] },
  ])
    assert.equal(await client.ask('vrp/failover', params), null, JSON.stringify(params));
  for (const events of [['nonsense'], ['device-down:Nobody@0'], [], ['device-down:BRAS-North@0', 'x']])
    assert.ok((await ask(events))!.events.length > 0);
});

test('a rehearsal as a file: SVG and Markdown with file names, not paths', async (t) => {
  const { client, uris } = await server(t);
  const events = ['device-down:BRAS-North@0', 'device-up:BRAS-North@60'];
  const svg = await client.ask<string>('vrp/failoverFile', { uris, events, format: 'svg', frame: 1 });
  assert.match(svg, /^<svg [^>]*aria-label="Failover of BRAS-North and BRAS-South"/);
  assert.ok(svg.includes('BRAS-North returns'));
  const markdown = await client.ask<string>('vrp/failoverFile', { uris, events, format: 'markdown' });
  assert.match(markdown, /^# Failover of BRAS\\?-North and BRAS\\?-South/);
  assert.ok(markdown.includes('South.cfg:') && !markdown.includes(client.folder));
});

test('a device of two pairs: what its death does to the users of the other pair, and the events to show there', async (t) => {
  const client = await LanguageClient.start({ files: deviceOfTwoPairs });
  t.after(() => client.stop());
  client.open('A.cfg', deviceOfTwoPairs['A.cfg']);
  await client.until(
    () => (client.statuses.get(client.uri('A.cfg')) as StatusParams | undefined)?.peer !== undefined,
    'the pairs are found',
  );
  const uris = (...names: string[]) => names.map((name) => client.uri(name));
  const ask = (names: string[], events: string[]) =>
    client.ask<FailoverResult>('vrp/failover', { uris: uris(...names), events });
  const death = ['device-down:DeviceA@0'];
  const { otherPairs } = await ask(['A.cfg', 'B.cfg'], death);
  assert.deepEqual(otherPairs, [
    {
      devices: [
        { device: 'DeviceA', uri: client.uri('A.cfg') },
        { device: 'DeviceC', uri: client.uri('C.cfg') },
      ],
      events: death,
      outcome: 'survives',
    },
  ]);
  const channelGone = { range: rangeOf(deviceOfTwoPairs['A.cfg'], 'port 6002'), text: 'port 6009' };
  client.change('A.cfg', channelGone);
  assert.deepEqual(
    (await ask(['A.cfg', 'B.cfg'], death)).otherPairs.map(({ outcome }) => outcome),
    ['loses-users'],
    'of the newest text',
  );
  assert.equal((await ask(['C.cfg', 'A.cfg'], death)).otherPairs[0]!.devices[1]!.device, 'DeviceB');
  for (const apart of [['device-down:DeviceB@0'], ['lan-down@0'], ['access-down:DeviceA/GigabitEthernet0/1/1@0']])
    assert.deepEqual((await ask(['A.cfg', 'B.cfg'], apart)).otherPairs, [], `${apart.join()}: of this pair alone`);

  const planned = (await ask(['A.cfg', 'B.cfg'], death)).matrix.find(
    ({ planned, title }) => planned && title.includes('DeviceA'),
  )!;
  assert.deepEqual(
    (await ask(['A.cfg', 'C.cfg'], planned.events)).title,
    planned.title,
    'in both pairs a maintenance has the same seconds',
  );
  const file = (events: string[]) =>
    client.ask<string>('vrp/failoverFile', { uris: uris('A.cfg', 'B.cfg'), events, format: 'markdown' });
  assert.match(await file(death), /^# One event, every pair\n[^]*# Failover of DeviceA and DeviceC/);
  assert.match(await file(['device-down:DeviceB@0']), /^# Failover of DeviceA and DeviceB/);
});

test('a lab: its files with file names, not paths, and null where there is no pair', async (t) => {
  const { client, uris } = await server(t);
  const lab = await client.ask<LabResult | null>('vrp/lab', { uris });
  assert.deepEqual(lab!.files.map(({ name }) => name).sort(), [
    'README.md',
    'a/keepalived.conf',
    'b/keepalived.conf',
    'expected.json',
    'expected.tsv',
    'lab.sh',
    'lab.tsv',
    'topology.clab.yml',
  ]);
  for (const { name, text } of lab!.files) assert.ok(!text.includes(client.uri('North.cfg')), name);
  assert.match(
    lab!.files.find(({ name }) => name === 'expected.json')!.text,
    /"files": \[\s+"North\.cfg",\s+"South\.cfg"/,
  );
  for (const wrong of [[], uris.slice(1), ['file:///nowhere.cfg', uris[0]]])
    assert.equal(await client.ask('vrp/lab', { uris: wrong }), null);
});
