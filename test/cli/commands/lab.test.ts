// `vrp lab`: it writes a whole lab or nothing, touches no file that is there, and says what it needs.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { read, root, vrp } from '../../support/check-text';
import { scratch } from '../../support/scratch';
import { exampleNames } from '../../support/pair-of';

const { folder, put } = scratch('lab');
const pairOf = (name: string) =>
  readdirSync(join(root, 'examples', name))
    .sort()
    .map((file) => join(root, 'examples', name, file));
const mld = pairOf('mld');
const written = ['README.md', 'a', 'b', 'expected.json', 'expected.tsv', 'lab.sh', 'lab.tsv', 'topology.clab.yml'];

const hasGroups = (name: string) => /^ vrrp6? vrid /m.test(readFileSync(pairOf(name)[0]!, 'utf8'));

for (const name of exampleNames.filter(hasGroups))
  test(`${name}: a lab, with the prediction of vrp failover in it`, async () => {
    const out = join(folder, name, 'made', 'on the way');
    const { code, out: text, err } = await vrp(['lab', ...pairOf(name), '--out', out]);
    assert.equal(code, 0, err);
    assert.match(text, /^wrote 8 files to .*\nnext: read .*README\.md, then sudo bash .*lab\.sh up\n$/);
    assert.deepEqual(readdirSync(out).sort(), written);
    const prediction = (await vrp(['failover', ...pairOf(name), '--format', 'json'])).out;
    assert.equal(readFileSync(join(out, 'expected.json'), 'utf8'), prediction);
    for (const side of ['a', 'b'])
      assert.match(readFileSync(join(out, side, 'keepalived.conf'), 'utf8'), /vrrp_instance g1 \{/);
  });

for (const name of exampleNames.filter((one) => !hasGroups(one)))
  test(`${name}: the daemons of a lab speak VRRP only, which is said`, async () => {
    const out = join(folder, name);
    const { code, err } = await vrp(['lab', ...pairOf(name), '--out', out]);
    assert.equal(code, 2);
    assert.match(err, /share no VRRP group whose role their files decide/);
  });

test('a file in the way is left as it is, and nothing else is written', async () => {
  for (const taken of ['lab.sh', 'a/keepalived.conf', 'a']) {
    const out = join(folder, `taken-${taken.replace('/', '-')}`);
    mkdirSync(join(out, taken, '..'), { recursive: true });
    writeFileSync(join(out, taken), 'own');
    const { code, err } = await vrp(['lab', ...mld, '--out', out]);
    assert.equal(code, 2, err);
    assert.match(err, /nothing was written/);
    assert.equal(readFileSync(join(out, taken), 'utf8'), 'own');
    assert.deepEqual(readdirSync(out), [taken.split('/')[0]]);
  }
});

test('a second lab does not go into the first', async () => {
  const out = join(folder, 'twice');
  assert.equal((await vrp(['lab', ...mld, '--out', out])).code, 0);
  assert.equal((await vrp(['lab', ...mld, '--out', out])).code, 2);
});

test('--delays: what is cut is told, and is a number of seconds', async () => {
  const cut = await vrp(['lab', ...mld, '--out', join(folder, 'cut'), '--delays', '10']);
  assert.equal(cut.code, 0, cut.err);
  assert.equal(cut.err, 'vrp: the files have preemption delays of up to 600 s; in the lab none is longer than 10 s\n');
  assert.match(readFileSync(join(folder, 'cut/a/keepalived.conf'), 'utf8'), /preempt_delay 10\n/);
  for (const wrong of ['-1', '1001', 'ten', '1.5', '$(id)']) {
    const { code, err } = await vrp(['lab', ...mld, '--out', join(folder, 'wrong'), '--delays', wrong]);
    assert.equal(code, 2);
    assert.match(err, /number of seconds from 0 to 1000/);
  }
});

test('bad usage: no folder, one file, no pair, no group', async () => {
  assert.equal((await vrp(['lab', ...mld])).code, 2);
  assert.equal((await vrp(['lab', ...mld, '--out', ''])).code, 2);
  assert.equal((await vrp(['lab', mld[0]!, '--out', join(folder, 'x')])).code, 2);
  assert.equal((await vrp(['lab', mld[0]!, mld[0]!, '--out', join(folder, 'x')])).code, 2);
  const one = put('one.cfg', '#\nsysname One\n#\ninterface GigabitEthernet0/1/1\n ip address 10.1.1.1 24\n#\nreturn\n');
  const two = put('two.cfg', '#\nsysname Two\n#\ninterface GigabitEthernet0/1/1\n ip address 10.1.1.2 24\n#\nreturn\n');
  const none = await vrp(['lab', one, two, '--out', join(folder, 'x')]);
  assert.equal(none.code, 2);
  assert.match(none.err, /share no VRRP group/);
  assert.equal(readdirSync(folder).includes('x'), false);
});

test('the help says how the lab is used', async () => {
  const { code, out } = await vrp(['lab', '--help']);
  assert.equal(code, 0);
  for (const words of [
    '--out <folder>',
    '--delays <seconds>',
    'lab.sh up',
    'lab.sh watch',
    'lab.sh event',
    'lab.sh down',
  ])
    assert.ok(out.includes(words), words);
  assert.ok(read('README.md').includes('vrp lab A B'));
});
