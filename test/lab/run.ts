// `npm run test:lab`: random pairs and events, played in labs with keepalived, against what is predicted of them. It prints its
// seeds; `--only SEED` plays one again. `--cases N`, `--seed N` (the first), `--jobs N` side by side, `--keep FOLDER` for
// the files of the labs and the logs of their daemons.
import { spelledEvent } from '../../server/src/failover/simulation/events';
import { disagreements, lateness } from './judge';
import { caseOf, type LabCase } from './lab-case';
import { lateness as greatestLateness } from './random-events';
import { missing, startHeart, type Heart } from './machine';
import { play } from './play';

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const number = (name: string, otherwise: number): number => {
  const value = Number(option(name) ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is a number from 1`);
  return value;
};

/**
 * A machine that stood still says nothing about a router, so a case that differs is played again, this often at most. What differs
 * each time is wrong; how often it did is printed beside a case that agreed in the end.
 */
const mostTries = 3;

interface Result {
  readonly labCase: LabCase;
  /** Of the last time that it was played. */
  readonly wrong: readonly string[];
  /** How often it was played before, and differed. */
  readonly differed: number;
  /** How often the machine stood still while the case was played. */
  readonly stalls: number;
}

async function judged(labCase: LabCase, heart: Heart): Promise<Result> {
  let stalls = 0;
  for (let tries = 1; ; tries++) {
    const from = Date.now();
    const played = await play(labCase, option('--keep'));
    const wrong = 'failure' in played ? [played.failure] : disagreements(labCase, played.seen);
    const isLate = 'seen' in played && lateness(labCase, played.seen) > greatestLateness;
    const now = heart.stallsIn([from, Date.now()]).length + Number(isLate);
    stalls += now;
    if (wrong.length === 0 || tries === mostTries) return { labCase, wrong, differed: tries - 1, stalls };
  }
}

function resultText({ labCase, wrong, differed, stalls }: Result): string {
  const { seed, events, speed, pings, pair } = labCase;
  const words = events.map((event) => `--event ${spelledEvent(event)}`).join(' ');
  const how = [
    speed === 1 ? 'real time' : `at ${speed} of the time`,
    ...(pings ? ['a host asks'] : []),
    ...(differed > 0 ? [`differed ${differed} times before`] : []),
    ...(stalls > 0 ? [`${stalls} stalls`] : []),
  ].join(', ');
  if (wrong.length === 0) return `ok    ${seed}: ${words} (${how})`;
  const groups = [pair.a, pair.b].flatMap((device) =>
    device.groups.map((group) => `  ${device.name}: ${group.lines.map((line) => line.text.trim()).join(' | ')}`),
  );
  return [`DIFFERS ${seed}: ${words} (${how})`, ...wrong.map((sentence) => `  ${sentence}`), ...groups].join('\n');
}

async function main(): Promise<void> {
  const lacking = missing();
  if (lacking !== undefined) {
    console.log(`No lab was played: ${lacking}. The prediction was held to no real daemon.`);
    console.log('0 passed, 0 failed');
    return;
  }
  const first = number('--seed', 1);
  const only = option('--only');
  const seeds = only
    ? only.split(',').map(Number)
    : Array.from({ length: number('--cases', 64) }, (_, index) => first + index);
  console.log(`seeds ${only ?? `${first} to ${first + seeds.length - 1}`}`);
  const heart = startHeart();
  const waiting = [...seeds];
  let [passed, failed] = [0, 0];
  const worker = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const result = await judged(await caseOf(seed), heart);
      if (result.wrong.length === 0) passed++;
      else failed++;
      console.log(resultText(result));
    }
  };
  await Promise.all(Array.from({ length: Math.min(number('--jobs', 6), seeds.length) }, worker));
  heart.stop();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
