// The entry that VS Code's test host calls, in code-server and in the desktop alike: runs every suite of this folder.
import { readdirSync } from 'node:fs';
import { runFiles } from './run-files';

export function run(): Promise<void> {
  return runFiles(
    readdirSync(__dirname)
      .filter((file) => file.endsWith('.test.js'))
      .sort(),
  );
}
