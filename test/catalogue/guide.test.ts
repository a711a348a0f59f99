// The pages of docs/guide and what cites them: every citation of rules, catalogue, scenarios and rehearsal has a page and an
// anchor; every command on a page is one of the catalogue; the example in full is clean.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../server/src/catalogue/index';
import { guidePlace, guidePlaces, guideTarget, sourceInWords } from '../../server/src/catalogue/guide';
import { emptyContext, sectionFacts, type MatchedLine } from '../../server/src/model/lines/matched-line';
import { rules } from '../../server/src/rules/registry';
import { scenarios } from '../../server/src/scenarios/index';
import { answered } from '../../server/src/scenarios/scaffold';
import { readText } from '../../server/src/syntax/read-text';
import { root, workspaceOf } from '../support/check-text';
import { headingAnchors } from '../support/heading-anchors';
import { loadSyntax } from '../support/wasm';

const folder = join(root, 'docs/guide');
const pageNames = readdirSync(folder).filter((name) => name !== 'README.md');

/** String literals of the sources that begin with the number of a page, the folders of the rehearsal included. */
function citedInSources(): string[] {
  const found = new Set<string>();
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) walk(child);
      else if (entry.name.endsWith('.ts') && entry.name !== 'guide.ts') {
        for (const hit of readFileSync(child, 'utf8').matchAll(/['"`](0[01]\d [^'"`]*)['"`]/g)) found.add(hit[1]!);
      }
    }
  };
  walk(join(root, 'server/src'));
  return [...found];
}

function citedInData(): string[] {
  return [
    ...rules.flatMap((rule) => rule.guide),
    ...catalogue.flatMap((command) => command.guide ?? []),
    ...scenarios.flatMap((scenario) => [
      scenario.page,
      ...scenario.parameters.map((parameter) => parameter.guide),
      ...scenario.steps(answered(scenario, {}).answers).flatMap((step) => [step.guide, ...step.guides]),
    ]),
  ];
}

test('every citation of the guide leads to a page and an anchor that are there', () => {
  const cited = [...new Set([...citedInSources(), ...citedInData()])];
  const places = cited.flatMap((source) => guidePlaces(source).map((place) => ({ source, place })));
  assert.ok(places.length > 100, `${places.length} citations`);
  const lost = places.filter(({ place }) => !anchorsOf(place.file).has(place.anchor));
  assert.deepEqual(
    lost.map(({ source, place }) => `${source} -> ${guideTarget(place)}`),
    [],
  );
  for (const source of cited.filter((one) => /\b0[01]\d\b/.test(one)))
    assert.doesNotMatch(sourceInWords(source), /\b0[01]\d\b/, source);
});

test('a source is read as a title and a step, and other sources by their names', () => {
  assert.equal(sourceInWords('000 step 3.4'), 'DHCPv6 relay hot backup, step 3.4');
  assert.equal(sourceInWords('000 steps 1.5-1.6'), 'DHCPv6 relay hot backup, steps 1.5-1.6');
  assert.equal(sourceInWords('004 steps 4.3 and 5.3'), 'DS-Lite hot backup, steps 4.3 and 5.3');
  assert.equal(sourceInWords('003 configuration files'), 'MLD hot backup, the example in full');
  assert.equal(
    sourceInWords('000 prerequisites; CLI reference, dhcpv6 relay'),
    'DHCPv6 relay hot backup, prerequisites; vendor command reference, dhcpv6 relay',
  );
  assert.equal(
    sourceInWords('001 step 1.5', (words, place) => `[${words}](${guideTarget(place)})`),
    '[ND hot backup, step 1.5](docs/guide/nd.md#step-15)',
  );
  assert.equal(sourceInWords('RFC 9568 7.1'), 'RFC 9568 7.1');
  assert.equal(guidePlace('RFC 9568 7.1'), undefined);
});

test('every line of the blocks on a page is a command that the catalogue knows', async () => {
  await loadSyntax();
  for (const name of pageNames) {
    const blocks = configurations(name);
    assert.ok(blocks.length > 5, name);
    const unknown = blocks
      .flatMap((text) => linesOf(text))
      .filter((line) => !line.match?.complete || line.match.problems.length > 0)
      .map((line) => line.text);
    assert.deepEqual(unknown, [], name);
  }
});

test('the notation on a page is that of the catalogue', () => {
  const forms = new Set(catalogue.flatMap((command) => formsOf(command.format)));
  const unknown = pageNames.flatMap((name) =>
    [...pageText(name).matchAll(/`([a-z][^`]*<[^`]*)`/g)]
      .map((hit) => hit[1]!)
      .filter((notation) => ![...forms].some((form) => isPartOf(notation, form)))
      .map((notation) => `${name}: ${notation}`),
  );
  assert.deepEqual(unknown, []);
});

test('the example in full of the MLD page is a clean pair', async () => {
  const files = configurations('mld.md').filter((text) => text.startsWith('sysname '));
  assert.equal(files.length, 2);
  const workspace = await workspaceOf(files.map((text, at) => ({ name: `${'AB'[at]}.cfg`, text: `${text}\n` })));
  const findings = [...workspace.check().values()].flat();
  assert.deepEqual(
    findings.map((finding) => `${finding.rule}: ${finding.message}`),
    [],
  );
});

test('a page has what a reader looks for', () => {
  for (const name of pageNames) {
    const anchors = anchorsOf(`docs/guide/${name}`);
    for (const needed of ['when-to-use-it', 'prerequisites', 'topology', 'what-must-match', 'steps', 'delays'])
      assert.ok(anchors.has(needed), `${name} #${needed}`);
    assert.ok(anchors.has('common-mistakes'), name);
    assert.match(pageText(name), /\bdisplay /, name);
  }
});

function pageText(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function anchorsOf(file: string): Set<string> {
  const path = join(root, file);
  if (!existsSync(path)) return new Set();
  return new Set(['', ...headingAnchors(readFileSync(path, 'utf8'))]);
}

/** The fenced blocks that are configuration: pictures of a network begin with a blank. */
function configurations(name: string): string[] {
  return [...pageText(name).matchAll(/^```\n(\S[\s\S]*?)\n```$/gm)].map((hit) => hit[1]!);
}

function linesOf(text: string): MatchedLine[] {
  let context = emptyContext;
  return readText(text).sections.flatMap((section) => {
    const facts = sectionFacts(section, { file: '', row: 0 }, context);
    context = facts.after;
    return [...facts.all];
  });
}

function formsOf(format: string): string[] {
  return format.split('\n').map((line) => line.trim());
}

/** A page may print a whole form, or its beginning, or one with the optional part written out. */
function isPartOf(notation: string, form: string): boolean {
  const plain = (text: string) => text.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim();
  return plain(form).startsWith(plain(notation.replace(/ \.\.\.$/, '')));
}
