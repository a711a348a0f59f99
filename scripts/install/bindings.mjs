// The bindings of tree-sitter-vrp, each built and tried by the tools of its language in a copy of the package; a language that is
// not installed is passed over with a word. Swift's are compared with the files that they name where there is no Swift.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from './report.mjs';
import { isThere, root, run, scratch } from './shell.mjs';

const source = join(root, 'tree-sitter-vrp');

const languages = [
  {
    name: 'Rust: cargo test',
    needs: ['cargo', '--version'],
    try(cwd) {
      const said = run('cargo', ['test', '--quiet'], { cwd, env: { CARGO_TARGET_DIR: join(cwd, 'target') } });
      return passed(said, /(\d+) passed/g);
    },
  },
  {
    name: 'Go: go test',
    needs: ['go', 'version'],
    try(cwd) {
      run('go', ['mod', 'tidy'], { cwd });
      return passed(run('go', ['test', '-v', './bindings/go'], { cwd }), /--- PASS/g);
    },
  },
  {
    name: 'Python: pip install, pytest',
    needs: ['python3', '-m', 'venv', '--help'],
    try(cwd) {
      run('python3', ['-m', 'venv', 'environment'], { cwd });
      const python = join(cwd, 'environment/bin/python');
      run(python, ['-m', 'pip', 'install', '--quiet', '.[core]', 'pytest'], { cwd });
      return passed(run(python, ['-m', 'pytest', 'bindings/python/tests'], { cwd }), /(\d+) passed/g);
    },
  },
  {
    name: 'Swift: swift test',
    needs: ['swift', '--version'],
    try: (cwd) => void run('swift', ['test'], { cwd }),
  },
];

export async function bindingCases() {
  for (const { name, needs, try: tried } of languages) {
    const [command, ...args] = needs;
    if (isThere(command, ...args)) await attempt(name, () => tried(copy(command)));
    else console.log(`passed over: ${name}, since ${command} is not installed`);
  }
  await attempt('Package.swift names files and folders that are there', () => {
    const text = readFileSync(join(source, 'Package.swift'), 'utf8');
    const paths = [...text.matchAll(/(?:path|publicHeadersPath|headerSearchPath|copy|atPath)(?:: |\()"([^"]+)"/g)];
    assert.ok(paths.length >= 4);
    for (const [, path] of paths) assert.ok(existsSync(join(source, path)), path);
    const [, name] = /name: "(\w+)"/.exec(text);
    assert.ok(existsSync(join(source, 'bindings/swift', name, 'vrp.h')));
    for (const sign of ['()', '[]', '{}'])
      assert.equal(text.split(sign[0]).length, text.split(sign[1]).length, `${sign} are not in pairs`);
  });
}

function copy(name) {
  const folder = join(scratch, 'bindings', name);
  for (const file of run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: source })
    .split('\0')
    .filter((each) => each !== '')) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(source, file), join(folder, file));
  }
  return folder;
}

/** How many tests passed, which must be one at least. */
function passed(said, pattern) {
  const hits = [...said.matchAll(pattern)];
  const count = hits.reduce((sum, [, number]) => sum + Number(number ?? 1), 0);
  assert.ok(count > 0, said);
  return `${count} passed`;
}
