// What test/rules/fixes.test.ts knows of fixes beside the mutations: which may give another pair than the one before, and values to
// exchange.
import type { Change, pairs } from './mutations';

/** Fixes after which the pair is another one, as good or left to a person. */
export const anotherRightPair: readonly { readonly rule: string; readonly title: RegExp; readonly why: string }[] = [
  ...['pool-options-differ', 'user-login-differs'].map((rule) => ({
    rule,
    title: /^Use the line of /,
    why: 'The fault writes a line on both devices: whichever of the two is taken, both have one more than before.',
  })),
  ...['next-hop-is-local', 'next-hop-is-nobodys'].map((rule) => ({
    rule,
    title: /^Use /,
    why: 'The fault adds a route that the pair before had not: with a next hop on the other device it is one that works.',
  })),
  {
    rule: 'bgp-peer-not-mirrored',
    title: /^Use AS /,
    why: 'The fault adds BGP that the pair before had not: with one AS on both ends it is a session that comes up.',
  },
  {
    rule: 'instance-acl-differs',
    title: /^Use the rule of /,
    why: 'A person chooses which device is right; a name in the rule that is not there is told by another rule.',
  },
  {
    rule: 'name-undefined',
    title: /^Use time range /,
    why: 'The fault writes a time range and its name on a pair that had none: with the right name both have it.',
  },
  {
    rule: 'eth-trunk-least-members',
    title: /^Ask for /,
    why: 'The fault asks for links where the pair before asked for none: as many as there are is as good.',
  },
  {
    rule: 'interface-address-replaced',
    title: /^(?:Keep both|Remove )/,
    why: 'The fault gives a second address: which of the two is meant, or both, is for a person to say.',
  },
  {
    rule: 'vrrp-track-raises-master',
    title: /^Write reduced \d+ on /,
    why: 'The fault takes the value away: the least that hands the role over is as good.',
  },
  {
    rule: 'ds-lite-instance-differs',
    title: /^Remove the line on /,
    why: 'A person chooses which device is right; that no device has a prefix then is told by another rule.',
  },
  {
    rule: 'user-access-differs',
    title: /^Remove the line on /,
    why: 'A person chooses which device is right; what is still missing for the streams is told by another rule.',
  },
  {
    rule: 'pool-owned-twice',
    title: /^Remove the pool from /,
    why: 'A person chooses which owner the pool is to have; a profile that takes it on one device is told by another rule.',
  },
  {
    rule: 'login-backup-differs',
    title: /^Add the line on /,
    why: 'A person chooses which device is right; a pool that has two owners then is told by another rule.',
  },
  {
    rule: 'pool-cost-favours-backup',
    title: /^Give the metric /,
    why: 'The fault changes the cost of the backup: the master may cost still less, or the backup more.',
  },
  {
    rule: 'pppoe-session-ranges-overlap',
    title: /^Give .* and .*/,
    why: 'The fault gives both devices one range, where the pair before had none: with a half each no numbers meet.',
  },
  {
    rule: 'rbs-tracks-group-and-interface',
    title: /^Remove the line/,
    why: 'The fault adds a group, which deletes the track of the interface on the device: without the line the file says what runs.',
  },
  {
    rule: 'stream-recover-delay-short',
    title: /^Set 180/,
    why: 'The fault gives the users streams, for which the delay of before is too short.',
  },
  {
    rule: 'rbp-service-types-differ',
    title: /^Use the service types of /,
    why: 'A person chooses which device is right; a tunnel without its users is told by another rule.',
  },
  {
    rule: 'null-route-misses-public-addresses',
    title: /^Use /,
    why: 'A route to NULL0 that covered nothing now covers the public addresses: they are announced, which the pair did not do before.',
  },
  {
    rule: 'rbp-backup-id-reused',
    title: /^Use backup-id \d+; the other device/,
    why: 'Both devices have the number twice: nobody knows the one that was there.',
  },
  {
    rule: 'service-location-tracks-differ',
    title: /^Track/,
    why: 'The other choice restores; after this one the board that is backed up is told to be untracked.',
  },
  {
    rule: 'bfd-discriminators-not-crossed',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'board-license-on-other-slot',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'vrrp-link-session-watches-peer',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'user-access-name-undefined',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'dhcp-server-group-undefined',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'tunnel-policy-undefined',
    title: /^Use/,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'nat-instance-undefined',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'mld-static-rp-unreachable',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'e-trunk-settings-differ',
    title: /./,
    why: 'The mutation added what the fix mends: the pair keeps what was added, now right.',
  },
  {
    rule: 'value-out-of-range',
    title: /^Use \d/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp-track-reduction-too-small',
    title: /^Reduce by/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp-track-on-backup-only',
    title: /reduced/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp-uplink-not-tracked',
    title: /^Track/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'service-location-untracked',
    title: /^Add/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp6-preempt-delay-above-3600',
    title: /3600/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp-preempt-delay-missing-on-master',
    title: /^Wait/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp-preempt-delay-too-short-dhcp-server',
    title: /^Wait/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'dhcp-server-delay-short-for-pool',
    title: /1800/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp6-no-global-address',
    title: /^Add/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'dhcpv6-relay-degrade-cost-missing',
    title: /^Add a cost/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'nd-route-not-tracking',
    title: /degrade-cost/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'rbp-without-backup-id',
    title: /^Add/,
    why: 'Nobody knows the value that was there: the figure of the vendor, or the least that is enough, is right too.',
  },
  {
    rule: 'vrrp-priority-equal',
    title: /^Make/,
    why: 'Which device is meant to be master is for a person to say; either choice leaves priorities and delays right.',
  },
  {
    rule: 'vrrp-preempt-delay-on-backup',
    title: /^Make/,
    why: 'Which device is meant to be master is for a person to say; either choice leaves priorities and delays right.',
  },
  {
    rule: 'service-location-no-board',
    title: /^Add/,
    why: 'What is missing is for a person to fill in, and the title says so.',
  },
  {
    rule: 'service-location-channel-one-sided',
    title: /key/,
    why: 'What is missing is for a person to fill in, and the title says so.',
  },
  {
    rule: 'rbs-without-peer',
    title: /fill in/,
    why: 'What is missing is for a person to fill in, and the title says so.',
  },
  {
    rule: 'dhcpv6-relay-missing',
    title: /^Add/,
    why: 'The destination of the neighbour is one of two; the other choice restores.',
  },
  {
    rule: 'vrrp-follower-has-own-track',
    title: /^Do not follow/,
    why: 'It says what it gives up; the rule of the other device speaks on.',
  },
  {
    rule: 'vrrp-address-owner-has-delay-or-track',
    title: /^Remove/,
    why: 'That the device owns the address stays told.',
  },
];

/** In one file: two texts, each once, change places. */
function exchange(file: string, one: readonly [string, string], two: readonly [string, string]): Change[] {
  return [
    [file, one[0], one[1]],
    [file, two[0], two[1]],
  ];
}

const [R2, M2] = ['Relay-2', 'Metro-2'];

export const exchanges: readonly {
  readonly title: string;
  readonly pair: keyof typeof pairs;
  /** What is different in the right pair too. */
  readonly before?: readonly Change[];
  readonly changes: readonly Change[];
}[] = [
  {
    title: 'backup-ids',
    pair: 'dhcpv6-relay-clean',
    changes: exchange(R2, [' backup-id 310 ', ' backup-id 999 '], [' backup-id 320 ', ' backup-id 310 ']).concat([
      [R2, ' backup-id 999 ', ' backup-id 320 '],
    ]),
  },
  {
    title: 'virtual IPs',
    pair: 'dhcp-server',
    changes: exchange(
      M2,
      ['vrid 20 virtual-ip 10.64.8.254', 'vrid 20 virtual-ip 10.64.10.254'],
      ['vrid 21 virtual-ip 10.64.10.254', 'vrid 21 virtual-ip 10.64.8.254'],
    ),
  },
  {
    title: 'link-local virtual IPs',
    pair: 'dhcpv6-relay-clean',
    changes: exchange(
      R2,
      ['vrid 31 virtual-ip FE80::310', 'vrid 31 virtual-ip FE80::320'],
      ['vrid 32 virtual-ip FE80::320', 'vrid 32 virtual-ip FE80::310'],
    ),
  },
  {
    title: 'VLANs of a relay',
    pair: 'dhcpv6-relay-clean',
    changes: exchange(
      R2,
      ['vlan-type dot1q 310', 'vlan-type dot1q 999'],
      ['vlan-type dot1q 320', 'vlan-type dot1q 310'],
    ).concat([[R2, 'vlan-type dot1q 999', 'vlan-type dot1q 320']]),
  },
  {
    title: 'VLANs',
    pair: 'dhcp-server',
    changes: exchange(
      M2,
      ['vlan-type dot1q 200', 'vlan-type dot1q 999'],
      ['vlan-type dot1q 210', 'vlan-type dot1q 200'],
    ).concat([[M2, 'vlan-type dot1q 999', 'vlan-type dot1q 210']]),
  },
  {
    title: 'priorities of two groups, which makes both equal',
    pair: 'dhcpv6-relay-clean',
    changes: exchange(
      'Relay-1',
      ['vrid 31 priority 160', 'vrid 31 priority 110'],
      ['vrid 32 priority 110', 'vrid 32 priority 160'],
    ),
  },
  {
    title: 'priorities of two groups, which makes the other device master',
    pair: 'dhcpv6-relay-clean',
    before: [
      [R2, 'vrid 31 priority 110', 'vrid 31 priority 120'],
      [R2, 'vrid 32 priority 160', 'vrid 32 priority 150'],
    ],
    changes: exchange(
      'Relay-1',
      ['vrid 31 priority 160', 'vrid 31 priority 110'],
      ['vrid 32 priority 110', 'vrid 32 priority 160'],
    ),
  },
  {
    title: 'priorities of the two devices',
    pair: 'dhcpv6-relay-clean',
    changes: [
      ['Relay-1', 'vrid 31 priority 160', 'vrid 31 priority 110'],
      [R2, 'vrid 31 priority 110', 'vrid 31 priority 160'],
    ],
  },
];
