// A BFD session that names its interface watches a neighbour on that link: the peer lies in a network of the interface.
import { deviceRule } from '../../diagnostics/rule';
import { isInside, isLinkLocal, spelled } from '../../model/address';
import type { BfdSession, Device } from '../../model/device';
import { localAddressesOn, subnetText } from '../../model/vrrp/addresses';
import { canonicalText } from '../../model/lines/canonical-text';

export default deviceRule<null>({
  id: 'bfd-peer-outside-link',
  requirement: 'HB-X-BFD-PEER',
  title: 'The peer of a BFD session is in no network of the interface that it runs over',
  severity: 'warning',
  why: 'No neighbour on the link has that address, so the session stays down, and what tracks it acts as if the link had failed.',
  guide: ['sister pages of the guide'],
  supersededBy: ['bfd-peer-is-local', 'bfd-peer-is-nobodys'],
  *check(device) {
    for (const session of device.bfdSessions) {
      const networks = session.peer && networksOf(device, session);
      if (!session.peer || !networks || networks.some((net) => isInside(session.peer!.value, net))) continue;
      const name = device.interfaces.get(session.interfaceKey!)!.name;
      yield {
        at: session.peer.at,
        message: `${device.name}: peer ${spelled(session.peer.value.bytes)} of BFD session ${session.name} is not in ${subnetText(networks[0]!)} of ${name}: the session stays down`,
        facts: null,
      };
    }
  },
  examples: [
    {
      title: 'Another link',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.21.2 interface GigabitEthernet0/1/0
                               ^^^^^^^^^ DeviceA: peer 10.0.21.2 of BFD session watch is not in 10.0.12.0/30 of GigabitEthernet0/1/0: the session stays down
        #
      `,
    },
    {
      title: 'On the link, over several hops, without addresses, borrowed ones',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        interface GigabitEthernet0/1/1
         undo shutdown
        #
        interface GigabitEthernet0/1/2
         ip address unnumbered interface LoopBack0
        #
        bfd one bind peer-ip 10.0.12.2 interface GigabitEthernet0/1/0
        #
        bfd two bind peer-ip 10.9.9.9
        #
        bfd three bind peer-ip 10.9.9.8 interface GigabitEthernet0/1/1
        #
        bfd four bind peer-ip 10.9.9.7 interface GigabitEthernet0/1/2
        #
      `,
    },
  ],
});

/** The networks of the session's interface in the family of its peer; undefined where the file does not tell them all. */
function networksOf(device: Device, { peer, interfaceKey }: BfdSession) {
  const on = interfaceKey === undefined ? undefined : device.interfaces.get(interfaceKey);
  if (!on || !peer || isLinkLocal(peer.value)) return undefined;
  if (on.block.lines.some((line) => /\b(unnumbered|eui-64|auto|dhcp-alloc|ppp-negotiate)\b/.test(canonicalText(line))))
    return undefined;
  const networks = localAddressesOn(on, peer.value.family).map(({ prefix }) => prefix);
  return networks.length > 0 ? networks : undefined;
}
