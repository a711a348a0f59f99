// No key of either device in the peer as it is mapped, however short the command is typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../support/check-text';
import { vrp } from '../support/check-text';
import { scratch } from '../support/scratch';

const { put } = scratch('mapped-secrets');
const [north, south] = ['North', 'South'].map((name) => read(`examples/mld/BRAS-${name}.cfg`)) as [string, string];

const lines = (key: string) => `#
bgp 100
 peer 10.1.1.1 pas s ${key}1
#
aaa
 local-user u pas c ${key}2
#
snmp-agent
snmp com read cip ${key}3
ospf 1
 area 0
  auth md5 1 c ${key}4
#
-----BEGIN RSA PRIVATE KEY-----
${key}5body
-----END RSA PRIVATE KEY-----
-----BEGIN PGP PRIVATE KEY BLOCK-----
${key}6body
-----END PGP PRIVATE KEY BLOCK-----
#
return
`;
const withKeys = (text: string, key: string) => text.replace(/#\nreturn\s*$/, () => lines(key));

test('mapped peer: keys of both devices are masked alike', async () => {
  const [a, b] = [put('A.cfg', withKeys(north, 'Hush7north')), put('B.cfg', withKeys(south, 'Hush7south'))];
  for (const format of ['text', 'json', 'table']) {
    const { out, err } = await vrp(['diff', a, b, '--format', format]);
    assert.doesNotMatch(out + err, /Hush7/, format);
  }
});
