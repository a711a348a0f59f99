// Plays a case in a lab that the product writes, with the script that it writes; what is seen comes from the script's log.
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spelledEvent } from '../../server/src/failover/simulation/events';
import { coursesOf } from '../../server/src/failover/lab/courses';
import { labOf } from '../../server/src/failover/lab/lab';
import { planOf, portOf } from '../../server/src/failover/lab/plan';
import { standInOf } from '../../server/src/failover/lab/stand-in';
import { sides } from '../../server/src/failover/simulation/names';
import { surplusOf } from '../../server/src/failover/lab/tables';
import type { LabCase } from './lab-case';
import { observationOf, type Observation } from './observation';

/** What a lab showed, or one sentence that says why it could not be played. */
export type Played = { readonly seen: Observation } | { readonly failure: string };

/** With `keep` the files of the lab and what its daemons wrote stay in a folder of that folder. */
export async function play(labCase: LabCase, keep?: string): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-lab-'));
  const lab = (...args: readonly string[]) => run('bash', [join(folder, 'lab.sh'), ...args]);
  try {
    writeLab(labCase, folder);
    const up = await lab('up');
    if (up.code !== 0) return { failure: `lab.sh up: ${up.err.trim()}` };
    const id = /(vrp-\d+)-a/.exec(up.out)![1]!;
    return { seen: await watched(labCase, id, lab) };
  } finally {
    if (keep !== undefined) await keepFiles(folder, join(keep, String(labCase.seed)));
    await lab('down');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function keepFiles(folder: string, to: string): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  cpSync(folder, to, { recursive: true });
  const sum = await run('bash', ['-c', 'printf %s "$(cd "$1" && pwd -P)" | cksum', '-', folder]);
  const state = `/run/vrp-lab/vrp-${sum.out.split(' ')[0]}`;
  for (const name of ['log', 'a.log', 'b.log'])
    if (existsSync(join(state, name))) copyFileSync(join(state, name), join(to, name));
}

function writeLab({ pair, speed }: LabCase, folder: string): void {
  for (const { name, text } of labOf(pair).files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name.endsWith('.conf') ? atSpeed(text, speed) : text);
  }
}

/** Version 3 counts hundredths of a second, and nothing in it has a length of its own. */
function atSpeed(text: string, speed: number): string {
  return text.replace(/^( *(?:advert_int|preempt_delay) )(\d+(?:\.\d+)?)$/gm, (_, words: string, seconds: string) => {
    return `${words}${Math.round(Number(seconds) * speed * 100) / 100}`;
  });
}

async function watched(
  labCase: LabCase,
  id: string,
  lab: (...args: readonly string[]) => Promise<Finished>,
): Promise<Observation> {
  const from = Date.now();
  const asking = labCase.pings ? await startAsking(labCase, id) : [];
  const { events, speed } = labCase;
  const played = await lab(
    'event',
    ...events.map((event) => spelledEvent({ ...event, at: Math.round((1 + event.at * speed) * 1000) / 1000 })),
  );
  if (played.code !== 0) throw new Error(`lab.sh event: ${played.err}`);
  await sleep(1000 * remaining(labCase));
  const log = readFileSync(`/run/vrp-lab/${id}/log`, 'utf8');
  const to = Date.now();
  const answers = new Map<number, number[]>();
  for (const { group, child, times } of asking) {
    child.kill();
    answers.set(group, times);
  }
  return observationOf(log, answers, [from, to]);
}

/** Seconds of the lab until nothing is due any more, and a little. */
function remaining({ pair, events, speed }: LabCase): number {
  const courses = coursesOf(standInOf(pair).stage, events);
  const ends = courses.flatMap(({ history }) =>
    history.actors.flatMap((actor, number) =>
      actor.roles.map((change) => change.span[1] + surplusOf(history, number, change)),
    ),
  );
  const { actors } = courses[0]!.history;
  const longest = Math.max(...actors.flatMap(({ masterDown }) => [masterDown.a ?? 0, masterDown.b ?? 0]));
  return Math.max(0, Math.max(0, ...ends) - events.at(-1)!.at, longest) * speed + 0.8;
}

interface Asking {
  readonly group: number;
  readonly child: ChildProcess;
  /** Clock times of the answers, in seconds. */
  readonly times: number[];
}

/** A host asks each gateway every 50 ms. Nobody looks for a MAC address, so that only who answers counts. */
async function startAsking({ pair }: LabCase, id: string): Promise<Asking[]> {
  const plan = planOf(pair);
  const link = await run('ip', ['-n', `${id}-host`, '-br', 'link']);
  const asking = plan.standIn.stage.actors.map(async ({ groups, vrid, family }, group): Promise<Asking> => {
    const gateway = groups.a!.virtualIps.find((ip) => !ip.linkLocal)!.address.key;
    const ports = sides.map((side) => portOf(plan, side, groups[side]!.interfaceKey)!);
    const host = plan.hosts.find((each) => each.lan === ports[0]!.lan && each.family === family)!;
    const device = `h${host.lan}`;
    const mac = new RegExp(`^${device}@\\S+ +\\S+ +(\\S+)`, 'm').exec(link.out)![1]!;
    const know = (place: string, address: string, lladdr: string, dev: string) =>
      run('ip', [
        '-n',
        `${id}-${place}`,
        'neigh',
        'replace',
        address,
        'lladdr',
        lladdr,
        'dev',
        dev,
        'nud',
        'permanent',
      ]);
    await know('host', gateway, virtualMac(vrid!, family!), device);
    for (const port of ports) await know(port.side, host.address.split('/')[0]!, mac, port.id);
    const child = spawn('ip', ['netns', 'exec', `${id}-host`, 'ping', '-n', '-D', '-i', '0.05', gateway], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const times: number[] = [];
    child.stdout.on('data', (data) => {
      for (const [, at] of String(data).matchAll(/^\[(\d+\.\d+)\] \d+ bytes from/gm)) times.push(Number(at));
    });
    return { group, child, times };
  });
  return Promise.all(asking);
}

function virtualMac(vrid: number, family: 4 | 6): string {
  return `00:00:5e:00:0${family === 6 ? 2 : 1}:${vrid.toString(16).padStart(2, '0')}`;
}

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
