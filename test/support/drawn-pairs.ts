// Pairs as nobody would write them: those of the project, what scenarios write and small ones, each with a few changes
// (drawn-changes.ts). A seed gives them, so that what the program answers can be recorded.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scaffold } from '../../server/src/scenarios/scaffold';
import { scenario } from '../../server/src/scenarios/index';
import { randomOf, type Random } from '../lab/random';
import { root, type NamedText } from './check-text';
import { changed } from './drawn-changes';
import { deviceText } from './failover-pairs';
import { eTrunkDeviceText } from './e-trunk-pairs';
import { variants } from './scenario-answers';
import { configurationsIn } from './spoilt-pairs';

/** Two files, and by what they are known. */
export interface NamedPair {
  readonly title: string;
  readonly files: readonly NamedText[];
}

/** A pair and numbers of its own for what is asked of it. */
export interface DrawnPair {
  readonly files: readonly NamedText[];
  readonly random: Random;
}

/** What is drawn from. */
export function basePairs(): NamedPair[] {
  const ofFolders = ['examples', 'test/pairs'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => ({ title: `${folder}/${name}`, files: configurationsIn(`${folder}/${name}`) })),
  );
  const ofScenarios = variants.map(({ scenario: id, given }) => ({
    title: `scenario ${id} ${JSON.stringify(given)}`,
    files: scaffold(scenario(id)!, given).files.map(({ name, text }) => ({ name, text })),
  }));
  return [...ofFolders.filter(({ files }) => files.length === 2), ...ofScenarios, ...smallPairs];
}

const uplink = 'GigabitEthernet0/1/2';
const watching = (own: 1 | 2) => [
  'bfd',
  `bfd p bind peer-ip 10.9.0.${3 - own} interface GigabitEthernet0/1/0\n discriminator local 3`,
];

/** Pairs in which each line counts, each near another turn of the rehearsal. */
const smallPairs: readonly NamedPair[] = [
  small('a group of VRRP', (name, own) =>
    deviceText({ name, own, family: 4, group: [`priority ${200 - 40 * own}`], firstPacket: 'default' }),
  ),
  small('a group of VRRP6', (name, own) => deviceText({ name, own, group: [`priority ${200 - 40 * own}`] })),
  small('a group of which nobody is preferred', (name, own) =>
    deviceText({ name, own, group: ['preempt-mode disable', `track ipv6 interface ${uplink} reduced 30`] }),
  ),
  small('a group with other timers on either device', (name, own) =>
    deviceText({
      name,
      own,
      group: [`priority ${100 + own}`, `timer advertise ${own * 200}`, `preempt-mode timer delay ${own * 20}`],
      access: [`vrrp6 recover-delay ${own * 5}`],
      system: ['vrrp timer-advertise learning disable'],
    }),
  ),
  small('a group that a BFD session watches', (name, own) =>
    deviceText({
      name,
      own,
      family: 4,
      service: 'dhcpv6-relay',
      group: [`priority ${200 - 40 * own}`, `track bfd-session 3 ${own === 1 ? 'link' : 'peer'}`],
      system: watching(own),
    }),
  ),
  small('a group that follows another', (name, own) =>
    deviceText({
      name,
      own,
      family: 4,
      service: 'arp',
      group: [`priority ${200 - 40 * own}`, `track interface ${uplink} reduced 60`, 'preempt-mode timer delay 30'],
      access: ['admin-vrrp vrid 1 ignore-if-down'],
      rest: [
        'interface GigabitEthernet0/1/3',
        ` ip address 10.6.0.${own} 255.255.255.0`,
        ' vrrp vrid 2 virtual-ip 10.6.0.99',
        ' vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1',
        '#',
      ],
    }),
  ),
  small('an E-Trunk', (name, own) => eTrunkDeviceText({ name, own })),
  small('an E-Trunk over the direct link', (name, own) =>
    eTrunkDeviceText({ name, own, over: 'link', trunk: own === 1 ? [] : ['e-trunk mode force-backup'] }),
  ),
  small('an E-Trunk of which nobody is preferred', (name, own) =>
    eTrunkDeviceText({ name, own, eTrunk: ['priority 10'] }),
  ),
  small('an E-Trunk that a BFD session watches', (name, own) =>
    eTrunkDeviceText({
      name,
      own,
      eTrunk: [`priority ${own * 10}`, 'e-trunk track bfd-session session-name p', 'timer revert delay 30'],
      system: watching(own),
    }),
  ),
  small('an E-Trunk of which both devices forward', (name, own) =>
    eTrunkDeviceText({
      name,
      own,
      trunk: ['e-trunk mode force-master'],
      eTrunk: [`priority ${own * 10}`, 'revert disable'],
    }),
  ),
];

function small(title: string, textOf: (name: string, own: 1 | 2) => string): NamedPair {
  return {
    title,
    files: [
      { name: 'A.cfg', text: textOf('DeviceA', 1) },
      { name: 'B.cfg', text: textOf('DeviceB', 2) },
    ],
  };
}

/** So many pairs that are drawn from this one; the first is the pair itself. */
export function drawnFrom({ title, files }: NamedPair, count: number): DrawnPair[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomOf(seedOf(title) + index);
    return { random, files: index === 0 ? files : changed(files, random) };
  });
}

function seedOf(title: string): number {
  return [...title].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0, 7);
}
