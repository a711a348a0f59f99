// Standard input and output of the command line: an input that comes slowly is waited for, an output that cannot be written is told.
import { readSync } from 'node:fs';
import { largestFile } from '../model/file-kind';
import { codeOf } from './file-errors';

const pause = 20;

/** All that comes, however slowly; of more than the largest file only enough to see that. */
export function readStandardInput(): Uint8Array {
  const parts: Uint8Array[] = [];
  const part = new Uint8Array(64 * 1024);
  let size = 0;
  while (size <= largestFile) {
    const count = readPart(part);
    if (count === 'later') sleep(pause);
    else if (count === 0) break;
    else {
      // A pipe gives a few kilobytes at a time: kept is what came, not the room for it.
      parts.push(part.slice(0, count));
      size += count;
    }
  }
  return Buffer.concat(parts);
}

/** How many bytes came, 0 at the end; `later` where the pipe is open and holds nothing yet. */
function readPart(into: Uint8Array): number | 'later' {
  try {
    return readSync(0, into);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EAGAIN') return 'later';
    // A pipe that was closed, as Windows tells it.
    if (code === 'EOF') return 0;
    throw new Error(`standard input could not be read (${code ?? 'unknown reason'})`, { cause: error });
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** A reader that went away wants no more; a disk that is full has lost the report, which is a failure. */
export function watchOutput(): void {
  process.stdout.on('error', (error) => {
    const code = codeOf(error);
    // The exit code still says what was found; it is known once this turn is over.
    if (code === 'EPIPE') return setImmediate(() => process.exit(process.exitCode ?? 0));
    process.stderr.write(`vrp: the output could not be written (${code ?? 'unknown reason'})\n`, () => process.exit(3));
  });
  // There is nowhere left to tell it.
  process.stderr.on('error', () => undefined);
}

/** As `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are understood elsewhere; else where a person looks at it. */
export function wantsColors(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: terminal } = environment;
  if (none !== undefined && none !== '') return false;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && terminal !== 'dumb';
}
