// Whose tunnels a DS-Lite instance ends: their interface and addresses, the public addresses, and the traffic policy that hands
// their packets to the instance. The page of the hot backup takes all of this for granted; without it nothing is translated.
import { prefix } from '../model/address';
import { interfaceKey, mainInterfaceKey } from '../model/names';
import { interfaceLines, memberLines, onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Side } from './scenario';
import { line, local, ofSite } from './steps';
import {
  addressKey,
  all,
  anInterface,
  hostIn,
  hostsOf,
  not,
  offering,
  ownAddress,
  withVlan,
  type Check,
} from './values';

const usersInterface =
  (side: Side): Check =>
  (value, answers) =>
    mainInterfaceKey(interfaceKey(answers[`interface-${side}`] ?? '')) === mainInterfaceKey(interfaceKey(value))
      ? 'The boards have this port; the users are on another.'
      : undefined;

/** A prefix of users: hosts of its first /64 are the two devices. */
export const usersPrefix: Check = (value) => {
  const own = prefix(value);
  const isIpv6 = own?.address.family === 6 && value.includes('/');
  if (!own || !isIpv6 || own.length < 16 || own.length > 64)
    return 'Give an IPv6 prefix of 16 to 64 bits, for example 2001:DB8:60::/48.';
  if (own.address.bytes[0]! >> 5 !== 1) return 'Give a global prefix, for example 2001:DB8:60::/48.';
  const isEdge = own.address.bytes.every(
    (byte, index) => (byte & (0xff >> Math.min(8, Math.max(0, own.length - index * 8)))) === 0,
  );
  return isEdge ? undefined : 'Bits behind the length are set: give the prefix itself.';
};

/** The interface of a device towards users whose traffic an instance takes; on another port than the boards. */
export function usersInterfaceParameter(side: Side, guide: string): Parameter {
  return offering(
    {
      id: `users-interface-${side}`,
      title: `Interface of ${side === 'a' ? 'the master' : 'the backup'} towards the users`,
      type: 'interface',
      spread: 'own',
      device: side,
      guide,
      check: all(
        anInterface,
        withVlan,
        not(['loopback', 'null', 'tunnel', 'meth'], 'Users need a LAN interface.'),
        usersInterface(side),
      ),
    },
    () => ['GigabitEthernet0/1/3', 'GigabitEthernet0/1/4'],
  );
}

/** The range of public addresses of the instance. */
export function publicAddresses(guide: string): Parameter[] {
  const publicAddress = (id: string, title: string, host: number, check: Check): Parameter =>
    offering(
      { id, title, type: 'ipv4', spread: 'equal', guide, check: all(ownAddress([4]), check) },
      // Instances of one pair get ranges of their own.
      (answers) => [
        `198.51.100.${((Number(answers['instance-id'] ?? 1) - 1) % 7) * 32 + host}`,
        answers['public-from'] ?? '',
      ],
    );
  return [
    publicAddress('public-from', 'First public address of the users', 1, () => undefined),
    publicAddress('public-to', 'Last public address of the users', 30, (value, answers) =>
      isBefore(value, answers['public-from'] ?? '')
        ? `It comes before the first address, ${answers['public-from']}.`
        : undefined,
    ),
  ];
}

/**
 * Asks for the users' interfaces and IPv6 prefix, the end of their tunnels, and the public addresses of a DS-Lite
 * instance. `guide` is a page and step.
 */
export function usersOfTunnelsParameters(guide: string): Parameter[] {
  return [
    ...onEach((side) => usersInterfaceParameter(side, guide)),
    {
      id: 'users-prefix',
      title: 'IPv6 prefix of the users, with its length',
      type: 'ipv6-prefix',
      spread: 'equal',
      guide,
      default: () => '2001:DB8:60::/48',
      check: usersPrefix,
    },
    {
      id: 'tunnel-end',
      title: "Address at which the users' tunnels end",
      type: 'ipv6',
      spread: 'equal',
      guide,
      default: () => '2001:DB8:5F::1',
      check: (value, answers) =>
        ownAddress([6])(value, answers) ??
        (hostIn(answers['users-prefix'] ?? '', [])(value, answers) === undefined
          ? 'It lies among the users; give an address of its own.'
          : undefined),
    },
    ...publicAddresses(guide),
  ];
}

function isBefore(left: string, right: string): boolean {
  const number = (text: string) => text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  return addressKey(left) !== addressKey(right) && number(left) < number(right);
}

/** The lines of one device; the site's own, since every site has its users already. */
export function usersOfTunnels(answers: Answers, side: Side, instance: string): PlacedLine[] {
  const name = local(answers, 'instance', side);
  const users = answers['users-prefix'];
  // The scenario is read of a pair that is there: its users are not looked for.
  if (users === undefined) return [];
  const length = users.split('/')[1]!;
  const acl = 3000 + (Number(answers['instance-id']) % 1000);
  const own = hostsOf(`${users.split('/')[0]}/64`)[side === 'a' ? 1 : 2]!;
  const head = `interface ${answers[`users-interface-${side}`]}`;
  return ofSite([
    line(instance, `local-ipv6 ${answers['tunnel-end']} prefix-length 128`),
    line(instance, `remote-ipv6 ${users.split('/')[0]} prefix-length ${length}`),
    line(instance, `ds-lite address-group ${name} group-id 1 ${answers['public-from']} ${answers['public-to']}`),
    line(instance, `ds-lite outbound ${acl} address-group ${name}`),
    line(`acl ipv6 number ${acl}`, `rule 5 permit ipv6 source ${users}`),
    line(`traffic classifier ${name} operator or`, `if-match ipv6 acl ${acl}`),
    line(`traffic behavior ${name}`, `ds-lite bind instance ${name}`),
    line(`traffic policy ${name}`, `classifier ${name} behavior ${name}`),
    ...interfaceLines(answers[`users-interface-${side}`]!, `${own}/64`, 'users'),
    ...memberLines(answers, 'users-interface', side),
    line(head, `traffic-policy ${name} inbound`),
  ]);
}
