// Configurations for benchmarks: `#`-closed sections as a carrier's file has them, or one section of many rules.

/** Some `lines` lines in sections of about ten, a group and a profile every fifth section. */
export function configuration(lines: number, name = 'Bench-1'): string {
  const parts = [`#\nsysname ${name}\n#`];
  let count = 3;
  for (let n = 0; count < lines; n++) {
    const [high, low] = [n >> 8, n & 255];
    const section = n % 5 === 0
      ? [`interface GigabitEthernet0/1/0.${n}`, ` vlan-type dot1q ${(n % 4000) + 1}`, ` description customer ${n} of the north ring`, ' ipv6 enable', ` ip address 10.${high}.${low}.1 255.255.255.0`,
        ` vrrp vrid ${(n % 250) + 1} virtual-ip 10.${high}.${low}.254`, ` vrrp vrid ${(n % 250) + 1} priority 120`, ` vrrp vrid ${(n % 250) + 1} preempt-mode timer delay 600`, ' statistic enable', '#']
      : n % 5 === 1
        ? [`remote-backup-profile profile-${n}`, ' service-type arp', ` backup-id ${(n % 4000) + 1} remote-backup-service service1`, ' peer-backup hot', ` vrrp-id ${((n - 1) % 250) + 1} interface GigabitEthernet0/1/0.${n - 1}`, '#']
        : [`interface GigabitEthernet0/2/0.${n}`, ` vlan-type dot1q ${(n % 4000) + 1}`, ` description customer ${n} of the south ring`, ` ip address 172.${16 + (high % 16)}.${low}.1 255.255.255.0`,
          ' undo shutdown', ' arp expire-time 1200', ` traffic-policy limit-${n % 20} inbound`, ' statistic enable', '#'];
    parts.push(section.join('\n'));
    count += section.length;
  }
  return `${parts.join('\n')}\nreturn\n`;
}

/** One ACL of `rules` rules between two short sections. */
export function longSection(rules: number): string {
  const list = Array.from({ length: rules }, (_, n) => ` rule ${n * 5} permit ip source 10.${(n >> 8) & 255}.${n & 255}.0 0.0.0.255 destination 172.16.${n & 255}.0 0.0.0.255`);
  return `#\nsysname Bench-1\n#\nacl number 3999\n${list.join('\n')}\n#\nreturn\n`;
}
