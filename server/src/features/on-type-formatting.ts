// After Enter: the indent of the new line, one deeper than a line that opened a view, else as the line above. After `#`: column 0,
// which closes every view. language-configuration.json lets VS Code do the same before the next key.
import { rowOf } from '../model/place';
import { range, type Position, type TextEdit } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { lineAt } from './cursor-context';
import { rowText } from './row-text';

/** What follows a typed `#` or Enter: the `#` goes to column 0. */
export function onTypeFormatting(snapshot: Snapshot, position: Position): TextEdit[] {
  const row = rowText(snapshot, position.line);
  if (row === undefined) return [];
  const mark = /^(\s+)#$/.exec(row)?.[1];
  if (mark !== undefined && position.character === row.length)
    return [{ range: range(position.line, 0, mark.length), newText: '' }];
  if (position.line === 0 || /^\s*[#!<[]/.test(row)) return [];
  const wanted = indentBelow(snapshot, position.line);
  const old = /^\s*/.exec(row)![0];
  return wanted === undefined || old === ' '.repeat(wanted)
    ? []
    : [{ range: range(position.line, 0, old.length), newText: ' '.repeat(wanted) }];
}

/** Undefined where the lines above do not say: in a transcript, behind a banner's text. */
function indentBelow(snapshot: Snapshot, row: number): number | undefined {
  let above = row - 1;
  while (above >= 0 && (rowText(snapshot, above) ?? '').trim() === '') above--;
  if (above < 0) return 0;
  const text = rowText(snapshot, above)!;
  if (text.startsWith('#')) return 0;
  if (/^\s+#\s*$/.test(text)) return text.indexOf('#');
  const line = lineAt(snapshot, above);
  if (!line || line.prompt !== undefined || text.startsWith('!')) return undefined;
  if (!line.opens) return line.indent;
  // In a flat script nothing is indented.
  const first = line.lines.find((inner) => inner.anchor === line.anchor && rowOf(inner) > row);
  return (first && first.indent <= line.indent) || isScript(snapshot) ? line.indent : line.indent + 1;
}

function isScript(snapshot: Snapshot): boolean {
  return (
    snapshot.device.system.has('session.systemView') ||
    snapshot.facts.some((section) =>
      section.all.some(
        (line) =>
          line.match?.command === 'session.systemView' || (line.match?.command === 'session.quit' && line.indent === 0),
      ),
    )
  );
}
