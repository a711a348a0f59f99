// What stands above a line when it is looked at: over the device its peer and what is wrong, over a VRRP group what happens
// when a device dies, over a name how often it is used. Where the lenses are is cheap; what they say is made for those on the screen.
import type { NameKind } from '../catalogue/index';
import { rangeOf } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { strongestPair } from './counterpart';
import { failoverLensPlaces } from './failover-line';
import { occurrences } from './names';
import { references } from './references';

export interface CodeLens {
  readonly range: Range;
  readonly about: 'peer' | 'failover' | 'references';
}

const counted: ReadonlySet<NameKind> = new Set<NameKind>(['rbs', 'rbp', 'ip-pool', 'ipv6-pool', 'ipv6-prefix-pool', 'service-location', 'service-instance-group']);

export function codeLenses(snapshot: Snapshot): CodeLens[] {
  const lenses: CodeLens[] = [];
  const sysname = snapshot.device.sysname;
  if (sysname) lenses.push({ range: rangeOf(sysname.at), about: 'peer' });
  const seen = new Set<string>();
  for (const one of occurrences(snapshot)) {
    const key = `${one.kind} ${one.key}`;
    if (!one.defines || !counted.has(one.kind) || one.line.opens === undefined || seen.has(key)) continue;
    seen.add(key);
    lenses.push({ range: rangeOf(one.at), about: 'references' });
  }
  for (const place of failoverLensPlaces(snapshot)) lenses.push({ range: rangeOf(place), about: 'failover' });
  return lenses;
}

/** What is found in the file, as the shell counts it. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

export function peerLens(snapshot: Snapshot, counts: Counts): string {
  const peer = strongestPair(snapshot)?.peer;
  const many = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]);
  const wrong = [...many(counts.errors, 'error'), ...many(counts.warnings, 'warning')].join(', ') || 'no errors';
  return `${peer ? `paired with ${peer.name}` : 'no peer found'} - ${wrong}`;
}

export function referencesLens(snapshot: Snapshot, position: Position): { readonly title: string; readonly ranges: readonly Range[] } {
  const ranges = references(snapshot, position, false, () => undefined).map(({ range }) => range);
  return { title: ranges.length === 0 ? 'not used' : `${ranges.length} reference${ranges.length === 1 ? '' : 's'}`, ranges };
}
