// A property that must hold for everything an arbitrary makes. What breaks it is shrunk and kept in test/fuzz-failures/ as JSON;
// `npm test` tries all that is kept there again.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

export interface Property<Input> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** Throws where it does not hold. */
  readonly holds: (input: Input) => void | Promise<void>;
}

export interface Broken {
  readonly property: string;
  readonly seed: number;
  readonly input: unknown;
  readonly message: string;
}

/** The first thing found that breaks it, as small as it gets. `watch` sees each input before it is tried. */
export async function broken<Input>(
  { name, inputs, holds }: Property<Input>,
  seed: number,
  runs: number,
  watch: (input: Input) => void,
): Promise<Broken | undefined> {
  const details = await fc.check(
    fc.asyncProperty(inputs, async (input) => {
      watch(input);
      await holds(input);
    }),
    { seed, numRuns: runs },
  );
  if (!details.failed) return undefined;
  const error = details.errorInstance;
  return {
    property: name,
    seed,
    input: details.counterexample?.[0],
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

export const failures = join(__dirname, '../fuzz-failures');

/** Writes it down; gives the file's name. */
export function keep({ property, seed, input, message }: Broken): string {
  const name = `${property}-${createHash('sha1').update(JSON.stringify(input)).digest('hex').slice(0, 8)}.json`;
  // Of the message only what was wrong: its stack names this machine.
  const wrong = message.split(/\n\s+at /)[0]!.slice(0, 1000);
  mkdirSync(failures, { recursive: true });
  writeFileSync(join(failures, name), `${JSON.stringify({ property, seed, wrong, input }, null, 1)}\n`);
  return name;
}

export function kept(): readonly { readonly file: string; readonly property: string; readonly input: unknown }[] {
  return readdirSync(failures)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      ...(JSON.parse(readFileSync(join(failures, file), 'utf8')) as { property: string; input: unknown }),
    }));
}
