// The scenarios, in the order of the guide's pages.
import { arp } from './arp';
import { bras } from './bras';
import { dhcpServer } from './dhcp-server';
import { dhcpv6Relay } from './dhcpv6-relay';
import { dsLite } from './ds-lite';
import { arpETrunk, igmpETrunk, mldETrunk, ndETrunk } from './e-trunk';
import { igmp } from './igmp';
import { igmpSnoopingETrunk } from './igmp-snooping';
import { l2tp } from './l2tp';
import { mld } from './mld';
import { nat } from './nat';
import { nat64 } from './nat64';
import { natBras } from './nat-bras';
import { nat64Bras } from './nat64-bras';
import { nd } from './nd';
import type { Scenario } from './scenario';

export type { Answers, Parameter, PlacedLine, Scenario, Side, Step } from './scenario';

/** All scenarios, in the order that people see. */
export const scenarios: readonly Scenario[] = [
  dhcpv6Relay,
  nd,
  dhcpServer,
  mld,
  dsLite,
  arp,
  igmp,
  arpETrunk,
  igmpETrunk,
  mldETrunk,
  ndETrunk,
  igmpSnoopingETrunk,
  bras,
  l2tp,
  nat,
  nat64,
  natBras,
  nat64Bras,
];

/** The scenario of that id. */
export function scenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
