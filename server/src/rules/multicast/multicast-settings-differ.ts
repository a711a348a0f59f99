// Hosts join with one version and are asked at one rhythm, whichever device is master.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'multicast-settings-differ',
  requirement: 'HB-M-SETTINGS',
  title: 'The multicast settings of the two user interfaces differ',
  severity: 'error',
  why: 'After a switchover hosts are not heard, or their memberships expire before the next query.',
  guide: ['003 step 5', '006 step 5'],
  supersededBy: ['acl-undefined'],
  ...agreementRule('multicast-settings-differ'),
  examples: [
    {
      title: 'Another version of MLD',
      config:
        device(
          'DeviceA',
          1,
          `
         mld version 1`,
        ) +
        device(
          'DeviceB',
          2,
          '',
          `
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has MLD version 2 by default, DeviceA 1`,
        ) +
        `
        fixed:${device(
          'DeviceB',
          2,
          `
         mld version 1`,
        )}`,
    },
    {
      title: 'Another query interval, and a static group on one device',
      config:
        device(
          'DeviceA',
          1,
          `
         mld timer query 30
         mld static-group FF1E::1`,
        ) +
        device(
          'DeviceB',
          2,
          `
         mld timer query 90
                         ^^ DeviceB: GigabitEthernet0/1/2 has query interval 90, DeviceA 30`,
          `
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has no static group FF1E::1, unlike DeviceA`,
        ),
    },
    {
      title: 'The default written on one device, one group in two spellings',
      config:
        device(
          'DeviceA',
          1,
          `
         mld version 2
         mld static-group FF1E:0::1`,
        ) +
        device(
          'DeviceB',
          2,
          `
         mld static-group ff1e::1`,
        ),
    },
  ],
});

function device(name: string, own: 1 | 2, lines: string, carets = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2${carets}
         mld enable${lines}
         remote-backup-profile tv
        #`;
}
