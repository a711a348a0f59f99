// The colours that are there before the server is: the TextMate grammar run by the engine VS Code uses.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { signs, withRuns } from '../support/long-runs';

const root = join(__dirname, '../..');
let grammar: textmate.IGrammar;

before(async () => {
  await oniguruma.loadWASM(readFileSync(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () =>
      Promise.resolve(
        textmate.parseRawGrammar(readFileSync(join(root, 'syntaxes/vrp.tmLanguage.json'), 'utf8'), 'vrp.json'),
      ),
  });
  const loaded = await registry.loadGrammar('source.vrp');
  assert.ok(loaded);
  grammar = loaded;
});

/** `text: scope` of every coloured token, the innermost scope without its `.vrp`. */
function tokens(text: string): string[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .map((token) => ({
        text: line.slice(token.startIndex, token.endIndex),
        scope: token.scopes.at(-1)!.replace(/\.vrp$/, ''),
      }))
      .filter((token) => token.scope !== 'source' && token.text.trim() !== '')
      .map((token) => `${token.text.trim()}: ${token.scope}`);
  });
}

const cases: [string, string, string[]][] = [
  [
    'an interface',
    'interface GigabitEthernet0/1/2.100',
    ['interface: storage.type.view', 'GigabitEthernet0/1/2.100: entity.name.type.interface'],
  ],
  [
    'an interface in two words',
    'interface Vlanif 100',
    ['interface: storage.type.view', 'Vlanif 100: entity.name.type.interface'],
  ],
  [
    'an interface that begins with a digit',
    'interface 100GE1/0/2.1 mode l2',
    [
      'interface: storage.type.view',
      '100GE1/0/2.1: entity.name.type.interface',
      'mode: variable.parameter.keyword',
      'l2: variable.parameter.keyword',
    ],
  ],
  ['undo', ' undo shutdown', ['undo: keyword.control.undo', 'shutdown: keyword.other.command']],
  [
    'a profile',
    'remote-backup-profile profile1',
    ['remote-backup-profile: storage.type.view', 'profile1: entity.name.function'],
  ],
  [
    'a profile undone',
    'undo remote-backup-profile profile1',
    ['undo: keyword.control.undo', 'remote-backup-profile: storage.type.view', 'profile1: entity.name.function'],
  ],
  [
    'a channel',
    ' peer-ipv6 2001:DB8:10::2 source-ipv6 2001:DB8:10::1 port 1025',
    [
      'peer-ipv6: keyword.other.command',
      '2001:DB8:10::2: constant.numeric.ipv6',
      'source-ipv6: variable.parameter.keyword',
      '2001:DB8:10::1: constant.numeric.ipv6',
      'port: variable.parameter.keyword',
      '1025: constant.numeric',
    ],
  ],
  [
    'a backup id',
    ' backup-id 10 remote-backup-service service1',
    [
      'backup-id: keyword.other.command',
      '10: constant.numeric',
      'remote-backup-service: variable.parameter.keyword',
      'service1: entity.name.function',
    ],
  ],
  [
    'a group and its interface',
    ' vrrp6-id 1 interface GigabitEthernet0/1/2',
    [
      'vrrp6-id: keyword.other.command',
      '1: constant.numeric',
      'interface: variable.parameter.keyword',
      'GigabitEthernet0/1/2: entity.name.type.interface',
    ],
  ],
  [
    'a prefix',
    ' ipv6 address 2001:DB8:50::1/64',
    ['ipv6: keyword.other.command', 'address: variable.parameter.keyword', '2001:DB8:50::1/64: constant.numeric.ipv6'],
  ],
  [
    'an IPv4 address with its mask',
    ' ip address 10.0.0.1 255.255.255.0',
    [
      'ip: keyword.other.command',
      'address: variable.parameter.keyword',
      '10.0.0.1: constant.numeric.ipv4',
      '255.255.255.0: constant.numeric.ipv4',
    ],
  ],
  [
    'a process, and a command of the same word',
    'isis 100\n isis ipv6 enable 100',
    [
      'isis: storage.type.view',
      '100: constant.numeric',
      'isis: keyword.other.command',
      'ipv6: variable.parameter.keyword',
      'enable: constant.language',
      '100: constant.numeric',
    ],
  ],
  [
    'a MAC address',
    ' bras access remark mac 00e0-fc12-3456',
    [
      'bras: keyword.other.command',
      'access: variable.parameter.keyword',
      'remark: variable.parameter.keyword',
      'mac: variable.parameter.keyword',
      '00e0-fc12-3456: constant.numeric.mac',
    ],
  ],
  [
    'a description',
    ' description ## to 10.0.0.1 <A> "x ##',
    ['description: keyword.other.command', '## to 10.0.0.1 <A> "x ##: string.unquoted.description'],
  ],
  [
    'a cipher',
    ' local-user a password irreversible-cipher $1a$x"y#z$',
    [
      'local-user: keyword.other.command',
      'a: variable.parameter.keyword',
      'password: variable.parameter.keyword',
      'irreversible-cipher: variable.parameter.keyword',
      '$1a$x"y#z$: string.other.cipher',
    ],
  ],
  [
    'a quoted name',
    ' rule name "IPsec to HQ"',
    ['rule: keyword.other.command', 'name: variable.parameter.keyword', '"IPsec to HQ": string.quoted.double'],
  ],
  [
    'separators',
    '#\n #\n#sysname CE1',
    [
      '#: comment.line.separator',
      '#: comment.line.separator',
      '#: comment.line.separator',
      'sysname: storage.type.view',
      'CE1: entity.name.section',
    ],
  ],
  [
    'headers',
    '!Software Version V800R012C10\n[V200R003C00]\n# vrp-ignore rbs-port-mismatch -- lab',
    [
      '!Software Version V800R012C10: comment.line.header',
      '[V200R003C00]: comment.line.header',
      '#: punctuation.definition.comment',
      'vrp-ignore rbs-port-mismatch -- lab: comment.line.number-sign',
    ],
  ],
  [
    'a prompt',
    '[*DeviceA-rm-backup-srv-s1] peer 10.0.0.2 source 10.0.0.1 port 1025',
    [
      '[*DeviceA-rm-backup-srv-s1]: comment.other.prompt',
      'peer: keyword.other.command',
      '10.0.0.2: constant.numeric.ipv4',
      'source: variable.parameter.keyword',
      '10.0.0.1: constant.numeric.ipv4',
      'port: variable.parameter.keyword',
      '1025: constant.numeric',
    ],
  ],
  [
    'a prompt with a section',
    '<HUAWEI> system-view',
    ['<HUAWEI>: comment.other.prompt', 'system-view: keyword.control'],
  ],
  [
    'a banner ends',
    'header login information "\nundo this #\n"\nsysname A',
    [
      'header: keyword.other.command',
      'login: variable.parameter.keyword',
      'information: variable.parameter.keyword',
      '": punctuation.definition.string.begin',
      'undo this #: string.quoted.double.banner',
      '": punctuation.definition.string.end',
      'sysname: storage.type.view',
      'A: entity.name.section',
    ],
  ],
  [
    'a banner that is not closed ends at the separator',
    'header login information "\nx\n#\nreturn',
    [
      'header: keyword.other.command',
      'login: variable.parameter.keyword',
      'information: variable.parameter.keyword',
      '": punctuation.definition.string.begin',
      'x: string.quoted.double.banner',
      '#: comment.line.separator',
      'return: keyword.control',
    ],
  ],
  [
    'a banner between any two signs',
    'header login information %\nundo this "x"\n#\n%\nsysname A',
    [
      'header: keyword.other.command',
      'login: variable.parameter.keyword',
      'information: variable.parameter.keyword',
      '%: punctuation.definition.string.begin',
      'undo this "x": string.quoted.other.banner',
      '#: string.quoted.other.banner',
      '%: punctuation.definition.string.end',
      'sysname: storage.type.view',
      'A: entity.name.section',
    ],
  ],
  [
    'what a terminal wrote before a row',
    '---- More ----\x1b[42D  \x1b[42Dinterface Vlanif10\n[10:00:00.000] #\n[2026-11-29 10:00:00] sysname A',
    [
      '---- More ----\x1b[42D  \x1b[42D: comment.other.terminal',
      'interface: storage.type.view',
      'Vlanif10: entity.name.type.interface',
      '[10:00:00.000]: comment.other.terminal',
      '#: comment.line.separator',
      '[2026-11-29 10:00:00]: comment.other.terminal',
      'sysname: storage.type.view',
      'A: entity.name.section',
    ],
  ],
  [
    'a template',
    ' description {{ x }}\n vrrp vrid {{ id }} priority 1{# note #}',
    [
      'description: keyword.other.command',
      '{{ x }}: string.unquoted.description',
      'vrrp: keyword.other.command',
      'vrid: variable.parameter.keyword',
      '{{: punctuation.section.embedded.begin',
      'id: meta.embedded.expression',
      '}}: punctuation.section.embedded.end',
      'priority: variable.parameter.keyword',
      '{# note #}: comment.block.template',
    ],
  ],
];

for (const [name, text, expected] of cases) {
  test(`colours: ${name}`, () => assert.deepEqual(tokens(text), expected));
}

// A guard against a pattern that never ends, not a measurement.
test('colours: a long line of any kind does not hang', () => {
  const started = performance.now();
  for (const text of [
    ' a:b'.repeat(5000),
    ':'.repeat(20000),
    ' 1.1.1.1'.repeat(3000),
    ' ' + '1a:'.repeat(8000),
    ' a-'.repeat(5000),
    '{{'.repeat(5000),
    ' ' + 'a-'.repeat(10000),
  ])
    tokens(text);
  assert.ok(performance.now() - started < 30_000, `${performance.now() - started} ms`);
});

test('colours: no line keeps the engine busy', () => {
  for (const sign of signs) {
    const before = process.cpuUsage();
    for (const line of withRuns('\nreturn\n', sign, 3_000).split('\n')) grammar.tokenizeLine(line, textmate.INITIAL);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 3_000_000, `${JSON.stringify(sign)}: ${(user + system) / 1000} ms`);
  }
});
