// An interface that a backup service, a board, a route, a BFD session, a PPPoE server or a group of RADIUS servers names. Only these lines are asked:
// elsewhere a port is often a label. Excerpts leave ports out, so there it is said once
// (docs/decisions/excerpts-and-whole-files.md).
import { aaa, bfd, bgp, interfaceView, l2tp, rbs, serviceLocation, staticRoute } from '../../catalogue';
import { hasSubInterface } from '../../model/interface-state';
import type { Device, Interface } from '../../model/device';
import { mapIndex } from '../../model/incremental/index-view';
import { isUse, undefinedNameRule } from '../shared/undefined-name';

/** What follows on each line that is asked. */
const effects: ReadonlyMap<string, string> = new Map([
  [rbs.trackInterface.id, 'the loss of that uplink is not noticed'],
  [rbs.protectRedirect.id, 'traffic is not handed over to the other device'],
  [serviceLocation.remoteBackup.id, 'the board does not reach the other device'],
  [staticRoute.ipv4.id, 'the route is not used'],
  [staticRoute.ipv6.id, 'the route is not used'],
  [bfd.session.id, 'the session does not come up'],
  [interfaceView.pppoeServer.id, 'PPPoE users cannot dial in'],
  [l2tp.source.id, 'no tunnel starts from it'],
  [bgp.peer.id, 'the session does not come up'],
  [aaa.radiusLines.id, 'the RADIUS server gets requests from an address that it may not know'],
]);
const commands: ReadonlySet<string> = new Set(effects.keys());

export default undefinedNameRule({
  id: 'interface-undefined',
  requirement: 'HB-X-INTERFACE-DEFINED',
  title: 'A line names an interface that has no section',
  severity: 'warning',
  why: 'What follows from the interface never happens: a track does not fire, a route leads nowhere.',
  guide: ['vendor configuration files'],
  supersededBy: ['interface-mistaken'],
  kinds: ['interface'],
  counts: ({ line, key }, device) => commands.has(line.match!.command) && !hasSubInterface(device, key),
  // In an excerpt once for each name: where it stands first.
  gravity(name, device) {
    if (device.isWholeFile || isOneOfTemplates(name.key, device)) return 'warning';
    const first = device.nameIndex
      .occurrences('interface', name.key)
      .find((occurrence) => isUse(occurrence) && commands.has(occurrence.line.match!.command));
    return first === name ? 'information' : undefined;
  },
  effect: ({ line }) => effects.get(line.match!.command),
  examples: [
    {
      title: 'Tracked by a backup service, in an excerpt',
      config: `
        sysname DeviceA
        #
        remote-backup-service ch
         peer 10.9.0.2 source 10.9.0.1 port 7200
         track interface GigabitEthernet0/9/9
                         ^^^^^^^^^^^^^^^^^^^^ DeviceA: RBS ch names GigabitEthernet0/9/9, which is not in this file: the loss of that uplink is not noticed
         protect redirect ip-nexthop 10.0.0.2 interface GigabitEthernet0/9/9
        #
        interface GigabitEthernet0/1/1
        #
      `,
    },
    {
      title: 'Another Virtual-Template than the one of the file',
      config: `
        sysname DeviceA
        #
        interface Virtual-Template1
        #
        interface GigabitEthernet0/1/1.5
         pppoe-server bind Virtual-Template 2
                           ^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/1.5 names Virtual-Template 2, which is not in this file: PPPoE users cannot dial in
        #
      `,
    },
    {
      title: 'A route of a whole file',
      config: `
        sysname DeviceA
        #
        aaa
        #
        interface GigabitEthernet0/1/1
        #
        interface NULL0
        #
        ip route-static 10.9.0.0 255.255.0.0 GigabitEthernet0/1/2 10.1.1.2
                                             ^^^^^^^^^^^^^^^^^^^^ DeviceA: ip route-static names GigabitEthernet0/1/2, which is not defined: the route is not used
        ip route-static 10.8.0.0 255.255.0.0 NULL0
        #
        user-interface vty 0 4
        #
        return
      `,
    },
    {
      title: 'There, also by a sub-interface; a port that is a label',
      config: `
        sysname DeviceA
        #
        remote-backup-service ch
         track interface GigabitEthernet0/1/1
         track interface gi 0/1/2
        #
        remote-backup-profile p1
         nas logic-port GigabitEthernet0/7/7
        #
        interface Virtual-Template1
        #
        interface GigabitEthernet 0/1/1
         pppoe-server bind Virtual-Template 1
        #
        interface GigabitEthernet0/1/2.10
        #
      `,
    },
  ],
});

const templates = mapIndex((on: Interface) => (on.key.startsWith('virtual-template') ? ['template'] : []));

/** A Virtual-Template is made in the file or not at all: one that has others would have this one too. */
function isOneOfTemplates(key: string, { interfaces }: Device): boolean {
  return key.startsWith('virtual-template') && templates(interfaces).has('template');
}
