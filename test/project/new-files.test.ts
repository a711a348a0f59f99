// What `npm run new:command`, `new:rule` and `new:scenario` write, in a copy of the tree: it is formatted, registered and without a hole
// in a list; and nothing that they leave to be written is left in the sources.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, resolveConfig } from 'prettier';
import { root } from '../support/check-text';
import { scratch } from '../support/scratch';

const { folder, put } = scratch('new-files');
for (const name of ['scripts', 'server/src', 'test/support', '.prettierrc.json'])
  cpSync(join(root, name), join(folder, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
// The registry is all that a new rule needs of it here.
put('package.json', JSON.stringify({ type: 'commonjs', scripts: { update: 'node scripts/update.mjs' } }));

function run(script: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(folder, 'scripts', script), ...args], { encoding: 'utf8', cwd: folder });
}

async function written(file: string): Promise<string> {
  const text = readFileSync(join(folder, file), 'utf8');
  const options = await resolveConfig(join(root, file));
  assert.ok(await check(text, { ...options, parser: 'typescript' }), `${file} is formatted`);
  return text;
}

test('a command is the last entry of its family, also where the family has a dialect', async () => {
  for (const family of ['ntp', 'routing', 'wlan', 'of-its-own']) {
    const { status, stderr } = run('new-command.mjs', family, 'addedCommand');
    assert.equal(status, 0, stderr);
    const text = await written(`server/src/catalogue/commands/${family}.ts`);
    assert.match(text, /^ +addedCommand: command\(/m);
    assert.match(text, /import \{[^}]*\binteger\b[^}]*\bparameter\b[^}]*\} from '\.\.\/parameters'/);
  }
  assert.match(await written('server/src/catalogue/commands/index.ts'), /'\.\/of-its-own'/);
});

test('a command is refused where there is no family, or where the name is taken', () => {
  assert.match(run('new-command.mjs', 'vrrp-parameters', 'addedCommand').stderr, /no end of a family was found/);
  assert.match(run('new-command.mjs', 'wlan', 'addedCommand').stderr, /holds addedCommand already/);
});

test('a rule is in the registry, also the first of a family', async () => {
  const { status, stderr } = run('new-rule.mjs', 'of-its-own/added-rule');
  assert.equal(status, 0, stderr);
  await written('server/src/rules/of-its-own/added-rule.ts');
  const registry = await written('server/src/rules/registry.ts');
  assert.match(registry, /import addedRule from '\.\/of-its-own\/added-rule';/);
});

test('a scenario is in the list, and has its variant', async () => {
  const { status, stderr } = run('new-scenario.mjs', 'nd-proxy', '001');
  assert.equal(status, 0, stderr);
  await written('server/src/scenarios/nd-proxy.ts');
  const index = await written('server/src/scenarios/index.ts');
  assert.match(index, /import \{ ndProxy \} from '\.\/nd-proxy';/);
  assert.match(index, /\w,\n {2}ndProxy,\n\];/);
  assert.match(await written('test/support/scenario-answers.ts'), /\{ scenario: 'nd-proxy', given: \{\} \},\n\];/);
});

test('nothing is left to be written', () => {
  const sources = readdirSync(join(root, 'server/src'), { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    sources.filter(
      (name) => name.endsWith('.ts') && /\bTODO\b/.test(readFileSync(join(root, 'server/src', name), 'utf8')),
    ),
    [],
    'these still hold a TODO of the template: CONTRIBUTING.md says what stands there',
  );
});
