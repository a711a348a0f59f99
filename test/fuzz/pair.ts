// Two devices of which one or both are damaged, taken for a pair whatever they say: everything that is told of a pair is told, and
// whatever is told twice is told alike. Edits lie inside the files they are for.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { redaction } from '../../server/src/cli/redaction';
import { comparison, summaryOf } from '../../server/src/compare/pair-table/comparison';
import { mappedPeer } from '../../server/src/compare/mapped-peer';
import { added } from '../../server/src/scenarios/progress/add-scenario';
import { stepProposals } from '../../server/src/scenarios/progress/insert-step';
import { stateOf } from '../../server/src/scenarios/progress/step-state';
import { tableCsv } from '../../server/src/compare/pair-table/table-csv';
import { tableHtml } from '../../server/src/compare/pair-table/table-html';
import { tableJson } from '../../server/src/compare/pair-table/table-json';
import { orientToMaster, swapSides } from '../../server/src/compare/swap-sides';
import { mirroring } from '../../server/src/features/mirroring';
import { otherPairsOf } from '../../server/src/failover/judgement/several-pairs';
import { parseEvent } from '../../server/src/failover/simulation/events';
import { failover, failoverFile } from '../../server/src/lsp/requests/failover';
import { comparedOf } from '../../server/src/lsp/requests/pair';
import type { FileEdit } from '../../server/src/edits/file-edit';
import { scenarios } from '../../server/src/scenarios/index';
import { Workspace } from '../../server/src/workspace/workspace';
import { made, type Recipe } from './texts';

export interface Couple {
  readonly texts: readonly [Recipe, Recipe];
  readonly events: readonly string[];
  readonly row: number;
}

const events = fc.array(
  fc.constantFrom(
    'device-down:BRAS-North@0',
    'device-up:BRAS-North@50',
    'rbs-down@0',
    'rbs-up@7',
    'lan-down@1',
    'peer-down@1',
    'device-stop:x@0',
    'access-down:BRAS-South@3',
    'uplink-down:BRAS-South/GigabitEthernet0/2/5@2',
    'board-down:BRAS-North/1@1',
    '::error@0',
    '@',
    ':@-1',
    'device-down:__proto__@1e999',
  ),
  { maxLength: 5 },
);

export function couples(recipes: fc.Arbitrary<Recipe>): fc.Arbitrary<Couple> {
  return fc.record({ texts: fc.tuple(recipes, recipes), events, row: fc.double({ min: 0, max: 1, noNaN: true }) });
}

export function aPairIsTold({ texts, events: asked, row }: Couple): void {
  const names = ['file:///n/a.cfg', 'file:///n/b.cfg'] as const;
  const all = texts.map(made);
  const workspace = new Workspace({
    strict: true,
    network: { namedPairs: [names] },
    report: (rule, error) => {
      throw new Error(`rule ${rule} threw`, { cause: error });
    },
  });
  names.forEach((name, index) => workspace.setClosed(name, all[index]!));
  const lengths = new Map(
    names.map((name, index) => [name as string, all[index]!.split(/\r\n|\r|\n/).map((line) => line.length)]),
  );
  const inside = (edits: readonly FileEdit[], what: string) =>
    edits.forEach(({ file, range, newText }) => {
      const rows = lengths.get(file) ?? assert.fail(`${what}: an edit of ${file}`);
      for (const { line, character } of [range.start, range.end])
        assert.ok(line >= 0 && line <= rows.length && character >= 0, `${what}: ${line}:${character} is outside`);
      assert.ok(
        !newText.includes('undefined') && !newText.includes('[object'),
        `${what}: ${JSON.stringify(newText.slice(0, 200))}`,
      );
    });
  const other = (file: string) => workspace.snapshot(file);
  for (const found of workspace.allFindings())
    for (const fix of workspace.fixesOf(found)) inside(fix.edits, found.rule);
  for (const found of workspace.network().pairs) {
    const pair = orientToMaster(found);
    const compared = comparedOf(pair, workspace);
    const table = comparison(pair, compared);
    const shown = { pair, rows: table.rows, summary: summaryOf(table), fileName: (file: string) => file };
    assert.ok(tableCsv(shown).split('\r\n').length === table.rows.length + 2, 'a line a row');
    JSON.parse(tableJson(shown));
    tableHtml(shown);
    for (const [one, text] of [
      [pair, all[pair.a.file === names[0] ? 0 : 1]!],
      [swapSides(pair), all[pair.b.file === names[0] ? 0 : 1]!],
    ] as const) {
      const rows = text.split(/\r\n|\r|\n/);
      const mapped = mappedPeer(one, comparedOf(one, workspace), rows);
      assert.ok(mapped.lines.every((line) => line.here === undefined || line.here < rows.length));
    }
    for (const state of stateOf(pair, workspace.findings(pair.a.file)))
      for (const { guide } of state.steps) {
        const facts = (side: 'a' | 'b') => workspace.snapshot(pair[side].file)!.facts;
        for (const edits of stepProposals(pair, facts, state.key, guide).proposals)
          inside(edits, `${state.key} ${guide}`);
      }
    for (const scenario of scenarios) inside(added(pair, scenario, {}).edits, scenario.id);
    const others = otherPairsOf(pair, workspace.network().pairs);
    JSON.stringify(failover(pair, others, asked, (id) => id));
    for (const format of ['svg', 'markdown'] as const)
      failoverFile(pair, others, { uris: [...names], events: [...asked], format });
    for (const text of asked) parseEvent(text, pair);
  }
  for (const name of names) {
    const snapshot = workspace.snapshot(name)!;
    const line = Math.floor(row * lengths.get(name)!.length);
    for (const range of [undefined, { start: { line, character: 0 }, end: { line: line + 3, character: 0 } }])
      inside(mirroring(snapshot, range, other)?.edits ?? [], 'mirror');
  }
  const redacted = redaction(names.map((path, index) => ({ path, text: all[index]! })));
  assert.deepEqual(
    redacted.files.map(({ text }) => text.split(/\r\n|\r|\n/).length),
    names.map((name) => lengths.get(name)!.length),
    'a row stays a row',
  );
  const again = redaction(redacted.files.map(({ path, text }) => ({ path, text })));
  assert.deepEqual(
    again.files.map(({ text }) => text),
    redacted.files.map(({ text }) => text),
    'what is redacted is redacted',
  );
}
