// Runs the Mocha suite of test/vscode inside the extension host of a real VS Code, against the packaged extension.
// usage: node scripts/workbench/run-suite.mjs [--web] [--no-build] [--grep TEXT] [--verbose]
// With --web the extension runs in a web worker of the browser instead, from this folder (VS Code lets no installed one do so),
// with the suite of what works there: once over a folder of the server's disk, once over a folder in memory (test/vscode/memory-files).
// Then a window on a folder without VRP shows that the extension waits (test/vscode/waiting.ts).
// A word of VS Code about the manifest is a failure too; manifest-watch.mjs shows that it would be heard.
// Afterwards the example files are typed key by key (typing.mjs); the last line counts all.
// Exit code: 0 every test passed, 1 a test failed, 2 trouble of another kind, among it that no test was run.
import { cpSync, mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { drive } from './drive.mjs';
import { openBrowser, prepare, root, run, startCodeServer, vsix, workbench } from './lib.mjs';
import { manifestMessages } from './manifest-messages.mjs';
import { shortPlan } from './typing-plan.mjs';
import { runTyping } from './typing.mjs';

const verbose = process.argv.includes('--verbose');
const web = process.argv.includes('--web');
const grepAt = process.argv.indexOf('--grep');
const limit = Number(process.env.VRP_SUITE_LIMIT ?? 600) * 1000;

process.exitCode = 2;
const manifest = manifestMessages();
let server, browser;
const folders = [];
try {
  prepare({ build: !process.argv.includes('--no-build') });
  run(process.execPath, [join(root, 'scripts/build.mjs'), '--tests']);
  const workspace = temporary();
  cpSync(join(root, 'test/vscode/fixture'), workspace, { recursive: true });
  cpSync(join(root, 'examples/dhcpv6-relay-clean'), join(workspace, 'relay'), { recursive: true });
  // The development extension is an empty one: what is tested is the packaged extension as it was installed.
  server = await startCodeServer({
    extensions: web ? [] : [vsix],
    ...(web && { alter: addMemoryFiles }),
    smokeTest: true,
    userSettings: {
      'vrp.test.driven': true,
      ...(grepAt > 0 && { 'vrp.test.grep': process.argv[grepAt + 1] }),
      ...(web && { 'remote.extensionKind': { 'vrp-tools.vrp-hot-backup': ['web'] } }),
    },
  });
  const opened = await openBrowser();
  browser = opened.browser;
  const { code, result } = await suite(opened.page, workspace, web ? 'index.web' : 'index');
  const page = await opened.page.context().newPage();
  const second = web ? await suite(page, 'memfs:/site', 'index.web') : await suite(page, withoutVrp(), 'index.waiting');
  for (const message of manifest.list) console.log(`FAILED  the manifest, VS Code says: ${message}`);
  await browser.close();
  await server.stop();
  if (!result || !second.result) throw new Error('no result came back from the extension host');
  for (const kind of ['passed', 'failed']) result[kind] += second.result[kind];
  if (result.passed + result.failed === 0) throw new Error('no test was run');
  if (manifest.list.length === 0) result.passed++;
  else result.failed++;
  // Typing needs the whole machine, and a workbench in which no suite is at work.
  const typing = web ? { passed: 0, failed: 0 } : await runTyping(typingPlan());
  const failed = result.failed + typing.failed;
  console.log(`${result.passed + typing.passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : code || second.code;
} catch (error) {
  console.error(error);
} finally {
  await browser?.close();
  await server?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
process.exit();

function typingPlan() {
  const wanted = grepAt > 0 ? process.argv[grepAt + 1] : '';
  return shortPlan().filter(({ name }) => `typing: ${name}`.includes(wanted));
}

/** The folder of extensions is empty, so that VS Code takes in what lies there. */
function addMemoryFiles(extensions) {
  cpSync(join(root, 'out/test/vscode/memory-files'), join(extensions, 'vrp-tools.vrp-memory-files-0.0.0'), {
    recursive: true,
  });
}

function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-suite-'));
  folders.push(folder);
  return folder;
}

/** As anybody has it; two configurations lie there under names that nobody looks at. */
function withoutVrp() {
  const folder = temporary();
  for (const name of ['notes.txt', 'service.conf']) cpSync(join(root, 'test/vscode/fixture', name), join(folder, name));
  for (const name of ['North.cfg', 'South.cfg'])
    cpSync(join(root, 'test/vscode/fixture/pair', name), join(folder, `${name}.kept.md`));
  writeFileSync(join(folder, 'switch.cfg'), 'hostname sw1\n!\ninterface Vlan1\n no shutdown\n!\nline vty 0 4\nend\n');
  return folder;
}

async function suite(page, workspace, index) {
  let result, ended;
  const driver = drive(page, workspace);
  const exit = new Promise((done) => (ended = done));
  // Both must be there before the page is: the workbench looks for them once.
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    manifest.hear(text);
    const wanted = /^VRP-SUITE DRIVE (\{.*\})$/m.exec(text);
    if (wanted) return void driver(JSON.parse(wanted[1]));
    const found = /^VRP-SUITE RESULT (\{.*\})$/m.exec(text);
    if (found) result = JSON.parse(found[1]);
    else if (text.startsWith('VRP-SUITE ')) console.log(text.slice(10));
    else if (verbose) console.log(`  ${type}: ${text.slice(0, 500)}`);
  });
  await page.exposeFunction('codeAutomationExit', (code) => ended(code));
  manifest.watch(page);
  page.on('crash', () => ended(2));
  if (verbose) page.on('console', (message) => console.log(`  page: ${message.text().slice(0, 300)}`));

  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(web ? root : join(root, 'test/vscode/empty-extension'))],
    ['extensionTestsPath', remote(join(root, `out/test/vscode/${index}.js`))],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
    ...(web ? [['extensionDevelopmentKind', 'web']] : []),
  ];
  await page.goto(
    `${server.url}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
  );
  const timer = setTimeout(() => ended('timeout'), limit);
  const code = await exit;
  clearTimeout(timer);
  if (code === 'timeout') {
    mkdirSync(join(workbench, 'shots'), { recursive: true });
    const picture = join(workbench, 'shots/timeout.png');
    await page.screenshot({ path: picture });
    throw new Error(`the suite did not end within ${limit / 1000} s; what the screen showed: ${picture}`);
  }
  return { code, result };
}
