// Looks at the pages beside the editors as a person would, in a plain workbench: what is drawn inside their frames, keyboard and
// mouse, an edit that redraws, a reload, an export; and axe-core inside the real frame in a light, a dark and both high-contrast
// themes, where nothing serious or critical may be found. Pictures are kept where `--out` names a directory.
// usage: node scripts/workbench/panels.mjs [--no-build] [--out DIRECTORY]
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { examined, frameOf } from './drive.mjs';
import { inWorkbench } from './lib.mjs';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Dark High Contrast',
  'high-contrast-light': 'Light High Contrast',
};
/** A page beside an editor in the default layout, and at 200 % of 1440x900. */
const narrow = { 'at 500 px': { width: 1300, height: 900 }, 'at 200 %': { width: 720, height: 450 } };
const kept = ['failover-light', 'failover-dark', 'failover-high-contrast'];

await inWorkbench(
  {
    files: { 'examples/mld/BRAS-North.cfg': 'BRAS-North.cfg', 'examples/mld/BRAS-South.cfg': 'BRAS-South.cfg' },
    keep: (name) => kept.includes(name),
    userSettings: { 'files.simpleDialog.enable': true },
    size: { width: 1560, height: 1370 },
    patience: 30_000,
  },
  async ({ page, folder, step, picture, command, open, theme, status, until }) => {
    const errors = [];
    page.on('console', (message) => {
      if (
        message.type() === 'error' &&
        /Content Security Policy/.test(message.text()) &&
        /webview|failover/.test(message.location().url)
      )
        errors.push(message.text());
    });

    await step('the panel opens beside the file and draws the pair', async () => {
      await open('BRAS-North.cfg');
      await status(/BRAS-North ⇄ BRAS-South/);
      await page.keyboard.press('Control+B');
      await command('Huawei VRP: Rehearse Failover');
      const frame = await frameOf(page, 'Failover');
      await frame.locator('.drawing svg g.figure[data-id="device a"]').waitFor();
      equal(await frame.locator('h1').textContent(), 'BRAS-North ⇄ BRAS-South');
      equal(await frame.locator('.drawing').count(), 2);
    });

    await step('an event is chosen by keyboard', async () => {
      const frame = await frameOf(page, 'Failover');
      await frame.locator('.events').focus();
      const title = frame.locator('.event-title');
      for (let turn = 0; turn < 20 && (await title.textContent()) !== 'BRAS-North dies'; turn++) {
        const before = await title.textContent();
        await page.keyboard.press('ArrowDown');
        // A machine that is busy answers later; at the end of the list nothing changes.
        for (let look = 0; look < 50 && (await title.textContent()) === before; look++) await page.waitForTimeout(100);
      }
      equal(await frame.locator('.event-title').textContent(), 'BRAS-North dies');
      equal(await frame.locator('.event[aria-selected="true"]').textContent(), 'survives BRAS-North dies');
      ok(await frame.evaluate(() => document.activeElement?.classList.contains('events')), 'the list keeps the focus');
      await frame.locator('[role="status"]', { hasText: 'BRAS-North dies: survives' }).waitFor({ state: 'attached' });
    });

    await step('a moment says why under the mouse, and the picture shows it', async () => {
      const frame = await frameOf(page, 'Failover');
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
      const frame = await frameOf(page, 'Failover');
      await frame.locator('g.moment').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      ok(
        await frame.evaluate(() => document.activeElement?.matches('g.moment[role="button"]')),
        'arrow keys move from moment to moment',
      );
      await page.keyboard.press('Enter');
      await until('the line of the backup-id', () => atLine(11));
    });

    await step('a click in the picture goes to the line', async () => {
      const frame = await frameOf(page, 'Failover');
      await frame.locator('g.figure[data-id="path 0"] rect').first().click();
      await until('the line of the channel', () => atLine(7));
    });

    await step('an edit redraws at once', async () => {
      await command('View: Focus First Editor Group');
      await page.keyboard.press('End');
      const frame = await frameOf(page, 'Failover');
      const network = await frame.locator('g.figure[data-id="network"]').elementHandle();
      const path = await frame.locator('g.figure[data-id="path 0"]').elementHandle();
      const before = Date.now();
      await page.keyboard.type('1');
      await frame.locator('.outcomes .chip', { hasText: 'loses users' }).first().waitFor();
      console.log(`    (seen ${Date.now() - before} ms after the key)`);
      equal(
        [await network.evaluate((one) => one.isConnected), await path.evaluate((one) => one.isConnected)].join(),
        'true,false',
      );
      equal(await frame.locator('.event-title').textContent(), 'BRAS-North dies');
      await page.keyboard.press('Backspace');
      await frame.locator('.outcomes .chip', { hasText: 'survives' }).first().waitFor();
      await command('File: Save All');
    });

    await step('playing goes through moments and events, and can be stopped', async () => {
      const frame = await frameOf(page, 'Failover');
      await frame.locator('#play').click();
      await frame.locator('.frame[aria-pressed="true"]', { hasText: 'Before' }).waitFor();
      await frame.locator('.frame[aria-pressed="true"]', { hasNotText: 'Before' }).waitFor();
      await until(
        'the next event',
        async () => (await frame.locator('.event-title').textContent()) !== 'BRAS-North dies',
      );
      await frame.locator('#play', { hasText: 'Pause' }).click();
      await frame.locator('#play', { hasText: 'Play All' }).waitFor();
    });

    await step('nothing is written before the dialog, and the export after it', async () => {
      const frame = await frameOf(page, 'Failover');
      for (const [button, file, start] of [
        ['#export-svg', 'failover-BRAS-North-BRAS-South.svg', '<svg '],
        ['#export-markdown', 'failover-BRAS-North-BRAS-South.md', '# Failover'],
      ]) {
        await frame.locator(button).click();
        await page.locator('.quick-input-widget input').first().waitFor();
        ok(!existsSync(join(folder, file)), `${file} was written unasked`);
        await page.keyboard.press('Enter');
        await until(
          file,
          () => existsSync(join(folder, file)) && readFileSync(join(folder, file), 'utf8').startsWith(start),
        );
        rmSync(join(folder, file));
      }
      equal(readdirSync(folder).filter((name) => name.endsWith('.cfg')).length, 2);
    });

    await step('a reload brings the panel back', async () => {
      await page.reload();
      const frame = await frameOf(page, 'Failover');
      equal(await frame.locator('h1').textContent(), 'BRAS-North ⇄ BRAS-South');
      equal(await frame.locator('.drawing').count(), 2);
    });

    for (const [name, called] of Object.entries(themes)) {
      await step(`${name}: no serious issue, and a picture`, async () => {
        await theme(called);
        const frame = await frameOf(page, 'Failover');
        const kind = name === 'high-contrast-light' ? 'vscode-high-contrast-light' : `vscode-${name}`;
        await frame.locator(`body.${kind}`).waitFor();
        for (const event of ['BRAS-North returns', 'LAN between the devices is partitioned']) {
          await frame.locator('.events .event', { hasText: event }).click();
          await frame.locator('.event-title', { hasText: event }).waitFor();
          // The moment at which the other one has taken over, or both are master.
          await frame.locator('.frame', { hasText: /^At 5/ }).first().click();
          const { violations, kept } = await examined(frame);
          const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
          equal(serious.map((one) => `${one.id}: ${one.nodes.join(' ')}`).join('\n'), '');
          ok(kept > 15, 'axe looked at the page');
          await page.mouse.move(400, 1300);
          await picture(`failover-${event.startsWith('LAN') ? 'parted-' : ''}${name}`);
        }
      });
    }
    for (const [title, called, main] of [
      ['pair table', 'Huawei VRP: Show Pair Table', 'table'],
      ['Failover', 'Huawei VRP: Rehearse Failover', '.outcomes'],
    ]) {
      for (const [width, size] of Object.entries(narrow)) {
        await step(`${title} ${width}: nothing serious in any theme, nothing cut off`, async () => {
          await page.setViewportSize(size);
          await command('View: Close All Editors');
          // The walk by keyboard leaves the side bar closed; a person sees the page beside an open one.
          await command('View: Show Explorer');
          await open('BRAS-North.cfg');
          await status(/BRAS-North ⇄ BRAS-South/);
          await command(called);
          const frame = await frameOf(page, title);
          await frame.locator(main).first().waitFor();
          for (const [name, look] of Object.entries(themes)) {
            await theme(look);
            await frame.locator(`body[class*="vscode-${name}"]`).waitFor();
            const { violations, kept: passed } = await examined(frame);
            const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
            equal(serious.map((one) => `${one.id}: ${one.nodes.join(' ')}`).join('\n'), '');
            ok(passed > 10, 'axe looked at the page');
            const { inner, scroll, narrowest, wide } = await frame.evaluate(() => ({
              inner: window.innerWidth,
              scroll: document.scrollingElement.scrollWidth,
              wide: [...document.querySelectorAll('main *')]
                .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
                .map((one) => `${one.localName}.${one.className}`)
                .slice(0, 5)
                .join(', '),
              // Headings for screen readers alone are one pixel wide.
              narrowest: Math.min(
                ...[...document.querySelectorAll('th')].map((one) => one.clientWidth).filter((each) => each > 1),
              ),
            }));
            ok(inner < 620, `the page is ${inner} px wide`);
            ok(scroll <= inner, `${name}: ${scroll} px in ${inner}, by ${wide}`);
            ok(narrowest > 40, `${name}: a column of ${narrowest} px`);
            await picture(`look-${title.replace(' ', '-')}-${width.replace(/\W+/g, '')}-${name}`);
          }
        });
      }
    }
    equal(errors.join('\n'), '');

    async function atLine(number) {
      const where = page.locator('.statusbar-item', { hasText: /Ln \d+/ }).first();
      return new RegExp(`Ln ${number},`).test(await where.textContent({ timeout: 500 }).catch(() => ''));
    }
  },
);

function ok(holds, what) {
  if (!holds) throw new Error(what);
}

function equal(found, expected) {
  if (found !== expected) throw new Error(`expected ${JSON.stringify(expected)}\nbut found ${JSON.stringify(found)}`);
}
