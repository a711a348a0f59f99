// The pair table for programs: lines from 1, null where a device has nothing of the kind or the files do not tell a master.
import type { Cell } from './row';
import { lineOf, type Table } from './table';
import { printableJson } from '../../text/sanitize';

export function tableJson({ pair, rows, summary, fileName }: Table): string {
  const cell = (one: Cell | undefined) =>
    one ? { value: one.text, default: one.isDefault, file: fileName(one.at.anchor.file), line: lineOf(one) } : null;
  const report = {
    schemaVersion: 1,
    devices: [pair.a.name, pair.b.name],
    files: [fileName(pair.a.file), fileName(pair.b.file)],
    rows: rows.map(({ section, parameter, kind, a, b, verdict, master, guide, why, findings }) => ({
      section,
      parameter,
      kind,
      a: cell(a),
      b: cell(b),
      verdict,
      master: master === undefined ? null : pair[master].name,
      guide,
      why,
      findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
    })),
    summary,
  };
  return `${printableJson(report)}\n`;
}
