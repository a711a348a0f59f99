// Rewrites what is derived from the sources: the registry of rules, and the script of a lab as a text. `--check` only compares and says what is out of date.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../server/src/rules/', import.meta.url);
// A folder a family; these hold what rules share.
const notFamilies = new Set(['shared', 'testing']);
const families = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !notFamilies.has(entry.name))
  .map((entry) => entry.name);
const rules = families
  .flatMap((family) =>
    readdirSync(new URL(`${family}/`, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ family, id: name.slice(0, -3) })),
  )
  .sort((a, b) => (a.id < b.id ? -1 : 1));
const camelCase = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const registry = `// Derived by \`npm run update\`: every rule of the family folders, in the order of their ids.
import type { Rule } from '../diagnostics/rule';
${rules.map(({ family, id }) => `import ${camelCase(id)} from './${family}/${id}';`).join('\n')}

/** All of them; no two have one id. */
export const rules: readonly Rule[] = [
${rules.map(({ id }) => `  ${camelCase(id)},`).join('\n')}
];
`;
const outdated = [];
derived(new URL('registry.ts', folder), registry);

const lab = new URL('../server/src/failover/lab/', import.meta.url);
const script = readFileSync(new URL('lab.sh', lab), 'utf8').split('\n').map(quoted);
derived(
  new URL('script.ts', lab),
  `// Derived by \`npm run update\` from lab.sh.

/** The bash script of every lab, the same for all pairs. */
export const labScript = [
${script.map((line) => `  ${line},`).join('\n')}
].join('\\n');
`,
);

/** In the quotes that need fewer escapes, as the formatter writes it. */
function quoted(line) {
  const count = (sign) => line.split(sign).length - 1;
  const quote = count("'") > count('"') ? '"' : "'";
  return `${quote}${line.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
}

function derived(file, text) {
  let before;
  try {
    before = readFileSync(file, 'utf8');
  } catch {
    // Not there yet.
  }
  if (before === text) return;
  if (process.argv.includes('--check')) outdated.push(file.pathname.split('/').slice(-3).join('/'));
  else writeFileSync(file, text);
}
if (outdated.length > 0) {
  console.error(`out of date, run "npm run update": ${outdated.join(', ')}`);
  process.exitCode = 1;
}
