// IPv6 users who log in: each gets a prefix of its own (ND, unshared), from a pool that belongs to the profile. The route to the
// prefixes goes with the role, so that nothing has to cross over from one device to the other.
import { routeLines, profileHead } from './login-platform';
import type { Answers, Parameter, PlacedLine, Side, Step } from './scenario';
import { line, local, ofSite, onSides, own } from './steps';
import { usersPrefix } from './tunnel-users';
import { all, name, type Check } from './values';

/** Each user gets a /64: there is room for some. */
const roomForUsers: Check = (value) =>
  Number(value.split('/')[1]) <= 56 ? undefined : 'Every user gets a /64: give a prefix of 16 to 56 bits.';

/** What is asked about the prefixes of the users. */
export const prefixPoolParameters: readonly Parameter[] = [
  {
    id: 'pool',
    title: 'Name of the IPv6 pool, and of the prefix pool in it',
    type: 'name',
    spread: 'equal',
    guide: '010 step 4.1',
    default: () => 'home6',
    check: name(32),
  },
  {
    id: 'pool-prefix',
    title: 'IPv6 prefix of the users, with its length',
    type: 'ipv6-prefix',
    spread: 'equal',
    guide: '010 step 4.1',
    default: () => '2001:DB8:64::/48',
    check: all(usersPrefix, roomForUsers),
  },
];

/** What the domain of the users says of their prefixes. */
export function prefixDomainLines(answers: Answers): string[] {
  return ['prefix-assign-mode unshared', `ipv6-pool ${answers.pool}`];
}

/** What the sub-interface of the users needs beside what all users need. */
export function prefixAccessLines(answers: Answers, side: Side): PlacedLine[] {
  const head = `interface ${answers[`users-interface-${side}`]}`;
  return ofSite(ipv6Lines(head));
}

function ipv6Lines(head: string): PlacedLine[] {
  return [line(head, 'ipv6 enable'), line(head, 'ipv6 address auto link-local', '^ipv6 address .*link-local$')];
}

/** The pool of prefixes, in the profile and in the routing protocols of both devices. */
export function prefixPoolSteps(answers: Answers): Step[] {
  return [
    own(
      '010 step 4.1',
      'Address pool',
      onSides((side) => prefixPool(answers, side)),
    ),
    own(
      '010 step 4.2',
      'The pool in the profile',
      onSides((side) => [line(profileHead(answers, side), `ipv6-pool ${local(answers, 'pool', side)}`, '^ipv6-pool ')]),
    ),
    own(
      '010 step 5.2',
      "The users' addresses in the routing protocols",
      onSides((side) => [...routeLines(answers, side, ['import-route unr']), ...ipv6RouteLines(answers, side)]),
    ),
  ];
}

/** The pool of one device; the backup's takes over what the master has given. */
function prefixPool(answers: Answers, side: Side): PlacedLine[] {
  const prefix = answers['pool-prefix'];
  const pool = local(answers, 'pool', side);
  const head = `ipv6 pool ${pool} bas delegation${side === 'b' ? ' rui-slave' : ''}`;
  if (prefix === undefined) return [];
  const prefixHead = `ipv6 prefix ${pool} delegation`;
  return [
    line(prefixHead, ''),
    line(prefixHead, `prefix ${prefix} delegating-prefix-length 64`, '^prefix '),
    line(prefixHead, 'slaac-unshare-only'),
    line(head, ''),
    line(head, `prefix ${pool}`, '^prefix '),
  ];
}

/** OSPFv3 over the uplink, which takes its router ID from nothing else. */
function ipv6RouteLines(answers: Answers, side: Side): PlacedLine[] {
  const uplink = `interface ${answers[`uplink-${side}`]}`;
  return ofSite([
    line('ospfv3 1', `router-id ${side === 'a' ? '10.255.255.1' : '10.255.255.2'}`, '^router-id '),
    { ...line('ospfv3 1', 'import-route unr'), joins: true },
    line('ospfv3 1', 'area 0.0.0.0'),
    ...ipv6Lines(uplink),
    line(uplink, 'ospfv3 1 area 0.0.0.0'),
  ]);
}
