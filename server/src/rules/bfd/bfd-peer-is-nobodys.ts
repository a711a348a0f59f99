// A BFD session that should watch the other device of the pair, and names an address that it does not have. It is told by the session
// there that looks back: its numbers cross, or it has the same name.
import { pairRule } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { spelled, type Address } from '../../model/address';
import type { BfdSession, Device } from '../../model/device';
import { other } from '../../model/pairing/pair';
import { interfacesToward } from '../../model/routing/connected';
import { areEnds, watches } from '../../model/services/bfd-couples';
import { bfdExample } from '../testing/example-bfd';

export default pairRule<{ session: BfdSession; right: Address | undefined }>({
  id: 'bfd-peer-is-nobodys',
  requirement: 'HB-X-BFD-PEER',
  title: 'A BFD session between the two devices names an address that the other one does not have',
  severity: 'error',
  why: 'The session never comes up: what tracks it acts as if the other device had failed.',
  guide: ['sister pages of the guide'],
  supersededBy: ['bfd-peer-is-local'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      // Without addresses of the other device nothing tells that it lacks one.
      if (peer.addresses.size === 0) continue;
      const looksBack = peer.bfdSessions.filter((session) => watches(session, device));
      for (const session of device.bfdSessions) {
        if (!session.peer || watches(session, peer) || watches(session, device)) continue;
        const counterpart = looksBack.find((bfdSession) => areEnds(session, bfdSession));
        if (!counterpart) continue;
        yield {
          at: session.peer.at,
          message: `${device.name}: peer ${spelled(session.peer.value.bytes)} of BFD session ${session.name} is not on ${peer.name}, whose ${counterpart.name} looks back: the session stays down`,
          peer: {
            at: counterpart.at,
            message: `${peer.name}: session ${counterpart.name} watches ${device.name}, whose session ${session.name} names ${spelled(session.peer.value.bytes)}`,
          },
          facts: { session, right: counterpart.source?.value ?? onLink(peer, counterpart) },
        };
      }
    }
  },
  fix: ({ session, right }) =>
    right && session.peer
      ? [
          {
            title: `Watch ${spelled(right.bytes)}`,
            edits: [replace(session.peer.at, spelled(right.bytes))],
            safe: false,
          },
        ]
      : [],
  examples: [
    {
      title: 'A wrong digit',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.12.2 source 10.0.12.1 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.21.2
                               ^^^^^^^^^ DeviceA: peer 10.0.21.2 of BFD session watch is not on DeviceB, whose watch looks back: the session stays down
         discriminator local 11
         discriminator remote 12
        #${bfdExample('DeviceB', 2, 12, 11)}
        fixed:${bfdExample('DeviceA', 1, 11, 12)}`,
    },
    {
      title: 'They watch each other; a session to an uplink',
      config: `${bfdExample('DeviceA', 1, 11, 12)}
        bfd uplink bind peer-ip 10.9.9.1
         discriminator local 3
         discriminator remote 30
        #${bfdExample('DeviceB', 2, 12, 11)}
        bfd uplink bind peer-ip 10.9.9.5
         discriminator local 3
         discriminator remote 30
        #
      `,
    },
  ],
});

/** The own address on the link over which a device watches another one. */
function onLink(device: Device, { peer, vpn = '' }: BfdSession): Address | undefined {
  const link = peer && interfacesToward(device, vpn, peer.value)[0];
  return link?.addresses.find(({ prefix, linkLocal }) => !linkLocal && prefix.address.family === peer?.value.family)
    ?.prefix.address;
}
