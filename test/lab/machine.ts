// The machine that the labs run on: whether it lets us make namespaces, keepalived from its packages, and a heart that beats beside
// the labs, so that a machine that stands still is told from a router that is late.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

/** What is missing for a lab; undefined where nothing is. Installs keepalived where it can. */
export function missing(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces need Linux';
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const name = `vrp-try-${process.pid}`;
  const isAllowed =
    runs('ip', ['netns', 'add', name]) && runs('ip', ['-n', name, 'link', 'add', 'br1', 'type', 'bridge']);
  runs('ip', ['netns', 'del', name]);
  if (!isAllowed && !runs('ip', ['-V'])) return install(['iproute2']) ? missing() : 'there is no iproute2';
  if (!isAllowed) return 'network namespaces cannot be made here';
  const packages = [
    ...(runs('keepalived', ['--version']) ? [] : ['keepalived']),
    ...(runs('ping', ['-V']) ? [] : ['iputils-ping']),
  ];
  if (packages.length > 0 && !install(packages)) return `${packages.join(' and ')} could not be installed`;
  return undefined;
}

function install(packages: readonly string[]): boolean {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  runs('apt-get', ['update', '-qq'], options);
  return runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

function runs(command: string, args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv } = {}): boolean {
  return spawnSync(command, args, { stdio: 'ignore', ...options }).status === 0;
}

/** Milliseconds. */
export interface Stall {
  readonly from: number;
  readonly to: number;
}

const beat = 20;
const longestBeat = 120;

/** A process that notices when the machine stood still, so that a late change is not blamed on a daemon. */
export interface Heart {
  /** Stalls that overlap this stretch of the clock. */
  stallsIn(clock: readonly [number, number]): Stall[];
  stop(): void;
}

/** A process of its own, in a network namespace of its own as the routers are. */
export function startHeart(): Heart {
  const script = `let last = Date.now(); setInterval(() => { const now = Date.now(); if (now - last > ${longestBeat}) console.log(last + ' ' + now); last = now; }, ${beat});`;
  const child: ChildProcess = spawn('unshare', ['--net', process.execPath, '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stalls: Stall[] = [];
  child.stdout!.on('data', (data) => {
    for (const row of String(data).trim().split('\n')) {
      const [from, to] = row.split(' ').map(Number);
      stalls.push({ from: from!, to: to! });
    }
  });
  return {
    stallsIn: ([from, to]) => stalls.filter((stall) => stall.to > from && stall.from < to),
    stop: () => child.kill(),
  };
}
