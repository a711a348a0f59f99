// Rows of the virtual routers: what both devices answer for, who is master, how fast the roles change.
import { vrrp } from '../../catalogue/commands/vrrp';
import { vrrp6 } from '../../catalogue/commands/vrrp6';
import type { Group } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { GroupPair } from '../../model/pairing/pair';
import { isLinkLocalIp, localAddresses, ownedVirtualIp } from '../../model/vrrp/addresses';
import { ownerPriority, writtenPriority } from '../../model/vrrp/priority';
import { masterAtRest } from '../../model/vrrp/roles';
import { advertisementInterval, intervalText, preemptDelay } from '../../model/vrrp/timers';
import { interfaceOf, membersOf, vrrpWord, type Member } from '../../model/vrrp/member';
import { valueOf } from '../../model/lines/canonical-text';
import type { Correspondence } from '../correspondence';
import { bothNames, byDefault, lineRow, linesOf, written, type Draft, type Section } from './row-builder';
import type { Cell } from './row';

/** A section for each virtual router. */
export function groupSections(correspondence: Correspondence): Section[] {
  return correspondence.pair.groups.map((group) => groupSection(correspondence, group));
}

function groupSection(correspondence: Correspondence, group: GroupPair): Section {
  const { pair } = correspondence;
  const { a, b } = membersOf(pair, group);
  const title = `${vrrpWord(group.a).toUpperCase()} group ${bothNames(String(group.a.vrid), String(group.b.vrid))} (${bothNames(group.a.interfaceName, group.b.interfaceName)})`;
  const scope = [a, b].flatMap((member) => [...member.group.lines, ...(interfaceOf(member)?.block.heads ?? [])]);
  const base = { section: title, master: masterAtRest(pair, group), lines: [] as readonly MatchedLine[] };
  const table: GroupTable = { base, commands: group.a.family === 6 ? vrrp6 : vrrp, a, b };
  const decided = !group.a.follows && !group.b.follows;
  const rows: Draft[] = [
    ...identityRows(table),
    ...ownAddress(a, b, base),
    ...virtualIps(group, base, table.commands.virtualIp.guide ?? []),
    ...(decided ? roleRows(table) : []),
    ...adminRow(group, base),
    ...otherLines(correspondence, group, base),
  ];
  return {
    title,
    services: [...group.services, ...(group.locations.length > 0 ? ['boards'] : [])],
    scope,
    rows: rows.map((row) => ({ ...row, lines: row.lines.length > 0 ? row.lines : linesOf(scope, row) })),
  };
}

type Base = Pick<Draft, 'section' | 'master' | 'lines'>;

interface GroupTable {
  readonly base: Base;
  readonly commands: typeof vrrp | typeof vrrp6;
  readonly a: Member;
  readonly b: Member;
}

function bothCells({ a, b }: GroupTable, cell: (member: Member) => Cell | undefined): Pick<Draft, 'a' | 'b'> {
  return { a: cell(a), b: cell(b) };
}

/** Number and interface. */
function identityRows(table: GroupTable): Draft[] {
  const { base, commands } = table;
  return [
    {
      ...base,
      parameter: 'vrid',
      kind: 'must match',
      ...bothCells(table, ({ group }) => written(group.vrid, group.at)),
      guide: commands.virtualIp.guide ?? [],
      rules: ['vrrp-vrid-mismatch', 'vrrp-group-not-created'],
      why: 'One virtual router has one number on both devices.',
    },
    {
      ...base,
      parameter: 'interface',
      kind: 'may differ',
      ...bothCells(table, (member) => written(member.group.interfaceName, interfaceOf(member)?.at ?? member.group.at)),
      guide: [],
      rules: ['vrrp6-interface-without-ipv6', 'vrrp6-address-before-ipv6-enable'],
      why: 'The two devices may use different ports towards the same users.',
    },
  ];
}

/** What decides who is master, and how fast; a group that follows another one has it from there. */
function roleRows(table: GroupTable): Draft[] {
  const { base, commands } = table;
  return [
    {
      ...base,
      parameter: 'priority',
      kind: 'role',
      ...bothCells(table, priorityCell),
      guide: commands.priority.guide ?? [],
      rules: ['vrrp-priority-equal'],
      why: 'The higher priority makes the master.',
    },
    {
      ...base,
      parameter: 'preempt delay',
      kind: 'role',
      ...bothCells(table, delayCell),
      guide: commands.preemptDelay.guide ?? [],
      why: "The master waits until the backup's entries have come back; the backup takes over at once.",
      rules: [
        'vrrp-preempt-delay-missing-on-master',
        'vrrp-preempt-delay-on-backup',
        'vrrp-preempt-delay-short-on-master',
        'vrrp-preempt-delay-too-short-dhcp-server',
        'vrrp-preempt-delay-too-short-dhcpv6-relay',
        'dhcp-server-delay-short-for-pool',
        'service-location-preempt-short',
      ],
    },
    {
      ...base,
      parameter: 'advertise interval',
      kind: 'must match',
      ...bothCells(table, intervalCell),
      guide: commands.timerAdvertise.guide ?? [],
      why: 'With different intervals the backup takes a living master for dead.',
      rules: [
        'vrrp-advertise-interval-mismatch',
        'vrrp-advertise-interval-too-short',
        'vrrp-advertise-interval-default',
      ],
    },
  ];
}

/** The owner runs with 255 whatever is written. */
function priorityCell(member: Member): Cell {
  const { group } = member;
  const owned = ownedVirtualIp(member);
  if (owned) return byDefault(ownerPriority, group.priority?.at ?? owned.at);
  const value = writtenPriority(group);
  return group.priority ? written(value, group.priority.at) : byDefault(value, group.at);
}

function delayCell(member: Member): Cell {
  const { group } = member;
  const delay = preemptDelay(member);
  if (delay === undefined) return written('no preemption', group.preemptDisabled ?? group.at);
  const text = `${delay} s`;
  return group.delay?.value === delay ? written(text, group.delay.at) : byDefault(text, group.delay?.at ?? group.at);
}

function intervalCell({ group }: Member): Cell {
  const text = intervalText(advertisementInterval(group));
  return group.advertise ? written(text, group.advertise.at) : byDefault(text, group.at);
}

function ownAddress(a: Member, b: Member, base: Base): Draft[] {
  const own = localAddresses;
  const cell = (member: Member): Cell | undefined => {
    const first = own(member)[0];
    return (
      first &&
      written(
        own(member)
          .map(
            (address) =>
              `${typedAddress(address.line.text, address.at.start - address.line.start, address.at.end - address.line.start)}/${address.prefix.length}`,
          )
          .join(', '),
        first.at,
      )
    );
  };
  const [ofA, ofB] = [cell(a), cell(b)];
  return ofA || ofB
    ? [
        {
          ...base,
          parameter: 'own address',
          kind: 'must differ',
          a: ofA,
          b: ofB,
          guide: [],
          rules: ['vrrp-subnet-mismatch', 'duplicate-interface-address'],
          lines: [...own(a), ...own(b)].map((address) => address.line),
          why: 'Two addresses of one subnet: each device has its own.',
        },
      ]
    : [];
}

function typedAddress(text: string, start: number, end: number): string {
  return text.slice(start, end).split('/')[0]!;
}

function virtualIps(group: GroupPair, base: Base, guide: readonly string[]): Draft[] {
  const row = (parameter: string, linkLocal: boolean): Draft[] => {
    const of = (group: Group) => group.virtualIps.filter((ip) => isLinkLocalIp(ip) === linkLocal);
    const cell = (group: Group): Cell | undefined => {
      const first = of(group)[0];
      const text = (ip: Group['virtualIps'][number]) => valueOf(ip.line, 'virtual-address')?.text ?? ip.address.key;
      return first && written(of(group).map(text).sort().join(', '), first.at);
    };
    const [a, b] = [cell(group.a), cell(group.b)];
    return a || b
      ? [
          {
            ...base,
            parameter,
            kind: 'must match',
            a,
            b,
            guide,
            rules: ['vrrp-virtual-ip-mismatch'].filter(() => !linkLocal),
            lines: [...of(group.a), ...of(group.b)].map((ip) => ip.line),
            why: 'Users have one gateway, whichever device is master.',
          },
        ]
      : [];
  };
  return [...row('virtual IP, link-local', true), ...row('virtual IP', false)];
}

function adminRow(group: GroupPair, base: Base): Draft[] {
  const cell = ({ admin }: Group): Cell | undefined =>
    admin && written(admin.ignoreIfDown ? 'set, ignore-if-down' : 'set', admin.at);
  const [a, b] = [cell(group.a), cell(group.b)];
  if (!a && !b && group.locations.length === 0) return [];
  const commands = group.a.family === 6 ? vrrp6 : vrrp;
  return [
    {
      ...base,
      parameter: group.a.family === 6 ? 'admin-vrrp6' : 'admin-vrrp',
      kind: 'must match',
      a,
      b,
      guide: commands.admin.guide ?? [],
      rules: ['service-location-group-not-admin', 'service-location-group-can-go-down'],
      why: 'The group that others follow is one on both devices.',
    },
  ];
}

/** Lines of the group that the rows before do not show: what it follows, what it tracks, timers that are seldom set. */
function otherLines(correspondence: Correspondence, group: GroupPair, { section: title, master }: Base): Draft[] {
  const commands = group.a.family === 6 ? vrrp6 : vrrp;
  const shown = new Set<string>([
    commands.virtualIp.id,
    commands.priority.id,
    commands.preemptDelay.id,
    commands.preemptDisable.id,
    commands.timerAdvertise.id,
    commands.timerMillisecond.id,
    commands.admin.id,
  ]);
  const isOther = (line: MatchedLine) => !shown.has(line.match!.command);
  const ofA = group.a.lines.filter(isOther).map((line) => ({ a: line, b: correspondence.lineFor('a', line) }));
  const ofB = group.b.lines
    .filter((line) => isOther(line) && !correspondence.lineFor('b', line))
    .map((line) => ({ a: undefined, b: line }));
  return [...ofA, ...ofB].map(({ a, b }) => ({
    ...lineRow(title, a, b),
    master,
    parameter: lineRow(title, a, b).parameter.replace(/^vrrp6? vrid \d+ /, ''),
    rules: rulesOf((a ?? b).match!.command),
  }));
}

function rulesOf(command: string): readonly string[] {
  if (command.endsWith('Location')) return ['service-location-untracked', 'service-location-tracks-differ'];
  return command.endsWith('.authentication') ? ['vrrp-authentication-differs'] : [];
}
