// How long a device that has come back waits before it takes its role: by then the other one must have copied the users' entries
// back to it. How long that takes is in no file; the vendor's figure of the service stands in for it.
import { valueAdded } from '../../catalogue';
import type { Device } from '../device';
import { canonicalText } from '../lines/canonical-text';
import type { GroupPair } from '../pairing/pair';

/** How long the preemption delay of the intended master should be for one service (docs/decisions/preempt-delay-by-service.md). */
export interface RefillFigure {
  /** Seconds that are enough. */
  readonly seconds: number;
  /** Seconds that a fix writes. */
  readonly fix: number;
  readonly source: string;
  /** False: no source has a figure for the service, and the general floor of a recovering device stands in. */
  readonly known: boolean;
  /** What a shorter delay is: a warning where the vendor asks for the figure, information where an example has it. */
  readonly severity: 'warning' | 'information';
  /** `ARP needs 600 s`; undefined where nobody names a figure. */
  readonly needs?: string;
  /** The rule that asks for it. */
  readonly rule: string;
}

/** Seconds that every delay should have, where no source has a figure for the service (CLI reference, preempt-mode). */
export const shortestDelay = 15;

const general = 'vrrp-preempt-delay-short-on-master';

const floor: RefillFigure = {
  seconds: shortestDelay,
  // What the vendor recommends for ARP is enough where no source has a figure.
  fix: 600,
  source: 'CLI reference, preempt-mode',
  known: false,
  severity: 'information',
  rule: general,
};

const boards: RefillFigure = {
  seconds: 1500,
  fix: 1500,
  source: 'vendor configuration guide: CGN reliability',
  known: true,
  severity: 'information',
  needs: 'service boards need 1500 s',
  rule: 'service-location-preempt-short',
};

const figures: Readonly<Record<string, RefillFigure>> = {
  'dhcpv6-relay': {
    seconds: 1800,
    fix: 1800,
    source: '000 step 1.7',
    known: true,
    severity: 'warning',
    needs: 'a DHCPv6 relay needs 1800 s',
    rule: 'vrrp-preempt-delay-too-short-dhcpv6-relay',
  },
  // The page speaks of more than 600 s and has exactly 600 in its worked example; the command reference accepts 600.
  'dhcp-server': {
    seconds: 600,
    fix: 601,
    source: '002 step 1.4',
    known: true,
    severity: 'warning',
    needs: 'a DHCP server pair needs over 600 s, more with large pools',
    rule: 'vrrp-preempt-delay-too-short-dhcp-server',
  },
  arp: {
    seconds: 600,
    fix: 600,
    source: '005 step 1.5',
    known: true,
    severity: 'warning',
    needs: 'ARP needs 600 s',
    rule: general,
  },
  bras: {
    seconds: 600,
    fix: 600,
    source: 'vendor configuration guide: establishing a multi-device backup platform',
    known: true,
    severity: 'warning',
    needs: 'BRAS needs 600 s, and 60 s more for every 6000 users',
    rule: general,
  },
  l2tp: {
    seconds: 1800,
    fix: 1800,
    source: 'vendor configuration guide: precautions for multi-device backup',
    known: true,
    severity: 'warning',
    needs: 'L2TP needs 1800 s',
    rule: general,
  },
  'ds-lite': boards,
  nat: boards,
  nat64: boards,
};

/** Which users have EDSG their RADIUS server says: where a device offers it, its users may. */
const withEdsg: RefillFigure = {
  seconds: 900,
  fix: 900,
  source: 'vendor configuration guide: establishing a multi-device backup platform',
  known: true,
  severity: 'information',
  needs: 'BRAS with EDSG needs 900 s, and 60 s more for every 4000 users',
  rule: general,
};

/** How long a service needs until an empty device has all entries again, in seconds, and who says so. */
export function refillFigure(service: string): RefillFigure {
  return figures[service] ?? floor;
}

/** The longest of several services. */
export function longestRefill(services: readonly string[]): RefillFigure {
  return services.map(refillFigure).sort((left, right) => right.seconds - left.seconds)[0] ?? floor;
}

/** Of a role from an E-Trunk no source has a figure, whatever the service: those above are for VRRP. */
export const eTrunkRefill: RefillFigure = floor;

/** What a service board that nothing is bound to would need: its instances translate addresses. */
export const boardRefill: RefillFigure = boards;

/** The figures of all services and boards that follow a group, of which this device is the master. */
export function refillFigures(group: GroupPair, master: Device): readonly RefillFigure[] {
  return [
    ...group.services.map(refillFigure),
    ...(group.services.includes('bras') && offersEdsg(master) ? [withEdsg] : []),
    ...(group.locations.length > 0 ? [boards] : []),
  ];
}

/** `service-policy name video edsg`, `value-added-service policy video edsg` */
function offersEdsg({ system }: Device): boolean {
  const lines = [...(system.get(valueAdded.policy.id) ?? []), ...(system.get(valueAdded.enable.id) ?? [])];
  return lines.some((line) => !line.match?.undo && / edsg\b/.test(canonicalText(line)));
}
