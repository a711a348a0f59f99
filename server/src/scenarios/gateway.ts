// Two gateways of one LAN, of which the backup knows the neighbours of its users: ND for IPv6, ARP for IPv4. Both pages have the
// steps of one procedure; neither has a step for the ends of the channel, without which nothing is backed up.
import type { Family } from '../model/address';
import type { Answers, Parameter, Scenario, Step } from './scenario';
import { backupDisplays, channelParameters, channelSteps, profileSteps } from './backup-channel';
import { deviceNames } from './devices';
import { merged, own, shared } from './steps';
import { choice, number } from './values';
import {
  boundOnGroupInterfaces,
  onGroupInterfaces,
  routerParameters,
  routerSteps,
  type RouterOptions,
} from './virtual-router';

/** How the gateways of ND and ARP differ. */
export interface GatewayWords {
  readonly id: 'nd' | 'arp';
  readonly title: string;
  readonly page: string;
  readonly summary: string;
  readonly family: Family;
  readonly delay: RouterOptions['delay'];
  /** The procedure makes the group a management group, which others may follow. */
  readonly management: boolean;
  /** The titles of steps that are made of several. */
  readonly titles: Readonly<Record<string, string>>;
}

/**
 * The scenario of gateways that back up the entries of their users: a VRRP group of the family, a channel, a profile
 * bound to the group's interface.
 */
export function gatewayScenario(words: GatewayWords): Scenario {
  const { page, family } = words;
  const options: RouterOptions = {
    page,
    service: family,
    group: family,
    uplink: true,
    side: 'users',
    delay: words.delay,
  };
  return {
    id: words.id,
    title: words.title,
    page,
    summary: words.summary,
    parameters: [
      ...deviceNames(page),
      ...routerParameters(options),
      ...(words.management ? [managementParameter(page)] : []),
      ...channelParameters(page, 4, family),
      {
        id: 'degrade-cost',
        title: "Cost of the users' route while a device is backup",
        type: 'number',
        spread: 'equal',
        guide: `${page} context`,
        default: () => '10',
        check: number(1, 4294967295),
      },
    ],
    steps: (answers) =>
      merged(
        [
          ...routerSteps(answers, options),
          ...managementSteps(answers, page),
          ...channelSteps(answers, page),
          ...profileSteps(answers, page, family, words.id),
          shared(page, 'binding', 'The profile on the interface of the group', boundOnGroupInterfaces(answers)),
          routeStep(answers, page, family),
        ],
        words.titles,
      ),
    verify: (answers) => [family === 6 ? 'display vrrp6 verbose' : 'display vrrp verbose', ...backupDisplays(answers)],
  };
}

function managementParameter(page: string): Parameter {
  return {
    id: 'management',
    title: 'Make it a management group, which other groups can follow',
    type: 'choice',
    choices: ['yes', 'no'],
    spread: 'equal',
    guide: `${page} step 1.6`,
    default: () => 'yes',
    check: choice(['yes', 'no']),
  };
}

function managementSteps(answers: Answers, page: string): Step[] {
  if (answers.management !== 'yes') return [];
  const lines = onGroupInterfaces(answers, `admin-vrrp vrid ${answers.vrid}`);
  return [own(`${page} step 1.6`, 'Management group', lines, { optional: true })];
}

/** The network must send what is for the users to the device that is master. */
function routeStep(answers: Answers, page: string, family: Family): Step {
  const track = family === 6 ? 'direct-route ipv6 track vrrp6' : 'direct-route track vrrp';
  const line = `${track} vrid ${answers.vrid} degrade-cost ${answers['degrade-cost']}`;
  return own(`${page} context`, 'Downstream traffic follows the role', onGroupInterfaces(answers, line), {
    optional: true,
  });
}
