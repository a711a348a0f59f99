// What is typed key by key into a workbench (typing.mjs): which files, in which rhythm, with or without Tab.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib.mjs';

/** Names that are also words, short names of blocks or the letters with which words begin. */
const names = ['rbs', 'rbp', 'hb', 'interface', 'vrrp', 'pool'];

/** One file of every second scenario: what a run for every change has time for. */
export function shortPlan() {
  const rhythm = steady(30);
  const files = oneOfEach().filter((_, index) => index % 2 === 0);
  return [...files.map((file) => typed(file, rhythm)), typedNames(rhythm), withTab(exampleOf('mld'), rhythm)];
}

/** Every example file at three paces and `rhythms` of them in a rhythm drawn from `seed` on; one file of each scenario with Tab. */
export function fullPlan(seed, rhythms) {
  const files = examples();
  return [
    ...[60, 30, 15].flatMap((pace) => files.map((file) => typed(file, steady(pace)))),
    // A rhythm a file in turn: what a rhythm can break it can break in any of them.
    ...Array.from({ length: rhythms }, (_, index) => typed(files[index % files.length], random(seed + index))),
    ...[110, 60, 30, 15].map((pace) => typedNames(steady(pace))),
    ...oneOfEach().map((file) => withTab(file, steady(60))),
  ];
}

function typed({ name, text }, rhythm) {
  return { name: `${name} ${rhythm.name}`, rhythm, text };
}

function withTab({ name, text }, rhythm) {
  return { name: `${name} with Tab`, rhythm, text, tab: true };
}

/** All example files, by their name under `examples`. */
function examples() {
  return readdirSync(join(root, 'examples'), { recursive: true })
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, 'examples', name), 'utf8') }));
}

function oneOfEach() {
  return vrp('new', '--list')
    .split('\n\n')[0]
    .split('\n')
    .map((line) => exampleOf(line.split(' ')[0]));
}

/** The shorter of the scenario's example files; without an example, of the two that `vrp new` writes. */
function exampleOf(scenario) {
  const pair = examples().filter(({ name }) => name.startsWith(`${scenario}/`));
  const [shortest] = (pair.length > 0 ? pair : written(scenario)).sort((a, b) => a.text.length - b.text.length);
  return shortest;
}

function written(scenario) {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-typing-'));
  try {
    vrp('new', scenario, '--defaults', '--out', folder);
    return readdirSync(folder).map((name) => ({
      name: `${scenario}/${name} of vrp new`,
      text: readFileSync(join(folder, name), 'utf8'),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vrp(...words) {
  return execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...words], { encoding: 'utf8' });
}

/** Each name where a name is asked for, with a look at the list before the Enter. */
function typedNames(rhythm) {
  const blocks = names.map(
    (name, index) =>
      `sysname ${name}\n#\nremote-backup-service ${name}\n#\nremote-backup-profile ${name}\n service-type dhcp-server\n` +
      ` backup-id ${index + 10} remote-backup-service ${name}\n#\nip pool ${name} server\n remote-backup-profile ${name}\n#\n` +
      `interface GigabitEthernet0/1/${index}\n description ${name}\n remote-backup-profile ${name}\n#\n`,
  );
  return {
    name: `the names ${names.join(', ')} ${rhythm.name}`,
    rhythm,
    text: `#\n${blocks.join('')}return\n`,
    look: 600,
  };
}

function steady(pace) {
  return { name: `at ${pace} ms a key`, next: () => pace };
}

/** Bursts, thinking and everything between, from 5 to 400 ms a key. */
function random(seed) {
  let state = seed >>> 0;
  const fraction = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pace = 10 + fraction() * 40;
  return {
    name: `in rhythm ${seed}`,
    next: () => (fraction() < 0.03 ? 100 + fraction() * 300 : 5 + fraction() * 2 * (pace - 5)),
  };
}
