// Kinds 1, 2 and 3: what the lines of the backup rest on without naming it: VLANs, and the ports that carry them.
import type { Template } from '../fault';
import { interfaces, out, swap } from './words';

const support = (one: Omit<Template, 'kind'>): Template => ({ kind: 3, ...one });

/** The links and groups on VLANIF interfaces of `city`, a whole file. */
const vlans: readonly Template[] = [
  support({
    id: 'VLAN of a group not created',
    what: 'the VLAN of a group is not created',
    severity: 'error',
    says: /VLAN 30/,
    line: /^vlan batch 30 40$/,
    to: () => ['vlan batch 40'],
    blame: [{ on: 'own', line: /^interface Vlanif30/ }],
    both: 'error',
  }),
  support({
    id: 'VLAN of a link not created',
    what: 'the VLAN of the link between the devices is not created',
    severity: 'warning',
    says: /VLAN 40/,
    line: /^vlan batch 30 40$/,
    to: () => ['vlan batch 30'],
    blame: [{ on: 'own', line: /^interface Vlanif40/ }],
    both: 'warning',
  }),
  support({
    id: 'VLAN of a group on no port',
    what: 'no port carries the VLAN of a group',
    severity: 'error',
    says: /VLAN 30/,
    section: interfaces,
    line: /^port trunk allow-pass vlan 30 40$/,
    to: () => ['port trunk allow-pass vlan 40'],
    blame: [{ on: 'own', line: /^interface Vlanif30/ }],
    both: 'error',
  }),
  support({
    id: 'VLAN of a link on no port',
    what: 'no port carries the VLAN of the link',
    severity: 'warning',
    says: /VLAN 40/,
    section: interfaces,
    line: /^port trunk allow-pass vlan 30 40$/,
    to: swap('30 40', '30'),
    blame: [{ on: 'own', line: /^interface Vlanif40/ }],
    both: 'warning',
  }),
  support({
    id: 'trunk of the VLANs without member',
    what: 'the trunk that carries the VLAN of a group has no member',
    severity: 'warning',
    says: /member|VLAN 30/,
    pair: /city/,
    section: /^interface Eth-Trunk20$/,
    line: /^description /,
    to: ({ match }) => [match.input],
    and: [{ section: interfaces, line: /^eth-trunk 20$/, to: out }],
    blame: [{ on: 'own', line: /^interface (?:Vlanif30|Eth-Trunk20)/ }],
    both: 'warning',
  }),
  support({
    id: 'trunk of the VLANs in another mode',
    what: 'the trunks that carry the VLAN of a group are bundled in two ways',
    severity: 'warning',
    says: /mode|lacp/i,
    pair: /city/,
    section: /^interface Eth-Trunk20$/,
    line: /^mode lacp-static$/,
    to: out,
    blame: [{ on: 'peer', line: /^mode /, section: /^interface Eth-Trunk20$/ }],
  }),
];

export const supports: readonly Template[] = [...vlans];
