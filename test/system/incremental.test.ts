// After any edits the findings of an open pair are those of a cold start: rules that an edit cannot have made speak are left out,
// and nobody sees it. On a pair with many groups and profiles of one kind, where leaving out pays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/registry';
import { Workspace } from '../../server/src/workspace/workspace';
import { shapes } from '../bench/shapes';
import { carrier } from '../bench/text';
import { readExample } from '../support/carets';
import { read, type NamedText } from '../support/check-text';
import { walk, walks, type Step } from '../fuzz/walk';
import { isLong } from '../support/long';
import { loadSyntax } from '../support/wasm';

/** Walks of each kind. */
const numRuns = isLong ? 40 : 12;

const pair = (site: number, folder = `site-${site}`, lines = 140) =>
  ([0, 1] as const).map((own) => ({ name: `${folder}/${'AB'[own]}.cfg`, text: carrier(own, lines, site) }));
const example = (folder: string, ...names: string[]) =>
  names.map((name) => ({ name: `${folder}/${name}.cfg`, text: read(`examples/${folder}/${name}.cfg`) }));

test('random edits: what was worked out step by step is what a cold start works out', async () => {
  await loadSyntax();
  const sets = [
    pair(1),
    [...pair(1), ...pair(2)],
    [...pair(1), ...example('nd', 'Campus-East', 'Campus-West')],
    [...example('dhcp-server', 'Metro-1', 'Metro-2'), ...pair(2)],
  ];
  fc.assert(
    fc.property(walks(sets, 25), (steps) => walk(steps)),
    { numRuns, seed: 7 },
  );
});

test('random edits of texts of every shape: what was kept is what a cold start works out', async () => {
  await loadSyntax();
  const sets = shapes.map((shape) =>
    ([0, 1] as const).map((own) => ({ name: `${shape.name}/${'AB'[own]}.cfg`, text: shape.text(own, 160) })),
  );
  fc.assert(
    fc.property(walks(sets, 25), (steps) => walk(steps)),
    { numRuns, seed: 11 },
  );
});

test('edits of what pairs are found by, among several pairs and copies of one: pairs and findings are those of a cold start', async () => {
  await loadSyntax();
  // The first rows of a device are its name, its channel and its addresses.
  const head = fc.nat(40);
  const change = fc.oneof(
    fc.record({ kind: fc.constant('number' as const), at: head, to: fc.constantFrom('1', '2', '5', '12', '200') }),
    fc.record({ kind: fc.constantFrom('drop' as const, 'swap' as const), at: head }),
    fc.record({ kind: fc.constant('paste' as const), at: head, from: fc.nat(5), line: head, rows: fc.nat(8) }),
  );
  const file = fc.nat(5);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('change' as const), file, change }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        file,
        what: fc.constantFrom('snapshot' as const, 'check' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'remove' as const), file }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('settle' as const), pair: fc.boolean(), accept: fc.nat(3) }),
    },
    { weight: 3, arbitrary: fc.constant({ kind: 'compare' as const }) },
  );
  const files = fc.constantFrom(
    [...pair(1, 'site-1', 60), ...pair(1, 'copy', 60), ...pair(2, 'site-2', 60)],
    [1, 2, 3].flatMap((site) => pair(site, `site-${site}`, 60)),
  );
  fc.assert(fc.property(fc.record({ files, steps: fc.array(step, { minLength: 5, maxLength: 30 }) }), walk), {
    numRuns,
    seed: 5,
  });
});

// A rule that wrongly says what it judges by itself is caught where it speaks: in its own examples.
test("a line of a rule's example goes and comes back: both times a cold start finds the same", async () => {
  await loadSyntax();
  // One line in so many, another one in each example; all of them with EVERY_LINE=1.
  const step = Number(process.env.EVERY_LINE ?? 0) || (isLong ? 8 : 144);
  let turn = 0;
  for (const rule of rules) {
    for (const example of rule.examples) {
      const { files } = readExample(example.config);
      const warm = workspace(files);
      const whole = reported(workspace(files));
      for (const [index, { name, text }] of files.entries()) {
        const rows = text.split('\n');
        for (let row = 0; row < rows.length - 1; row++) {
          if (turn++ % step !== 0) continue;
          const without = files.map((file, other) =>
            other === index ? { name, text: [...rows.slice(0, row), ...rows.slice(row + 1)].join('\n') } : file,
          );
          warm.change(name, { start: { line: row, character: 0 }, end: { line: row + 1, character: 0 } }, '');
          assert.deepEqual(
            reported(warm),
            reported(workspace(without)),
            `${rule.id}: ${example.title}: without ${rows[row]} of ${name}`,
          );
          warm.change(name, { start: { line: row, character: 0 }, end: { line: row, character: 0 } }, `${rows[row]}\n`);
          assert.deepEqual(reported(warm), whole, `${rule.id}: ${example.title}: with ${rows[row]} of ${name} again`);
        }
      }
      for (const { name } of files) warm.removeClosed(name);
    }
  }
});

/** All rules, those that are off too, over open files. */
function workspace(files: readonly NamedText[]): Workspace {
  const made = new Workspace({
    strict: true,
    rules,
    report: (rule, error) => {
      throw new Error(`rule ${rule} threw`, { cause: error });
    },
  });
  for (const { name, text } of files) made.open(name, text);
  return made;
}

function reported(made: Workspace): readonly string[] {
  return made
    .allFindings()
    .map(
      ({ file, range, rule, severity, message }) =>
        `${file}:${range.start.line}:${range.start.character} ${rule} ${severity} ${message}`,
    );
}
