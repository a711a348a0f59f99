// The way of packets that still come back to the device whose users have moved: over a direct link to the other device. Where the
// channel runs over such a link that one serves; a channel between loopbacks needs one beside it.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import { interfaceLines, memberLines, ofPeer, onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Side } from './scenario';
import { line, ofSite } from './steps';
import {
  all,
  anInterface,
  apartFrom,
  bare,
  distinct,
  familyOf,
  interfaceType,
  not,
  offering,
  ownPrefix,
  sameSubnet,
  sides,
  withVlan,
  type Check,
} from './values';

/** The channel is a direct link of IPv4, over which packets can be handed across. */
function channelIsLink(answers: Answers): boolean {
  return sides.every(
    (side) =>
      interfaceType(answers[`rbs-interface-${side}`] ?? '') !== 'loopback' &&
      familyOf(answers[`rbs-address-${side}`] ?? '') === 4,
  );
}

const freePort =
  (side: Side): Check =>
  (value, answers) => {
    const used = ['interface', 'uplink', 'rbs-interface'].map((id) => answers[`${id}-${side}`] ?? '');
    return used.some((text) => mainInterfaceKey(interfaceKey(text)) === mainInterfaceKey(interfaceKey(value)))
      ? 'This port has another use already: take a link of its own.'
      : undefined;
  };

const freeAddress =
  (side: Side): Check =>
  (value, answers) => {
    const taken = ['address-a', 'uplink-address-a', 'uplink-address-b', 'rbs-address-a', 'rbs-address-b'];
    const problem =
      ownPrefix([4], { 4: 31, 6: 127 })(value, answers) ??
      apartFrom(taken.flatMap((id) => answers[id] ?? []))(value, answers);
    if (problem !== undefined || side === 'a') return problem;
    const peer = ofPeer(answers, 'protect-address', side);
    if (!sameSubnet(value, peer)) return `The two ends of a link stand in one subnet: that of ${peer}.`;
    return distinct([peer])(value, answers);
  };

/** `wanted`: false where the pools are such that nothing has to be handed across. */
export function protectionParameters(guide: string, wanted: (answers: Answers) => boolean): Parameter[] {
  const where = { a: 'the master', b: 'the backup' };
  const asked = (answers: Answers) => wanted(answers) && !channelIsLink(answers);
  return [
    ...onEach((side) =>
      offering(
        {
          id: `protect-interface-${side}`,
          title: `Interface of ${where[side]} on a direct link to the other device`,
          type: 'interface',
          spread: 'own',
          device: side,
          guide,
          asked,
          check: all(anInterface, withVlan, not(['loopback', 'null', 'tunnel'], 'Give a link.'), freePort(side)),
        },
        () => ['GigabitEthernet0/1/6', 'GigabitEthernet0/1/7', 'GigabitEthernet0/1/16', 'GigabitEthernet0/1/17'],
      ),
    ),
    ...onEach((side) =>
      offering(
        {
          id: `protect-address-${side}`,
          title: `Address of ${where[side]} on that link, with prefix length`,
          type: 'ipv4-prefix',
          spread: 'mirrored',
          device: side,
          guide,
          asked,
          check: freeAddress(side),
        },
        (answers) => {
          if (side === 'a') return ['10.0.40.1/30', '10.0.41.1/30', '10.0.42.1/30', '10.0.43.1/30'];
          const peer = answers['protect-address-a'] ?? '';
          return [1, -1].map((step) => neighbour(peer, step));
        },
      ),
    ),
  ];
}

/** The `protect` line of one device, with the link where it is one beside the channel. */
export function protectionLines(answers: Answers, side: Side, service: string): PlacedLine[] {
  const id = channelIsLink(answers) ? 'rbs' : 'protect';
  const port = answers[`${id}-interface-${side}`];
  const peer = bare(ofPeer(answers, `${id}-address`, side));
  if (port === undefined || peer === '') return [];
  const link =
    id === 'rbs'
      ? []
      : [
          ...ofSite(
            interfaceLines(port, answers[`${id}-address-${side}`]!, `protection by ${ofPeer(answers, 'device', side)}`),
          ),
          ...memberLines(answers, 'protect-interface', side),
        ];
  return [...link, line(service, `protect redirect ip-nexthop ${peer} interface ${port}`, '^protect ')];
}

/** `10.0.40.1/30` and 1: `10.0.40.2/30`. */
function neighbour(address: string, step: number): string {
  const end = address.indexOf('/');
  const start = address.lastIndexOf('.') + 1;
  if (end < 0) return address;
  return `${address.slice(0, start)}${Number(address.slice(start, end)) + step}${address.slice(end)}`;
}
