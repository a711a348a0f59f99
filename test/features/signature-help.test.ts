// The forms of the command being typed, with what comes next marked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureHelp } from '../../server/src/features/signature-help';
import { atCursor } from '../support/at-cursor';

async function forms(line: string, head = 'interface GigabitEthernet0/1/2'): Promise<string[]> {
  const { snapshot, position } = await atCursor(`#\n${head}\n ${line}\n#\n`);
  return (signatureHelp(snapshot, position)?.signatures ?? []).map(({ label, parts, next }) => {
    const part = next === undefined ? undefined : parts[next];
    return part
      ? `${label.slice(0, part.start)}>>${label.slice(part.start, part.end)}<<${label.slice(part.end)}`
      : label;
  });
}

test('the argument that comes next is marked', async () => {
  assert.deepEqual(await forms('vrrp6 vrid 1 preempt-mode timer delay |'), [
    'vrrp6 vrid <virtual-router-id> preempt-mode timer delay >><delay-time><<',
  ]);
  assert.deepEqual(await forms('vrrp6 vrid 1 preempt-mode timer delay 18|'), [
    'vrrp6 vrid <virtual-router-id> preempt-mode timer delay >><delay-time><<',
  ]);
});

test('only forms that the words so far fit are shown', async () => {
  const shown = await forms('vrrp6 vrid 1 |');
  assert.ok(shown.some((one) => one.includes('>>priority<<')) && shown.some((one) => one.includes('>>timer<<')));
  assert.deepEqual(await forms('vrrp6 vrid 1 prio|'), ['vrrp6 vrid <virtual-router-id> >>priority<< <priority-value>']);
  assert.ok((await forms('undo vrrp6 vrid 1 |')).every((one) => one.startsWith('undo ')));
});

test('a command that is complete marks nothing', async () => {
  assert.ok((await forms('peer-backup hot |', 'remote-backup-profile p1')).every((one) => !one.includes('>>')));
});

test('an argument carries its meaning, range and unit', async () => {
  const { snapshot, position } = await atCursor(
    '#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 1 preempt-mode timer delay |\n#\n',
  );
  const [only] = signatureHelp(snapshot, position)!.signatures;
  assert.match(only!.parts[only!.next!]!.about, /0-10800.*seconds \(s\)/);
});

test('nothing at the start of a line, behind a mark, or where no command begins so', async () => {
  for (const line of ['|', 'vr|', 'frobnicate |']) assert.deepEqual(await forms(line), []);
  const { snapshot, position } = await atCursor('#\n# note |\n');
  assert.equal(signatureHelp(snapshot, position), undefined);
  assert.equal(signatureHelp(snapshot, { line: 99, character: 3 }), undefined);
});
