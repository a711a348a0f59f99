// `npm run test:grammar`: what tree-sitter's own command line says of tree-sitter-vrp, where it is installed: its corpus, its
// queries over the examples, colours and tags; and the bindings for other languages, built and tried. Ends with `N passed, N failed`.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindingCases } from './install/bindings.mjs';
import { attempt, finish } from './install/report.mjs';
import { isThere, root, run, scratch } from './install/shell.mjs';

const grammar = join(root, 'tree-sitter-vrp');
const example = join(root, 'examples/mld-mistakes/BRAS-South.cfg');

await attempt('the repository is named alike in every file that must name it', () => {
  run(process.execPath, [join(root, 'scripts/repository.mjs'), '--check']);
});
if (isThere('tree-sitter', '--version')) await withTheTool();
else console.log('passed over: the command line of tree-sitter is not installed (cargo install tree-sitter-cli)');
await bindingCases();
finish();

async function withTheTool() {
  const env = { XDG_CONFIG_HOME: configuration() };
  const treeSitter = (...args) => run('tree-sitter', args, { cwd: grammar, env });
  await attempt('tree-sitter test', () => {
    const said = treeSitter('test');
    assert.match(said, /failed parses: 0/);
    return /Total parses: \d+/.exec(said)[0];
  });
  await attempt('tree-sitter query', () => {
    for (const name of readdirSync(join(grammar, 'queries'))) treeSitter('query', join('queries', name), example);
  });
  // By the name .cfg and the content alone, as nobody tells these which language it is.
  await attempt('tree-sitter highlight', () =>
    assert.match(treeSitter('highlight', '--html', example), /<span[^>]*>sysname<\/span>/),
  );
  await attempt('tree-sitter tags', () => assert.match(treeSitter('tags', example), /^BRAS-South\s+\| module\s+def/m));
}

/** Says where grammars are looked for: a folder in which this one is the only one. */
function configuration() {
  const parsers = mkdtempSync(join(scratch, 'parsers-'));
  symlinkSync(grammar, join(parsers, 'tree-sitter-vrp'));
  const home = mkdtempSync(join(scratch, 'config-'));
  run('mkdir', ['-p', join(home, 'tree-sitter')]);
  writeFileSync(join(home, 'tree-sitter/config.json'), JSON.stringify({ 'parser-directories': [parsers] }));
  return home;
}
