// The procedure asks for relay interfaces of the same type and VLAN on both devices; their names may differ.
import type { Interface } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { bindings } from '../../model/services/bindings';
import { otherGroup } from '../../model/services/followed-groups';
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';

interface Vlan {
  readonly line: MatchedLine;
  readonly at: Place;
  readonly text: string;
}

export default pairRule<{ a: Vlan; b: Vlan; nameA: string; nameB: string } | undefined>({
  id: 'dhcpv6-relay-interface-differs',
  requirement: 'HB-PAIR-IFTYPE',
  title: 'The DHCPv6 relay interfaces of the two devices differ in type or VLAN',
  severity: 'error',
  why: 'Entries are handed over with the VLAN they were learnt on: the backup cannot place them on its own interface.',
  guide: ['000 prerequisites'],
  *check(pair) {
    for (const profiles of pair.profiles) {
      if (
        ![profiles.a, profiles.b].every((profile) =>
          profile.services.some((service) => service.value === 'dhcpv6-relay'),
        )
      )
        continue;
      // Profiles that follow two virtual routers are the finding; their interfaces are not each other's.
      if (otherGroup(pair, profiles)) continue;
      const [ofA, ...moreA] = bindings(profiles.a, pair.a).interfaces;
      const [ofB, ...moreB] = bindings(profiles.b, pair.b).interfaces;
      // Of several interfaces nothing says which answers which.
      if (!ofA || !ofB || moreA.length > 0 || moreB.length > 0) continue;
      const [typeA, typeB] = [typeOf(ofA), typeOf(ofB)];
      if (typeA !== typeB) {
        const message = (self: string, port: Interface, type: string, other: string, otherType: string) =>
          `${self}: relay interface ${port.name} is ${type}, that of ${other} is ${otherType}: the backup cannot place the entries`;
        yield {
          at: ofB.at,
          message: message(pair.b.name, ofB, typeB, pair.a.name, typeA),
          peer: { at: ofA.at, message: message(pair.a.name, ofA, typeA, pair.b.name, typeB) },
          facts: undefined,
        };
        continue;
      }
      const [a, ...restA] = vlans(ofA);
      const [b, ...restB] = vlans(ofB);
      if (!a || !b || restA.length > 0 || restB.length > 0 || a.text === b.text) continue;
      yield {
        at: b.at,
        message: `${pair.b.name}: relay interface ${ofB.name} is in VLAN ${b.text}, that of ${pair.a.name} in VLAN ${a.text}: the backup cannot place the entries`,
        peer: {
          at: a.at,
          message: `${pair.a.name}: relay interface ${ofA.name} is in VLAN ${a.text}, that of ${pair.b.name} in VLAN ${b.text}: the backup cannot place the entries`,
        },
        differs: {
          what: 'VLANs',
          consequence: 'entries go to the wrong users',
          a: { device: pair.a.name, of: ofA.name, text: a.text, key: a.text, places: [a.at] },
          b: { device: pair.b.name, of: ofB.name, text: b.text, key: b.text, places: [b.at] },
        },
        facts: { a, b, nameA: pair.a.name, nameB: pair.b.name },
      };
    }
  },
  fix: (facts) =>
    facts
      ? [
          {
            title: `Use VLAN ${facts.a.text} on ${facts.nameB}, as on ${facts.nameA}`,
            edits: [replace(facts.b.at, facts.a.text)],
            safe: false,
          },
          {
            title: `Use VLAN ${facts.b.text} on ${facts.nameA}, as on ${facts.nameB}`,
            edits: [replace(facts.a.at, facts.b.text)],
            safe: false,
          },
        ]
      : [],
  examples: [
    {
      title: 'Another VLAN',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 40 interface GigabitEthernet0/1/4.40
        #
        interface GigabitEthernet0/1/4.40
         vlan-type dot1q 40
         ipv6 enable
         ipv6 address 2001:DB8:40::1/64
         vrrp6 vrid 40 virtual-ip FE80::40 link-local
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 40 interface GigabitEthernet0/1/5.40
        #
        interface GigabitEthernet0/1/5.40
         vlan-type dot1q 44
                         ^^ DeviceB: relay interface GigabitEthernet0/1/5.40 is in VLAN 44, that of DeviceA in VLAN 40
         ipv6 enable
         ipv6 address 2001:DB8:40::2/64
         vrrp6 vrid 40 virtual-ip FE80::40 link-local
         remote-backup-profile p1
        #
        fixed:
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 40 interface GigabitEthernet0/1/5.40
        #
        interface GigabitEthernet0/1/5.40
         vlan-type dot1q 40
         ipv6 enable
         ipv6 address 2001:DB8:40::2/64
         vrrp6 vrid 40 virtual-ip FE80::40 link-local
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'A trunk and a port',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:40::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface Eth-Trunk1
        #
        interface Eth-Trunk1
                  ^^^^^^^^^^ DeviceB: relay interface Eth-Trunk1 is a trunk, that of DeviceA is a port
         ipv6 enable
         ipv6 address 2001:DB8:40::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Other names and speeds, same VLAN',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/4.40
        #
        interface GigabitEthernet0/1/4.40
         vlan-type dot1q 40
         ipv6 enable
         ipv6 address 2001:DB8:40::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface 10GE0/2/0.7
        #
        interface 10GE0/2/0.7
         vlan-type dot1q 40
         ipv6 enable
         ipv6 address 2001:DB8:40::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Another service',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
  ],
});

const interfaceTypes: readonly (readonly [RegExp, string])[] = [
  [/^vlanif/, 'a VLANIF'],
  [/^vbdif/, 'a VBDIF'],
  [/^(?:eth|ip)-trunk/, 'a trunk'],
  [/^(?:virtual-ethernet|global-ve|pw-ve)/, 'a VE'],
];

/** Ports of all speeds are one type: the page is about how the interface takes VLANs. */
function typeOf(port: Interface): string {
  const [main = ''] = port.key.split('.');
  const type = interfaceTypes.find(([pattern]) => pattern.test(main))?.[1] ?? 'a port';
  return port.key.includes('.') ? `${type} sub-interface` : type;
}

function vlans(port: Interface): Vlan[] {
  const found = port.block.lines.flatMap((line) => {
    const hit = /^(?:vlan-type dot1q|dot1q termination vid|qinq termination|user-vlan) /.exec(canonicalText(line));
    if (!hit) return [];
    const from = hit[0].trim().split(' ').length;
    const at = wordsAt(line, from, Number.MAX_SAFE_INTEGER);
    return [{ line, at, text: line.text.slice(at.start - line.start, at.end - line.start) }];
  });
  return found.filter((vlan, index) => found.findIndex((other) => other.text === vlan.text) === index);
}
