// Whether two builds of the command line say the same, to the byte: `node scripts/compare-output.mjs BEFORE AFTER`, where each is a
// dist folder. Every command and format runs over examples/, test/pairs and, where VRP_MATERIAL names a folder, its cases/ and
// corpus/; standard output, standard error, the exit code and every file written are compared.
//   --only TEXT   only the command lines that hold the text
//   --all         every case to every format and every rule explained, where else each case gets one format in turn
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals: builds } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, all: { type: 'boolean', default: false } },
});
if (builds.length !== 2) {
  console.error('usage: node scripts/compare-output.mjs BEFORE AFTER [--only TEXT] [--all]   (two dist folders)');
  process.exit(2);
}
const programs = builds.map((build) => join(resolve(build), 'cli.js'));

const formats = {
  check: ['text', 'json', 'sarif', 'github', 'junit'],
  pairs: ['text', 'json'],
  diff: ['text', 'table', 'json', 'html'],
  failover: ['text', 'json', 'markdown', 'svg'],
};
const badUsage = [
  [],
  ['--help'],
  ['--version'],
  ['chek', '.'],
  ['check'],
  ['check', 'examples', '--format', 'xml'],
  ['check', 'examples', '--jobs', '0'],
  ['check', 'examples', '--select', 'no-such-rule'],
  ['check', 'examples', '--dry-run'],
  ['check', 'nowhere.cfg'],
  ['check', 'examples', 'nowhere.cfg', '--fix'],
  ['check', 'examples', '--config', 'nowhere.json'],
  ['check', 'examples', '--config', 'broken.json'],
  ['check', 'examples', '--baseline', 'nowhere.json'],
  ['check', 'examples', '--baseline', 'broken.json'],
  ['check', 'examples', '--cache', 'broken.json'],
  ['check', 'binary.bin', 'wide.cfg'],
  ['pairs', 'nowhere.cfg'],
  ['pairs', 'examples', '--config', 'broken.json'],
  ['diff', 'examples', 'examples'],
  ['diff', 'nowhere.cfg', 'broken.json'],
  ['diff', 'broken.json', 'binary.bin'],
  ['diff', 'broken.json', 'broken.json'],
  ['diff', 'broken.json', 'binary.bin', '--config', 'broken.json'],
  ['diff', 'broken.json', 'binary.bin', '--baseline', 'broken.json'],
  ['failover', 'broken.json', 'broken.json'],
  ['failover', 'nowhere.cfg', 'broken.json'],
  ['failover', 'binary.bin', 'broken.json'],
  ['failover', 'examples', 'broken.json'],
  ['explain', 'rbs-prt-mismatch'],
  ['explain', 'zzz'],
  ['new'],
  ['new', 'no-such-scenario'],
  ['new', 'mld'],
  ['new', 'mld', '--out', 'made'],
  ['new', 'mld', '--out', '', '--defaults'],
  ['new', 'mld', '--answers', 'broken.json', '--out', 'made'],
  ['new', 'mld', '--answers', 'answers.json', '--dry-run'],
  ['new', 'mld', '--answers', 'nowhere.json', '--dry-run'],
  ['redact', 'examples'],
  ['redact', '-', '--out', 'made'],
  ['redact', 'examples', '--out', ''],
  ['redact', 'examples', '--out', 'examples'],
  ['redact', 'binary.bin', 'wide.cfg', 'broken.json', '--out', 'made'],
];
const besides = {
  'broken.json': '{"networks": [["**/*"]], "pairs": [["a", "b"]], "accepted": 1} password cipher hush-hush-json\n',
  'answers.json': '{"vrid": 0, "device-a": "Metro 1"}\n',
  'binary.bin': new Uint8Array([1, 2, 0, 3]),
  'wide.cfg': new Uint8Array([0xff, 0xfe, 0x23, 0, 0x0a, 0]),
};

/** What both builds see: folders below one working directory, so that paths in reports are the same for both. */
function material() {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-compare-'));
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  cpSync(join(root, 'test/pairs'), join(folder, 'pairs'), { recursive: true });
  for (const name of process.env.VRP_MATERIAL ? ['cases', 'corpus'] : []) {
    const source = join(process.env.VRP_MATERIAL, name);
    if (existsSync(source)) cpSync(source, join(folder, name), { recursive: true });
  }
  for (const [name, content] of Object.entries(besides)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Folders that hold two configurations, with the names of both. */
function couples(folder, below) {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.cfg')).map((entry) => entry.name);
  const nested = entries.filter((entry) => entry.isDirectory()).sort((x, y) => (x.name < y.name ? -1 : 1));
  return [
    ...(files.length === 2 ? [files.sort().map((name) => `${below}/${name}`)] : []),
    ...nested.flatMap((entry) => couples(folder, `${below}/${entry.name}`)),
  ];
}

/** `writes`: the run gets a copy of the material of its own, and the files in it are compared too. */
async function invocations(folder) {
  const tops = ['examples', 'pairs', 'cases', 'corpus'].filter((name) => existsSync(join(folder, name)));
  const runs = badUsage.map((args) => ({ args, writes: args.includes('made') || args.includes('--cache') }));
  for (const [command, list] of Object.entries(formats))
    if (command === 'check' || command === 'pairs')
      for (const top of tops)
        for (const format of list)
          runs.push({ args: [command, top, '--format', format, '--jobs', '1'].slice(0, command === 'check' ? 6 : 4) });
  for (const top of tops) {
    runs.push({ args: ['check', top, '--fail-level', 'information', '--quiet'] });
    runs.push({ args: ['check', top, '--jobs', '3'] });
    runs.push({ args: ['check', top, '--fix', '--unsafe-fixes', '--dry-run'] });
    runs.push({ args: ['check', top, '--fix'], writes: true });
    runs.push({ args: ['check', top, '--baseline', 'kept.json', '--update-baseline', 'seen'], writes: true });
    runs.push({ args: ['check', top, '--cache', 'kept'], writes: true, twice: true });
    runs.push({ args: ['redact', top, '--out', 'made'], writes: true });
  }
  for (const [index, couple] of tops.flatMap((top) => couples(folder, top)).entries()) {
    const isOurs = /^(examples|pairs)\//.test(couple[0]);
    for (const command of ['diff', 'failover'])
      for (const [place, format] of formats[command].entries())
        if (isOurs || values.all || index % formats[command].length === place)
          runs.push({ args: [command, ...couple, '--format', format] });
    if (isOurs) {
      runs.push({ args: ['diff', ...couple, '--only-wrong'] });
      runs.push({ args: ['failover', ...couple, '--event', 'rbs-down@0', '--fail-on', 'stale-entries'] });
      runs.push({ args: ['failover', ...couple, '--event', 'nothing@0'] });
      runs.push({ args: ['check', '-', couple[1]], stdin: couple[0] });
    }
  }
  const rules = (await run(programs[0], folder, ['rules'])).out.split('\n').flatMap((row) => row.split(' ')[0] || []);
  const explained = rules.filter((_, index) => values.all || index % 10 === 0);
  runs.push({ args: ['rules'] }, ...explained.map((rule) => ({ args: ['explain', rule] })));
  const list = (await run(programs[0], folder, ['new', '--list'])).out;
  runs.push({ args: ['new', '--list'] });
  for (const scenario of list
    .split('\n\n')[0]
    .split('\n')
    .flatMap((row) => row.split(' ')[0] || [])) {
    runs.push({ args: ['new', scenario, '--list'] });
    runs.push({ args: ['new', scenario, '--defaults', '--dry-run'] });
    runs.push({ args: ['new', scenario, '--defaults', '--out', 'made'], writes: true });
  }
  for (const command of ['check', 'pairs', 'diff', 'failover', 'rules', 'explain', 'new', 'redact', 'lsp'])
    runs.push({ args: [command, '--help'] });
  return runs.filter(({ args }) => args.join(' ').includes(values.only));
}

function run(program, cwd, args, stdin) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } });
    const out = [];
    const err = [];
    child.stdout.on('data', (bytes) => out.push(bytes));
    child.stderr.on('data', (bytes) => err.push(bytes));
    child.stdin.on('error', () => undefined); // it may end before it has read all
    child.stdin.end(stdin === undefined ? '' : readFileSync(join(cwd, stdin)));
    child.on('close', (code) => done({ code, out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) }));
  });
}

/** Every file below a folder with a sum of its bytes. What a cache holds names the build that wrote it. */
function contents(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'check.bin')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
}

async function outcome(program, folder, { args, writes, twice, stdin }) {
  let cwd = folder;
  if (writes) {
    cwd = mkdtempSync(join(tmpdir(), 'vrp-compare-'));
    cpSync(folder, cwd, { recursive: true });
  }
  try {
    const results = [await run(program, cwd, args, stdin)];
    if (twice) results.push(await run(program, cwd, args, stdin));
    return { results, files: writes ? contents(cwd) : [] };
  } finally {
    if (writes) rmSync(cwd, { recursive: true, force: true });
  }
}

const folder = material();
let different = 0;
try {
  const runs = await invocations(folder);
  let next = 0;
  const work = async () => {
    while (next < runs.length) {
      const one = runs[next++];
      const [before, after] = [await outcome(programs[0], folder, one), await outcome(programs[1], folder, one)];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      different++;
      console.log(`DIFFERENT: vrp ${one.args.join(' ')}`);
      const kept = join(tmpdir(), `vrp-difference-${different}`);
      mkdirSync(kept, { recursive: true });
      writeFileSync(join(kept, 'before.json'), JSON.stringify(before, null, 1));
      writeFileSync(join(kept, 'after.json'), JSON.stringify(after, null, 1));
      console.log(`  kept in ${kept}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(`${runs.length} command lines, ${different} different`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = different > 0 ? 1 : 0;
