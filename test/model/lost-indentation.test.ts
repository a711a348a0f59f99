// Hand-written and collected files lose the indentation of `aaa`, `ip pool` and `radius-server group`: their lines are read in their
// view all the same, whether a `#` stands between them or not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyContext, sectionFacts } from '../../server/src/model/lines/matched-line';
import { readText } from '../../server/src/syntax/read-text';
import { loadSyntax } from '../support/wasm';

/** Each line with the view it is read in; a line that is not known has a `?`. */
async function views(text: string): Promise<string[]> {
  await loadSyntax();
  let context = emptyContext;
  return readText(text).sections.flatMap((section) => {
    const facts = sectionFacts(section, { file: '', row: 0 }, context);
    context = facts.after;
    return facts.all.map(({ view, text: line, match }) => `${view}${match?.complete ? '' : '?'}: ${line}`);
  });
}

test('a RADIUS group and a pool whose lines stand in the column of their head', async () => {
  const text = [
    '#',
    'radius-server group rd1',
    'radius-server authentication 10.9.9.9 1645 weight 0',
    'radius-server accounting 10.9.9.9 1646 weight 0',
    'radius-server shared-key-cipher example',
    'radius-server type plus11',
    '#',
    'ip pool users bas local',
    'gateway 10.1.1.1 255.255.255.0',
    'section 0 10.1.1.2 10.1.1.9',
    'dns-server 10.9.9.53',
    '#',
    '',
  ].join('\n');
  assert.deepEqual(await views(text), [
    'system: radius-server group rd1',
    'radius-group: radius-server authentication 10.9.9.9 1645 weight 0',
    'radius-group: radius-server accounting 10.9.9.9 1646 weight 0',
    'radius-group: radius-server shared-key-cipher example',
    'radius-group: radius-server type plus11',
    'system: ip pool users bas local',
    'ip-pool: gateway 10.1.1.1 255.255.255.0',
    'ip-pool: section 0 10.1.1.2 10.1.1.9',
    'ip-pool: dns-server 10.9.9.53',
  ]);
});

test('AAA in one column', async () => {
  const text = [
    '#',
    'aaa',
    'authentication-scheme auth1',
    'authentication-mode radius',
    'accounting-scheme acct1',
    'accounting-mode radius',
    'domain isp1',
    'authentication-scheme auth1',
    'accounting-scheme acct1',
    'radius-server group rd1',
    'ip-pool users',
    '#',
    '',
  ].join('\n');
  assert.deepEqual(await views(text), [
    'system: aaa',
    'aaa: authentication-scheme auth1',
    'authentication-scheme: authentication-mode radius',
    'aaa: accounting-scheme acct1',
    'accounting-scheme: accounting-mode radius',
    'aaa: domain isp1',
    'domain: authentication-scheme auth1',
    'domain: accounting-scheme acct1',
    'domain: radius-server group rd1',
    'domain: ip-pool users',
  ]);
});

test('AAA whose parts stand behind marks in column 0', async () => {
  const text = [
    '#',
    'aaa',
    '#',
    'authentication-scheme auth1',
    ' authentication-mode radius',
    '#',
    'accounting-scheme acct1',
    ' accounting-mode radius',
    '#',
    'domain isp1',
    ' authentication-scheme auth1',
    ' radius-server group rd1',
    ' ip-pool users',
    '#',
    '',
  ].join('\n');
  assert.deepEqual(await views(text), [
    'system: aaa',
    'system: authentication-scheme auth1',
    'authentication-scheme: authentication-mode radius',
    'system: accounting-scheme acct1',
    'accounting-scheme: accounting-mode radius',
    'system: domain isp1',
    'domain: authentication-scheme auth1',
    'domain: radius-server group rd1',
    'domain: ip-pool users',
  ]);
});
