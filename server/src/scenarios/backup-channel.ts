// The remote backup service, one TCP channel between the two devices, and the remote backup profile that says which service
// goes over it and which group tells its role.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import { withoutEnd } from '../text/line-ends';
import { interfaceLines, memberLines, ofPeer, onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Side, Step } from './scenario';
import { cited, line, local, ofSite, onSides, shared } from './steps';
import {
  all,
  anInterface,
  apartFrom,
  bare,
  distinct,
  familyOf,
  interfaceType,
  name,
  not,
  number,
  offering,
  ownPrefix,
  sameSubnet,
  withVlan,
  type Check,
} from './values';
import { onUsers } from './virtual-router';

const defaults = {
  4: ['10.0.0.1/30', '10.0.1.1/30', '10.0.2.1/30', '10.0.3.1/30'],
  6: ['2001:DB8:10::1/64', '2001:DB8:11::1/64', '2001:DB8:12::1/64', '2001:DB8:13::1/64'],
} as const;

const isLoopback = (answers: Answers, side: Side) =>
  interfaceType(answers[`rbs-interface-${side}`] ?? '') === 'loopback';

/** The channel is no link of its own: its ends have to be routed. */
const onLoopback = (answers: Answers) => isLoopback(answers, 'a') || isLoopback(answers, 'b');

/** What of the pair is answered and lies beside the channel. */
function others(answers: Answers): string[] {
  return [...onUsers(answers), ...['uplink-address-a', 'uplink-address-b'].flatMap((id) => answers[id] ?? [])];
}

/**
 * `family`: of the addresses that are offered on a link; `routed`: of the uplinks, over which loopbacks reach each other; `first`:
 * where the ends are offered.
 */
export function channelParameters(
  page: string,
  family: 4 | 6,
  routed: 4 | 6,
  first: 'link' | 'loopback' = 'link',
): Parameter[] {
  const where = { a: 'the master', b: 'the backup' };
  const isRouted: Check = (value, answers) =>
    onLoopback(answers) && familyOf(value) !== routed
      ? `The uplinks lead to a loopback over IPv${routed} only: give an IPv${routed} address, or a link between the devices.`
      : undefined;
  const fits =
    (side: Side): Check =>
    (value, answers) => {
      const loopback = isLoopback(answers, side);
      const problem =
        ownPrefix([4, 6], loopback ? { 4: 32, 6: 128 } : { 4: 31, 6: 127 })(value, answers) ??
        apartFrom(others(answers))(value, answers);
      if (problem !== undefined || side === 'a') return problem;
      const peer = ofPeer(answers, 'rbs-address', side);
      if (familyOf(value) !== familyOf(peer)) return `Both ends speak one protocol: the master's is ${bare(peer)}.`;
      if (!loopback && !isLoopback(answers, 'a') && !sameSubnet(value, peer))
        return `The two ends of a link stand in one subnet: that of ${peer}.`;
      return distinct([peer])(value, answers);
    };
  return [
    ...onEach((side) =>
      offering(
        {
          id: `rbs-interface-${side}`,
          title: `Interface of ${where[side]} that has the address of the backup channel`,
          type: 'interface',
          spread: 'own',
          device: side,
          guide: cited(page, 'channel'),
          check: all(anInterface, withVlan, not(['null'], 'This interface has no address.'), (value, answers) => {
            const used = [answers[`interface-${side}`], answers[`uplink-${side}`]].flatMap((text) =>
              text === undefined ? [] : mainInterfaceKey(interfaceKey(text)),
            );
            return used.includes(mainInterfaceKey(interfaceKey(value)))
              ? 'Users or the uplink are on this port; take a link of its own or a loopback.'
              : undefined;
          }),
        },
        (answers) => [
          ...(side === 'b' && answers['rbs-interface-a'] ? [answers['rbs-interface-a']] : []),
          ...(first === 'loopback' ? ['LoopBack0'] : []),
          'GigabitEthernet0/1/1',
          'GigabitEthernet0/1/5',
          'GigabitEthernet0/1/6',
          'GigabitEthernet0/1/7',
        ],
      ),
    ),
    ...onEach((side) =>
      offering(
        {
          id: `rbs-address-${side}`,
          title: `Address of ${where[side]} for the backup channel, with prefix length`,
          type: 'prefix',
          spread: 'mirrored',
          device: side,
          guide: cited(page, 'channel'),
          check: fits(side),
          checkNew: isRouted,
        },
        (answers) => {
          if (side === 'a')
            return isLoopback(answers, 'a')
              ? defaults[routed].map((item) => `${bare(item)}/${routed === 4 ? 32 : 128}`)
              : defaults[onLoopback(answers) ? routed : family];
          const peer = answers['rbs-address-a'] ?? defaults[family][0];
          return neighbours(peer, isLoopback(answers, 'b'), isLoopback(answers, 'a'));
        },
      ),
    ),
    {
      id: 'port',
      title: 'TCP port of the backup channel',
      type: 'number',
      spread: 'equal',
      guide: cited(page, 'channel'),
      default: () => '1025',
      check: number(1024, 55535),
    },
    {
      id: 'rbs',
      title: 'Name of the remote backup service',
      type: 'name',
      spread: 'equal',
      guide: cited(page, 'rbs'),
      default: () => 'service1',
      check: name(32),
    },
    {
      id: 'rbp',
      title: 'Name of the remote backup profile',
      type: 'name',
      spread: 'equal',
      guide: cited(page, 'rbp'),
      default: () => 'profile1',
      check: name(128),
    },
    {
      id: 'backup-id',
      title: 'Backup-id of the profile, the same on both devices',
      type: 'number',
      spread: 'equal',
      guide: cited(page, 'backup-id'),
      default: () => '10',
      check: number(1, 4095),
    },
  ];
}

/** Addresses beside one: in its subnet where the two ends share a link. */
function neighbours(text: string, loopback: boolean, oneIsLoopback: boolean): string[] {
  const length = text.split('/')[1]!;
  const host = bare(text);
  const last = host.slice(withoutEnd(host, (text) => /[0-9A-F]/i.test(text)).length);
  const v6 = host.includes(':');
  const value = parseInt(last === '' ? '0' : last, v6 ? 16 : 10);
  const own = lengthBesideLoopback(v6, loopback, oneIsLoopback) ?? length;
  return [value + 1, value - 1, value + 2, value + 5]
    .filter((next) => next > 0 && next < (v6 ? 0xffff : 255))
    .map((next) => `${host.slice(0, host.length - last.length)}${v6 ? next.toString(16).toUpperCase() : next}/${own}`);
}

/** A loopback is one host; across from a loopback lies a link of its own. */
function lengthBesideLoopback(v6: boolean, loopback: boolean, oneIsLoopback: boolean): string | undefined {
  if (loopback) return v6 ? '128' : '32';
  if (oneIsLoopback) return v6 ? '64' : '30';
  return undefined;
}

const areaInterface = { 4: 'ospf enable 1 area 0.0.0.0', 6: 'ospfv3 1 area 0.0.0.0' } as const;

/**
 * Where an end is a loopback: a routing process of its family on it and on the uplink, so that the other device finds it. OSPF
 * takes its router ID from the loopback; OSPFv3 has none before it is told one.
 */
function routingLines(answers: Answers, side: Side): PlacedLine[] {
  const family = familyOf(answers[`rbs-address-${side}`] ?? '') ?? 4;
  const uplink = answers[`uplink-address-${side}`];
  if (!onLoopback(answers) || uplink === undefined || familyOf(uplink) !== family) return [];
  const process = family === 4 ? 'ospf 1' : 'ospfv3 1';
  return ofSite([
    ...(family === 4 ? [] : [line(process, `router-id ${side === 'a' ? '10.255.255.1' : '10.255.255.2'}`)]),
    line(process, 'area 0.0.0.0'),
    ...['rbs-interface', 'uplink'].map((id) => line(`interface ${answers[`${id}-${side}`]}`, areaInterface[family])),
  ]);
}

/** What shows the backup service and the profile, on either device. */
export function backupDisplays(answers: Answers): string[] {
  return [`display remote-backup-service ${answers.rbs}`, `display remote-backup-profile ${answers.rbp}`];
}

/** `process`: the page has a routing process of its own, which the channel uses. */
export function channelSteps(answers: Answers, page: string, process?: 'of the page'): Step[] {
  const head = (side: Side) => `remote-backup-service ${local(answers, 'rbs', side)}`;
  const make = (side: Side): PlacedLine[] => {
    const [source, peer] = [bare(answers[`rbs-address-${side}`]!), bare(ofPeer(answers, 'rbs-address', side))];
    const isIpv6 = familyOf(source) === 6;
    return [
      ...ofSite(
        interfaceLines(
          answers[`rbs-interface-${side}`]!,
          answers[`rbs-address-${side}`]!,
          `backup channel to ${ofPeer(answers, 'device', side)}`,
        ),
      ),
      ...memberLines(answers, 'rbs-interface', side),
      ...(process === undefined ? routingLines(answers, side) : []),
      line(
        head(side),
        isIpv6
          ? `peer-ipv6 ${peer} source-ipv6 ${source} port ${answers.port}`
          : `peer ${peer} source ${source} port ${answers.port}`,
        '^peer(?:-ipv6)? ',
      ),
    ];
  };
  return [
    shared(
      page,
      'rbs',
      'Remote backup service',
      onSides((side) => [line(head(side), '')]),
    ),
    shared(page, 'channel', 'The two ends of the channel', onSides(make)),
  ];
}

/** `follows`: the profile takes its role from a VRRP6 group, or from a VRRP group. */
export function profileSteps(answers: Answers, page: string, follows: 4 | 6, service: string): Step[] {
  const word = follows === 6 ? 'vrrp6-id' : 'vrrp-id';
  return profileStepsOver(
    answers,
    page,
    service,
    (side) => `${word} ${answers.vrid} interface ${answers[`interface-${side}`]}`,
  );
}

/** `roleOf`: the line by which the profile takes its role. */
export function profileStepsOver(
  answers: Answers,
  page: string,
  service: string,
  roleOf: (side: Side) => string,
): Step[] {
  const head = (side: Side) => `remote-backup-profile ${local(answers, 'rbp', side)}`;
  const onBoth = (text: string, or?: string) => onSides((side) => [line(head(side), text, or)]);
  const role = (side: Side) => [line(head(side), roleOf(side), '^(?:vrrp6?-id|e-trunk) ')];
  return [
    shared(page, 'rbp', 'Remote backup profile', onBoth('')),
    // Every page types it, though hot holds without the line: a profile that is there need not say it.
    shared(
      page,
      'mode',
      'Backup mode',
      onSides((side) => [{ ...line(head(side), 'peer-backup hot', '^peer-backup '), isDefault: true }]),
    ),
    shared(page, 'role', 'Where the role comes from', onSides(role)),
    shared(
      page,
      'backup-id',
      'Backup-id and service',
      onSides((side) => [
        line(
          head(side),
          `backup-id ${answers['backup-id']} remote-backup-service ${local(answers, 'rbs', side)}`,
          '^backup-id ',
        ),
      ]),
    ),
    shared(page, 'service', `Backup of ${service}`, onBoth(`service-type ${service}`, `^service-type ${service}$`)),
  ];
}
