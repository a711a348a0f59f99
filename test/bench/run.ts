// `npm run bench [-- NAME...]`: prints the figures of every benchmark, or of those named. Figures are ratios within one run.
import { bench as cli } from './cli';
import { bench as compare } from './compare';
import { bench as edits } from './edits';
import { bench as failover } from './failover';
import { machine } from './figures';
import { bench as fleet } from './fleet';
import { bench as keystroke } from './keystroke';
import { bench as memory } from './memory';
import { bench as parse } from './parse';
import { bench as peers } from './peers';
import { bench as requests } from './requests';
import { bench as server } from './server';

const all: Readonly<Record<string, () => Promise<void>>> = {
  parse,
  server,
  requests,
  failover,
  compare,
  keystroke,
  shapes: edits,
  memory,
  fleet,
  cli,
  peers,
};

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !(name in all));
  if (unknown !== undefined) {
    console.error(`no benchmark ${unknown}; there are ${Object.keys(all).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const start = performance.now();
  console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}`);
  for (const [name, run] of Object.entries(all)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`\n== ${name}`);
    const begin = performance.now();
    await run();
    console.log(`(${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s)`);
  }
  console.log(`\n${((performance.now() - start) / 1000).toFixed(0)} s in all, ${machine()}`);
}

void main();
