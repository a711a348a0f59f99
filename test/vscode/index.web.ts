// The entry for the web worker extension host: Mocha's browser build, and the suite of what works there. What is asked of a folder in
// memory is asked where that is the one that is open.
import { workspace } from 'vscode';
import { LineReporter } from './reporter';

interface BrowserMocha {
  setup(options: Mocha.MochaOptions): void;
  run(done: (failures: number) => void): void;
}

export async function run(): Promise<void> {
  // Mocha looks for its options in the address of the page, which the worker of VS Code does not tell.
  const host = globalThis as { location?: unknown };
  host.location ??= { search: '' };
  await import('mocha/mocha.js');
  const mocha = (globalThis as unknown as { mocha: BrowserMocha }).mocha;
  mocha.setup({ ui: 'tdd', timeout: 40_000, reporter: LineReporter as unknown as Mocha.ReporterConstructor });
  if (workspace.workspaceFolders?.[0]?.uri.scheme === 'memfs') await import('./in-memory.web');
  await import('./open-files.web');
  return new Promise((done, failed) =>
    mocha.run((failures) => (failures > 0 ? failed(new Error(`${failures} tests failed`)) : done())),
  );
}
