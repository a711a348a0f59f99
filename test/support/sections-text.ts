// Sections of a text as lines of a record.
import type { Section } from '../../server/src/syntax/line';

/** A head for each section with its rows, then its lines. */
export function sectionsText(sections: readonly Section[]): string[] {
  return sections.flatMap(({ lines, rows }) => [
    `section of ${rows} rows`,
    ...lines.map(({ row, kind, start, indent, text, prompt, promptStart }) =>
      [
        `  ${row} ${kind} ${start}${indent === start ? '' : ` indent ${indent}`}`,
        ...(prompt === undefined ? [] : [`prompt ${promptStart ?? 0} ${JSON.stringify(prompt)}`]),
        kind === 'command' || kind === 'raw' || kind === 'header' ? JSON.stringify(text) : '',
      ]
        .join(' ')
        .trimEnd(),
    ),
  ]);
}
