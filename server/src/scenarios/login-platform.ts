// What BRAS and L2TP users have in common, one page as the other: a group on a sub-interface of the users' port, the channel with
// the uplink that it watches, the profile with the NAS, the users and their routes.
import { backupDisplays, channelParameters, channelSteps, profileSteps } from './backup-channel';
import { loginUsersLines, loginUsersParameters, nasLines } from './login-users';
import type { Answers, Parameter, PlacedLine, Side, Step } from './scenario';
import { line, local, ofSite, onSides, own, shared } from './steps';
import { interfaceType } from './values';
import { routerParameters, routerSteps, type RouterOptions } from './virtual-router';

/** The page of the guide, and the preempt delay in seconds (`RouterOptions`). */
export interface LoginOptions {
  readonly page: string;
  readonly delay: RouterOptions['delay'];
}

/** Asks for group, channel, users and NAS of devices whose users log in. */
export function loginParameters({ page, delay }: LoginOptions): Parameter[] {
  return [
    ...routerParameters(routerOptions({ page, delay })),
    ...channelParameters(page, 4, 4),
    ...loginUsersParameters(page),
  ];
}

/**
 * The virtual router of devices whose users log in: IPv4, on a sub-interface beside theirs (`control`), with an uplink.
 */
export function routerOptions({ page, delay }: LoginOptions): RouterOptions {
  return { page, delay, service: 4, group: 4, uplink: true, side: 'control' };
}

/** Group, channel and profile. `recoverDelay`: seconds that the group waits after its interface has come up. */
export function platformSteps(answers: Answers, options: LoginOptions, recoverDelay: number): Step[] {
  const { page } = options;
  const profile = (side: Side) => profileHead(answers, side);
  return [
    ...routerSteps(answers, routerOptions(options)),
    own(
      `${page} step 1.8`,
      'Delay of a device that recovers',
      onSides((side) => [
        line(`interface ${answers[`interface-${side}`]}`, `vrrp recover-delay ${recoverDelay}`, '^vrrp recover-delay '),
      ]),
      { optional: true },
    ),
    ...channelSteps(answers, page, 'of the page'),
    own(
      `${page} step 2.3`,
      'The uplink that the channel watches',
      onSides((side) => [line(serviceHead(answers, side), `track interface ${answers[`uplink-${side}`]}`, '^track ')]),
      { optional: true },
    ),
    ...profileSteps(answers, page, 4, 'bras'),
    own(
      `${page} step 3.7`,
      'One NAS for RADIUS',
      onSides((side) => nasLines(answers, profile(side))),
    ),
  ];
}

/** The users' sub-interfaces, and the profile on them. */
export function usersSteps(answers: Answers, { page }: LoginOptions): Step[] {
  return [
    own(
      `${page} step 6.2`,
      'Sub-interface of the users',
      onSides((side) => loginUsersLines(answers, side)),
    ),
    shared(
      page,
      'binding',
      'The profile on the sub-interface of the users',
      onSides((side) => [
        line(`interface ${answers[`users-interface-${side}`]}`, `remote-backup-profile ${local(answers, 'rbp', side)}`),
      ]),
    ),
  ];
}

/** OSPF over the uplink, and over the loopback of the channel; `lines` say what it announces. All of it is the site's own. */
export function routeLines(answers: Answers, side: Side, lines: readonly string[]): PlacedLine[] {
  const channel = answers[`rbs-interface-${side}`] ?? '';
  const ports = [answers[`uplink-${side}`], ...(interfaceType(channel) === 'loopback' ? [channel] : [])];
  return ofSite([
    ...lines.map((text): PlacedLine => ({ ...line('ospf 1', text), joins: true })),
    line('ospf 1', 'area 0.0.0.0'),
    ...ports.map((port) => line(`interface ${port}`, 'ospf enable 1 area 0.0.0.0')),
  ]);
}

/** The line that opens the section of the device's RBS. */
export function serviceHead(answers: Answers, side: Side): string {
  return `remote-backup-service ${local(answers, 'rbs', side)}`;
}

/** The line that opens the section of the device's RBP. */
export function profileHead(answers: Answers, side: Side): string {
  return `remote-backup-profile ${local(answers, 'rbp', side)}`;
}

/** What shows whether users who log in are backed up. */
export function loginDisplays(answers: Answers): string[] {
  return ['display vrrp verbose', ...backupDisplays(answers), 'display backup-user'];
}
