// A peer out of one file: it is the device's peer at once, and what is left is what nobody can know, each reported until it is filled.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPeer, peerName } from '../../server/src/features/new-peer';
import { workspaceOf, type NamedText } from '../support/check-text';
import { abbreviations, asBlocks, asTranscript, keyBlocks, leaked, secretCommands } from '../support/planted-secrets';
import { secretLines } from '../support/secret-lines';
import { cleanExamples, exampleFiles } from '../support/spoilt-pairs';

async function made(file: NamedText, answers?: readonly string[]) {
  const snapshot = (await workspaceOf([file])).snapshot(file.name)!;
  const name = peerName(snapshot.device);
  const { text, questions } = newPeer(snapshot, name, answers);
  const workspace = await workspaceOf([file, { name: `${name}.cfg`, text }]);
  return { name, text, questions, workspace };
}

for (const example of cleanExamples) {
  test(`${example}: either device gives its peer, and only placeholders are left`, async () => {
    for (const file of exampleFiles(example)) {
      const { name, text, questions, workspace } = await made(file);
      const [pair, ...more] = workspace.network().pairs;
      assert.ok(pair && more.length === 0, `${name} is the peer`);
      const told = workspace.allFindings().filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(
        told.filter(({ rule }) => rule !== 'placeholder-unfilled').map(({ message }) => message),
        [],
      );
      assert.equal(told.length, questions.length, 'each is asked');
      assert.doesNotMatch(text, /Boards-of-88/, 'no key is copied');
    }
  });
}

test('an answer stands in its line, one of the other IP version does not, and the rest is left to be filled in', async () => {
  const [file] = exampleFiles('mld');
  const { questions } = await made(file!);
  const index = questions.findIndex(
    ({ title }) => title === 'Address of GigabitEthernet0/2/4, in place of 2001:DB8:A10::1',
  );
  assert.ok(index >= 0, questions.map(({ title }) => title).join());
  const answers = questions.map((_, at) => (at === index ? '2001:DB8:A10::2/64' : ''));
  const { text } = await made(file!, answers);
  assert.match(text, /^ ipv6 address 2001:DB8:A10::2\/64$/m);
  assert.match(text, /^interface GigabitEthernet0\/2\/4\n undo shutdown\n/m);
  const wrong = await made(
    file!,
    questions.map((_, at) => (at === index ? '10.0.0.2' : '')),
  );
  assert.match(wrong.questions[index]!.problem!, /^Give an IPv6 address/);
  assert.doesNotMatch(wrong.text, /10\.0\.0\.2/);
});

test('the name of the peer counts on', async () => {
  const nameOf = async (name: string) =>
    peerName((await workspaceOf([{ name: 'a.cfg', text: `sysname ${name}\n` }])).snapshot('a.cfg')!.device);
  assert.deepEqual(await Promise.all(['HZ-BNG-01', 'Relay-2', 'North'].map(nameOf)), [
    'HZ-BNG-02',
    'Relay-1',
    'North-peer',
  ]);
});

test('no key of the device is copied into the file of its peer', async () => {
  const commands = secretCommands();
  const texts = {
    written: asBlocks(commands),
    short: asBlocks(commands.flatMap(abbreviations)),
    transcript: asTranscript(commands),
    keys: keyBlocks(),
    lines: secretLines.join('\n#\n').replaceAll(/[«»]/g, ''),
  };
  for (const [kind, text] of Object.entries(texts)) {
    const snapshot = (await workspaceOf([{ name: 'a.cfg', text: `sysname A\n#\n${text}\n` }])).snapshot('a.cfg')!;
    const peer = newPeer(snapshot, 'B');
    assert.deepEqual(leaked(kind, peer.text + JSON.stringify(peer.questions)), []);
  }
});

test('a key with blanks in it leaves none of its words in the file of the peer', async () => {
  const text = [
    'sysname A',
    '#',
    'aaa',
    ' local-user ops password cipher %^%#hush; #|%^%#',
    ' local-user ops service-type ssh',
    '#',
    'bgp 65001',
    ' peer 10.0.0.2 as-number 65001',
    ' peer 10.0.0.2 password cipher %^%#two words of it%^%#',
    '#',
    'return\n',
  ].join('\n');
  const snapshot = (await workspaceOf([{ name: 'a.cfg', text }])).snapshot('a.cfg')!;
  const peer = newPeer(snapshot, 'B').text;
  assert.match(peer, /^ local-user ops password cipher <key>$/m);
  assert.doesNotMatch(peer, /hush|words|%\^%#/);
});

test('a line with very many keys is one question a key, each short', async () => {
  const text = `sysname A\n#\naaa\n local-user ops password cipher ${'%^%# '.repeat(4000)}\n#\nreturn\n`;
  const snapshot = (await workspaceOf([{ name: 'a.cfg', text }])).snapshot('a.cfg')!;
  const { questions } = newPeer(snapshot, 'B');
  assert.ok(questions.every(({ title }) => title.length < 200));
});
