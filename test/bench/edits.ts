// What edits of every family of commands cost on texts of many shapes (shapes.ts), in process: the change and the check that follows
// it, at two sizes. test/system/edit-cost.test.ts holds the same edits to a number of steps.
import type { Workspace } from '../../server/src/workspace/workspace';
import { middle, ms, share, table } from './figures';
import { editKinds, places, shapes, type RowEdit, type Shape } from './shapes';

const sizes = [10_000, Number(process.env.VRP_BENCH_LINES ?? 100_000)] as const;
const rounds = Number(process.env.VRP_BENCH_ROUNDS ?? 12);

export async function bench(): Promise<void> {
  const { loadSyntax } = await import('../support/wasm');
  await loadSyntax();
  const { Workspace: Made } = await import('../../server/src/workspace/workspace');
  for (const shape of shapes) {
    const figures = sizes.map((lines) => measured(() => new Made(), shape, lines));
    const columns = sizes.flatMap((lines) => [`${lines.toLocaleString('en')} lines p50`, 'p95']);
    console.log(
      `\n${shape.name}: ${shape.title}; opened and checked in ${figures.map((one) => ms(one.opening)).join(' and ')}`,
    );
    table([
      ['edit', ...columns],
      ...editKinds.map(({ name }) => [
        name,
        ...figures.flatMap(({ edits }) => [ms(middle(edits.get(name)!)), ms(share(edits.get(name)!, 0.95))]),
      ]),
    ]);
  }
}

function opened(make: () => Workspace, shape: Shape, lines: number) {
  const workspace = make();
  const text = shape.text(0, lines);
  const start = performance.now();
  workspace.open('a.cfg', text);
  workspace.open('b.cfg', shape.text(1, lines));
  workspace.check();
  const opening = performance.now() - start;
  workspace.prepare();
  return { workspace, opening, rows: text.split('\n') };
}

function measured(make: () => Workspace, shape: Shape, lines: number) {
  const { workspace, opening, rows } = opened(make, shape, lines);
  const edits = new Map<string, number[]>();
  for (const kind of editKinds) {
    const chosen = places(rows, kind, rounds);
    const times: number[] = [];
    for (let round = 0; times.length < 2 * rounds; round++) {
      const found = typed(workspace, chosen[round % chosen.length]!);
      // The first edit of all works out what the later ones go on from.
      if (round > 0 || edits.size > 0) times.push(...found);
    }
    edits.set(kind.name, times);
  }
  workspace.removeClosed('a.cfg');
  workspace.removeClosed('b.cfg');
  return { opening, edits };
}

/** A fault is typed and taken back: what each takes, in milliseconds. */
function typed(workspace: Workspace, { row, start, good, bad }: RowEdit): number[] {
  return [
    [good, bad],
    [bad, good],
  ].map(([from, to]) => {
    const range = { start: { line: row, character: start }, end: { line: row, character: start + from!.length } };
    const begin = performance.now();
    workspace.change('a.cfg', range, to!);
    workspace.check();
    return performance.now() - begin;
  });
}
