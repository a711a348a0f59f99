// Globs as they are typed in a Windows shell, which expands none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOfGlob } from '../../server/src/main/list-files';

test('globs: on Windows a backslash parts names, elsewhere it takes the meaning of the sign behind it', () => {
  for (const [glob, base, rest] of [
    ['configs\\*.cfg', 'configs', '*.cfg'],
    ['.\\*.cfg', '.', '*.cfg'],
    ['C:\\sites\\north\\**\\*.cfg', 'C:/sites/north', '**/*.cfg'],
    ['\\\\server\\share\\*.cfg', '//server/share', '*.cfg'],
    ['sites/north\\*.cfg', 'sites/north', '*.cfg'],
    ['*.cfg', '.', '*.cfg'],
    ['\\*.cfg', '/', '*.cfg'],
  ] as const)
    assert.deepEqual(partsOfGlob(glob, '\\'), { base, rest }, glob);
  assert.deepEqual(partsOfGlob('a\\-b/*.cfg', '/'), { base: 'a-b', rest: '*.cfg' });
});
