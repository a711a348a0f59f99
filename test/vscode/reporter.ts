// A Mocha reporter that prints one console line an event: the workbench hands the console of its extension host to the runner.
import type Mocha from 'mocha';

export class LineReporter {
  constructor(runner: Mocha.Runner) {
    let passed = 0;
    let failed = 0;
    const line = (text: string): void => console.log(`VRP-SUITE ${text}`);
    runner.on('pass', (test) => {
      passed++;
      line(`ok      ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => line(`skipped ${test.fullTitle()}`));
    runner.on('fail', (test, error: Error) => {
      failed++;
      line(`FAILED  ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('end', () => line(`RESULT ${JSON.stringify({ passed, failed })}`));
  }
}
