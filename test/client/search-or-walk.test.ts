// A folder whose file system may have no search: VS Code answers with nothing, or never.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchOrWalk } from '../../client/src/search-or-walk';

const never = new Promise<string[]>(() => undefined);
const walked = async (): Promise<string[]> => ['walked'];
const unasked = async (): Promise<string[]> => assert.fail('the folder is walked');

test('what the search finds is taken, and a disk is never walked', async () => {
  assert.deepEqual(await searchOrWalk('memfs', async () => ['searched'], unasked), ['searched']);
  assert.deepEqual(await searchOrWalk('file', async () => [], unasked), []);
  assert.deepEqual(await searchOrWalk('vscode-remote', async () => [], unasked), []);
});

test('a folder is walked where the search finds nothing, fails, or never answers', async () => {
  assert.deepEqual(await searchOrWalk('memfs', async () => [], walked), ['walked']);
  assert.deepEqual(await searchOrWalk('memfs', () => Promise.reject(new Error('no search')), walked), ['walked']);
  assert.deepEqual(await searchOrWalk('memfs', () => never, walked, 1), ['walked']);
});

test('a search that answers late with files is not waited for in vain', async () => {
  const late = (files: string[]) => () => new Promise<string[]>((done) => setTimeout(() => done(files), 20));
  assert.deepEqual(await searchOrWalk('memfs', late(['late']), () => never, 1), ['late']);
  assert.deepEqual(
    await searchOrWalk('memfs', late([]), () => new Promise((done) => setTimeout(() => done(['walked']), 40)), 1),
    ['walked'],
  );
});
