// The grammar that is committed: its corpus, its queries, and that its parts were made from each other. UPDATE=1 writes the
// trees of the corpus anew; read them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { Query } from 'web-tree-sitter';
import { read, root } from '../support/check-text';
import { corpusFiles, corpusTests, withTrees } from '../support/corpus-format';
import { expression, leaves, withTree } from '../support/tree';
import { loadSyntax } from '../support/wasm';

const grammar = join(root, 'tree-sitter-vrp');
const bytes = (folder: string, name: string) => readFileSync(join(folder, name));

before(async () => {
  await loadSyntax();
  if (process.env.UPDATE) for (const file of corpusFiles) writeFileSync(file, withTrees(file, expression));
});

for (const file of corpusFiles) {
  test(`grammar: corpus ${basename(file)}`, () => {
    const tests = corpusTests(file);
    assert.ok(tests.length > 0);
    for (const { name, text, tree } of tests) {
      assert.equal(expression(text), tree, name);
      assert.equal(
        withTree(text, (made) => leaves(made, text))
          .map((leaf) => leaf.text)
          .join(''),
        text,
        name,
      );
    }
  });
}

test('grammar: the ABI is 15', () => {
  withTree('', (tree) => assert.equal(tree.language.abiVersion, 15));
  assert.match(read('tree-sitter-vrp/src/parser.c'), /^#define LANGUAGE_VERSION 15$/m);
});

test('grammar: highlights colour every word of a line', () => {
  const text =
    'undo vlan 10\n ip address 10.0.0.1 255.255.255.0\n description to North\n #\n#\n[North] interface Eth-Trunk10\nsysname North\nheader login information "a\nb"\n!Software Version V8\n' +
    'mac 00e0-fc12-3456 fe80::1 fe80::/10 10.0.0.0/8 Name key\n public-key-code begin\n 3082\n public-key-code end\n';
  // Where a node has two colours the later one holds.
  const colours = new Map(captures('highlights', text).map((capture) => [capture.at, capture.said]));
  assert.deepEqual(
    [...colours].sort(([at], [other]) => at - other).map(([, text]) => text),
    [
      'keyword.operator undo',
      'keyword vlan',
      'number 10',
      'keyword ip',
      'property address',
      'constant 10.0.0.1',
      'constant 255.255.255.0',
      'keyword description',
      'string to',
      'string North',
      'punctuation.delimiter #',
      'punctuation.delimiter #',
      'comment [North]',
      'keyword interface',
      'variable.builtin Eth-Trunk10',
      'keyword sysname',
      'type North',
      'keyword header login information ',
      'string "a\nb"',
      'comment !Software Version V8',
      'keyword mac',
      'constant 00e0-fc12-3456',
      'constant fe80::1',
      'constant fe80::/10',
      'constant 10.0.0.0/8',
      'variable Name',
      'property key',
      'keyword public-key-code begin',
      'string.special \n 3082',
      'keyword public-key-code',
      'property end',
    ],
  );
});

test('grammar: tags tell what a file defines and where it is used, by column', () => {
  const text =
    'sysname North\n#\nremote-backup-service core\n peer 10.0.0.1\n#\nremote-backup-profile users\n backup-id 7 remote-backup-service core\n#\n' +
    'ip vpn-instance red\n#\ninterface GE0/1/0\n ip binding vpn-instance red\n remote-backup-profile users\n#\n';
  const tags = captures('tags', text).map(({ said }) => said.split('\n').join('').replace(/ +/g, ' '));
  assert.deepEqual(
    tags.filter((tag) => tag.startsWith('name ')),
    ['North', 'core', 'users', 'core', 'red', 'GE0/1/0', 'red', 'users'].map((name) => `name ${name}`),
  );
  assert.deepEqual(
    tags.filter((tag) => !tag.startsWith('name ')),
    [
      'definition.module sysname North',
      'definition.class remote-backup-service core',
      'definition.class remote-backup-profile users',
      'reference.class backup-id 7 remote-backup-service core',
      'definition.class ip vpn-instance red',
      'definition.interface interface GE0/1/0',
      'reference.class ip binding vpn-instance red',
      'reference.class remote-backup-profile users',
    ],
  );
});

test('grammar: every query can be read and finds something in the examples', () => {
  const text =
    read('examples/mld-mistakes/BRAS-South.cfg') +
    'header login information "\na\n"\n[North]display this\npublic-key-code begin\n 30\npublic-key-code end\n';
  const queries = readdirSync(join(grammar, 'queries'));
  assert.ok(queries.length >= 7);
  for (const name of queries) assert.ok(captures(name.replace(/\.scm$/, ''), text).length > 0, name);
});

test('grammar: its package says the same in every language, and knows a configuration by its content', () => {
  const { grammars, metadata } = JSON.parse(read('tree-sitter-vrp/tree-sitter.json')) as {
    grammars: { 'content-regex': string; 'first-line-regex': string; [query: string]: unknown }[];
    metadata: { version: string; links: { repository: string } };
  };
  const { version, repository } = JSON.parse(read('package.json')) as { version: string; repository: { url: string } };
  for (const file of ['package.json', 'Cargo.toml', 'pyproject.toml', 'Makefile', 'CMakeLists.txt'])
    assert.match(
      read(`tree-sitter-vrp/${file}`),
      new RegExp(String.raw`\b${metadata.version.replaceAll('.', '\\.')}\b`),
      file,
    );
  assert.equal(metadata.version, version);
  assert.equal(`git+${metadata.links.repository}.git`, repository.url);
  for (const query of ['highlights', 'locals', 'tags', 'injections'])
    assert.ok(read(`tree-sitter-vrp/${String(grammars[0]![query])}`));
  const content = new RegExp(grammars[0]!['content-regex'], 'm');
  for (const file of ['examples/nd', 'examples/mld'])
    for (const name of readdirSync(join(root, file))) assert.match(read(`${file}/${name}`), content);
  assert.doesNotMatch('[section]\nkey = value\n', content);
});

test('grammar: folds begin with the first line of a section', () => {
  // Long enough for several chunks.
  const text = Array.from({ length: 300 }, (_, index) => `interface Eth-Trunk${index}\n mode lacp-static\n#\n`).join(
    '',
  );
  withTree(text, (tree) => {
    const query = new Query(tree.language, read('tree-sitter-vrp/queries/folds.scm'));
    try {
      const rows = query.matches(tree.rootNode).flatMap((match) =>
        match.captures.map(({ node }) => {
          const offset = JSON.stringify(query.predicatesForPattern(match.patternIndex)).includes('offset!') ? 1 : 0;
          return `${node.startPosition.row + offset}-${node.endPosition.row}`;
        }),
      );
      assert.ok(tree.rootNode.childCount > 2);
      // The last row, behind the last '#', is a section of its own.
      assert.deepEqual(
        rows.sort(),
        [...Array.from({ length: 300 }, (_, index) => `${index * 3}-${index * 3 + 2}`), '900-900'].sort(),
      );
    } finally {
      query.delete();
    }
  });
  const banner = captures('folds', 'header login information "\na\n"\n').map(({ said }) => said);
  assert.deepEqual(banner, ['fold header login information "\na\n"\n', 'fold header login information "\na\n"']);
});

/** What a query captures, in the order of the text: where, and the name with what stands there. */
function captures(query: string, text: string): { readonly at: number; readonly said: string }[] {
  return withTree(text, (tree) => {
    const made = new Query(tree.language, read(`tree-sitter-vrp/queries/${query}.scm`));
    try {
      return made
        .captures(tree.rootNode)
        .filter(({ name }) => !name.startsWith('_'))
        .map(({ name, node }) => ({
          at: node.startIndex,
          said: `${name} ${text.slice(node.startIndex, node.endIndex)}`,
        }));
    } finally {
      made.delete();
    }
  });
}

test('grammar: parser and wasm belong to grammar.js and scanner.c', () => {
  const hashes = JSON.parse(read('tree-sitter-vrp/hashes.json')) as Record<string, string>;
  assert.deepEqual(Object.keys(hashes), ['grammar.js', 'src/scanner.c', 'src/parser.c', 'tree-sitter-vrp.wasm']);
  for (const [name, hash] of Object.entries(hashes)) {
    assert.equal(
      createHash('sha256').update(bytes(grammar, name)).digest('hex'),
      hash,
      `${name}: run "npm run generate"`,
    );
  }
});

test('grammar: made again it has the same bytes', { timeout: 300_000 }, (context) => {
  const here = (command: string): string => {
    // There is no output of a command that is not there.
    const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' }) as { readonly stdout: string | null };
    return stdout ?? '';
  };
  if (!here('tree-sitter').startsWith('tree-sitter 0.26.13') || !here('clang-19') || !here('wasm-ld-19')) {
    context.diagnostic('tree-sitter 0.26.13 and clang-19 are not here: the hashes alone were compared');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'vrp-grammar-'));
  try {
    for (const name of ['grammar.js', 'package.json', 'tree-sitter.json', 'src/scanner.c']) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      copyFileSync(join(grammar, name), join(folder, name));
    }
    const made = spawnSync(process.execPath, [join(root, 'scripts/generate-grammar.mjs'), folder], {
      encoding: 'utf8',
    });
    assert.equal(made.status, 0, made.stderr);
    for (const name of [
      'src/parser.c',
      'src/grammar.json',
      'src/node-types.json',
      'tree-sitter-vrp.wasm',
      'hashes.json',
    ]) {
      assert.ok(bytes(folder, name).equals(bytes(grammar, name)), `${name}: run "npm run generate"`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
