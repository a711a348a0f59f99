// The boards of two devices meet over one link: the peer is in a network of the interface that leads to it.
import { isInside } from '../../model/address';
import { interChassis } from '../../model/services/service-boards';
import { localAddressesOn, subnetText } from '../../model/vrrp/addresses';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<undefined>({
  id: 'service-location-peer-outside-network',
  requirement: 'HB-SL-PEER',
  title: 'The peer of a service-location is in no network of its backup interface',
  severity: 'error',
  why: 'The boards do not reach each other: sessions are not copied, and a switchover cuts all users off.',
  guide: ['004 step 3.4'],
  supersededBy: ['service-location-peer-not-mirrored'],
  *check(device) {
    for (const { id, remote } of interChassis(device)) {
      const on = remote && device.interfaces.get(remote.interfaceKey);
      const own = remote ? localAddressesOn(on, remote.peer.value.family) : [];
      // A loopback has no network: routes lead to the peer.
      if (
        !on ||
        own.length === 0 ||
        on.key.startsWith('loopback') ||
        own.some(({ prefix }) => isInside(remote.peer.value, prefix))
      )
        continue;
      yield {
        at: remote.peer.at,
        message: `${device.name}: peer ${remote.peer.value.key} of service-location ${id} is outside ${subnetText(own[0]!.prefix)} of ${on.name}: no session is copied`,
        also: [{ at: own[0]!.at, message: `${device.name}: ${on.name} is in ${subnetText(own[0]!.prefix)}` }],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'A slip in the address',
      config: exampleBoard('DeviceA', 1, {
        location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.9.2
                                                           ^^^^^^^^ DeviceA: peer 10.0.9.2 of service-location 1 is outside 10.0.8.0/24 of GigabitEthernet0/1/8`,
      }),
    },
    { title: 'On the link', config: exampleBoard('DeviceA', 1) },
  ],
});
