// The packed extension holds what its manifest names and nothing that must stay home, and the server in it starts.
// It needs what `npm run build` makes.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { readManifest } from '../support/manifest';

const root = join(__dirname, '../..');
const manifest = readManifest<Manifest>();
let files: string[] = [];
let unpacked: string;

interface Manifest {
  main: string;
  browser: string;
  icon?: string;
  bin: Record<string, string>;
  contributes: {
    languages: { configuration: string }[];
    grammars: { path: string }[];
    commands: { command: string }[];
    walkthroughs: { steps: { media: { markdown: string } }[] }[];
    jsonValidation: { fileMatch: string; url: string }[];
    problemMatchers: { name: string; pattern: { regexp: string } }[];
    configuration: {
      properties: Record<string, { scope?: string; order?: number; markdownDescription?: string; default?: unknown }>;
    };
  };
}

before(() => {
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { encoding: 'utf8' });
  assert.equal(build.status, 0, build.stderr);
  const listing = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(listing.status, 0, listing.stderr);
  files = listing.stdout
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && existsSync(join(root, line)));
  unpacked = mkdtempSync(join(tmpdir(), 'vrp-package-'));
  for (const file of files) {
    mkdirSync(dirname(join(unpacked, file)), { recursive: true });
    cpSync(join(root, file), join(unpacked, file));
  }
});

after(() => {
  if (unpacked) rmSync(unpacked, { recursive: true, force: true });
});

test('package: every file the manifest names is there', () => {
  const { contributes } = manifest;
  const named = [
    manifest.main,
    manifest.browser,
    ...Object.values(manifest.bin),
    ...(manifest.icon ? [manifest.icon] : []),
    ...contributes.languages.map((each) => each.configuration),
    ...contributes.grammars.map((each) => each.path),
    ...contributes.jsonValidation.map((each) => each.url),
    ...contributes.walkthroughs.flatMap((each) => each.steps.map((step) => step.media.markdown)),
    'dist/server.js',
    'dist/web/server.js',
    'dist/web-tree-sitter.wasm',
    'dist/tree-sitter-vrp.wasm',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'ThirdPartyNotices.txt',
    'package.json',
    'package.nls.json',
  ];
  for (const file of named)
    assert.ok(files.includes(file.replace(/^\.\//, '')), `${file} is not in the package:\n${files.join('\n')}`);
});

test('package: nothing else is there, and it is small', () => {
  const stray = files.filter(
    (file) =>
      !/^(package(?:\.nls)?\.json|README\.md|LICENSE|SECURITY\.md|CHANGELOG\.md|ThirdPartyNotices\.txt|language-configuration\.json|(dist|icons|examples|schemas|syntaxes|snippets|docs\/rules|docs\/guide|docs\/decisions|docs\/scenarios|docs\/walkthrough)\/.*|docs\/(?:licences|requirements)\.md|docs\/images\/[a-z-]+\.png)$/.test(
        file,
      ),
  );
  assert.deepEqual(stray, []);
  const size = files.reduce((sum, file) => sum + deflateRawSync(readFileSync(join(root, file))).length, 0);
  // Rules with their pages are most of it.
  assert.ok(size < 2_700_000, `${size} bytes packed`);
});

test('package: the pictures and pages that its README shows are there', () => {
  const targets = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^https?:/.test(target));
  for (const target of targets) assert.ok(files.includes(target), target);
});

test('package: the guide and what it leads to can be read offline', () => {
  const pages = files.filter((file) => /^docs\/(?:guide|decisions|scenarios|rules)\/.*\.md$/.test(file));
  assert.ok(pages.includes('docs/guide/README.md'));
  const lost = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^()\s#]+\.md)[^()\s]*\)/g)]
      .map((match) => posix.join(posix.dirname(page), match[1]!))
      .filter((target) => !files.includes(target))
      .map((target) => `${page} -> ${target}`),
  );
  assert.deepEqual(lost, []);
});

test('package: settings say what they are, where they apply and what holds without them', () => {
  for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
    assert.match(name, /^vrp\./);
    assert.ok(
      setting.markdownDescription && setting.scope && setting.order !== undefined && setting.default !== undefined,
      name,
    );
  }
});

test('package: every command of the manifest is registered by the client', () => {
  const code = readFileSync(join(unpacked, 'dist/node-client.js'), 'utf8');
  for (const { command } of manifest.contributes.commands) assert.ok(code.includes(`"${command}"`), command);
});

test('package: the problem matcher reads every finding that `vrp check --format github` prints', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(unpacked, 'dist/cli.js'), 'check', 'examples', '--format', 'github'],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(status, 1);
  const [matcher] = manifest.contributes.problemMatchers;
  const lines = stdout.trimEnd().split('\n');
  const hits = lines.slice(0, -1).map((line) => new RegExp(matcher!.pattern.regexp).exec(line) ?? assert.fail(line));
  assert.ok(hits.length > 5);
  for (const [, severity, file, line, endLine, column, endColumn, code, message] of hits) {
    assert.match(severity!, /^(error|warning|notice)$/);
    assert.ok(existsSync(join(root, file!)), file);
    assert.ok([line, endLine, column, endColumn].every((each) => Number(each) > 0));
    assert.match(code!, /^[a-z\d-]+$/);
    assert.notEqual(message, '');
  }
});

test('package: what `npm pack` makes holds the command of the pre-commit hook', () => {
  const hook = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
  const [, command, verb] = /^ +entry: (\S+) (\S+)$/m.exec(hook)!;
  assert.equal(verb, 'check');
  const packed = JSON.parse(
    spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }).stdout,
  ) as { files: { path: string }[] }[];
  const paths = packed[0]!.files.map((each) => each.path);
  for (const file of [
    manifest.bin[command!]!.replace(/^\.\//, ''),
    'dist/web-tree-sitter.wasm',
    'dist/tree-sitter-vrp.wasm',
    'package.json',
    'LICENSE',
    'ThirdPartyNotices.txt',
  ])
    assert.ok(paths.includes(file), file);
  assert.deepEqual(
    paths.filter(
      (path) =>
        !/^(package(?:\.nls)?\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|ThirdPartyNotices\.txt|docs\/licences\.md|(dist|schemas|docs\/rules)\/.*)$/.test(
          path,
        ),
    ),
    [],
  );
});

test('package: no bundle names this machine', () => {
  for (const file of files.filter((each) => each.endsWith('.js') || each.endsWith('.json'))) {
    assert.ok(!readFileSync(join(unpacked, file), 'utf8').includes(root), file);
  }
});

test('package: the server in it starts', { timeout: 30_000 }, async () => {
  const server = spawn(process.execPath, [join(unpacked, 'dist/server.js'), '--stdio'], {
    cwd: unpacked,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  try {
    let output = '';
    let errors = '';
    server.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    const answered = new Promise<string>((done, failed) => {
      server.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        if (output.includes('"id":1')) done(output);
      });
      server.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${errors}`)));
    });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: pathToFileURL(unpacked).href, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    assert.match(await answered, /"capabilities":\{.*"textDocumentSync"/s);
  } finally {
    server.removeAllListeners('exit');
    server.kill();
  }
});

test('package: the command line in it starts', () => {
  const version = spawnSync(process.execPath, [join(unpacked, 'dist/cli.js'), '--version'], {
    cwd: unpacked,
    encoding: 'utf8',
  });
  assert.equal(version.status, 0, version.stderr);
  assert.match(version.stdout, /\d+\.\d+\.\d+/);
});
