// Many dated copies of one pair in a folder: each is told what it would be told alone, and the work follows their number.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Copies } from '../../../server/src/model/pairing/copies';
import { root, workspaceOf } from '../../support/check-text';

const [north, south] = ['North', 'South'].map((side) =>
  readFileSync(join(root, `examples/mld/BRAS-${side}.cfg`), 'utf8'),
);
const days = Array.from({ length: 20 }, (_, day) => String(day + 10));

test('copies in one folder are doubtful, each with all that could be its peer; a pair in a folder of its own is one', async () => {
  const workspace = await workspaceOf([
    ...days.flatMap((day) => [
      { name: `all/north-${day}.cfg`, text: north! },
      { name: `all/south-${day}.cfg`, text: south! },
    ]),
    { name: 'today/north.cfg', text: north! },
    { name: 'today/south.cfg', text: south! },
  ]);
  const { pairs, ambiguities } = workspace.network();
  assert.deepEqual(
    pairs.map(({ a, b }) => [a.file, b.file].sort()),
    [['today/north.cfg', 'today/south.cfg']],
  );
  assert.equal(ambiguities.length, 2 * days.length);
  for (const { device, candidates } of ambiguities) {
    const other = device.file.includes('north') ? 'south' : 'north';
    assert.deepEqual(
      candidates.map(({ file }) => file).sort(),
      days.map((day) => `all/${other}-${day}.cfg`),
    );
  }
});

test('a number stands for what pairing knows of a device, whatever its file', async () => {
  const workspace = await workspaceOf([
    { name: 'a.cfg', text: north! },
    { name: 'b.cfg', text: `${north!}` },
    { name: 'c.cfg', text: north!.replace(/description .*/, 'description another') },
    { name: 'd.cfg', text: south! },
  ]);
  const copies = new Copies(new Map());
  const [a, b, , d] = workspace.network().devices.map((device) => copies.numberOf(device));
  assert.equal(a, b);
  assert.notEqual(a, d);
});
