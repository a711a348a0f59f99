// Pairs that are right all the same: what may differ between two devices, and what may be written in several ways. Each variant
// is tried on either device and on both; one that changes nothing is none.
import type { Configuration, ProvePair, Side } from './configuration';

export interface Variant {
  readonly id: string;
  readonly files: readonly [Configuration, Configuration];
}

/** Another text of one device, whose pair stays right. */
interface Writing {
  readonly id: string;
  readonly pair?: RegExp;
  /** `both`: right only where both devices are written so. */
  readonly on?: 'each' | 'both' | Side;
  readonly write: (text: string, side: Side, pair: ProvePair) => string;
}

const everywhere =
  (pattern: RegExp, to: string | ((...words: string[]) => string)): Writing['write'] =>
  (text) =>
    text.replace(pattern, to as string);
const section =
  (...lines: readonly string[]): Writing['write'] =>
  (text, side) =>
    text.replace(/\nreturn\s*$/, `\n${lines.join('\n').replace(/@/g, String(side + 1))}\n#\nreturn\n`);
/** A name becomes another wherever it stands as a whole word. */
const renamed =
  (head: RegExp, to: string): Writing['write'] =>
  (text) => {
    const name = head.exec(text)?.[1];
    return name === undefined
      ? text
      : text
          .split('\n')
          .map((line) => (line.startsWith(' description') ? line : word(line, name, to)))
          .join('\n');
  };

function word(line: string, from: string, to: string): string {
  return line
    .split(' ')
    .map((one) => (one === from ? to : one))
    .join(' ');
}

/** The section that holds a line, rewritten. */
function inSections(text: string, test: RegExp, rewrite: (lines: string[]) => string[]): string {
  return text
    .split(/\n(?=#\n)/)
    .map((part) => {
      const [mark = '', ...lines] = part.split('\n');
      return lines.some((line) => test.test(line)) ? [mark, ...rewrite(lines)].join('\n') : part;
    })
    .join('\n');
}

const spelling: readonly Writing[] = [
  {
    id: 'masks as lengths',
    write: everywhere(/( ip address \S+) (255\S+)/g, (_, own, mask) => `${own} ${bits(mask)}`),
  },
  {
    id: 'gateway mask as a length',
    write: everywhere(/( gateway \S+) (255\S+)/g, (_, own, mask) => `${own} ${bits(mask)}`),
  },
  {
    id: 'IPv6 in small letters',
    write: everywhere(/2001:DB8:[0-9A-F:]+|FE80::[0-9A-F:]+/g, (own) => own.toLowerCase()),
  },
  { id: 'a wildcard of one digit', write: everywhere(/^( +network \S+) 0\.0\.0\.0$/gm, '$1 0') },
  {
    id: 'an advertised prefix with a slash',
    write: everywhere(/^( ipv6 nd ra prefix \S+) (\d+) (\d+ \d+)$/gm, '$1/$2 $3'),
  },
  { id: 'IPv6 with leading zeros', write: everywhere(/2001:DB8:/g, '2001:0DB8:') },
  { id: 'IPv6 length after a blank', write: everywhere(/( ipv6 address \S+)\/(\d+)/g, '$1 $2') },
  {
    id: 'interfaces in small letters',
    write: everywhere(/GigabitEthernet|Eth-Trunk|LoopBack/g, (own) => own.toLowerCase()),
  },
  {
    id: 'interfaces with a blank',
    write: everywhere(/((?:track|id \d+|vrid \d+) (?:ipv6 )?interface [A-Z][A-Za-z-]+)(\d)/g, '$1 $2'),
  },
  {
    id: 'interfaces abbreviated',
    write: everywhere(/((?:track|id \d+|vrid \d+) (?:ipv6 )?interface )GigabitEthernet/g, '$1gi '),
  },
  { id: 'area as a number', write: everywhere(/area 0\.0\.0\.0/g, 'area 0') },
  { id: 'process left to its default', write: everywhere(/ospf enable 1 area/g, 'ospf enable area') },
  { id: 'shut abbreviated', write: everywhere(/ undo shutdown/g, ' undo shut') },
  { id: 'priority abbreviated', write: everywhere(/( vrrp6? vrid \d+) priority /g, '$1 pri ') },
  { id: 'two blanks', write: everywhere(/ description /g, ' description  ') },
  { id: 'line ends of Windows', write: everywhere(/\n/g, '\r\n') },
  { id: 'blanks at line ends', write: everywhere(/( commit| undo shutdown| mld enable)\n/g, '$1  \n') },
  { id: 'no return', write: everywhere(/\nreturn\s*$/, '\n') },
  {
    id: 'version header',
    write: (text) => `!Software Version V800R012C10SPC300\n!Last configuration was updated at 2026-03-01\n${text}`,
  },
  { id: 'DS-Lite range as a mask', write: everywhere(/203\.0\.113\.16 203\.0\.113\.31/, '203.0.113.16 mask 28') },
  { id: 'NAT range as a mask', write: everywhere(/203\.0\.113\.64 203\.0\.113\.95/, '203.0.113.64 mask 27') },
  { id: 'name servers on two lines', write: everywhere(/^( dns-server) (\S+) (\S+)$/gm, '$1 $3\n$1 $2') },
  {
    id: 'an excluded range in two',
    write: everywhere(/^( excluded-ip-address \S+\.)(\d+) (\S+\.)(\d+)$/gm, (_, head, from, end, to) => {
      const middle = Number(from) + 4;
      return `${head}${from} ${end}${middle}\n${head}${middle + 1} ${end}${to}`;
    }),
  },
  {
    id: 'a section in two',
    write: everywhere(
      /^( section )(\d+) (\S+\.)(\d+) (\S+)$/gm,
      (_, head, id, start, from, to) =>
        `${head}${Number(id) + 90} ${start}${Number(from) + 3} ${to}\n${head}${id} ${start}${from} ${start}${Number(from) + 2}`,
    ),
  },
  { id: 'ACL without number', write: everywhere(/acl number /, 'acl ') },
];

function bits(mask: string): string {
  return String(
    mask
      .split('.')
      .map((byte) => Number(byte).toString(2).replace(/0/g, '').length)
      .reduce((one, two) => one + two),
  );
}

const names: readonly Writing[] = [
  { id: 'other descriptions', write: everywhere(/ description .*/g, ' description moved to rack 9 in May') },
  { id: 'no descriptions', write: everywhere(/ description .*\n/g, '') },
  { id: 'other name of the device', write: everywhere(/^sysname (\S+)/m, 'sysname Core.$1_x') },
  { id: 'other name of the backup service', write: renamed(/^remote-backup-service (\S+)/m, 'towards-the-other') },
  {
    id: 'other name of the profile',
    pair: /^(?!nat-bras)/,
    write: renamed(/^remote-backup-profile (\S+)/m, 'called-otherwise'),
  },
  { id: 'other name of the SSL policy', write: renamed(/^ssl policy (\S+)/m, 'tls-of-mine') },
  { id: 'other name of the VPN instance', write: renamed(/^ip vpn-instance (\S+)/m, 'called-otherwise') },
  { id: 'another number of the ACL', pair: /cgn|nat|ds-lite/, write: renamed(/^acl number (\S+)/m, '3777') },
  { id: 'other name of the board group', write: renamed(/^service-instance-group (\S+)/m, 'boards-here') },
  { id: 'other name of the BFD session', write: renamed(/^bfd (\S+) bind/m, 'watch-it') },
  { id: 'other name of the traffic policy', write: everywhere(/(traffic(?: |-)policy) \S+/g, '$1 hand-over') },
  { id: 'other name of the class', write: everywhere(/(classifier) \S+/g, '$1 those-users') },
  { id: 'other name of the behavior', write: everywhere(/(behavior) \S+/g, '$1 translate') },
  { id: 'other name of the RADIUS group', write: everywhere(/(radius-server group) isp/g, '$1 company') },
  {
    id: 'other number of the OSPF process',
    write: everywhere(/^ospf 1|ospf enable 1/gm, (own) => own.replace('1', '7')),
  },
  { id: 'other number of the OSPFv3 process', write: everywhere(/^( ?)ospfv3 1/gm, '$1ospfv3 7') },
  {
    id: 'other number of the IS-IS process',
    write: everywhere(/^isis \d+|isis (?:ipv6 )?enable \d+/gm, (own) => own.replace(/\d+$/, '77')),
  },
  {
    id: 'other router ID',
    write: everywhere(/router-id \S+/g, (own) => own.replace(/\.\d+$/, '.200').replace(/\d+\.200$/, '254.200')),
    on: 0,
  },
  { id: 'other number of the trunk', write: everywhere(/(Eth-Trunk|eth-trunk )(6|8|10)\b/g, '$133') },
  {
    id: 'another port towards the users',
    write: everywhere(/GigabitEthernet0\/(3\/2|5\/1|5\/3|6\/1|2\/4|2\/5|4\/1)\b/g, 'GigabitEthernet0/15/3'),
  },
  {
    id: 'another port as uplink',
    pair: /relay|nd|agg/,
    write: everywhere(/GigabitEthernet0\/(3\/0|5\/0|4\/2)\b/g, 'GigabitEthernet0/15/0'),
  },
  { id: 'another slot', write: everywhere(/\b(location|size 16|bandwidth-enhance 40) slot \d+/g, '$1 slot 9') },
  {
    id: 'a licence of one more board',
    write: everywhere(/^( active nat session-table size 16 slot) \d+$/m, '$&\n$1 12'),
  },
  { id: 'another number of the rule', write: everywhere(/ rule 5 /, ' rule 10 ') },
  {
    id: 'other BFD discriminators',
    pair: /relay/,
    write: everywhere(/(discriminator local|bfd-session) 3\b/g, '$1 333'),
  },
];

const order: readonly Writing[] = [
  {
    id: 'sections the other way round',
    write: (text) => {
      const parts = text.split(/\n(?=#\n)/);
      return [parts[0], ...parts.slice(1, -1).reverse(), parts.at(-1)].join('\n');
    },
  },
  {
    id: 'descriptions last',
    write: (text) =>
      inSections(text, /^ description /, (lines) => [
        ...lines.filter((line) => !line.startsWith(' description ') || lines.some((one) => one.startsWith(' bas'))),
        ...lines.filter((line) => line.startsWith(' description ') && !lines.some((one) => one.startsWith(' bas'))),
      ]),
  },
  {
    id: 'tracks before timers',
    write: (text) =>
      inSections(text, / track /, (lines) => {
        const isTrack = (line: string) => /^ vrrp6? vrid \d+ track .*interface/.test(line);
        const at = lines.findIndex((line) => / priority /.test(line));
        return at < 0
          ? lines
          : [
              ...lines.slice(0, at).filter((line) => !isTrack(line)),
              ...lines.filter(isTrack),
              ...lines.slice(at).filter((line) => !isTrack(line)),
            ];
      }),
  },
  {
    id: 'an interface in two sections',
    write: (text) =>
      inSections(text, /^ vrrp6? vrid \d+ timer /, (lines) => {
        const at = lines.findIndex((line) => / timer /.test(line));
        return [...lines.slice(0, at), '#', lines[0]!, ...lines.slice(at)];
      }),
  },
];

const additions: readonly Writing[] = [
  { id: 'a spare trunk', write: section('interface Eth-Trunk99') },
  { id: 'a spare port', write: section('interface GigabitEthernet0/9/1', ' description spare', ' shutdown') },
  {
    id: 'a spare port with an address',
    write: section('interface GigabitEthernet0/14/1', ' shutdown', ' ip address 198.18.@.1 255.255.255.0'),
  },
  {
    id: 'one more uplink',
    write: section(
      'interface GigabitEthernet0/14/2',
      ' description second uplink',
      ' undo shutdown',
      ' ip address 198.18.@.5 255.255.255.252',
    ),
  },
  { id: 'one more loopback, alike', write: section('interface LoopBack9', ' ip address 198.18.200.1 255.255.255.255') },
  {
    id: 'management port',
    write: section('interface GigabitEthernet0/0/0', ' undo shutdown', ' ip address 192.168.0.@ 255.255.255.0'),
  },
  { id: 'default route', write: section('ip route-static 0.0.0.0 0.0.0.0 198.51.100.1') },
  { id: 'route to NULL0', write: section('ip route-static 198.18.64.0 255.255.192.0 NULL0') },
  { id: 'IPv6 default route', write: section('ipv6 route-static :: 0 2001:DB8:9999::1') },
  {
    id: 'management',
    write: section(
      'snmp-agent',
      'snmp-agent sys-info version v3',
      '#',
      'stelnet server enable',
      '#',
      'info-center loghost 198.51.100.9',
    ),
  },
  {
    id: 'an ACL of its own',
    write: section('acl number 2999', ' rule 5 permit source 198.51.100.0 0.0.0.255', ' rule 10 deny'),
  },
  { id: 'a VPN of its own', write: section('ip vpn-instance mgmt', ' ipv4-family', '  route-distinguisher 65000:9@') },
  {
    id: 'BGP',
    write: section(
      'bgp 64999',
      ' router-id 198.18.@.9',
      ' peer 198.51.100.77 as-number 64999',
      ' #',
      ' ipv4-family unicast',
      '  peer 198.51.100.77 enable',
    ),
  },
  {
    id: 'a channel to a third device',
    write: section(
      'remote-backup-service to-the-third',
      ' peer 198.51.100.200 source 198.18.9.@ port 9009',
      '#',
      'interface LoopBack8',
      ' ip address 198.18.9.@ 255.255.255.255',
    ),
  },
  {
    id: 'another LAN',
    write: section(
      'interface GigabitEthernet0/9/3',
      ' undo shutdown',
      '#',
      'interface GigabitEthernet0/9/3.44',
      ' vlan-type dot1q 44',
      ' ip address 198.18.44.@ 255.255.255.0',
    ),
  },
  {
    id: 'a VLAN interface',
    write: section('vlan batch 44', '#', 'interface Vlanif44', ' ip address 198.18.45.@ 255.255.255.0'),
  },
  {
    id: 'a plain VRRP group',
    on: 'both',
    write: section(
      'interface GigabitEthernet0/9/4',
      ' undo shutdown',
      ' ip address 198.18.46.@ 255.255.255.0',
      ' vrrp vrid 99 virtual-ip 198.18.46.254',
    ),
  },
  {
    id: 'a spare pool',
    write: section(
      'ip pool visitors bas local',
      ' gateway 198.18.128.1 255.255.128.0',
      ' section 0 198.18.128.2 198.18.140.0',
    ),
  },
  {
    id: 'a tunnel',
    write: section('interface Tunnel10', ' tunnel-protocol gre', ' source LoopBack0', ' destination 198.51.100.5'),
  },
  {
    id: 'a banner with rows of #',
    write: (text) => text.replace(/^sysname .*$/m, '$&\n#\nheader login information %\nauthorised people only\n%'),
  },
];

const settings: readonly Writing[] = [
  { id: 'other port of the channel', on: 'both', write: everywhere(/ port \d+/, ' port 7777') },
  {
    id: 'other backup-ids',
    on: 'both',
    write: everywhere(/ backup-id (\d+)/g, (_, id) => ` backup-id ${Number(id) + 1000}`),
  },
  {
    id: 'other VLANs',
    on: 'both',
    write: everywhere(/ vlan-type dot1q (\d+)/g, (_, vlan) => ` vlan-type dot1q ${Number(vlan) + 2000}`),
  },
  {
    id: 'other numbers of the groups',
    on: 'both',
    write: everywhere(/(vrid|vrrp6?-id) (\d+)/g, (_, command, vrid) => `${command} ${Number(vrid) + 150}`),
  },
  {
    id: 'higher priority of the master',
    on: 0,
    write: everywhere(
      /( vrrp6? vrid \d+ priority )(\d+)/g,
      (_, head, own) => `${head}${Number(own) > 145 ? Number(own) + 3 : Number(own)}`,
    ),
  },
  { id: 'longer wait', write: everywhere(/timer delay \d+/g, 'timer delay 3600') },
  { id: 'stronger reductions', write: everywhere(/reduced (\d+)/g, (_, own) => `reduced ${Number(own) + 20}`) },
  {
    id: 'no track on the backup',
    on: 1,
    pair: /mld|nd|agg|cgn|ds-lite/,
    write: everywhere(/ vrrp6? vrid \d+ track (?:(?:ipv6 )?interface|bfd-session) .*\n/g, ''),
  },
  { id: 'the mode left to its default', write: everywhere(/ peer-backup hot\n/g, '') },
  {
    id: 'no delay, said',
    on: 1,
    pair: /^(?!.*(?:boards|odd-even))/,
    write: everywhere(/( vrrp6? vrid (?!21|32)\d+) priority (\d+)\n/g, '$&$1 preempt-mode timer delay 0\n'),
  },
  { id: 'MLD version 2, said', write: everywhere(/ mld enable\n/, '$& mld version 2\n') },
  { id: 'IGMP version 2, said', write: everywhere(/ igmp enable\n/, '$& igmp version 2\n') },
  { id: 'MTU 1500, said', write: everywhere(/ description (?:link to the|between|boards).*\n/, '$& mtu 1500\n') },
  { id: 'one MTU', on: 'both', write: everywhere(/ description (?:link to the|between|boards).*\n/, '$& mtu 9000\n') },
  { id: 'one query interval', on: 'both', write: everywhere(/ (mld|igmp) enable\n/, '$& $1 timer query 30\n') },
  {
    id: 'one authentication',
    on: 'both',
    write: everywhere(/( vrrp vrid \d+) virtual-ip .*\n/g, '$&$1 authentication-mode md5 Both-Know-1\n'),
  },
  {
    id: 'keys that are enciphered',
    on: 'both',
    write: (text, side) =>
      text.replace(
        /( vrrp vrid \d+) virtual-ip .*\n/g,
        `$&$1 authentication-mode md5 cipher %^%#${side === 0 ? 'k7Qz' : 'Xw2p'}aYb1c9d8E7f6G5h4J3k2L1m0%^%#\n`,
      ),
  },
  {
    id: 'one trunk member down',
    write: everywhere(
      /(interface GigabitEthernet0\/(?:2|4)\/9\n(?: description .*\n)?) undo shutdown\n( eth-trunk)/,
      '$1 shutdown\n$2',
    ),
  },
  {
    id: 'other network of the E-Trunk',
    pair: /nd/,
    write: everywhere(/10\.52\.8\.\d 255\.255\.255\.0/, '10.52.9.1 255.255.255.128'),
  },
  { id: 'anycast gateway on the E-Trunk', pair: /nd/, on: 'both', write: everywhere(/10\.52\.8\.\d /, '10.52.8.1 ') },
  { id: 'no slave where the metrics decide', pair: /agg|cgn/, on: 1, write: everywhere(/ rui-slave/, '') },
  {
    id: 'one more time server',
    write: everywhere(/ntp-service unicast-server .*\n/, '$&ntp-service unicast-server 198.51.100.124\n'),
  },
  {
    id: 'the users bring other DNS servers',
    on: 'both',
    write: everywhere(/ dns-server .*/, ' dns-server 198.51.100.53'),
  },
  { id: 'a shorter lease', on: 'both', write: everywhere(/ lease 0 8 0/, ' lease 0 2 0') },
  { id: 'fewer addresses', on: 'both', write: everywhere(/10\.64\.9\.239/, '10.64.9.200') },
  {
    id: 'other routers distinguish',
    pair: /agg/,
    write: everywhere(/route-distinguisher \S+/, 'route-distinguisher 64512:80'),
  },
];

const routing: readonly Writing[] = [
  {
    id: 'labels of segment routing in place of LDP',
    pair: /dhcp-server/,
    write: (text) =>
      text.replace(/#\nmpls lsr-id[^]*?#\nmpls ldp\n/, '#\nsegment-routing\n').replace(/ mpls\n mpls ldp\n/, ''),
  },
  {
    id: 'LDP on one more link',
    pair: /dhcp-server/,
    write: everywhere(/ undo shutdown\n#/, ' undo shutdown\n mpls\n mpls ldp\n#'),
  },
  { id: 'sessions of a release without commit', pair: /agg|city/, write: everywhere(/ commit\n/g, '') },
  {
    id: 'a spare session that is shut down',
    pair: /relay|agg|city/,
    write: section(
      'bfd spare bind peer-ip 198.51.100.@',
      ' discriminator local 71@',
      ' discriminator remote 81@',
      ' commit',
      ' shutdown',
    ),
  },
  {
    id: 'timers of OSPF, said',
    pair: /igmp-snooping/,
    write: everywhere(
      /( ospf enable 9 area 0\.0\.0\.0\n)/g,
      '$1 ospf timer hello 10\n ospf timer dead 40\n ospf network-type broadcast\n',
    ),
  },
  {
    id: 'one OSPF on the link, other than elsewhere',
    pair: /igmp-snooping/,
    on: 'both',
    write: everywhere(
      /(10\.90\.200\.\d .*\n ospf enable 9 area )\S+\n/,
      '$10.0.0.7\n ospf network-type p2p\n ospf timer hello 3\n ospf authentication-mode md5 1 plain Both-Know-9\n',
    ),
  },
  {
    id: 'the link in no OSPF on one device',
    pair: /igmp-snooping/,
    write: everywhere(/(10\.90\.200\.\d .*\n) ospf enable 9 area \S+\n/, '$1'),
  },
  {
    id: 'as many active links as there are members',
    write: everywhere(/(\ninterface Eth-Trunk(?:10|8|6|21|90)\n)/g, '$1 least active-linknumber 1\n'),
  },
  {
    id: 'one range of users in two rules',
    write: everywhere(
      / rule 5 permit ip source 100\.64\.0\.0 0\.0\.255\.255/,
      ' rule 5 permit ip source 100.64.128.0 0.0.127.255\n rule 10 permit ip source 100.64.0.0 0.0.127.255\n rule 15 deny ip',
    ),
  },
  {
    id: 'one range of IPv6 users in two rules',
    pair: /ds-lite/,
    write: everywhere(
      / rule 5 permit ipv6 source 2001:DB8:8800::\/40/,
      ' rule 5 permit ipv6 source 2001:DB8:8800::/41\n rule 10 permit ipv6 source 2001:DB8:8880::/41',
    ),
  },
  {
    id: 'a further address',
    write: everywhere(
      / ip address 10\.(\d+\.\d+\.\d+ 255\.255\.255\.(?:0|252))\n(?! vrrp)/g,
      '$& ip address 172.$1 sub\n',
    ),
  },
  {
    id: 'a default route in place of OSPF',
    pair: /relay/,
    on: 'both',
    write: (text, side) =>
      text
        .replace(/ ospf enable .*\n/g, '')
        .replace(
          /ospf 1 router-id .*\n area .*\n/,
          `ip route-static 0.0.0.0 0.0.0.0 GigabitEthernet0/3/0 10.31.10${side + 1}.1\n`,
        ),
  },
  {
    id: 'the loopback by its interface',
    pair: /dhcp-server/,
    write: (text) =>
      text.replace(/ {2}network .*\n/, '').replace(/(interface LoopBack0\n.*\n)/, '$1 ospf enable 1 area 0.0.0.0\n'),
  },
  {
    id: 'the loopback by a network',
    pair: /relay|cgn/,
    write: (text) =>
      text
        .replace(/(interface LoopBack0\n.*\n) ospf enable .*\n/, '$1')
        .replace(/(ospf 1 router-id (\S+)\n(?: import.*\n)*) area .*\n/, '$1 area 0.0.0.0\n  network $2 0.0.0.0\n'),
  },
  {
    id: 'direct routes imported',
    pair: /relay|cgn/,
    write: (text) =>
      text
        .replace(/(interface LoopBack0\n.*\n) ospf enable .*\n/, '$1')
        .replace(/(ospf 1 router-id .*\n)/, '$1 import-route direct\n'),
  },
  {
    id: 'two uplinks that together outweigh the gap',
    pair: /mld/,
    on: 0,
    write: (text) =>
      text
        .replace(
          / vrrp6 vrid 1 timer .*\n/,
          '$& vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/2/9 reduced 30\n vrrp6 vrid 1 track ipv6 interface GigabitEthernet0/2/10 reduced 30\n',
        )
        .replace(
          /interface NULL0\n/,
          'interface GigabitEthernet0/2/10\n description second uplink\n undo shutdown\n ipv6 enable\n ipv6 address 2001:DB8:F7::1/64\n pim ipv6 sm\n isis ipv6 enable 100\n#\ninterface NULL0\n',
        ),
  },
  {
    id: 'one uplink',
    pair: /mld/,
    on: 'both',
    write: everywhere(/( vrrp6 vrid 1) timer .*\n/, '$&$1 track ipv6 interface GigabitEthernet0/2/9 reduced 60\n'),
  },
];

const sysnameOf = (text: string) => /^sysname (\S+)/m.exec(text)?.[1] ?? 'HUAWEI';

/** What a terminal wrote around a configuration that was copied off a screen. */
const captures: readonly Writing[] = [
  {
    id: 'copied off a terminal',
    write: (text) => `<${sysnameOf(text)}>display current-configuration\n${text}<${sysnameOf(text)}>quit\n`,
  },
  {
    id: 'copied off a terminal, with the time',
    write: (text) =>
      `[~${sysnameOf(text)}]display current-configuration\n2026-03-01 09:12:44.871 +00:00\n${text}[~${sysnameOf(text)}]\n`,
  },
  {
    id: 'pages of a terminal',
    write: (text) =>
      text
        .split('\n')
        .map((line, row) =>
          row > 0 && row % 24 === 0 ? `  ---- More ----\u001b[16D                \u001b[16D${line}` : line,
        )
        .join('\n'),
  },
  {
    id: 'pages of a terminal, wide',
    write: (text) =>
      text
        .split('\n')
        .map((line, row) =>
          row > 0 && row % 23 === 0 ? `  ---- More ----\u001b[42D${' '.repeat(42)}\u001b[42D${line}` : line,
        )
        .join('\n'),
  },
  { id: 'a NUL before it', write: (text) => `\0${text}` },
  {
    id: 'a login message before it',
    write: (text) =>
      `Info: The max number of VTY users is 10, the number of current VTY users online is 1.\n<${sysnameOf(text)}>display saved-configuration\n${text}`,
  },
  { id: 'remarks', write: (text) => text.replace(/\n#\n/, '\n#\n! taken on the first of March\n#\n') },
  {
    id: 'a banner in quotes',
    write: (text) =>
      text.replace(/^sysname .*$/m, '$&\n#\nheader shell information "\nvrrp vrid 1 is ours\n#\ninterface nobody\n"'),
  },
];

/** Other right lines for the same thing. */
const otherLines: readonly Writing[] = [
  { id: 'lease by its words', write: everywhere(/ lease (\d+) (\d+) (\d+)/g, ' lease day $1 hour $2 minute $3') },
  { id: 'DNS servers the other way round', write: everywhere(/( dns-server) (\S+) (\S+)\n/g, '$1 $3 $2\n') },
  {
    id: 'VPN target for both directions',
    write: everywhere(
      / vpn-target (\S+) export-extcommunity\n +vpn-target \1 import-extcommunity/g,
      ' vpn-target $1 both',
    ),
  },
  {
    id: 'VPN targets in two lines',
    write: everywhere(
      /( +vpn-target) (\S+) (\S+:\S+) import-extcommunity/g,
      '$1 $2 import-extcommunity\n$1 $3 import-extcommunity',
    ),
  },
  {
    id: 'RADIUS servers with weights',
    write: everywhere(/( radius-server authentication \S+ 1812)\n/g, '$1 weight 50\n'),
  },
  {
    id: 'RADIUS servers the other way round',
    write: everywhere(/( radius-server authentication .*\n)( radius-server authentication .*\n)/g, '$2$1'),
  },
  { id: 'other name of the schemes', write: everywhere(/(authentication-scheme|accounting-scheme) \S+/g, '$1 ours') },
  { id: 'preference of a static route', write: everywhere(/( route-static .* \S+\d)\n/g, '$1 preference 50\n') },
  {
    id: 'pace of a BFD session',
    on: 'both',
    write: everywhere(/( discriminator remote \d+\n)/g, '$1 min-tx-interval 50\n min-rx-interval 50\n'),
  },
  {
    id: 'a wider link, on both',
    on: 'both',
    write: everywhere(/10\.(90\.0|70\.40)\.(\d) 255\.255\.255\.252/g, '10.$1.$2 255.255.255.248'),
  },
  {
    id: 'VRRP version 2, said',
    pair: /relay|agg|cgn|dhcp/,
    write: everywhere(/^sysname .*$/m, '$&\n#\nvrrp version v2'),
  },
  {
    id: 'preemption, said',
    write: everywhere(/( vrrp6? vrid \d+) priority (\d+)\n/g, '$&$1 holding-multiplier 3\n'),
  },
  {
    id: 'one more virtual address, on both',
    on: 'both',
    pair: /agg|cgn/,
    write: everywhere(/( vrrp vrid (?:7|61)) virtual-ip (\S+)\.254\n/g, '$&$1 virtual-ip $2.253\n'),
  },
  {
    id: 'no switching, said',
    write: everywhere(
      /(interface GigabitEthernet\S+\n(?: description .*\n)?)( undo shutdown)/g,
      '$1 undo portswitch\n$2',
    ),
  },
  { id: 'descriptions with marks', write: everywhere(/ description .*/g, ' description # 4 of "rack" 9 !') },
  { id: 'ports of 10 Gbit/s', write: everywhere(/GigabitEthernet0/g, 'XGigabitEthernet0') },
  { id: 'ports of 100 Gbit/s', write: everywhere(/GigabitEthernet0/g, '100GE0') },
  { id: 'ports of another slot', write: everywhere(/GigabitEthernet0\//g, 'GigabitEthernet11/') },
  { id: 'ports with a blank', write: everywhere(/^interface (GigabitEthernet|Eth-Trunk|LoopBack)/gm, 'interface $1 ') },
  { id: 'another loopback', write: everywhere(/LoopBack0/g, 'LoopBack17') },
  {
    id: 'excluded addresses in two lines',
    write: everywhere(/( excluded-ip-address 10\.\d+\.\d+\.)20 \S+29/g, '$120 10.72.0.24\n$125 10.72.0.29'),
    on: 'both',
  },
  {
    id: 'one more server, on both',
    on: 'both',
    write: everywhere(/( radius-server accounting .*\n)/g, '$1 radius-server retransmit 4 timeout 3\n'),
  },
];

const otherServices: readonly Writing[] = [
  { id: 'LLDP and a clock', write: section('lldp enable', '#', 'clock timezone CET add 01:00:00') },
  {
    id: 'SSH',
    write: section('stelnet server enable', 'ssh user admin', 'ssh user admin authentication-type password'),
  },
  {
    id: 'a test of the network',
    write: section('nqa test-instance admin ping', ' test-type icmp', ' destination-address ipv4 198.51.100.4'),
  },
  {
    id: 'a filter for management',
    write: section('acl ipv6 number 2998', ' rule 5 permit source 2001:DB8:FFFF::/48'),
  },
  {
    id: 'a policy that nothing applies',
    write: section('traffic classifier spare operator or', '#', 'traffic policy spare'),
  },
  {
    id: 'a VPN of its own, with targets',
    write: section(
      'ip vpn-instance voice',
      ' ipv4-family',
      '  route-distinguisher 65000:7@',
      '  vpn-target 65000:@ export-extcommunity',
    ),
  },
  {
    id: 'a domain for administrators',
    write: section('aaa', ' domain staff', '  authentication-scheme default', ' #'),
  },
  {
    id: 'a route to another site',
    write: section('ip route-static 198.18.32.0 255.255.224.0 198.51.100.1 description to the other site'),
  },
  {
    id: 'a BFD session of its own',
    pair: /relay|agg|city/,
    write: section(
      'bfd else bind peer-ip 198.51.100.@',
      ' discriminator local 70@',
      ' discriminator remote 80@',
      ' commit',
    ),
  },
  {
    id: 'a spare channel on one device',
    write: section(
      'remote-backup-service spare',
      ' peer 198.51.100.220 source 198.51.100.22@ port 9100',
      '#',
      'interface LoopBack7',
      ' ip address 198.51.100.22@ 255.255.255.255',
    ),
  },
];

const writings: readonly Writing[] = [
  ...spelling,
  ...names,
  ...order,
  ...additions,
  ...settings,
  ...routing,
  ...captures,
  ...otherLines,
  ...otherServices,
];

export function allVariants(pairs: readonly ProvePair[]): Variant[] {
  return writings.flatMap((writing) =>
    pairs.filter(({ name }) => writing.pair?.test(name) ?? true).flatMap((pair) => variantsOf(writing, pair)),
  );
}

function variantsOf(writing: Writing, pair: ProvePair): Variant[] {
  return choicesOf(writing.on).flatMap((sides) => {
    const files = [...pair.devices] as [Configuration, Configuration];
    for (const side of sides) files[side] = written(writing, pair, side);
    const isChanged = sides.every((side) => files[side] !== pair.devices[side]);
    const where = sides.length === 2 ? 'both' : pair.devices[sides[0]!].file.replace('.cfg', '');
    return isChanged ? [{ id: `variant ${pair.name} ${writing.id} ${where}`, files }] : [];
  });
}

/** The devices that are written so, one choice after the other. */
function choicesOf(on: Writing['on']): readonly (readonly Side[])[] {
  if (on === 'both') return [[0, 1]];
  return typeof on === 'number' ? [[on]] : [[0], [1], [0, 1]];
}

function written(writing: Writing, pair: ProvePair, side: Side): Configuration {
  const own = pair.devices[side];
  const before = own.lines.map((line) => line.text).join('\n');
  const text = writing.write(before, side, pair);
  return text === before
    ? own
    : { file: own.file, lines: text.split('\n').map((row) => ({ text: row, section: '', isChanged: false })) };
}
