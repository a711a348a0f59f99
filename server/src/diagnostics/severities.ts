// How severe a rule is where somebody has said so: in the settings of a folder, or of the editor.
import type { Severity } from './rule';

export const severitySettings = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type SeveritySetting = Severity | 'off';

/** By the id of a rule; a rule that is not there is as severe as it says itself. */
export type Severities = Readonly<Record<string, SeveritySetting>>;

/** What is set for a rule; undefined where nothing is. */
export function severitySetting(severities: Severities, rule: string): SeveritySetting | undefined {
  return Object.hasOwn(severities, rule) ? severities[rule] : undefined;
}
