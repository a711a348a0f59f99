// The colours that are there before the server is: the TextMate grammar run by the engine VS Code uses.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as textmate from 'vscode-textmate';
import { signs, withRuns } from '../support/long-runs';
import { textmateGrammar } from '../support/textmate';

let grammar: textmate.IGrammar;

before(async () => {
  grammar = await textmateGrammar();
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
    ['interface: keyword.other.view', 'GigabitEthernet0/1/2.100: entity.name.type.interface'],
  ],
  [
    'an interface in two words',
    'interface Vlanif 100',
    ['interface: keyword.other.view', 'Vlanif 100: entity.name.type.interface'],
  ],
  [
    'an interface that begins with a digit',
    'interface 100GE1/0/2.1 mode l2',
    [
      'interface: keyword.other.view',
      '100GE1/0/2.1: entity.name.type.interface',
      'mode: keyword.other.argument',
      'l2: keyword.other.argument',
    ],
  ],
  ['undo', ' undo shutdown', ['undo: keyword.control.undo', 'shutdown: keyword.other.command']],
  [
    'a profile',
    'remote-backup-profile profile1',
    ['remote-backup-profile: keyword.other.view', 'profile1: entity.name.function'],
  ],
  [
    'a profile undone',
    'undo remote-backup-profile profile1',
    ['undo: keyword.control.undo', 'remote-backup-profile: keyword.other.view', 'profile1: entity.name.function'],
  ],
  [
    'a channel',
    ' peer-ipv6 2001:DB8:10::2 source-ipv6 2001:DB8:10::1 port 1025',
    [
      'peer-ipv6: keyword.other.command',
      '2001:DB8:10::2: constant.numeric.ipv6',
      'source-ipv6: keyword.other.argument',
      '2001:DB8:10::1: constant.numeric.ipv6',
      'port: keyword.other.argument',
      '1025: constant.numeric',
    ],
  ],
  [
    'a backup id',
    ' backup-id 10 remote-backup-service service1',
    [
      'backup-id: keyword.other.command',
      '10: constant.numeric',
      'remote-backup-service: keyword.other.argument',
      'service1: entity.name.function',
    ],
  ],
  [
    'a group and its interface',
    ' vrrp6-id 1 interface GigabitEthernet0/1/2',
    [
      'vrrp6-id: keyword.other.command',
      '1: constant.numeric',
      'interface: keyword.other.argument',
      'GigabitEthernet0/1/2: entity.name.type.interface',
    ],
  ],
  [
    'a prefix',
    ' ipv6 address 2001:DB8:50::1/64',
    ['ipv6: keyword.other.command', 'address: keyword.other.argument', '2001:DB8:50::1/64: constant.numeric.ipv6'],
  ],
  [
    'an IPv4 address with its mask',
    ' ip address 10.0.0.1 255.255.255.0',
    [
      'ip: keyword.other.command',
      'address: keyword.other.argument',
      '10.0.0.1: constant.numeric.ipv4',
      '255.255.255.0: constant.numeric.ipv4',
    ],
  ],
  [
    'a process, and a command of the same word',
    'isis 100\n isis ipv6 enable 100',
    [
      'isis: keyword.other.view',
      '100: constant.numeric',
      'isis: keyword.other.command',
      'ipv6: keyword.other.argument',
      'enable: keyword.other.argument.value',
      '100: constant.numeric',
    ],
  ],
  [
    'a MAC address',
    ' bras access remark mac 00e0-fc12-3456',
    [
      'bras: keyword.other.command',
      'access: keyword.other.argument',
      'remark: keyword.other.argument',
      'mac: keyword.other.argument',
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
      'a: keyword.other.argument',
      'password: keyword.other.argument',
      'irreversible-cipher: keyword.other.argument',
      '$1a$x"y#z$: string.other.cipher',
    ],
  ],
  [
    'a quoted name',
    ' rule name "IPsec to HQ"',
    ['rule: keyword.other.command', 'name: keyword.other.argument', '"IPsec to HQ": string.quoted.double'],
  ],
  [
    'separators',
    '#\n #\n#sysname CE1',
    [
      '#: comment.line.separator',
      '#: comment.line.separator',
      '#: comment.line.separator',
      'sysname: keyword.other.view',
      'CE1: string.unquoted.name',
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
      'source: keyword.other.argument',
      '10.0.0.1: constant.numeric.ipv4',
      'port: keyword.other.argument',
      '1025: constant.numeric',
    ],
  ],
  [
    'a prompt with a section',
    '<HUAWEI> system-view',
    ['<HUAWEI>: comment.other.prompt', 'system-view: keyword.other.control'],
  ],
  [
    'a banner ends',
    'header login information "\nundo this #\n"\nsysname A',
    [
      'header: keyword.other.command',
      'login: keyword.other.argument',
      'information: keyword.other.argument',
      '": punctuation.definition.string.begin',
      'undo this #: string.quoted.double.banner',
      '": punctuation.definition.string.end',
      'sysname: keyword.other.view',
      'A: string.unquoted.name',
    ],
  ],
  [
    'a banner goes on over rows of #, to its quote',
    'header login information "\nx\n#\ny\n"\nreturn',
    [
      'header: keyword.other.command',
      'login: keyword.other.argument',
      'information: keyword.other.argument',
      '": punctuation.definition.string.begin',
      'x: string.quoted.double.banner',
      '#: string.quoted.double.banner',
      'y: string.quoted.double.banner',
      '": punctuation.definition.string.end',
      'return: keyword.other.control',
    ],
  ],
  [
    'a banner that is not closed ends with the configuration',
    'header login information "\nx\nreturn',
    [
      'header: keyword.other.command',
      'login: keyword.other.argument',
      'information: keyword.other.argument',
      '": punctuation.definition.string.begin',
      'x: string.quoted.double.banner',
      'return: keyword.other.control',
    ],
  ],
  [
    'a banner between any two signs',
    'header login information %\nundo this "x"\n#\n%\nsysname A',
    [
      'header: keyword.other.command',
      'login: keyword.other.argument',
      'information: keyword.other.argument',
      '%: punctuation.definition.string.begin',
      'undo this "x": string.quoted.other.banner',
      '#: string.quoted.other.banner',
      '%: punctuation.definition.string.end',
      'sysname: keyword.other.view',
      'A: string.unquoted.name',
    ],
  ],
  [
    'what a terminal wrote before a row',
    '---- More ----\x1b[42D  \x1b[42Dinterface Vlanif10\n[10:00:00.000] #\n[2026-11-29 10:00:00] sysname A',
    [
      '---- More ----\x1b[42D  \x1b[42D: comment.other.terminal',
      'interface: keyword.other.view',
      'Vlanif10: entity.name.type.interface',
      '[10:00:00.000]: comment.other.terminal',
      '#: comment.line.separator',
      '[2026-11-29 10:00:00]: comment.other.terminal',
      'sysname: keyword.other.view',
      'A: string.unquoted.name',
    ],
  ],
  [
    'a template',
    ' description {{ x }}\n vrrp vrid {{ id }} priority 1{# note #}',
    [
      'description: keyword.other.command',
      '{{ x }}: string.unquoted.description',
      'vrrp: keyword.other.command',
      'vrid: keyword.other.argument',
      '{{: punctuation.section.embedded.begin',
      'id: meta.embedded.expression',
      '}}: punctuation.section.embedded.end',
      'priority: keyword.other.argument',
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
