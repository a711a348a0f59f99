// `npm run prove`: puts every fault of the catalogue and every valid variant into the pairs and prints recall and precision by
// kind, then each miss. `--misses FILE` writes the misses to a file too; `--id TEXT` runs what has the text in its name.
import { writeFileSync } from 'node:fs';
import { report } from './report';

const option = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

async function main(): Promise<void> {
  const { summary, misses } = await report(option('--id') ?? '');
  console.log(`${misses}\n${summary}`);
  const file = option('--misses');
  if (file !== undefined) writeFileSync(file, `${summary}\n${misses}`);
}

void main();
