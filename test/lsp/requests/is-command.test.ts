// The built server over stdio: whether a row is the beginning of a configuration, where the folder holds others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LanguageClient } from '../../support/language-client';

test('any command of the system view is, beside other configurations; prose and half a command are not', async (t) => {
  const client = await LanguageClient.start({ files: { 'One.cfg': 'sysname One\n#\nvlan batch 10\n#\nreturn\n' } });
  t.after(() => client.stop());
  client.open('One.cfg', 'sysname One\n');
  await client.until(() => client.statuses.get(client.uri('One.cfg')) !== undefined, 'the file is known');
  for (const [row, expected] of Object.entries({
    'interface GigabitEthernet0/1/0': true,
    'vlan batch 10 to 20': true,
    dhcp: false,
    'Call the site before the change.': false,
    'hostname R1': false,
  }))
    assert.equal(await client.ask('vrp/isCommand', { row }), expected, row);
});

test('nothing is, where the folder holds no configuration', async (t) => {
  const client = await LanguageClient.start({ files: { 'notes.txt': 'nothing yet\n' } });
  t.after(() => client.stop());
  assert.equal(await client.ask('vrp/isCommand', { row: 'dhcp enable' }), false);
});
