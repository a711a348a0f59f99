// The names that one edit may put in the place of a name that nothing defines: the one that the other device shows, and the one that
// differs by a slip of the fingers. Any other name that happens to be defined is somebody else's (docs/decisions/fixes.md).
import { replace } from '../../edits/config-edits';
import type { Fix } from '../../diagnostics/rule';
import type { Fact } from '../../model/place';
import { meant } from '../../text/edit-distance';

/** A name that nothing defines and the names that may take its place. `title` is that of the fix. */
export interface NameChoice {
  readonly written: Fact<string>;
  /** All names of the kind on the device. */
  readonly defined: readonly string[];
  /** Those that stand at the counterparts of the line on other devices. */
  readonly shown: readonly string[];
  readonly title: (name: string) => string;
  /** Nothing else of the kind is on the device. */
  readonly isOnlyOne: boolean;
}

/** Safe where nothing else is defined and the slip leads to it. */
export function nameFixes({ written, defined, shown, title, isOnlyOne }: NameChoice): Fix[] {
  const near = meant(written.value, defined);
  const names = new Set([...(near === undefined ? [] : [near]), ...(new Set(shown).size === 1 ? shown : [])]);
  return [...names].map((name) => ({
    title: title(name),
    edits: [replace(written.at, name)],
    safe: isOnlyOne && name === near,
  }));
}
