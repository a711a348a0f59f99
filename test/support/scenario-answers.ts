// Answers that a person might give: for every parameter a choice of values that its own check accepts, so that any mixture of
// them is a pair somebody could want.
import fc from 'fast-check';
import type { Answers, Parameter, Scenario } from '../../server/src/scenarios/index';
import { problemOf } from '../../server/src/scenarios/scaffold';
import { normal } from '../../server/src/scenarios/values';
import { isLong } from './long';

const onLoopbacks = { 'rbs-interface-a': 'LoopBack0', 'rbs-interface-b': 'LoopBack0' };
const onTrunks = { 'interface-a': 'Eth-Trunk1.50', 'interface-b': 'Eth-Trunk1.50', 'uplink-a': 'Eth-Trunk2' };

const onSubInterfaces = { 'interface-a': 'Eth-Trunk7.50', 'interface-b': 'Eth-Trunk8.50' };

/** Every scenario with every family its page allows, and with ends and interfaces that need more lines. */
export const variants: readonly { readonly scenario: string; readonly given: Answers }[] = [
  { scenario: 'dhcpv6-relay', given: {} },
  { scenario: 'dhcpv6-relay', given: { family: 'vrrp' } },
  { scenario: 'nd', given: {} },
  { scenario: 'nd', given: onLoopbacks },
  { scenario: 'dhcp-server', given: {} },
  { scenario: 'dhcp-server', given: onLoopbacks },
  { scenario: 'mld', given: {} },
  { scenario: 'mld', given: { ...onLoopbacks, ...onTrunks } },
  { scenario: 'ds-lite', given: {} },
  { scenario: 'ds-lite', given: { boards: '1+1' } },
  { scenario: 'nat', given: {} },
  { scenario: 'nat', given: { boards: '1+1', 'second-interface-a': 'Eth-Trunk6' } },
  { scenario: 'nat64', given: { boards: '1+1' } },
  { scenario: 'nat64', given: {} },
  { scenario: 'nat-bras', given: {} },
  { scenario: 'nat-bras', given: { ...onLoopbacks, pools: 'exclusive', 'board-interface-b': 'Eth-Trunk9' } },
  { scenario: 'nat64-bras', given: {} },
  { scenario: 'nat64-bras', given: { ...onLoopbacks, 'board-interface-b': 'Eth-Trunk9' } },
  { scenario: 'arp', given: {} },
  { scenario: 'arp', given: { ...onLoopbacks, management: 'no' } },
  { scenario: 'l2tp', given: {} },
  { scenario: 'l2tp', given: onLoopbacks },
  { scenario: 'bras', given: {} },
  { scenario: 'bras', given: onLoopbacks },
  { scenario: 'bras', given: { pools: 'exclusive' } },
  { scenario: 'bras', given: { sharing: 'odd-even' } },
  {
    scenario: 'bras',
    given: { multicast: 'yes', ...onTrunks, 'interface-a': 'Eth-Trunk1.4001', 'interface-b': 'Eth-Trunk1.4001' },
  },
  { scenario: 'igmp', given: {} },
  { scenario: 'igmp', given: { 'management-group': 'yes' } },
  { scenario: 'mld', given: { ...onLoopbacks, ...onTrunks, 'management-group': 'yes' } },
  { scenario: 'igmp', given: { ...onLoopbacks, ...onTrunks } },
  { scenario: 'arp-e-trunk', given: {} },
  { scenario: 'arp-e-trunk', given: { ...onSubInterfaces, 'active-active': 'no' } },
  { scenario: 'igmp-e-trunk', given: {} },
  { scenario: 'igmp-e-trunk', given: { ...onSubInterfaces, 'active-active': 'yes' } },
  { scenario: 'mld-e-trunk', given: {} },
  { scenario: 'nd-e-trunk', given: {} },
  { scenario: 'igmp-snooping-e-trunk', given: {} },
  { scenario: 'igmp-snooping-e-trunk', given: { ...onSubInterfaces, vsi: 'channels', vlan: '410' } },
];

/** The variants of which each line is taken away: the first of each scenario, all of them in the long walk. */
export const walkedVariants: ReadonlySet<(typeof variants)[number]> = new Set(
  variants.filter(
    ({ scenario }, index) => isLong || variants.findIndex((variant) => variant.scenario === scenario) === index,
  ),
);

/** Random answers that hold: each is drawn from candidates and taken where its check has nothing against it, else the default. */
export function validAnswers(scenario: Scenario): fc.Arbitrary<Answers> {
  return fc.infiniteStream(fc.nat(1_000_000)).map((stream) => {
    const draw = stream[Symbol.iterator]();
    const answers: Record<string, string> = {};
    for (const parameter of scenario.parameters) {
      if (parameter.asked?.(answers) === false) continue;
      const offered = parameter.default(answers);
      const number = draw.next().value as number;
      const list = candidates(parameter, number);
      const value = normal(parameter.type, list[number % list.length] ?? offered);
      answers[parameter.id] =
        number % 3 > 0 && problemOf(parameter, value, answers) === undefined ? value : normal(parameter.type, offered);
    }
    return answers;
  });
}

/** Values that a person might try; some hold. */
export function candidates({ type, choices, id }: Parameter, number: number): readonly string[] {
  const byte = (number % 250) + 1;
  switch (type) {
    case 'choice':
      return choices ?? [];
    case 'number':
      return [
        String(number % 255),
        String(number % 4096),
        String(1024 + (number % 9000)),
        String(number),
        '1',
        '2',
        '254',
        '100',
        '110',
      ];
    case 'name':
      return id.startsWith('network-entity')
        ? [`49.0002.${String(byte).padStart(4, '0')}.0000.00${String((byte % 90) + 10)}.00`]
        : [`R${number}`, 'bras.north-1', 'x', `Some_Name-${byte}`, 'UPPER'];
    case 'interface':
      return [
        `GigabitEthernet0/${byte % 9}/${byte}`,
        `GigabitEthernet1/0/1.${byte}`,
        `Eth-Trunk${byte}`,
        `Eth-Trunk${byte}.7`,
        'LoopBack0',
        `Vlanif${byte}`,
        `100GE0/${byte % 4}/1`,
        'gi 0/2/3',
        `10ge1/0/${byte}`,
      ];
    case 'ip':
    case 'ipv4':
    case 'ipv6':
      return [
        `10.0.50.${byte}`,
        `2001:db8:50::${byte.toString(16)}`,
        `FE80::${byte}`,
        `198.51.100.${byte}`,
        `2001:DB8:FEED::${byte}`,
      ];
    case 'prefix':
    case 'ipv4-prefix':
    case 'ipv6-prefix':
      return [
        `10.${byte}.0.1/24`,
        `172.16.${byte}.9/29`,
        `10.0.50.${byte}/24`,
        `2001:db8:${byte.toString(16)}::5/64`,
        `2001:DB8:50::${byte.toString(16)}/64`,
        `10.255.0.${byte}/32`,
        `192.0.2.${byte}/30`,
        `2001:DB8:FF::${byte}/127`,
      ];
  }
}
