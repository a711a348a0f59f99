// As shots.mjs, for what shows two devices at once: the diff in both modes, the pair table in three themes, the guided input and
// what it makes, the tree with a missing step and its insertion, and the jump to the counterpart.
// usage: node scripts/workbench/shots-of-pairs.mjs [--no-build] [--only PART-OF-A-STEP] [--out DIRECTORY]
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { frameOf } from './drive.mjs';
import { inWorkbench } from './lib.mjs';

await inWorkbench(
  {
    files: { 'examples/mld-mistakes': 'city', 'examples/dhcpv6-relay-clean': 'homes' },
    out: 'docs/images',
    keep: (name) => !name.startsWith('look-'),
    userSettings: { 'editor.codeLens': false },
    size: { width: 1440, height: 860 },
  },
  async ({ page, folder, step, picture, command, asks, open, theme, goToRow, status, hover, until }) => {
    await page.keyboard.press('Control+B');

    await step('the diff of the two files', async () => {
      await open('BRAS-North.cfg');
      await status(/BRAS-North ⇄ BRAS-South/);
      await command('Huawei VRP: Compare with Peer');
      await page.locator('.monaco-diff-editor .editor.modified .view-line').first().waitFor();
      await picture('compare');
      await command('View: Close All Editors');
    });

    await step('the diff by meaning', async () => {
      await open('BRAS-North.cfg');
      await status(/BRAS-North ⇄ BRAS-South/);
      await command('Huawei VRP: Compare with Peer by Meaning');
      const right = page.locator('.monaco-diff-editor .editor.modified');
      await right.locator('.view-line', { hasText: 'source-ipv6' }).first().waitFor();
      await page.waitForTimeout(800);
      await hover(right.locator('.view-line', { hasText: 'source-ipv6' }).first().locator('span span').nth(2));
      await page.locator('.monaco-hover:not(.hidden)', { hasText: 'real file' }).first().waitFor();
      await picture('compare-by-meaning');
      await page.mouse.move(720, 4);
      await command('View: Close All Editors');
    });

    await step('the pair table in three themes', async () => {
      await open('BRAS-North.cfg');
      await command('Huawei VRP: Show Pair Table');
      await frameOf(page, 'pair table');
      await command('View: Close Other Editors in Group');
      await command('View: Close Editors in Other Groups');
      for (const [called, name] of [
        ['Dark High Contrast', 'contrast'],
        ['Light Modern', 'light'],
        ['Dark Modern', 'dark'],
      ]) {
        await theme(called);
        await (
          await frameOf(page, 'pair table')
        )
          .locator(`body.vscode-${name === 'contrast' ? 'high-contrast' : name}`)
          .waitFor();
        await picture(`pair-table-${name}`);
      }
      await (await frameOf(page, 'pair table')).getByRole('checkbox').check();
      await picture('look-pair-table-wrong-only');
      await command('View: Close All Editors');
    });

    await step('the counterpart of a line', async () => {
      await open('BRAS-North.cfg');
      const rows = readFileSync(join(folder, 'city/BRAS-North.cfg'), 'utf8').split('\n');
      await goToRow(rows.findIndex((row) => row.includes('backup-id')));
      await command('Huawei VRP: Go to Counterpart');
      await status(/BRAS-South ⇄ BRAS-North/);
      await picture('counterpart');
      await command('View: Close All Editors');
    });

    await step('the tree with a missing step, and its insertion', async () => {
      await open('Relay-1.cfg');
      await status(/Relay-1 ⇄ Relay-2/);
      const rows = readFileSync(join(folder, 'homes/Relay-1.cfg'), 'utf8').split('\n');
      await goToRow(rows.findIndex((row) => row === ' remote-backup-profile homes-310'));
      await page.keyboard.press('Control+Shift+K');
      await command('Hot-Backup Pairs: Focus on Hot-Backup Pairs View');
      const missing = page.locator('.monaco-list-row', { hasText: 'missing on Relay-1' }).first();
      await missing.waitFor();
      await missing.click();
      await page.waitForTimeout(500);
      await hover(missing);
      await picture('pairs-tree');
      await missing.locator('.action-label[aria-label*="Insert"]').first().click();
      await page.locator('.refactor-preview, .bulk-edit-panel').first().waitFor();
      await picture('pairs-tree-insert');
      await page.getByRole('button', { name: 'Apply' }).first().click();
      await until(
        'no missing step',
        async () => (await page.locator('.monaco-list-row', { hasText: 'missing on Relay-1' }).count()) === 0,
      );
      await picture('look-pairs-tree-done');
      await command('File: Save All');
      await command('View: Close All Editors');
    });

    await step('the guided input, to two open files', async () => {
      // Away from the title, which would explain itself over the picture.
      await page.mouse.move(720, 700);
      await asks('Huawei VRP: New Hot-Backup Pair');
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await rows.nth(4).waitFor();
      await picture('new-pair-scenario');
      await page.keyboard.type('mld', { delay: 30 });
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await rows.filter({ hasText: '(proposed)' }).first().waitFor();
      await picture('new-pair');
      await page.keyboard.type('address of the master', { delay: 30 });
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(500);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('10.0.0.300', { delay: 30 });
      await picture('look-new-pair-answer');
      await page.keyboard.press('Escape');
      await rows.filter({ hasText: '(proposed)' }).first().waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('take the rest', { delay: 30 });
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await rows.filter({ hasText: 'Write' }).first().waitFor();
      await picture('look-new-pair-preview');
      await page.keyboard.press('Enter');
      await page.locator('.editor-group-container').nth(1).locator('.view-line').first().waitFor();
      await page.waitForTimeout(1000);
      await page.keyboard.press('Control+B');
      await picture('new-pair-files');
      if (readdirSync(folder).length !== 4) throw new Error(`made: ${readdirSync(folder).join(', ')}`);
    });
  },
);
