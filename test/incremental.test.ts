// After any edits the findings of an open pair are those of a cold start: rules that an edit cannot have made speak are left out,
// and nobody sees it. On a pair with many groups and profiles of one kind, where leaving out pays.
import { test } from 'node:test';
import fc from 'fast-check';
import { carrier } from './bench/text';
import { walk, walks } from './fuzz/walk';
import { read } from './check';
import { loadSyntax } from './wasm';

const pair = (site: number) => ([0, 1] as const).map((own) => ({ name: `site-${site}/${'AB'[own]}.cfg`, text: carrier(own, 140, site) }));
const example = (folder: string, ...names: string[]) => names.map((name) => ({ name: `${folder}/${name}.cfg`, text: read(`examples/${folder}/${name}.cfg`) }));

test('random edits: what was worked out step by step is what a cold start works out', async () => {
  await loadSyntax();
  const sets = [pair(1), [...pair(1), ...pair(2)], [...pair(1), ...example('nd', 'Campus-East', 'Campus-West')], [...example('dhcp-server', 'Metro-1', 'Metro-2'), ...pair(2)]];
  fc.assert(fc.property(walks(sets, 25), (steps) => walk(steps)), { numRuns: 40, seed: 7 });
});
