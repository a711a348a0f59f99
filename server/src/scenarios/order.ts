// Where a saved file has its sections, and a section its lines. Only what scenarios write is ranked; ties keep their order.
import { compareTexts } from '../text/compare-texts';

const sectionRanks = [
  /^sysname /,
  /^ntp-service /,
  /^multicast /,
  /^igmp-snooping /,
  /^mpls lsr-id /,
  /^mpls$/,
  /^mpls l2vpn$/,
  /^mpls ldp$/,
  /^vsi /,
  /^peer-backup /,
  /^l2tp enable/,
  /^set l2tp /,
  /^service-ha /,
  /^lacp e-trunk /,
  /^e-trunk /,
  /^remote-backup-service /,
  /^remote-backup-profile /,
  /^service-location /,
  /^service-instance-group /,
  /^user-group /,
  /^acl /,
  /^traffic classifier /,
  /^traffic behavior /,
  /^traffic policy /,
  /^traffic-policy /,
  /^ip pool /,
  /^ipv6 prefix /,
  /^ipv6 pool /,
  /^radius-server group /,
  /^l2tp-group /,
  /^aaa$/,
  /^isis /,
  /^interface /,
  /^(?:ds-lite|nat|nat64) instance /,
  /^ospf /,
  /^ospfv3 /,
  /^pim/,
];

const lineRanks = [
  /^description /,
  /^undo shutdown/,
  /^eth-trunk /,
  /^vlan-type /,
  /^ip address /,
  /^ipv6 enable$/,
  /^ipv6 address /,
  /^l2 binding /,
  /^pwsignal /,
  /^vsi-id /,
  /^ignore-ac-state$/,
  /^igmp-snooping enable$/,
  /^igmp-snooping /,
  /^vrrp6? vrid \d+ virtual-ip \S+ link-local$/,
  /^vrrp6? vrid \d+ virtual-ip /,
  /^admin-vrrp /,
  /^vrrp6? vrid \d+ priority /,
  /^vrrp6? vrid \d+ preempt-mode /,
  /^vrrp6? vrid \d+ timer /,
  /^vrrp6? vrid \d+ track /,
  /^vrrp recover-delay /,
  /^pim (?:ipv6 )?sm/,
  /^pim (?:ipv6 )?ignore dr/,
  /^pim (?:ipv6 )?ignore assert/,
  /^(?:mld|igmp) enable/,
  /^multicast (?:ipv6 )?track /,
  /^dhcp server enable/,
  /^dhcpv6 relay destination /,
  /^dhcpv6 relay pd-route /,
  /^isis (?:ipv6 )?enable/,
  /^ospf enable /,
  /^ospfv3 /,
  /^mpls$/,
  /^mpls ldp$/,
  /^direct-route /,
  /^pppoe-server /,
  /^user-vlan /,
  /^traffic-policy /,
  /^port-range /,
  /^service-instance-group /,
  /^local-ipv6 /,
  /^remote-ipv6 /,
  /^(?:ds-lite|nat|nat64) address-group /,
  /^(?:ds-lite|nat|nat64) outbound /,
  /^mode /,
  /^e-trunk \d+$/,
  /^e-trunk mode /,
  /^priority /,
  /^peer(?:-ipv6|-address)? /,
  /^track /,
  /^protect /,
  /^service-type /,
  /^backup-id /,
  /^peer-backup /,
  /^(?:vrrp6?-id|e-trunk \d+ eth-trunk) /,
  /^nas /,
  /^ip-pool /,
  /^ipv6-pool /,
  /^gateway /,
  /^section /,
  /^server identifier /,
  /^location /,
  /^vrrp vrid \d+ interface /,
  /^remote-backup interface /,
  /^router-id /,
  /^default cost /,
  /^import-route /,
  /^area /,
  /^network-entity /,
  /^ipv6 enable topology/,
  /^static-rp /,
  /^remote-backup-profile /,
];

/** The place of a section among others, by its head; behind all that are known for one that is not. */
function sectionRank(head: string): number {
  return rank(sectionRanks, head);
}

/** The rank of a line in its section, from 0; the greatest for a line that no scenario writes. */
export function lineRank(text: string): number {
  return rank(lineRanks, text);
}

/**
 * Compares two sections by the lines that open them, as `sort` wants it; of one rank by their text, numbers as numbers.
 */
export function sectionOrder(left: string, right: string): number {
  return sectionRank(left) - sectionRank(right) || natural(left, right);
}

/** Compares two lines of a section by rank, as `sort` wants it; 0 for lines of one rank. */
export function lineOrder(left: string, right: string): number {
  return lineRank(left) - lineRank(right);
}

/** Numbers inside names count as numbers: `0/1/10` comes after `0/1/9`, and a sub-interface after its main one. */
function natural(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [x, y] = [a[index]!, b[index]!];
    const difference = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : compareTexts(x, y);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function parts(text: string): string[] {
  return text.toLowerCase().match(/\d+|\D+/g) ?? [];
}

function rank(ranks: readonly RegExp[], text: string): number {
  const found = ranks.findIndex((pattern) => pattern.test(text));
  return found < 0 ? ranks.length : found;
}
