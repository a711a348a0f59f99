// Read before a test: turns on the change that VRP_MUTANT numbers. With VRP_REACHED all are off, and that file is written: for each
// number the tests that come by it, '' where something outside of tests does.
import { writeFileSync } from 'node:fs';
import { beforeEach } from 'node:test';

const chosen = Number(process.env.VRP_MUTANT ?? -1);
const list = process.env.VRP_REACHED;
const reached = new Map();
let running = '';

globalThis.mutantIsOn = list === undefined ? (number) => number === chosen : reach;

function reach(number) {
  const tests = reached.get(number);
  if (tests === undefined) reached.set(number, new Set([running]));
  else tests.add(running);
  return false;
}

if (list !== undefined) {
  beforeEach(({ name }) => {
    running = name;
  });
  process.on('exit', () => writeFileSync(list, JSON.stringify([...reached].map(([at, tests]) => [at, [...tests]]))));
}
