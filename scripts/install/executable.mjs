// The single executable: made, put where nothing else is, and used.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, megabytes } from './report.mjs';
import { checksExample } from './package.mjs';
import { root, run, scratch, sizeOf } from './shell.mjs';

export async function executableCases() {
  const name = process.platform === 'win32' ? 'vrp.exe' : 'vrp';
  const vrp = join(scratch, 'executable', name);
  await attempt('npm run build:sea makes one file', () => {
    run(process.execPath, [join(root, 'scripts/build-sea.mjs')]);
    mkdirSync(join(scratch, 'executable'));
    copyFileSync(join(root, 'release', name), vrp);
    return megabytes(sizeOf(vrp));
  });
  await attempt('it checks with one worker and with two, and serves editors, with nothing beside it', () => {
    checksExample(vrp);
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const input = `Content-Length: ${body.length}\r\n\r\n${body}`;
    const said = run('sh', ['-c', '{ printf %s "$INPUT"; sleep 5; } | timeout 20 "$VRP" lsp --stdio; true'], {
      env: { INPUT: input, VRP: vrp },
    });
    assert.match(said, /"capabilities":\{.*"textDocumentSync"/s);
  });
}
