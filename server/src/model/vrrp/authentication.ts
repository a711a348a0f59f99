// How a group authenticates its advertisements. Two devices hear each other only with one mode and one key. What a device stores
// in cipher says nothing: the same key reads otherwise each time.
import type { Group } from '../device';
import { canonicalText, wordsAt } from '../lines/canonical-text';
import type { Place } from '../place';
import { readableKey } from '../secret-words';
import { vrrpVersion } from './timers';
import type { Member } from './member';

/** The authentication of a VRRP group, with its line. */
export interface Authentication {
  readonly mode: string;
  /** The key as it was typed; absent where it is stored in cipher or taken out. It is never shown. */
  readonly key?: string;
  readonly at: Place;
}

/** The authentication of a group; undefined where none is written. The last line wins. */
export function authenticationOf(group: Group): Authentication | undefined {
  for (const line of [...group.lines].reverse()) {
    const words = canonicalText(line).split(' ');
    const at = words.indexOf('authentication-mode');
    const mode = words[at + 1];
    if (at < 0 || line.match?.undo || mode === undefined) continue;
    const behind = words.slice(at + 2);
    const key = behind.length === 0 ? undefined : line.text.trim().split(/\s/).at(-1);
    return { mode, key: readableKey(key, behind.slice(0, -1)), at: wordsAt(line, at, at + 1) };
  }
  return undefined;
}

/** What differs between the two: who has any, the mode, the key. */
export type AuthenticationFault = 'one-sided' | 'mode' | 'key';

/**
 * Why each drops the advertisements of the other; undefined where they agree or nothing proves that they do not. Version 3 carries
 * no authentication (RFC 9568 9), so that the lines mean nothing where both speak it.
 */
export function authenticationFault(a: Member, b: Member): AuthenticationFault | undefined {
  const [ofA, ofB] = [authenticationOf(a.group), authenticationOf(b.group)];
  if (!ofA && !ofB) return undefined;
  if ([a, b].every(({ device, group }) => vrrpVersion(device, group.family).version === 3)) return undefined;
  if (!ofA || !ofB) return 'one-sided';
  if (ofA.mode !== ofB.mode) return 'mode';
  return ofA.key !== undefined && ofB.key !== undefined && ofA.key !== ofB.key ? 'key' : undefined;
}
