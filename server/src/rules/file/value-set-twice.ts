// A command that holds one value, given two in the merged sections of one view: the last one wins
// (docs/decisions/repeated-lines-and-values.md). A line that only repeats itself is nothing, and an `undo` between the
// two makes it a change of mind.
import { entry, keyOf } from '../../catalogue';
import type { Block, Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { withoutSecrets } from '../../model/secrets';
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';

const families = new Set(['vrrp', 'vrrp6', 'rbs', 'rbp', 'eTrunk']);

export default deviceRule<Repeated>({
  id: 'value-set-twice',
  requirement: 'HB-X-LINE-TWICE',
  title: 'One command is given two different values',
  severity: 'warning',
  why: 'The device keeps the last value only; whoever reads the first is misled.',
  guide: ['published configuration files'],
  independentPer: 'block',
  *check(device) {
    for (const { name, block } of blocks(device)) {
      for (const { earlier, last: line } of repeatedIn(block)) {
        const match = line.match!;
        const first = earlier[0]!;
        const changed =
          match.values.find(
            (value, index) => value.text.toLowerCase() !== first.match!.values[index]?.text.toLowerCase(),
          ) ?? match.values[match.values.length - 1];
        const isSecret = changed && entry(match.command)?.parameters[changed.name]?.type.kind === 'cipher';
        yield {
          at: changed
            ? { anchor: line.anchor, row: line.row, start: line.start + changed.start, end: line.start + changed.end }
            : line,
          message: `${device.name}: ${name} has ${changed ? `${changed.name} ${times(earlier)}` : `one command ${times(earlier)}`}; the last one${isSecret ? '' : `, ${changed ? changed.text : withoutSecrets(line)},`} wins`,
          also: earlier.map((at) => ({ at, message: `${device.name}: ${name}: a value that is overwritten below` })),
          facts: { earlier, last: line },
        };
      }
    }
  },
  fix: ({ earlier, last }) => [
    {
      title: earlier.length === 1 ? 'Remove the first line' : 'Remove all lines but the last',
      edits: earlier.map(removeLine),
      safe: false,
    },
    { title: 'Remove the last line', edits: [removeLine(last)], safe: false },
  ],
  examples: [
    {
      title: 'Two priorities in two sections of one interface',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
        #
        interface GigabitEthernet 0/1/2
         vrrp vrid 1 priority 200
                              ^^^ DeviceA: GigabitEthernet0/1/2 has priority-value twice; the last one, 200, wins
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet 0/1/2
         vrrp vrid 1 priority 200
        #
      `,
    },
    {
      title: 'Three sections with three values: the last line of the file wins, once',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 preempt-mode timer delay 1800
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 preempt-mode timer delay 600
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 preempt-mode timer delay 60
                                              ^^ DeviceA: GigabitEthernet0/1/2 has delay-time 3 times; the last one, 60, wins
        #
      `,
    },
    {
      title: 'Two backup-ids',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         backup-id 10 remote-backup-service s1
         backup-id 11 remote-backup-service s1
                   ^^ DeviceA: RBP p1 has backup-id twice; the last one, 11, wins
        #
      `,
    },
    {
      title: 'Two priorities of an E-Trunk, and its timers',
      config: `
        sysname DeviceA
        #
        e-trunk 8
         priority 10
         timer hello 9
         timer hold-on-failure multiplier 10
        #
        e-trunk 8
         priority 60
                  ^^ DeviceA: E-Trunk 8 has priority twice; the last one, 60, wins
        #
      `,
    },
    {
      title: 'Two devices in one file',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         backup-id 10 remote-backup-service s1
        #
        return
        #
        sysname DeviceB
        #
        remote-backup-profile p1
         backup-id 11 remote-backup-service s1
        #
      `,
    },
    {
      title: 'Repeated literally, undone in between, or of another group',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 virtual-ip 10.1.1.253
         vrrp vrid 1 priority 120
         vrrp vrid 2 virtual-ip 10.1.1.252
         vrrp vrid 2 priority 110
         undo vrrp vrid 2 priority
         vrrp vrid 2 priority 130
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 priority  120
        #
      `,
    },
  ],
});

/** The lines of one command with different values; all but the last say nothing. */
interface Repeated {
  readonly earlier: readonly MatchedLine[];
  readonly last: MatchedLine;
}

function times(earlier: readonly MatchedLine[]): string {
  return earlier.length === 1 ? 'twice' : `${earlier.length + 1} times`;
}

const repeatedIn = memoizeByObject(findRepeated);

function findRepeated(block: Block): Repeated[] {
  if (!hasCommandTwice(block)) return [];
  /** By command and what it is about: its lines since the last `undo`. */
  const held = new Map<string, MatchedLine[]>();
  for (const line of block.lines) {
    const { match } = line;
    const command = match && entry(match.command);
    if (!match || !command || !families.has(command.family)) continue;
    if (match.undo) {
      for (const [key, lines] of held) if (lines[0]!.match!.command === match.command) held.delete(key);
      continue;
    }
    const key = match.complete ? keyOf(match) : undefined;
    if (key !== undefined) push(held, `${match.command} ${key}`, line);
  }
  return [...held.values()].flatMap((lines): Repeated[] => {
    const last = lines.at(-1)!;
    const earlier = lines.filter((line) => canonicalText(line) !== canonicalText(last));
    return earlier.length > 0 ? [{ earlier, last }] : [];
  });
}

/** Nearly no block has one. */
function hasCommandTwice({ lines }: Block): boolean {
  const seen = new Set<string>();
  return lines.some(
    ({ match }) => match?.complete && !match.undo && (seen.has(match.command) || (seen.add(match.command), false)),
  );
}

/** The blocks in which something is given twice, with their names. */
function blocks(device: Device): { name: string; block: Block }[] {
  const found: { name: string; block: Block }[] = [];
  const add =
    (prefix: string) =>
    ({ name, block }: { readonly name: string; readonly block: Block }) => {
      if (repeatedIn(block).length > 0) found.push({ name: `${prefix}${name}`, block });
    };
  const [ofInterface, ofService, ofProfile, ofTrunk] = [add(''), add('RBS '), add('RBP '), add('E-Trunk ')];
  for (const port of device.interfaces.values()) if (port.groups.length > 0) ofInterface(port);
  device.services.forEach(ofService);
  device.profiles.forEach(ofProfile);
  device.eTrunks.forEach(({ id, block }) => ofTrunk({ name: String(id), block }));
  return found;
}
