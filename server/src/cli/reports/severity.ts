// How reports name and colour a severity.
import type { Colors } from 'picocolors/types';
import type { Severity } from '../../diagnostics/rule';

/** In a table of formats that know three levels: what is less than a warning is a note. */
export function levelOf<Note extends string>(severity: Severity, note: Note): 'error' | 'warning' | Note {
  return severity === 'error' || severity === 'warning' ? severity : note;
}

/** For a terminal. `lesser` paints what is less than a warning. */
export function severityPaint(
  severity: Severity,
  colors: Colors,
  lesser: (text: string) => string,
): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    default:
      return lesser;
  }
}
