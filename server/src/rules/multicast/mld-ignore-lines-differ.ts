// Where the role comes from an E-Trunk nothing demands the ignore lines, yet the two ends should agree. For VRRP roles the
// rules on a single missing line speak, so this one is silent there.
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Device } from '../../model/device';
import { followsETrunk, type Binding } from '../../model/services/bindings';
import { boundDifferently } from '../../model/services/followed-groups';
import { hasLine, multicastFamilies } from '../../model/services/multicast';
import { insertInBlock } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';

const states = ['dr-state', 'assert-state'] as const;

const differing = boundDifferently((left, right) =>
  multicastFamilies.some(({ ignore }) =>
    states.some((state) => hasLine(left, `${ignore} ${state}`) !== hasLine(right, `${ignore} ${state}`)),
  ),
);

export default pairRule<{ device: Device; binding: Binding; line: string; start: string }>({
  id: 'mld-ignore-lines-differ',
  requirement: 'HB-M-IGN-PAIR',
  title: 'The two ends of an MLD or IGMP pair treat the PIM states differently',
  severity: 'warning',
  why: 'One device forwards by its hot-backup role, the other by the outcome of a PIM election: after a switchover streams may stop or arrive twice.',
  guide: ['003 step 5', '006 step 5'],
  supersededBy: ['rbp-binding-not-mirrored', 'mld-ignore-dr-state-missing', 'mld-ignore-assert-state-missing'],
  independentPer: 'binding',
  *check(pair) {
    for (const words of multicastFamilies) {
      for (const { a, b } of differing(pair, words.service)) {
        if (!followsETrunk(a.profile) && !followsETrunk(b.profile)) continue;
        for (const state of states) {
          const line = `${words.ignore} ${state}`;
          const [ofA, ofB] = [hasLine(a.interface, line), hasLine(b.interface, line)];
          if (ofA === ofB) continue;
          const [lacking, having] = ofA ? [b, a] : [a, b];
          const peerLine: MatchedLine | undefined = having.interface.block.lines.find(
            (matchedLine) => canonicalText(matchedLine) === line,
          );
          yield {
            at: lacking.at,
            message: `${lacking.device.name}: ${lacking.interface.name} lacks ${line}, which ${having.device.name} ${having.interface.name} has: after a switchover streams stop or come twice`,
            peer: {
              at: peerLine ?? having.at,
              message: `${having.device.name}: ${having.interface.name} has ${line}, ${lacking.interface.name} of ${lacking.device.name} has not`,
            },
            facts: { device: lacking.device, binding: lacking, line, start: words.ignore.replace(/ignore$/, '') },
          };
        }
      }
    }
  },
  fix({ device, binding, line, start }) {
    const previous = binding.interface.block.lines.filter((line) => canonicalText(line).startsWith(start)).at(-1);
    return [
      {
        title: `Add ${line} on ${device.name} ${binding.interface.name}`,
        edits: [insertInBlock(device, binding.interface.block, line, { after: (line) => line === previous })],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'E-Trunk pair, one end ignores the DR state',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 10
        #
        interface Eth-Trunk10
         e-trunk 1
         pim ipv6 sm
         pim ipv6 ignore dr-state
         remote-backup-profile tv
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 10
        #
        interface Eth-Trunk10
         e-trunk 1
         pim ipv6 sm
         remote-backup-profile tv
                               ^^ DeviceB: Eth-Trunk10 lacks pim ipv6 ignore dr-state, which DeviceA Eth-Trunk10 has
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 10
        #
        interface Eth-Trunk10
         e-trunk 1
         pim ipv6 sm
         pim ipv6 ignore dr-state
         remote-backup-profile tv
        #
      `,
    },
    {
      title: 'A VRRP6 pair: the rules on a single line speak',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         pim ipv6 ignore dr-state
         remote-backup-profile tv
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         pim ipv6 ignore assert-state
         remote-backup-profile tv
        #
      `,
    },
  ],
});
