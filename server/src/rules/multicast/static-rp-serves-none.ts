// A static RP serves the groups that its ACL permits, as sources. An ACL that permits no multicast group is a slip: an RP for nothing
// needs no line.
import { multicast4, multicast6 } from '../../catalogue';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';
import type { Family } from '../../model/address';
import type { Device } from '../../model/device';
import { inForce } from '../../model/lines/in-force';
import { isRead, type MatchedLine } from '../../model/lines/matched-line';
import type { AddressRange } from '../../model/address-ranges';
import type { Fact } from '../../model/place';
import { text } from '../../model/read/line-values';
import { barrier, familyOfAcl, headsOf, permittedRanges, rulesOf, type AclRule } from '../../model/services/user-acls';
import { exampleDevice } from '../testing/example-pair';

/** A line that names an RP for the groups of an ACL. */
interface ScopedRp {
  readonly line: MatchedLine;
  readonly family: Family;
  readonly rp: string;
  readonly acl: Fact<string>;
}

/** The addresses of groups: 224.0.0.0/4 and FF00::/8. */
const groups: Readonly<Record<Family, AddressRange>> = {
  4: { first: 0xe0n << 24n, end: 0xf0n << 24n },
  6: { first: 0xffn << 120n, end: 1n << 128n },
};

export default deviceRule<undefined>({
  id: 'static-rp-serves-none',
  requirement: 'HB-M-STATIC-RP',
  title: 'The ACL of a static RP permits no group',
  severity: 'warning',
  why: 'No group has that RP: users join, and nothing is asked of the network for them.',
  guide: ['vendor command reference: static-rp (PIM view)'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const scoped of scopedRps(device)) {
      const found = faultOf(device, scoped);
      if (found) yield found;
    }
  },
  examples: [
    {
      title: 'Deny in place of permit, for both families',
      config: exampleDevice('DeviceA', 1, {
        rest: `
        #
        acl number 2001
         rule 5 deny source 239.1.0.0 0.0.255.255
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 2001 denies all groups of static RP 10.9.9.9: nobody joins there; permit the groups of the users
        #
        acl ipv6 number 2002
         rule 5 deny
         ^^^^^^^^^^^ DeviceA: ACL 2002 denies all groups of static RP 2001:DB8::9: nobody joins there; permit the groups of the users
         rule 10 permit source FF3E::/32
        #
        pim
         static-rp 10.9.9.9 2001
        #
        pim-ipv6
         static-rp 2001:DB8::9 2002`,
      }),
    },
    {
      title: 'Addresses of users in place of groups; an ACL of the other family',
      config: exampleDevice('DeviceA', 1, {
        rest: `
        #
        acl number 2001
         rule 5 permit source 10.1.0.0 0.0.255.255
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 2001 of static RP 10.9.9.9 permits no multicast address: nobody joins there; write groups as source
        #
        acl number 2002
         rule 5 permit source 239.1.0.0 0.0.255.255
        #
        pim
         static-rp 10.9.9.9 2001 preferred
        #
        pim-ipv6
         static-rp 2001:DB8::9 2002
                               ^^^^ DeviceA: static RP 2001:DB8::9 is for IPv6 groups, but ACL 2002 is one for IPv4: nobody joins there; use an IPv6 ACL`,
      }),
    },
    {
      title: 'Groups, anything, other conditions, an ACL that is not there, one number for both families',
      config: exampleDevice('DeviceA', 1, {
        rest: `
        #
        acl number 2001
         rule 5 deny source 239.2.0.0 0.0.255.255
         rule 10 permit source 239.0.0.0 0.255.255.255
        #
        acl ipv6 number 2001
         rule 5 permit source FF3E::/32
        #
        acl number 2002
         rule 5 permit
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 239.0.0.0 0.255.255.255
        #
        pim
         static-rp 10.9.9.1 2001
         static-rp 10.9.9.2 2002
         static-rp 10.9.9.3 3001
         static-rp 10.9.9.4 2009
         static-rp 10.9.9.5
        #
        pim-ipv6
         static-rp 2001:DB8::9 2001`,
      }),
    },
  ],
});

function* scopedRps(device: Device): Iterable<ScopedRp> {
  for (const [view, command, family] of [
    ['pim-ipv4', multicast4.staticRp.id, 4],
    ['pim-ipv6', multicast6.staticRp.id, 6],
  ] as const)
    for (const { lines } of device.views.get(view) ?? [])
      for (const line of inForce(lines)) {
        if (line.match?.command !== command || line.match.undo || !isRead(line.match)) continue;
        const acl = ['acl-number', 'acl-name', 'acl6-number', 'acl6-name'].flatMap((name) => text(line, name) ?? [])[0];
        if (acl) yield { line, family, rp: text(line, 'rp-address')?.value ?? '', acl };
      }
}

function faultOf(device: Device, { line, family, rp, acl }: ScopedRp): RawFinding<undefined> | undefined {
  const all = headsOf(device, acl.value);
  const heads = all.filter((head) => familyOfAcl(head) === family);
  const [other] = all;
  const start = `${device.name}:`;
  if (!other) return undefined;
  if (heads.length === 0) {
    const message = `${start} static RP ${rp} is for IPv${family} groups, but ACL ${acl.value} is one for IPv${10 - family}: nobody joins there; use an IPv${family} ACL`;
    return { at: acl.at, message, also: [{ at: other, message: `${start} the ACL` }], facts: undefined };
  }
  const rules = rulesOf(heads) ?? [];
  const also = [{ at: line, message: `${start} the RP of the groups that the ACL permits` }];
  const denying = barrier(rules);
  if (denying) {
    const message = `${start} ACL ${acl.value} denies all groups of static RP ${rp}: nobody joins there; permit the groups of the users`;
    return { at: denying.line, message, evidence: [line], also, facts: undefined };
  }
  const first = rules.find(({ permits }) => permits);
  if (!first || !permitsNoGroup(rules, family)) return undefined;
  const message = `${start} ACL ${acl.value} of static RP ${rp} permits no multicast address: nobody joins there; write groups as source`;
  return { at: first.line, message, evidence: [line], also, facts: undefined };
}

function permitsNoGroup(rules: readonly AclRule[], family: Family): boolean {
  const ranges = permittedRanges(rules);
  const { first, end } = groups[family];
  return ranges !== undefined && ranges.every((range) => range.end <= first || range.first >= end);
}
