// What the properties of `npm test` draw is the same in each run, so that a change is judged by what it changes. Another draw:
// VRP_SEED=NUMBER, or VRP_SEED=random; `npm run fuzz` always draws anew.
import { createRequire } from 'node:module';

const seed = process.env.VRP_SEED ?? '20240501';
// What fails is not made smaller where the first difference is all that somebody wants to know (test/mutate).
const endOnFailure = process.env.VRP_FIRST_DIFFERENCE === '1';
if (seed !== 'random')
  createRequire(import.meta.url)('fast-check').configureGlobal({ seed: Number(seed), endOnFailure });
