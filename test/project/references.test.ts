// No reference into nowhere: every relative link and every anchor in the Markdown of the project, every path into docs/ that
// code names, and no name of a document that the repository does not hold.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { decisionOf, statuses } from '../../scripts/decisions-index';
import { root } from '../support/check-text';
import { headingAnchors } from '../support/heading-anchors';

const skipped = new Set(['node_modules', 'dist', 'out', '.git', '.workbench', '.vscode-test', 'fuzz-failures']);

function filesIn(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesIn(path, wanted);
    return wanted.test(entry.name) ? [path] : [];
  });
}

const markdown = filesIn(root, /\.md$/);
const code = ['server', 'client', 'test', 'scripts', 'tree-sitter-vrp']
  .map((folder) => join(root, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => filesIn(folder, /\.(?:ts|mjs|js|tsx|json|scm)$/));
const named = (file: string) => relative(root, file).replaceAll('\\', '/');

test('every relative link of the Markdown leads to a file and an anchor that are there', () => {
  assert.ok(markdown.length > 200, `${markdown.length} pages`);
  const broken = markdown.flatMap((page) =>
    linksOf(readFileSync(page, 'utf8'))
      .filter((link) => !isReachable(page, link))
      .map((link) => `${named(page)}: ${link}`),
  );
  assert.deepEqual(broken, []);
});

test('every path into docs/ that code names is there', () => {
  const broken = code.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bdocs\/[\w./-]+\.(?:md|png)(?:#[\w-]+)?/g)]
      .map((hit) => hit[0])
      .filter((path) => !isReachable(join(root, 'README.md'), path))
      .map((path) => `${named(file)}: ${path}`),
  );
  assert.deepEqual(broken, []);
});

test('nothing names a document that the repository does not hold', () => {
  // Written apart, so that this test does not find itself.
  const absent = new RegExp(
    [
      String.raw`\b(?:DECI${''}SIONS|QUI${''}RKS|CLI-FO${''}RMS|MORE-SCEN${''}ARIOS|CORREC${''}TIONS)\b`,
      String.raw`\b(?:CHE${''}CKS|GUA${''}RDS|COMM${''}ANDS|FAIL${''}OVER|FAM${''}ILY|DISP${''}LAY|CHA${''}NGE)(?:\.md| \d)`,
    ].join('|'),
  );
  const found = [...markdown, ...code].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, row) => (absent.test(line) ? [`${named(file)}:${row + 1}: ${line.trim()}`] : [])),
  );
  assert.deepEqual(found, []);
});

test('a decision has a number of its own, a status and three headings', () => {
  const folder = join(root, 'docs/decisions');
  const pages = readdirSync(folder)
    .filter((file) => file !== 'README.md')
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const decisions = pages.map(decisionOf);
  assert.deepEqual(
    decisions.map((decision) => decision.number).sort((a, b) => a - b),
    decisions.map((_, index) => index + 1),
  );
  for (const [index, { file, text }] of pages.entries()) {
    const { status } = decisions[index]!;
    assert.ok(statuses.includes(status), `${file}: ${status}`);
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map((hit) => hit[1]),
      ['Context', 'Decision', 'Consequences'],
      file,
    );
    assert.equal(/Not carried out yet:/.test(text), status !== 'carried out', `${file}: says what is left`);
  }
});

/** Targets of links and images, without those that leave the project. Code is not read. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map((hit) => hit[1]!).filter((link) => !/^[a-z]+:/.test(link));
}

function isReachable(page: string, link: string): boolean {
  const [path = '', anchor = ''] = link.split('#');
  const target = path === '' ? page : resolve(dirname(page), path);
  if (!existsSync(target)) return false;
  if (anchor === '' || !target.endsWith('.md') || statSync(target).isDirectory()) return true;
  return headingAnchors(readFileSync(target, 'utf8')).includes(anchor);
}
