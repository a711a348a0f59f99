// What completion costs beside a peer, counted as in edit-cost.test.ts: at each kind of edit the line is cut behind the word before its
// value and completed after each key, at two sizes of texts of many shapes. What may grow with the file is a look through the lists of
// the pair and the names that are offered, a few steps for each line that the file has more.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { completion as Complete } from '../../server/src/features/completion';
import type { Workspace } from '../../server/src/workspace/workspace';
import { editKinds, places, shapes, type RowEdit, type Shape } from '../bench/shapes';
import { isCounted, StepCounter } from '../bench/steps';
import { partOf } from '../support/long';

const sizes = [1000, 4000] as const;

/** Steps that completion after a key may take more for each line that the file has more. */
const most = 14;

/** What may cost more, and why. */
const exceptions: readonly { readonly shape?: string; readonly edit: string; readonly most: number }[] = [
  // The names of all interfaces of both devices are looked through.
  { edit: 'head of an interface', most: 20 },
  // All routes of the device are looked through: none of them is offered again.
  { shape: 'routes', edit: 'route', most: 26 },
  // All rules of the peer's list are looked through for the one that answers, and their words for keys, misspelled ones too.
  { shape: 'long-lists', edit: 'rule of an access list', most: 26 },
];

describe('what completion costs beside a peer', () => {
  let counter: StepCounter;
  let make: () => Workspace;
  let complete: typeof Complete;
  before(async () => {
    // Only what is loaded later is counted block by block.
    counter = new StepCounter(isCounted);
    const { loadSyntax } = await import('../support/wasm');
    const { Workspace: Made } = await import('../../server/src/workspace/workspace');
    ({ completion: complete } = await import('../../server/src/features/completion'));
    await loadSyntax();
    make = () => new Made();
  });
  after(() => counter.close());

  for (const shape of partOf(shapes, shapes.length))
    test(`${shape.name}: ${shape.title}`, () => {
      const [small, large] = sizes.map((lines) => costs(shape, lines)) as [Map<string, number>, Map<string, number>];
      for (const { name } of editKinds) {
        const [from, to] = [small.get(name)!, large.get(name)!];
        const limit =
          exceptions.find(({ edit, shape: only }) => edit === name && (only ?? shape.name) === shape.name)?.most ??
          most;
        const growth = (to - from) / (sizes[1] - sizes[0]);
        assert.ok(growth <= limit, `${name}: ${from} steps, then ${to}: ${growth.toFixed(1)} a line, at most ${limit}`);
      }
    });

  function costs(shape: Shape, lines: number): Map<string, number> {
    const workspace = make();
    const text = shape.text(0, lines);
    workspace.open('a.cfg', text);
    workspace.open('b.cfg', shape.text(1, lines));
    workspace.check();
    workspace.prepare();
    const rows = text.split('\n');
    const found = new Map(
      editKinds.map((kind) => {
        const [edit] = places(rows, kind, 1);
        assert.ok(edit, `${shape.name} has a place for an edit of: ${kind.name}`);
        return [kind.name, completedAnew(workspace, edit, rows[edit.row]!)] as const;
      }),
    );
    workspace.removeClosed('a.cfg');
    workspace.removeClosed('b.cfg');
    return found;
  }

  /** Steps of completion alone, after the second key of those that follow the cut. */
  function completedAnew(workspace: Workspace, { row, start }: RowEdit, line: string): number {
    let steps = 0;
    const cut = line.slice(0, start);
    let length = line.length;
    for (const typed of [cut, `${cut}x`, cut]) {
      workspace.change('a.cfg', { start: { line: row, character: 0 }, end: { line: row, character: length } }, typed);
      length = typed.length;
      workspace.check();
      const snapshot = workspace.snapshot('a.cfg')!;
      const peer = workspace.snapshot('b.cfg')!.facts;
      steps = counter.of(() => complete(snapshot, { line: row, character: length }, { peer })).steps;
    }
    workspace.change('a.cfg', { start: { line: row, character: 0 }, end: { line: row, character: length } }, line);
    workspace.check();
    return steps;
  }
});
