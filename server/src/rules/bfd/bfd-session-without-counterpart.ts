// A BFD session to the other device of a pair needs a session there that looks back. An echo does not, and what a file leaves out
// may stand elsewhere: an error in whole files only.
import { pairRule } from '../../diagnostics/rule';
import { other } from '../../model/pairing/pair';
import { bfdCouples } from '../../model/services/bfd-couples';
import { bfdExample } from '../testing/example-bfd';

export default pairRule<null>({
  id: 'bfd-session-without-counterpart',
  requirement: 'HB-X-BFD-PEER',
  title: 'No BFD session of the other device looks back',
  severity: 'warning',
  why: 'A session that nobody answers stays down: what tracks it acts as if the other device had failed.',
  guide: ['sister pages of the guide'],
  supersededBy: ['bfd-peer-is-local', 'bfd-peer-is-nobodys'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    const { alone } = bfdCouples(pair);
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      for (const session of alone[side]) {
        yield {
          at: session.peer!.at,
          severity: peer.isWholeFile ? 'error' : 'warning',
          message: `${device.name}: BFD session ${session.name} watches ${peer.name}, which has no session back: the session stays down`,
          // The session there that was meant to look back, to a wrong address.
          evidence: peer.bfdSessions.flatMap((bfdSession) =>
            bfdSession.peer && bfdSession.name.toLowerCase() === session.name.toLowerCase() ? [bfdSession.peer.at] : [],
          ),
          also: peer.bfdSessions
            .slice(0, 3)
            .map((session) => ({ at: session.at, message: `${peer.name} has session ${session.name}` })),
          facts: null,
        };
      }
    }
  },
  examples: [
    {
      title: 'Only one device has it',
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
        bfd watch bind peer-ip 10.0.12.2
                               ^^^^^^^^^ DeviceA: BFD session watch watches DeviceB, which has no session back: the session stays down
         discriminator local 11
         discriminator remote 12
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.12.1 source 10.0.12.2 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.2 255.255.255.252
        #
      `,
    },
    {
      title: 'Both have it; an echo needs none',
      config: `${bfdExample('DeviceA', 1, 11, 12)}
        bfd echo bind peer-ip 10.0.12.2 interface GigabitEthernet0/1/0 one-arm-echo
         discriminator local 13
        #${bfdExample('DeviceB', 2, 12, 11)}`,
    },
  ],
});
