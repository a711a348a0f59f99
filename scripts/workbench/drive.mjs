// What a test inside VS Code cannot do for itself, done for it from outside: keys, the quick input as it is seen, and the insides
// of a webview. A test writes one line to its console (test/vscode/driver.ts); the answer is a file in its workspace.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';

export function drive(page, workspace) {
  const folder = join(workspace, '.driver');
  const actions = {
    press: async (keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text, { delay: 15 }),
    quickInput: () => quickInput(page),
    clickQuickInputButton: (name) =>
      page.locator(`.quick-input-widget .action-label[aria-label^="${name}"]`).first().click({ timeout: 5000 }),
    notifications: () =>
      page.locator('.notification-list-item').evaluateAll((list) =>
        list.map((each) => ({
          message: each.querySelector('.notification-list-item-message')?.textContent ?? '',
          buttons: [...each.querySelectorAll('.notification-list-item-buttons-container .monaco-button')].map(
            (button) => button.textContent,
          ),
        })),
      ),
    clickInNotification: ([message, button]) =>
      page
        .locator('.notification-list-item', { hasText: message })
        .locator('.monaco-button', { hasText: button })
        .first()
        .click({ timeout: 5000 }),
    elements: (selector) => elements(page, selector),
    click: (selector) => page.locator(selector).first().click({ timeout: 5000 }),
    rightClick: async (selector) => {
      // A hover that the pointer left open elsewhere may lie over the row.
      await page.mouse.move(720, 1);
      await page.locator(selector).first().click({ button: 'right', timeout: 10_000 });
    },
    pointAt: (selector) => page.locator(selector).first().hover({ timeout: 5000 }),
    linesOfDiff: () => linesOfDiff(page),
    pageText: (title) => inPage(page, title, (frame) => frame.locator('main').innerText()),
    clickInPage: ([title, role, name]) =>
      inPage(page, title, (frame) => frame.getByRole(role, { name }).first().click()),
    pressInPage: ([title, key]) => inPage(page, title, (frame) => frame.locator(':focus').press(key)),
    focusInPage: ([title, role, name]) =>
      inPage(page, title, (frame) => frame.getByRole(role, { name }).first().focus()),
    accessibility: (title) => inPage(page, title, async (frame) => (await examined(frame)).violations),
  };
  return async ({ id, action, given }) => {
    const answer = await actions[action](given).then(
      (value) => ({ value: value ?? null }),
      (error) => ({ error: String(error) }),
    );
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${id}.part`), JSON.stringify(answer));
    renameSync(join(folder, `${id}.part`), join(folder, `${id}.json`));
  };
}

/** What axe finds in a page of ours, and how many of its rules the page keeps. */
export async function examined(frame) {
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return {
    violations: found.violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      nodes: nodes.map((node) => `${node.html.slice(0, 120)}: ${node.failureSummary}`),
    })),
    kept: found.passes.length,
  };
}

/** The inner frame of the webview whose page has this title. */
export async function frameOf(page, title) {
  for (let attempt = 0; attempt < 150; attempt++) {
    for (const frame of page.frames()) {
      const found = await frame
        .evaluate(() => (document.querySelector('main#page')?.childElementCount ? document.title : undefined))
        .catch(() => undefined);
      if (found?.includes(title)) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`no page ${title}`);
}

async function inPage(page, title, act) {
  return act(await frameOf(page, title));
}

/** What is seen of the elements that fit, and what in them could be followed or is drawn. */
function elements(page, selector) {
  return page.locator(selector).evaluateAll((list) =>
    list
      .filter((each) => each.checkVisibility())
      .map((each) => ({
        text: (each.textContent ?? '').replaceAll('\u00a0', ' '),
        label: each.getAttribute('aria-label') ?? '',
        disabled: each.classList.contains('disabled') || each.getAttribute('aria-disabled') === 'true',
        links: [...each.querySelectorAll('a[href], a[data-href]')].map(
          (link) => link.getAttribute('data-href') || link.getAttribute('href'),
        ),
        images: [...each.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''),
        icons: [...each.querySelectorAll('.codicon')].flatMap((icon) =>
          [...icon.classList].filter((name) => name.startsWith('codicon-')).map((name) => name.slice(8)),
        ),
      })),
  );
}

/** How the lines of the right side are drawn: backgrounds of whole lines, and how faint texts are. */
function linesOfDiff(page) {
  return page
    .locator('.monaco-diff-editor .editor.modified')
    .first()
    .evaluate((side) => {
      const style = (element) => getComputedStyle(element);
      return {
        backgrounds: [...side.querySelectorAll('.view-overlays .cdr[class*="ced-"]')].map(
          (each) => style(each).backgroundColor,
        ),
        faint: [...side.querySelectorAll('.view-line span[class*="ced-"]')]
          .filter((each) => Number(style(each).opacity) < 1)
          .map((each) => each.textContent.replaceAll('\u00a0', ' ')),
      };
    });
}

/** Absent while there is none. */
async function quickInput(page) {
  const widget = page.locator('.quick-input-widget');
  if (!(await widget.isVisible())) return undefined;
  return widget.evaluate((element) => ({
    title: element.querySelector('.quick-input-title')?.textContent ?? '',
    value: element.querySelector('input')?.value ?? '',
    message: element.querySelector('.quick-input-message')?.textContent ?? '',
    rows: [...element.querySelectorAll('.quick-input-list .monaco-list-row')].map(
      (row) => row.getAttribute('aria-label') ?? '',
    ),
  }));
}
