// What `vrp completion` prints, sourced by the shell that it is for where that shell is here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { vrp } from '../../support/check-text';
import { scratch } from '../../support/scratch';

const { folder } = scratch('completion');
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

describe('vrp completion', () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    test(`${shell}: every command and every option of each is in it`, async () => {
      const { code, out } = await vrp(['completion', shell]);
      assert.equal(code, 0);
      const help = (await vrp(['--help'])).out;
      const commands = [...help.split('Commands:')[1]!.matchAll(/^ {2}(\w+)/gm)].map((hit) => hit[1]!);
      for (const command of commands.filter((name) => name !== 'help')) {
        assert.ok(out.includes(command), command);
        const options = [...(await vrp([command, '--help'])).out.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(
          (hit) => hit[1]!,
        );
        for (const option of options.filter((name) => name !== 'help'))
          assert.ok(out.includes(option), `${command} ${option}`);
      }
      if (!has(shell)) return;
      const script = join(folder, `vrp.${shell}`);
      writeFileSync(script, out);
      const { stderr, status } = spawnSync(shell, shell === 'bash' ? ['-n', script] : ['--no-execute', script], {
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
    });
  }

  test('bash completes commands, options, their values, scenarios and rules', async () => {
    if (!has('bash')) return;
    const script = join(folder, 'complete.bash');
    writeFileSync(script, (await vrp(['completion', 'bash'])).out);
    const complete = (...words: string[]) =>
      spawnSync(
        'bash',
        [
          '-c',
          'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _vrp; echo "${COMPREPLY[@]}"',
          '-',
          script,
          'vrp',
          ...words,
        ],
        { encoding: 'utf8' },
      ).stdout.trim();
    assert.equal(complete('fail'), 'failover');
    assert.equal(complete('check', '--form'), '--format');
    assert.equal(complete('check', '--format', 's'), 'sarif');
    assert.equal(complete('new', 'ds'), 'ds-lite');
    assert.match(complete('explain', 'rbs-port'), /^rbs-port-mismatch/);
    assert.equal(complete('completion', 'z'), 'zsh');
  });

  test('another shell: 2 and a sentence', async () => {
    const { code, err } = await vrp(['completion', 'tcsh']);
    assert.equal(code, 2);
    assert.match(err, /bash, zsh, fish/);
  });
});
