// Counts what the program does instead of timing it: V8 tells how often each function and each block of it has run. The figure is
// the same on every machine and under any load, and nobody has to remember to count.
import { Session } from 'node:inspector';

interface Counted {
  readonly steps: number;
  /** Steps by function, most first. */
  readonly functions: readonly (readonly [name: string, steps: number])[];
}

/** Pass the characters of words and addresses one by one. */
const charByChar = ['/server/src/text/words.ts', '/server/src/model/address.ts'];

/** Sources of the server, but for what passes characters: of a regular expression they are not counted either. */
export function isCounted(url: string): boolean {
  return url.includes('/server/src/') && !charByChar.some((file) => url.endsWith(file));
}

export class StepCounter {
  private readonly session = new Session();
  /** `counts`: of these scripts alone. */
  constructor(private readonly counts: (url: string) => boolean) {
    this.session.connect();
    this.post('Profiler.enable');
    this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many steps `act` took: entries of functions, and turns of loops and branches. */
  of(act: () => void): Counted {
    this.post('Profiler.takePreciseCoverage');
    act();
    const { result } = this.post('Profiler.takePreciseCoverage') as {
      result: {
        url: string;
        functions: { functionName: string; ranges: { startOffset: number; count: number }[] }[];
      }[];
    };
    const functions = new Map<string, number>();
    let steps = 0;
    for (const script of result) {
      if (!this.counts(script.url)) continue;
      for (const { functionName, ranges } of script.functions) {
        const count = ranges.reduce((sum, range) => sum + range.count, 0);
        if (count === 0) continue;
        steps += count;
        const name = `${functionName || '=>'} ${script.url.split('/').slice(-2).join('/')}:${ranges[0]!.startOffset}`;
        functions.set(name, (functions.get(name) ?? 0) + count);
      }
    }
    return { steps, functions: [...functions].sort((one, two) => two[1] - one[1]) };
  }

  close(): void {
    this.session.disconnect();
  }

  private post(method: string, params: object = {}): unknown {
    let answer: unknown;
    this.session.post(
      method as 'Profiler.enable',
      params as never,
      ((error: Error | null, result: unknown) => {
        if (error) throw error;
        answer = result;
      }) as never,
    );
    return answer;
  }
}
