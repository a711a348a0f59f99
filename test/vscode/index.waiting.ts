// The entry for a window whose folder holds no configuration.
import { runFiles } from './run-files';

export function run(): Promise<void> {
  return runFiles(['waiting.js']);
}
