// Both ends of an E-Trunk look to the switch below like one LACP partner, and read each other with one key.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleETrunk } from '../testing/example-e-trunk';

export default pairRule({
  id: 'e-trunk-settings-differ',
  requirement: 'HB-X-ET-SAME',
  title: 'The settings of an E-Trunk differ on the two devices',
  severity: 'error',
  why: 'The switch below does not bundle the links of both devices, or the devices do not read each other and both take themselves for the master.',
  guide: ['vendor command reference: E-Trunk view'],
  ...agreementRule('e-trunk-settings-differ'),
  examples: [
    {
      title: 'Another LACP system ID',
      config:
        device(
          'DeviceA',
          1,
          '',
          `
         lacp e-trunk system-id 00e0-fc00-0001`,
        ) +
        device(
          'DeviceB',
          2,
          '',
          `
         lacp e-trunk system-id 00e0-fc00-0002
                                ^^^^^^^^^^^^^^ DeviceB: Eth-Trunk1 has LACP system ID 00e0-fc00-0002, DeviceA 00e0-fc00-0001`,
        ) +
        `
        fixed:${device(
          'DeviceB',
          2,
          '',
          `
         lacp e-trunk system-id 00e0-fc00-0001`,
        )}`,
    },
    {
      title: 'A LACP system ID for the whole device, on one of the two',
      config:
        device('DeviceA', 1, '', '', 'lacp e-trunk system-id 00e0-fc00-0001') +
        `
        --- DeviceB.cfg
        sysname DeviceB
        #
        e-trunk 1
                ^ DeviceB: e-trunk 1 has no LACP system ID, DeviceA 00e0-fc00-0001
         priority 20
         peer-address 10.0.0.1 source-address 10.0.0.2
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 7000
        #
        interface Eth-Trunk1
         mode lacp-static
         e-trunk 1
        #`,
    },
    {
      title: 'Said for the whole device on one, for the trunk on the other',
      config:
        device('DeviceA', 1, '', '', 'lacp e-trunk system-id 00e0-fc00-0001') +
        device(
          'DeviceB',
          2,
          '',
          `
         lacp e-trunk system-id 00e0-fc00-0001`,
        ),
    },
    {
      title: 'Another readable key',
      config:
        device(
          'DeviceA',
          1,
          `
         security-key simple Example1`,
          '',
        ) +
        device(
          'DeviceB',
          2,
          `
         security-key simple Example2
                      ^^^^^^^^^^^^^^^ DeviceB: e-trunk 1 has another security key than on DeviceA`,
          '',
        ),
    },
    {
      title: 'Keys stored in cipher',
      config:
        device(
          'DeviceA',
          1,
          `
         security-key cipher %^%#abcdefgh1234567%^%#`,
          '',
        ) +
        device(
          'DeviceB',
          2,
          `
         security-key cipher %^%#8765432hgfedcba%^%#`,
          '',
        ),
    },
  ],
});

function device(name: string, own: 1 | 2, settings: string, trunk: string, system = ''): string {
  return exampleETrunk(name, own, { settings, trunk, system });
}
