// A snapshot holds until the next change; where a test asks for it, reading it later is an error with a name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StaleSnapshotError, Workspace } from '../../server/src/workspace/workspace';
import { loadSyntax } from '../support/wasm';

const text = '#\nsysname A\n#\ninterface LoopBack0\n ip address 10.0.0.1 255.255.255.255\n#\n';

test('a snapshot is read before the next change, and not after it', async () => {
  await loadSyntax();
  const workspace = new Workspace({ strict: true });
  workspace.open('a.cfg', text);
  for (const change of [
    () => workspace.change('a.cfg', { start: { line: 1, character: 9 }, end: { line: 1, character: 9 } }, 'b'),
    () => workspace.open('b.cfg', text),
    () => workspace.close('b.cfg', text),
    () => workspace.removeClosed('b.cfg'),
  ]) {
    const snapshot = workspace.snapshot('a.cfg')!;
    workspace.check();
    assert.equal(snapshot.device.interfaces.size, 1, 'a check changes nothing');
    change();
    assert.throws(() => snapshot.device, StaleSnapshotError);
  }
  workspace.removeClosed('a.cfg');
});
