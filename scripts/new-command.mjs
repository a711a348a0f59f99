// Adds a command to the catalogue: `npm run new:command -- FAMILY NAME`, as in `ntp maxDistance`. FAMILY is a file of
// server/src/catalogue/commands/; a new one is made where there is none. NAME is what the code calls the command.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = new URL('..', import.meta.url);
const [family, name] = process.argv.slice(2);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(family ?? '') || !/^[a-z][A-Za-z0-9]*$/.test(name ?? '')) {
  fail('usage: npm run new:command -- FAMILY NAME, as in: npm run new:command -- ntp maxDistance');
}
const file = `server/src/catalogue/commands/${family}.ts`;
const url = new URL(file, root);
const entry = `  ${name}: command({
    views: ['system'],
    format: 'todo <number>',
    undo: 'undo todo',
    summary: 'TODO: what it does, in our own words.',
    parameters: { number: parameter(integer(1, 255), 'TODO: what it is, and its default.', { unit: 's' }) },
    examples: \`
      todo 1
      todo 256
           ^^^ number: 1-255 s
    \`,
  }),
`;

if (existsSync(url)) await addToFamily();
else await makeFamily();
console.log(`${file} holds ${name} now. What is left:
  1. views, format in the vendor's notation, undo as documented, summary and parameters in your own words
  2. examples: a line that is right, one that is wrong with carets under the value
  3. node scripts/test.mjs test/catalogue/catalogue.test.ts
  4. npm run update (its page in docs/commands), then npm test
CONTRIBUTING.md, "Add a command", tells more.`);

async function addToFamily() {
  const text = readFileSync(url, 'utf8');
  if (new RegExp(`^ +${name}: command\\(`, 'm').test(text)) fail(`${file} holds ${name} already`);
  // The last family of the file ends with its entries, or with what holds for all of them: `}, { dialect: 'usg' });`.
  const end = /= family\(/.test(text) ? text.search(/\n *\}(?:,\s*\{[^{}]*\},?\s*)?\);\s*$/) : -1;
  if (end < 0) fail(`${file}: no end of a family was found; add the command by hand`);
  await write(withImports(text.slice(0, end + 1) + entry + text.slice(end + 1)));
}

/** As `npm run format` writes it. */
async function write(text) {
  const options = await resolveConfig(fileURLToPath(url));
  writeFileSync(url, await format(text, { ...options, parser: 'typescript' }));
}

/** The template uses two helpers that a family may not import yet. */
function withImports(text) {
  return text.replace(/import \{([^}]*)\} from '\.\.\/parameters';/, (_, names) => {
    const known = names
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
    const all = [...new Set([...known, 'integer', 'parameter'])].sort();
    return `import { ${all.join(', ')} } from '../parameters';`;
  });
}

async function makeFamily() {
  const camelCase = family.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  await write(
    `// TODO: what this family of commands is about.
import { command, family } from '../command';
import { integer, parameter } from '../parameters';

/** TODO: which commands of which views, and which guide or reference of the vendor they are from. */
export const ${camelCase} = family('${camelCase}', {
${entry}});
`,
  );
  const index = new URL('server/src/catalogue/commands/index.ts', root);
  const lines = readFileSync(index, 'utf8').trimEnd().split('\n');
  const comments = lines.filter((line) => !line.startsWith('export'));
  const exported = lines.filter((line) => line.startsWith('export'));
  const all = [...exported, `export * from './${family}';`].sort();
  writeFileSync(index, `${[...comments, ...all].join('\n')}\n`);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
