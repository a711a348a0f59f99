// The way across leads to the other device. Copied from there as it is, the line leads back to the device itself.
import type { Device } from '../../model/device';
import { spelled } from '../../model/address';
import { localOwner, protectionsOf, wantedTarget, type Protection } from '../../model/services/protection';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { exampleLogin } from '../testing/example-login';
import { seatsOf } from '../shared/peer-says';

export default deviceRule<{ device: Device; protection: Protection }>({
  id: 'protect-target-is-local',
  requirement: 'HB-BR-PROTECT',
  title: 'A protect line leads to the device itself',
  severity: 'error',
  why: 'Packets for users who have moved and that still come back here are not handed over to the other device: they are lost.',
  guide: ['010 step 4.4', 'vendor command reference: protect redirect ip-nexthop, protect lsp-tunnel'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const protection of protectionsOf(service)) {
        const owner = localOwner(device, protection);
        if (!owner) continue;
        const { target } = protection;
        yield {
          at: target.at,
          message: `${device.name}: RBS ${service.name} protects over ${spelled(target.value.bytes)}, the device's own address on ${owner.name}: packets for moved users are lost; name the peer's`,
          facts: { device, protection },
        };
      }
    }
  },
  fix({ device, protection }, pairs) {
    return seatsOf(device, pairs).flatMap(({ peer }) => {
      const wanted = wantedTarget(device, peer, protection);
      if (wanted === undefined) return [];
      const edits = [replace(protection.target.at, wanted)];
      return [{ title: `Name ${wanted} of ${peer.name}`, edits, safe: false }];
    });
  },
  examples: [
    {
      title: 'Copied from the other device',
      config:
        device('DeviceA', 1, 'protect redirect ip-nexthop 10.0.1.2 interface GigabitEthernet0/1/1') +
        device(
          'DeviceB',
          2,
          `protect redirect ip-nexthop 10.0.1.2 interface GigabitEthernet0/1/1
                                     ^^^^^^^^ DeviceB: RBS s1 protects over 10.0.1.2, the device's own address on GigabitEthernet0/1/1: packets for moved users are lost; name the peer's`,
        ) +
        `
        fixed:${device('DeviceB', 2, 'protect redirect ip-nexthop 10.0.1.1 interface GigabitEthernet0/1/1')}`,
    },
    {
      title: 'A tunnel to a loopback of its own',
      config:
        device('DeviceA', 1, 'protect lsp-tunnel for-all-instance peer-ip 10.0.9.2') +
        device(
          'DeviceB',
          2,
          `protect lsp-tunnel for-all-instance peer-ip 10.0.9.2
                                                     ^^^^^^^^ DeviceB: RBS s1 protects over 10.0.9.2, the device's own address on LoopBack0`,
        ) +
        `
        fixed:${device('DeviceB', 2, 'protect lsp-tunnel for-all-instance peer-ip 10.0.9.1')}`,
    },
    {
      title: 'Each names the other; an address that is its own in another VPN',
      config:
        device('DeviceA', 1, 'protect redirect ip-nexthop 10.0.1.2 interface GigabitEthernet0/1/1') +
        device('DeviceB', 2, 'protect ip-vpn-instance users peer-ip 10.0.9.2'),
    },
  ],
});

function device(name: string, own: 1 | 2, service: string): string {
  return exampleLogin(name, own, {
    service,
    after: `interface LoopBack0
         ip address 10.0.9.${own} 255.255.255.255`,
  });
}
