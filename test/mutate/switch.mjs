// Read before a test: turns on the change that VRP_MUTANT numbers. With VRP_REACHED all are off, and the numbers of those that the
// test comes by are written to that file.
import { writeFileSync } from 'node:fs';

const chosen = Number(process.env.VRP_MUTANT ?? -1);
const list = process.env.VRP_REACHED;
const reached = new Set();

globalThis.mutantIsOn = list === undefined ? (number) => number === chosen : reach;

function reach(number) {
  reached.add(number);
  return false;
}

if (list !== undefined) process.on('exit', () => writeFileSync(list, JSON.stringify([...reached])));
