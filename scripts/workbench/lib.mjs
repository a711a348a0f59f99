// A real VS Code workbench on this machine alone: code-server on loopback and a headless Chromium to drive it.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { person } from './person.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const workbench = process.env.VRP_WORKBENCH ?? join(root, '.workbench');
export const vsix = join(root, 'vrp-hot-backup.vsix');

/** Quiet, offline and alike everywhere. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'npm.fetchOnlinePackageInfo': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'window.commandCenter': false,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'diffEditor.useInlineViewWhenSpaceIsLimited': false,
};

/** Runs a command to its end with its output shown; throws when it fails. */
export function run(command, args, environment = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.signal}`);
}

/** Everything a suite or a person needs: the workbench, and the packaged extension made from the sources as they are now. */
export function prepare({ build = true } = {}) {
  run('bash', [join(root, 'scripts/workbench/setup-workbench.sh'), workbench]);
  if (build || !existsSync(vsix)) run('npm', ['run', '--silent', 'package']);
}

/**
 * Starts code-server with a profile of its own, the given extensions installed; `alter` may change their folder before it starts.
 * `stop()` removes every trace of it.
 */
export async function startCodeServer({ extensions = [], alter, userSettings = {}, port, smokeTest = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'vrp-workbench-'));
  const userData = join(profile, 'user');
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(join(profile, 'extensions'));
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify({ ...settings, ...userSettings }, null, 2));
  writeFileSync(join(profile, 'config.yaml'), 'auth: none\n');
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|NODE_OPTIONS|ELECTRON_)/i.test(name)),
  );
  Object.assign(env, {
    EXTENSIONS_GALLERY: '{}',
    HOME: profile,
    XDG_CONFIG_HOME: join(profile, 'config'),
    XDG_DATA_HOME: join(profile, 'data'),
    XDG_CACHE_HOME: join(profile, 'cache'),
  });
  const node = join(workbench, 'node');
  const common = [
    join(workbench, 'code-server/node_modules/code-server/out/node/entry.js'),
    '--user-data-dir',
    userData,
    '--extensions-dir',
    join(profile, 'extensions'),
    '--config',
    join(profile, 'config.yaml'),
  ];

  for (const extension of extensions) {
    const install = spawnSync(node, [...common, '--install-extension', resolve(extension)], { env, encoding: 'utf8' });
    if (install.status !== 0)
      throw new Error(`${extension} could not be installed:\n${install.stdout}${install.stderr}`);
  }
  alter?.(join(profile, 'extensions'));
  const chosen = port ?? (await freePort());
  const child = spawn(
    node,
    [
      ...common,
      '--bind-addr',
      `127.0.0.1:${chosen}`,
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
      '--disable-proxy',
      '--ignore-last-opened',
      ...(smokeTest ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  // A run that is ended from outside must leave no server behind.
  process.once('exit', () => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(2));

  const server = {
    url: `http://127.0.0.1:${chosen}`,
    authority: `127.0.0.1:${chosen}`,
    profile,
    output: () => output,
    async stop() {
      if (child.exitCode === null) {
        const gone = new Promise((done) => child.once('exit', done));
        child.kill('SIGTERM');
        const force = setTimeout(() => child.kill('SIGKILL'), 5000);
        await gone;
        clearTimeout(force);
      }
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  const deadline = Date.now() + 30000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`code-server ended:\n${output}`);
    if (
      await fetch(`${server.url}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return server;
    if (Date.now() > deadline) {
      await server.stop();
      throw new Error(`code-server did not start:\n${output}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** A headless Chromium that reaches nothing but loopback. */
export async function openBrowser({ width = 1280, height = 800 } = {}) {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const browser = await chromium.launch({
    executablePath: candidates.find((path) => path && existsSync(path)),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
    ],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  return { browser, page };
}

/** What a workbench looks like in pictures. */
const looks = {
  'workbench.colorTheme': 'Dark Modern',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'editor.hover.delay': 100,
};

/**
 * Walks through a plain workbench as a person would: copies `files` (from a path of the project to one of a new folder), opens the
 * folder and gives `walk` the page, the folder and the hands of `person`. Ends the process: with 1, and a picture of the screen,
 * where a step did not come true.
 * usage of such a script: [--no-build] [--out DIRECTORY], and [--only PART-OF-A-STEP] where steps do not need each other.
 */
export async function inWorkbench({ files, keep, out: given, userSettings = {}, size, patience = 15_000 }, walk) {
  const { values } = parseArgs({
    options: {
      'no-build': { type: 'boolean' },
      only: { type: 'string', default: '' },
      out: { type: 'string', default: given },
    },
  });
  const out = values.out && resolve(values.out);
  const shots = join(workbench, 'shots');
  prepare({ build: !values['no-build'] });
  for (const directory of [out, shots]) if (directory) mkdirSync(directory, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'vrp-walk-'));
  for (const [from, to] of Object.entries(files)) cpSync(join(root, from), join(folder, to), { recursive: true });
  const server = await startCodeServer({ extensions: [vsix], userSettings: { ...looks, ...userSettings } });
  const { browser, page } = await openBrowser(size);
  page.setDefaultTimeout(patience);
  try {
    await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
    await page.waitForSelector('.explorer-folders-view .monaco-list-row');
    await walk({ page, folder, ...person(page, { out, shots, keep, only: values.only }) });
    console.log(`pictures in ${out ?? shots}`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    await page.screenshot({ path: join(shots, 'failed.png') });
    console.error(`what the screen showed: ${join(shots, 'failed.png')}`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
