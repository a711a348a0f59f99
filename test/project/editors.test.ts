// Editors that are not VS Code, with the built command line as their server: neovim's own client and emacs with eglot. An
// editor that is not installed is told and passed over; scripts/install-editors.sh installs both where apt-get is.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { read, root } from '../support/check-text';
import { dist } from '../support/language-client';

const readme = read('README.md');

const editors = [
  {
    name: 'neovim',
    language: 'lua',
    has: ['nvim', ['--version']],
    run: ['nvim', ['--headless', '-u', 'NONE', '-c', `luafile ${join(__dirname, 'editors/nvim.lua')}`]],
  },
  {
    name: 'emacs with eglot',
    language: 'elisp',
    has: ['emacs', ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"]],
    run: ['emacs', ['--batch', '-l', join(__dirname, 'editors/eglot.el')]],
  },
] as const;

for (const { name, language, has, run } of editors) {
  test(`${name} gets diagnostics, completion and hover`, async () => {
    if (!answers(has[0], has[1])) {
      console.log(`${name} is not installed: nothing was tried`);
      return;
    }
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vrp-editor-')));
    try {
      const pair = join(folder, 'pair');
      cpSync(join(root, 'examples/mld-mistakes'), pair, { recursive: true });
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      writeFileSync(join(bin, 'vrp'), `#!/bin/sh\nexec "${process.execPath}" "${join(dist, 'cli.js')}" "$@"\n`, {
        mode: 0o755,
      });
      const block = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1];
      assert.ok(block, `the README has a block for ${name}`);
      const { stdout } = await promisify(execFile)(run[0], run[1], {
        timeout: 90_000,
        env: {
          PATH: `${bin}${delimiter}${process.env.PATH}`,
          VRP_README: block,
          LANG: 'C.UTF-8',
          HOME: folder,
          XDG_CACHE_HOME: folder,
          XDG_CONFIG_HOME: folder,
          XDG_DATA_HOME: folder,
          XDG_STATE_HOME: folder,
          VRP_FILE: join(pair, 'BRAS-South.cfg'),
          VRP_RULE: 'rbs-port-mismatch',
          VRP_MESSAGE: 'port 7001',
          VRP_COMPLETE_AFTER: 'vrrp6 vrid 1 p',
          VRP_HOVER_AFTER: 'preempt-mode timer delay 1',
        },
      });
      const lines = stdout.split(/\r?\n/);
      const said = (kind: string) =>
        lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
      assert.deepEqual(said('failed'), []);
      assert.ok(
        said('diagnostic').some((line) => /^7 .*BRAS-North uses port 7011/.test(line)),
        stdout,
      );
      for (const keyword of ['priority', 'preempt-mode'])
        assert.ok(
          said('completion').some((label) => label.startsWith(keyword)),
          stdout,
        );
      assert.ok(!said('completion').some((label) => /^(sysname|peer-backup)/.test(label)), stdout);
      assert.match(said('hover').join(' '), /Range 0-\d+, unit seconds/, stdout);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function answers(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
