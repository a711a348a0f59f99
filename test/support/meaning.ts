// What a configuration says, apart from where it says it: the lines of each view in their canonical text, sections of one view
// merged, in the order of the alphabet. Two files with one meaning do the same on a device, save for lines whose order counts.
import { canonicalText } from '../../server/src/model/lines/canonical-text';
import type { MatchedLine } from '../../server/src/model/lines/matched-line';
import type { Workspace } from '../../server/src/workspace/workspace';

/** `interface gigabitethernet0/3/2.310 > vrrp6 vrid 31 priority 160`, each once. */
export function meaningOf(workspace: Workspace, file: string): ReadonlySet<string> {
  const said = new Set<string>();
  const add = (lines: readonly MatchedLine[], path: string) => {
    for (const line of lines) {
      const text = path + canonicalText(line);
      said.add(text);
      add(line.lines, `${text} > `);
    }
  };
  for (const section of workspace.snapshot(file)!.facts) add(section.lines, '');
  return said;
}
