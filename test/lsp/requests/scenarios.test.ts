// The requests about scenarios, asked of the built server as the client asks them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type {
  CheckAnswerResult,
  NewPairResult,
  PairScenarios,
  ScenarioEditResult,
  ScenarioQuestions,
} from '../../../server/src/lsp/protocol';
import { scenarios } from '../../../server/src/scenarios/index';
import { edited, root } from '../../support/check-text';
import { LanguageClient, type ServerOptions } from '../../support/language-client';

const north = readFileSync(join(root, 'examples/mld/BRAS-North.cfg'), 'utf8');
const south = readFileSync(join(root, 'examples/mld/BRAS-South.cfg'), 'utf8');

async function server(t: TestContext, options: ServerOptions = {}): Promise<LanguageClient> {
  const client = await LanguageClient.start(options);
  t.after(() => client.stop());
  return client;
}

test('a new pair: questions with what is offered, answers checked as they are typed, files as text', async (t) => {
  const client = await server(t);
  const all = await client.ask<ScenarioQuestions[]>('vrp/questions', {});
  assert.deepEqual(
    all.map((scenarioQuestions) => scenarioQuestions.id),
    scenarios.map(({ id }) => id),
  );
  const [relay] = await client.ask<ScenarioQuestions[]>('vrp/questions', {
    scenario: 'dhcpv6-relay',
    answers: { family: 'vrrp', 'address-a': '2001:DB8:7::A/64' },
  });
  assert.equal(relay!.questions.find((question) => question.id === 'address-b')!.default, '2001:DB8:7::1/64');
  assert.ok(
    relay!.questions.some((question) => question.id === 'vrrp-address-a') &&
      !relay!.questions.some((question) => question.id === 'link-local'),
  );
  const check = (parameter: string, value: string, answers = {}) =>
    client.ask<CheckAnswerResult>('vrp/checkAnswer', { scenario: 'mld', parameter, value, answers });
  assert.deepEqual(await check('vrid', '20'), {});
  assert.match((await check('vrid', '256')).problem!, /from 1 to 255/);
  assert.deepEqual(await check('device-a', 'North'), { file: 'North.cfg' });
  assert.match((await check('delay', '0')).advice!, /give 1 s or more/);
  assert.match((await check('device-b', 'R1', { 'device-a': 'r1' })).problem!, /different names/);
  assert.match((await check('nonsense', '1')).problem!, /no such question/);
  const made = await client.ask<NewPairResult>('vrp/newPair', {
    scenario: 'mld',
    answers: { 'device-a': 'North', vrid: 7 },
  });
  assert.deepEqual(
    made.files.map((file) => file.name),
    ['North.cfg', 'DeviceB.cfg'],
  );
  assert.match(made.files[1]!.text, / vrrp6 vrid 7 virtual-ip FE80::7 link-local\n/);
  // What was answered out of order is judged as a whole, and answers to other scenarios are left alone.
  const [again] = await client.ask<ScenarioQuestions[]>('vrp/questions', {
    scenario: 'mld',
    answers: { 'device-b': 'North', 'device-a': 'North', delay: '0', 'service-location': '3' },
  });
  const asked = (id: string) => again!.questions.find((question) => question.id === id)!;
  assert.match(asked('device-b').problem!, /different names/);
  assert.equal(asked('device-a').problem, undefined);
  assert.equal(asked('device-b').file, 'North.cfg');
  assert.match(asked('delay').advice!, /give 1 s or more/);
  const refused = await client.ask<NewPairResult>('vrp/newPair', { scenario: 'mld', answers: { vrid: '0' } });
  assert.deepEqual([refused.files.length, refused.problems[0]?.parameter], [0, 'vrid']);
});

test('the state of a pair follows an edit at once, and a missing step goes in where it belongs', async (t) => {
  const client = await server(t, { files: { 'North.cfg': north, 'South.cfg': south } });
  client.open('North.cfg', north);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: unknown } | undefined)?.peer !== undefined,
    'the pair is found',
  );
  const [fresh] = await client.ask<PairScenarios[]>('vrp/scenarios', null);
  assert.deepEqual([fresh!.a.device, fresh!.b.device], ['BRAS-North', 'BRAS-South']);
  assert.deepEqual(
    fresh!.scenarios.map((state) => state.key),
    ['mld tv-users'],
  );
  const broken = north.replace(' multicast ipv6 track vrrp6 vrid 1\n', '');
  client.change('North.cfg', { text: broken });
  const [now] = await client.ask<PairScenarios[]>('vrp/scenarios', null);
  const step = now!.scenarios[0]!.steps.find(
    (stepState) => stepState.a === 'missing' && stepState.guide === '003 step 5',
  );
  assert.ok(step && step.b === 'done');
  const result = await client.ask<ScenarioEditResult>('vrp/insertStep', {
    uri: now!.a.uri,
    peerUri: now!.b.uri,
    key: now!.scenarios[0]!.key,
    guide: step.guide,
  });
  const [change] = (result.edit as WorkspaceEdit).documentChanges as {
    textDocument: { uri: string; version: number };
    edits: never;
  }[];
  assert.equal(change!.textDocument.uri, client.uri('North.cfg'));
  assert.equal(edited(broken, change!.edits), north);
});

test('one more scenario on a pair: its channel and free numbers are offered, both files are edited together', async (t) => {
  const client = await server(t, { files: { 'North.cfg': north, 'South.cfg': south } });
  client.open('North.cfg', north);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: unknown } | undefined)?.peer !== undefined,
    'the pair is found',
  );
  const uri = client.uri('North.cfg');
  const [server4] = await client.ask<ScenarioQuestions[]>('vrp/questions', { scenario: 'dhcp-server', uri });
  assert.equal(server4!.questions.find((question) => question.id === 'rbs')!.default, 'core-pair');
  assert.ok(!server4!.questions.some((question) => question.id === 'device-a'));
  // The ports of the device that the answer goes to, without its sub-interfaces and loopbacks.
  const ports = server4!.questions.find((question) => question.id === 'interface-a')!.ports!;
  assert.ok(ports.length > 0 && ports.every((port) => /^\w*Ethernet[\d/]+$/.test(port)), ports.join());
  assert.match(
    (
      await client.ask<CheckAnswerResult>('vrp/checkAnswer', {
        scenario: 'dhcp-server',
        parameter: 'backup-id',
        value: '21',
        answers: {},
        uri,
      })
    ).problem!,
    /tv-users of BRAS-North has backup-id 21 already/,
  );
  const result = await client.ask<ScenarioEditResult>('vrp/addScenario', { scenario: 'dhcp-server', answers: {}, uri });
  const changes = (result.edit as WorkspaceEdit).documentChanges as { textDocument: { uri: string } }[];
  assert.deepEqual(changes.map((one) => one.textDocument.uri).sort(), [
    client.uri('North.cfg'),
    client.uri('South.cfg'),
  ]);
  const clash = await client.ask<ScenarioEditResult>('vrp/addScenario', {
    scenario: 'dhcp-server',
    answers: { 'backup-id': '21' },
    uri,
  });
  assert.deepEqual([clash.edit, clash.problems?.[0]?.parameter], [undefined, 'backup-id']);
});

test('a request of any shape is answered', async (t) => {
  const client = await server(t);
  for (const method of [
    'vrp/questions',
    'vrp/checkAnswer',
    'vrp/newPair',
    'vrp/addScenario',
    'vrp/scenarios',
    'vrp/insertStep',
  ]) {
    for (const params of [
      null,
      {},
      { scenario: 7, answers: [1], uri: 'nonsense' },
      {
        scenario: 'mld',
        parameter: 'vrid',
        value: {},
        answers: { vrid: {} },
        uri: 3,
        peerUri: null,
        key: [],
        guide: 1,
      },
    ]) {
      await client.ask(method, params).catch(() => undefined);
    }
  }
  assert.equal((await client.ask<ScenarioQuestions[]>('vrp/questions', {})).length, scenarios.length);
});
