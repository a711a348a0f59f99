// Opens a workbench with the packaged extension on a copy of examples/ for a person with a browser, until it is ended.
// usage: node scripts/workbench/code.mjs [--no-build] [--port N] [FOLDER]     (a FOLDER that is named is opened itself, not a copy)
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root, startCodeServer, vsix } from './lib.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-build': { type: 'boolean' }, port: { type: 'string' } },
});
prepare({ build: !values['no-build'] });
let folder = positionals[0] && resolve(positionals[0]);
if (!folder) {
  const copy = mkdtempSync(join(tmpdir(), 'vrp-examples-'));
  folder = join(copy, 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
}
const server = await startCodeServer({ extensions: [vsix], port: values.port && Number(values.port) });
process.once('exit', () => rmSync(server.profile, { recursive: true, force: true }));
console.log(
  `\nVS Code with the extension is at\n\n  ${server.url}/?folder=${encodeURIComponent(folder)}\n\nCtrl+C ends it.`,
);
