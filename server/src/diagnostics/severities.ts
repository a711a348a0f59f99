// How severe a rule is where somebody has said so: in the settings of a folder, or of the editor.
import type { Severity } from './rule';

/** What a setting may say of a rule. */
export const severitySettings = ['error', 'warning', 'information', 'hint', 'off'] as const;
/** A severity, or `off` for a rule that is not asked. */
export type SeveritySetting = Severity | 'off';

/** By the id of a rule; a rule that is not there is as severe as it says itself. */
export type Severities = Readonly<Record<string, SeveritySetting>>;

/** What is set for a rule; undefined where nothing is. */
export function severitySetting(severities: Severities, rule: string): SeveritySetting | undefined {
  return Object.hasOwn(severities, rule) ? severities[rule] : undefined;
}

/** What of a value are settings of rules; anything else in it is left out. */
export function severitiesOf(value: unknown): Severities {
  if (typeof value !== 'object' || value === null) return {};
  const known = (setting: unknown) => severitySettings.find((candidate) => candidate === setting);
  return Object.fromEntries(
    Object.entries(value).flatMap(([rule, setting]) => {
      const severity = known(setting);
      return severity ? [[rule, severity]] : [];
    }),
  );
}

/** How severe rules are where folders say different things. */
export interface FolderSeverities {
  /** What the folders say, in no order that means anything. */
  readonly all: readonly Severities[];
  /** What the folder of a file says. */
  of(file: string): Severities;
}

/** The same severities for every folder. */
export function sameEverywhere(severities: Severities): FolderSeverities {
  return { all: [severities], of: () => severities };
}

/** The rules that some of the settings switch on. */
export function switchedOn(settings: readonly Severities[]): ReadonlySet<string> {
  const on = settings.flatMap((readonly) => Object.entries(readonly).filter(([, setting]) => setting !== 'off'));
  return new Set(on.map(([id]) => id));
}
