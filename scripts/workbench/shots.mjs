// Drives the plain workbench by keyboard and mouse, as a person would, through an example pair, and keeps pictures of what was
// seen in docs/images (some in .workbench/shots only).
// usage: node scripts/workbench/shots.mjs [--no-build] [--out DIRECTORY]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkbench } from './lib.mjs';

const kept = ['pair', 'hover', 'completion', 'quick-fix'];
const pair = ['BRAS-North', 'BRAS-South'];

await inWorkbench(
  {
    files: { 'examples/mld-mistakes': '' },
    out: 'docs/images',
    keep: (name) => kept.includes(name),
    size: { width: 1440, height: 860 },
  },
  async ({ page, folder, step, picture, command, open, goToRow, status, hover, until }) => {
    const left = page.locator('.editor-group-container').nth(0);
    const right = page.locator('.editor-group-container').nth(1);

    await step('one file of the pair is opened, and known by its text', async () => {
      await open(`${pair[0]}.cfg`);
      await status(new RegExp(`${pair[0]} ⇄ ${pair[1]}`));
    });

    await step('its peer opens beside it, with squiggles in both', async () => {
      await command('Huawei VRP: Go to Counterpart');
      await status(new RegExp(`${pair[1]} ⇄ ${pair[0]}`));
      await left.locator('.squiggly-error').first().waitFor();
      await right.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('Control+B');
      await command('Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
      await picture('pair');
      await command('View: Hide Panel');
    });

    await step('a finding explains itself under the mouse', async () => {
      await top(left);
      await hover(left.locator('.squiggly-error').first());
      await page.locator('.monaco-hover:not(.hidden)', { hasText: pair[1] }).first().waitFor();
      await picture('hover');
      await away();
    });

    await step('a command is completed', async () => {
      const before = files();
      await lineEnd('timer advertise');
      await page.keyboard.press('Enter');
      await page.keyboard.type('vrrp6 vrid 1 track ', { delay: 40 });
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'bfd-session' }).waitFor();
      await picture('completion');
      await page.keyboard.type('bfd', { delay: 40 });
      await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'bfd-session' }).waitFor();
      await page.keyboard.press('Tab');
      await left.locator('.view-line', { hasText: 'track bfd-session' }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await undoUntil(before);
    });

    await step('a snippet writes a block', async () => {
      const before = files();
      await lineEnd('multicast ipv6 routing-enable');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Home');
      await page.keyboard.type('rbp', { delay: 60 });
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'rbp6' }).waitFor();
      await picture('snippet');
      await page.keyboard.press('Escape');
      await undoUntil(before);
    });

    await step('one quick fix mends both files, and one undo takes it back', async () => {
      // The same mistake on both devices: the left one gets the virtual IP that is wrong on the right one.
      await lineEnd('virtual-ip 2001:');
      const [mine, theirs] = files().map((text) => /virtual-ip (2001:\S+)/.exec(text)[1]);
      for (const _ of mine) await page.keyboard.press('Backspace');
      await page.keyboard.type(theirs, { delay: 30 });
      await page.keyboard.press('Escape');
      await saved();
      const before = files();
      await quickFixOfBoth();
      await until('both files changed', () =>
        saved().then(() => files().every((text, index) => text !== before[index])),
      );
      await picture('mended');
      await focus(left);
      await page.keyboard.press('Control+Z');
      // Some versions ask first whether the undo shall reach every file of the fix.
      const dialog = page.locator('.monaco-dialog-box');
      if (
        await dialog.waitFor({ timeout: 1500 }).then(
          () => true,
          () => false,
        )
      )
        await dialog.locator('.monaco-button', { hasText: /2 Files/ }).click();
      await until('both files as before', () =>
        saved().then(() => files().every((text, index) => text === before[index])),
      );
    });

    function files() {
      return pair.map((name) => readFileSync(join(folder, `${name}.cfg`), 'utf8'));
    }

    async function focus(group) {
      await page.keyboard.press(group === left ? 'Control+1' : 'Control+2');
      await page.waitForTimeout(100);
    }

    async function top(group) {
      await focus(group);
      await page.keyboard.press('Control+Home');
      await page.waitForTimeout(200);
    }

    async function away() {
      await page.keyboard.press('Escape');
      await page.mouse.move(720, 4);
    }

    /** Puts the cursor behind the first line of the left file that holds `text`. The file must be saved. */
    async function lineEnd(text) {
      const row = files()[0]
        .split('\n')
        .findIndex((line) => line.includes(text));
      await focus(left);
      await goToRow(row);
      await page.keyboard.press('End');
    }

    async function saved() {
      await command('File: Save All');
      await page.waitForTimeout(300);
    }

    async function undoUntil(before) {
      await until('the text as before', async () => {
        await focus(left);
        await page.keyboard.press('Control+Z');
        await saved();
        return files().every((text, index) => text === before[index]);
      });
    }

    /** Goes through the findings by keyboard until one offers a fix for both files, and takes it. */
    async function quickFixOfBoth() {
      for (let finding = 1; finding <= 10; finding++) {
        await top(left);
        for (let step = 0; step < finding; step++) {
          await page.keyboard.press('Alt+F8');
          await page.waitForTimeout(150);
        }
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
        const menu = page.locator('.action-widget').first();
        if (
          !(await menu.waitFor({ timeout: 4000 }).then(
            () => true,
            () => false,
          ))
        )
          continue;
        const fix = menu.locator('.monaco-list-row.action', { hasText: /both/i }).first();
        if ((await fix.count()) > 0) {
          await picture('quick-fix');
          await fix.click();
          await menu.waitFor({ state: 'hidden' });
          return;
        }
        await page.keyboard.press('Escape');
      }
      throw new Error('no finding of the left file offers a fix for both files');
    }
  },
);
