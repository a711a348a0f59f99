// Spans of time as people read them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spelledSpan } from '../../../server/src/failover/simulation/timers';

test('timers: a span says at once only where it ends at once', () => {
  assert.equal(spelledSpan([0, 0]), 'at once');
  assert.equal(spelledSpan([0, 2]), 'after 0-2 s');
  assert.equal(spelledSpan([3, 3]), 'after 3 s');
  assert.equal(spelledSpan([2.534, 3.531]), 'after 2.53-3.53 s');
});
