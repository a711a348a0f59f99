// DHCP servers that back up their leases (docs/guide/dhcp-server.md), over a VRRP group: the profile is bound to the
// pool, and clients know the server by the virtual address.
import { address } from '../model/address';
import type { Answers, Scenario, Side } from './scenario';
import { channelParameters, channelSteps, profileSteps } from './backup-channel';
import { deviceNames } from './devices';
import { line, local, merged, onSides, own, shared } from './steps';
import { addressKey, hostIn, hostsOf, mask, name, offering, ownAddress } from './values';
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
    offering(
      {
        id: 'pool-from',
        title: 'First address of the pool',
        type: 'ipv4',
        spread: 'equal',
        guide: '002 step 4.5',
        check: leased,
      },
      (answers) =>
        hostsOf(answers['address-a'] ?? '', 60)
          .slice(9)
          .concat(hostsOf(answers['address-a'] ?? '')),
    ),
    offering(
      {
        id: 'pool-to',
        title: 'Last address of the pool',
        type: 'ipv4',
        spread: 'equal',
        guide: '002 step 4.5',
        check: (value, answers) => leased(value, answers) ?? rangeProblem(value, answers),
      },
      (answers) => {
        const hosts = hostsOf(answers['address-a'] ?? '', 254);
        const first = Math.max(
          0,
          hosts.findIndex((host) => addressKey(host) === addressKey(answers['pool-from'] ?? '')),
        );
        return [...hosts.slice(first, first + 191).reverse(), answers['pool-from'] ?? ''];
      },
    ),
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
  verify: (answers) => [
    'display vrrp verbose',
    `display remote-backup-service ${answers.rbs}`,
    `display remote-backup-profile ${answers.rbp}`,
  ],
};

function leased(value: string, answers: Answers): string | undefined {
  return (
    ownAddress([4])(value, answers) ??
    hostIn(answers['address-a'] ?? '', [
      answers['address-a'] ?? '',
      answers['address-b'] ?? '',
      answers['virtual-ip'] ?? '',
    ])(value, answers)
  );
}

/** What is wrong with the last address of a pool, its first address given. */
function rangeProblem(last: string, answers: Answers): string | undefined {
  const first = answers['pool-from'];
  if (value32(last) < value32(first ?? '0.0.0.0')) return `It comes before the first address, ${first}.`;
  return between(answers, last)
    ? `A pool from ${first} to ${last} would hand out an address of the devices or the gateway.`
    : undefined;
}

function value32(text: string): number {
  return (address(text)?.bytes ?? []).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** True when the pool up to here covers an address that is no client's. */
function between(answers: Answers, last: string): boolean {
  return ['address-a', 'address-b', 'virtual-ip'].some((id) => {
    const own = value32((answers[id] ?? '').split('/')[0]!);
    return own >= value32(answers['pool-from'] ?? '') && own <= value32(last);
  });
}
