// BGP carries the networks of users in a VPN instance to the other sites: both devices take the same kinds of routes into it.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleVpn } from '../testing/example-vpn';

export default pairRule({
  id: 'vpn-routes-differ',
  requirement: 'HB-X-VPN-TARGETS',
  title: 'BGP announces the VPN instance of users otherwise on the two devices',
  severity: 'warning',
  why: 'After a switchover other sites have no route to the users of the instance.',
  guide: ['vendor command reference: import-route'],
  ...agreementRule('vpn-routes-differ'),
  examples: [
    {
      title: 'Direct routes on one device only',
      config:
        device('DeviceA', 1, 'ipv4-family vpn-instance users\n          import-route direct') +
        device('DeviceB', 2, 'ipv4-family vpn-instance users').replace(
          ' ipv4-family vpn-instance users',
          ` ipv4-family vpn-instance users
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: ipv4-family vpn-instance users has no import-route direct, unlike DeviceA: after a switchover other sites do not reach its users`,
        ) +
        `
        fixed:${device('DeviceB', 2, 'ipv4-family vpn-instance users\n          import-route direct')}`,
    },
    {
      title: 'One device has nothing of the family: no place for a line that could be added',
      config:
        device('DeviceA', 1, 'ipv4-family vpn-instance users\n          import-route direct') +
        device('DeviceB', 2, 'ipv4-family unicast').replace(
          'bgp 64512',
          `bgp 64512
        ^^^^^^^^^ DeviceB: ipv4-family vpn-instance users has no import-route direct, unlike DeviceA: after a switchover other sites do not reach its users`,
        ),
    },
    {
      title: 'With a policy or without, and an instance of no users',
      config:
        device('DeviceA', 1, 'ipv4-family vpn-instance users\n          import-route direct') +
        device(
          'DeviceB',
          2,
          `ipv4-family vpn-instance users
          import-route direct route-policy users
         ipv4-family vpn-instance mgmt
          import-route static`,
        ),
    },
  ],
});

function device(name: string, own: 1 | 2, family: string): string {
  return exampleVpn(name, own, {
    rest: `
        bgp 64512
         ${family}
        #`,
  });
}
