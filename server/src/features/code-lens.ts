// What stands above a line when it is looked at: over the device its peer and what is wrong, over a VRRP group what happens
// when a device dies, over a name how often it is used, over what the peer answers where it does. Where the lenses are is cheap;
// what they say is made for those on the screen.
import type { NameKind } from '../catalogue/index';
import type { Device, Group, Pool } from '../model/device';
import { rangeOf, type Place } from '../model/place';
import { boundPools } from '../model/services/pools';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { counterpart, counterpartName, strongestPair, type Other } from './counterpart';
import { failoverLensPlaces } from './failover-line';
import { occurrenceAt, occurrences, standing, type Occurrence } from './names';
import { references } from './references';

/** A lens above a line. */
export interface CodeLens {
  readonly range: Range;
  readonly about: LensSubject;
}

/** What a lens leads to. */
export type LensSubject = 'peer' | 'failover' | 'references' | 'counterpart';

const counted: ReadonlySet<NameKind> = new Set<NameKind>([
  'rbs',
  'rbp',
  'ip-pool',
  'ipv6-pool',
  'ipv6-prefix-pool',
  'service-location',
  'service-instance-group',
]);

/** The lenses of a file; their words are made when they are seen. */
export function codeLenses(snapshot: Snapshot): CodeLens[] {
  const lenses: CodeLens[] = [];
  const sysname = snapshot.device.sysname;
  if (sysname) lenses.push({ range: rangeOf(sysname.at), about: 'peer' });
  const seen = new Set<string>();
  for (const occurrence of occurrences(snapshot)) {
    const key = `${occurrence.kind} ${occurrence.key}`;
    if (!occurrence.defines || !counted.has(occurrence.kind) || occurrence.line.opens === undefined || seen.has(key))
      continue;
    seen.add(key);
    if (isUnnamedPool(snapshot, occurrence)) continue;
    lenses.push({ range: rangeOf(occurrence.at), about: 'references' });
  }
  for (const place of failoverLensPlaces(snapshot)) lenses.push({ range: rangeOf(place), about: 'failover' });
  if (snapshot.peers.length > 0)
    for (const at of answerable(snapshot.device)) lenses.push({ range: rangeOf(at), about: 'counterpart' });
  return lenses;
}

/** Users find the pool of a DHCP server by its gateway: nobody has to name it, and which interface it serves is not told here. */
function isUnnamedPool(snapshot: Snapshot, definition: Occurrence): boolean {
  if (definition.kind !== 'ip-pool' || standing(snapshot, definition).some(({ defines }) => !defines)) return false;
  const pool = poolAt(snapshot, definition);
  return pool !== undefined && !pool.bas && servedGroups(snapshot, pool).length === 0;
}

function poolAt({ device }: Snapshot, { key }: Occurrence): Pool | undefined {
  return device.pools.find((pool) => pool.family === 4 && pool.key === key);
}

/** The groups whose users have their leases from the pool. */
function servedGroups({ device }: Snapshot, pool: Pool): readonly Group[] {
  return boundPools(device).find((bound) => bound.pool === pool)?.groups ?? [];
}

/** Where hot backup begins: what a device has of it, the peer must answer. */
function answerable({ services, profiles, locations, interfaces, pools }: Device): Place[] {
  return [
    ...[...services.values(), ...profiles.values(), ...locations.values()].map((item) => item.at),
    ...pools.filter((pool) => pool.profiles.length > 0).map((pool) => pool.at),
    ...[...interfaces.values()].filter((port) => port.groups.length + port.profiles.length > 0).map((port) => port.at),
  ];
}

/** The line that answers the one here, in words; undefined where none does. */
export function counterpartLens(snapshot: Snapshot, position: Position, other: Other): string | undefined {
  const found = strongestPair(snapshot);
  const line = found && counterpart(snapshot, position, other)?.line;
  return found && (line ? `counterpart: ${counterpartName(found, line)}` : undefined);
}

/** What is found in the file, as the shell counts it. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** The words of the lens that leads to the peer. */
export function peerLens(snapshot: Snapshot, counts: Counts): string {
  const peer = strongestPair(snapshot)?.peer;
  const many = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]);
  const wrong =
    [...many(counts.errors, 'error'), ...many(counts.warnings, 'warning')].join(', ') || 'no errors or warnings';
  return `${peer ? `paired with ${peer.name}` : 'no peer found'} - ${wrong}`;
}

/** The words of the lens that counts references. */
export function referencesLens(
  snapshot: Snapshot,
  position: Position,
): { readonly title: string; readonly ranges: readonly Range[] } {
  const ranges = references(snapshot, position, false, () => undefined).map(({ range }) => range);
  const definition = occurrenceAt(snapshot, position);
  const pool = ranges.length === 0 && definition?.kind === 'ip-pool' ? poolAt(snapshot, definition) : undefined;
  const groups = pool ? servedGroups(snapshot, pool) : [];
  if (groups.length > 0) {
    const interfaces = [...new Set(groups.map(({ interfaceName }) => interfaceName))];
    return { title: `serves ${interfaces.join(', ')}`, ranges: groups.map(({ at }) => rangeOf(at)) };
  }
  return {
    title: ranges.length === 0 ? 'no references' : `${ranges.length} reference${ranges.length === 1 ? '' : 's'}`,
    ranges,
  };
}
