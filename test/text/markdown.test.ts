// Text of a file in Markdown: it shows as it stands, and is no link, no picture and no markup, whoever renders it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  codeBlock,
  commandLink,
  escapeMarkdown,
  escapeMarkdownRows,
  inlineCode,
  proseMarkdown,
} from '../../server/src/text/markdown';
import { printable, printableLines } from '../../server/src/text/sanitize';
import { hostileText, hostileWords } from '../support/hostile';
import { assertPlain, rendered } from '../support/rendered';

/** Blanks at the ends are of no account, and which kind of blank it is. */
const shown = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
const runs = { numRuns: 500 };

test('escaped text shows as it stands, wherever it is put', () => {
  const places: [string, (text: string) => string, string, string][] = [
    ['a paragraph', (text) => text, '', ''],
    ['a sentence', (text) => `before ${text} after`, 'before ', ' after'],
    ['glued', (text) => `before${text}after`, 'before', 'after'],
    ['a list', (text) => `- ${text}`, '', ''],
    ['a second row', (text) => `before  \n${text}  \nafter`, 'before ', ' after'],
    ['emphasis', (text) => `**a ${text} b**`, 'a ', ' b'],
    ['beside code', (text) => `\`a\` ${text} \`b\``, 'a ', ' b'],
  ];
  fc.assert(
    fc.property(hostileText, (text) => {
      if (shown(printable(text)) === '') return;
      for (const [place, put, before, after] of places) {
        const markdown = put(escapeMarkdown(text));
        assertPlain(markdown);
        for (const one of rendered(markdown))
          assert.equal(shown(one.text), shown(before + printable(text) + after), `${place}, ${one.by}: ${markdown}`);
      }
    }),
    runs,
  );
});

test('two texts, however they are cut, make nothing together', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      for (const between of ['', ' ', ', ', ': ', '  \n', '\n\n'])
        assertPlain(`${escapeMarkdown(one)}${between}${escapeMarkdown(two)}`);
      assertPlain(`- ${inlineCode(one)} (line 1)\n- ${inlineCode(two)} (line 2)`);
      assertPlain(`${escapeMarkdown(one)}\n- ${inlineCode(two)}`);
      assertPlain(`${inlineCode(one)}${escapeMarkdown(two)}${inlineCode(one)}`);
    }),
    runs,
  );
});

test('a cell of a table is one cell', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const markdown = `| a | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | b |\n`;
      assertPlain(markdown);
      for (const { by, html } of rendered(markdown)) assert.equal(html.split('<td').length, 3, `${by}: ${html}`);
    }),
    runs,
  );
});

test('code is the text to the letter, in one element', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      if (printable(text).trim() === '') return;
      const markdown = `a ${inlineCode(text)} b`;
      assertPlain(markdown);
      for (const { by, html } of rendered(markdown)) {
        assert.equal(html.split('<code').length, 2, `${by}: ${html}`);
        const [code] = /<code>([^]*)<\/code>/.exec(html)!;
        assert.equal(unescaped(code.slice(6, -7)), printable(text), `${by}: ${markdown}`);
      }
    }),
    runs,
  );
});

test('code of blanks, and of nothing', () => {
  assert.equal(inlineCode(''), '');
  for (const { html } of rendered(inlineCode(' a '))) assert.match(html, /<code> a <\/code>/);
  for (const { html } of rendered(inlineCode('`'))) assert.match(html, /<code>`<\/code>/);
});

test('a block of code is the text to the letter', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (rows) => {
      const text = rows.join('\n');
      const markdown = `before\n\n${codeBlock(text, 'vrp')}\n\nafter`;
      assertPlain(markdown);
      for (const { by, html } of rendered(markdown)) {
        const [, code] = /<code class="language-vrp">([^]*)<\/code>/.exec(html)!;
        assert.equal(blanks(unescaped(code!)), blanks(printableLines(text.replace(/\r\n?/g, '\n'))), by);
      }
    }),
    runs,
  );
});

test('a link of ours runs our command with our arguments and nothing else', () => {
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (title, argument, around) => {
      const args = [argument, { line: 3, character: 1 }];
      const markdown = `${escapeMarkdown(around)} ${commandLink(title, 'vrp.goToCounterpart', args)} ${escapeMarkdown(around)}`;
      for (const { by, tags, addresses, html } of rendered(markdown)) {
        assert.deepEqual(
          tags.filter((tag) => !['p', 'a', 'ul', 'ol', 'li', 'code', 'pre'].includes(tag)),
          [],
          html,
        );
        assert.equal(addresses.length, 1, `${by}: ${html}`);
        const [command, query] = addresses[0]!.split('?');
        assert.equal(command, 'command:vrp.goToCounterpart');
        assert.deepEqual(JSON.parse(decodeURIComponent(query!)), JSON.parse(JSON.stringify(args)));
      }
    }),
    runs,
  );
});

test('rows stay rows', () => {
  for (const { by, html } of rendered(escapeMarkdownRows('one\r\n# two\n- three')))
    assert.match(html.replaceAll('\n', ''), /^<p>one ?<br ?\/?># two ?<br ?\/?>- three<\/p>$/, by);
});

test('prose of ours keeps its code and shows its signs', () => {
  for (const { html } of rendered(proseMarkdown('Takes `<a|b>` or <c> [d] *e*.')))
    assert.match(html, /<p>Takes <code>&lt;a\|b&gt;<\/code> or &lt;c&gt; \[d\] \*e\*\.<\/p>/);
});

test('common texts stay readable in the source', () => {
  for (const text of ['BRAS-North', '10.1.1.1', '2001:DB8::1/64', 'GigabitEthernet0/2/4.100', 'core pair (a)'])
    assert.equal(escapeMarkdown(text), text);
  assert.equal(hostileWords.length, new Set(hostileWords).size);
});

/** A renderer may leave out empty rows at the end, and spell a tab as blanks. */
function blanks(text: string): string {
  return text.replace(/[\t ]+/g, ' ').trimEnd();
}

function unescaped(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
