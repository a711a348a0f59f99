// How long a device that comes back should wait until its copy of the entries is full, as the vendor gives it for each service.
// No file says it, so the figure stands in for the length of a refill.

/** What a returning device should wait before it takes its role back. */
export interface Figure {
  readonly seconds: number;
  readonly source: string;
  /** False: no source gives one for the service; every delay should be longer than 15 s. */
  readonly known: boolean;
  /** The rule that watches over the delay. */
  readonly rule: string;
}

const cgn: Figure = {
  seconds: 1500,
  source: 'vendor configuration guide: CGN reliability',
  known: true,
  rule: 'service-location-preempt-short',
};

const byService: Readonly<Record<string, Figure>> = {
  'dhcpv6-relay': {
    seconds: 1800,
    source: '000 step 1.7',
    known: true,
    rule: 'vrrp-preempt-delay-too-short-dhcpv6-relay',
  },
  'dhcp-server': {
    seconds: 600,
    source: '002 step 1.4',
    known: true,
    rule: 'vrrp-preempt-delay-too-short-dhcp-server',
  },
  'ds-lite': cgn,
  nat: cgn,
  nat64: cgn,
  bras: {
    seconds: 600,
    source: 'vendor configuration guide: RBS',
    known: true,
    rule: 'vrrp-preempt-delay-missing-on-master',
  },
};

const shortest: Figure = {
  seconds: 16,
  source: 'CLI reference, preempt-mode',
  known: false,
  rule: 'vrrp-preempt-delay-short-on-master',
};

/** The longest of the services that share one carrier. */
export function figureOf(services: readonly string[]): Figure {
  const figures = services.map((service) => byService[service] ?? shortest);
  return figures.sort((x, y) => y.seconds - x.seconds)[0] ?? shortest;
}
