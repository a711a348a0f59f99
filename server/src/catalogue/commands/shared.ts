// Arguments that several families share.
import { integer, interfaceName, ipv4, ipv4Mask, ipv6, parameter, string } from '../parameters';

/** A use of an RBS by its name, 1-32 characters. */
export const rbsName = parameter(string(1, 32), 'Name of the remote backup service; case does not matter.', {
  refers: 'rbs',
});
/** A use of an RBP by its name, 1-128 characters. */
export const rbpName = parameter(string(1, 128), 'Name of the remote backup profile; case does not matter.', {
  refers: 'rbp',
});
/** A use of an interface of the device. */
export const anInterface = parameter(interfaceName, 'The interface.', { refers: 'interface' });
/** A use of a VPN instance by its name. */
export const vpnInstance = parameter(string(1, 31), 'Name of the VPN instance.', { refers: 'vpn-instance' });
/** The number of a VLAN, 1-4094 (IEEE 802.1Q); refers to no definition. */
export const vlanId = parameter(integer(1, 4094), 'VLAN number.');
/** Any IPv4 address. */
export const address = parameter(ipv4, 'IPv4 address.');
/** An IPv4 mask as dotted decimal. */
export const mask = parameter(ipv4Mask, 'Its mask.');
/** An IPv4 mask as a number of bits, 0-32. */
export const maskLength = parameter(integer(0, 32), 'Its mask in bits.');
/** Any IPv6 address, without its prefix length. */
export const address6 = parameter(ipv6, 'IPv6 address.');
/** A time in seconds, 0-65535, for commands whose limits are of no use to a rule. */
export const seconds = parameter(integer(0, 65535), 'How long.', { unit: 's' });
/** A use of a route-policy by its name. */
export const routePolicy = parameter(string(1, 200), 'Name of the route-policy.', { refers: 'route-policy' });
/** A use of an IP prefix list by its name. */
export const ipPrefix = parameter(string(1, 169), 'Name of the prefix list.', { refers: 'ip-prefix' });
/** A use of a keychain by its name. */
export const keychain = parameter(string(1, 47), 'Name of the keychain.', { refers: 'keychain' });
/** A use of a filter for AS paths by its name or number. */
export const asPathFilter = parameter(string(1, 51), 'Name or number of the filter.', { refers: 'as-path-filter' });
/** A use of a QoS profile by its name. */
export const qosProfile = parameter(string(1, 63), 'Name of the profile.', { refers: 'qos-profile' });
/** A use of an NQA test: its administrator, then its own name. */
export const nqaAdmin = parameter(string(1, 32), 'Administrator part of the NQA test name.', {
  refers: 'nqa-administrator',
});
/** The second part of the name of an NQA test. */
export const nqaTest = parameter(string(1, 32), 'Test part of the NQA test name.', { refers: 'nqa-test' });
/** A use of an ACL by its number. */
export const aclNumber = parameter(integer(1, 42768), 'Number of the ACL.', { refers: 'acl' });
/** A use of an ACL by its name. */
export const aclName = parameter(string(1, 64), 'Name of the ACL.', { refers: 'acl' });

/** What the word of a service stands for, wherever one is chosen. */
export const serviceMeanings: Readonly<Record<string, string>> = {
  all: 'Every service',
  arp: 'ARP entries of IPv4 users',
  bras: 'Users who log in (PPPoE, IPoE)',
  'dhcp-server': 'Leases that the DHCP server has given',
  'dhcpv6-relay': 'Users and prefix routes of the DHCPv6 relay',
  igmp: 'IPv4 multicast groups that users have joined',
  'igmp-snooping': 'IPv4 multicast groups of a VSI; over an E-Trunk only',
  ipsec: 'IPsec tunnels; no procedure is published',
  l2tp: 'Sessions that the LAC tunnels to an LNS',
  mld: 'IPv6 multicast groups that users have joined',
  multicast: 'Multicast of users who log in, beside bras',
  nd: 'Neighbour entries of IPv6 users',
};

/** Users shared out between the devices by their MAC addresses. */
export const macMeanings: Readonly<Record<string, string>> = {
  'odd-mac': 'Users whose MAC address is odd',
  'even-mac': 'Users whose MAC address is even',
};

/** Which way, of a service that is sent or of packets. */
export const directionMeanings: Readonly<Record<string, string>> = {
  send: 'To the other device',
  receive: 'From the other device',
};
