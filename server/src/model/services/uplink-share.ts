// The uplinks that a backup service counts: when the share of them that has failed reaches its limit, the device gives its users away:
// its pools cost 65535 and its profiles switch. A `track ...-group` stands instead of `track interface` and bars it.
import { monitorGroup, rbs } from '../../catalogue/index';
import { memoizeByObject } from '../../text/memoize';
import type { Device, Rbs } from '../device';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { interfaceKey, nameKey } from '../names';
import { number, text } from '../read/line-values';

/** An uplink of a monitor group and its weight. */
export interface CountedUplink {
  readonly key: string;
  readonly weight: number;
}

/** The uplinks that are counted, and from which share of lost ones on the role moves. */
export interface UplinkShare {
  /** The lines that say what counts. */
  readonly lines: readonly MatchedLine[];
  /** Percent of the weights. */
  readonly limit: number;
  readonly uplinks: readonly CountedUplink[];
}

/** What an uplink counts where no weight is written. */
const usualWeight = 10;
/** The limit where none is written. */
const allUplinks = 100;

/** The shares that a service watches: one of its interfaces, or one a monitoring group. */
export function uplinkShares(device: Device, service: Rbs): readonly UplinkShare[] {
  const own = linesOf(service);
  if (own.groups.length > 0 || own.routeGroups.length > 0)
    return own.groups.flatMap((line) => shareOfGroup(device, line) ?? []);
  if (own.interfaces.length === 0) return [];
  const limit = own.limits.flatMap((line) => number(line, 'failure-ratio') ?? []).at(-1)?.value ?? allUplinks;
  const uplinks = own.interfaces.flatMap((line) => countedIn(line, 'weight') ?? []);
  return [{ lines: [...own.interfaces, ...own.limits], limit, uplinks }];
}

/** Groups of routes that a service watches: whether a route is there is in no file. */
export function watchedRoutes(service: Rbs): readonly MatchedLine[] {
  return linesOf(service).routeGroups;
}

/** The uplinks that are down have the share, by weight, at which the service gives its users away. */
export function isShareReached(
  { uplinks, limit }: Omit<UplinkShare, 'lines'>,
  isUp: (key: string) => boolean,
): boolean {
  const all = sum(uplinks);
  const failed = sum(uplinks.filter(({ key }) => !isUp(key)));
  return failed > 0 && failed * 100 >= limit * all;
}

function sum(uplinks: readonly CountedUplink[]): number {
  return uplinks.reduce((total, { weight }) => total + weight, 0);
}

const linesOf = memoizeByObject(({ block }: Rbs) => {
  const lines = inForce([...block.lines]).filter(({ match }) => match?.complete && !match.undo);
  const of = (command: { readonly id: string }) => lines.filter(({ match }) => match!.command === command.id);
  return {
    interfaces: of(rbs.trackInterface),
    limits: of(rbs.switchoverUplink),
    groups: of(rbs.trackMonitorGroup),
    routeGroups: of(rbs.trackRouteMonitorGroup),
  };
});

/** Undefined where the file does not have the group, or it watches nothing. */
function shareOfGroup({ monitorGroups }: Device, line: MatchedLine): UplinkShare | undefined {
  const found = shareOf({ monitorGroups }, text(line, 'group-name')?.value, number(line, 'failure-ratio')?.value);
  return found && { lines: [line], ...found };
}

/** What a monitoring group counts; undefined where the file does not have it, it watches nothing, or no limit is written. */
export function shareOf(
  { monitorGroups }: Pick<Device, 'monitorGroups'>,
  name: string | undefined,
  limit: number | undefined,
): Omit<UplinkShare, 'lines'> | undefined {
  const group = name === undefined ? undefined : monitorGroups.get(nameKey(name));
  if (!group || limit === undefined) return undefined;
  const bindings = inForce([...group.block.lines]).filter(
    ({ match }) => match?.command === monitorGroup.binding.id && !match.undo,
  );
  const uplinks = bindings.flatMap((binding) => countedIn(binding, 'down-weight') ?? []);
  return uplinks.length === 0 ? undefined : { limit, uplinks };
}

function countedIn(line: MatchedLine, weight: string): CountedUplink | undefined {
  const name = text(line, 'interface');
  return name && { key: interfaceKey(name.value), weight: number(line, weight)?.value ?? usualWeight };
}
