// Runs suites of this folder in Mocha.
import { join } from 'node:path';
import Mocha from 'mocha';
import { workspace } from 'vscode';
import { LineReporter } from './reporter';

export function runFiles(names: readonly string[]): Promise<void> {
  const grep = workspace.getConfiguration('vrp').get<string>('test.grep');
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 40_000,
    reporter: LineReporter as unknown as Mocha.ReporterConstructor,
    ...(grep ? { grep } : {}),
  });
  for (const name of names) mocha.addFile(join(__dirname, name));
  return new Promise((done, failed) =>
    mocha.run((failures) => (failures > 0 ? failed(new Error(`${failures} tests failed`)) : done())),
  );
}
