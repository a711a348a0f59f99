// What a redraw of the rehearsal panel costs. Counted, not timed: how often the blocks of the program run for the answer to one
// edit. Failures are played for one of all virtual routers that are alike, and so is the chosen event; that is told and drawn for each.
// `npm run bench -- failover` has the milliseconds.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Workspace } from '../../server/src/workspace/workspace';
import type { failover } from '../../server/src/lsp/requests/failover';
import { deviceOfGroups } from '../bench/many-groups';
import { StepCounter } from '../bench/steps';

const events = ['device-down:One@0', 'device-up:One@3600'];

describe('a redraw of the panel', () => {
  let counter: StepCounter;
  let make: () => Workspace;
  let answer: typeof failover;
  before(async () => {
    // Only what is loaded later is counted block by block.
    counter = new StepCounter((url) => url.includes('/server/src/'));
    const { loadSyntax } = await import('../support/wasm');
    const { Workspace: Made } = await import('../../server/src/workspace/workspace');
    ({ failover: answer } = await import('../../server/src/lsp/requests/failover'));
    await loadSyntax();
    make = () => new Made();
  });
  after(() => counter.close());

  /** Steps of the answer to an edit of one group, pairing and what it rests on included; or of one more answer without an edit. */
  function redrawn(groups: number, isEdited = true): number {
    const workspace = make();
    const text = deviceOfGroups(2000, groups, 1);
    workspace.open('One.cfg', text);
    workspace.open('Two.cfg', deviceOfGroups(2000, groups, 2));
    const ask = () => answer(workspace.network().pairs[0]!, [], events, (file) => file);
    ask();
    if (!isEdited) return counter.of(ask).steps;
    const rows = text.split('\n');
    const line = rows.findIndex((row) => row.includes('priority 150'));
    const character = rows[line]!.indexOf('150');
    workspace.change('One.cfg', { start: { line, character }, end: { line, character: character + 3 } }, '140');
    return counter.of(ask).steps;
  }

  test('stays below what 100 ms have room for, and each group adds what it takes to play and draw it', () => {
    const [ten, forty] = [redrawn(10), redrawn(40)];
    assert.ok(ten < 230_000, `10 groups: ${ten} steps`);
    assert.ok(forty < 360_000, `40 groups: ${forty} steps`);
    assert.ok((forty - ten) / 30 < 4_400, `a group more: ${(forty - ten) / 30} steps`);
  });

  test('does not judge all failures again where another event is chosen', () => {
    const unedited = redrawn(40, false);
    assert.ok(unedited < 195_000, `40 groups: ${unedited} steps`);
  });
});
