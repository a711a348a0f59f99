// What an edit costs follows what it changes, not the file. Counted, not timed: how often the blocks of the program run, at two sizes
// of texts of many shapes, and of two that are drawn (`SEED=NUMBER` or `SEED=random` draws others). What grows with the file is the
// passing of sections and names, a few steps for each line that the file has more; reading and checking one anew takes hundreds.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Workspace } from '../../server/src/workspace/workspace';
import { drawnShape, editKinds, places, shapes, type Shape } from '../bench/shapes';
import { isCounted, StepCounter } from '../bench/steps';
import { partOf } from '../support/long';
import { faultComesAndGoes } from '../support/row-edits';

const sizes = [1000, 4000] as const;

/** Steps that an edit may take more for each line that the file has more. */
const most = 12;

/** What may cost more, and why. */
const exceptions: readonly { readonly shape?: string; readonly edit: string; readonly most: number }[] = [
  // A name comes and goes: what is in order of names is put together anew.
  { edit: 'head of an interface', most: 16 },
  // All groups of the shape name this interface, and each is judged again by a dozen rules, whose reads are noted.
  ...['address', 'priority', 'advertisement interval'].map((edit) => ({ shape: 'followers', edit, most: 88 })),
  // All domains of the shape stand in one section, which is read again.
  { shape: 'services', edit: 'scheme of a domain', most: 26 },
  // All instances of the shape translate whom this list permits.
  { shape: 'services', edit: 'rule of an access list', most: 16 },
  // All interfaces of the shape bind this profile.
  { shape: 'one-profile', edit: 'service type', most: 30 },
  // The section that is edited is as long as the file, and is read again.
  { shape: 'long-lists', edit: 'rule of an access list', most: 40 },
  { shape: 'long-section', edit: 'address', most: 90 },
];

/** Of shapes that are drawn nobody says which sections are long, or what names what. */
const mostOfDrawn = 60;

/** What opening costs for a line may grow by so much when the files are four times as long. */
const openingGrowth = 1.1;

const seeds = seedsOf(process.env.SEED);

function seedsOf(given: string | undefined): number[] {
  if (given === undefined) return [20240501, 20240502];
  return [given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given)];
}

describe('what an edit costs', () => {
  let counter: StepCounter;
  let make: () => Workspace;
  before(async () => {
    // Only what is loaded later is counted block by block.
    counter = new StepCounter(isCounted);
    const { loadSyntax } = await import('../support/wasm');
    const { Workspace: Made } = await import('../../server/src/workspace/workspace');
    await loadSyntax();
    make = () => new Made();
  });
  after(() => counter.close());

  for (const shape of partOf([...shapes, ...seeds.map(drawnShape)], 8)) {
    const isDrawn = !shapes.includes(shape);
    test(`${shape.name}: opening follows the length of the files`, () => {
      opening(shape, 300);
      const [small, large] = sizes.map((lines) => opening(shape, lines)) as [number, number];
      const growth = large / small;
      assert.ok(growth <= openingGrowth, `${small.toFixed(0)} steps a line, then ${large.toFixed(0)}`);
    });

    test(`${shape.name}: ${shape.title}`, () => {
      const [small, large] = sizes.map((lines) => costs(shape, lines)) as [Map<string, number>, Map<string, number>];
      for (const { name } of editKinds) {
        const [from, to] = [small.get(name)!, large.get(name)!];
        const limit =
          exceptions.find((one) => one.edit === name && (one.shape === undefined || one.shape === shape.name))?.most ??
          (isDrawn ? mostOfDrawn : most);
        const growth = (to - from) / (sizes[1] - sizes[0]);
        assert.ok(growth <= limit, `${name}: ${from} steps, then ${to}: ${growth.toFixed(1)} a line, at most ${limit}`);
      }
    });
  }

  function costs(shape: Shape, lines: number): Map<string, number> {
    const workspace = make();
    const [text, peer] = [shape.text(0, lines), shape.text(1, lines)];
    workspace.open('a.cfg', text);
    workspace.open('b.cfg', peer);
    workspace.check();
    workspace.prepare();
    const isClean = workspace.allFindings().length === 0;
    if (shapes.includes(shape))
      assert.equal(isClean, shape.name !== 'findings', `${shape.name} is clean, but for the shape that has findings`);
    const rows = text.split('\n');
    const found = new Map(
      editKinds.map((kind) => {
        const [edit] = places(rows, kind, 1);
        assert.ok(edit, `${shape.name} has a place for an edit of: ${kind.name}`);
        // The first edit of a kind works out what the later ones go on from.
        faultComesAndGoes(workspace, edit);
        return [kind.name, counter.of(() => faultComesAndGoes(workspace, edit)).steps / 2] as const;
      }),
    );
    workspace.removeClosed('a.cfg');
    workspace.removeClosed('b.cfg');
    return found;
  }

  /** Steps for a line of both files, until all that is wrong with them is known. */
  function opening(shape: Shape, lines: number): number {
    const workspace = make();
    const [text, peer] = [shape.text(0, lines), shape.text(1, lines)];
    const { steps } = counter.of(() => {
      workspace.open('a.cfg', text);
      workspace.open('b.cfg', peer);
      workspace.check();
    });
    workspace.removeClosed('a.cfg');
    workspace.removeClosed('b.cfg');
    return steps / (text.split('\n').length + peer.split('\n').length);
  }
});
