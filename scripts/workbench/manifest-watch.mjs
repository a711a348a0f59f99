// Whether the suite would notice a bad manifest: starts a workbench with the installed extension's package.json spoilt in several
// ways and waits for what VS Code says about each. Nothing of the project is changed.
// usage: node scripts/workbench/manifest-watch.mjs [--no-build]
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, prepare, startCodeServer, vsix } from './lib.mjs';
import { manifestMessages } from './manifest-messages.mjs';

/** Each with a part of what VS Code answers. */
const faults = [
  [
    'a menu entry without command',
    /property .submenu. is mandatory/,
    (manifest) => manifest.contributes.menus['editor/context'].push({ group: 'navigation@51' }),
  ],
  [
    'a menu entry with an unknown command',
    /vrp\.nothing/,
    (manifest) =>
      manifest.contributes.menus['explorer/context'].push({ command: 'vrp.nothing', group: '3_compare@60' }),
  ],
  [
    'a command without title',
    /property .title. is mandatory/,
    (manifest) => manifest.contributes.commands.push({ command: 'vrp.untitled' }),
  ],
  [
    'a view without name',
    /property .name. is mandatory/,
    (manifest) => manifest.contributes.views.vrp.push({ id: 'vrp.unnamed' }),
  ],
];

prepare({ build: !process.argv.includes('--no-build') });
const server = await startCodeServer({
  extensions: [vsix],
  alter(folder) {
    const installed = readdirSync(folder).find((name) => name.startsWith('vrp-tools.'));
    const file = join(folder, installed, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    for (const [, , spoil] of faults) spoil(manifest);
    writeFileSync(file, JSON.stringify(manifest));
  },
});
const { browser, page } = await openBrowser();
const heard = manifestMessages();
let missing = faults;
try {
  heard.watch(page);
  await page.goto(`${server.url}/`);
  const end = Date.now() + 30_000;
  while (missing.length > 0 && Date.now() < end) {
    await page.waitForTimeout(200);
    missing = faults.filter(([, answer]) => !heard.list.some((message) => answer.test(message)));
  }
} finally {
  await browser.close();
  await server.stop();
}
for (const message of heard.list) console.log(`heard: ${message}`);
for (const [fault] of missing) console.log(`not noticed: ${fault}`);
console.log(`${faults.length - missing.length} passed, ${missing.length} failed`);
process.exit(missing.length === 0 ? 0 : 1);
