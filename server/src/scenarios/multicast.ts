// Multicast membership backed up between two routers, over a group of its own family: MLD (docs/guide/mld.md) and IGMP
// (docs/guide/igmp.md). The pages bring IS-IS and a static RP along, and both routers hear every report: neither the DR nor the
// assert election may silence the backup.
import type { Family } from '../model/address';
import { multicastFamilies, type MulticastWords } from '../model/services/multicast';
import type { Answers, Parameter, PlacedLine, Scenario, Side, Step } from './scenario';
import { backupDisplays, channelParameters, channelSteps, profileStepsOver } from './backup-channel';
import { deviceNames, onEach } from './devices';
import {
  isLed,
  ledRouterSteps,
  managementGroup,
  managementGroupParameters,
  managementGroupWords,
} from './management-group';
import { both, line, merged, ofSite, onSides, own, shared } from './steps';
import { distinct, familyOf, ownAddress, type Check } from './values';
import { boundOnGroupInterfaces, routerParameters, type RouterOptions } from './virtual-router';

/** How the scenarios of MLD and IGMP differ. */
export interface MulticastScenario {
  readonly page: string;
  readonly title: string;
  readonly summary: string;
  readonly family: Family;
  /** Offered as the address of the rendezvous point. */
  readonly rendezvousPoint: string;
}

/**
 * The scenario of multicast routers on a VRRP group: IS-IS, PIM with a static RP, IGMP or MLD on the users' interface.
 */
export function multicastScenario({ page, title, summary, family, rendezvousPoint }: MulticastScenario): Scenario {
  const words = multicastFamilies.find((candidate) => candidate.family === family)!;
  const options: RouterOptions = {
    page,
    service: family,
    group: family,
    uplink: true,
    side: 'users',
    delay: {
      least: 1,
      offered: 600,
      why: 'A master that does not wait takes users over before it knows their groups: give 1 s or more.',
    },
  };
  return {
    id: words.service,
    title,
    page,
    summary,
    parameters: [
      ...deviceNames(page),
      ...routerParameters(options),
      ...channelParameters(page, family, family),
      ...managementGroupParameters(options, `${page} step 2`),
      ...networkEntities(page),
      rendezvousPointParameter(page, family, rendezvousPoint),
    ],
    steps: (answers) => multicastSteps(answers, options, words),
    verify: (answers) => [
      family === 6 ? 'display vrrp6 verbose' : 'display vrrp verbose',
      ...backupDisplays(answers),
      'display multicast rui',
    ],
  };
}

function multicastSteps(answers: Answers, options: RouterOptions, words: MulticastWords): Step[] {
  const { page } = options;
  const router = ledRouterSteps(answers, options);
  const first = `${page} step 1`;
  return merged(
    [
      ...router.filter((step) => step.guide === first),
      own(
        first,
        'Addresses, routing and rendezvous point',
        onSides((side) => [...ofSite(routing(answers, side, words)), ...rendezvousPointLines(answers, words)]),
      ),
      ...router.filter((step) => step.guide !== first),
      ...channelSteps(answers, page, 'of the page'),
      ...profileStepsOver(answers, page, words.service, (side) => roleLine(answers, side, words)),
      own(`${page} step 5`, 'Multicast on the interface of the group', both(line('', words.routing))),
      own(
        `${page} step 5`,
        'Multicast on the interface of the group',
        onSides((side) => [...multicastLines(answers, side, words)]),
      ),
      shared(page, 'binding', 'The profile on the interface of the group', boundOnGroupInterfaces(answers)),
    ],
    titlesOf(page, words),
  );
}

/** The profile follows the group that is elected. */
function roleLine(answers: Answers, side: Side, { family }: MulticastWords): string {
  const group = isLed(answers) ? managementGroup(answers, side) : undefined;
  const [vrid, on] = group ?? [answers.vrid, answers[`interface-${side}`]];
  return `${family === 6 ? 'vrrp6-id' : 'vrrp-id'} ${vrid} interface ${on}`;
}

/** Multicast on the users' interface follows the group that is elected. */
function multicastLines(answers: Answers, side: Side, words: MulticastWords): PlacedLine[] {
  const track = isLed(answers)
    ? `${words.adminTrack} ${managementGroupWords(answers, side)}`
    : `${words.track} vrid ${answers.vrid}`;
  return [words.pim, words.membership, track, `${words.ignore} dr-state`, `${words.ignore} assert-state`].map((text) =>
    line(`interface ${answers[`interface-${side}`]}`, text),
  );
}

function titlesOf(page: string, { family, service }: MulticastWords): Record<string, string> {
  return {
    [`${page} step 1`]: 'Addresses, routing and rendezvous point',
    [`${page} step 2`]: family === 6 ? 'VRRP6 group' : 'VRRP group',
    [`${page} step 3`]: 'Remote backup service',
    [`${page} step 4`]: 'Remote backup profile',
    [`${page} step 5`]: 'The profile follows the group; multicast on its interface',
    [`${page} step 6`]: `Backup of ${service.toUpperCase()}`,
  };
}

const entity: Check = (value) =>
  /^\d{2}(?:\.[0-9A-F]{4}){0,6}(?:\.[0-9A-F]{4}){3}\.00$/.test(value)
    ? undefined
    : 'Give area, system id and 00, for example 49.0001.0000.0000.0001.00.';

/** The IS-IS network entity of each device. */
export function networkEntities(page: string): Parameter[] {
  return onEach((side) => ({
    id: `network-entity-${side}`,
    title: `IS-IS network entity of ${side === 'a' ? 'the master' : 'the backup'}`,
    type: 'name',
    spread: 'own',
    device: side,
    guide: `${page} step 1`,
    default: (answers) => {
      const first = answers['network-entity-a'];
      if (side === 'a' || first === undefined) return '49.0001.0000.0000.0001.00';
      return first.replace(
        /([0-9A-F]{4})\.00$/,
        (_, last: string) => `${((parseInt(last, 16) + 1) % 0x10000).toString(16).toUpperCase().padStart(4, '0')}.00`,
      );
    },
    check: (value, answers) =>
      entity(value, answers) ??
      (side === 'b' && value === answers['network-entity-a']
        ? 'Every router has a network entity of its own.'
        : undefined),
  }));
}

/**
 * Asks for the address of the rendezvous point (`static-rp`), which may be none of the addresses that were answered.
 */
export function rendezvousPointParameter(page: string, family: Family, offered: string): Parameter {
  return {
    id: 'static-rp',
    title: 'Address of the rendezvous point',
    type: family === 6 ? 'ipv6' : 'ipv4',
    spread: 'equal',
    guide: `${page} step 1`,
    default: () => offered,
    check: (value, answers) =>
      ownAddress([family])(value, answers) ??
      distinct(
        Object.entries(answers)
          .filter(([id]) => /(?:address-[ab]|virtual-ip)$/.test(id))
          .map(([, text]) => text),
      )(value, answers),
  };
}

/** The PIM view with its static RP; one that is elected does the same work on a device that is there already. */
export function rendezvousPointLines(answers: Answers, { pimView }: MulticastWords): PlacedLine[] {
  const head = pimView === 'pim-ipv6' ? 'pim-ipv6' : 'pim';
  return [
    line(head, ''),
    line(head, `static-rp ${answers['static-rp']}`, '^(?:static-rp|c-bsr|c-rp|embedded-rp|auto-rp)'),
  ];
}

/** IS-IS on every interface with an address of the family, PIM where multicast comes from. */
export function routing(answers: Answers, side: Side, { family, pim }: MulticastWords): PlacedLine[] {
  const users = `interface ${answers[`interface-${side}`]}`;
  const uplink = `interface ${answers[`uplink-${side}`]}`;
  const channel = `interface ${answers[`rbs-interface-${side}`]}`;
  const isChannelOfFamily = familyOf(answers[`rbs-address-${side}`]!) === family;
  const enable = family === 6 ? 'isis ipv6 enable' : 'isis enable';
  return [
    line('isis 1', ''),
    line('isis 1', `network-entity ${answers[`network-entity-${side}`]}`),
    ...(family === 6 ? [line('isis 1', 'ipv6 enable topology ipv6', '^ipv6 enable')] : []),
    ...[users, uplink, ...(isChannelOfFamily ? [channel] : [])].map((head) => line(head, `${enable} 1`, `^${enable}`)),
    line(uplink, pim),
    ...(isChannelOfFamily ? [line(channel, pim)] : []),
  ];
}
