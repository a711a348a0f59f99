// The own address that a BFD session names must be one of the device's. It is the address that the other device watches: where its
// session tells which one is meant, that one is offered.
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { spelled, type Address } from '../../model/address';
import type { BfdSession, Device } from '../../model/device';
import { other } from '../../model/pairing/pair';
import { hasUntoldAddress } from '../../model/routing/connected';
import { vpnOf } from '../../model/routing/vpn';
import { groupsWithVirtualIp } from '../../model/vrrp/addresses';
import { areEnds } from '../../model/services/bfd-couples';
import { bfdExample } from '../testing/example-bfd';

interface Facts {
  readonly session: BfdSession;
  /** The own address that the other device watches. */
  readonly right: Address | undefined;
}

export default pairRule<Facts>({
  id: 'bfd-source-not-local',
  requirement: 'HB-X-BFD-SOURCE',
  title: 'A BFD session comes from an address that the device does not have',
  severity: 'warning',
  why: 'The session never comes up: what tracks it acts as if the other device had failed.',
  guide: ['sister pages of the guide'],
  supersededBy: ['bfd-peer-is-local'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      // Without addresses in the file nothing tells that it lacks one.
      if (device.addresses.size === 0) continue;
      for (const session of device.bfdSessions) {
        if (
          !session.source ||
          hasUntoldAddress(device, session.source.value.family) ||
          isOwn(device, session, session.source.value)
        )
          continue;
        yield finding(device, peer, session);
      }
    }
  },
  fix: ({ session, right }) =>
    right && session.source
      ? [
          {
            title: `Start from ${spelled(right.bytes)}`,
            edits: [replace(session.source.at, spelled(right.bytes))],
            safe: true,
          },
        ]
      : [],
  examples: [
    {
      title: 'A wrong digit; the other device watches the right one',
      config: `${bfdExample('DeviceA', 1, 11, 12).replace(
        'peer-ip 10.0.12.2',
        `peer-ip 10.0.12.2 source-ip 10.0.21.1
                                                   ^^^^^^^^^ DeviceA: source 10.0.21.1 of BFD session watch is on no interface, DeviceB watches 10.0.12.1: the session stays down; use that`,
      )}${bfdExample('DeviceB', 2, 12, 11)}
        fixed:${bfdExample('DeviceA', 1, 11, 12).replace('peer-ip 10.0.12.2', 'peer-ip 10.0.12.2 source-ip 10.0.12.1')}`,
    },
    {
      title: 'An address of its own',
      config: `${bfdExample('DeviceA', 1, 11, 12).replace('peer-ip 10.0.12.2', 'peer-ip 10.0.12.2 source-ip 10.0.12.1')}${bfdExample('DeviceB', 2, 12, 11)}`,
    },
  ],
});

function finding(device: Device, peer: Device, session: BfdSession): RawFinding<Facts> {
  const source = spelled(session.source!.value.bytes);
  const counterpart = peer.bfdSessions.find(
    (bfdSession) => bfdSession.peer && areEnds(session, bfdSession) && isOwn(device, session, bfdSession.peer.value),
  );
  const right = counterpart?.peer?.value;
  const outcome = right
    ? `${peer.name} watches ${spelled(right.bytes)}: the session stays down; use that`
    : `in this file: the session stays down; use one of its own addresses`;
  return {
    at: session.source!.at,
    // An excerpt may have left the interface out.
    severity: right || device.isWholeFile ? 'error' : 'information',
    message: `${device.name}: source ${source} of BFD session ${session.name} is on no interface${right ? ', ' : ' '}${outcome}`,
    also: counterpart
      ? [{ at: counterpart.at, message: `${peer.name}: session ${counterpart.name} watches ${spelled(right!.bytes)}` }]
      : [],
    facts: { session, right },
  };
}

/** The device has the address in the routing table of the session, on an interface or as a virtual one. */
function isOwn(device: Device, { vpn = '' }: BfdSession, address: Address): boolean {
  const owners = device.addresses.get(address.key) ?? [];
  if (owners.some(({ interface: on }) => vpnOf(on) === vpn)) return true;
  return groupsWithVirtualIp(device, address).length > 0;
}
