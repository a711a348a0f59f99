// Clean pairs of configurations of many shapes and any size: what is quick on one text must be quick on all. In each shape stands
// at least one line of every family of commands, so that each kind of edit finds a place in it.
import { carrier, vlanLine } from './text';

export type Own = 0 | 1;

export interface Shape {
  readonly name: string;
  readonly title: string;
  /** One router of the pair, in about so many lines. */
  text(own: Own, lines: number): string;
}

export const shapes: readonly Shape[] = [
  {
    name: 'carrier',
    title: 'ports, groups and profiles as a carrier has them',
    text: (own, lines) =>
      withEveryFamily(
        own,
        carrier(own, lines - everyFamily(own).length)
          .split('\n')
          .slice(0, -2),
        [],
      ),
  },
  {
    name: 'subscribers',
    title: 'many profiles, interfaces, virtual addresses and pools, one channel',
    text: (own, lines) =>
      device(own, lines, (n) => [
        ...port(own, n),
        ...profile(n),
        ...subscribers(n, 2),
        ...(n % 6 === 0 ? pool(n) : []),
      ]),
  },
  {
    name: 'one-profile',
    title: 'one profile bound on all sub-interfaces',
    text: (own, lines) => device(own, lines, (n) => subscriber(n, 0)),
  },
  {
    name: 'long-lists',
    title: 'one pool of many sections, one access list of many rules',
    text: (own, lines) =>
      among(own, lines, [
        ['ip pool long bas local', ' gateway 10.0.0.1 255.0.0.0', ...listed(lines / 20, section), '#'],
        ['acl number 3900', ...listed(lines / 5, aclRule), '#'],
      ]),
  },
  {
    name: 'services',
    title: 'VPN instances with users of both families, domains, relays and NAT on boards',
    text(own, lines) {
      const perCustomer = customer(own, 1).length + domain(1).length;
      const count = Math.max(1, Math.round((lines - everyFamily(own).length) / perCustomer));
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      const aaa = ['aaa', ...numbers.flatMap(domain), '#'];
      return withEveryFamily(own, head(own), [...numbers.map((n) => customer(own, n)), aaa]);
    },
  },
  {
    name: 'routes',
    title: 'static routes',
    text: (own, lines) => among(own, lines, [[...listed(lines / 10, route), '#']]),
  },
  {
    name: 'followers',
    title: 'groups that follow one',
    text: (own, lines) => device(own, lines, (n) => follower(own, n)),
  },
  {
    name: 'findings',
    title: 'a finding in every three hundredth part of the file',
    text: (own, lines) => {
      const every = Math.max(1, Math.round(lines / 30 / 300));
      return device(own, lines, (n) => [
        ...port(own, n, n % every === 0 ? ' vrrp vrid 256 priority 120' : undefined),
        ...profile(n),
        ...subscribers(n, 1),
      ]);
    },
  },
  {
    name: 'long-section',
    title: 'one section of many lines',
    text: (own, lines) =>
      among(own, lines, [
        ['interface GigabitEthernet0/7/0.1', ' vlan-type dot1q 7', ...listed(lines / 5, (n) => secondary(own, n)), '#'],
      ]),
  },
];

/** A shape that nobody chose: of each kind of part as many, and lists as long, as the seed draws. */
export function drawnShape(seed: number): Shape {
  const draw = draws(seed);
  const weights = Array.from({ length: 5 }, () => draw() ** 3);
  const shares = Array.from({ length: 4 }, () => (draw() < 0.5 ? 0 : draw() / 8));
  const perRing = 1 + Math.floor(draw() * 6);
  const picks = Array.from({ length: 997 }, () => drawn(weights, draw()));
  const parts = (own: Own, n: number): readonly string[] =>
    [
      () => [...port(own, n), ...profile(n)],
      () => [...port(own, n), ...profile(n), ...subscribers(n, perRing)],
      () =>
        listed(perRing, (index) => subscriber(n * perRing + index, 0).join('\n')).flatMap((text) => text.split('\n')),
      () => pool(n),
      () => follower(own, n),
    ][picks[n % picks.length]!]!();
  const lists = (own: Own, lines: number) =>
    [
      ['ip pool long bas local', ' gateway 10.0.0.1 255.0.0.0', ...listed(lines * shares[0]!, section), '#'],
      ['acl number 3900', ...listed(lines * shares[1]!, aclRule), '#'],
      [...listed(lines * shares[2]!, route), '#'],
      [
        'interface GigabitEthernet0/7/0.1',
        ' vlan-type dot1q 7',
        ...listed(lines * shares[3]!, (n) => secondary(own, n)),
        '#',
      ],
    ].filter((_, index) => shares[index]! > 0);
  return {
    name: `drawn-${seed}`,
    title: `drawn from the seed ${seed}`,
    text(own, lines) {
      const long = lists(own, lines).flat();
      return device(own, lines, (n) => (n === 1 ? [...long, ...parts(own, n)] : parts(own, n)));
    },
  };
}

/** Numbers from 0 to 1, the same for the same seed. */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The place of the weight that a number from 0 to 1 falls on. */
function drawn(weights: readonly number[], at: number): number {
  let left = at * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return Math.max(0, found);
}

/** `part` after `part` until the device has so many lines. */
function device(own: Own, lines: number, part: (n: number) => readonly string[]): string {
  const parts: (readonly string[])[] = [];
  let count = everyFamily(own).length + head(own).length + 2;
  for (let n = 1; count < lines; n++) {
    const next = part(n);
    parts.push(next);
    count += next.length;
  }
  return withEveryFamily(own, head(own), parts);
}

/** These parts among ports and profiles, so many lines in all. */
function among(own: Own, lines: number, parts: readonly (readonly string[])[]): string {
  const rest: (readonly string[])[] = [];
  let count = everyFamily(own).length + head(own).length + 2 + parts.flat().length;
  for (let n = 1; count < lines; n++) {
    const next = [...port(own, n), ...profile(n), ...subscribers(n, 1)];
    rest.push(next);
    count += next.length;
  }
  const middle = rest.length >> 1;
  return withEveryFamily(own, head(own), [...rest.slice(0, middle), ...parts, ...rest.slice(middle)]);
}

function withEveryFamily(own: Own, first: readonly string[], parts: readonly (readonly string[])[]): string {
  const middle = parts.length >> 1;
  return [
    ...first,
    ...parts.slice(0, middle).flat(),
    ...everyFamily(own),
    ...parts.slice(middle).flat(),
    'return',
    '',
  ].join('\n');
}

function head(own: Own): readonly string[] {
  return [
    '#',
    `sysname Shape-${'AB'[own]}`,
    '#',
    'remote-backup-service core',
    ` peer 198.18.0.${2 - own} source 198.18.0.${1 + own} port 2000`,
    '#',
    'interface LoopBack0',
    ` ip address 198.18.0.${1 + own} 255.255.255.255`,
    '#',
    'interface GigabitEthernet0/0/0',
    ' undo shutdown',
    '#',
  ];
}

/** One of each family of commands. */
function everyFamily(own: Own): readonly string[] {
  return [
    'remote-backup-profile leases',
    ' service-type dhcp-server',
    ' backup-id 4090 remote-backup-service core',
    ' peer-backup hot',
    ' vrrp-id 250 interface GigabitEthernet0/6/0.1',
    '#',
    'remote-backup-profile all',
    ' service-type bras',
    ' service-type arp',
    ' backup-id 4091 remote-backup-service core',
    ' peer-backup hot',
    ' vrrp-id 250 interface GigabitEthernet0/6/0.1',
    '#',
    'ip pool office server',
    ' gateway 198.19.0.254 255.255.255.0',
    ' section 0 198.19.0.10 198.19.0.99',
    ' server identifier ip 198.19.0.254',
    ' remote-backup-profile leases',
    '#',
    'acl number 3901',
    ' rule 5 permit ip source 10.0.0.0 0.0.0.255 destination 172.16.0.0 0.0.0.255',
    '#',
    'interface GigabitEthernet0/6/0.1',
    ' vlan-type dot1q 6',
    ' description the office',
    ` ip address 198.19.0.${1 + own} 255.255.255.0`,
    ' vrrp vrid 250 virtual-ip 198.19.0.254',
    ' admin-vrrp vrid 250 ignore-if-down',
    ` vrrp vrid 250 priority ${own === 0 ? 180 : 120}`,
    own === 0 ? ' vrrp vrid 250 preempt-mode timer delay 900' : ' statistic enable',
    ' vrrp vrid 250 timer advertise 2',
    ' vrrp vrid 250 track interface GigabitEthernet0/0/0 reduced 100',
    ' dhcp server enable',
    '#',
    'interface GigabitEthernet0/6/0.2',
    ' user-vlan 7 9',
    ' remote-backup-profile all',
    '#',
    'ip vpn-instance office',
    ' ipv4-family',
    '  route-distinguisher 64999:1',
    '  vpn-target 64999:1 export-extcommunity',
    '#',
    'aaa',
    ' domain office',
    '  accounting-scheme default0',
    '#',
    'ospf 9',
    ' area 0.0.0.0',
    '  network 198.19.0.0 0.0.0.255',
    '#',
    'service-location 4',
    ' location slot 2',
    '#',
    'service-instance-group boards',
    ' service-location 4',
    '#',
    'ip route-static 203.0.113.0 255.255.255.0 10.255.255.1',
    `ip route-static 0.0.0.0 0.0.0.0 198.19.0.${2 - own}`,
    '#',
  ];
}

function listed(count: number, line: (n: number) => string): string[] {
  return Array.from({ length: Math.max(1, Math.round(count)) }, (_, n) => line(n));
}

/** `10.` and three bytes of a number. */
function address(first: number, n: number): string {
  return `${first}.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
}

function section(n: number): string {
  return ` section ${n} ${address(10, n * 4 + 8)} ${address(10, n * 4 + 10)}`;
}

function aclRule(n: number): string {
  return ` rule ${n * 5} permit ip source ${address(10, n * 256)} 0.0.0.255 destination 172.16.${n & 255}.0 0.0.0.255`;
}

function route(n: number): string {
  return `ip route-static ${address(10, n)} 255.255.255.255 10.255.255.1`;
}

function secondary(own: Own, n: number): string {
  return ` ip address ${address(11 + own, n * 4 + 1)} 255.255.255.252 sub`;
}

/** A port with a group of its own, in a subnet of eight addresses. */
function port(own: Own, n: number, more?: string): readonly string[] {
  const vrid = (n % 249) + 1;
  return [
    `interface GigabitEthernet0/1/0.${n}`,
    vlanLine(n),
    ` description ring ${n} of the north`,
    ` ip address ${address(100, n * 8 + 1 + own)} 255.255.255.248`,
    ` vrrp vrid ${vrid} virtual-ip ${address(100, n * 8 + 6)}`,
    ` vrrp vrid ${vrid} virtual-ip ${address(100, n * 8 + 5)}`,
    ` vrrp vrid ${vrid} priority ${own === 0 ? 180 : 120}`,
    own === 0 ? ` vrrp vrid ${vrid} preempt-mode timer delay 600` : ' statistic enable',
    ` vrrp vrid ${vrid} timer advertise 2`,
    ` vrrp vrid ${vrid} track interface GigabitEthernet0/0/0 reduced 100`,
    ...(more ? [more] : []),
    '#',
  ];
}

function profile(n: number): readonly string[] {
  return [
    `remote-backup-profile ring-${n}`,
    ' service-type bras',
    ` backup-id ${n} remote-backup-service core`,
    ' peer-backup hot',
    ` vrrp-id ${(n % 249) + 1} interface GigabitEthernet0/1/0.${n}`,
    '#',
  ];
}

function subscribers(n: number, count: number): readonly string[] {
  return listed(count, (index) => subscriber(n * count + index, n).join('\n')).flatMap((text) => text.split('\n'));
}

/** A port that subscribers come in by; it binds the profile of that ring, or the one that all bind. */
function subscriber(n: number, ring: number): readonly string[] {
  return [
    `interface GigabitEthernet0/2/0.${n}`,
    ` description subscribers ${n}`,
    ` user-vlan ${(n % 4000) + 1}${n < 4000 ? '' : ` qinq ${Math.floor(n / 4000)}`}`,
    ` remote-backup-profile ${ring === 0 ? 'all' : `ring-${ring}`}`,
    ' statistic enable',
    '#',
  ];
}

function pool(n: number): readonly string[] {
  return [
    `ip pool ring-${n} bas local`,
    ` gateway ${address(101, n * 256 + 1)} 255.255.255.0`,
    ` section 0 ${address(101, n * 256 + 2)} ${address(101, n * 256 + 254)}`,
    '#',
  ];
}

/** A port whose group takes its role from that of the office. */
function follower(own: Own, n: number): readonly string[] {
  const vrid = (n % 249) + 1;
  return [
    `interface GigabitEthernet0/3/0.${n}`,
    vlanLine(n),
    ` description ring ${n} of the west`,
    ` ip address ${address(102, n * 8 + 1 + own)} 255.255.255.248`,
    ` vrrp vrid ${vrid} virtual-ip ${address(102, n * 8 + 6)}`,
    ` vrrp vrid ${vrid} track admin-vrrp interface GigabitEthernet0/6/0.1 vrid 250 unflowdown`,
    '#',
  ];
}

/** A VPN instance, in it a gateway of both families, users who log in, the addresses they get, and the boards that translate for them. */
function customer(own: Own, n: number): readonly string[] {
  const vrid = (n % 249) + 1;
  const prefix = `2001:DB8:${n.toString(16)}`;
  return [
    `ip vpn-instance customer-${n}`,
    ' ipv4-family',
    `  route-distinguisher 65000:${n}`,
    `  vpn-target 65000:${n} export-extcommunity`,
    `  vpn-target 65000:${n} import-extcommunity`,
    ' ipv6-family',
    `  route-distinguisher 65000:${n}`,
    `  vpn-target 65000:${n} export-extcommunity`,
    `  vpn-target 65000:${n} import-extcommunity`,
    '#',
    `remote-backup-profile customer-${n}`,
    ' service-type bras',
    ` backup-id ${n} remote-backup-service core`,
    ' peer-backup hot',
    ` vrrp-id ${vrid} interface GigabitEthernet0/4/0.${n}`,
    '#',
    `interface GigabitEthernet0/4/0.${n}`,
    vlanLine(n),
    ` ip binding vpn-instance customer-${n}`,
    ' ipv6 enable',
    ` ip address ${address(103, n * 8 + 1 + own)} 255.255.255.248`,
    ` ipv6 address ${prefix}::${1 + own}/64`,
    ` vrrp vrid ${vrid} virtual-ip ${address(103, n * 8 + 6)}`,
    ` vrrp vrid ${vrid} priority ${own === 0 ? 180 : 120}`,
    own === 0 ? ` vrrp vrid ${vrid} preempt-mode timer delay 1800` : ' statistic enable',
    ` vrrp vrid ${vrid} timer advertise 2`,
    ` vrrp vrid ${vrid} track interface GigabitEthernet0/0/0 reduced 100`,
    ` vrrp6 vrid ${vrid} virtual-ip FE80::${n.toString(16)} link-local`,
    ` vrrp6 vrid ${vrid} virtual-ip ${prefix}::6`,
    ` vrrp6 vrid ${vrid} priority ${own === 0 ? 180 : 120}`,
    own === 0 ? ` vrrp6 vrid ${vrid} preempt-mode timer delay 1800` : ' statistic enable',
    ` vrrp6 vrid ${vrid} track interface GigabitEthernet0/0/0 reduced 100`,
    ' dhcpv6 relay destination 2001:DB8:FFFF::1',
    '#',
    `ip pool customer-${n} bas local${own === 0 ? '' : ' rui-slave'}`,
    ` vpn-instance customer-${n}`,
    ` gateway ${address(104, n * 256 + 1)} 255.255.255.0`,
    ` section 0 ${address(104, n * 256 + 2)} ${address(104, n * 256 + 254)}`,
    '#',
    `user-group customer-${n}`,
    '#',
    `interface GigabitEthernet0/2/0.${n}`,
    ` description users of customer ${n}`,
    ` user-vlan ${(n % 4000) + 1}${n < 4000 ? '' : ` qinq ${Math.floor(n / 4000)}`}`,
    ` remote-backup-profile customer-${n}`,
    ' bas',
    `  access-type layer2-subscriber default-domain authentication customer-${n}`,
    '#',
    `nat instance customer-${n} id ${n}`,
    ' service-instance-group boards',
    ` nat address-group customer-${n} group-id 1 ${address(105, n * 4)} ${address(105, n * 4 + 3)}`,
    ` nat outbound 3901 address-group customer-${n}`,
    '#',
    `ip route-static vpn-instance customer-${n} ${address(106, n * 256)} 255.255.255.0 ${address(103, n * 8 + 5)}`,
    '#',
  ];
}

/** What the users of a customer get when they log in; all domains of a device stand in one section. */
function domain(n: number): readonly string[] {
  return [
    ` domain customer-${n}`,
    '  authentication-scheme default0',
    '  accounting-scheme default0',
    `  vpn-instance customer-${n}`,
    `  ip-pool customer-${n}`,
    `  user-group customer-${n} bind nat instance customer-${n}`,
  ];
}

/** A change of one row: `good` stands at `start` of it and becomes `bad`. */
export interface RowEdit {
  readonly row: number;
  readonly start: number;
  readonly good: string;
  readonly bad: string;
}

export interface EditKind {
  readonly name: string;
  /** What is replaced is the last group of the pattern. */
  readonly pattern: RegExp;
  readonly bad: (good: string) => string;
}

const nextDigit = (good: string) => String((Number(good) + 3) % 10);

/** One kind of edit for each family of commands. */
export const editKinds: readonly EditKind[] = [
  {
    name: 'head of an interface',
    pattern: /^interface GigabitEthernet0\/[1-9]\/0\.(\d+)$/,
    bad: (good) => `${good}77`,
  },
  { name: 'address', pattern: /^ ip address \d+\.\d+\.\d+\.\d*(\d) /, bad: nextDigit },
  { name: 'virtual IP', pattern: /^ vrrp vrid \d+ virtual-ip .*(\d)$/, bad: nextDigit },
  { name: 'priority', pattern: /^ vrrp vrid \d+ priority (\d+)$/, bad: (good) => `${good}0` },
  { name: 'advertisement interval', pattern: /^ vrrp vrid \d+ timer advertise (\d+)$/, bad: () => '7' },
  {
    name: 'backup-id',
    pattern: /^ backup-id (\d+) /,
    bad: (good) => `${good.slice(0, -1)}${nextDigit(good.slice(-1))}`,
  },
  { name: 'service type', pattern: /^ service-type (bras|arp|dhcp-server)$/, bad: (good) => `${good}x` },
  { name: 'binding', pattern: /^ remote-backup-profile (\S+)$/, bad: (good) => `${good}x` },
  { name: 'pool', pattern: /^ip pool (\S+) /, bad: (good) => `${good}x` },
  { name: 'section of a pool', pattern: /^ section \d+ \S+ \S+(\d)$/, bad: nextDigit },
  { name: 'rule of an access list', pattern: /^ rule \d+ permit ip source \d+\.\d+\.\d+\.(\d) /, bad: () => '300' },
  { name: 'channel', pattern: /^ peer \S+ source \S+ port (\d+)$/, bad: (good) => `${good}0` },
  { name: 'board', pattern: /^ location slot (\d+)$/, bad: (good) => `${good}3` },
  { name: 'board of an instance group', pattern: /^ service-location (\d+)$/, bad: (good) => `${good}3` },
  { name: 'route', pattern: /^ip route-static \S+ \S+ \d+\.\d+\.\d+\.(\d+)$/, bad: (good) => `${good}000` },
  { name: 'VPN target', pattern: /^  vpn-target \d+:(\d+) export-extcommunity$/, bad: (good) => `${good}7` },
  { name: 'scheme of a domain', pattern: /^  accounting-scheme (\S+)$/, bad: (good) => `${good}x` },
  { name: 'routing process', pattern: /^ area 0\.0\.0\.(\d)$/, bad: nextDigit },
  { name: 'description', pattern: /^ description .*(\w)$/, bad: (good) => `${good}?` },
];

/** Up to so many places for an edit of this kind, from all parts of the file. */
export function places(rows: readonly string[], { pattern, bad }: EditKind, most: number): readonly RowEdit[] {
  const hits = rows.flatMap((text, row) => (pattern.test(text) ? [row] : []));
  const chosen = new Set(
    Array.from(
      { length: Math.min(most, hits.length) },
      (_, n) => hits[Math.floor(((n + 0.5) * hits.length) / most)] ?? hits[n]!,
    ),
  );
  return [...chosen].map((row) => {
    const hit = new RegExp(pattern.source, `${pattern.flags}d`).exec(rows[row]!)!;
    const [start, end] = hit.indices!.at(-1)!;
    const good = rows[row]!.slice(start, end);
    return { row, start, good, bad: bad(good) };
  });
}
