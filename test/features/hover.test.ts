// Hover: the command, the argument under the cursor, its unit, range and default, the guide's page and step; never a value.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/hover';
import { atCursor, standing } from '../support/at-cursor';

async function hoverAt(marked: string) {
  const { snapshot, position, text } = await atCursor(marked);
  const found = hover(snapshot, position);
  return found && { ...found, on: standing(text, [found.range])[0] };
}

test('an argument is marked and explained', async () => {
  const found = await hoverAt('#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 1 preempt-mode timer delay 18|00\n#\n');
  assert.equal(found?.on, '2: 1800');
  assert.match(found.markdown, /\*\*\*`<delay-time>`\*\*\*/);
  assert.match(found.plain, /delay <delay-time>\n +\^{12}\n/);
  assert.match(found.plain, /Range 0-10800, unit seconds \(s\)/);
  assert.match(found.plain, /Default: 0/);
  assert.match(found.plain, /Guide: DHCPv6 relay hot backup, step 1\.7/);
});

test('a keyword explains its command', async () => {
  const found = await hoverAt('#\nremote-backup-profile p1\n service-ty|pe nd\n#\n');
  assert.equal(found?.on, '2: service-type');
  assert.match(found.plain, /Undone by: undo service-type/);
});

test('a word of a choice says what it stands for', async () => {
  const service = await hoverAt('#\nremote-backup-profile p1\n service-type m|ld\n#\n');
  assert.match(service!.plain, /\n\nmld: IPv6 multicast groups that users have joined\.\n\n/);
  assert.match(service!.markdown, /\n\n`mld`: IPv6 multicast groups that users have joined\.\n\n/);
  const mode = await hoverAt('#\nremote-backup-profile p1\n peer-backup h|ot\n#\n');
  assert.match(mode!.plain, /\n\nhot: Entries are ready for forwarding on the backup\.\n\n/);
});

test('an undo says what it undoes', async () => {
  const found = await hoverAt('#\ninterface GigabitEthernet0/1/2\n un|do vrrp6 vrid 1 priority\n#\n');
  assert.match(found!.plain, /^undo vrrp6 vrid <virtual-router-id> priority[^]*Undoes: /);
});

test('an interface in two words is one value', async () => {
  const found = await hoverAt('#\nremote-backup-profile p1\n vrrp6-id 1 interface GigabitEthernet 0/|1/2\n#\n');
  assert.equal(found?.on, '2: GigabitEthernet 0/1/2');
});

test('a secret is never shown', async () => {
  const found = await hoverAt(
    '#\ninterface GigabitEthernet0/1/2\n vrrp vrid 1 authentication-mode md5 hush-|hush\n#\n',
  );
  assert.ok(found);
  assert.ok(!`${found.markdown}${found.plain}`.includes('hush'));
});

test('unknown lines, blanks and positions beyond the text are silent', async () => {
  assert.equal(await hoverAt('#\nfrobnicate the gro|mmet\n#\n'), undefined);
  assert.equal(await hoverAt('#|\n'), undefined);
  const { snapshot } = await atCursor('#\nsysname A\n');
  assert.equal(hover(snapshot, { line: 400, character: 3 }), undefined);
  assert.equal(hover(snapshot, { line: 1, character: 4000 }), undefined);
});
