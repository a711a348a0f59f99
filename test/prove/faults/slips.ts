// Kind 2 and 3: slips in lines around the backup: a word that no command has, a name that nothing defines.
import type { Template } from '../fault';
import { interfaces, swap } from './words';

const slip = (one: Omit<Template, 'kind'>): Template => ({ kind: 3, ...one });

const acls: readonly Template[] = [
  slip({
    id: 'protocol of a rule',
    what: 'a rule of an ACL is about a protocol that is none',
    severity: 'information',
    says: /tpc|ACL/,
    section: /^acl number/,
    line: /^rule 5 permit ip /,
    to: swap('permit ip ', 'permit tpc '),
    both: 'information',
    blamesPeer: true,
  }),
  slip({
    id: 'protocol of a rule for IPv6',
    what: 'a rule of an ACL is about a version of IP that is none',
    severity: 'information',
    says: /ipv7|ACL/,
    section: /^acl ipv6 number/,
    line: /^rule 5 permit ipv6 /,
    to: swap('permit ipv6 ', 'permit ipv7 '),
    both: 'information',
    blamesPeer: true,
  }),
  {
    id: 'hours of a rule',
    kind: 2,
    what: 'a rule of an ACL holds at times that nothing defines',
    severity: 'warning',
    says: /nights/,
    pair: /city/,
    section: /^acl number/,
    line: /^rule 5 permit ip /,
    to: ({ match }) => [`${match.input} time-range nights`],
    both: 'warning',
  },
];

/** A letter less or two exchanged in the word that a line begins with. */
const firstWord = (id: string, word: string, written: string): Template =>
  slip({
    id: `first word ${id}`,
    what: `a line begins with ${written} where ${word} is meant`,
    severity: 'information',
    says: new RegExp(written),
    line: new RegExp(`^${word} `),
    to: swap(word, written),
    both: 'information',
    blamesPeer: true,
  });

const firstWords: readonly Template[] = [
  firstWord('of a pool', 'gateway', 'gatway'),
  firstWord('of a range', 'section', 'secton'),
  firstWord('of an interface', 'ospf', 'opsf'),
  firstWord('of the users', 'access-type', 'acess-type'),
  firstWord('of a board', 'vlan-type', 'vlan-tpye'),
  firstWord('of the system', 'mpls', 'mlps'),
];

const reversed = (id: string, what: string, line: RegExp, more: Partial<Template> = {}): Template =>
  slip({
    id,
    what,
    severity: 'warning',
    says: /begins|after|outside|excludes/,
    line,
    // The two numbers or addresses at the end of the line.
    to: ({ match }) => [match.input.replace(/(\S+) (to )?(\S+)$/, '$3 $2$1')],
    both: 'warning',
    blamesPeer: true,
    ...more,
  });

const ranges: readonly Template[] = [
  reversed('excluded addresses exchanged', 'excluded addresses end before they begin', /^excluded-ip-address \S+ \S+$/),
  reversed('VLANs of users exchanged', 'the VLANs of users end before they begin', /^user-vlan \d+ \d+$/, {
    says: /range|VLAN/i,
  }),
  slip({
    id: 'excluded addresses elsewhere',
    what: 'excluded addresses are none of the pool',
    severity: 'warning',
    says: /exclude/,
    line: /^excluded-ip-address 10\.7\d\./,
    to: ({ match }) => [match.input.replaceAll(/10\.7\d\./g, '10.99.')],
    both: 'warning',
    blamesPeer: true,
  }),
];

const letters: readonly Template[] = [
  {
    id: 'VPN instance in other letters',
    kind: 2,
    what: 'an interface names a VPN instance in capitals that has small letters',
    severity: 'error',
    says: /vpn/i,
    section: interfaces,
    line: /^ip binding vpn-instance /,
    to: ({ match }) => [match.input.replace(/\S+$/, (name) => name.toUpperCase())],
    both: 'error',
  },
];

export const slips: readonly Template[] = [...acls, ...firstWords, ...ranges, ...letters];
