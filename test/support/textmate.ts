// The TextMate grammar as VS Code's own engine reads it.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const root = join(__dirname, '../..');

export async function textmateGrammar(): Promise<textmate.IGrammar> {
  await oniguruma.loadWASM(readFileSync(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () =>
      Promise.resolve(
        textmate.parseRawGrammar(readFileSync(join(root, 'syntaxes/vrp.tmLanguage.json'), 'utf8'), 'vrp.json'),
      ),
  });
  const loaded = await registry.loadGrammar('source.vrp');
  assert.ok(loaded);
  return loaded;
}
