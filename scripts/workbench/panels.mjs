// Looks at the pages beside the editors as a person would, in a plain workbench: what is drawn inside their frames, keyboard and
// mouse, an edit that redraws, a reload, an export; and axe-core inside the real frame in a light, a dark and both high-contrast
// themes, where nothing serious or critical may be found. Pictures are kept in docs/images.
// usage: node scripts/workbench/panels.mjs [--no-build] [--out DIRECTORY]
// Exit code: 0 all came true, 1 a step did not, with a picture of the screen.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser, prepare, root, startCodeServer, vsix, workbench } from './lib.mjs';

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, out: { type: 'string' } } });
const out = values.out === undefined ? undefined : resolve(values.out);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = { light: 'Light Modern', dark: 'Dark Modern', 'high-contrast': 'Dark High Contrast', 'high-contrast-light': 'Light High Contrast' };
prepare({ build: !values['no-build'] });
for (const directory of [out, join(workbench, 'shots')]) if (directory) mkdirSync(directory, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'vrp-panels-'));
for (const name of ['BRAS-North', 'BRAS-South']) cpSync(join(root, 'examples/mld', `${name}.cfg`), join(folder, `${name}.cfg`));
const userSettings = {
  'editor.fontSize': 13, 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false, 'files.simpleDialog.enable': true, 'workbench.colorTheme': themes.dark,
};
const server = await startCodeServer({ extensions: [vsix], userSettings });
const { browser, page } = await openBrowser({ width: 1560, height: 1370 });
page.setDefaultTimeout(30_000);
const errors = [];
page.on('console', (message) => { if (message.type() === 'error' && /Content Security Policy/.test(message.text()) && /webview|failover/.test(message.location().url)) errors.push(message.text()); });

try {
  await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
  await page.waitForSelector('.explorer-folders-view .monaco-list-row');

  await step('the panel opens beside the file and draws the pair', async () => {
    await openFile('BRAS-North.cfg');
    await page.locator('.statusbar-item', { hasText: 'BRAS-North ⇄ BRAS-South' }).first().waitFor();
    await page.keyboard.press('Control+B');
    await command('Huawei VRP: Rehearse Failover');
    const frame = await panel();
    await frame.locator('.drawing svg g.figure[data-id="device a"]').waitFor();
    equal(await frame.locator('h1').textContent(), 'BRAS-North ⇄ BRAS-South');
    equal(await frame.locator('.drawing').count(), 2);
  });

  await step('an event is chosen by keyboard', async () => {
    const frame = await panel();
    await frame.locator('.events').focus();
    for (let turn = 0; turn < 20 && await frame.locator('.event-title').textContent() !== 'BRAS-North dies'; turn++) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(150);
    }
    equal(await frame.locator('.event-title').textContent(), 'BRAS-North dies');
    equal(await frame.locator('.event[aria-selected="true"]').textContent(), 'survives BRAS-North dies');
    ok(await frame.evaluate(() => document.activeElement?.classList.contains('events')), 'the list keeps the focus');
    await frame.locator('[role="status"]', { hasText: 'BRAS-North dies: survives' }).waitFor({ state: 'attached' });
  });

  await step('a moment says why under the mouse, and the picture shows it', async () => {
    const frame = await panel();
    await frame.locator('.frame').first().click();
    await frame.locator('g.figure[data-id="group 0 a"][aria-label*="MASTER"]').waitFor();
    await frame.locator('g.moment', { hasNotText: 'dies' }).last().hover();
    await frame.locator('#why:not([hidden])', { hasText: /BRAS-\w+\.cfg:\d+/ }).waitFor();
    await page.keyboard.press('Escape');
    await frame.locator('#why').waitFor({ state: 'hidden' });
    await frame.locator('.frame').last().click();
    await frame.locator('g.figure[data-id="group 0 b"][aria-label*="MASTER"]').waitFor();
    await frame.locator('g.figure[data-id="device a"][aria-label*="DOWN"]').waitFor();
  });

  await step('Enter on a moment goes to its line in the editor beside', async () => {
    const frame = await panel();
    await frame.locator('g.moment').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    ok(await frame.evaluate(() => document.activeElement?.matches('g.moment[role="button"]')), 'arrow keys move from moment to moment');
    await page.keyboard.press('Enter');
    await until('the line of the backup-id', () => atLine(11));
  });

  await step('a click in the picture goes to the line', async () => {
    const frame = await panel();
    await frame.locator('g.figure[data-id="path 0"] rect').first().click();
    await until('the line of the channel', () => atLine(7));
  });

  await step('an edit redraws at once', async () => {
    await command('View: Focus First Editor Group');
    await page.keyboard.press('End');
    const frame = await panel();
    const before = Date.now();
    await page.keyboard.type('1');
    await frame.locator('.outcomes .chip', { hasText: 'loses users' }).first().waitFor();
    console.log(`    (seen ${Date.now() - before} ms after the key)`);
    equal(await frame.locator('.event-title').textContent(), 'BRAS-North dies');
    await page.keyboard.press('Backspace');
    await frame.locator('.outcomes .chip', { hasText: 'survives' }).first().waitFor();
    await command('File: Save All');
  });

  await step('playing goes through moments and events, and can be stopped', async () => {
    const frame = await panel();
    await frame.locator('#play').click();
    await frame.locator('.frame[aria-pressed="true"]', { hasText: 'Before' }).waitFor();
    await frame.locator('.frame[aria-pressed="true"]', { hasNotText: 'Before' }).waitFor();
    await until('the next event', async () => await frame.locator('.event-title').textContent() !== 'BRAS-North dies');
    await frame.locator('#play', { hasText: 'Pause' }).click();
    await frame.locator('#play', { hasText: 'Play All' }).waitFor();
  });

  await step('nothing is written before the dialog, and the export after it', async () => {
    const frame = await panel();
    for (const [button, file, start] of [['#export-svg', 'failover-BRAS-North-BRAS-South.svg', '<svg '], ['#export-markdown', 'failover-BRAS-North-BRAS-South.md', '# Failover']]) {
      await frame.locator(button).click();
      await page.locator('.quick-input-widget input').first().waitFor();
      ok(!existsSync(join(folder, file)), `${file} was written unasked`);
      await page.keyboard.press('Enter');
      await until(file, () => existsSync(join(folder, file)) && readFileSync(join(folder, file), 'utf8').startsWith(start));
      rmSync(join(folder, file));
    }
    equal(readdirSync(folder).filter((name) => name.endsWith('.cfg')).length, 2);
  });

  await step('a reload brings the panel back', async () => {
    await page.reload();
    const frame = await panel();
    equal(await frame.locator('h1').textContent(), 'BRAS-North ⇄ BRAS-South');
    equal(await frame.locator('.drawing').count(), 2);
  });

  for (const [name, theme] of Object.entries(themes)) {
    await step(`${name}: no serious issue, and a picture`, async () => {
      await pick('Preferences: Color Theme');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Light Modern' }).first().waitFor();
      await page.keyboard.type(theme, { delay: 20 });
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: theme }).first().waitFor();
      await page.keyboard.press('Enter');
      const frame = await panel();
      const kind = name === 'high-contrast-light' ? 'vscode-high-contrast-light' : `vscode-${name}`;
      await frame.locator(`body.${kind}`).waitFor();
      for (const event of ['BRAS-North returns', 'LAN between the devices parts']) {
        await frame.locator('.event', { hasText: event }).click();
        await frame.locator('.event-title', { hasText: event }).waitFor();
        // The moment at which the other one has taken over, or both are master.
        await frame.locator('.frame', { hasText: /^At 5/ }).first().click();
        await frame.evaluate(axe);
        const { violations, passes } = await frame.evaluate(() => globalThis.axe.run(document));
        const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
        equal(serious.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`).join('\n'), '');
        ok(passes.length > 15, 'axe looked at the page');
        await picture(`failover-${event.startsWith('LAN') ? 'parted-' : ''}${name}`, event.startsWith('BRAS') && name !== 'high-contrast-light');
      }
    });
  }
  equal(errors.join('\n'), '');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
  await page.screenshot({ path: join(workbench, 'shots/failed.png') });
  console.error(`what the screen showed: ${join(workbench, 'shots/failed.png')}`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function step(name, act) {
  const started = Date.now();
  await act();
  console.log(`ok  ${name} (${Date.now() - started} ms)`);
}

/** The frame of the page: the inner one of the two that VS Code nests. */
async function panel() {
  return until('the page of the panel', async () => {
    for (const frame of page.frames()) if (await frame.locator('main#page').count().catch(() => 0) > 0) return frame;
  });
}

async function picture(name, kept) {
  await page.mouse.move(400, 1300);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(kept && out ? out : join(workbench, 'shots'), `${name}.png`) });
}

async function atLine(number) {
  const where = page.locator('.statusbar-item', { hasText: /Ln \d+/ }).first();
  return new RegExp(`Ln ${number},`).test(await where.textContent({ timeout: 500 }).catch(() => ''));
}

async function openFile(name) {
  await page.keyboard.press('Control+P');
  await page.keyboard.type(name, { delay: 20 });
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

async function command(name) {
  await pick(name);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Runs a command by its name; it may ask more. */
async function pick(name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(name, { delay: 20 });
  await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().click();
}

async function until(what, get) {
  for (let attempt = 0; attempt < 150; attempt++) {
    const value = await get();
    if (value) return value;
    await page.waitForTimeout(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

function ok(holds, what) {
  if (!holds) throw new Error(what);
}

function equal(found, expected) {
  if (found !== expected) throw new Error(`expected ${JSON.stringify(expected)}\nbut found ${JSON.stringify(found)}`);
}
