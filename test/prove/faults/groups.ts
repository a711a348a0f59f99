// Kinds 1 to 3: lines of a group or of a profile that the other files of this folder do not touch.
import type { Template } from '../fault';
import { behind, interfaces, isMaster, out, renumbered, swap, tracksSeveral } from './words';

const alike = (one: Omit<Template, 'kind'>): Template => ({ kind: 1, ...one });
const anyGroup = /^vrrp6? vrid \d+ virtual-ip/;

const ofGroups: readonly Template[] = [
  alike({
    id: 'unflowdown',
    what: 'a group that follows another keeps its interface up on one device only',
    severity: 'warning',
    says: /unflowdown|flowdown/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ track admin-vrrp6? /,
    to: swap(' unflowdown', ''),
    blame: [{ on: 'own', line: /admin-vrrp/ }],
  }),
  alike({
    id: 'ignore-if-down',
    what: 'the management group goes down with its interface on one device only',
    severity: 'information',
    says: /ignore-if-down/i,
    section: interfaces,
    line: /^admin-vrrp6? vrid \d+ ignore-if-down$/,
    to: swap(' ignore-if-down', ''),
  }),
  alike({
    id: 'management group lost',
    what: 'the management group of the boards is an ordinary one on one device',
    severity: 'error',
    both: 'error',
    says: /admin-vrrp/i,
    pair: /ds-lite/,
    section: interfaces,
    line: /^admin-vrrp vrid /,
    to: out,
    blame: [{ on: 'own', line: /admin-vrrp|^vrrp vrid/ }],
  }),
  alike({
    id: 'follower lost',
    what: 'a group follows its management group on one device only',
    severity: 'warning',
    says: /admin-vrrp|follow/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ track admin-vrrp6? /,
    to: out,
    blame: [{ on: 'own', line: /^vrrp/ }],
  }),
  alike({
    id: 'number of the group',
    what: 'the groups of the two devices have different numbers',
    severity: 'error',
    says: /group|vrid|number/i,
    section: interfaces,
    has: anyGroup,
    line: /^interface /,
    pair: /agg|dhcp-server|city/,
    to: ({ match }) => [match.input],
    and: [
      {
        section: /(?:\.8|\.200|\.60)$/,
        line: /^(?:vrrp vrid|direct-route track vrrp vrid) (8|20|60) /,
        to: ({ match }) => [match.input.replace(`vrid ${match[1]}`, 'vrid 97')],
      },
      {
        section: /^remote-backup-profile/,
        line: /^vrrp-id (8|20|60) /,
        to: ({ match }) => [match.input.replace(`id ${match[1]}`, 'id 97')],
      },
    ],
    blame: [
      { on: 'own', line: /^vrrp/ },
      { on: 'peer', line: /^vrrp/ },
    ],
  }),
  alike({
    id: 'preemption off on the backup',
    pair: /relay|nd|dhcp-server|ds-lite|agg|cgn|city/,
    what: 'the backup does not take over from a weakened master',
    severity: 'warning',
    says: /preempt/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ priority \d+$/,
    to: (spot) =>
      isMaster(spot) ? undefined : behind(spot.match.input.replace(/priority.*/, 'preempt-mode disable'))(spot),
    blamesPeer: false,
  }),
  alike({
    id: 'interval in milliseconds',
    what: 'one device advertises every 100 ms',
    severity: 'warning',
    says: /advertise|interval/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ timer advertise \d+$/,
    to: swap(/advertise \d+$/, 'advertise millisecond 100'),
  }),
  alike({
    id: 'interval lost',
    what: 'one device advertises every second',
    severity: 'warning',
    says: /advertise|interval/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ timer advertise \d+$/,
    to: out,
  }),
  alike({
    id: 'priority out of range',
    what: 'a priority that a group cannot have',
    severity: 'error',
    both: 'error',
    says: /priorit|range|254/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ priority (\d+)$/,
    to: renumbered(() => 255),
  }),
  alike({
    id: 'track of the uplink lost',
    what: 'the master does not track its uplink',
    severity: 'information',
    says: /track|uplink/i,
    section: interfaces,
    side: 0,
    line: /^vrrp6? vrid \d+ track (?:ipv6 )?interface /,
    to: (spot) => (isMaster(spot) && !spot.around.some((line) => /track bfd/.test(line)) ? [] : undefined),
  }),
  alike({
    id: 'reduction lost',
    what: 'the track takes too little from the priority of the master',
    severity: 'warning',
    says: /reduc|loses|priorit|track/i,
    section: interfaces,
    side: 0,
    line: /^vrrp6? vrid \d+ track (?:ipv6 )?interface \S+ reduced \d+$/,
    to: (spot) =>
      isMaster(spot) && !tracksSeveral(spot) && !spot.around.some((line) => /track bfd/.test(line))
        ? [spot.match.input.replace(/ reduced \d+$/, '')]
        : undefined,
  }),
  alike({
    id: 'raised in place of reduced',
    what: 'the failed uplink raises the priority of the master',
    severity: 'warning',
    says: /increas|reduc|loses|priorit|track/i,
    section: interfaces,
    side: 0,
    line: /^vrrp6? vrid \d+ track (?:ipv6 )?interface \S+ reduced \d+$/,
    to: (spot) =>
      isMaster(spot) && !tracksSeveral(spot) && !spot.around.some((line) => /track bfd/.test(line))
        ? [spot.match.input.replace('reduced', 'increased')]
        : undefined,
  }),
  {
    ...alike({
      id: 'no address',
      what: 'the interface of a group has no address',
      // An excerpt may leave it out.
      pair: /agg|city/,
      severity: 'error',
      both: 'error',
      says: /address|subnet/i,
      section: interfaces,
      has: anyGroup,
      line: /^ip address /,
      to: out,
    }),
    kind: 3,
  },
  {
    ...alike({
      id: 'virtual address of another group',
      what: 'two groups of a device have one virtual address',
      severity: 'error',
      both: 'error',
      says: /virtual/i,
      section: interfaces,
      line: /^vrrp vrid (\d+) virtual-ip /,
      pair: /agg|cgn|dhcp-server|city|ds-lite/,
      to: ({ match, pair, side }) => {
        const other = pair.devices[side].lines.find(
          (line) => /^ vrrp vrid \d+ virtual-ip/.test(line.text) && line.text.trim() !== match.input,
        );
        return other && [match.input.replace(/\S+$/, other.text.trim().split(' ').at(-1)!)];
      },
      blame: [{ on: 'own', line: /virtual-ip/ }],
    }),
    kind: 3,
  },
  {
    ...alike({
      id: 'virtual address is an own one',
      what: 'the virtual address is the own address of one device',
      severity: 'warning',
      both: 'none',
      says: /virtual|own/i,
      section: interfaces,
      line: /^vrrp vrid \d+ virtual-ip /,
      to: ({ match, around }) => {
        const own = around.find((line) => line.startsWith('ip address '))?.split(' ')[2];
        return own === undefined ? undefined : [match.input.replace(/\S+$/, own)];
      },
      blamesPeer: true,
      blame: [{ on: 'own', line: /^vrrp vrid/ }],
    }),
    kind: 3,
  },
];

const ofProfiles: readonly Template[] = [
  alike({
    id: 'second service lost',
    what: 'the profile backs up a service on one device only',
    severity: 'error',
    says: /service|igmp|arp/i,
    section: /^remote-backup-profile/,
    line: /^service-type arp$/,
    pair: /nd|city/,
    to: out,
  }),
  alike({
    id: 'service nobody uses',
    what: 'the profile backs up one service more on one device',
    severity: 'error',
    says: /service|backs up/i,
    section: /^remote-backup-profile/,
    pair: /^(?!l2tp$)/,
    line: /^service-type (?:bras|nd|mld)$/,
    to: behind('service-type l2tp'),
  }),
  alike({
    id: 'exchanged backup-ids',
    what: 'two profiles of one device have exchanged their backup-ids',
    severity: 'error',
    says: /backup-id/i,
    pair: /relay|dhcp-server|agg|city/,
    line: /^sysname /,
    to: ({ match }) => [match.input],
    and: [
      {
        section: /^remote-backup-profile/,
        line: /^backup-id (310|320|51|52|200|210|70|71|73|74) /,
        to: ({ match }) => {
          const other = { 310: 320, 320: 310, 51: 52, 52: 51, 200: 210, 210: 200, 70: 71, 71: 70, 73: 74, 74: 73 };
          return [match.input.replace(match[1]!, String(other[Number(match[1]) as 310]))];
        },
      },
    ],
    blame: [
      { on: 'own', line: /^backup-id/ },
      { on: 'peer', line: /^backup-id/ },
    ],
  }),
  {
    ...alike({
      id: 'one backup-id in two profiles',
      what: 'two profiles of one device have one backup-id',
      severity: 'error',
      both: 'error',
      says: /backup-id/i,
      pair: /relay|nd|dhcp-server|agg|city/,
      section: /^remote-backup-profile/,
      line: /^backup-id (\d+) /,
      to: ({ match, pair, side }) => {
        const other = pair.devices[side].lines.find(
          (line) => /^ backup-id/.test(line.text) && line.text.trim() !== match.input,
        );
        return other && [other.text.trim()];
      },
      blame: [
        { on: 'own', line: /^backup-id/ },
        { on: 'own', line: /./, section: /^remote-backup-profile/ },
      ],
    }),
    kind: 3,
  },
  {
    ...alike({
      id: 'channel only one has',
      what: 'the channel is there on one device only',
      severity: 'error',
      says: /remote-backup-service|peer|channel/i,
      section: /^remote-backup-service/,
      line: /^peer/,
      to: out,
      both: 'error',
      blame: [
        { on: 'own', line: /./, section: /^remote-backup-/ },
        { on: 'peer', line: /./, section: /^remote-backup-service/ },
      ],
    }),
    kind: 1,
  },
  {
    ...alike({
      id: 'profile only one has',
      what: 'the profile is there on one device only',
      severity: 'error',
      says: /profile|backup-id/i,
      line: /^remote-backup-profile (\S+)$/,
      section: /^remote-backup-profile (?:homes-320|hall-a|office-leases|tv-users|office|subs|rooms)$/,
      to: out,
      and: [
        {
          section: /^remote-backup-profile (?:homes-320|hall-a|office-leases|tv-users|office|subs|rooms)$/,
          line: /^(?!remote)/,
          to: out,
        },
        {
          section: /^(?:interface|ip pool)/,
          line: /^remote-backup-profile (?:homes-320|hall-a|office-leases|tv-users|office|subs|rooms)$/,
          to: out,
        },
      ],
      blame: [{ on: 'peer', line: /./, section: /^remote-backup-profile/ }],
    }),
    kind: 1,
  },
  alike({
    id: 'profile bound elsewhere',
    what: 'the profile is bound to the interface of another one',
    severity: 'warning',
    says: /bind|bound|profile|interface/i,
    pair: /relay|agg|city/,
    section: interfaces,
    line: /^remote-backup-profile (\S+)$/,
    to: ({ match, pair, side }) => {
      const other = pair.devices[side].lines.find(
        (line) =>
          line.section.startsWith('interface') &&
          /^ remote-backup-profile/.test(line.text) &&
          line.text.trim() !== match.input,
      );
      return other && [other.text.trim()];
    },
    blame: [
      { on: 'own', line: /./, section: /^remote-backup-profile/ },
      { on: 'own', line: /./, section: /^interface/ },
    ],
  }),
];

const spare: readonly Template[] = [
  {
    ...alike({
      id: 'port, beside a spare channel',
      what: 'ports of the channel differ; a spare one mirrors the other device',
      severity: 'error',
      says: /port/i,
      section: /^remote-backup-service/,
      line: /^(peer.* port) (\d+)$/,
      to: ({ match, section }) => [
        `${match[1]} ${Number(match[2]) + 9}`,
        '^#',
        '^remote-backup-service spare-of-it',
        `^ ${match[1]} ${match[2]}`,
        '^#',
        `^${section}`,
      ],
      blame: [
        { on: 'peer', line: /^peer/, section: /^remote-backup-service/ },
        { on: 'own', line: /./, section: /^remote-backup-service/ },
      ],
    }),
    kind: 1,
  },
];

const relays: readonly Template[] = [
  alike({
    id: 'relay destination differs',
    what: 'the relays ask different servers',
    severity: 'error',
    says: /destination|relay|server/i,
    section: interfaces,
    line: /^dhcpv6 relay destination /,
    to: swap(/::\d$/, '::99'),
  }),
  alike({
    id: 'relay lost',
    what: 'nobody relays on one device',
    severity: 'error',
    both: 'error',
    says: /relay/i,
    section: /\.320$/,
    line: /^dhcpv6 relay destination /,
    to: out,
    blame: [{ on: 'own', line: /^service-type|^remote-backup-profile/ }],
  }),
  alike({
    id: 'delegated routes',
    what: 'one device announces no delegated prefixes',
    severity: 'warning',
    says: /pd-route/i,
    line: /^dhcpv6 export pd-route$/,
    to: out,
    blame: [{ on: 'own', line: /^dhcpv6 relay|^sysname/ }],
  }),
  alike({
    id: 'managed flag',
    what: 'one device tells hosts to ask DHCPv6, the other does not',
    severity: 'warning',
    says: /nd|autoconfig|flag/i,
    section: interfaces,
    line: /^ipv6 nd autoconfig /,
    to: out,
  }),
  alike({
    id: 'other flag',
    what: 'the devices tell hosts different things of DHCPv6',
    severity: 'warning',
    says: /nd|autoconfig|flag/i,
    section: interfaces,
    line: /^ipv6 nd autoconfig /,
    to: ({ match }) => [
      match.input.includes('managed') ? 'ipv6 nd autoconfig other-flag' : 'ipv6 nd autoconfig managed-address-flag',
    ],
  }),
  alike({
    id: 'advertisements halted',
    what: 'one device sends no router advertisements',
    severity: 'warning',
    says: /nd|halt|advertis/i,
    section: interfaces,
    line: /^undo ipv6 nd ra halt$/,
    to: out,
  }),
  alike({
    id: 'advertisements halted, said',
    what: 'one device sends no router advertisements',
    severity: 'warning',
    says: /nd|halt|advertis/i,
    section: interfaces,
    line: /^undo ipv6 nd ra halt$/,
    to: () => ['ipv6 nd ra halt'],
  }),
  alike({
    id: 'advertised prefix lost',
    what: 'one device does not advertise the prefix',
    severity: 'warning',
    says: /nd|prefix/i,
    section: interfaces,
    line: /^ipv6 nd ra prefix /,
    to: out,
  }),
  alike({
    id: 'MTU told to hosts',
    what: 'the devices tell hosts different MTUs',
    severity: 'warning',
    says: /mtu/i,
    section: interfaces,
    line: /^ipv6 nd autoconfig /,
    to: behind('ipv6 mtu 1400'),
  }),
  alike({
    id: 'cost of the direct route lost',
    what: 'the direct route follows the role on one device only',
    severity: 'warning',
    says: /direct-route|direct route/i,
    section: interfaces,
    line: /^direct-route /,
    to: out,
  }),
];

const streams: readonly Template[] = [
  alike({
    id: 'static group lost',
    what: 'a static group on one device only',
    severity: 'warning',
    says: /static-group|static group/i,
    section: interfaces,
    line: /^(?:igmp|mld) static-group /,
    to: out,
  }),
  alike({
    id: 'static group differs',
    what: 'static groups differ',
    severity: 'warning',
    says: /static-group|static group/i,
    section: interfaces,
    line: /^(?:igmp|mld) static-group /,
    to: swap(/\d+$/, '99'),
  }),
  alike({
    id: 'version of IGMP lost',
    what: 'IGMP version 3 on one device only',
    severity: 'error',
    says: /version/i,
    section: interfaces,
    line: /^igmp version 3$/,
    to: out,
  }),
  alike({
    id: 'query interval differs',
    what: 'query intervals differ',
    severity: 'warning',
    says: /query/i,
    section: interfaces,
    line: /^igmp timer query \d+$/,
    to: swap(/\d+$/, '20'),
  }),
  alike({
    id: 'role of multicast lost',
    what: 'multicast does not follow the group on one device',
    severity: 'warning',
    both: 'warning',
    says: /multicast|track/i,
    section: interfaces,
    line: /^multicast (?:ipv6 )?track /,
    to: out,
  }),
  alike({
    id: 'multicast follows another group',
    what: 'multicast follows a group that the profile does not',
    severity: 'warning',
    both: 'warning',
    says: /multicast|group|vrid/i,
    pair: /city/,
    section: interfaces,
    line: /^multicast track vrrp vrid 50$/,
    to: () => ['multicast track vrrp vrid 60'],
  }),
  alike({
    id: 'silent PIM',
    what: 'PIM is silent towards the users on one device',
    severity: 'warning',
    says: /silent/i,
    section: interfaces,
    has: /^(?:igmp|mld) enable/,
    line: /^pim (?:ipv6 )?sm$/,
    to: (spot) => behind(`pim ${spot.match.input.includes('ipv6') ? 'ipv6 ' : ''}silent`)(spot),
  }),
  alike({
    id: 'group policy',
    what: 'one device takes some groups only',
    severity: 'warning',
    says: /group-policy|group policy|ACL 2999/i,
    section: interfaces,
    line: /^(igmp|mld) enable$/,
    to: (spot) => behind(`${spot.match[1]} group-policy 2999`)(spot),
  }),
  alike({
    id: 'RP for some groups',
    what: 'one device knows the rendezvous point for some groups only',
    severity: 'warning',
    says: /rendezvous|\bRP\b|static-rp/i,
    line: /^static-rp \S+$/,
    to: ({ match }) => [`${match.input} 2999`],
  }),
  alike({
    id: 'leave at once',
    what: 'one device drops a group with the first host that leaves',
    severity: 'warning',
    says: /prompt-leave/i,
    section: interfaces,
    line: /^(igmp|mld) enable$/,
    to: (spot) => behind(`${spot.match[1]} prompt-leave`)(spot),
  }),
];

export const groupLines: readonly Template[] = [...ofGroups, ...ofProfiles, ...spare, ...relays, ...streams];
