// The pair of two texts, with all that the comparison asks for.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Compared } from '../../server/src/compare/pair-table/comparison';
import { orientToMaster, swapSides } from '../../server/src/compare/swap-sides';
import type { Pair } from '../../server/src/model/pairing/pair';
import type { Finding, Workspace } from '../../server/src/workspace/workspace';
import { root, workspaceOf, type NamedText } from './check-text';

export interface PairOf {
  readonly workspace: Workspace;
  /** The master of most groups first. */
  readonly pair: Pair;
  readonly swapped: Pair;
  readonly findings: readonly Finding[];
  /** Errors and warnings. */
  readonly faults: readonly Finding[];
  text(file: string): string;
  compared(pair: Pair): Compared;
}

export async function pairOf(files: readonly NamedText[]): Promise<PairOf> {
  const workspace = await workspaceOf(files, undefined, {
    network: { namedPairs: [[files[0]!.name, files[1]!.name]] },
  });
  const findings = workspace.allFindings();
  const pair = orientToMaster(workspace.network().pairs[0]!);
  return {
    workspace,
    pair,
    swapped: swapSides(pair),
    findings,
    faults: findings.filter((one) => one.severity === 'error' || one.severity === 'warning'),
    text: (file) => files.find((one) => one.name === file)!.text,
    compared: (of) => ({
      facts: (side) => workspace.snapshot(of[side].file)!.facts,
      findings,
      fixes: (finding) => workspace.fixesOf(finding),
    }),
  };
}

/** The two files of an example. */
export function example(name: string): NamedText[] {
  const folder = join(root, 'examples', name);
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: `${name}/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
}

export const exampleNames: readonly string[] = readdirSync(join(root, 'examples'), {
  withFileTypes: true,
})
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .sort();
