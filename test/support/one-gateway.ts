// Two routers with one gateway address in each of many VPNs: every virtual router has the addresses and the vrid of all others.

interface Written {
  /** `0/3/0`: where the card stands. */
  readonly slot?: string;
  /** Behind the names of the VPNs. */
  readonly vpn?: string;
  readonly order?: 'up' | 'down';
}

/** The configuration of one of the two routers. */
export function oneGateway(side: 1 | 2, count: number, written?: Written): string {
  return `#\nsysname ${side === 1 ? 'One' : 'Two'}\n#\n${gatewayLines(side, count, written)}\n#\nreturn\n`;
}

/** The VPNs and the interfaces with their groups. */
export function gatewayLines(side: 1 | 2, count: number, written: Written = {}): string {
  const { slot = '0/3/0', vpn = '', order = 'up' } = written;
  const numbers = Array.from({ length: count }, (_, index) => (order === 'up' ? index + 1 : count - index));
  const priority = side === 1 ? ['priority 150', 'preempt-mode timer delay 1800'] : ['priority 110'];
  return [
    ...numbers.flatMap((number) => [`ip vpn-instance c${number}${vpn}`, ' ipv4-family', '#']),
    ...numbers.flatMap((number) => [
      `interface GigabitEthernet${slot}.${number}`,
      ` vlan-type dot1q ${number}`,
      ` ip binding vpn-instance c${number}${vpn}`,
      ` ip address 192.168.1.${side + 1} 255.255.255.0`,
      ' vrrp vrid 1 virtual-ip 192.168.1.1',
      ...priority.map((words) => ` vrrp vrid 1 ${words}`),
      '#',
    ]),
  ].join('\n');
}
