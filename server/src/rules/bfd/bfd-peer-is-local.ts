// A BFD session watches another router. Its peer is easily the device's own address, where the section was copied from the other one.
import { deviceRule } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { spelled } from '../../model/address';
import type { BfdSession, Device } from '../../model/device';
import { vpnOf } from '../../model/routing/vpn';

export default deviceRule<{ session: BfdSession; swapped: boolean }>({
  id: 'bfd-peer-is-local',
  requirement: 'HB-X-BFD-PEER',
  title: 'The peer of a BFD session is an address of the device itself',
  severity: 'error',
  why: 'The session never comes up: what tracks it acts as if the other device had failed.',
  guide: ['sister pages of the guide'],
  *check(device) {
    for (const session of device.bfdSessions) {
      const owner = session.peer && ownerOf(device, session);
      if (!session.peer || !owner) continue;
      const swapped = session.source !== undefined && !device.addresses.has(session.source.value.key);
      yield {
        at: session.peer.at,
        message: `${device.name}: peer ${spelled(session.peer.value.bytes)} of BFD session ${session.name} is the device's own address on ${owner}: ${swapped ? 'the session stays down; swap peer and source' : 'the session never comes up'}`,
        facts: { session, swapped },
      };
    }
  },
  fix: ({ session: { peer, source }, swapped }) =>
    swapped && peer && source
      ? [
          {
            title: 'Swap peer and source',
            edits: [replace(peer.at, spelled(source.value.bytes)), replace(source.at, spelled(peer.value.bytes))],
            safe: false,
          },
        ]
      : [],
  examples: [
    {
      title: 'Copied from the other device',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.12.1 source-ip 10.0.12.2
                               ^^^^^^^^^ DeviceA: peer 10.0.12.1 of BFD session watch is the device's own address on GigabitEthernet0/1/0: the session stays down; swap peer and source
         discriminator local 11
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.12.2 source-ip 10.0.12.1
         discriminator local 11
        #
      `,
    },
    {
      title: 'Another router, and the same address in a VPN',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance users
         ip address 10.9.9.1 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.12.2 source-ip 10.0.12.1
         discriminator local 11
        #
        bfd far bind peer-ip 10.9.9.1
         discriminator local 12
        #
      `,
    },
  ],
});

/** The interface of the same routing table that has the address. */
function ownerOf(device: Device, { peer, vpn = '' }: BfdSession): string | undefined {
  const owners = peer && device.addresses.get(peer.value.key);
  return owners?.find(({ interface: on }) => vpnOf(on) === vpn)?.interface.name;
}
