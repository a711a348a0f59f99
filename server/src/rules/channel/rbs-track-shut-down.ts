// A backup service that tracks what is shut down takes its network side for lost from the start. Only a written `shutdown` counts
// (docs/decisions/interface-down.md).
import type { Device, Interface } from '../../model/device';
import { shutdownOf, type Shutdown } from '../../model/interface-state';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { interfaceKey } from '../../model/names';
import type { Place } from '../../model/place';
import { interfacesToward, isLoopback } from '../../model/routing/connected';
import { sessionOf } from '../../model/vrrp/tracking';
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ shutdown: Place; name: string }>({
  id: 'rbs-track-shut-down',
  requirement: 'HB-RBS-TRACK-UP',
  title: 'What a backup service tracks is shut down',
  severity: 'warning',
  why: 'The service takes the network side of the device for lost: it withdraws the routes to its users, and a real failure is not noticed.',
  guide: ['vendor command reference: track interface, track bfd-session (remote backup service view)'],
  supersededBy: ['backup-peer-unreachable'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const line of inForce([...service.tracks])) {
        const found = downBehind(device, line);
        if (!found || isTrackedByGroup(device, found.down.on)) continue;
        yield {
          at: found.down.at,
          message: `${device.name}: ${found.down.on.name} is shut down, and RBS ${service.name} tracks ${found.what}: the service counts its uplink as lost; undo shutdown`,
          also: [{ at: line, message: `${device.name}: RBS ${service.name} tracks ${found.what}` }],
          facts: { shutdown: found.down.at, name: found.down.on.name },
        };
      }
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'A session over a link that is shut down, and an uplink',
      config: `${device(
        `
         shutdown
         ^^^^^^^^ DeviceA: GigabitEthernet0/1/1 is shut down, and RBS s1 tracks BFD session peer: the service counts its uplink as lost; undo shutdown`,
        `
         shutdown
         ^^^^^^^^ DeviceA: GigabitEthernet0/1/8 is shut down, and RBS s1 tracks GigabitEthernet0/1/8: the service counts its uplink as lost; undo shutdown`,
      )}`,
    },
    { title: 'In use', config: device('', '') },
  ],
});

/** Of a group that tracks the same it is told there, with what becomes of the roles. */
function isTrackedByGroup(device: Device, down: Interface): boolean {
  return device.groups.some(({ tracks }) =>
    tracks.some(({ object }) => {
      if (object.kind !== 'interface' && object.kind !== 'bfd-session') return false;
      const key = object.kind === 'interface' ? object.key : sessionOf(device, object)?.interfaceKey;
      return key !== undefined && shutdownOf(device, key)?.on === down;
    }),
  );
}

interface Down {
  readonly down: Shutdown;
  readonly what: string;
}

function downBehind(device: Device, line: MatchedLine): Down | undefined {
  const spoken = canonicalText(line);
  const port = /^track interface (\S+)/.exec(spoken)?.[1];
  if (port !== undefined) {
    const key = interfaceKey(port);
    const down = shutdownOf(device, key);
    return down && { down, what: device.interfaces.get(key)?.name ?? port };
  }
  const [, named, name = ''] = /^track bfd-session (session-name )?(\S+)/.exec(spoken) ?? [];
  const session = device.bfdSessions.find(({ name: own, local }) =>
    named === undefined ? String(local?.value) === name : own.toLowerCase() === name.toLowerCase(),
  );
  if (!session) return undefined;
  const { peer, vpn = '' } = session;
  const key =
    session.interfaceKey ?? (peer && interfacesToward(device, vpn, peer.value).find((on) => !isLoopback(on))?.key);
  const down = key === undefined ? undefined : shutdownOf(device, key);
  return down && { down, what: `BFD session ${session.name}` };
}

function device(link: string, uplink: string): string {
  return `
        sysname DeviceA
        #
        remote-backup-service s1
         track interface GigabitEthernet0/1/8
         track bfd-session 11
        #
        interface GigabitEthernet0/1/1${link}
         ip address 10.0.12.1 255.255.255.252
        #
        interface GigabitEthernet0/1/8${uplink}
         ip address 10.7.0.1 255.255.255.252
        #
        bfd peer bind peer-ip 10.0.12.2
         discriminator local 11
         discriminator remote 12
        #`;
}
