// What a scenario over an E-Trunk asks: the halves of the Eth-Trunk, their addresses, the E-Trunk and who is meant to be master.
import type { Family } from '../model/address';
import type { Answers, Parameter } from './scenario';
import { onEach } from './devices';
import {
  all,
  anInterface,
  choice,
  distinct,
  hostsOf,
  interfaceType,
  number,
  offering,
  ownPrefix,
  sameSubnet,
  subNumber,
  withVlan,
} from './values';

const where = { a: 'the master', b: 'the backup' } as const;
const offeredAddress = { 4: '10.0.50.1/24', 6: '2001:DB8:50::1/64' } as const;

/** `Eth-Trunk1.50` stands on `Eth-Trunk1`, which is the member of the E-Trunk. */
export function trunkOf(name: string): string {
  return name.split('.')[0]!;
}

/** `gateway`: both devices are the users' gateway and have one address; else each has an address of its own. */
export function eTrunkParameters(page: string, family: Family, activeActive: boolean, gateway: boolean): Parameter[] {
  return [
    ...onEach((side) => interfaceParameter(page, side)),
    vlanParameter(page),
    ...onEach((side) => addressParameter(page, family, gateway, side)),
    ...trunkParameters(page),
    {
      id: 'active-active',
      title: 'Both devices forward at any time',
      type: 'choice',
      choices: ['yes', 'no'],
      spread: 'equal',
      guide: `${page} step 3`,
      default: () => (activeActive ? 'yes' : 'no'),
      check: choice(['yes', 'no']),
    },
  ];
}

/** The sub-interface by which each device takes the frames of its users in: it has no address. */
export function circuitParameters(page: string): Parameter[] {
  return [
    ...onEach((side) => {
      const parameter = interfaceParameter(page, side, 'Eth-Trunk1.100');
      return {
        ...parameter,
        title: `Sub-interface of the Eth-Trunk of ${where[side]} towards the users, their access circuit`,
        check: all(parameter.check, (value) =>
          subNumber(value) === undefined
            ? 'An access circuit is a sub-interface: give one, such as Eth-Trunk1.100.'
            : undefined,
        ),
      };
    }),
    vlanParameter(page),
    ...trunkParameters(page),
  ];
}

/** The E-Trunk itself, and what the switch below sees of it. */
function trunkParameters(page: string): Parameter[] {
  return [
    {
      id: 'e-trunk',
      title: 'Number of the E-Trunk',
      type: 'number',
      spread: 'equal',
      guide: `${page} step 2`,
      default: () => '1',
      check: number(1, 16),
    },
    ...priorityParameters(page),
    {
      id: 'lacp-system-id',
      title: 'LACP system ID that both devices show',
      type: 'name',
      spread: 'equal',
      guide: `${page} step 3`,
      default: () => '00e0-fc00-0001',
      check: (value) =>
        /^(?:[0-9a-f]{1,4}-){2}[0-9a-f]{1,4}$/i.test(value) && /[1-9a-f]/i.test(value)
          ? undefined
          : 'Give a MAC address such as 00e0-fc00-0001.',
    },
  ];
}

function interfaceParameter(page: string, side: 'a' | 'b', offered = 'Eth-Trunk1'): Parameter {
  return offering(
    {
      id: `interface-${side}`,
      title: `Eth-Trunk of ${where[side]} towards the users, or its sub-interface`,
      type: 'interface',
      spread: 'own',
      device: side,
      guide: `${page} step 1`,
      check: all(anInterface, withVlan, (value) =>
        interfaceType(value) === 'eth-trunk' ? undefined : 'An E-Trunk ties Eth-Trunks together: give one.',
      ),
    },
    (answers) => [side === 'b' && answers['interface-a'] ? answers['interface-a'] : offered],
  );
}

function vlanParameter(page: string): Parameter {
  const subs = (answers: Answers) =>
    [answers['interface-a'], answers['interface-b']].flatMap((text) =>
      text === undefined ? [] : (subNumber(text) ?? []),
    );
  return {
    id: 'vlan',
    title: 'VLAN of the interface',
    type: 'number',
    spread: 'equal',
    guide: `${page} step 1`,
    asked: (answers) => subs(answers).length > 0,
    default: (answers) => String(subs(answers).find((sub) => sub >= 1 && sub <= 4094) ?? 100),
    check: number(1, 4094),
  };
}

function addressParameter(page: string, family: Family, gateway: boolean, side: 'a' | 'b'): Parameter {
  return offering(
    {
      id: `address-${side}`,
      title: gateway
        ? `Address of ${where[side]}, the users' gateway, with prefix length`
        : `Address of ${where[side]}, with prefix length`,
      type: family === 6 ? 'ipv6-prefix' : 'ipv4-prefix',
      spread: gateway ? 'equal' : 'own',
      device: side,
      guide: `${page} step 1`,
      check: all(ownPrefix([family], { 4: 29, 6: 125 }), (value, answers) => {
        const first = side === 'b' ? answers['address-a'] : undefined;
        if (first === undefined) return undefined;
        if (!sameSubnet(value, first)) return `Both devices stand in one subnet: that of ${first}.`;
        if (gateway) return value === first ? undefined : `Both devices are one gateway: ${first}.`;
        return distinct([first])(value, answers);
      }),
    },
    (answers) => {
      const first = answers['address-a'];
      if (side === 'a' || first === undefined) return [offeredAddress[family]];
      return gateway ? [first] : hostsOf(first).map((host) => `${host}/${first.split('/')[1]}`);
    },
  );
}

/** The lower one is master. */
function priorityParameters(page: string): Parameter[] {
  const parameter = (side: 'a' | 'b') => ({
    id: `e-trunk-priority-${side}`,
    title: `Priority of ${where[side]} in the E-Trunk: the lower one leads`,
    type: 'number' as const,
    spread: 'role' as const,
    device: side,
    guide: `${page} step 2`,
  });
  return [
    {
      ...parameter('a'),
      default: () => '10',
      check: all(number(1, 253), (value) =>
        value === '100' ? '100 is the default and makes no master: give another.' : undefined,
      ),
    },
    offering(
      {
        ...parameter('b'),
        check: all(number(2, 254), (value, answers) => {
          if (value === '100') return '100 is what holds without the line: give another.';
          return Number(value) > Number(answers['e-trunk-priority-a'] ?? 1)
            ? undefined
            : `It has to be higher than the master's ${answers['e-trunk-priority-a']}.`;
        }),
      },
      (answers) => ['20', String(Math.min(254, Number(answers['e-trunk-priority-a'] ?? 10) + 10)), '254'],
    ),
  ];
}
