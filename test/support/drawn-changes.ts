// Changes of configurations that a seed draws: a line less, another number, a line of the other device, a slip of the pen, another
// name, a section more, and above all options that a section may have.
import type { Random } from '../lab/random';
import type { NamedText } from './check-text';

/** One to four changes of either file. */
export function changed(files: readonly NamedText[], random: Random): NamedText[] {
  const rows = files.map(({ text }) => text.split('\n'));
  for (let left = 1 + random.below(4); left > 0; left--) change(random.of(rows), rows, random);
  return files.map(({ name }, index) => ({ name, text: rows[index]!.join('\n') }));
}

function change(rows: string[], all: readonly (readonly string[])[], random: Random): void {
  const at = random.below(rows.length);
  const row = rows[at]!;
  if (/^(?:#|return|sysname .*|)$/.test(row)) return;
  switch (random.below(9)) {
    case 0:
      rows.splice(at, 1);
      return;
    case 1:
      rows[at] = row.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + random.of([1, 2, 10, 100])));
      return;
    case 2:
      // What stands for it on the other device, or elsewhere: the same address, the same role.
      rows[at] = random.of(all).find((other) => sameBeginning(other, row)) ?? row;
      return;
    case 3:
      // A slip of the pen, or a value that nobody has filled in yet.
      rows[at] = random.once(2) ? withSlip(row, random) : row.replace(/\S+$/, '<value>');
      return;
    case 4:
      rename(rows, row, random);
      return;
    case 5:
      copySection(rows, random);
      return;
    default:
      addLine(rows, random);
  }
}

/** A letter less in one of its words. */
function withSlip(row: string, random: Random): string {
  const letters = [...row.matchAll(/[a-z]/g)].map(({ index }) => index);
  if (letters.length === 0) return row;
  const at = random.of(letters);
  return row.slice(0, at) + row.slice(at + 1);
}

/** What the line names last is called otherwise in all of the file: an interface, a pool, a profile. */
function rename(rows: string[], row: string, random: Random): void {
  const [name = ''] = /\S+$/.exec(row) ?? [];
  const other = /\d$/.test(name)
    ? name.replace(/\d+$/, (number) => String(Number(number) + 1 + random.below(9)))
    : `${name}-x`;
  for (const [index, one] of rows.entries())
    if (one.endsWith(` ${name}`)) rows[index] = one.slice(0, -name.length) + other;
}

/** A section once more, under the next number or another name. */
function copySection(rows: string[], random: Random): void {
  const head = random.of<number | undefined>(headsOf(rows));
  if (head === undefined) return;
  const [, ...lines] = rows.slice(head, endOf(rows, head));
  const name = rows[head]!;
  rows.push(
    '#',
    /\d/.test(name) ? name.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1)) : `${name}2`,
    ...lines,
    '#',
  );
}

/** Where sections begin that have lines. */
function headsOf(rows: readonly string[]): number[] {
  return rows.flatMap((row, index) => (/^[a-z]/.test(row) && /^ /.test(rows[index + 1] ?? '') ? [index] : []));
}

function endOf(rows: readonly string[], head: number): number {
  return rows.findIndex((row, index) => index > head && !row.startsWith(' '));
}

function sameBeginning(other: string, row: string): boolean {
  const beginning = row.split(' ').slice(0, 3).join(' ');
  return other !== row && other.startsWith(`${beginning} `);
}

/** A line that a section of such a kind may have, at its end. */
function addLine(rows: string[], random: Random): void {
  const head = random.of<number | undefined>(headsOf(rows));
  if (head === undefined) return;
  const end = endOf(rows, head);
  const offered = linesFor(rows.slice(head, end), rows);
  if (offered.length > 0) rows.splice(end, 0, ` ${random.of(offered)}`);
}

function linesFor(section: readonly string[], rows: readonly string[]): readonly string[] {
  const [head = ''] = section;
  const group = section.flatMap((row) => /^ vrrp6? vrid \d+(?= )/.exec(row)?.[0].trim() ?? [])[0];
  if (group !== undefined) return ofGroup(group, namesOf(rows, 'interface'), namesOf(rows, 'service-location'));
  if (/^interface Eth-Trunk/.test(head)) return [...ofETrunkPort, ...ofInterface];
  const [kind = ''] = head.split(' ');
  return byKind[kind] ?? [];
}

function namesOf(rows: readonly string[], kind: string): string[] {
  return rows.flatMap((row) => (row.startsWith(`${kind} `) ? [row.slice(kind.length + 1)] : []));
}

function ofGroup(group: string, interfaces: readonly string[], boards: readonly string[]): string[] {
  const family = group.startsWith('vrrp6') ? 'ipv6 ' : '';
  const lines = [
    ...['priority 90', 'priority 130', 'priority 250', 'preempt-mode disable', 'holding-multiplier 5'],
    ...['preempt-mode timer delay 0', 'preempt-mode timer delay 7', 'preempt-mode timer delay 1200'],
    ...['timer advertise 3', 'timer advertise 300', 'track bfd-session 3 peer', 'track bfd-session 3 link'],
    ...interfaces.flatMap((name) => [`track ${family}interface ${name} reduced 60`, `track interface ${name}`]),
    ...boards.map((id) => `track service-location ${id} reduced 60`),
  ];
  const [word = ''] = group.split(' ');
  const ofPort = [`${word} recover-delay 20`, `admin-${group}`, `admin-${group} ignore-if-down`];
  return [...lines.map((line) => `${group} ${line}`), ...ofPort, ...ofInterface];
}

const ofInterface = [
  ...['shutdown', 'arp learning disable', 'ip binding vpn-instance other', 'remote-backup-profile none'],
  ...['description To the users', 'description Uplink', 'statistic enable', 'ip address 10.77.0.1 255.255.255.252'],
];
const ofETrunkPort = [
  ...['e-trunk mode force-master', 'e-trunk mode force-backup', 'e-trunk mode auto', 'mode lacp-static', 'e-trunk 2'],
  'lacp e-trunk priority 5',
];
const byKind: Readonly<Record<string, readonly string[]>> = {
  interface: ofInterface,
  'e-trunk': [
    ...['priority 5', 'priority 15', 'timer hello 5', 'timer hold-on-failure multiplier 4', 'timer revert delay 30'],
    ...['revert disable', 'e-trunk track bfd-session session-name p', 'select link-up-number', 'security-key simple x'],
    ...['peer-address 10.1.1.1 source-address 10.1.1.2', 'description other'],
  ],
  'remote-backup-service': ['track interface LoopBack0', 'ip-pool other', 'batch-backup service-type arp now'],
  'remote-backup-profile': [
    ...['peer-backup virtual', 'peer-backup hot', 'service-type arp', 'service-type bras', 'service-type igmp'],
    ...['service-type mld', 'service-type nd', 'nas logic-port GigabitEthernet0/1/0', 'backup-id 99'],
  ],
  'service-location': ['location slot 3', 'location follow-forwarding-mode', 'backup-id 99', 'remote-backup hot'],
  ospf: ['silent-interface all', 'import-route direct'],
  isis: ['is-level level-1', 'cost-style wide'],
};
