// Lines in which one sign is repeated for very long: where an expression or a loop tries again from each of them, the time is the
// square of their number. Each run stands in all the places in which a line is looked at in its own way.

export const signs = [
  ' ', '\t', '\u00a0', '\0', '\v ', '0', '1.', '1:', ':', '::', 'a', 'A1', 'a-', '-', '--', '- ', '/', '//', '//a:', '//a:b@',
  '(', '((', ')', '[', ']', '[a]', '<', '<a>', '<a', '>', '{', '{{', '{{ ', '{%', '{#', '}', '}}', '%', '%^%#', '%^%# ', '%@', '@',
  '#', '# ', '##', '`', '` ', '"', '" ', '"a ', "'", '\\', '|', '*', '**/', '+', '=', 'key=', '$', '$1a$', '${1:', '${1|', '&', '!',
  '.', '..', ', ', ';', '~', '_', '^', 'cipher ', 'key ', 'md5 ', 'vrid 1 ', 'undo ', 'backup ', 'link-local ', 'peer ', 'advertise ',
  '-----BEGIN ', 'PRIVATE KEY-----', 'FE80:', '2001:db8::1 ', 'to ', '\u20ac', '\ud83d\ude00',
] as const; // prettier-ignore

/** Lines of an interface, of a group and of the system view; `%` is the run. */
const placed = [
  '%',
  'x%',
  '%x',
  'a b%c d',
  'description a%',
  'description a%b',
  'ip address 10.1.1.1 24%b',
  'ip address 10.1.1.1 %',
  'ipv6 address %',
  'vrrp vrid 1 virtual-ip 10.9.9.9%b',
  'vrrp vrid 1 authentication-mode md5 %',
  'vrrp vrid 1 priority 1%2',
  'vrrp6 vrid 1 virtual-ip FE80::1%link-local',
  'undo%shutdown x',
  'remote-backup-profile %',
  'password cipher a%b',
  'shutdown%#',
  'shutdown %//',
] as const;
const inSystem = [
  'interface %',
  'acl name a%b',
  'snmp-agent community read a%b',
  '[%]interface x',
  '<%>',
  '[a%',
  '#%',
  '# vrp-ignore %',
] as const;

/** The text of a device with the run in every place. */
export function withRuns(text: string, sign: string, length: number): string {
  const run = sign.repeat(Math.ceil(length / sign.length));
  const fill = (line: string) => line.replace('%', () => run);
  const lines = [
    '#',
    ...inSystem.map(fill),
    '#',
    'interface GigabitEthernet0/2/7',
    ...placed.map((line) => ` ${fill(line)}`),
    '#',
    'remote-backup-profile runs',
    ...placed.map((line) => ` ${fill(line)}`),
    '#',
  ];
  return text.replace(/\nreturn\s*$/, () => `\n${lines.join('\n')}\nreturn\n`);
}
