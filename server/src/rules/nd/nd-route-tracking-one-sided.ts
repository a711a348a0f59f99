// Where one device's direct route follows the VRRP role and the other's does not, the two costs no longer tell who is master.
import type { Device } from '../../model/device';
import { followsETrunk, type Binding } from '../../model/services/bindings';
import { boundDifferently } from '../../model/services/followed-groups';
import { hasLine } from '../../model/services/multicast';
import { insertInBlock } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { exampleChannel } from '../testing/example-channel';

const tracked = [
  ['nd', 'direct-route ipv6 track vrrp6 vrid'],
  ['arp', 'direct-route track vrrp vrid'],
] as const;

const differing = boundDifferently((left, right) =>
  tracked.some(([, start]) => hasLine(left, start) !== hasLine(right, start)),
);

export default pairRule<{ device: Device; binding: Binding; line: string }>({
  id: 'nd-route-tracking-one-sided',
  requirement: 'HB-ND-ROUTE',
  title: 'The direct route follows the VRRP role on one device only',
  severity: 'warning',
  why: "The device without the line announces the users' subnet at its lowest cost whatever its role: as backup it draws downstream traffic to itself.",
  guide: ['001 context', '005 context'],
  // Bound on another interface than the group's, the route of this one is nobody's.
  supersededBy: ['rbp-binding-not-mirrored', 'rbp-bound-elsewhere'],
  independentPer: 'binding',
  *check(pair) {
    for (const [service, start] of tracked) {
      for (const { a, b } of differing(pair, service)) {
        if (followsETrunk(a.profile) || followsETrunk(b.profile)) continue;
        const [withA, withB] = [a, b].map((binding) => hasLine(binding.interface, start));
        if (
          withA === withB ||
          [a, b].some((binding) => hasLine(binding.interface, 'direct-route') && !hasLine(binding.interface, start))
        )
          continue;
        const [without, other] = withA ? [b, a] : [a, b];
        const line = other.interface.block.lines.find((line) => canonicalText(line).startsWith(`${start} `))!;
        const message = `${without.device.name}: ${without.interface.name} has no ${start}, unlike ${other.device.name}: as backup ${without.device.name} still draws return traffic; add the line`;
        yield {
          at: without.at,
          message,
          peer: { at: line, message },
          facts: { device: without.device, binding: without, line: line.text },
        };
      }
    }
  },
  fix: ({ device, binding, line }) => [
    {
      title: `Add ${line} on ${device.name}`,
      edits: [insertInBlock(device, binding.interface.block, line)],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'Only on DeviceA',
      config:
        neighbours(
          'DeviceA',
          1,
          `
         direct-route ipv6 track vrrp6 vrid 1 degrade-cost 20`,
        ) +
        neighbours(
          'DeviceB',
          2,
          `
                               ^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has no direct-route ipv6 track vrrp6 vrid, unlike DeviceA: as backup DeviceB still draws return traffic; add the line`,
        ) +
        `
        fixed:${neighbours(
          'DeviceB',
          2,
          `
         direct-route ipv6 track vrrp6 vrid 1 degrade-cost 20`,
        )}`,
    },
    {
      title: 'On both',
      config:
        neighbours(
          'DeviceA',
          1,
          `
         direct-route ipv6 track vrrp6 vrid 1 degrade-cost 20`,
        ) +
        neighbours(
          'DeviceB',
          2,
          `
         direct-route ipv6 track vrrp6 vrid 1 degrade-cost 20`,
        ),
    },
    { title: 'On neither', config: neighbours('DeviceA', 1, '') + neighbours('DeviceB', 2, '') },
  ],
});

function neighbours(name: string, own: 1 | 2, last: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 2000)}
        #
        remote-backup-profile neighbours
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:1::${own}/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile neighbours${last}
        #`;
}
