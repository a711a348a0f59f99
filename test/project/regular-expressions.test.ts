// No text keeps a regular expression busy: every one that ships takes time that follows the length of the text, wherever in it the
// search begins. `a+b` is one that does not: from each of many `a` it runs over all that follow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSync, type Diagnostics } from 'recheck';
import { expressionsInCode, expressionsInData, type Expression } from '../support/regular-expressions';

/** Files that put expressions together, and what those are made of: parts that are literals and so judged, or what is named here. */
const madeOf: Record<string, readonly string[]> = {
  // The placeholders of `edits/placeholders.ts` and the marks of `model/detect.ts` are alternatives, each a literal or a plain text.
  'server/src/edits/placeholders.ts': [],
  'server/src/model/detect.ts': [],
  // The pages of the guide by their numbers.
  'server/src/catalogue/guide.ts': [
    '\\b(?<page>000|001|vendor)\\b(?: (?<steps>steps?) (?<numbers>\\d{1,2}(?:\\.\\d{1,2})?(?:(?:-| and |, )\\d{1,2}(?:\\.\\d{1,2})?)*)| (?<part>prerequisites|context|configuration files))?',
  ],
  'server/src/edits/vrrp-group-edits.ts': ['\\btrack\\s+vrrp6\\s+vrid\\s+(20)\\b'],
  // Of `ospf` and `ospfv3` alike.
  'server/src/model/routing/adjacency.ts': [
    '^ospf network-type (\\S+)',
    '^ospf timer hello (\\d+)',
    '^ospf timer dead (\\d+)',
    '^ospf network-type ',
  ],
  'server/src/model/services/multicast.ts': [
    '^mld track vrid (\\d+)$',
    '^mld track admin-vrrp interface (.+) vrid (\\d+)$',
  ],
  'server/src/rules/multicast/mld-routing-missing.ts': ['^multicast ipv6 routing-enable\\b'],
  // Lines of scenarios, and what else does their work.
  'server/src/scenarios/progress/scenario-lines.ts': [],
  // The patterns of language-configuration.json.
  'client/src/indent-while-typing.ts': [],
};

/** One expression stands in many places; each is judged once. */
const verdicts = new Map<string, Diagnostics>();

function verdictOf(source: string, flags: string): Diagnostics {
  const key = `/${source}/${flags}`;
  const verdict = verdicts.get(key) ?? checkSync(source, flags, { timeout: 120_000 });
  verdicts.set(key, verdict);
  return verdict;
}

function faults(expressions: readonly Expression[]): string[] {
  return expressions.flatMap(({ source, flags, at }) => {
    const verdict = verdictOf(source, flags);
    if (verdict.status === 'safe') return [];
    const why = verdict.status === 'vulnerable' ? verdict.complexity.summary : verdict.error.kind;
    return [`${at}: /${source.slice(0, 200)}/${flags} is ${why}`];
  });
}

test('regular expressions: the judge knows a slow one', () => {
  for (const source of ['\\s+$', 'a+b', '^(a+)+$', '\\s*(?:\\/\\/.*|#\\s*)$', '\\{\\{.*?\\}\\}'])
    assert.equal(faults([{ source, flags: '', at: 'here' }]).length, 1, source);
});

for (const folder of ['server/src', 'client/src']) {
  test(`regular expressions: those of ${folder} take time that follows the text`, () => {
    const { literals, made } = expressionsInCode(folder);
    assert.ok(literals.length > 0);
    assert.deepEqual(faults(literals), []);
    const unknown = made.filter((file) => !(file in madeOf));
    assert.deepEqual(unknown, [], 'say in this test what the expressions of these files are made of');
    const sources = made.flatMap((file) => madeOf[file]!);
    assert.deepEqual(faults(sources.map((source) => ({ source, flags: 'i', at: 'made' }))), []);
  });
}

test('regular expressions: those that VS Code reads take time that follows the text', () => {
  const files = ['syntaxes/vrp.tmLanguage.json', 'language-configuration.json', 'package.json'];
  const expressions = files.flatMap(expressionsInData);
  assert.ok(expressions.length > 40);
  assert.deepEqual(faults(expressions), []);
});
