// DHCPv6 relay agents that back up their users' entries (docs/guide/dhcpv6-relay.md), over a VRRP6 or a VRRP group.
import { address, isInside, prefix } from '../model/address';
import type { Answers, Scenario } from './scenario';
import { backupDisplays, channelParameters, channelSteps, profileSteps } from './backup-channel';
import { deviceNames } from './devices';
import { both, line, merged, own, shared } from './steps';
import { distinct, number, ownAddress } from './values';
import {
  boundOnGroupInterfaces,
  groupFamily,
  onGroupInterfaces,
  routerParameters,
  routerSteps,
  type RouterOptions,
} from './virtual-router';

const page = '000';
const options: RouterOptions = {
  page,
  service: 6,
  group: 'either',
  sameType: true,
  uplink: true,
  side: 'users',
  delay: {
    least: 1800,
    offered: 1800,
    why: '1800 s or more is advised, so that the entries are back before the role is.',
  },
};

/** Page 000: DHCPv6 relay agents, on a VRRP or VRRP6 group, that back up the entries and prefix routes of users. */
export const dhcpv6Relay: Scenario = {
  id: 'dhcpv6-relay',
  title: 'DHCPv6 relay',
  page,
  summary: 'Two DHCPv6 relay agents: the backup holds the entries and prefix routes of the users.',
  parameters: [
    ...deviceNames(page),
    ...routerParameters(options),
    ...channelParameters(page, 4, 6),
    {
      id: 'dhcpv6-server',
      title: 'Address of the DHCPv6 server',
      type: 'ipv6',
      spread: 'equal',
      guide: '000 step 5.2',
      default: () => '2001:DB8:99::1',
      check: (value, answers) =>
        ownAddress([6])(value, answers) ??
        distinct(own6(answers))(value, answers) ??
        (isOnUsers(value, answers) ? "The server is on the users' own subnet: no relay is needed there." : undefined),
    },
    {
      id: 'degrade-cost',
      title: 'Cost of prefix routes while a device is backup',
      type: 'number',
      spread: 'equal',
      guide: '000 step 5.3',
      default: () => '10',
      check: number(1, 4294967295),
    },
    {
      id: 'ntp-server',
      title: 'Address of the time server',
      type: 'ip',
      spread: 'equal',
      guide: '000 prerequisites',
      default: () => '192.0.2.123',
      check: (value, answers) => ownAddress([4, 6])(value, answers) ?? distinct(own6(answers))(value, answers),
    },
  ],
  steps: (answers) =>
    merged([
      own(
        '000 prerequisites',
        'One time on both devices',
        both(
          line(
            '',
            `ntp-service unicast-server ${answers['ntp-server']!.includes(':') ? 'ipv6 ' : ''}${answers['ntp-server']}`,
            '^(?:ntp|ntp-service|clock|ptp) (?!timezone)',
          ),
        ),
      ),
      ...routerSteps(answers, options),
      ...channelSteps(answers, page),
      ...profileSteps(answers, page, groupFamily(answers, options), 'dhcpv6-relay'),
      shared(page, 'binding', "The relay and the profile on the users' interface", withRelay(answers)),
      own(
        '000 step 5.3',
        'Cost of prefix routes on the backup',
        onGroupInterfaces(answers, `dhcpv6 relay pd-route degrade-cost ${answers['degrade-cost']}`),
        { optional: true },
      ),
    ]),
  verify: (answers) => [
    groupFamily(answers, options) === 6 ? 'display vrrp6 verbose' : 'display vrrp verbose',
    ...backupDisplays(answers),
  ],
};

function withRelay(answers: Answers) {
  const relay = (head: string) =>
    line(
      head,
      `dhcpv6 relay destination ${answers['dhcpv6-server']}`,
      '^dhcpv6 relay (?:destination|interface|binding|server-select)',
    );
  const bound = boundOnGroupInterfaces(answers);
  return { a: [relay(bound.a[0]!.section), ...bound.a], b: [relay(bound.b[0]!.section), ...bound.b] };
}

function own6(answers: Answers): string[] {
  return Object.entries(answers)
    .filter(([id]) => /(?:address-[ab]|virtual-ip)$/.test(id))
    .map(([, value]) => value);
}

function isOnUsers(value: string, answers: Answers): boolean {
  const [server, net] = [address(value), prefix(answers['address-a'] ?? '')];
  return server !== undefined && net !== undefined && isInside(server, net);
}
