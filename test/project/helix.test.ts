// Helix, set up as editors/helix/languages.toml says, on a terminal: the build of the grammar, diagnostics of the pair, completion,
// hover. It finds no root, so it names no folder, and the peer is what lies beside the file. Run where
// Helix and tmux are (scripts/install-editors.sh gets both where apt-get is).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { read, root } from '../support/check-text';
import { answers, withServer } from './editors/programs';
import { Terminal } from './editors/terminal';

const unpacked = join(root, 'node_modules/.cache/helix/hx');
const hx = existsSync(unpacked) ? unpacked : 'hx';

test('helix builds the grammar and shows the findings of a pair, completion and hover', async () => {
  if (!answers(hx, ['--version']) || !answers('tmux', ['-V'])) {
    console.log('helix or tmux is not installed: nothing was tried');
    return;
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vrp-helix-')));
  const environment = {
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    LANG: 'C.UTF-8',
    PATH: `${withServer(folder)}${delimiter}${process.env.PATH}`,
  };
  try {
    followRecipe(join(folder, 'helix'));
    const run = (...args: readonly string[]) =>
      execFileSync(hx, args, { encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    run('--grammar', 'build');
    const health = stripVTControlCharacters(run('--health', 'vrp'));
    for (const wanted of [/✓ vrp: .*\/bin\/vrp/, /parser: .*✓/, /Highlight.*✓/, /Textobject.*✓/, /Indent.*✓/])
      assert.match(health, wanted);
    await edit(join(folder, 'configs'), environment);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What the head of the file tells the reader to do; of the grammars only ours is built, the others are Helix's own. */
function followRecipe(configuration: string): void {
  mkdirSync(join(configuration, 'runtime/grammars'), { recursive: true });
  cpSync(join(root, 'tree-sitter-vrp/queries'), join(configuration, 'runtime/queries/vrp'), { recursive: true });
  const languages = read('editors/helix/languages.toml').replaceAll('/path/to/vrp-hot-backup', root);
  writeFileSync(join(configuration, 'config.toml'), 'editor.inline-diagnostics.cursor-line = "hint"\n');
  writeFileSync(join(configuration, 'languages.toml'), `use-grammars = { only = ["vrp"] }\n${languages}`);
}

async function edit(folder: string, environment: Readonly<Record<string, string>>): Promise<void> {
  cpSync(join(root, 'examples/mld-mistakes'), folder, { recursive: true });
  const terminal = new Terminal([hx, 'BRAS-South.cfg'], folder, environment);
  try {
    await terminal.shows(/sysname BRAS-South/);
    terminal.press(':7', 'Enter');
    await terminal.shows(/BRAS-North uses port 7011/);
    terminal.press(':37', 'Enter', 'g', 'l', 'Space', 'k');
    await terminal.shows(/Range 0-\d+,[\s▐]/);
    await terminal.shows(/unit seconds/);
    terminal.press('Escape');
    await terminal.shows(/^(?![^]*unit seconds)/);
    terminal.press('o');
    terminal.type('vrrp6 vrid 1 p');
    const list = await terminal.shows(/│? *preempt-mode .*\n[^]*priority/);
    assert.ok(!/peer-backup +keyword/i.test(list), list);
    terminal.press('Escape', ':q!', 'Enter');
  } finally {
    terminal.close();
  }
}
