// Hello packets of an E-Trunk that run over the link between the two devices alone stop with that link: both devices then forward.
import { isInside } from '../../model/address';
import type { Device, ETrunk, Interface } from '../../model/device';
import { eTrunkMembers, eTrunkPairs } from '../../model/e-trunk/e-trunk-pairs';
import { isActiveActive } from '../../model/e-trunk/roles';
import type { Pair } from '../../model/pairing/pair';
import { profilePairsWith } from '../../model/services/followed-groups';
import { isLoopback } from '../../model/routing/connected';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<null>({
  id: 'e-trunk-over-direct-link',
  requirement: 'HB-X-ET-LINK',
  title: 'An E-Trunk of multicast users depends on the link between the two devices',
  severity: 'information',
  why: 'Without that link each device takes the other for dead and forwards: streams come twice, and recovery takes minutes.',
  guide: ['007 prerequisites'],
  *check(pair) {
    const followed = streamNumbers(pair);
    const activeActive = new Set(
      eTrunkMembers(pair)
        .filter(isActiveActive)
        .map(({ eTrunk }) => eTrunk.a.id),
    );
    for (const { a, b } of eTrunkPairs(pair)) {
      if (!followed.has(a.id) || activeActive.has(a.id)) continue;
      const [onA, onB] = [linkOf(pair.a, a), linkOf(pair.b, b)];
      if (!onA || !onB || !a.source || !b.source) continue;
      const message = `E-Trunk ${a.id} of ${pair.a.name} and ${pair.b.name} depends on one link: without that link both forward, streams come twice; use loopbacks`;
      yield { at: b.source.at, message, peer: { at: a.source.at, message }, facts: null };
    }
  },
  examples: [
    {
      title: 'On the addresses of the link',
      config:
        device('DeviceA', 1, 'GigabitEthernet0/1/1', '255.255.255.252') +
        device(
          'DeviceB',
          2,
          'GigabitEthernet0/1/1',
          '255.255.255.252',
          `
                                              ^^^^^^^^ E-Trunk 1 of DeviceA and DeviceB depends on one link`,
        ),
    },
    {
      title: 'On loopbacks',
      config:
        device('DeviceA', 1, 'LoopBack0', '255.255.255.255') + device('DeviceB', 2, 'LoopBack0', '255.255.255.255'),
    },
  ],
});

/** E-Trunks that decide which device forwards the streams of users. */
function streamNumbers(pair: Pair): ReadonlySet<number> {
  const matched = ['igmp', 'mld', 'igmp-snooping'].flatMap((service) => profilePairsWith(pair, service));
  return new Set(
    matched.flatMap(({ a }) => a.roles.flatMap((role) => (role.kind === 'e-trunk' ? [role.eTrunk.value] : []))),
  );
}

/** The interface with the source, where the peer is on its link. */
function linkOf(device: Device, { source, peer }: ETrunk): Interface | undefined {
  if (!source || !peer) return undefined;
  const owners = device.addresses.get(source.value.key) ?? [];
  return owners.find(({ interface: owner, address }) => !isLoopback(owner) && isInside(peer.value, address.prefix))
    ?.interface;
}

function device(name: string, own: 1 | 2, port: string, mask: string, caret = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        multicast routing-enable
        #
        e-trunk 1
         priority ${own * 10}
         peer-address 10.0.0.${3 - own} source-address 10.0.0.${own}${caret}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type igmp
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 1
        #
        interface Eth-Trunk1
         ip address 10.9.0.${own} 255.255.255.0
         pim sm
         igmp enable
         e-trunk 1
         remote-backup-profile p1
        #
        interface ${port}
         ip address 10.0.0.${own} ${mask}
        #`;
}
