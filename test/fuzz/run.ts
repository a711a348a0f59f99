// `npm run fuzz -- --minutes N [--seed S] [--only NAME,NAME]`: tries random inputs for that long and prints how many, how fast, the
// slowest of each kind and the seeds. What breaks is shrunk, kept in test/fuzz-failures/ and makes the exit code 1.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { material } from '../support/check-text';
import { fuzz } from './fuzz';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, only: { type: 'string' } },
  });
  const minutes = Number(values.minutes);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.seed);
  if (!(minutes > 0) || !Number.isInteger(seed))
    throw new Error('--minutes is a number above 0, --seed a whole number');
  const corpus = existsSync(join(material, 'corpus'));
  console.log(`seed ${seed}, ${minutes} min, ${corpus ? 'with' : 'without'} the corpus`);
  const outcome = await fuzz(
    {
      seed,
      minutes,
      large: true,
      material: corpus,
      only: values.only?.split(',') ?? [],
      batches: Infinity,
      replay: false,
      runs: { whole: 40, edits: 20, walk: 10, answers: 20, pair: 20, bytes: 20, fixes: 10, settings: 200 },
    },
    (message) => {
      if (message.kind === 'broken')
        console.log(`\nBROKEN ${message.broken.property}, seed ${message.broken.seed}\n${message.broken.message}\n`);
    },
  );
  console.log('property    inputs  per second   slowest  its input                                  seeds');
  for (const [name, { inputs, seconds, slowest, seeds }] of outcome.figures) {
    console.log(
      `${name.padEnd(10)}${String(inputs).padStart(8)}${(inputs / seconds).toFixed(1).padStart(12)}${`${slowest.seconds.toFixed(2)} s`.padStart(10)}  ${shortened(slowest.input).padEnd(41)}  ${seeds[0]}-${seeds[1]}`,
    );
  }
  const total = [...outcome.figures.values()].reduce((sum, figures) => sum + figures.inputs, 0);
  console.log(`${total} inputs, ${outcome.broken.length} broken`);
  for (const { file } of outcome.broken) console.log(`kept: test/fuzz-failures/${file}`);
  if (outcome.broken.length > 0) process.exitCode = 1;
}

/** The damages of a recipe tell most about it; all of it is found again by its seed. */
function shortened(input: string): string {
  const damages = [...input.matchAll(/"kind":"(\w+)","at":[^,]*,"text":"((?:[^"\\]|\\.)*)","times":(\d+)/g)].map(
    ([, kind, text, times]) => `${kind} ${text!.slice(0, 8)}${times === '1' ? '' : ` x${times}`}`,
  );
  return (damages.length > 0 ? damages.join(', ') : `${input.length} characters`).slice(0, 41);
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
