// A pair's scenarios: fresh ones are done step by step, a line that is taken away is missing and comes back where it was, a fault
// makes its step wrong; and one more scenario on a clean pair leaves it clean.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { added, addedAnswers } from '../../../server/src/scenarios/progress/add-scenario';
import { clashes } from '../../../server/src/scenarios/progress/clashes';
import { chosenProposal } from '../../../server/src/features/insert-step';
import { stepProposals } from '../../../server/src/scenarios/progress/insert-step';
import { stateOf, type ScenarioState } from '../../../server/src/scenarios/progress/step-state';
import { trialOf } from '../../../server/src/workspace/trial';
import { placeholdersIn } from '../../../server/src/edits/placeholders';
import type { FileEdit } from '../../../server/src/edits/file-edit';
import { scenario as scenarioOf, scenarios } from '../../../server/src/scenarios';
import { scaffold } from '../../../server/src/scenarios/scaffold';
import { edited, root, workspaceOf, type NamedText } from '../../support/check-text';
import { partOf } from '../../support/long';
import { variants, walkedVariants } from '../../support/scenario-answers';

const clean = [
  'mld',
  'nd',
  'dhcp-server',
  'ds-lite',
  'dhcpv6-relay-clean',
  'arp',
  'bras',
  'igmp',
  'igmp-e-trunk',
  'igmp-snooping-e-trunk',
  'l2tp',
];

function example(name: string): NamedText[] {
  return readdirSync(join(root, 'examples', name))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(join(root, 'examples', name, file), 'utf8') }));
}

function fresh(id: string, given = {}): NamedText[] {
  return scaffold(scenarioOf(id)!, given).files.map(({ name, text }) => ({ name, text }));
}

async function read(files: readonly NamedText[]) {
  const workspace = await workspaceOf(files);
  const [pair, ...more] = workspace.network().pairs;
  assert.ok(pair && more.length === 0, 'one pair');
  const facts = (side: 'a' | 'b') => workspace.snapshot(pair[side].file)!.facts;
  const trial = () => trialOf(new Map(files.map(({ name, text }) => [name, text])));
  return {
    pair,
    findings: workspace.allFindings(),
    insert: (key: string, guide: string) => chosenProposal(stepProposals(pair, facts, key, guide), trial()),
  };
}

function applied(files: readonly NamedText[], edits: readonly FileEdit[]): NamedText[] {
  return files.map(({ name, text }) => ({
    name,
    text: edited(
      text,
      edits.filter((edit) => edit.file === name),
    ),
  }));
}

/** The dial-in users of this pair are those of many sites: nobody has given their packets a way across. */
const leftOut: readonly string[] = ['010 step 4.4: missing missing'];

/** What the page asks for and is not done, as `guide: a b`. */
function asked(state: readonly ScenarioState[]): string[] {
  const needed = state.map((one) => ({ ...one, steps: one.steps.filter((step) => !step.optional) }));
  return undone(needed).filter((one) => !leftOut.includes(one));
}

/** What is not done, as `guide: a b`. */
function undone(state: readonly ScenarioState[]): string[] {
  return state.flatMap((one) =>
    one.steps
      .filter((step) => step.a !== 'done' || step.b !== 'done')
      .map((step) => `${step.guide}: ${step.a} ${step.b}`),
  );
}

for (const variant of variants) {
  const { scenario: id, given } = variant;
  describe(`${id} ${JSON.stringify(given)}`, () => {
    test('a new pair carries it, every step done', async () => {
      const { pair, findings } = await read(fresh(id, given));
      const state = stateOf(pair, findings);
      assert.deepEqual(
        state.map((state) => state.scenario),
        [id],
      );
      assert.deepEqual(undone(state), []);
      assert.ok(state[0]!.steps.length >= 6 && state[0]!.verify.length >= 3);
      for (const step of state[0]!.steps) assert.ok(step.rowA !== undefined || step.rowB !== undefined, step.guide);
    });

    test('a profile without the mode is done, since hot holds without the line', async () => {
      const isWritten = fresh(id, given).some(({ text }) => text.includes('\n peer-backup hot\n'));
      const silent = fresh(id, given).map(({ name, text }) => ({ name, text: text.replace(' peer-backup hot\n', '') }));
      const { pair, findings } = await read(silent);
      assert.deepEqual(undone(stateOf(pair, findings)), []);
      assert.equal(
        isWritten,
        findings.some(({ rule }) => rule === 'rbp-without-mode'),
      );
    });

    const eachLine = 'a line taken away is a missing step, and what inserts it makes the file what it was';
    if (walkedVariants.has(variant))
      test(eachLine, async () => {
        const files = fresh(id, given);
        const carriedBy = new Set<string>();
        for (const file of files) {
          const lines = file.text.split('\n');
          for (const [row, line] of lines.entries()) {
            // The line by which the profile or the board is recognised at all is the one its scenario hangs on; the mode holds
            // without its line.
            if (
              !/^ (?:vrrp|admin-vrrp|peer|backup-id|remote-backup|multicast|pim (?:ipv6 )?ignore|direct-route|dhcp|l2 binding|igmp-snooping|ignore-ac-state|server identifier|location|service-)/.test(
                line,
              ) ||
              /^ (?:service-type|peer-backup)/.test(line)
            )
              continue;
            const broken = files.map((one) =>
              one === file ? { name: one.name, text: lines.filter((_, index) => index !== row).join('\n') } : one,
            );
            const { pair, findings, insert } = await read(broken);
            const side = pair.a.file === file.name ? 'a' : 'b';
            const [state] = stateOf(pair, findings);
            const missing = state?.steps.filter((step) => step[side] === 'missing') ?? [];
            assert.equal(
              missing.length,
              1,
              `${file.name}:${line} in ${JSON.stringify(state?.steps.map((step) => [step.guide, step.a, step.b]))}`,
            );
            const { edits, problem } = insert(state!.key, missing[0]!.guide);
            // The uplink, the address of an end: what no file tells is asked for, not made up.
            if (problem !== undefined) {
              assert.match(problem, /^The files do not tell: /, line);
              continue;
            }
            if (edits.some(({ newText }) => placeholdersIn(newText).length > 0)) continue;
            carriedBy.add(line);
            const healed = applied(broken, edits);
            assert.deepEqual(
              (await read(healed)).findings
                .filter((finding) => finding.severity === 'error' || finding.severity === 'warning')
                .map((finding) => finding.message),
              [],
              `${line}\n${edits.map((edit) => edit.newText).join('')}`,
            );
            // What nobody can read any more takes the default: a delay, a cost. All else is what it was.
            const shape = (text: string) =>
              text.split('\n').map((one) => one.replace(/(?<=(?:delay|cost|reduced|priority|advertise) )\d+$/, 'N'));
            assert.deepEqual(
              shape(healed.find((one) => one.name === file.name)!.text).sort(),
              shape(file.text).sort(),
              line,
            );
          }
        }
        assert.ok(carriedBy.size > 5);
      });
  });
}

/**
 * Information that a scenario leaves to people: how the networks of the
 * users are announced, which is a matter of the routing that is there; a channel on a link, which an E-Trunk beside it then uses.
 */
const leftToPeople: ReadonlySet<string> = new Set([
  'backed-up-addresses-unannounced',
  'igp-process-idle',
  'e-trunk-over-direct-link',
]);

describe('the examples', () => {
  for (const name of clean) {
    test(`${name}: every step that the page asks for is done`, async () => {
      const { pair, findings } = await read(example(name));
      const state = stateOf(pair, findings);
      assert.ok(state.length > 0);
      assert.deepEqual(asked(state), []);
    });

    for (const scenario of partOf(scenarios, 2)) {
      test(`${name}: ${scenario.id} comes on top, and the pair stays clean`, async () => {
        const files = example(name);
        const before = await read(files);
        const { edits, problems } = added(before.pair, scenario, {});
        assert.deepEqual(problems, []);
        const answers = addedAnswers(before.pair, scenario, {}).answers;
        const proposed = Object.fromEntries(
          scenario.parameters.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
        );
        assert.deepEqual(added(before.pair, scenario, proposed).problems, [], 'what is proposed may be sent back');
        assert.deepEqual(
          [...new Set(edits.map((edit) => edit.file))].sort(),
          files.map((file) => file.name),
          'both files at once',
        );
        const places = edits.map((edit) => `${edit.file} ${edit.range.start.line}`);
        assert.equal(new Set(places).size, places.length, 'one edit a place: no client has to order them');
        for (const edit of edits)
          assert.deepEqual(edit.range.start, edit.range.end, 'nothing that was there is touched');
        const after = await read(applied(files, edits));
        assert.deepEqual(
          after.findings
            .filter(
              (finding) =>
                finding.severity !== 'hint' && !(finding.severity === 'information' && leftToPeople.has(finding.rule)),
            )
            .map((finding) => `${finding.severity} ${finding.message}`),
          [],
        );
        const state = stateOf(after.pair, after.findings);
        assert.equal(state.length, stateOf(before.pair, before.findings).length + 1);
        assert.deepEqual(asked(state), []);
      });
    }
  }

  test('where one device lacks the profile, the steps of its group are done all the same', async () => {
    const files = example('dhcpv6-relay-clean').map(({ name, text }) => ({
      name,
      text:
        name === 'Relay-2.cfg'
          ? text
              .replace(' remote-backup-profile homes-310\n', '')
              .replace(/^remote-backup-profile homes-310\n[^#]*#\n/m, '')
          : text,
    }));
    const { pair, findings } = await read(files);
    const [carried] = stateOf(pair, findings);
    const open = carried!.steps.filter(({ a, b }) => a !== 'done' || b !== 'done');
    assert.match(carried!.detail, /homes-310/);
    assert.deepEqual(
      open.map(({ guide }) => guide.replace(/^000 step /, '')),
      ['3.1', '3.2', '3.3', '3.4', '4.2', '5.2'],
    );
  });

  test('names that differ on the two devices stay as they are, and the channel is used again', async () => {
    const files = example('dhcpv6-relay-clean');
    const { pair } = await read(files);
    const after = applied(files, added(pair, scenarioOf('dhcp-server')!, { pool: 'visitors' }).edits);
    assert.match(after[0]!.text, /backup-id 10 remote-backup-service to-relay-2\n/);
    assert.match(after[1]!.text, /backup-id 10 remote-backup-service to-relay-1\n/);
    assert.equal(after[0]!.text.match(/^remote-backup-service /gm)!.length, 1);
    assert.match(after[0]!.text, /^ip pool visitors server$/m);
  });

  test('an interface takes one profile: a service on its group goes into the profile that is there', async () => {
    const files = example('mld');
    const after = applied(files, added((await read(files)).pair, scenarioOf('nd')!, {}).edits);
    for (const { text } of after) {
      assert.match(text, /remote-backup-profile tv-users\n service-type mld\n service-type nd\n/);
      assert.equal(text.match(/^remote-backup-profile /gm)!.length, 1);
    }
  });

  test('a device that has all of 10.0.0.0/8 gets subnets elsewhere', async () => {
    const files = example('mld').map(({ name, text }, index) => ({
      name,
      text: text.replace(
        /\nreturn\s*$/,
        `\ninterface GigabitEthernet0/3/9\n undo shutdown\n ip address 10.0.0.${index + 1} 255.0.0.0\n#\nreturn\n`,
      ),
    }));
    for (const id of ['dhcp-server', 'ds-lite']) {
      const { edits } = added((await read(files)).pair, scenarioOf(id)!, {});
      assert.ok(
        edits.some((edit) => /172\.16\.\d+\.2/.test(edit.newText)),
        id,
      );
    }
  });

  test('what the pair speaks against is told, and nothing is edited', async () => {
    const { pair } = await read(example('dhcp-server'));
    const { edits, problems } = added(pair, scenarioOf('dhcp-server')!, {
      'backup-id': '200',
      pool: 'OFFICE',
      'address-a': '10.64.8.200/24',
      'address-b': '10.64.8.201/24',
    });
    assert.deepEqual(edits, []);
    assert.deepEqual(problems.map((problem) => problem.parameter).sort(), [
      'address-a',
      'address-b',
      'backup-id',
      'pool',
    ]);
    assert.deepEqual(
      clashes(pair, {}).filter((problem) => !problem.parameter.startsWith('device-')),
      [],
    );
  });
});

test('each mistake of an example shows at its step', async () => {
  const { pair, findings } = await read(example('mld-mistakes'));
  const state = undone(stateOf(pair, findings));
  assert.ok(state.includes('003 step 2: done wrong'), 'the delay on the backup, the virtual address');
  assert.ok(state.includes('003 step 3: wrong wrong'), 'the port');
  assert.ok(state.includes('003 step 4: wrong wrong'), 'the backup-id');
  assert.ok(state.includes('003 step 5: missing missing'), 'the ignore lines');
});

test('a profile that only one device has is a scenario with its steps missing on the other', async () => {
  const files = fresh('nd').map((file) =>
    file.name === 'DeviceB.cfg'
      ? {
          name: file.name,
          text: file.text
            .replace(/remote-backup-profile profile1\n(?: .*\n)+#\n/, '')
            .replace(' remote-backup-profile profile1\n', ''),
        }
      : file,
  );
  const { pair, findings } = await read(files);
  const [state] = stateOf(pair, findings);
  assert.equal(state?.scenario, 'nd');
  const step = state.steps.find((stepState) => stepState.guide === '001 step 3.1')!;
  assert.deepEqual([step.a, step.b].sort(), ['done', 'missing']);
});

test('a service without a procedure says that there is no scenario', async () => {
  const files = example('arp').map(({ name, text }) => ({
    name,
    text: text.replace('service-type arp', 'service-type ipsec'),
  }));
  const { pair, findings } = await read(files);
  const [state, ...more] = stateOf(pair, findings);
  assert.equal(more.length, 0);
  assert.equal(state!.scenario, 'ipsec');
  assert.deepEqual(state!.steps, []);
  assert.match(state!.detail, /^\S+: no procedure is published, so there is no scenario; its lines are checked$/);
  const slip = files.map(({ name, text }) => ({
    name,
    text: text.replace('service-type ipsec', 'service-type ipsek'),
  }));
  const wrong = await read(slip);
  assert.deepEqual(stateOf(wrong.pair, wrong.findings), []);
});

test('two scenarios of one kind keep their keys apart', async () => {
  const { pair, findings } = await read(example('dhcpv6-relay-clean'));
  assert.deepEqual(
    stateOf(pair, findings).map((state) => state.key),
    ['dhcpv6-relay homes-310', 'dhcpv6-relay homes-320'],
  );
});
