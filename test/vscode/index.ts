// The entry that VS Code's test host calls, in code-server and in the desktop alike: runs every suite of this folder.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { workspace } from 'vscode';

export function run(): Promise<void> {
  const grep = workspace.getConfiguration('vrp').get<string>('test.grep');
  const mocha = new Mocha({ ui: 'tdd', timeout: 40_000, reporter: LineReporter as unknown as Mocha.ReporterConstructor, ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname).filter(file => file.endsWith('.test.js')).sort()) mocha.addFile(join(__dirname, name));
  return new Promise((done, failed) => mocha.run(failures => failures > 0 ? failed(new Error(`${failures} tests failed`)) : done()));
}

/** One console line an event: the workbench hands the console of its extension host to the runner. */
class LineReporter {
  constructor(runner: Mocha.Runner) {
    let passed = 0;
    let failed = 0;
    const line = (text: string): void => console.log(`VRP-SUITE ${text}`);
    runner.on('pass', test => {
      passed++;
      line(`ok      ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', test => line(`skipped ${test.fullTitle()}`));
    runner.on('fail', (test, error: Error) => {
      failed++;
      line(`FAILED  ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('end', () => line(`RESULT ${JSON.stringify({ passed, failed })}`));
  }
}
