// Where VS Code reads a plain text as more than text: its own ways of reading, copied, over hostile texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inQuickInput, isPlainTarget, linkTooltip, withoutIcons, withoutLinks } from '../../client/src/literal';
import { hostileText } from '../support/hostile';
import { rendered } from '../support/rendered';

const runs = { numRuns: 1000 };

/** How labels with icons are read. */
function labelParts(text: string): { readonly icons: string[]; readonly text: string } {
  const icons: string[] = [];
  const shown = text.replace(
    /(\\)?\$\(([a-z0-9-]+(?:~[a-z]+)?)\)/gi,
    (_, escaped: string | undefined, name: string) => {
      if (escaped === undefined) icons.push(name);
      return `$(${name})`;
    },
  );
  return { icons, text: shown };
}

/** How messages, prompts and details are read. */
const linkInMessage = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

/** How the hover over a document link is written. */
function linkHover(tooltip: string, target: string): string {
  const escape = (text: string, bracket: string) =>
    text.replaceAll(bracket, (found, at: number) => (text.charAt(at - 1) === '\\' ? found : `\\${found}`));
  return `[${escape(tooltip, ']')}](${escape(target.replace(/ /g, '%20'), ')')}) (ctrl + click)`;
}

test('a label has no icon of a text, and shows the text', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const parts = labelParts(`$(pulse) ${withoutIcons(text)}`);
      assert.deepEqual(parts.icons, ['pulse']);
      // What is no name of an icon keeps the backslash: nothing else is lost or gained.
      assert.equal(parts.text.replaceAll('\\$(', '$('), `$(pulse) ${text.replaceAll('\\$(', '$(')}`);
    }),
    runs,
  );
  assert.equal(labelParts(withoutIcons('a $(error) \\$(x) b')).text, 'a $(error) \\$(x) b');
});

test('a message has no link of a text', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      for (const text of [one, `${one}${two}`, `[${one}](command:x)`]) {
        assert.doesNotMatch(withoutLinks(text), linkInMessage);
        assert.doesNotMatch(inQuickInput(text), linkInMessage);
        assert.deepEqual(labelParts(inQuickInput(text)).icons, []);
      }
    }),
    runs,
  );
});

test('the hover over a document link holds that link alone', () => {
  const place = fc.oneof(
    hostileText,
    fc.constantFrom('a\\) ![i](https://evil.example/p.png', 'a\u00a0[x](command:vrp.showLog)', 'a(b', 'North (copy)'),
  );
  fc.assert(
    fc.property(hostileText, place, (tooltip, name) => {
      const target = `file:///lab/${name}.cfg#L3`;
      if (!isPlainTarget(target)) return;
      for (const { by, tags, addresses, html } of rendered(linkHover(linkTooltip(tooltip), target))) {
        assert.deepEqual(addresses.length, 1, `${by}: ${html}`);
        assert.ok(addresses[0]!.startsWith('file:'), `${by}: ${html}`);
        assert.deepEqual(
          tags.filter((tag) => !['p', 'a'].includes(tag)),
          [],
          `${by}: ${html}`,
        );
      }
    }),
    runs,
  );
});

test('common names of files can be followed', () => {
  for (const name of ['BRAS-North.cfg', 'site a/DeviceA.txt', 'Gerät_1.vrp', '路由器.cfg', 'a&b.cfg', "it's.cfg"])
    assert.ok(isPlainTarget(`file:///lab/${name}#L12`), name);
});
