// Rewrites what is derived from the sources: the index of rules. `--check` only compares and says what is out of date.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../server/src/rules/', import.meta.url);
const notRules = new Set(['rule', 'edits', 'run', 'index', 'rows', 'baseline', 'fingerprint']);
const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter(
    (name) => !notRules.has(name) && readFileSync(new URL(`${name}.ts`, folder), 'utf8').includes('export default'),
  )
  .sort();
const camel = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const index = `// Derived by \`npm run update\`: every rule of this folder.
${ids.map((id) => `import ${camel(id)} from './${id}';`).join('\n')}
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
${ids.map((id) => `  ${camel(id)},`).join('\n')}
];
`;
const outdated = [];
derived(new URL('index.ts', folder), index);

function derived(file, text) {
  let before;
  try {
    before = readFileSync(file, 'utf8');
  } catch {
    /* not there yet */
  }
  if (before === text) return;
  if (process.argv.includes('--check')) outdated.push(file.pathname.split('/').slice(-3).join('/'));
  else writeFileSync(file, text);
}
if (outdated.length > 0) {
  console.error(`out of date, run "npm run update": ${outdated.join(', ')}`);
  process.exitCode = 1;
}
