// DHCP servers that back up their leases (docs/guide/dhcp-server.md), over a VRRP group: the profile is bound to the
// pool, and clients know the server by the virtual address.
import type { Scenario, Side } from './scenario';
import { poolRangeParameters } from './address-pool';
import { backupDisplays, channelParameters, channelSteps, profileSteps } from './backup-channel';
import { deviceNames } from './devices';
import { line, local, merged, onSides, own, shared } from './steps';
import { mask, name } from './values';
import { onGroupInterfaces, routerParameters, routerSteps, type RouterOptions } from './virtual-router';

const page = '002';
const options: RouterOptions = {
  page,
  service: 4,
  group: 4,
  uplink: true,
  side: 'users',
  delay: {
    least: 601,
    offered: 900,
    why: 'More than 600 s is asked for, so that all leases are back before the role is.',
  },
};

/** Page 002: DHCP servers on one VRRP group that back up their leases. */
export const dhcpServer: Scenario = {
  id: 'dhcp-server',
  title: 'DHCP server',
  page,
  summary: 'Two DHCP servers: the backup knows every lease and goes on where the master stopped.',
  parameters: [
    ...deviceNames(page),
    ...routerParameters(options),
    ...channelParameters(page, 4, 4),
    {
      id: 'pool',
      title: 'Name of the address pool',
      type: 'name',
      spread: 'equal',
      guide: '002 step 4.5',
      default: () => 'pool1',
      check: name(128),
    },
    ...poolRangeParameters({
      guide: '002 step 4.5',
      network: 'address-a',
      taken: ['address-a', 'address-b', 'virtual-ip'],
      skipped: 9,
    }),
  ],
  steps: (answers) => {
    const pool = (side: Side) => `ip pool ${local(answers, 'pool', side)} server`;
    return merged([
      own(
        '002 prerequisites',
        'DHCP requests are taken on the interface',
        onGroupInterfaces(answers, 'dhcp server enable'),
      ),
      ...routerSteps(answers, options),
      ...channelSteps(answers, page),
      ...profileSteps(answers, page, 4, 'dhcp-server'),
      own(
        '002 step 4.5',
        'Address pool',
        onSides((side) => [
          line(pool(side), ''),
          line(
            pool(side),
            `gateway ${answers['virtual-ip']} ${mask(answers['address-a']!)}`,
            '^(?:gateway|gateway-list) ',
          ),
          line(pool(side), `section 0 ${answers['pool-from']} ${answers['pool-to']}`, '^(?:section|network) '),
        ]),
      ),
      shared(
        page,
        'binding',
        'The profile on the pool',
        onSides((side) => [line(pool(side), `remote-backup-profile ${local(answers, 'rbp', side)}`)]),
      ),
      own(
        '002 step 4.7',
        'The virtual address as server identifier',
        onSides((side) => [line(pool(side), `server identifier ip ${answers['virtual-ip']}`)]),
      ),
    ]);
  },
  verify: (answers) => ['display vrrp verbose', ...backupDisplays(answers)],
};
