// The hands and eyes of someone who uses the plain workbench: what every script that takes pictures does there.
import { join } from 'node:path';

/**
 * `keep` says which pictures go to `out`, where there is one; the others are for a look only and go to `shots`. Only steps whose
 * name holds `only` are taken.
 */
export function person(page, { out, shots, keep, only }) {
  async function command(name) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type(name, { delay: 10 });
    // What was typed may fit another command better.
    await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().click();
  }
  return {
    async step(name, act) {
      if (!name.includes(only)) return;
      const started = Date.now();
      await act();
      console.log(`ok  ${name} (${Date.now() - started} ms)`);
    },
    async picture(name) {
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(out && keep(name) ? out : shots, `${name}.png`) });
    },
    /** A command that opens no quick input of its own. */
    async command(name) {
      await command(name);
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    asks: command,
    async open(name) {
      await page.keyboard.press('Control+P');
      await page.locator('.quick-input-widget input').first().waitFor();
      await page.keyboard.type(name, { delay: 20 });
      await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().click();
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    async theme(name) {
      await command('Preferences: Color Theme');
      await page.locator('.quick-input-widget input[placeholder^="Select Color Theme"]').waitFor();
      await page.keyboard.type(name, { delay: 20 });
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    async goToRow(row) {
      await page.keyboard.press('Control+G');
      await page.locator('.quick-input-widget input').first().waitFor();
      await page.keyboard.type(String(row + 1), { delay: 20 });
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    status: (pattern) => page.locator('.statusbar-item', { hasText: pattern }).first().waitFor(),
    async hover(target) {
      const box = await target.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    },
    async until(what, get) {
      for (let attempt = 0; attempt < 75; attempt++) {
        if (await get()) return;
        await page.waitForTimeout(200);
      }
      throw new Error(`waited in vain for ${what}`);
    },
  };
}
