// Kind 4: what must be one device's own and stands on both.
import type { Template } from '../fault';
import { behind, copied, interfaces } from './words';

const identity = (one: Omit<Template, 'kind'>): Template => ({ kind: 4, ...one });

export const identities: readonly Template[] = [
  identity({
    id: 'OSPF router ID',
    what: 'one router ID on both devices',
    severity: 'error',
    says: /router.?id/i,
    line: /^ospf 1 router-id /,
    to: copied(/^ospf 1 router-id /, /^ospf 1/),
  }),
  identity({
    id: 'OSPFv3 router ID',
    what: 'one router ID on both devices',
    severity: 'error',
    says: /router.?id/i,
    section: /^ospfv3 1$/,
    line: /^router-id /,
    to: copied(/^router-id /, /^ospfv3 1$/),
  }),
  identity({
    id: 'LSR ID',
    what: 'one LSR ID on both devices',
    severity: 'warning',
    says: /lsr/i,
    line: /^mpls lsr-id /,
    to: copied(/^mpls lsr-id /, /^mpls lsr-id/),
  }),
  identity({
    id: 'IS-IS system ID',
    what: 'one IS-IS system ID on both devices',
    severity: 'error',
    says: /system.?id|network-entity|is-is/i,
    line: /^network-entity /,
    to: copied(/^network-entity /, /^isis /),
  }),
  identity({
    id: 'link-local address',
    what: 'one link-local address on both devices',
    severity: 'error',
    says: /link-local/i,
    section: interfaces,
    line: /^ipv6 address \S+ link-local$/,
    to: copied(/^ipv6 address \S+ link-local$/, interfaces),
  }),
  identity({
    id: 'sysname',
    what: 'one name on both devices',
    severity: 'warning',
    says: /sysname|name/i,
    line: /^sysname /,
    to: copied(/^sysname /, /^sysname/),
  }),
  identity({
    id: 'OSPF network',
    what: "the OSPF network is the other device's address",
    severity: 'warning',
    says: /network|ospf/i,
    line: /^network 10\.64\.255\.\d /,
    to: copied(/^network 10\.64\.255\.\d /, /^ospf/),
    blame: [{ on: 'own', line: /^peer/ }],
  }),
  identity({
    id: 'BFD remote discriminator',
    what: 'BFD discriminators are not crossed',
    severity: 'error',
    says: /bfd|discriminator/i,
    section: /^bfd to-peer /,
    line: /^discriminator remote /,
    to: copied(/^discriminator remote /, /^bfd to-peer /),
    blame: [
      { on: 'own', line: /^discriminator/, section: /to-peer/ },
      { on: 'peer', line: /^discriminator/, section: /to-peer/ },
    ],
  }),
  identity({
    id: 'BFD local discriminator',
    what: 'BFD discriminators are not crossed',
    severity: 'error',
    says: /bfd|discriminator/i,
    section: /^bfd to-peer /,
    line: /^discriminator local /,
    to: copied(/^discriminator local /, /^bfd to-peer /),
    blame: [
      { on: 'own', line: /^discriminator/, section: /to-peer/ },
      { on: 'peer', line: /^discriminator/, section: /to-peer/ },
    ],
  }),
  identity({
    id: 'address in a group',
    what: "the interface of a group has the other device's address",
    severity: 'error',
    says: /address| has .* which /i,
    section: interfaces,
    has: /^vrrp6? vrid \d+ virtual-ip/,
    line: /^ip(?:v6)? address (?!FE80)\S+/,
    to: ({ pair, side, match, section }) => {
      const there = pair.devices[side === 0 ? 1 : 0];
      const own = match.input.split(' ').slice(0, 2).join(' ');
      const subnetOf = (text: string) =>
        text
          .split(/[.:]/)
          .slice(0, text.startsWith('ipv6') ? 4 : 3)
          .join('');
      const line = there.lines.find(
        (one) => one.text.trim().startsWith(own) && subnetOf(one.text.trim()) === subnetOf(match.input),
      );
      const text = line?.text.trim();
      return text === undefined || text === match.input || section === '' ? undefined : [text];
    },
    blame: [
      { on: 'own', line: /^remote-backup interface|^peer/ },
      { on: 'peer', line: /^remote-backup interface|^ip(?:v6)? address/ },
    ],
  }),
  identity({
    id: 'short system ID',
    what: 'the system ID lacks two digits',
    severity: 'warning',
    says: /system.?id|network.entity|is-is/i,
    line: /^network-entity /,
    to: ({ match }) => [match.input.replace(/\d\d\.00$/, '.00')],
  }),
  identity({
    id: 'second system ID',
    what: 'one process has two system IDs',
    severity: 'warning',
    says: /system.?id|network.entity|is-is/i,
    line: /^network-entity /,
    to: behind('network-entity 49.0077.0100.7025.5009.00'),
  }),
  identity({
    id: 'address of the channel',
    what: "the end of the channel has the other device's address",
    // The channel of `agg` ends at loopbacks; the trunk only carries it.
    severity: ({ section }) => (section === 'interface Eth-Trunk10' ? 'warning' : 'error'),
    says: /address|source|peer|local/i,
    section: /^interface (?:LoopBack0|Eth-Trunk10|GigabitEthernet0\/2\/0)$/,
    pair: /relay|nd|dhcp-server|mld|agg|cgn/,
    line: /^ip(?:v6)? address (?!.*\.10\d\.)\S+/,
    to: ({ match, pair, side }) => {
      const own = pair.devices[side === 0 ? 1 : 0].lines.find(
        (line) => line.text.slice(0, -20) === ` ${match.input}`.slice(0, -20) && line.text.trim() !== match.input,
      );
      const fallback = match.input.replace(
        /(\d)( |\/)(?=\S+$)/,
        (_, digit: string, mark: string) => `${digit === '1' ? '2' : '1'}${mark}`,
      );
      return [own?.text.trim() ?? fallback];
    },
    blame: [
      { on: 'own', line: /^peer/ },
      { on: 'peer', line: /^peer|^ip(?:v6)? address/ },
    ],
  }),
];
