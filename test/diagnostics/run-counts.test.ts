// How much the rules run after an edit: it follows what the edit changes, not the size of the file. Counted, not timed.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Workspace } from '../../server/src/workspace/workspace';
import { editKinds, places, shapes, type Shape } from '../bench/shapes';
import { isLong } from '../support/long';
import { faultComesAndGoes } from '../support/row-edits';
import { serverInProcess } from '../support/server-in-process';
import { loadSyntax } from '../support/wasm';

/** Of an edit that brings a fault and one that takes it away, together. */
const most = { rules: 144, units: 230, reads: 970 };

/** Where all groups follow one, an edit of its interface makes each be judged again: by some rules, so often for each line. */
function limitsOf(shape: Shape, lines: number): typeof most {
  // Twice as many rules judge an interface of both families in a VPN instance, and all instances share one access list.
  if (shape.name === 'services') return { ...most, units: 300 + lines / 20 };
  return shape.name === 'followers' ? { ...most, units: 13 * lines, reads: 2000 } : most;
}

describe('what the rules run after an edit', () => {
  before(loadSyntax);

  for (const shape of shapes) {
    for (const lines of isLong ? [1000, 2000] : [500, 1000]) {
      test(`${shape.name} of ${lines} lines: ${shape.title}`, () => {
        const limits = limitsOf(shape, lines);
        const { workspace, rows } = opened(shape, lines);
        for (const kind of editKinds) {
          const [edit] = places(rows, kind, 1);
          assert.ok(edit, kind.name);
          // The first edit of a kind works out what the later ones go on from.
          faultComesAndGoes(workspace, edit);
          const start = workspace.runCounts();
          faultComesAndGoes(workspace, edit);
          const end = workspace.runCounts();
          for (const count of ['rules', 'units', 'reads'] as const) {
            const ran = end[count] - start[count];
            assert.ok(ran <= limits[count], `${kind.name}: ${ran} ${count}, at most ${limits[count]}`);
          }
          assert.ok(end.reused > start.reused, `${kind.name} reuses what other rules found`);
        }
      });
    }
  }
});

test('a host that traces hears of each check what it ran', async () => {
  const lines: string[] = [];
  const { client, open, close } = await serverInProcess((line) => void lines.push(line));
  const uri = await open('a.cfg', '#\nsysname A\n#\ninterface GigabitEthernet0/1/1\n description x\n#\nreturn\n');
  await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  while (lines.length === 0) await new Promise((done) => setTimeout(done, 5));
  close();
  assert.match(lines[0]!, /^rules run \d+, units run \d+, rules reused \d+, facts read \d+$/);
});

function opened(shape: Shape, lines: number): { readonly workspace: Workspace; readonly rows: readonly string[] } {
  const workspace = new Workspace();
  const text = shape.text(0, lines);
  workspace.open('a.cfg', text);
  workspace.open('b.cfg', shape.text(1, lines));
  workspace.check();
  workspace.prepare();
  return { workspace, rows: text.split('\n') };
}
