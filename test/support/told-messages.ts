// Every message that a rule can be made to give: over the rules' examples, the mutations of the clean pairs and, where it is
// there, the material that is no part of the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../server/src/rules/registry';
import type { Finding, Workspace } from '../../server/src/workspace/workspace';
import { decode } from '../../server/src/main/decode';
import { readExample } from './carets';
import { material, root, workspaceOf, type NamedText } from './check-text';
import { mutations, pairs, type Mutation } from './mutations';

export interface ToldFinding {
  /** Where it was told: an example, a mutation or a case. */
  readonly where: string;
  readonly finding: Finding;
  /** The names of the devices, the file's own first. */
  readonly devices: readonly string[];
  /** The texts of the fixes that are offered. */
  readonly fixes: readonly OfferedFix[];
}

export interface OfferedFix {
  readonly title: string;
  readonly safe: boolean;
  /** What each edit writes. */
  readonly writes: readonly string[];
}

export async function toldByExamples(): Promise<ToldFinding[]> {
  const toldFindings: ToldFinding[] = [];
  for (const rule of rules) {
    for (const example of rule.examples) {
      const { files } = readExample(example.config);
      if (files.every((file) => file.marks.length === 0)) continue;
      toldFindings.push(...toldIn(await workspaceOf(files, [rule]), `${rule.id}: ${example.title}`));
    }
  }
  return toldFindings;
}

export async function toldByMutations(): Promise<ToldFinding[]> {
  const toldFindings: ToldFinding[] = [];
  for (const mutation of mutations) {
    const on = rules.filter((rule) => !rule.off || rule.id === mutation.rule);
    toldFindings.push(...toldIn(await workspaceOf(mutated(mutation), on), `mutation ${mutation.rule}`));
  }
  return toldFindings;
}

/** The cases of the material; empty where it is absent. */
export async function toldByCases(): Promise<ToldFinding[]> {
  const toldFindings: ToldFinding[] = [];
  for (const folder of caseFolders()) {
    const files = readdirSync(folder)
      .filter((name) => /\.(cfg|txt|conf)$/.test(name))
      .map((name) => ({ name, text: decode(readFileSync(join(folder, name))).text }));
    if (files.length > 0) toldFindings.push(...toldIn(await workspaceOf(files), folder.split('/').slice(-2).join('/')));
  }
  return toldFindings;
}

function caseFolders(): string[] {
  const cases = join(material, 'cases');
  if (!existsSync(cases)) return [];
  return readdirSync(cases).flatMap((kind) => readdirSync(join(cases, kind)).map((id) => join(cases, kind, id)));
}

/** The mutations by a title each that stays when others come and go. */
export function titledMutations(): [title: string, mutation: Mutation][] {
  const counts = new Map<string, number>();
  return mutations.map((mutation) => {
    const title = `${mutation.pair} with ${mutation.rule}`;
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    return [count === 1 ? title : `${title}, ${count}`, mutation];
  });
}

/** The pair of a mutation with its fault. */
export function mutated({ pair, changes }: Mutation): NamedText[] {
  return pairs[pair].map((device) => {
    const text = readFileSync(join(root, 'examples', pair, `${device}.cfg`), 'utf8');
    const own = changes.filter(([name]) => name === device);
    return { name: `${device}.cfg`, text: own.reduce((result, [, from, to]) => result.replace(from, () => to), text) };
  });
}

function toldIn(workspace: Workspace, where: string): ToldFinding[] {
  const { devices } = workspace.network();
  return workspace.allFindings().map((finding) => {
    const own = devices.filter((device) => device.file === finding.file);
    return {
      where,
      finding,
      devices: [...own, ...devices.filter((device) => !own.includes(device))].map((device) => device.name),
      fixes: workspace.fixesOf(finding).map(({ title, safe, edits }) => ({
        title,
        safe,
        writes: edits.map((edit) => edit.newText),
      })),
    };
  });
}
