// What users of a shared pool are told beside their address: name servers, the lease, what is left out.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'pool-options-differ',
  requirement: 'HB-X-POOL-OPTIONS',
  title: 'A shared pool gives users other settings on the two devices',
  severity: 'warning',
  why: 'After a switchover users that renew their lease get other name servers or another time, or an address that is meant to be left out.',
  guide: ['vendor configuration files'],
  supersededBy: ['value-out-of-range'],
  ...agreementRule('pool-options-differ'),
  examples: [
    {
      title: 'Other name servers, another lease, addresses that one device leases',
      config:
        device(
          'DeviceA',
          1,
          `
         excluded-ip-address 10.8.0.20 10.8.0.29
         dns-server 10.9.9.9 10.9.9.10
         lease 0 8 0`,
        ) +
        device(
          'DeviceB',
          2,
          `
         dns-server 10.9.9.9 10.9.9.11
                    ^^^^^^^^^^^^^^^^^^ DeviceB: ip pool home has DNS servers 10.9.9.9 10.9.9.11, DeviceA 10.9.9.9 10.9.9.10
         lease 2 0 0
               ^^^^^ DeviceB: ip pool home has lease 2 0 0, DeviceA 0 8 0`,
          `
                ^^^^ DeviceB: ip pool home has no excluded addresses 10.8.0.20 10.8.0.29, unlike DeviceA: after a switchover users get the excluded ones`,
        ),
    },
    {
      title: 'One order or the other, a lease written out, a default; what rui-slave leaves out',
      config:
        device(
          'DeviceA',
          1,
          `
         dns-server 10.9.9.9 10.9.9.10
         lease day 0 hour 8`,
        ) +
        device(
          'DeviceB',
          2,
          `
         dns-server 10.9.9.10 10.9.9.9
         lease 0 8 0`,
        ),
    },
    {
      title: 'Name servers and excluded addresses in other portions',
      config:
        device(
          'DeviceA',
          1,
          `
         excluded-ip-address 10.8.0.20 10.8.0.29
         dns-server 10.9.9.9 10.9.9.10`,
        ) +
        device(
          'DeviceB',
          2,
          `
         excluded-ip-address 10.8.0.25 10.8.0.29
         excluded-ip-address 10.8.0.20 10.8.0.24
         dns-server 10.9.9.9
         dns-server 10.9.9.10`,
        ),
    },
    {
      title: 'A name server less, on a line each; an excluded address that one device leases',
      config:
        device(
          'DeviceA',
          1,
          `
         excluded-ip-address 10.8.0.20 10.8.0.29
         dns-server 10.9.9.9 10.9.9.10 10.9.9.11`,
        ) +
        device(
          'DeviceB',
          2,
          `
         excluded-ip-address 10.8.0.25 10.8.0.29
                             ^^^^^^^^^^^^^^^^^^^ DeviceB: ip pool home has excluded addresses 10.8.0.25 10.8.0.29, DeviceA 10.8.0.20 10.8.0.29
         dns-server 10.9.9.9
         dns-server 10.9.9.10
                    ^^^^^^^^^ DeviceB: ip pool home has DNS servers 10.9.9.9 10.9.9.10, DeviceA 10.9.9.9 10.9.9.10 10.9.9.11`,
        ),
    },
    {
      title: 'What rui-slave leaves out',
      config:
        device(
          'DeviceA',
          1,
          `
         dns-server 10.9.9.9
         lease 0 8 0`,
        ) + device('DeviceB', 2, '').replace('bas local', 'bas local rui-slave'),
    },
  ],
});

function device(name: string, own: 1 | 2, options: string, carets = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
         ip-pool home metric ${own}0
        #
        ip pool home bas local${carets}
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255${options}
        #`;
}
