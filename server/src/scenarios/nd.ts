// Neighbour entries backed up between two gateways (docs/guide/nd.md), over a VRRP6 group. The page has no step for the
// ends of the channel; without them nothing is backed up, so the page of the DHCPv6 relay is cited for it.
import type { Scenario } from './scenario';
import { channelParameters, channelSteps, profileSteps } from './backup-channel';
import { deviceNames } from './devices';
import { merged, own, shared } from './steps';
import { number } from './values';
import {
  boundOnGroupInterfaces,
  onGroupInterfaces,
  routerParameters,
  routerSteps,
  type RouterOptions,
} from './virtual-router';

const page = '001';
const options: RouterOptions = {
  page,
  service: 6,
  group: 6,
  uplink: true,
  side: 'users',
  delay: {
    least: 1,
    offered: 600,
    why: 'A master that does not wait takes users over before it knows their entries: give 1 s or more.',
  },
};

export const nd: Scenario = {
  id: 'nd',
  title: 'ND',
  page,
  summary: "Two IPv6 gateways: the backup knows the users' neighbour entries before it needs them.",
  parameters: [
    ...deviceNames(page),
    ...routerParameters(options),
    ...channelParameters(page, 4, 6),
    {
      id: 'degrade-cost',
      title: "Cost of the users' route while a device is backup",
      type: 'number',
      spread: 'equal',
      guide: '001 context',
      default: () => '10',
      check: number(1, 4294967295),
    },
  ],
  steps: (answers) =>
    merged(
      [
        ...routerSteps(answers, options),
        ...channelSteps(answers, page),
        ...profileSteps(answers, page, 6, 'nd'),
        shared(page, 'binding', 'The profile on the interface of the group', boundOnGroupInterfaces(answers)),
        own(
          '001 context',
          'Downstream traffic follows the role',
          onGroupInterfaces(
            answers,
            `direct-route ipv6 track vrrp6 vrid ${answers.vrid} degrade-cost ${answers['degrade-cost']}`,
          ),
          { optional: true },
        ),
      ],
      { '001 step 1.5': 'The group, link-local virtual address first' },
    ),
  verify: (answers) => [
    'display vrrp6 verbose',
    `display remote-backup-service ${answers.rbs}`,
    `display remote-backup-profile ${answers.rbp}`,
  ],
};
