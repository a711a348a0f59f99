// The table of what the whole family's procedures ask to be checked (test/support/family-rows.ts): the pair is clean before, each fault
// is told by its rule with its severity, on either device and whichever of the two files is read first.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/workspace/workspace';
import { root, workspaceOf, type NamedText } from '../support/check-text';
import { rows, type Edit, type Fault, type Role } from '../support/family-rows';

/** The texts of the pair by role: of the two, the one with the higher VRRP or the lower E-Trunk priority is the master. */
function textsOf(pair: string): Record<Role, string> {
  const folder = [`test/pairs/${pair}`, `examples/${pair}`].map((path) => join(root, path)).find(existsSync)!;
  const [one, two] = readdirSync(folder)
    .filter((file) => file.endsWith('.cfg'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return /preempt-mode timer delay|^ priority 10$/m.test(one!)
    ? { master: one!, backup: two! }
    : { master: two!, backup: one! };
}

function changed(text: string, edits: readonly Edit[]): string {
  return edits.reduce((result, [from, to]) => {
    assert.ok(result.includes(from), `no "${from}"`);
    return result.replace(from, () => to);
  }, text);
}

async function findingsOf(texts: Record<Role, string>, names: Record<Role, string>) {
  const files: NamedText[] = [
    { name: names.master, text: texts.master },
    { name: names.backup, text: texts.backup },
  ].sort((one, two) => (one.name < two.name ? -1 : 1));
  const workspace = await workspaceOf(files);
  return workspace.allFindings();
}

function reported(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, rule, file, message }) => `${severity} ${rule} ${file}: ${message}`);
}

for (const { id, words, faults } of rows)
  describe(`${id}: ${words}`, () => {
    for (const fault of faults)
      for (const role of fault.on ? [fault.on] : (['master', 'backup'] as const))
        for (const first of ['master', 'backup'] as const)
          test(`${fault.what}, on the ${role}, ${first} read first`, async () => {
            await judge(fault, role, first);
          });
  });

async function judge(fault: Fault, role: Role, first: Role): Promise<void> {
  const other = role === 'master' ? 'backup' : 'master';
  const names = { [first]: '1.cfg', [first === 'master' ? 'backup' : 'master']: '2.cfg' } as Record<Role, string>;
  const original = textsOf(fault.pair);
  const clean = {
    master: changed(original.master, fault.before?.('master') ?? []),
    backup: changed(original.backup, fault.before?.('backup') ?? []),
  };
  const broken = {
    ...clean,
    [role]: changed(clean[role], fault.edits),
    [other]: changed(clean[other], fault.other ?? []),
  };
  assert.deepEqual(reported(await findingsOf(clean, names)), [], 'the pair is not clean before');
  const findings = await findingsOf(broken, names);
  const all = reported(findings).join('\n');
  if (fault.rule === undefined) {
    assert.deepEqual(
      findings.filter(({ severity }) => severity !== 'information'),
      [],
      all,
    );
    return;
  }
  const own = findings.find(({ rule, severity }) => rule === fault.rule && severity === fault.severity);
  assert.ok(own, `found:\n${all}`);
  const at = fault.at ?? role;
  if (!fault.other) assert.ok([own.file, own.peer?.file].includes(names[at]), `not in the file of the ${at}:\n${all}`);
}
