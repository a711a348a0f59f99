// The names of the two devices, which become file names: whatever is answered, the file stays in its folder.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import type { Answers, Parameter, PlacedLine, Side } from './scenario';
import { all, familyOf, isPhysical, mask, name, subNumber, type Check } from './values';
import { line, ofSite } from './steps';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

const fileName: Check = (value) => {
  if (reserved.test(value)) return 'Windows keeps this name for itself, and it becomes the name of a file.';
  return value.endsWith('.') ? 'It becomes the name of a file and may not end in a dot.' : undefined;
};

// `.cfg` goes behind it, and most file systems take 255 characters.
const deviceName = all(name(240), fileName);

/**
 * Asks for the names of both devices, `device-a` that of the intended master; each becomes the name of a file. `page`
 * is the page of the guide.
 */
export const deviceNames = (page: string): readonly Parameter[] => [
  {
    id: 'device-a',
    title: 'Name of the master',
    type: 'name',
    spread: 'own',
    device: 'a',
    guide: `${page} context`,
    default: () => 'DeviceA',
    check: deviceName,
  },
  {
    id: 'device-b',
    title: 'Name of the backup',
    type: 'name',
    spread: 'own',
    device: 'b',
    guide: `${page} context`,
    default: (answers) => (answers['device-a']?.toLowerCase() === 'deviceb' ? 'DeviceA' : 'DeviceB'),
    check: all(deviceName, (value, answers) =>
      value.toLowerCase() === answers['device-a']?.toLowerCase() ? 'The two devices need different names.' : undefined,
    ),
  },
];

/** An interface with an address, as the device needs it before anything else can be typed there. */
export function interfaceLines(
  name: string,
  address: string,
  description: string,
  vlan = subNumber(name),
): PlacedLine[] {
  const head = `interface ${name}`;
  const main =
    mainInterfaceKey(interfaceKey(name)) === interfaceKey(name) ? undefined : name.slice(0, name.lastIndexOf('.'));
  return [
    ...ofSite([
      ...(main === undefined ? [] : [line(`interface ${main}`, '')]),
      ...(main !== undefined && isPhysical(main) ? [line(`interface ${main}`, 'undo shutdown')] : []),
      line(head, `description ${description}`),
      ...(isPhysical(name) ? [line(head, 'undo shutdown')] : []),
      ...(main === undefined ? [] : [line(head, `vlan-type dot1q ${vlan}`)]),
    ]),
    line(head, ''),
    ...addressLines(head, address),
  ];
}

const roles = [
  'interface',
  'uplink',
  'rbs-interface',
  'users-interface',
  'protect-interface',
  'board-interface',
  'second-interface',
  'management-interface',
] as const;

/** A port for the trunk that has this role: a trunk without a member never comes up. The port is free among the answers. */
export function memberLines(answers: Answers, role: (typeof roles)[number], side: Side): PlacedLine[] {
  const name = answers[`${role}-${side}`] ?? '';
  const number = /^Eth-Trunk(\d+)(?:\.\d+)?$/.exec(name)?.[1];
  if (number === undefined) return [];
  const head = `interface ${memberPort(answers, role, side)}`;
  const lines = [line(head, 'undo shutdown'), line(head, `eth-trunk ${number}`)];
  return ofSite(lines).map((placed) => ({ ...placed, completes: `interface Eth-Trunk${number}` }));
}

/** Counts up from port 8, so that the trunks of one device get ports of their own. */
function memberPort(answers: Answers, role: (typeof roles)[number], side: Side): string {
  const taken = new Set(roles.map((role) => mainInterfaceKey(interfaceKey(answers[`${role}-${side}`] ?? ''))));
  const free = Array.from({ length: 2 * roles.length }, (_, index) => `GigabitEthernet0/1/${8 + index}`).filter(
    (port) => !taken.has(interfaceKey(port)),
  );
  return free[roles.indexOf(role)]!;
}

/**
 * The lines that give an interface an address. `head` opens the section of the interface; `address` has its prefix
 * length, `10.0.0.1/24`.
 */
export function addressLines(head: string, address: string): PlacedLine[] {
  return familyOf(address) === 4
    ? [line(head, `ip address ${address.split('/')[0]} ${mask(address)}`)]
    : [line(head, 'ipv6 enable'), line(head, `ipv6 address ${address}`, '^ipv6 address (?!.*link-local$)')];
}

/** A parameter for each device. */
export function onEach(make: (side: Side) => Parameter): Parameter[] {
  return [make('a'), make('b')];
}

/** The other device's answer to the same question. */
export function ofPeer(answers: Answers, id: string, side: Side): string {
  return answers[`${id}-${side === 'a' ? 'b' : 'a'}`] ?? '';
}
