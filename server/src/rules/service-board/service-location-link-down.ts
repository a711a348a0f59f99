// The link over which two service boards copy their sessions: it is up, and the address of the other end is in its network. Only a
// written `shutdown` counts (docs/decisions/interface-down.md).
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { isInside, spelled } from '../../model/address';
import { shutdownOf } from '../../model/interface-state';
import { isLoopback } from '../../model/routing/connected';
import type { Place } from '../../model/place';
import { interChassis } from '../../model/services/service-boards';
import { localAddressesOn, subnetText } from '../../model/vrrp/addresses';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ shutdown: Place; name: string } | undefined>({
  id: 'service-location-link-down',
  requirement: 'HB-SL-LINK-DOWN',
  title: 'The link between two service boards does not lead to the other one',
  severity: 'error',
  why: 'No session is copied to the other board: after a switchover all sessions begin anew.',
  guide: ['004 step 3.2'],
  supersededBy: ['service-location-peer-not-mirrored'],
  *check(device) {
    for (const { id, remote } of interChassis(device)) {
      const on = device.interfaces.get(remote!.interfaceKey);
      if (!on) continue;
      const down = shutdownOf(device, on.key);
      if (down) {
        yield {
          at: down.at,
          message: `${device.name}: ${down.on.name} is shut down: service-location ${id} copies no session to the other device`,
          also: [{ at: remote!.interface.at, message: `service-location ${id} backs up over it` }],
          facts: { shutdown: down.at, name: down.on.name },
        };
        continue;
      }
      // A loopback has no network that two devices share.
      const networks = isLoopback(on)
        ? []
        : localAddressesOn(on, remote!.peer.value.family).map(({ prefix }) => prefix);
      if (networks.length === 0 || networks.some((net) => isInside(remote!.peer.value, net))) continue;
      yield {
        at: remote!.peer.at,
        message: `${device.name}: peer ${spelled(remote!.peer.value.bytes)} of service-location ${id} is not in ${subnetText(networks[0]!)}, the network of ${on.name}`,
        facts: undefined,
      };
    }
  },
  fix: (facts) =>
    facts ? [{ title: `Take ${facts.name} out of shutdown`, edits: [removeLine(facts.shutdown)], safe: false }] : [],
  examples: [
    {
      title: 'Shut down',
      config: `${exampleBoard('DeviceA', 1)}
        interface GigabitEthernet0/1/8
         shutdown
         ^^^^^^^^ DeviceA: GigabitEthernet0/1/8 is shut down: service-location 1 copies no session to the other device
        #`,
    },
    {
      title: 'The peer is on another link',
      config: exampleBoard('DeviceA', 1, {
        location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.9.2
                                                           ^^^^^^^^ DeviceA: peer 10.0.9.2 of service-location 1 is not in 10.0.8.0/24, the network of GigabitEthernet0/1/8`,
      }),
    },
    { title: 'Up, and in one network', config: exampleBoard('DeviceA', 1) },
  ],
});
