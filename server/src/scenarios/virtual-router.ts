// The VRRP or VRRP6 group that decides who is master: its interface and addresses on both devices, and its lines. The master
// waits before it takes the role back, the backup does not, and an uplink that fails costs more than the gap of the priorities.
import { address as parsed, isLinkLocal, type Family } from '../model/address';
import { interfaceKey, mainInterfaceKey } from '../model/names';
import { addressLines, interfaceLines, memberLines, ofPeer, onEach } from './devices';
import type { Answers, Parameter, PlacedLine, Side, Step } from './scenario';
import { cited, line, local, ofSite, onSides, shared } from './steps';
import {
  all,
  anInterface,
  apartFrom,
  bare,
  choice,
  distinct,
  hostIn,
  hostsOf,
  interfaceType,
  not,
  number,
  offering,
  ownAddress,
  ownPrefix,
  sameSubnet,
  subNumber,
  withVlan,
  type Check,
} from './values';

/** How scenarios differ in their virtual router. */
export interface RouterOptions {
  readonly page: string;
  /** The family of the users' addresses. */
  readonly service: Family;
  /** Which group the page allows: one family, or both to choose from. */
  readonly group: Family | 'either';
  /** Seconds the master should wait at least, what is offered, and why. */
  readonly delay: { readonly least: number; readonly offered: number; readonly why: string };
  /** The interfaces of both devices have to be of one type (docs/guide/dhcpv6-relay.md#prerequisites). */
  readonly sameType?: boolean;
  readonly uplink: boolean;
  /** Who is on the interface of the group. */
  readonly side: keyof typeof places;
  /** Which answer names the interface of the group, where its trunk gets a member. */
  readonly member?: 'board-interface' | 'second-interface' | 'management-interface';
}

/** What an interface with the group is, as a question asks for it and as its description says; and which one is offered. */
const places = {
  users: { asked: 'towards the users', description: 'users', offered: 'GigabitEthernet0/1/2' },
  boards: {
    asked: 'that carries the group and the channel of the boards',
    description: 'group and channel of the service boards',
    offered: 'GigabitEthernet0/1/2',
  },
  link: {
    asked: 'on the link that carries the management group',
    description: 'management group',
    offered: 'GigabitEthernet0/1/4',
  },
  control: {
    asked: 'that carries the group, beside the users on its port',
    description: 'group of the users',
    offered: 'GigabitEthernet0/1/2.4001',
  },
} as const;

const defaults = {
  6: {
    first: '2001:DB8:50::2/64',
    uplinks: ['2001:DB8:20::1/64', '2001:DB8:30::1/64', '2001:DB8:21::1/64', '2001:DB8:31::1/64', '2001:DB8:22::1/64'],
  },
  4: {
    first: '10.0.50.2/24',
    uplinks: ['10.0.20.1/30', '10.0.30.1/30', '10.0.21.1/30', '10.0.31.1/30', '10.0.22.1/30'],
  },
} as const;

/** Room for the two devices, the virtual router and somebody who uses it. */
const roomy = { 4: 29, 6: 125 } as const;

/** Whether the gateway is a VRRP or a VRRP6 group. */
export function groupFamily(answers: Answers, options: RouterOptions): Family {
  if (options.group !== 'either') return options.group;
  return answers.family === 'vrrp' ? 4 : 6;
}

/** The address of a device in the subnet of the group. */
function groupAddress(answers: Answers, side: Side, options: RouterOptions): string {
  return answers[`${groupFamily(answers, options) === options.service ? '' : 'vrrp-'}address-${side}`] ?? '';
}

/** Addresses of the pair that were answered so far. */
function takenAddresses(answers: Answers, except: string): string[] {
  return Object.entries(answers)
    .filter(([id]) => id !== except && /(?:^|-)(?:address-[ab]|virtual-ip)$/.test(id))
    .map(([, value]) => value);
}

/** What is asked for the virtual router. */
export function routerParameters(options: RouterOptions): Parameter[] {
  const { page, service } = options;
  const isGroup4 = (answers: Answers) => groupFamily(answers, options) === 4;
  const word = (answers: Answers) => (isGroup4(answers) ? 'vrrp' : 'vrrp6');
  const twin = (answers: Answers) => options.group === 'either' && word(answers) === 'vrrp';
  const userAddress = (id: string, family: Family, title: string, asked?: Parameter['asked']) =>
    onEach((side) => {
      const check: Check = all(ownPrefix([family], roomy), (value, answers) => {
        const other = side === 'b' ? answers[`${id}-a`] : undefined;
        if (other === undefined) return undefined;
        return sameSubnet(value, other)
          ? distinct([other])(value, answers)
          : `Both devices stand in one subnet: that of ${other}.`;
      });
      return offering(
        {
          id: `${id}-${side}`,
          title: `${title} of ${side === 'a' ? 'the master' : 'the backup'}, with prefix length`,
          type: family === 6 ? 'ipv6-prefix' : 'ipv4-prefix',
          spread: 'own',
          device: side,
          guide: cited(page, 'address'),
          asked,
          check,
        },
        (answers) => {
          if (side === 'a') return [defaults[family].first];
          const first = answers[`${id}-a`] ?? defaults[family].first;
          const hosts = hostsOf(first).map((host) => `${host}/${first.split('/')[1]}`);
          const after = hosts.findIndex((host) => sameHost(host, first)) + 1;
          return [...hosts.slice(after), ...hosts.slice(0, after)];
        },
      );
    });
  return [
    ...(options.group === 'either'
      ? [
          {
            id: 'family',
            title: 'Kind of group',
            type: 'choice',
            spread: 'equal',
            choices: ['vrrp6', 'vrrp'],
            guide: `${page} context`,
            default: () => 'vrrp6',
            check: choice(['vrrp6', 'vrrp']),
          } satisfies Parameter,
        ]
      : []),
    ...onEach((side) =>
      offering(
        {
          id: `interface-${side}`,
          title: `Interface of ${side === 'a' ? 'the master' : 'the backup'} ${places[options.side].asked}`,
          type: 'interface',
          spread: 'own',
          device: side,
          guide: cited(page, 'interface'),
          check: all(
            anInterface,
            not(['loopback', 'null', 'tunnel', 'meth'], 'Users and a VRRP group need a LAN interface.'),
            options.side === 'control' ? onSubInterface : () => undefined,
            (value, answers) => {
              const [vlanOfB, vlanOfA] = [vlanOfInterface(value), vlanOfInterface(answers['interface-a'] ?? '')];
              return side === 'b' && vlanOfB !== undefined && vlanOfA !== undefined && vlanOfB !== vlanOfA
                ? `Both devices are in one VLAN: the master has ${answers['interface-a']}.`
                : undefined;
            },
            (value, answers) => {
              const other = side === 'b' ? answers['interface-a'] : undefined;
              if (!options.sameType || other === undefined) return undefined;
              return interfaceType(value) === interfaceType(other) &&
                (subNumber(value) === undefined) === (subNumber(other) === undefined)
                ? undefined
                : `Page ${page} asks for one interface type on both devices: the master has ${other}.`;
            },
          ),
        },
        (answers) => [side === 'b' && answers['interface-a'] ? answers['interface-a'] : places[options.side].offered],
      ),
    ),
    {
      id: 'vlan',
      title: 'VLAN of the interface',
      type: 'number',
      spread: 'equal',
      guide: cited(page, 'interface'),
      asked: (answers) =>
        [answers['interface-a'], answers['interface-b']].some(
          (text) => text !== undefined && subNumber(text) !== undefined,
        ),
      default: (answers) => {
        const given = vlanGiven(answers);
        if (given !== undefined) return String(given);
        const sub =
          [answers['interface-a'], answers['interface-b']].flatMap((text) =>
            text === undefined ? [] : (subNumber(text) ?? []),
          )[0] ?? 0;
        return String(sub >= 1 && sub <= 4094 ? sub : 100);
      },
      check: all(number(1, 4094), (value, answers) => {
        const given = vlanGiven(answers);
        return given === undefined || Number(value) === given
          ? undefined
          : `The interface of the other device is in VLAN ${given}.`;
      }),
    },
    ...userAddress('address', service, 'Address'),
    ...(options.group === 'either' ? userAddress('vrrp-address', 4, 'IPv4 address for the group', twin) : []),
    {
      id: 'vrid',
      title: 'Number of the group (vrid)',
      type: 'number',
      spread: 'equal',
      guide: cited(page, 'virtual-ip'),
      default: () => '1',
      check: number(1, 255),
    },
    {
      id: 'link-local',
      title: 'Link-local virtual address',
      type: 'ipv6',
      spread: 'equal',
      guide: cited(page, 'link-local'),
      asked: (answers) => !isGroup4(answers),
      default: (answers) => `FE80::${answers.vrid ?? '1'}`,
      check: (value) => {
        const address = parsed(value);
        return address && isLinkLocal(address) && address.bytes.slice(2).some((byte) => byte > 0)
          ? undefined
          : 'A VRRP6 group begins with a link-local address: one of FE80::/10.';
      },
    },
    offering(
      {
        id: 'virtual-ip',
        title: options.side === 'users' ? "Virtual address, the users' gateway" : 'Virtual address of the group',
        type: 'ip',
        spread: 'equal',
        guide: cited(page, 'virtual-ip'),
        check: (value, answers) =>
          ownAddress([groupFamily(answers, options)])(value, answers) ??
          hostIn(groupAddress(answers, 'a', options), [
            groupAddress(answers, 'a', options),
            groupAddress(answers, 'b', options),
          ])(value, answers),
      },
      (answers) => hostsOf(groupAddress(answers, 'a', options)),
    ),
    {
      id: 'priority-a',
      title: 'Priority of the master',
      type: 'number',
      spread: 'role',
      device: 'a',
      guide: cited(page, 'priority'),
      default: () => '120',
      check: all(number(3, 254), (value) =>
        value === '100' ? '100 is the default and makes no master: give another.' : undefined,
      ),
    },
    offering(
      {
        id: 'priority-b',
        title: 'Priority of the backup',
        type: 'number',
        spread: 'role',
        device: 'b',
        guide: cited(page, 'priority'),
        // A tracked fault takes the master down to 1 at the lowest: the backup has to lie above that.
        check: all(number(2, 253), (value, answers) =>
          Number(value) < Number(answers['priority-a'] ?? 254)
            ? undefined
            : `It has to be lower than the master's ${answers['priority-a']}.`,
        ),
      },
      (answers) => ['100', String(Math.max(2, Number(answers['priority-a'] ?? 120) - 20)), '2'],
    ),
    {
      id: 'delay',
      title: 'Seconds the master waits before it takes the role back',
      type: 'number',
      unit: 's',
      spread: 'role',
      device: 'a',
      guide: cited(page, 'delay'),
      default: () => String(options.delay.offered),
      check: number(0, 10800, 'seconds'),
      advice: (value) => (Number(value) >= options.delay.least ? undefined : options.delay.why),
    },
    {
      id: 'advertise',
      title: 'Seconds between advertisements',
      type: 'number',
      unit: 's',
      spread: 'equal',
      guide: cited(page, 'advertise'),
      default: () => '2',
      check: (value, answers) => number(1, isGroup4(answers) ? 255 : 40, 'seconds')(value, answers),
      advice: (value) => (Number(value) > 1 ? undefined : 'More than 1 s is advised: the backup waits longer then.'),
    },
    ...(options.uplink ? uplinkParameters(options) : []),
  ];
}

const onSubInterface: Check = (value) =>
  subNumber(value) === undefined
    ? 'Give a sub-interface: the users are on another one of its port, which the group then watches.'
    : undefined;

/** The VLAN that a VLANIF interface has by its number. */
function vlanOfInterface(name: string): number | undefined {
  const hit = /^Vlanif(\d+)$/i.exec(name);
  return hit ? Number(hit[1]) : undefined;
}

function vlanGiven(answers: Answers): number | undefined {
  return vlanOfInterface(answers['interface-a'] ?? '') ?? vlanOfInterface(answers['interface-b'] ?? '');
}

function sameHost(left: string, right: string): boolean {
  return parsed(bare(left))?.key === parsed(bare(right))?.key;
}

/** `whose`: what the uplink is for, behind its device's name. */
export function uplinkParameters(
  { page, service }: Pick<RouterOptions, 'page' | 'service'>,
  whose = 'whose failure hands the role over',
): Parameter[] {
  const where = { a: 'the master', b: 'the backup' };
  return [
    ...onEach((side) =>
      offering(
        {
          id: `uplink-${side}`,
          title: `Uplink of ${where[side]}, ${whose}`,
          type: 'interface',
          spread: 'own',
          device: side,
          guide: cited(page, 'uplink'),
          check: all(
            anInterface,
            withVlan,
            not(['loopback', 'null'], 'An uplink can fail; this interface cannot.'),
            (value, answers) => {
              const users = answers[`interface-${side}`];
              return users !== undefined &&
                mainInterfaceKey(interfaceKey(users)) === mainInterfaceKey(interfaceKey(value))
                ? 'The users are on this port; the uplink is another.'
                : undefined;
            },
          ),
        },
        () => ['GigabitEthernet0/1/3', 'GigabitEthernet0/1/4', 'GigabitEthernet0/1/5'],
      ),
    ),
    ...onEach((side) =>
      offering(
        {
          id: `uplink-address-${side}`,
          title: `Address of ${where[side]} on its uplink, with prefix length`,
          type: service === 6 ? 'ipv6-prefix' : 'ipv4-prefix',
          spread: 'own',
          device: side,
          guide: cited(page, 'uplink'),
          check: (value, answers) =>
            ownPrefix([service], { 4: 31, 6: 127 })(value, answers) ??
            apartFrom([
              ...onUsers(answers),
              ...(sameSubnet(value, ofPeer(answers, 'uplink-address', side))
                ? []
                : [ofPeer(answers, 'uplink-address', side)]),
            ])(value, answers) ??
            distinct(takenAddresses(answers, `uplink-address-${side}`))(value, answers),
        },
        () => defaults[service].uplinks,
      ),
    ),
  ];
}

/** The subnets that the users are in. */
export function onUsers(answers: Answers): string[] {
  return ['address-a', 'vrrp-address-a'].flatMap((id) => answers[id] ?? []);
}

/** What a failing uplink or board takes from a priority: more than the gap, so that the other device becomes master. */
export function reduction(answers: Answers): number {
  const gap = Number(answers['priority-a']) - Number(answers['priority-b']);
  return Math.min(255, gap + 10);
}

/** The lines of the virtual router on both devices. */
export function routerSteps(answers: Answers, options: RouterOptions): Step[] {
  const { page } = options;
  const family = groupFamily(answers, options);
  const vrrp = `${family === 4 ? 'vrrp' : 'vrrp6'} vrid ${answers.vrid}`;
  const head = (side: Side) => `interface ${answers[`interface-${side}`]}`;
  const group = (text: string, or?: string) => onSides((side) => [line(head(side), `${vrrp} ${text}`, or)]);
  const interfaces = onSides((side) => [
    ...interfaceLines(
      answers[`interface-${side}`]!,
      answers[`address-${side}`]!,
      places[options.side].description,
      answers.vlan === undefined ? undefined : Number(answers.vlan),
    ),
    ...memberLines(answers, options.member ?? 'interface', side),
  ]);
  const isIpv6 = (placed: PlacedLine) => /^ipv6 (?:enable|address)/.test(placed.text);
  const isAddress = (placed: PlacedLine) => /^ip(?:v6)? address/.test(placed.text);
  const only = (test: (placed: PlacedLine) => boolean) => ({
    a: interfaces.a.filter(test),
    b: interfaces.b.filter(test),
  });
  const priorities = onSides((side) =>
    answers[`priority-${side}`] === '100' ? [] : [line(head(side), `${vrrp} priority ${answers[`priority-${side}`]}`)],
  );
  return [
    shared(
      page,
      'interface',
      'Interface of the group',
      only((placed) => !isIpv6(placed) && !isAddress(placed)),
    ),
    ...(options.service === 6
      ? [
          shared(
            page,
            'ipv6',
            'IPv6 on the interface',
            only((placed) => placed.text === 'ipv6 enable'),
          ),
        ]
      : []),
    shared(page, 'address', 'Address of the interface', only(isAddress)),
    ...(family === options.service
      ? []
      : [
          shared(
            page,
            'address',
            'Address of the interface',
            onSides((side) => addressLines(head(side), answers[`vrrp-address-${side}`]!)),
          ),
        ]),
    ...(family === 6
      ? [
          shared(
            page,
            'link-local',
            'The group, with its link-local virtual address',
            group(`virtual-ip ${answers['link-local']} link-local`),
          ),
        ]
      : []),
    shared(page, 'virtual-ip', 'Virtual address', group(`virtual-ip ${answers['virtual-ip']}`)),
    shared(page, 'delay', 'Preemption delay of the master', {
      a: [
        line(
          head('a'),
          `${vrrp} preempt-mode timer delay ${answers.delay}`,
          `^${vrrp} preempt-mode (?:timer delay \\d+|disable)$`,
        ),
      ],
      b: [],
    }),
    shared(page, 'priority', 'Priorities', priorities),
    shared(
      page,
      'advertise',
      'Interval between advertisements',
      group(`timer advertise ${Number(answers.advertise) * (family === 4 ? 1 : 100)}`, `^${vrrp} timer advertise `),
      { optional: true },
    ),
    ...(options.uplink
      ? [
          shared(
            page,
            'uplink',
            'Uplink that hands the role over when it fails',
            onSides((side) => [
              ...ofSite(interfaceLines(answers[`uplink-${side}`]!, answers[`uplink-address-${side}`]!, 'uplink')),
              ...memberLines(answers, 'uplink', side),
              line(
                head(side),
                `${vrrp} track ${family === 6 ? 'ipv6 ' : ''}interface ${answers[`uplink-${side}`]} reduced ${reduction(answers)}`,
                `^${vrrp} track (?!service-location )`,
              ),
            ]),
            { optional: true },
          ),
        ]
      : []),
  ];
}

/** The same line on the interface of either device. */
export function onGroupInterfaces(
  answers: Answers,
  ...texts: readonly string[]
): { a: readonly PlacedLine[]; b: readonly PlacedLine[] } {
  return onSides((side) => texts.map((text) => line(`interface ${answers[`interface-${side}`]}`, text)));
}

/** The profile bound to the interface of the group on either device. */
export function boundOnGroupInterfaces(answers: Answers): { a: readonly PlacedLine[]; b: readonly PlacedLine[] } {
  return onSides((side) => [
    line(`interface ${answers[`interface-${side}`]}`, `remote-backup-profile ${local(answers, 'rbp', side)}`),
  ]);
}
