// Users are in a VPN instance: the same instances of other devices send to them and learn of them, whichever device serves them.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleVpn } from '../testing/example-vpn';

export default pairRule({
  id: 'vpn-targets-differ',
  requirement: 'HB-X-VPN-TARGETS',
  title: 'The VPN instance of users announces or learns other routes on the two devices',
  severity: 'warning',
  why: 'After a switchover other sites do not reach the users, or the users do not reach them.',
  guide: ['vendor configuration files'],
  supersededBy: ['vpn-instance-without-family'],
  ...agreementRule('vpn-targets-differ'),
  examples: [
    {
      title: 'A target that one device does not announce',
      config:
        device('DeviceA', 1, 'vpn-target 100:1 export-extcommunity\n          vpn-target 100:1 import-extcommunity') +
        device('DeviceB', 2, 'vpn-target 100:1 import-extcommunity').replace(
          'ip vpn-instance users',
          `ip vpn-instance users
        ^^^^^^^^^^^^^^^^^^^^^ DeviceB: VPN instance users has no vpn-target 100:1 export-extcommunity, unlike DeviceA: after a switchover routes are missing`,
        ),
    },
    {
      title: 'Another target in one direction is one difference',
      config:
        device('DeviceA', 1, 'vpn-target 100:1 export-extcommunity\n          vpn-target 100:1 import-extcommunity') +
        device(
          'DeviceB',
          2,
          `vpn-target 100:9 export-extcommunity
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: VPN instance users has vpn-target 100:9 export-extcommunity, DeviceA 100:1 export-extcommunity: after a switchover routes are missing
          vpn-target 100:1 import-extcommunity`,
        ),
    },
    {
      title: 'One line or two, another route distinguisher, an instance of no users',
      config:
        device('DeviceA', 1, 'vpn-target 100:1 100:2 both') +
        device(
          'DeviceB',
          2,
          'vpn-target 100:2 100:1 export-extcommunity\n          vpn-target 100:1 import-extcommunity\n          vpn-target 100:2 import-extcommunity',
        ) +
        `
        ip vpn-instance mgmt
         ipv4-family
          vpn-target 9:9 both
        #`,
    },
  ],
});

function device(name: string, own: 1 | 2, targets: string): string {
  return exampleVpn(name, own, {
    family: `
          route-distinguisher 100:${own}
          ${targets}`,
  });
}
