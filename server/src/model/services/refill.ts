// How long a device that has come back waits before it takes its role: by then the other one must have copied the users' entries
// back to it. How long that takes is in no file; the vendor's figure of the service stands in for it.
import type { GroupPair } from '../pairing/pair';

/** Seconds that the preemption delay of the intended master should have for one service. */
export interface RefillFigure {
  readonly seconds: number;
  readonly source: string;
  /** False: no source has a figure for the service, and the general floor of a recovering device stands in. */
  readonly known: boolean;
  /** The rule that asks for it. */
  readonly rule: string;
}

/** Seconds that every delay should have, where no source has a figure for the service (CLI reference, preempt-mode). */
export const shortestDelay = 15;

const floor: RefillFigure = {
  seconds: shortestDelay + 1,
  source: 'CLI reference, preempt-mode',
  known: false,
  rule: 'vrrp-preempt-delay-short-on-master',
};

const boards: RefillFigure = {
  seconds: 1500,
  source: 'vendor configuration guide: CGN reliability',
  known: true,
  rule: 'service-location-preempt-short',
};

const figures: Readonly<Record<string, RefillFigure>> = {
  'dhcpv6-relay': {
    seconds: 1800,
    source: '000 step 1.7',
    known: true,
    rule: 'vrrp-preempt-delay-too-short-dhcpv6-relay',
  },
  // The page speaks of more than 600 s and has exactly 600 in its worked example: 600 are enough (docs/decisions/preempt-delay-by-service.md).
  'dhcp-server': {
    seconds: 600,
    source: '002 step 1.4',
    known: true,
    rule: 'vrrp-preempt-delay-too-short-dhcp-server',
  },
  // 600 s and more with the number of users (docs/decisions/preempt-delay-by-service.md).
  bras: {
    seconds: 600,
    source: 'vendor configuration guide: RBS',
    known: true,
    rule: 'vrrp-preempt-delay-short-on-master',
  },
  'ds-lite': boards,
  nat: boards,
  nat64: boards,
};

export function refillFigure(service: string): RefillFigure {
  return figures[service] ?? floor;
}

/** The longest of several services. */
export function longestRefill(services: readonly string[]): RefillFigure {
  return services.map(refillFigure).sort((one, two) => two.seconds - one.seconds)[0] ?? floor;
}

/** What a service board that nothing is bound to would need: its instances translate addresses. */
export const boardRefill: RefillFigure = boards;

/** The longest of the services and boards that follow a group. */
export function refillOf(group: GroupPair): RefillFigure {
  const ofBoards = group.locations.length > 0 ? [boards] : [];
  const all = [...group.services.map(refillFigure), ...ofBoards];
  return all.sort((one, two) => two.seconds - one.seconds)[0] ?? floor;
}
