// Which lines of a file the replay looks at: those of the families that hot backup is made of.
import { entry } from '../../server/src/catalogue/index';
import type { MatchedLine } from '../../server/src/model/lines/matched-line';
import type { Snapshot } from '../../server/src/workspace/workspace';
import { completion } from '../../server/src/features/completion';
import { hotBackupFamilies } from '../../server/src/features/completion-order';
import { hover } from '../../server/src/features/hover';
import { signatureHelp } from '../../server/src/features/signature-help';
import { nameKind } from '../../server/src/features/names';
import { limits } from '../../server/src/catalogue/parameters';
import { rowOf } from '../../server/src/model/place';
import { words } from '../../server/src/text/words';
import { Workspace } from '../../server/src/workspace/workspace';
import type { NamedText } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

export function isHotBackupLine(line: MatchedLine): boolean {
  return line.match !== undefined && hotBackupFamilies.has(entry(line.match.command)!.family);
}

export function linesOf(snapshot: Snapshot, isMeant: (line: MatchedLine) => boolean): MatchedLine[] {
  return snapshot.facts.flatMap((section) => section.all.filter(isMeant));
}

/** For files of which the catalogue has to know every line: the others are misses. */
export function isAnyLine({ text }: MatchedLine): boolean {
  return /^[^#!]/.test(text) && text !== 'return';
}

export interface Replay {
  readonly lines: number;
  readonly keywords: number;
  readonly names: number;
  readonly values: number;
  readonly meanRank: number;
  /** What was not offered or not explained, in words. */
  readonly misses: readonly string[];
}

/** Types each hot-backup line of each file word by word, with the rest of the file as it is. */
export async function replay(files: readonly NamedText[], isMeant = isHotBackupLine): Promise<Replay> {
  await loadSyntax();
  const misses: string[] = [];
  let lines = 0;
  let keywords = 0;
  let names = 0;
  let values = 0;
  let ranks = 0;
  for (const { name, text } of files) {
    const workspace = new Workspace({ rules: [] });
    workspace.open(name, text);
    const rows = text.split(/\r?\n/);
    const todo = linesOf(workspace.snapshot(name)!, isMeant).map((line) => ({
      line,
      row: rowOf(line),
      known: knownNames(workspace.snapshot(name)!, line),
    }));
    for (const { line, row, known } of todo) {
      lines++;
      if (!line.match) {
        misses.push(`not known: ${name}:${row + 1} ${line.text}`);
        continue;
      }
      const whole = rows[row]!;
      const all = words(line.text);
      for (let index = 0; index < all.length; index++) {
        const role = line.match.roles[index]!;
        const typed = whole.slice(0, line.start + all[index]!.start);
        workspace.change(name, { start: { line: row, character: 0 }, end: { line: row, character: 1e6 } }, typed);
        const snapshot = workspace.snapshot(name)!;
        const position = { line: row, character: typed.length };
        const items = completion(snapshot, position)?.items ?? [];
        const where = `${name}:${row + 1} ${typed.trim()}| ${all[index]!.text}`;
        if (role.kind === 'keyword' || role.kind === 'undo') {
          const rank = items.findIndex((item) => item.label === (role.kind === 'undo' ? 'undo' : role.keyword));
          if (rank < 0) misses.push(`keyword not offered: ${where}`);
          else ranks += rank + 1;
          keywords++;
        } else if (role.kind === 'value') {
          const value = line.match.values.find((boundValue) => boundValue.start === all[index]!.start);
          if (!value) continue;
          if (known.has(value.start)) {
            names++;
            const wanted = value.text.toLowerCase();
            if (!items.some((item) => item.kind === 'name' && item.label.toLowerCase() === wanted))
              misses.push(`name not offered: ${where}`);
          } else {
            values++;
            const help = signatureHelp(snapshot, position);
            const explained =
              index === 0 ||
              help?.signatures.some(
                (signature) =>
                  signature.next !== undefined &&
                  // Of a choice the first word is marked.
                  signature.parts
                    .slice(signature.next)
                    .some(({ start, end }) => signature.label.slice(start, end) === `<${role.name}>`),
              );
            if (!explained) misses.push(`parameter not described by a signature: ${where}`);
            const inserted = items.find((item) => item.label.replace(/^<|>$/g, '') === role.name);
            if (inserted) misses.push(`the name of the parameter would be inserted: ${where}`);
          }
        }
      }
      workspace.change(name, { start: { line: row, character: 0 }, end: { line: row, character: 1e6 } }, whole);
    }
    workspace.removeClosed(name);
  }
  return { lines, keywords, names, values, meanRank: ranks / keywords, misses };
}

/** Where the line uses names that another line makes, by the column of the value. */
function knownNames(snapshot: Snapshot, line: MatchedLine): Set<number> {
  const { device } = snapshot;
  const parameters = entry(line.match!.command)!.parameters;
  const found = new Set<number>();
  for (const value of line.match!.values) {
    const parameter = parameters[value.name];
    if (!parameter || parameter.defines) continue;
    const key = value.text.toLowerCase();
    const made: Partial<Record<string, boolean>> = {
      rbs: device.services.has(key),
      rbp: device.profiles.has(key),
      interface: device.interfaces.has(key),
      'ssl-policy': device.sslPolicies.has(key),
      'service-instance-group': device.instanceGroups.has(key),
    };
    if (made[nameKind(parameter) ?? '']) found.add(value.start);
  }
  return found;
}

/** Hover on every word of every hot-backup line: what is not answered, and values without range and unit. */
export async function hoverMisses(
  files: readonly NamedText[],
  isMeant = isHotBackupLine,
): Promise<{ readonly words: number; readonly misses: readonly string[] }> {
  await loadSyntax();
  const workspace = new Workspace({ rules: [] });
  const misses: string[] = [];
  let count = 0;
  for (const { name, text } of files) {
    workspace.open(name, text);
    const snapshot = workspace.snapshot(name)!;
    for (const line of linesOf(snapshot, isMeant)) {
      if (!line.match) continue;
      words(line.text).forEach((word, index) => {
        count++;
        const answer = hover(snapshot, { line: rowOf(line), character: line.start + word.start });
        const where = `${name}:${rowOf(line) + 1} ${line.text} at ${word.text}`;
        const role = line.match!.roles[index]!;
        if (!answer) return void misses.push(`no answer: ${where}`);
        const parameter = role.kind === 'value' ? entry(line.match!.command)!.parameters[role.name] : undefined;
        if (parameter?.type.kind === 'integer') {
          const { min, max } = parameter.type;
          if (
            !answer.plain.includes(`${min}-${max}`) ||
            (parameter.unit !== undefined &&
              !new RegExp(`\\(${parameter.unit}\\)|unit ${parameter.unit}`).test(answer.plain))
          )
            misses.push(`no range or unit: ${where}`);
        } else if (
          parameter &&
          parameter.type.kind !== 'name' &&
          parameter.type.kind !== 'text' &&
          parameter.type.kind !== 'cipher' &&
          !answer.plain.toLowerCase().includes(limits(parameter).toLowerCase())
        )
          misses.push(`no limits: ${where}`);
      });
    }
  }
  return { words: count, misses };
}
