// Two routers that share many virtual routers, for what follows their number.

/** A router of about `lines` lines: `groups` protected virtual routers and their profiles, the rest other interfaces. */
export function deviceOfGroups(lines: number, groups: number, side: 1 | 2): string {
  const rows = [
    '#',
    `sysname ${side === 1 ? 'One' : 'Two'}`,
    '#',
    'remote-backup-service core',
    ` peer-ipv6 2001:DB8:C0::${3 - side} source-ipv6 2001:DB8:C0::${side} port 7011`,
    '#',
    'interface GigabitEthernet0/2/0',
    ' ipv6 enable',
    ` ipv6 address 2001:DB8:C0::${side}/64`,
    '#',
    'interface GigabitEthernet0/2/9',
    ' ipv6 enable',
    ` ipv6 address 2001:DB8:F${side}::1/64`,
    '#',
  ];
  for (let index = 1; index <= groups; index++) {
    const name = `GigabitEthernet0/3/0.${index}`;
    rows.push(
      `remote-backup-profile homes-${index}`,
      ' service-type nd',
      ` backup-id ${index} remote-backup-service core`,
      ' peer-backup hot',
      ` vrrp6-id ${index} interface ${name}`,
      '#',
      `interface ${name}`,
      ` vlan-type dot1q ${index}`,
      ' ipv6 enable',
      ` ipv6 address 2001:DB8:A${index}::${side}/64`,
      ` vrrp6 vrid ${index} virtual-ip FE80::${index} link-local`,
      ` vrrp6 vrid ${index} virtual-ip 2001:DB8:A${index}::FF`,
      ` vrrp6 vrid ${index} priority ${side === 1 ? 150 : 110}`,
      ...(side === 1 ? [` vrrp6 vrid ${index} preempt-mode timer delay 600`] : []),
      ` remote-backup-profile homes-${index}`,
      '#',
    );
  }
  for (let index = 1; rows.length < lines - 4; index++)
    rows.push(
      `interface GigabitEthernet0/4/0.${index}`,
      ` description customer ${index} of the ring`,
      ` vlan-type dot1q ${index}`,
      ' statistic enable',
      '#',
    );
  return `${rows.join('\n')}\nreturn\n`;
}
