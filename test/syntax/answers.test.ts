// How texts are read, line by line: those of the examples, and odd ones. The record stands beside this file.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openText } from '../../server/src/syntax/document';
import { readText } from '../../server/src/syntax/read-text';
import { longestBanner } from '../../server/src/syntax/shape';
import { Recorded } from '../support/recorded';
import { sectionsText } from '../support/sections-text';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

const record = new Recorded('test/syntax/answers.txt');

/** Texts in which something is not as in a saved file. */
const odd: Readonly<Record<string, string>> = {
  empty: '',
  'blank lines and blanks behind': '\n  \nsysname A  \n\t#\n #\n# \n##\nreturn',
  'line ends of three kinds': 'sysname A\r\n#\rinterface Eth-Trunk1\r\n mtu 1400\n#\n\r\n',
  tabs: '\tsysname A\n#\ninterface Eth-Trunk1\n\tmtu 1400\n \t mtu 1500\n#\n',
  'version headers':
    '!Software Version V800R021C00SPC100\n!Last configuration was updated at 2021\n[V200R003C00]\n#\nsysname A\n#\n',
  prompts:
    '<HUAWEI> system-view\n[~HUAWEI] sysname A\n[*A] interface Eth-Trunk1\n[*A-Eth-Trunk1] mtu 1400\n[A-Eth-Trunk1]\n[A] quit\n<A>\nHRP_M[A] vrrp\n',
  'a pager':
    'sysname A\n  ---- More ----\u001b[42D                                          \u001b[42D#\ninterface Eth-Trunk1\n---- More ----\b\b\b mtu 1400\n#\n',
  'times before prompts': '2021-01-01 10:00:00.123\n[2021-01-01 10:00:00] <A> display this\n10:00:00 [A] sysname B\n',
  'a banner in quotes': 'header login information "\nsysname X\n#\nWelcome"\n#\nsysname A\n#\n',
  'a banner in other signs':
    'header shell information ^\nhello\n#\n^\nsysname A\n#\nheader login information %one line%\n#\n',
  'a banner that never ends': 'header login information "\nsysname A\n#\ninterface Eth-Trunk1\n mtu 1400\n#\nreturn\n',
  'a banner of one line': 'header login information "hello"\nsysname A\nheader shell information hello\n#\n',
  'a key block':
    'rsa peer-public-key k1\n public-key-code begin\n  30820109\n  02820100\n public-key-code end\npeer-public-key end\n#\nsysname A\n#\n',
  'a key block that never ends': 'rsa peer-public-key k1\n public-key-code begin\n  30820109\nsysname A\n#\n',
  'signs outside of the first plane': 'sysname \u{1f600}\n#\ninterface Eth-Trunk1\n description é \u{1f600} x\n#\n',
  'zero characters and form feeds': 'sysname A\u0000B\n\f#\n\u000bmtu 1\n\u00a0mtu 2\n\ufeffmtu 3\n',
  'no separator at the end': 'interface Eth-Trunk1\n mtu 1400',
  'a banner with quotes and separators in it':
    'header login information "\nSay "hello" twice\n#\nnot yet\n"\n#\nsysname A\n#\nheader shell information "\nA "half\n"\nreturn\n',
  'a banner that the next one ends':
    'header login information %\nhello\nheader shell information %\nworld\n%\n#\nsysname A\n#\n',
  'a banner with its sign in the midst of a row': 'header login information %\n50 % off\n%\n#\nsysname A\n#\n',
  'a banner closed behind a separator, and one that something follows':
    'header login information %\n#\n%\n\nreturn\nheader shell information $\n#\n$\nsysname A\n#\n',
  'a banner of a letter, a banner of a letter alone, a banner of half a character':
    'header login information hello\nh\n#\nheader shell information x\nthere\nx\n#\nheader login information \u{1f600}\nhi\n\u{1f600}\n#\n',
  'a banner with typographic quotes': 'header login information "\nhello\n\u201d\n#\nsysname A\n#\n',
  'a banner behind blanks, with a pager in it, at the end of the text':
    ' \theader  login \tinformation  ^\r\nhello\r\n  ---- More ----\u001b[42D          \u001b[42D#\r\nx ^\r\n',
  'a banner whose sign is the separator': 'header login information #\nhello\n#\nsysname A\n#\n',
  'words that only look like banners': 'headers login information ^\nheader login ^\n^\nheader login information\n#\n',
  'a separator with words and one behind blanks': '# words\n#words\n  # words\n\u00a0#\n#\t\nsysname A\n',
  'a mark of the byte order before what a row begins with': '\ufeff#\n\ufeffsysname A\n#\n',
  'the mark before a command and before a prompt': '\ufeffsysname A\n#\n\ufeff[A] sysname B\n',
  'the mark before blanks': '\ufeff  sysname A\n#\n',
  'a prompt alone, of a firewall, without its end':
    '[~A]\nHRP_S<A> display this\nHRP_M sysname A\n[A sysname B\n<A\nHello\n',
  'exclamation marks and versions': ' !comment\n!\n[V800R021C00]\n [V800R021C00SPC100] x\n[V8R1]\n',
};

for (const [title, text] of Object.entries(odd))
  test(`answers: ${title}`, () => {
    record.hold(title, sectionsText(readText(text).sections));
    record.hold(`${title}, opened`, sectionsText(openText(text).sections));
  });

test('a banner closes within the length that a device takes, and not behind it', () => {
  const head = 'header login information ^\n';
  const kindsFor = (length: number) => {
    const text = `${head}${'x'.repeat(length - head.length - 2)}\n^\n#\n`;
    return readText(text).sections[0]!.lines.map(({ kind }) => kind);
  };
  assert.deepEqual(kindsFor(longestBanner), ['command', 'raw', 'raw', 'separator']);
  assert.deepEqual(kindsFor(longestBanner + 1), ['command', 'command', 'command', 'separator']);
});

after(() => record.save());
