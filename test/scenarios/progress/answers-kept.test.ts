// Add a Scenario keeps what it is told: every answer is a line of the result, or one sentence says why it cannot be. None vanishes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { orientToMaster } from '../../../server/src/compare/swap-sides';
import type { Pair } from '../../../server/src/model/pairing/pair';
import { portNames } from '../../../server/src/model/ports';
import { scenarios, type Parameter, type Scenario } from '../../../server/src/scenarios';
import { added, addedAnswers } from '../../../server/src/scenarios/progress/add-scenario';
import { normal } from '../../../server/src/scenarios/values';
import { edited, workspaceOf, type NamedText } from '../../support/check-text';
import { partOf } from '../../support/long';
import { example } from '../../support/pair-of';
import { candidates } from '../../support/scenario-answers';

const clean = ['mld', 'dhcp-server', 'ds-lite'];
/** Each value is tried with so many numbers of the candidates. */
const draws = [14, 140];

async function pairOf(files: readonly NamedText[]): Promise<Pair> {
  const [pair] = (await workspaceOf(files)).network().pairs;
  assert.ok(pair);
  return pair;
}

/** Answers other than the one that is offered. */
function otherAnswers({ id, type, choices }: Parameter, offered: string): string[] {
  const values = draws.flatMap((draw) => candidates({ type, choices, id } as Parameter, draw));
  return [...new Set(values.map((value) => normal(type, value)))].filter((value) => value !== offered);
}

function textsWith(files: readonly NamedText[], pair: Pair, scenario: Scenario, given: Record<string, string>) {
  const { edits, problems } = added(pair, scenario, given);
  const texts = files.map(({ name, text }) =>
    edited(
      text,
      edits.filter((edit) => edit.file === name),
    ),
  );
  return { text: texts.join('\n'), problems };
}

/** What stands in a line for the answer; undefined where it is not written as it is given. */
function written({ id, type }: Parameter, value: string): string | undefined {
  if (type === 'choice' || id === 'advertise') return undefined;
  return value.split('/').length === 2 && type.endsWith('prefix') ? value.split('/')[0] : value;
}

/** `GigabitEthernet 0/2/3` is one name however it is spelled. */
function spelled(text: string): string {
  return text.toUpperCase().replace(/ /g, '');
}

for (const name of partOf(clean, 4)) {
  describe(`a scenario for the pair ${name}`, () => {
    for (const scenario of partOf(scenarios, 3)) {
      test(`${scenario.id}: each answer is a line of the result, or is told why not`, async () => {
        const files = example(name);
        const pair = await pairOf(files);
        const { answers } = addedAnswers(pair, scenario, {});
        const offered = textsWith(files, pair, scenario, {});
        // What the pair cannot carry at all is not asked for.
        if (offered.problems.length > 0) return;
        const lost: string[] = [];
        let tried = 0;
        for (const parameter of scenario.parameters) {
          const value = answers[parameter.id];
          if (value === undefined || parameter.id.startsWith('device-')) continue;
          for (const other of otherAnswers(parameter, value)) {
            const { text, problems } = textsWith(files, pair, scenario, { [parameter.id]: other });
            if (problems.length > 0) continue;
            tried++;
            const word = written(parameter, other);
            const isThere = word === undefined ? text !== offered.text : spelled(text).includes(spelled(word));
            if (!isThere) lost.push(`${parameter.id} ${other}`);
          }
        }
        assert.ok(tried > 0, 'some answers may be given');
        assert.deepEqual(lost, []);
      });
    }
  });
}

for (const name of clean) {
  test(`a scenario for the pair ${name} over an uplink that is there leaves nothing to find`, async () => {
    const files = example(name);
    const pair = await pairOf(files);
    const found: string[] = [];
    for (const scenario of scenarios)
      for (const side of ['a', 'b'] as const) {
        const id = `uplink-${side}`;
        if (addedAnswers(pair, scenario, {}).answers[id] === undefined) continue;
        for (const port of portNames(orientToMaster(pair)[side])) {
          const { edits, problems } = added(pair, scenario, { [id]: port });
          if (problems.length > 0) continue;
          const after = files.map((file) => ({
            name: file.name,
            text: edited(
              file.text,
              edits.filter((edit) => edit.file === file.name),
            ),
          }));
          for (const { severity, message } of (await workspaceOf(after)).allFindings())
            if (severity === 'error' || severity === 'warning') found.push(`${scenario.id} ${id} ${port}: ${message}`);
        }
      }
    assert.deepEqual(found, []);
  });
}

test('the ports that are offered are on the card that the pair has its ports on', async () => {
  const pair = await pairOf(example('dhcp-server'));
  const nd = scenarios.find(({ id }) => id === 'nd')!;
  const { answers } = addedAnswers(pair, nd, {});
  for (const [id, value] of Object.entries(answers))
    if (/^(?:interface|uplink)-[ab]$/.test(id)) assert.match(value, /^GigabitEthernet0\/6\//, `${id}: ${value}`);
});
