// DeviceA with two channels, to DeviceB and to DeviceC, each with a group of its own: a device of two pairs.

function device(name: string, own: number, channels: readonly (readonly [id: number, peer: number])[]): string {
  const blocks = channels.flatMap(([id, peer]) => [
    `remote-backup-service s${id}`,
    ` peer 10.9.${id}.${peer} source 10.9.${id}.${own} port 600${id}`,
    '#',
    `remote-backup-profile p${id}`,
    ' service-type nd',
    ` backup-id ${id} remote-backup-service s${id}`,
    ' peer-backup hot',
    ` vrrp6-id ${id} interface GigabitEthernet0/1/${id}`,
    '#',
    `interface GigabitEthernet0/2/${id}`,
    ` ip address 10.9.${id}.${own} 255.255.255.0`,
    '#',
    `interface GigabitEthernet0/1/${id}`,
    ' ipv6 enable',
    ` ipv6 address 2001:DB8:${id}::${own}/64`,
    ` vrrp6 vrid ${id} virtual-ip FE80::${id} link-local`,
    ` vrrp6 vrid ${id} virtual-ip 2001:DB8:${id}::99`,
    ...(own === 1 ? [` vrrp6 vrid ${id} priority 200`, ` vrrp6 vrid ${id} preempt-mode timer delay 600`] : []),
    ` remote-backup-profile p${id}`,
    '#',
  ]);
  return [`sysname ${name}`, '#', ...blocks, 'return', ''].join('\n');
}

export const deviceOfTwoPairs: Readonly<Record<'A.cfg' | 'B.cfg' | 'C.cfg', string>> = {
  'A.cfg': device('DeviceA', 1, [
    [1, 2],
    [2, 3],
  ]),
  'B.cfg': device('DeviceB', 2, [[1, 1]]),
  'C.cfg': device('DeviceC', 3, [[2, 1]]),
};
