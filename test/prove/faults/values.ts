// Kind 3: values of one device that cannot stand beside each other.
import type { Template } from '../fault';
import { behind, captured, interfaces, out, swap, tracksSeveral } from './words';

const value = (one: Omit<Template, 'kind' | 'both'> & { readonly both?: Template['both'] }): Template => ({
  kind: 3,
  both: one.severity,
  blamesPeer: true,
  ...one,
});
const groupOf = /^vrrp6? vrid \d+ virtual-ip/;

const pools: readonly Template[] = [
  value({
    id: 'gateway is a device',
    what: "the gateway of the pool is a device's own address",
    severity: 'error',
    says: /gateway/i,
    section: /^ip pool .* server/,
    line: /^gateway (\S+) /,
    to: swap('10.64.8.254', '10.64.8.253'),
  }),
  value({
    id: 'gateway is nobody',
    what: 'the gateway of the pool is not the virtual address',
    severity: 'warning',
    says: /gateway/i,
    section: /^ip pool .* server/,
    line: /^gateway (\S+) /,
    to: swap('10.64.8.254', '10.64.8.250'),
  }),
  value({
    id: 'server identifier',
    what: 'the server identifier is not the virtual address',
    severity: 'warning',
    says: /identifier/i,
    section: /^ip pool .* server/,
    line: /^server identifier ip /,
    to: swap('10.64.8.254', '10.64.8.250'),
  }),
  value({
    id: 'section outside',
    what: "a range leaves the pool's network",
    severity: 'error',
    says: /section|range|outside|network|subnet/i,
    section: /^ip pool /,
    line: /^section \d+ (\d+)\.(\d+)\.\S+ \S+$/,
    to: ({ match }) => [match.input.replace(/\S+$/, `${match[1]}.${Number(match[2]) + 1}.3.7`)],
  }),
  value({
    id: 'section elsewhere',
    what: "a range lies outside the pool's network",
    severity: 'error',
    says: /section|range|outside|network|subnet/i,
    section: /^ip pool /,
    line: /^section (\d+) /,
    to: ({ match }) => [`section ${match[1]} 172.30.1.10 172.30.1.99`],
  }),
  value({
    id: 'section reversed',
    what: 'a range ends before it begins',
    severity: 'error',
    says: /section|range|before|reverse|order/i,
    section: /^ip pool /,
    line: /^section (\d+) (\S+) (\S+)$/,
    to: ({ match }) => [`section ${match[1]} ${match[3]} ${match[2]}`],
  }),
  value({
    id: 'sections overlap',
    what: 'two ranges of a pool overlap',
    severity: 'error',
    says: /section|range|overlap/i,
    section: /^ip pool /,
    line: /^section 0 (\S+) (\S+)$/,
    to: ({ match }) => behind(`section 7 ${match[1]} ${match[1]}`)({ match } as never),
    blame: [{ on: 'own', line: /^section 0/ }],
  }),
  value({
    id: 'range holds the routers',
    what: "a range holds a router's own address",
    severity: 'information',
    says: /section|range|own|address|lease/i,
    section: /^ip pool .* server/,
    line: /^section 0 10\.64\.8\.10 /,
    to: swap('8.239', '8.253'),
  }),
  value({
    id: 'pool of the wrong kind',
    what: 'a DHCP server profile on a pool for dial-in users',
    severity: 'error',
    says: /pool|server/i,
    line: /^ip pool office server$/,
    to: swap('server', 'bas local'),
    blame: [
      { on: 'own', line: /./, section: /^ip pool office/ },
      { on: 'own', line: /office-leases/ },
    ],
  }),
  value({
    id: 'DHCP on the main interface',
    what: 'DHCP runs on the main interface, the users are on a sub-interface',
    severity: 'error',
    says: /dhcp/i,
    pair: /dhcp-server/,
    section: /\.200$/,
    line: /^dhcp server enable$/,
    to: out,
    and: [{ section: /^interface GigabitEthernet0\/6\/1$/, line: /^undo shutdown$/, to: behind('dhcp server enable') }],
    blame: [{ on: 'own', line: /vrrp-id|service-type|dhcp/ }],
  }),
  value({
    id: 'DHCP off',
    what: 'nobody serves DHCP on the interface of the users',
    severity: 'error',
    says: /dhcp/i,
    section: /\.200$/,
    line: /^dhcp server enable$/,
    to: out,
    blame: [{ on: 'own', line: /vrrp-id|service-type|dhcp/ }],
  }),
];

const publicPools: readonly Template[] = [
  value({
    id: 'public range reversed',
    what: 'the public range ends before it begins',
    severity: 'error',
    says: /range|before|order|address|pool/i,
    line: /^(?:ds-lite|nat) address-group \S+ group-id 1 (\S+) (\S+)$/,
    to: ({ match }) => [match.input.replace(/\S+ \S+$/, `${match[2]} ${match[1]}`)],
  }),
  value({
    id: 'peer of the boards',
    what: "the peer of the boards is outside the interface's subnet",
    severity: 'error',
    says: /peer|subnet/i,
    line: /^remote-backup interface \S+ peer (\S+)/,
    to: (spot) => [captured(spot, '10.99.9.9')],
  }),
];

const addresses: readonly Template[] = [
  value({
    id: 'virtual address outside',
    what: "the virtual address is outside the interface's subnet",
    severity: 'error',
    says: /virtual|subnet/i,
    section: interfaces,
    line: /^vrrp6? vrid \d+ virtual-ip ((?!FE80)\S+)$/,
    to: (spot) => [captured(spot, spot.match[1]!.includes(':') ? '2001:DB8:FFFF::1' : '10.99.9.9')],
  }),
  value({
    id: 'two interfaces in one subnet',
    what: 'the uplink is in the subnet of a group',
    severity: 'error',
    says: /subnet|overlap|network/i,
    section: interfaces,
    has: /^description uplink/,
    line: /^ip(?:v6)? address (\S+)/,
    to: (spot) => {
      const { pair, side, match } = spot;
      const isIpv6 = match.input.startsWith('ipv6');
      const users = pair.devices[side].lines.find((line, _, all) => {
        if (!(isIpv6 ? /^ ipv6 address 2001\S+/ : /^ ip address .*(?:255\.0|254\.0)$/).test(line.text)) return false;
        return all.some((one) => one.section === line.section && groupOf.test(one.text.trim()));
      });
      const text = users?.text.trim();
      if (text === undefined) return undefined;
      return [
        isIpv6
          ? text.replace(/\S+\/64$/, (own) => own.replace(/[0-9A-F]+\/64/, '57/64'))
          : text.replace(/\.\d+ /, '.57 '),
      ];
    },
    blame: [{ on: 'own', line: /^ip(?:v6)? address/ }],
  }),
  value({
    id: 'spare in the subnet of the uplink',
    what: 'two interfaces are in one subnet',
    severity: 'warning',
    says: /subnet|overlap|network/i,
    section: interfaces,
    has: /^description uplink/,
    line: /^ip address (\S+)\.\d+ (255\.\S+)$/,
    to: ({ match }) => [match.input],
    and: [
      {
        line: /^interface LoopBack0$/,
        to: ({ pair, side }) => {
          const uplink = pair.devices[side].lines.find(
            (line, _, all) =>
              / ip address .*\.252$/.test(line.text) &&
              all.some((one) => one.section === line.section && /^ description uplink/.test(one.text)),
          )!;
          const own = uplink.text.trim().replace(/\.2 255/, '.1 255');
          return ['^interface GigabitEthernet0/7/7', `^ ${own}`, '^#', '^interface LoopBack0'];
        },
      },
    ],
    blame: [{ on: 'own', line: /^ip address/ }],
  }),
  ...(['network', 'broadcast'] as const).flatMap((edge) => [
    value({
      id: `${edge} address in a group`,
      // On both devices it would be one address twice.
      both: 'none',
      what: `an interface of a group has the ${edge} address`,
      severity: 'error',
      says: /network|broadcast|host|address/i,
      section: interfaces,
      has: groupOf,
      line: /^ip address (\S+) 255\.255\.255\.0$/,
      to: ({ match }) => [match.input.replace(match[1]!, match[1]!.replace(/\d+$/, edge === 'network' ? '0' : '255'))],
    }),
    value({
      id: `${edge} address on the uplink`,
      what: `the uplink has the ${edge} address`,
      severity: 'warning',
      says: /network|broadcast|host|address/i,
      section: interfaces,
      has: /^description uplink/,
      line: /^ip address (\S+) 255\.255\.255\.252$/,
      to: ({ match }) => [match.input.replace(match[1]!, match[1]!.replace(/\d+$/, edge === 'network' ? '0' : '3'))],
    }),
  ]),
  value({
    id: 'IPv6 off',
    what: 'IPv6 addresses without `ipv6 enable`',
    severity: ({ around }) =>
      around.some((line) => line.startsWith('vrrp6 ')) || around.some((line) => /other router/.test(line))
        ? 'error'
        : 'warning',
    says: /ipv6/i,
    section: interfaces,
    line: /^ipv6 enable$/,
    to: out,
    blame: [{ on: 'own', line: /^ipv6 route-static / }],
  }),
  value({
    id: 'one VLAN twice',
    what: 'two sub-interfaces of a port are in one VLAN',
    severity: 'error',
    says: /vlan/i,
    pair: /relay|dhcp-server|agg/,
    section: interfaces,
    has: groupOf,
    line: /^vlan-type dot1q (\d+)$/,
    to: ({ match, pair, side }) => {
      const other = pair.devices[side].lines.find(
        (line) => / vlan-type dot1q/.test(line.text) && line.text.trim() !== match.input,
      );
      return other && [other.text.trim()];
    },
    blame: [{ on: 'own', line: /^vlan-type/ }],
  }),
];

const routerAdvertisements: readonly Template[] = [
  value({
    id: 'advertised prefix',
    what: 'the advertised prefix is not of the interface',
    severity: 'warning',
    says: /prefix|advertises/i,
    line: /^ipv6 nd ra prefix /,
    to: swap('2001:DB8:A5::', '2001:DB8:A4::'),
  }),
  value({
    id: 'lifetimes',
    what: 'the preferred lifetime is above the valid one',
    severity: 'warning',
    says: /lifetime|preferred|valid/i,
    line: /^ipv6 nd ra prefix /,
    to: swap('3600 1800', '1800 3600'),
  }),
];

const reductions: readonly Template[] = [
  value({
    id: 'reduction too small',
    what: 'the failed uplink leaves the master above the backup',
    severity: 'warning',
    says: /reduc|loses|priorit|track/i,
    section: interfaces,
    line: /^vrrp6? vrid (\d+) track (?:(?:ipv6 )?interface \S+|service-location \d+) reduced (\d+)$/,
    side: 0,
    both: 'none',
    to: (spot) => {
      const { match, around } = spot;
      if (/ interface /.test(match.input) && tracksSeveral(spot)) return undefined;
      const vrid = match[1]!;
      const isMaster = around.some((line) => new RegExp(`vrid ${vrid} preempt-mode`).test(line));
      const hasSession = around.some((line) => line.includes(`vrid ${vrid} track bfd-session`));
      return isMaster && !hasSession ? [match.input.replace(/\d+$/, '7')] : undefined;
    },
  }),
];

export const values: readonly Template[] = [
  ...pools,
  ...publicPools,
  ...addresses,
  ...routerAdvertisements,
  ...reductions,
];
