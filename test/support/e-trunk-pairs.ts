// Pairs whose roles come from an E-Trunk, written from a few choices and read by the real model.
import type { Pair } from '../../server/src/model/pairing/pair';
import { pairFrom } from './failover-pairs';

/** One device; what is given replaces the lines of a pair that is right. */
export interface ETrunkDevice {
  readonly name: string;
  readonly own: 1 | 2;
  readonly service?: string;
  /** Lines of the E-Trunk besides its addresses. */
  readonly eTrunk?: readonly string[];
  readonly peer?: string;
  /** Lines of the Eth-Trunk besides its address and its membership. */
  readonly trunk?: readonly string[];
  readonly port?: number;
  /** Lines of the system view. */
  readonly system?: readonly string[];
  /** Where the ends of E-Trunk and channel stand: loopbacks, or the direct link between the devices. */
  readonly over?: 'loopback' | 'link';
  readonly rest?: readonly string[];
}

export function eTrunkDeviceText({
  name,
  own,
  service = 'igmp',
  eTrunk = [`priority ${own * 10}`],
  peer = `peer-address 10.9.0.${3 - own} source-address 10.9.0.${own}`,
  trunk = [],
  system = [],
  over = 'loopback',
  rest = [],
}: ETrunkDevice): string {
  const end =
    over === 'loopback'
      ? ['interface LoopBack0', '255.255.255.255']
      : ['interface GigabitEthernet0/1/9', '255.255.255.0'];
  return [
    '#',
    `sysname ${name}`,
    '#',
    ...system.flatMap((line) => [line, '#']),
    'multicast routing-enable',
    '#',
    'lacp e-trunk system-id 00e0-fc00-0009',
    '#',
    'e-trunk 1',
    ...eTrunk.map((line) => ` ${line}`),
    ` ${peer}`,
    '#',
    'remote-backup-service s1',
    ` peer 10.9.0.${3 - own} source 10.9.0.${own} port 6001`,
    '#',
    'remote-backup-profile p1',
    ` service-type ${service}`,
    ' backup-id 7 remote-backup-service s1',
    ' peer-backup hot',
    ' e-trunk 1 eth-trunk 10',
    '#',
    'interface Eth-Trunk10',
    ` ip address 10.5.0.${own} 255.255.255.0`,
    ' pim sm',
    ' igmp enable',
    ' mode lacp-static',
    ' e-trunk 1',
    ...trunk.map((line) => ` ${line}`),
    ' remote-backup-profile p1',
    '#',
    'interface GigabitEthernet0/1/2',
    ` ip address 10.${40 + own}.0.1 255.255.255.0`,
    ' pim sm',
    '#',
    end[0]!,
    ` ip address 10.9.0.${own} ${end[1]!}`,
    '#',
    'ospf 1',
    ' area 0.0.0.0',
    `  network 10.9.0.${own} 0.0.0.0`,
    `  network 10.${40 + own}.0.0 0.0.0.255`,
    '#',
    ...rest,
    'return',
    '',
  ].join('\n');
}

/** DeviceA and DeviceB; A is meant to be master unless the choices say otherwise. */
export function eTrunkPairOf(a: Partial<ETrunkDevice> = {}, b: Partial<ETrunkDevice> = {}): Promise<Pair> {
  return pairFrom([
    { name: 'A.cfg', text: eTrunkDeviceText({ name: 'DeviceA', own: 1, ...a }) },
    { name: 'B.cfg', text: eTrunkDeviceText({ name: 'DeviceB', own: 2, ...b }) },
  ]);
}
