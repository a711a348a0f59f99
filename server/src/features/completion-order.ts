// Which of the words that may be typed comes first: what the view still lacks, the command of the line above, the commands of
// hot backup, what stands around them, the rest. Within one rank the catalogue's own order holds.
import { catalogue, entry, type Command, type ViewName } from '../catalogue/index';
import { forms } from '../catalogue/notation';
import type { MatchedLine } from '../model/lines/matched-line';

/** What a view of hot backup needs, in the order in which it is usually typed. */
const needed: Partial<Record<ViewName, readonly string[]>> = {
  rbp: ['service-type', 'backup-id', 'peer-backup', 'vrrp-id', 'vrrp6-id'],
  rbs: ['peer', 'peer-ipv6'],
  'service-location': ['location', 'vrrp', 'remote-backup'],
  'service-instance-group': ['service-location', 'remote-backup-service'],
  'ip-pool': ['gateway', 'section', 'dhcp-server-identifier'],
};

/** Its heart. */
const first: ReadonlySet<string> = new Set(['vrrp', 'vrrp6', 'rbs', 'rbp']);
/** The families of commands that hot backup is made of. */
export const hotBackupFamilies: ReadonlySet<string> = new Set([
  'vrrp',
  'vrrp6',
  'rbs',
  'rbp',
  'dhcpv6Relay',
  'dhcp',
  'ipPool',
  'ipv6Pool',
  'nd',
  'multicast4',
  'multicast6',
  'serviceHa',
  'serviceLocation',
  'serviceInstanceGroup',
  'monitorLocationGroup',
  'dsLite',
  'natInstance',
  'nat64Instance',
  'eTrunk',
  'ssl',
]);
/** What stands around it in nearly every file. */
const around: ReadonlySet<string> = new Set([
  'interface',
  'system',
  'isis',
  'bfd',
  'staticRoute',
  'ntp',
  'monitorGroup',
]);

/** A smaller number comes first. `block`: the other lines of the view; `above`: the nearest of them above the cursor. */
export function wordOrder(
  view: ViewName,
  typed: readonly string[],
  block: readonly MatchedLine[],
  above: MatchedLine | undefined,
): (keyword: string, command: string) => number {
  if (typed.length > 0) {
    return (_, command) => familyRank(entry(command));
  }
  const reported = new Set(block.map((line) => firstWord(line)));
  const lacks = (needed[view] ?? []).filter((word) => !reported.has(word));
  const before = above && firstWord(above);
  const ranks = firstWordRanks(view);
  return (keyword) => {
    const missing = lacks.indexOf(keyword);
    if (missing >= 0) return missing / 100;
    if (keyword === before) return 1;
    return ranks.get(keyword) ?? 4;
  };
}

function familyRank(command: Command | undefined): number {
  if (!command || command.action || command.dialect) return 4;
  if (first.has(command.family)) return 2;
  if (hotBackupFamilies.has(command.family)) return 2.5;
  return around.has(command.family) ? 3 : 4;
}

function firstWord(line: MatchedLine): string | undefined {
  const role = line.match?.undo ? undefined : line.match?.roles[0];
  return role?.kind === 'keyword' ? role.keyword : undefined;
}

const known = new Map<ViewName, ReadonlyMap<string, number>>();

/** The best rank of any command that begins with a word. */
function firstWordRanks(view: ViewName): ReadonlyMap<string, number> {
  let ranks = known.get(view);
  if (!ranks) {
    const found = new Map<string, number>();
    for (const command of catalogue) {
      if (!command.views.includes(view)) continue;
      for (const form of forms(command.format)) {
        const word = /^[^\s[\]{}|<>]+/.exec(form)?.[0];
        if (word !== undefined) found.set(word, Math.min(found.get(word) ?? 4, familyRank(command)));
      }
    }
    if (view !== 'user') found.set('undo', 3);
    known.set(view, (ranks = found));
  }
  return ranks;
}
