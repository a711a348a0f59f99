// A fix that throws takes nothing else with it, and is not passed over in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceRule, type Rule } from '../../server/src/diagnostics/rule';
import { Workspace } from '../../server/src/workspace/workspace';
import { loadSyntax } from '../support/wasm';

const throwing = deviceRule<undefined>({
  id: 'fix-that-throws',
  requirement: 'HB-TEST',
  title: 'Every interface is wrong',
  severity: 'warning',
  why: 'A test.',
  guide: ['no source'],
  *check(device) {
    for (const { at, name } of device.interfaces.values())
      yield { at, message: `${device.name}: ${name} is wrong`, facts: undefined };
  },
  fix() {
    throw new Error('no way to mend it');
  },
  examples: [],
}) as Rule;

test('a fix that throws is no fix, and its rule is reported once', async () => {
  await loadSyntax();
  const reported: string[] = [];
  const workspace = new Workspace({
    rules: [throwing],
    report: (rule, error) => reported.push(`${rule}: ${(error as Error).message}`),
  });
  workspace.open('a.cfg', 'sysname A\n#\ninterface GigabitEthernet0/1/0\n#\ninterface GigabitEthernet0/1/1\n#\n');
  const findings = workspace.allFindings();
  assert.deepEqual(
    findings.map((finding) => [finding.message, workspace.fixesOf(finding)]),
    [
      ['A: GigabitEthernet0/1/0 is wrong', []],
      ['A: GigabitEthernet0/1/1 is wrong', []],
    ],
  );
  assert.deepEqual(reported, ['fix-that-throws: no way to mend it']);
});
