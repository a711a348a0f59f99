// Fingers on the keyboard of a workbench: keys in a rhythm of their own, which waits for nobody.
const word = /^[a-z][a-z0-9-]{3,}$/;

export function typist(page, rhythm) {
  let due = 0;
  let pending = [];
  let count = 0;
  let spent = 0;
  let special = 0;
  let tabs = 0;

  /** Presses without waiting for what the page makes of it, as fingers do. */
  async function press(key) {
    const pause = rhythm.next();
    due = Math.max(due + pause, Date.now() - 200);
    const early = due - Date.now();
    if (early > 0) await sleep(early);
    pending.push(page.keyboard.press(key));
    count++;
  }

  /** A key that nobody presses before the line looks as it should. */
  async function hold(key, line) {
    const started = Date.now();
    await settled();
    if (!(await until(async () => ((await lineNow()) === line ? true : undefined), 60_000)))
      throw new Error(`nobody presses ${key} before the line is ${JSON.stringify(line)}, and it is ${await lineNow()}`);
    spent += Date.now() - started;
    due = Date.now();
    await page.keyboard.press(key);
    special++;
  }

  async function settled() {
    await Promise.all(pending);
    pending = [];
  }

  /** Types one line without its indent. */
  async function line(text, tab) {
    let at = 0;
    for (const part of text.split(' ')) {
      // The blank that Tab wrote is not typed again.
      if (at > 0 && text[at - 1] !== ' ') throw new Error('words are parted by one blank');
      const taken = tab && word.test(part) ? await byTab(part, text.slice(0, at)) : undefined;
      if (taken === undefined) for (const key of part) await press(key);
      at += part.length + 1;
      if (at <= text.length && !taken?.blank) await press('Space');
    }
  }

  /** Three letters, and Tab where the list has selected the word; else the rest of its letters. */
  async function byTab(part, front) {
    for (const key of part.slice(0, 3)) await press(key);
    await settled();
    if ((await selected(part)) !== part) {
      for (const key of part.slice(3)) await press(key);
      return { blank: false };
    }
    // A hint may be drawn behind the end of the line.
    const drawn = (wanted) =>
      until(async () => {
        const now = (await lineNow()).trimStart();
        return now.startsWith(wanted) ? now : undefined;
      }, 20_000);
    await drawn(front + part.slice(0, 3));
    await page.keyboard.press('Tab');
    tabs++;
    const after = await drawn(front + part);
    if (after === undefined) throw new Error(`Tab did not complete ${part} behind ${JSON.stringify(front)}`);
    due = Date.now();
    return { blank: after[(front + part).length] === ' ' };
  }

  /** What the list has selected, as soon as it is about these letters. */
  async function selected(part) {
    const row = page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name').first();
    const found = await until(async () => {
      const text = await row.textContent({ timeout: 100 }).catch(() => null);
      return text?.startsWith(part.slice(0, 3)) ? text : undefined;
    }, 1500);
    // The list may still be the one of the letters before: a person looks twice.
    await sleep(80);
    return found && (await row.textContent({ timeout: 500 }).catch(() => null));
  }

  /** The line of the cursor as it is drawn, with every key in it that the page has taken. */
  async function lineNow() {
    await sleep(40);
    return page.evaluate(async () => {
      // On a busy machine keys are taken long before anything is drawn: what stands there may be the `#` of two lines above.
      await new Promise((drawn) => globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(drawn)));
      const editor = globalThis.document.querySelector('.monaco-editor.focused');
      const top = editor?.querySelector('.cursors-layer .cursor')?.style.top;
      const line = [...(editor?.querySelectorAll('.view-line') ?? [])].find((one) => one.style.top === top);
      return (line?.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
    });
  }

  return {
    /** Waits until the server answers in the editor that has the focus. */
    async ready() {
      await page.locator('.monaco-editor.focused').first().waitFor();
      for (let attempt = 0; attempt < 40; attempt++) {
        await page.keyboard.press('Control+Space');
        const shown = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'remote-backup' }).first();
        if (
          await shown.waitFor({ timeout: 1000 }).then(
            () => true,
            () => false,
          )
        )
          break;
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Escape');
    },
    async type(text, { look = 0, tab = false } = {}) {
      const rows = text.split('\n');
      const started = Date.now();
      due = started;
      let column = 0;
      for (const [index, row] of rows.entries()) {
        const indent = row.search(/\S|$/);
        const content = row.slice(indent);
        const isMark = content.startsWith('#');
        // Whatever is deeper than the line above is what the editor has made of it.
        if (!isMark) for (; column > indent; column--) await hold('Backspace', ' '.repeat(column));
        await line(content, tab);
        if (isMark) for (let at = 0; at < indent; at++) await hold('Control+]', ' '.repeat(at) + content);
        if (index === rows.length - 1) break;
        if (look > 0) {
          await settled();
          spent += look;
          await sleep(look);
          due = Date.now();
        }
        await press('Enter');
        // An empty last line has no indent to give back.
        column = Math.max(indent, rows[index + 1].search(/\S|$/));
      }
      await settled();
      return { pace: Math.round((Date.now() - started - spent) / Math.max(count, 1)), special, tabs };
    },
  };
}

async function until(get, limit = 2000) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await get();
    if (found !== undefined || Date.now() > end) return found;
    await sleep(40);
  }
}

function sleep(time) {
  return new Promise((done) => setTimeout(done, time));
}
