// Editors that are not VS Code, set up as editors/ says, with the built command line as their server: Neovim's own client and emacs
// with eglot, run where they are installed (scripts/install-editors.sh installs both where apt-get is); the files for others are read.
// Helix needs a terminal: helix.test.ts.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { read, root } from '../support/check-text';
import { answers, withServer } from './editors/programs';

const { load } = createRequire(__filename)('js-yaml') as { load(text: string): unknown };
const neovim = join(root, 'editors/neovim');
const script = (name: string): string => join(__dirname, 'editors', name);

const editors = [
  {
    name: 'neovim',
    has: ['nvim', ['--version']],
    run: ['nvim', ['--headless', '--clean', '--cmd', `set rtp^=${neovim}`, '-c', `luafile ${script('nvim.lua')}`]],
  },
  {
    name: 'emacs with eglot',
    has: ['emacs', ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"]],
    run: ['emacs', ['--batch', '-L', join(root, 'editors/emacs'), '-l', script('eglot.el')]],
  },
] as const;

for (const { name, has, run } of editors) {
  test(`${name} knows a configuration by its content and gets diagnostics, completion and hover`, async () => {
    if (!answers(has[0], has[1])) {
      console.log(`${name} is not installed: nothing was tried`);
      return;
    }
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vrp-editor-')));
    try {
      const lines = (await edited(folder, run)).split(/\r?\n/);
      const said = (kind: string) =>
        lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
      assert.deepEqual(said('failed'), []);
      assert.deepEqual(said('servers'), ['1']);
      assert.ok(
        said('diagnostic').some((line) => /^7 .*BRAS-North uses port 7011/.test(line)),
        lines.join('\n'),
      );
      for (const keyword of ['priority', 'preempt-mode'])
        assert.ok(
          said('completion').some((label) => label.startsWith(keyword)),
          lines.join('\n'),
        );
      assert.ok(!said('completion').some((label) => /^(sysname|peer-backup)/.test(label)), lines.join('\n'));
      assert.match(said('hover').join(' '), /Range 0-\d+, unit seconds/, lines.join('\n'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

test('neovim shows the answers of the commands of the server', () => {
  const commands = [...read('editors/neovim/plugin/vrp.lua').matchAll(/show\('(\w+)'/g)].map((hit) => hit[1]!);
  assert.equal(commands.length, 4);
  for (const command of commands)
    assert.match(read('server/src/lsp/protocol.ts'), new RegExp(`'vrp\\.server\\.${command}'`));
});

test('the files for Helix, Zed, Sublime Text and JetBrains name the server, the grammar and the language', () => {
  const helix = read('editors/helix/languages.toml');
  assert.match(helix, /^\[language-server\.vrp\]\ncommand = "vrp"\nargs = \["lsp", "--stdio"\]$/m);
  assert.match(helix, /^grammar = "vrp"$/m);
  const zed = read('editors/zed/extension.toml');
  for (const key of ['id', 'name', 'version', 'schema_version', 'authors', 'description', 'repository'])
    assert.match(zed, new RegExp(`^${key} = `, 'm'), key);
  assert.match(read('editors/zed/languages/vrp/config.toml'), /^grammar = "vrp"$/m);
  assert.match(
    zed,
    new RegExp(`languages = \\["${/^name = "(.*)"$/m.exec(read('editors/zed/languages/vrp/config.toml'))![1]}"\\]`),
  );
  const sublime = load(read('editors/sublime/VRP.sublime-syntax').replace(/^%.*\n/, '')) as {
    scope: string;
    contexts: { main: { match: string }[] };
  };
  const { clients } = JSON.parse(read('editors/sublime/LSP.sublime-settings')) as {
    clients: { vrp: { selector: string; command: string[] } };
  };
  assert.equal(clients.vrp.selector, sublime.scope);
  assert.deepEqual(clients.vrp.command, ['vrp', 'lsp', '--stdio']);
  for (const { match } of sublime.contexts.main) assert.doesNotThrow(() => new RegExp(match));
  const jetbrains = readdirSync(join(root, 'editors/jetbrains/vrp'));
  for (const name of jetbrains) JSON.parse(read(`editors/jetbrains/vrp/${name}`));
  const template = JSON.parse(read('editors/jetbrains/vrp/template.json')) as {
    programArgs: { default: string };
    fileTypeMappings: { languageId: string }[];
  };
  assert.equal(template.programArgs.default, 'vrp lsp --stdio');
  assert.deepEqual(
    template.fileTypeMappings.map(({ languageId }) => languageId),
    ['vrp'],
  );
});

/** What an editor prints that opens both files of the pair with mistakes. */
async function edited(folder: string, [command, args]: (typeof editors)[number]['run']): Promise<string> {
  const pair = join(folder, 'pair');
  cpSync(join(root, 'examples/mld-mistakes'), pair, { recursive: true });
  const bin = withServer(folder);
  const { stdout } = await promisify(execFile)(command, args, {
    timeout: 90_000,
    env: {
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      LANG: 'C.UTF-8',
      HOME: folder,
      XDG_CACHE_HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_STATE_HOME: folder,
      VRP_FILE: join(pair, 'BRAS-South.cfg'),
      VRP_PEER: join(pair, 'BRAS-North.cfg'),
      VRP_RULE: 'rbs-port-mismatch',
      VRP_MESSAGE: 'port 7001',
      VRP_COMPLETE_AFTER: 'vrrp6 vrid 1 p',
      VRP_HOVER_AFTER: 'preempt-mode timer delay 1',
    },
  });
  return stdout;
}
