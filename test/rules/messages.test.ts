// Every message, read as somebody would who is woken by it: over all examples, all mutations of the clean pairs and, where the
// material is there, all cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageFaults } from '../support/message-faults';
import { toldByCases, toldByExamples, toldByMutations } from '../support/told-messages';

for (const [source, reported] of Object.entries({
  examples: toldByExamples,
  mutations: toldByMutations,
  cases: toldByCases,
})) {
  test(`messages of ${source}: device, object, what differs, what follows, what to do`, async () => {
    const faults = (await reported()).flatMap((toldFinding) =>
      messageFaults(toldFinding).map((fault) => `${toldFinding.finding.rule}: ${fault}`),
    );
    assert.deepEqual(
      [...new Set(faults)].sort(),
      [],
      'write these otherwise: test/support/message-faults.ts has the demands',
    );
  });
}

test('messages: of our own words none is taken for a key', async () => {
  const toldFindings = [...(await toldByExamples()), ...(await toldByMutations())];
  const sentences = toldFindings.flatMap(({ finding, fixes }) => [
    finding.message,
    ...[finding.peer, ...finding.also].flatMap((spot) => spot?.message ?? []),
    ...fixes.map(({ title }) => title),
  ]);
  assert.deepEqual(
    sentences.filter((sentence) => sentence.includes('**')),
    [],
  );
});
