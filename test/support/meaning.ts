// What a configuration says, apart from where it says it: the lines of each view in their canonical text, sections of one view
// merged, in the order of the alphabet. Two files with one meaning do the same on a device, save for lines whose order counts.
import { canonicalText } from '../../server/src/model/lines/canonical-text';
import type { MatchedLine } from '../../server/src/model/lines/matched-line';
import type { Workspace } from '../../server/src/workspace/workspace';
import { workspaceOf, type NamedText } from './check-text';

/** `interface gigabitethernet0/3/2.310 > vrrp6 vrid 31 priority 160`, each once. */
export function meaningOf(workspace: Workspace, file: string): ReadonlySet<string> {
  const reported = new Set<string>();
  const add = (lines: readonly MatchedLine[], path: string) => {
    for (const line of lines) {
      const text = path + canonicalText(line);
      reported.add(text);
      add(line.lines, `${text} > `);
    }
  };
  for (const section of workspace.snapshot(file)!.facts) add(section.lines, '');
  return reported;
}

/** What all files say, each line with its file. */
export async function meaningOfAll(files: readonly NamedText[]): Promise<ReadonlySet<string>> {
  const workspace = await workspaceOf(files, []);
  return new Set(files.flatMap(({ name }) => [...meaningOf(workspace, name)].map((line) => `${name}: ${line}`)));
}

/** The lines that only one of the two says. */
export function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [
    ...[...before].filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...[...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}
