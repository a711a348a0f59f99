// The users whose traffic a NAT or NAT64 instance translates: their interface and addresses, the public addresses, and the traffic
// policy that hands their packets to the instance. The hot backup takes all of this for granted; without it nothing is translated.
import { prefix } from '../model/address';
import { interfaceLines, memberLines, onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Side } from './scenario';
import { line, local, ofSite } from './steps';
import { publicAddresses, usersInterfaceParameter, usersPrefix as ipv6Users } from './tunnel-users';
import { apartFrom, bare, hostsOf, mask, type Check } from './values';

/** NAT: IPv4 users; NAT64: IPv6 users. */
/** The prefix of IPv4 addresses among IPv6 ones (RFC 6052). */
export const wellKnownPrefix = '64:FF9B::';

/** What translates the users. */
export type TranslatedKind = 'nat' | 'nat64';

/** A network of users: the first hosts of its first /24 are the two devices. */
const ipv4Users: Check = (value, answers) => {
  const own = prefix(value);
  if (!own || own.address.family !== 4 || !value.includes('/') || own.length < 8 || own.length > 24)
    return 'Give an IPv4 network of 8 to 24 bits, for example 10.60.0.0/16.';
  const isEdge = own.address.bytes.every(
    (byte, index) => (byte & (0xff >> Math.min(8, Math.max(0, own.length - index * 8)))) === 0,
  );
  if (!isEdge) return 'Bits behind the length are set: give the network itself.';
  return apartFrom([answers['address-a'] ?? ''])(value, answers);
};

/**
 * Asks for the users' interfaces and network and for the public addresses of an instance. `guide` is a page and step.
 */
export function translatedUsersParameters(kind: TranslatedKind, guide: string): Parameter[] {
  const isIpv4 = kind === 'nat';
  return [
    ...onEach((side) => usersInterfaceParameter(side, guide)),
    {
      id: 'users-prefix',
      title: isIpv4 ? 'Network of the users, with its length' : 'IPv6 prefix of the users, with its length',
      type: isIpv4 ? 'ipv4-prefix' : 'ipv6-prefix',
      spread: 'equal',
      guide,
      default: () => (isIpv4 ? '10.60.0.0/16' : '2001:DB8:60::/48'),
      check: isIpv4 ? ipv4Users : ipv6Users,
    },
    ...publicAddresses(guide),
  ];
}

/** The lines of one device; the site's own, since every site has its users already. */
export function translatedUsers(kind: TranslatedKind, answers: Answers, side: Side, instance: string): PlacedLine[] {
  const users = answers['users-prefix'];
  // The scenario is read of a pair that is there: its users are not looked for.
  if (users === undefined) return [];
  const name = local(answers, 'instance', side);
  const acl = 3000 + (Number(answers['instance-id']) % 1000);
  const isIpv4 = kind === 'nat';
  const group = `${kind} address-group ${name} group-id 1 ${answers['public-from']} ${answers['public-to']}`;
  const link = isIpv4 ? 24 : 64;
  const own = hostsOf(`${bare(users)}/${link}`)[side === 'a' ? 0 : 1]!;
  return ofSite([
    ...(isIpv4 ? [line(instance, 'port-range 4096')] : []),
    line(instance, group),
    line(instance, `${kind} outbound ${acl} address-group ${name}`),
    ...(isIpv4 ? [] : [line(instance, `nat64 prefix ${wellKnownPrefix} prefix-length 96 1`)]),
    line(`acl ${isIpv4 ? '' : 'ipv6 '}number ${acl}`, aclRule(users, isIpv4)),
    line(`traffic classifier ${name} operator or`, `if-match ${isIpv4 ? '' : 'ipv6 '}acl ${acl}`),
    line(`traffic behavior ${name}`, `${kind} bind instance ${name}`),
    line(`traffic policy ${name}`, `classifier ${name} behavior ${name}`),
    ...interfaceLines(answers[`users-interface-${side}`]!, `${own}/${link}`, 'users'),
    ...memberLines(answers, 'users-interface', side),
    line(`interface ${answers[`users-interface-${side}`]}`, `traffic-policy ${name} inbound`),
  ]);
}

/** The rule of an ACL that permits these users. */
export function aclRule(users: string, isIpv4: boolean): string {
  if (!isIpv4) return `rule 5 permit ipv6 source ${users}`;
  const wildcard = mask(users)
    .split('.')
    .map((byte) => 255 - Number(byte))
    .join('.');
  return `rule 5 permit ip source ${bare(users)} ${wildcard}`;
}
