// `track bfd-session ... link` takes the group to Initialize when the session goes down: it is meant for the own link. On a session
// with the other device it takes both out at once, the one that died and the one that should take over.
import { pairRule } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import type { BfdSession, Track } from '../../model/device';
import { words } from '../../text/words';
import { placeIn } from '../../model/read/line-values';
import { isHotBackup, other } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { groupName, membersOf } from '../../model/vrrp/member';
import { sessionOf } from '../../model/vrrp/tracking';
import { watches } from '../../model/services/bfd-couples';
import { spelled } from '../../model/address';
import { examplePair } from '../testing/example-pair';

/** A session with the other device, as an example has it behind an interface; `own` is its number on the link. */
function peerSession(own: 1 | 2): string {
  return `
        #
        bfd watch bind peer-ip 10.0.0.${3 - own}
         discriminator local ${10 + own}
         discriminator remote ${13 - own}
        #`;
}

export default pairRule<{ at: Place }>({
  id: 'vrrp-link-session-watches-peer',
  requirement: 'HB-X-V-LINK-SESSION',
  title: 'A group leaves VRRP when the other device dies',
  severity: 'error',
  why: "The session with the other device is tracked as if it were the device's own link: when that device dies, this one goes to Initialize and nobody is master.",
  guide: ['CLI reference, track bfd-session'],
  independentPer: 'group',
  *check(pair) {
    for (const group of pair.groups) {
      if (!isHotBackup(group)) continue;
      const members = membersOf(pair, group);
      for (const side of ['a', 'b'] as const) {
        const { device, group: own } = members[side];
        const peer = pair[other(side)];
        if (!own.exists || own.admin?.ignoreIfDown || device.firewall) continue;
        for (const track of own.tracks) {
          const session = linkSession(device, track);
          if (!session || !watches(session, peer)) continue;
          const at = linkWord(track);
          yield {
            at,
            message: `${device.name}: ${groupName(own)} stops when ${peer.name} dies, so nobody is master: ${session.name} watches ${spelled(session.peer!.value.bytes)} of ${peer.name}; use peer, not link`,
            also: [
              {
                at: session.peer!.at,
                message: `${device.name}: BFD session ${session.name} watches an address of ${peer.name}`,
              },
            ],
            facts: { at },
          };
        }
      }
    }
  },
  fix: ({ at }) => [{ title: 'Track the session as the peer', edits: [replace(at, 'peer')], safe: false }],
  examples: [
    {
      title: 'On the backup',
      config: examplePair(
        { rest: peerSession(1) },
        {
          vrrp: `
         vrrp vrid 1 track bfd-session 12 link
                                          ^^^^ DeviceB: VRRP group 1 stops when DeviceA dies, so nobody is master: watch watches 10.0.0.1 of DeviceA; use peer, not link`,
          rest: peerSession(2),
        },
      ),
    },
    {
      title: 'As the peer; a link session to an access switch',
      config: examplePair(
        { rest: peerSession(1) },
        {
          vrrp: `
         vrrp vrid 1 track bfd-session 12 peer
         vrrp vrid 1 track bfd-session session-name switch link`,
          rest: `${peerSession(2)}
        bfd switch bind peer-ip 10.1.1.77
         discriminator local 31
         discriminator remote 32`,
        },
      ),
    },
  ],
});

/** The session that the group tracks as its own link. */
function linkSession(device: Parameters<typeof sessionOf>[0], { object }: Track): BfdSession | undefined {
  return object.kind === 'bfd-session' && object.role === 'link' ? sessionOf(device, object) : undefined;
}

function linkWord({ line }: Track): Place {
  const word = words(line.text).at(-1)!;
  return placeIn(line, word.start, word.end);
}
