// Rename: on both devices where the name is the same on both, refused where the result would be no name or one that is taken.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareRename, rename } from '../../server/src/features/rename';
import { Workspace } from '../../server/src/workspace/workspace';
import { edited, read } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

const files = { 'North.cfg': read('examples/mld/BRAS-North.cfg'), 'South.cfg': read('examples/mld/BRAS-South.cfg') };
type Name = keyof typeof files;

async function pair(texts: Readonly<Record<Name, string>> = files): Promise<Workspace> {
  await loadSyntax();
  const workspace = new Workspace({ strict: true });
  for (const [name, text] of Object.entries(texts)) workspace.open(name, text);
  return workspace;
}

async function renamed(needle: string, newName: string, texts = files) {
  const workspace = await pair(texts);
  const before = texts['North.cfg'].slice(0, texts['North.cfg'].indexOf(needle)).split('\n');
  const position = { line: before.length - 1, character: before[before.length - 1]!.length };
  const result = rename(workspace.snapshot('North.cfg')!, position, newName, (file) => workspace.snapshot(file));
  if ('reason' in result)
    return { reason: result.reason, prepared: prepareRename(workspace.snapshot('North.cfg')!, position) };
  const after = { ...texts };
  for (const name of Object.keys(texts) as Name[])
    after[name] = edited(
      texts[name],
      result.edits.filter((edit) => edit.file === name),
    );
  return { after, edits: result.edits, prepared: prepareRename(workspace.snapshot('North.cfg')!, position) };
}

const serious = (workspace: Workspace) =>
  workspace
    .allFindings()
    .filter((finding) => finding.severity === 'error' || finding.severity === 'warning')
    .map((finding) => `${finding.file} ${finding.rule}`);

test('an RBP is renamed on both devices, and both files stay clean', async () => {
  const { after, edits, prepared } = await renamed('tv-users\n#\ninterface NULL0'.slice(0, 8), 'television');
  assert.equal(prepared?.name, 'tv-users');
  assert.equal(edits?.filter((edit) => edit.onPeer).length, 2);
  for (const name of Object.keys(files) as Name[]) {
    assert.ok(!after![name].includes('tv-users'));
    assert.equal(after![name].split('television').length, 3);
  }
  assert.deepEqual(serious(await pair(after)), []);
});

test('an RBS is renamed wherever it is used', async () => {
  const { after } = await renamed('core-pair\n peer-backup', 'channel-1');
  assert.match(
    after!['North.cfg'],
    /remote-backup-service channel-1\n peer-ipv6[^]*backup-id 21 remote-backup-service channel-1/,
  );
  assert.deepEqual(serious(await pair(after)), []);
});

test('the number of a virtual router is changed on both, with all that follows it', async () => {
  const { after } = await renamed('1 priority', '7');
  for (const name of Object.keys(files) as Name[]) {
    assert.ok(!/vrid 1\b/.test(after![name]), name);
    assert.match(after![name], /vrrp6-id 7 interface[^]*vrrp6 vrid 7 virtual-ip[^]*track vrrp6 vrid 7/);
  }
  assert.deepEqual(serious(await pair(after)), []);
});

test('a peer that calls it something else keeps its name', async () => {
  const { after } = await renamed('tv-users', 'television', {
    ...files,
    'South.cfg': files['South.cfg'].replaceAll('tv-users', 'southern'),
  });
  assert.ok(after!['South.cfg'].includes('southern') && !after!['South.cfg'].includes('television'));
});

test('what cannot be a name there is refused', async () => {
  assert.match((await renamed('tv-users', '')).reason!, /Not a possible name/);
  assert.match((await renamed('tv-users', 'x'.repeat(400))).reason ?? 'taken', /./);
  assert.match((await renamed('1 priority', '256')).reason!, /1-255/);
  assert.match((await renamed('1 priority', 'one')).reason!, /1-255/);
  const two = files['North.cfg'].replace('#\nisis', '#\nremote-backup-profile others\n#\nisis');
  assert.match((await renamed('tv-users', 'OTHERS', { ...files, 'North.cfg': two })).reason!, /has the name/);
  const { reason, prepared } = await renamed('GigabitEthernet0/2/4', 'GigabitEthernet0/2/7');
  assert.equal(prepared, undefined);
  assert.match(reason!, /no name/);
  assert.equal((await renamed('priority', 'x')).prepared, undefined);
});

test('only the case may change', async () => {
  assert.ok((await renamed('tv-users', 'TV-Users')).after!['South.cfg'].includes('TV-Users'));
});

test('the names of a transcript stay', async () => {
  const transcript = '<A> system-view\n[~A] remote-backup-profile p1\n[*A-rm-backup-prf-p1] peer-backup hot\n';
  assert.match((await renamed('p1', 'p2', { ...files, 'North.cfg': transcript })).reason!, /transcript/);
});

test('an NQA test keeps its administrator, and one that another administrator has is no obstacle', async () => {
  const tests = `#
nqa test-instance admin uplink
#
nqa test-instance operator core
#
interface GigabitEthernet0/9/1
 vrrp vrid 1 virtual-ip 10.1.1.254
 vrrp vrid 1 track nqa admin uplink
 vrrp vrid 1 track nqa operator core
`;
  const texts = { ...files, 'North.cfg': files['North.cfg'] + tests };
  const { after } = await renamed('uplink\n#', 'core', texts);
  assert.match(after!['North.cfg'], /nqa test-instance admin core\n[^]*track nqa admin core\n/);
  const taken = { ...texts, 'North.cfg': texts['North.cfg'].replace('operator core', 'admin core') };
  assert.match((await renamed('uplink\n#', 'core', taken)).reason!, /already has the name core/);
});
