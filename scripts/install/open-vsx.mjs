// `ovsx`, Open VSX's own command, against a registry on this machine that takes what it is given.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { nodeOf } from './node.mjs';
import { attempt } from './report.mjs';
import { run, scratch } from './shell.mjs';

export async function openVsxCases(vsix) {
  const folder = join(scratch, 'ovsx');
  const node = nodeOf('22');
  await attempt('ovsx publishes the .vsix without an option and without a warning', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', 'ovsx@1'], { cwd: folder });
    const ovsx = join(folder, 'node_modules/ovsx/bin/ovsx');
    assert.match(run(node, [ovsx, '--help']), /publish/);
    const taken = [];
    const registry = createServer((request, response) => {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        taken.push({ url: request.url, body: Buffer.concat(parts) });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ namespace: 'a', name: 'b', version: '0.1.0', targetPlatform: 'universal' }));
      });
    });
    await new Promise((done) => registry.listen(0, '127.0.0.1', done));
    try {
      const address = `http://127.0.0.1:${registry.address().port}`;
      const said = await ended(spawn(node, [ovsx, 'publish', vsix, '--registryUrl', address, '--pat', 'none']));
      assert.ok(!/warn|error/i.test(said), said);
      const published = taken.find(({ url }) => url.startsWith('/api/-/publish'));
      assert.ok(published?.body.equals(readFileSync(vsix)), `${said}${taken.map(({ url }) => url).join(' ')}`);
      return `${published.body.length} bytes taken`;
    } finally {
      registry.close();
    }
  });
}

/** All that a command says, once it has ended well. */
function ended(child) {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((done, failed) =>
    child.on('close', (code) => (code === 0 ? done(said) : failed(new Error(`ended with ${code}: ${said}`)))),
  );
}
