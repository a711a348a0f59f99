// The import law of ARCHITECTURE.md, read from the import lines; and what every rule file must hold.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/registry';

const root = resolve(__dirname, '../..');
const source = join(root, 'server/src');
// A folder imports from folders of a lower rank, and from itself. Where a folder inside another has a rank of its own (the state of
// a scenario's steps needs findings, which a scenario does not; what is played knows nothing of how it is judged, and neither of
// how it is drawn), the longer path counts.
const rank: Record<string, number> = {
  text: 0,
  catalogue: 1,
  syntax: 1,
  model: 2,
  edits: 3,
  scenarios: 4,
  'failover/simulation': 4,
  'failover/judgement': 4.1,
  'failover/report': 4.2,
  'failover/drawing': 4.2,
  'failover/lab': 4.3,
  diagnostics: 5,
  rules: 6,
  compare: 7,
  'scenarios/progress': 8,
  workspace: 9,
  features: 10,
  lsp: 11,
  cli: 11,
  main: 12,
};

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function imports(file: string): { from: string; typeOnly: boolean }[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)]
    .map((hit) => ({ from: hit[2]!, typeOnly: hit[1] !== undefined }))
    .concat(
      [...text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g)].map((hit) => ({
        from: hit[1]!,
        typeOnly: false,
      })),
    );
}

const ruleFiles = files(join(source, 'rules'));

function folderOf(path: string): string {
  const [outer, inner] = relative(source, path).split('/');
  return `${outer}/${inner}` in rank ? `${outer}/${inner}` : outer!;
}

test('a folder of the server imports only from folders above it', () => {
  const wrong: string[] = [];
  for (const file of files(source)) {
    for (const { from } of imports(file)) {
      if (!from.startsWith('.')) continue;
      const target = resolve(dirname(file), from);
      if (target === join(root, 'package.json') || target === join(root, 'snippets/vrp.json')) continue;
      if (!target.startsWith(source)) {
        wrong.push(`${relative(root, file)} -> ${from}`);
        continue;
      }
      const [here, there] = [folderOf(file), folderOf(target)];
      if (here !== there && !(rank[there]! < rank[here]!)) wrong.push(`${relative(root, file)} -> ${there}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every folder of the server has a rank', () => {
  const unranked = [...new Set(files(source).map(folderOf))].filter((folder) => !(folder in rank));
  assert.deepEqual(unranked, []);
});

test('libraries stay where the law puts them', () => {
  const wrong: string[] = [];
  for (const file of files(source)) {
    const here = folderOf(file);
    for (const { from, typeOnly } of imports(file)) {
      if (from === 'web-tree-sitter' && here !== 'syntax') wrong.push(`${relative(root, file)}: ${from}`);
      if (/^vscode-languageserver(\/|$)/.test(from) && !['lsp', 'main'].includes(here))
        wrong.push(`${relative(root, file)}: ${from}`);
      if (from.startsWith('node:') && here !== 'main' && !typeOnly) wrong.push(`${relative(root, file)}: ${from}`);
      if (from === 'vscode') wrong.push(`${relative(root, file)}: ${from}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the client takes lsp/protocol.ts and five pure files, nothing else of the server', () => {
  const wrong: string[] = [];
  for (const file of files(join(root, 'client/src'))) {
    for (const { from } of imports(file)) {
      if (!from.startsWith('.')) continue;
      const target = resolve(dirname(file), from);
      if (!target.startsWith(source)) continue;
      const allowed =
        target === join(source, 'failover/judgement/outcomes') ||
        target === join(source, 'model/detect') ||
        target === join(source, 'model/file-kind') ||
        target === join(source, 'text/apply-edits') ||
        target === join(source, 'text/markdown') ||
        target === join(source, 'lsp/protocol');
      if (!allowed) wrong.push(`${relative(root, file)} -> ${from}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('what a file is has one home: beside it only those ask `detect` who have a text that an editor decoded', () => {
  const asking = files(source).filter((file) =>
    imports(file).some(
      ({ from }) => from.startsWith('.') && resolve(dirname(file), from) === join(source, 'model/detect'),
    ),
  );
  assert.deepEqual(asking.map((file) => relative(source, file)).sort(), [
    'lsp/document-store.ts',
    'model/file-kind.ts',
  ]);
});

test('lsp/protocol.ts, which the client bundles, imports nothing but types', () => {
  const values = imports(join(source, 'lsp/protocol.ts')).filter(({ typeOnly }) => !typeOnly);
  assert.deepEqual(values, []);
});

test('the names of our own methods stand in lsp/protocol.ts only', () => {
  const wrong = [...files(source), ...files(join(root, 'client/src'))]
    .filter((file) => file !== join(source, 'lsp/protocol.ts') && /['"]vrp\/\w+['"]/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file));
  assert.deepEqual(wrong, []);
});

test('a rule is named like its file and shows where it fires and where it is silent', () => {
  for (const rule of rules) {
    assert.match(rule.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(readFileSync(ruleFile(rule.id), 'utf8').includes(`'${rule.id}'`), `${rule.id}: file name and id differ`);
    assert.ok(rule.guide.length > 0, `${rule.id}: cites nothing`);
    // What no text can hold (the encoding of its file) has its firing example in a test of its own.
    if (rule.id !== 'file-encoding-unknown')
      assert.ok(
        rule.examples.some((example) => /^\s*\^/m.test(example.config)),
        `${rule.id}: no example that fires`,
      );
    assert.ok(
      rule.examples.some((example) => !/^\s*\^/m.test(example.config)),
      `${rule.id}: no example that stays silent`,
    );
    for (const id of rule.supersededBy ?? [])
      assert.ok(
        rules.some((other) => other.id === id),
        `${rule.id} yields to ${id}, which is no rule`,
      );
  }
});

function ruleFile(id: string): string {
  return ruleFiles.find((file) => file.endsWith(`/${id}.ts`)) ?? assert.fail(`${id}: no file of that name`);
}
