// Configurations for benchmarks: `#`-closed sections as a carrier's file has them, or one section of many rules.

/** Some `lines` lines in sections of about ten, a group and a profile every fifth section. */
export function configuration(lines: number, name = 'Bench-1'): string {
  const parts = [`#\nsysname ${name}\n#`];
  let count = 3;
  for (let n = 0; count < lines; n++) {
    const section = sectionOf(n);
    parts.push(section.join('\n'));
    count += section.length;
  }
  return `${parts.join('\n')}\nreturn\n`;
}

/** Of five sections one has a group, the next a profile that follows it; the others are plain ports. */
function sectionOf(n: number): string[] {
  switch (n % 5) {
    case 0:
      return groupPort(n);
    case 1:
      return profile(n);
    default:
      return plainPort(n);
  }
}

/** A VLAN of its own for the n-th sub-interface of a port: behind the last one, below a second tag. */
export function vlanLine(n: number): string {
  const vlan = (n % 4000) + 1;
  return n < 4000 ? ` vlan-type dot1q ${vlan}` : ` qinq termination pe-vid ${Math.floor(n / 4000)} ce-vid ${vlan}`;
}

function groupPort(n: number): string[] {
  const net = `10.${n >> 8}.${n & 255}`;
  return [
    `interface GigabitEthernet0/1/0.${n}`,
    vlanLine(n),
    ` description customer ${n} of the north ring`,
    ' ipv6 enable',
    ` ip address ${net}.1 255.255.255.0`,
    ` vrrp vrid ${(n % 250) + 1} virtual-ip ${net}.254`,
    ` vrrp vrid ${(n % 250) + 1} priority 120`,
    ` vrrp vrid ${(n % 250) + 1} preempt-mode timer delay 600`,
    ' statistic enable',
    '#',
  ];
}

function profile(n: number): string[] {
  return [
    `remote-backup-profile profile-${n}`,
    ' service-type arp',
    ` backup-id ${(n % 4000) + 1} remote-backup-service service1`,
    ' peer-backup hot',
    ` vrrp-id ${((n - 1) % 250) + 1} interface GigabitEthernet0/1/0.${n - 1}`,
    '#',
  ];
}

function plainPort(n: number): string[] {
  return [
    `interface GigabitEthernet0/2/0.${n}`,
    vlanLine(n),
    ` description customer ${n} of the south ring`,
    ` ip address ${172 + (n >> 12)}.${16 + ((n >> 8) % 16)}.${n & 255}.1 255.255.255.0`,
    ' undo shutdown',
    ' arp expire-time 1200',
    ` traffic-policy limit-${n % 20} inbound`,
    ' statistic enable',
    '#',
  ];
}

/** One ACL of `rules` rules between two short sections. */
export function longSection(rules: number): string {
  const list = Array.from(
    { length: rules },
    (_, n) =>
      ` rule ${n * 5} permit ip source 10.${(n >> 8) & 255}.${n & 255}.0 0.0.0.255 destination 172.16.${n & 255}.0 0.0.0.255`,
  );
  return `#\nsysname Bench-1\n#\nacl number 3999\n${list.join('\n')}\n#\nreturn\n`;
}

/**
 * One router of a clean hot-backup pair, as a carrier writes it: every fifth port holds a group that a profile follows, between
 * them plain subscriber ports; sections of about ten lines. `own` 0 is the master, 1 its backup; `site` moves the addresses, so
 * that many pairs can stand side by side.
 */
export function carrier(own: 0 | 1, lines: number, site = 0): string {
  const end = (side: number) => `198.${18 + (site >> 15)}.${(site >> 7) & 255}.${(site & 127) * 2 + side}`;
  const parts = [
    `#\nsysname Carrier-${site}-${'AB'[own]}\n#`,
    `remote-backup-service core\n peer ${end(1 - own)} source ${end(own)} port 2000\n#`,
    `interface LoopBack0\n ip address ${end(own)} 255.255.255.255\n#`,
    ...['0/0/0', '0/1/0', '0/2/0'].map((port) => `interface GigabitEthernet${port}\n undo shutdown\n#`),
  ];
  let count = 18;
  for (let n = 0; count < lines - 12; n++) {
    const vrid = (n % 250) + 1;
    const port = `GigabitEthernet0/1/0.${n + 1}`;
    const ring = `${100 + (site & 63)}.${64 + (site >> 6) + ((n >> 13) << 5)}.${(n >> 5) & 255}.`;
    const host = (n & 31) * 8;
    const section =
      n % 5 === 0
        ? [
            `interface ${port}`,
            vlanLine(n),
            ` description ring ${n} of the north`,
            ` ip address ${ring}${host + 1 + own} 255.255.255.248`,
            ` vrrp vrid ${vrid} virtual-ip ${ring}${host + 6}`,
            ` vrrp vrid ${vrid} priority ${own === 0 ? 180 : 120}`,
            own === 0 ? ` vrrp vrid ${vrid} preempt-mode timer delay 600` : ' statistic enable',
            ` vrrp vrid ${vrid} timer advertise 2`,
            ` vrrp vrid ${vrid} track interface GigabitEthernet0/0/0 reduced 100`,
            ` direct-route track vrrp vrid ${vrid} degrade-cost 20`,
            ` remote-backup-profile ring-${n}`,
            '#',
            `remote-backup-profile ring-${n}`,
            ' service-type arp',
            ` backup-id ${n / 5 + 1} remote-backup-service core`,
            ' peer-backup hot',
            ` vrrp-id ${vrid} interface ${port}`,
            '#',
          ]
        : [
            `interface GigabitEthernet0/2/0.${n + 1}`,
            vlanLine(n),
            ` description customer ${n} of the south ring`,
            ` ip address 10.${(n >> 8) + own * 128}.${n & 255}.1 255.255.255.0`,
            ' undo shutdown',
            ' arp expire-time 1200',
            ` traffic-policy limit-${n % 20} inbound`,
            ' statistic enable',
            ' ip urpf strict',
            '#',
          ];
    parts.push(section.join('\n'));
    count += section.length;
  }
  return `${parts.join('\n')}\nreturn\n`;
}

/** The first row behind `part` of the file (0 to 1) that holds a command of a section. */
export function commandRow(rows: readonly string[], part: number): number {
  let row = Math.floor(part * rows.length);
  while (!/^ (?:vrrp|backup-id|ip address|description)/.test(rows[row % rows.length]!)) row++;
  return row % rows.length;
}
