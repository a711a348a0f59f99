// What ARP and IGMP learn is of IPv4, what ND, MLD and a DHCPv6 relay learn of IPv6: an interface that runs the other family alone has
// nothing of it to back up.
import type { Interface } from '../../model/device';
import type { Place } from '../../model/place';
import { canonicalText } from '../../model/lines/canonical-text';
import { bindingsOf } from '../../model/services/bindings';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

interface Facts {
  readonly at: Place;
  readonly device: string;
  readonly profile: string;
  /** The service of the other family that does the same. */
  readonly twin: string;
}

const services: readonly { readonly name: string; readonly family: 4 | 6; readonly twin?: string }[] = [
  { name: 'arp', family: 4, twin: 'nd' },
  { name: 'igmp', family: 4, twin: 'mld' },
  { name: 'nd', family: 6, twin: 'arp' },
  { name: 'mld', family: 6, twin: 'igmp' },
  { name: 'dhcpv6-relay', family: 6 },
];

const ipv6Alone = `
         ipv6 enable
         ipv6 address 2001:DB8::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8::1
         pim ipv6 sm
         mld enable`;

export default deviceRule<Facts | undefined>({
  id: 'rbp-service-without-family',
  requirement: 'HB-RBP-SERVICE-FAMILY',
  title: 'A profile backs up a service of IPv4 on an interface that runs IPv6 alone, or the other way round',
  severity: 'error',
  why: 'The interface learns nothing of that service, so nothing is handed over: after a switchover the users have to start anew.',
  guide: ['001 step 4.2', '003 step 5'],
  supersededBy: ['rbp-service-types-differ', 'rbp-binding-not-mirrored', 'rbp-binding-undefined'],
  independentPer: 'binding',
  *check(device) {
    for (const { name, family, twin } of services) {
      for (const { profile, interface: bound, at } of bindingsOf(device, name)) {
        const service = profile.services.find(({ value }) => value.toLowerCase() === name);
        if (!service || !runsOnly(bound, family === 4 ? 6 : 4)) continue;
        // A profile of both families may stand on interfaces of either.
        const isWanted = twin !== undefined && !profile.services.some(({ value }) => value.toLowerCase() === twin);
        yield {
          at: service.at,
          message: `${device.name}: RBP ${profile.name} backs up ${name.toUpperCase()}, but ${bound.name} runs IPv${family === 4 ? 6 : 4} alone: nothing is handed over${isWanted ? `; use ${twin} if that is meant` : ''}`,
          also: [{ at, message: `${device.name}: ${bound.name} runs no IPv${family}` }],
          facts: isWanted ? { at: service.at, device: device.name, profile: profile.name, twin } : undefined,
        };
      }
    }
  },
  fix: (facts) =>
    facts
      ? [
          {
            title: `Let ${facts.profile} of ${facts.device} back up ${facts.twin}`,
            edits: [replace(facts.at, facts.twin)],
            safe: false,
          },
        ]
      : [],
  examples: [
    {
      title: 'IGMP where the interface has IPv6 alone',
      config:
        device(
          'igmp',
          ipv6Alone,
          `
                      ^^^^ DeviceA: RBP tv backs up IGMP, but GigabitEthernet0/1/2 runs IPv6 alone: nothing is handed over; use mld if that is meant`,
        ) +
        `
        fixed:` +
        device('mld', ipv6Alone),
    },
    {
      title: 'Both families; an interface of which the file shows no address',
      config:
        device(
          'mld',
          `
         ip address 10.0.0.2 255.255.255.0
         ipv6 enable
         ipv6 address auto link-local`,
        ) + device('mld', '', '', 'DeviceB'),
    },
  ],
});

/** It has addresses of the family, and no line of the other one. */
function runsOnly(on: Interface, family: 4 | 6): boolean {
  if (!on.addresses.some(({ prefix }) => prefix.address.family === family)) return false;
  if (family === 6)
    return !on.block.lines.some((line) => /^(?:undo )?(?:ip address|vrrp|igmp|dhcp) /.test(canonicalText(line)));
  return (
    !on.ipv6Enable &&
    !on.ipv6Addressed &&
    !on.block.lines.some((line) => /^(?:undo )?(?:ipv6|vrrp6|mld|dhcpv6) /.test(canonicalText(line)))
  );
}

function device(service: string, on: string, carets = '', name = 'DeviceA'): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        remote-backup-profile tv
         service-type ${service}${carets}
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2${on}
         remote-backup-profile tv
        #`;
}
