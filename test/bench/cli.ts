// The command line beside libraries that load and compare configurations of network devices: hier_config and annet, which know VRP.
// All read the same files in the same minutes; what counts is processor time, the start of Node and Python included. They are
// installed on first use, beside the project and not as a part of it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, place, root } from './built';
import { middle, ms, table, times } from './figures';
import { carrier } from './text';

const rounds = Number(process.env.VRP_BENCH_ROUNDS ?? 5);
const home = join(place, 'python');
const peers = ['hier_config==3.7.1', 'annet==4.8.3'];

interface Usage {
  /** Of user and system together. */
  readonly milliseconds: number;
  /** The most memory at a time. */
  readonly megabytes: number;
  readonly output: number;
}

type Program = 'ours' | 'hier_config' | 'annet';

interface Task {
  readonly title: string;
  readonly ours: readonly string[];
  /** What the others are given; none where they have nothing like it. */
  readonly theirs?: readonly string[];
  /** Two files are compared: annet only loads. */
  readonly compares?: true;
  /** The target for ours: below both of the others, where it is not said. */
  readonly most?: number;
}

export function bench(): Promise<void> {
  build();
  const withPeers = install();
  if (!withPeers) console.log('no Python with pip here, or no package index: ours alone');
  const rows = [['', 'ours', 'hier_config', 'annet', 'target']];
  for (const task of tasks()) {
    const ours = measured('ours', task.ours);
    const theirs = (['hier_config', 'annet'] as const).map((name) =>
      withPeers && task.theirs && !(name === 'annet' && task.compares) ? measured(name, task.theirs) : undefined,
    );
    rows.push([
      task.title,
      shown(ours),
      ...theirs.map((one) => (one ? shown(one) : '')),
      verdict(ours, theirs, task.most),
    ]);
  }
  table(rows);
  version();
  return Promise.resolve();
}

function tasks(): Task[] {
  const [small, large, fleet] = [pairOf(10_000), pairOf(100_000), fleetOf(100)];
  const check = (...paths: readonly string[]) => ['check', '--fail-level', 'off', ...paths];
  return [
    { title: 'load 10,000 lines', ours: check(small[0]), theirs: [small[0]] },
    { title: 'pair of 10,000', ours: check(...small), theirs: small, compares: true },
    { title: 'fleet, 100 pairs of 500', ours: check(fleet.folder), theirs: fleet.files, compares: true },
    { title: 'fleet, two workers', ours: check(fleet.folder, '--jobs', '2') },
    { title: 'load 100,000 lines', ours: check(large[0]), theirs: [large[0]] },
    { title: 'pair of 100,000: check', ours: check(...large), theirs: large, compares: true, most: 4000 },
    { title: 'pair of 100,000: diff', ours: ['diff', ...large, '--format', 'json'], most: 7000 },
  ];
}

function shown({ milliseconds, megabytes, output }: Usage): string {
  const size = output > 100_000 ? `, ${(output / 1e6).toFixed(1)} MB out` : '';
  return `${ms(milliseconds)}, ${megabytes.toFixed(0)} MB${size}`;
}

function verdict(ours: Usage, theirs: readonly (Usage | undefined)[], most?: number): string {
  const known = theirs.flatMap((one) => (one ? [one.milliseconds] : []));
  if (most === undefined && known.length === 0) return '';
  const target = most ?? Math.min(...known);
  return `${ms(target)}: ${ours.milliseconds <= target ? 'met' : 'MISSED'}`;
}

/** `vrp --version` beside a Node that does nothing. */
function version(): void {
  const nothing = join(place, 'nothing.cjs');
  writeFileSync(nothing, '');
  const [ours, node] = [measured('ours', ['--version']), median(() => run(process.execPath, [...watched, nothing]))];
  console.log(`vrp --version beside node: ${times(ours.milliseconds / node.milliseconds, 1.3)}`);
}

/** Prints on standard error what the process used, as its last line. */
const watch = join(place, 'usage.cjs');
const watched = ['--require', watch];
const watchText = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\nusage ' + (userCPUTime + systemCPUTime) / 1000 + ' ' + maxRSS / 1024 + '\\n');
});`;

const programs: Readonly<Record<Exclude<Program, 'ours'>, string>> = {
  hier_config: `from hier_config import get_hconfig, Platform
load = lambda path: get_hconfig(Platform.HUAWEI_VRP, open(path).read())
for index in range(0, len(files), 2):
    pair = [load(path) for path in files[index:index + 2]]
    if len(pair) == 2: print(sum(1 for _ in pair[0].unified_diff(pair[1])))`,
  annet: `from annet import tabparser
from annet.vendors import registry_connector
split = registry_connector.get()["huawei"].make_formatter().split
for path in files: print(len(tabparser.parse_to_tree(open(path).read(), split)))`,
};

/** Both read the names of the files from standard input: there may be hundreds. */
function pythonOf(program: Exclude<Program, 'ours'>): string {
  return `import resource, sys
files = sys.stdin.read().split("\\n")
${programs[program]}
used = resource.getrusage(resource.RUSAGE_SELF)
sys.stderr.write(f"\\nusage {(used.ru_utime + used.ru_stime) * 1000} {used.ru_maxrss / 1024}\\n")
`;
}

function measured(program: Program, given: readonly string[]): Usage {
  if (program === 'ours') {
    writeFileSync(watch, watchText);
    return median(() => run(process.execPath, [...watched, join(root, 'dist/cli.js'), ...given]));
  }
  return median(() => run('python3', ['-c', pythonOf(program)], given.join('\n')));
}

function median(once: () => Usage): Usage {
  const all = Array.from({ length: rounds }, once);
  return {
    milliseconds: middle(all.map((one) => one.milliseconds)),
    megabytes: middle(all.map((one) => one.megabytes)),
    output: all[0]!.output,
  };
}

function run(command: string, args: readonly string[], input = ''): Usage {
  const { stdout, stderr } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // Certificates that a machine adds for Node are parsed at every start of it, whatever the program.
    env: { ...process.env, PYTHONPATH: home, NODE_EXTRA_CA_CERTS: undefined },
  });
  const used = /usage (\S+) (\S+)\n$/.exec(stderr);
  if (!used) throw new Error(`${command} ${args.join(' ').slice(0, 80)}: ${stderr.slice(0, 500)}`);
  return { milliseconds: Number(used[1]), megabytes: Number(used[2]), output: stdout.length };
}

function install(): boolean {
  if (existsSync(join(home, 'annet'))) return true;
  const pip = ['-m', 'pip', 'install', '--quiet', '--target', home, ...peers];
  return spawnSync('python3', pip, { stdio: 'ignore' }).status === 0;
}

function pairOf(lines: number): [string, string] {
  const folder = join(place, `cli-${lines}`);
  return [put(folder, 'A.cfg', carrier(0, lines)), put(folder, 'B.cfg', carrier(1, lines))];
}

function fleetOf(pairs: number): { folder: string; files: readonly string[] } {
  const folder = join(place, `cli-fleet-${pairs}`);
  const files = Array.from({ length: pairs }, (_, site) => site).flatMap((site) =>
    ([0, 1] as const).map((own) => put(join(folder, `site-${site}`), `${'AB'[own]}.cfg`, carrier(own, 500, site))),
  );
  return { folder, files };
}

/** A file that is made once and kept: it is the same each time. */
function put(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path) || statSync(path).size !== Buffer.byteLength(text)) writeFileSync(path, text);
  return path;
}
