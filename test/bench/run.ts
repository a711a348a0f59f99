// `npm run bench [-- NAME...]`: prints the figures of every benchmark, or of those named. Figures are ratios within one run.
import { bench as compare } from './compare';
import { bench as failover } from './failover';
import { bench as parse } from './parse';
import { bench as requests } from './requests';
import { bench as server } from './server';

const all: Readonly<Record<string, () => Promise<void>>> = { parse, server, requests, failover, compare };

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  for (const [name, run] of Object.entries(all)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`\n== ${name}`);
    await run();
  }
}

void main();
