// The entry that VS Code's test host calls, in code-server and in the desktop alike: runs every suite of this folder.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { workspace } from 'vscode';
import { LineReporter } from './reporter';

export function run(): Promise<void> {
  const grep = workspace.getConfiguration('vrp').get<string>('test.grep');
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 40_000,
    reporter: LineReporter as unknown as Mocha.ReporterConstructor,
    ...(grep ? { grep } : {}),
  });
  for (const name of readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.js'))
    .sort())
    mocha.addFile(join(__dirname, name));
  return new Promise((done, failed) =>
    mocha.run((failures) => (failures > 0 ? failed(new Error(`${failures} tests failed`)) : done())),
  );
}
