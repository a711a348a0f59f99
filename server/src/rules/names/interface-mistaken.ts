// An interface that is not there, on a line that also says which address it leads to: where another interface of the device has the
// network of that address, it is the one that is meant. An excerpt proves that as well as a whole file.
import { deviceRule } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { spelled, type Address } from '../../model/address';
import type { Device } from '../../model/device';
import { hasSubInterface } from '../../model/interface-state';
import type { Fact } from '../../model/place';
import { text } from '../../model/read/line-values';
import { interfacesToward, isLoopback } from '../../model/routing/connected';
import { protectionsOf } from '../../model/services/protection';
import { exampleBoard } from '../testing/example-board';

/** A line that names an interface and an address on its link. */
interface Way {
  /** `service-location 1` */
  readonly of: string;
  readonly key: string | undefined;
  /** The name as it stands on the line. */
  readonly named: Fact<string>;
  readonly target: Address;
  readonly vpn: string;
  readonly outcome: string;
  /** Nothing of the backup works without the line. */
  readonly isVital?: true;
}

export default deviceRule<{ readonly way: Way; readonly right: string }>({
  id: 'interface-mistaken',
  requirement: 'HB-X-INTERFACE-DEFINED',
  title: 'A line names an interface that is not there, and its address is on another link',
  severity: 'warning',
  why: 'The line leads nowhere: the session, the board or the protection that it is about does not come up.',
  guide: ['vendor configuration files'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const way of waysOf(device)) {
      if (way.key === undefined || device.interfaces.has(way.key) || hasSubInterface(device, way.key)) continue;
      const right = interfacesToward(device, way.vpn, way.target).find((on) => !isLoopback(on))?.name;
      if (right === undefined) continue;
      yield {
        at: way.named.at,
        severity: way.isVital ? 'error' : undefined,
        message: `${device.name}: ${way.of} names ${way.named.value}, which is not there: ${way.outcome}; ${spelled(way.target.bytes)} is on ${right}, use that`,
        facts: { way, right },
      };
    }
  },
  fix: ({ way: { named }, right }) => [{ title: `Use ${right}`, edits: [replace(named.at, right)], safe: false }],
  examples: [
    {
      title: 'The boards meet on another link',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/9 peer 10.0.8.2
                                 ^^^^^^^^^^^^^^^^^^^^ DeviceA: service-location 1 names GigabitEthernet0/1/9, which is not there: no session is copied; 10.0.8.2 is on GigabitEthernet0/1/8, use that`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1)}`,
    },
    { title: 'The link is there', config: exampleBoard('DeviceA', 1) },
  ],
});

function* waysOf(device: Device): Iterable<Way> {
  for (const { id, remote } of device.locations.values()) {
    const named = remote?.interface;
    if (remote && named)
      yield {
        of: `service-location ${id}`,
        key: remote.interfaceKey,
        named,
        target: remote.peer.value,
        vpn: '',
        outcome: 'no session is copied',
        isVital: true,
      };
  }
  for (const service of device.services.values())
    for (const { line, interfaceKey: key, target } of protectionsOf(service)) {
      const named = text(line, 'interface');
      if (named) {
        const of = `RBS ${service.name}`;
        yield { of, key, named, target: target.value, vpn: '', outcome: 'moved users are lost' };
      }
    }
  for (const { name, interface: named, interfaceKey: key, peer, vpn = '' } of device.bfdSessions)
    if (peer && named)
      yield { of: `BFD session ${name}`, key, named, target: peer.value, vpn, outcome: 'the session stays down' };
}
