// Types example files key by key into an empty file of a plain workbench with stock settings, and compares what stands in the
// file with the original, byte by byte.
//
// What the person does: types the words of each line and Enter. The indent is what the editor makes by itself, one deeper behind
// a line that opens a view. `#` is typed where the cursor is and goes to column 0 by itself. Two things the editor cannot know,
// and there the person uses the fewest keys there are:
//   - a view inside a view is left without a mark: Backspace, one for each column
//   - a `#` that stands inside a view, as around `bas`: Ctrl+] behind it, one for each column
// With Tab: after the third letter of a word the person looks at the list, and presses Tab where the word that is wanted is the
// selected one; then goes on behind what Tab wrote, its blank included.
//
// usage: node scripts/workbench/typing.mjs [--no-build] [--only PART-OF-A-NAME] [--seed NUMBER] [--rhythms NUMBER] [--ci]
import { readFileSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser, prepare, startCodeServer, vsix, workbench } from './lib.mjs';
import { person } from './person.mjs';
import { fullPlan, shortPlan } from './typing-plan.mjs';
import { typist } from './typist.mjs';

/** Two people at once: more would wait for the machine and not for their rhythm. */
const lanes = 2;

/** Carries out a plan; says each result as it comes. */
export async function runTyping(plan) {
  if (plan.length === 0) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'vrp-typing-'));
  const server = await startCodeServer({ extensions: [vsix] });
  const { browser, page: first } = await openBrowser({ width: 1440, height: 900 });
  const queue = plan.map((one, index) => ({ ...one, file: `typed-${index + 1}.vrp` }));
  const counts = { passed: 0, failed: 0 };
  for (const { file } of queue) writeFileSync(join(folder, file), '');
  try {
    const pages = [first];
    while (pages.length < Math.min(lanes, queue.length)) pages.push(await first.context().newPage());
    await Promise.all(
      pages.map(async (page) => {
        page.setDefaultTimeout(30_000);
        await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
        await page.waitForSelector('.explorer-folders-view .monaco-list-row');
        for (let one = queue.shift(); one; one = queue.shift())
          counts[(await typedOnce(page, folder, one)) ? 'passed' : 'failed']++;
      }),
    );
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return counts;
}

async function typedOnce(page, folder, { name, file, text, rhythm, look, tab }) {
  const shots = join(workbench, 'shots');
  mkdirSync(shots, { recursive: true });
  const started = Date.now();
  try {
    await person(page, { only: '' }).open(file);
    const hands = typist(page, rhythm);
    await hands.ready();
    const keys = await hands.type(text, { look, tab });
    const found = await saved(page, join(folder, file), text);
    const figures = `${keys.pace} ms a key, ${keys.special} keys besides, ${keys.tabs} Tab, ${Math.round((Date.now() - started) / 1000)} s`;
    if (found === text && (!tab || keys.tabs >= 20)) {
      console.log(`ok  typing: ${name} (${figures})`);
      return true;
    }
    console.log(`FAILED  typing: ${name} (${figures})\n${firstDifference(found, text)}`);
  } catch (error) {
    console.log(`FAILED  typing: ${name}\n${error.stack}`);
  }
  const picture = join(shots, `${file}.png`);
  await page.screenshot({ path: picture });
  console.log(`    what the screen showed: ${picture}`);
  await page.keyboard.press('Control+S');
  return false;
}

/** What the file holds once it is saved, again where the tab still has its dot: a machine that is busy may be behind. */
async function saved(page, path, wanted) {
  let found = '';
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press('Control+S');
    for (let look = 0; look < 30; look++) {
      found = readFileSync(path, 'utf8');
      if (found === wanted) return found;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  return found;
}

function firstDifference(found, wanted) {
  const [one, two] = [found.split('\n'), wanted.split('\n')];
  const row = one.findIndex((line, index) => line !== two[index]);
  const at = row < 0 ? one.length - 1 : row;
  return `    line ${at + 1}: ${JSON.stringify(one[at])} where ${JSON.stringify(two[at])} was typed`;
}

if (process.argv[1]?.endsWith('/typing.mjs')) {
  const { values } = parseArgs({
    options: {
      'no-build': { type: 'boolean' },
      ci: { type: 'boolean' },
      only: { type: 'string', default: '' },
      seed: { type: 'string' },
      rhythms: { type: 'string', default: '20' },
    },
  });
  process.exitCode = 2;
  try {
    prepare({ build: !values['no-build'] });
    const seed = Number(values.seed ?? Date.now() % 1_000_000);
    console.log(`seed ${seed}`);
    const plan = values.ci ? shortPlan() : fullPlan(seed, Number(values.rhythms));
    const { passed, failed } = await runTyping(plan.filter((one) => one.name.includes(values.only)));
    console.log(`${passed} passed, ${failed} failed`);
    if (passed + failed > 0) process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    console.error(error);
  }
  process.exit();
}
