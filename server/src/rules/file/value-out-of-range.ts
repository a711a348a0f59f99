// Numbers, addresses and names of the hot-backup commands that the device refuses. The limits stand in the catalogue; a line of
// another product's spelling is not judged. In other commands only what is no address or network entity at all is told: the limits of
// their numbers differ by product.
import { entry, interfaceView } from '../../catalogue';
import type { ValueProblem, ValueType } from '../../catalogue';
import type { MatchedLine } from '../../model/lines/matched-line';
import { placeIn } from '../../model/read/line-values';
import { replace } from '../../edits/config-edits';
import { address } from '../../model/address';
import { lineRule, type Fix } from '../../diagnostics/rule';

const families = new Set([
  'vrrp',
  'vrrp6',
  'rbs',
  'rbp',
  'serviceLocation',
  'serviceInstanceGroup',
  'serviceHa',
  'dsLite',
  'natInstance',
  'nat64Instance',
  'eTrunk',
]);

/** Of families of which only some limits hold for every release. */
const commands = new Set(['ipPool.lease']);

export default lineRule<{ line: MatchedLine; problem: ValueProblem }>({
  id: 'value-out-of-range',
  requirement: [
    'HB-V-VRID-RANGE',
    'HB-V-PRIO-RANGE',
    'HB-V-PREEMPT-RANGE',
    'HB-V-ADV-RANGE',
    'HB-RBS-PORT-RANGE',
    'HB-RBP-BID-RANGE',
    'HB-SIG-WEIGHT',
    'HB-DSL-RANGE',
    'HB-NAME-LEN',
  ],
  title: 'A value is out of range',
  severity: 'error',
  why: 'The device refuses the line, and the default or the former value stays in force.',
  guide: ['published YANG', 'CLI reference'],
  concerns: ({ match }) => match !== undefined && match.problems.length > 0,
  *check(line, { start }) {
    const { match } = line;
    const command = match && match.problems.length > 0 ? entry(match.command) : undefined;
    if (!match || !command || match.undo || command.dialect || told.has(match.command)) return;
    const isOfHotBackup = families.has(command.family) || commands.has(match.command);
    for (const problem of match.problems) {
      const text = line.text.slice(problem.start, problem.end);
      const limits = problem.message.slice(problem.message.indexOf(': ') + 2);
      const type = command.parameters[problem.name]?.type;
      if (type?.kind === 'cipher' || (!isOfHotBackup && !isNoIdentity(text, type?.kind))) continue;
      yield {
        at: placeIn(line, problem.start, problem.end),
        severity: isOfHotBackup ? 'error' : 'warning',
        message: `${start}: ${messageOf(problem.name, text, limits, type?.kind)}`,
        facts: { line, problem },
      };
    }
  },
  fix({ line, problem }) {
    const command = line.match && entry(line.match.command);
    const type = command?.parameters[problem.name]?.type;
    if (!command || type?.kind !== 'integer') return [];
    const value = Number(line.text.slice(problem.start, problem.end));
    const to = (number: number, why = ''): Fix => ({
      title: `Use ${number}${why}`,
      edits: [replace(placeIn(line, problem.start, problem.end), String(number))],
      safe: false,
    });
    // Older releases stop at 3600 s (docs/decisions/preempt-delay-range.md).
    const max = /\bpreempt-mode\b/i.test(line.text) ? 3600 : type.max;
    const fixes = [to(Math.min(Math.max(value, type.min), max))];
    if (/\badvertise\s+\d+\s*$/i.test(line.text)) {
      const seconds = command.family === 'vrrp6' ? value * 100 : value / 100;
      if (Number.isInteger(seconds) && seconds >= type.min && seconds <= type.max) {
        fixes.unshift(
          to(seconds, command.family === 'vrrp6' ? ` centiseconds for ${value} s` : ` s for ${value} centiseconds`),
        );
      }
    }
    return fixes.filter(
      (fix, index) => fixes.findIndex((other) => other.edits[0]!.newText === fix.edits[0]!.newText) === index,
    );
  },
  examples: [
    {
      title: 'Seconds where VRRP6 wants centiseconds',
      config: `
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 timer advertise 2
                                      ^ advertise-interval 2 is out of range: 100-4095
        #
        fixed:
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 timer advertise 200
        #
      `,
    },
    {
      title: 'A delay beyond what any release takes',
      config: `
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 preempt-mode timer delay 18000
                                               ^^^^^ delay-time 18000 is out of range: 0-10800 s
        #
        fixed:
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 preempt-mode timer delay 3600
        #
      `,
    },
    {
      title: 'Group, priority, port, backup-id and address',
      config: `
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 80
                                            ^^ port-id 80 is out of range: 1024-55535
        #
        remote-backup-profile p1
         backup-id 4096 remote-backup-service s1
                   ^^^^ 4096 is out of range: 1-4095
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 256 virtual-ip 10.1.1.254
                   ^^^ virtual-router-id 256 is out of range: 1-255
         vrrp vrid 1 virtual-ip 10.1.1.300
                                ^^^^^^^^^^ virtual-address 10.1.1.300 is not an IPv4 address
         vrrp vrid 1 priority 255
                              ^^^ priority-value 255 is out of range: 1-254
        #
      `,
    },
    {
      title: 'A digit too many in an address that another command has',
      config: `
        sysname DeviceA
        #
        ip route-static 10.2.0.0 255.255.256.0 10.1.1.2
                                 ^^^^^^^^^^^^^ mask 255.255.256.0 is not an IPv4 mask
        ip route-static 10.3.0.0 24 10.1.1.256
                                    ^^^^^^^^^^ next-hop 10.1.1.256 is not an IPv4 address
        #
      `,
    },
    {
      title: 'A system ID that is short, and no 00 at the end',
      config: `
        isis 1
         network-entity 49.0001.0000.0000.01.00
                        ^^^^^^^^^^^^^^^^^^^^^^^ IS-IS process 1: net 49.0001.0000.0000.01.00 is not a network entity (area.XXXX.XXXX.XXXX.00); the device refuses the line
        #
        isis 2
         network-entity 49.0001.0000.0000.0001
                        ^^^^^^^^^^^^^^^^^^^^^^ IS-IS process 2: net 49.0001.0000.0000.0001 is not a network entity (area.XXXX.XXXX.XXXX.00); the device refuses the line
        #
        isis 3
         network-entity 47.0005.80ff.f800.0001.0000.0000.0001.00
         network-entity <network-entity>
        #
      `,
    },
    {
      title: 'The ends of the ranges, placeholders, and what is taken away',
      config: `
        interface GigabitEthernet0/1/2
         vrrp vrid 255 virtual-ip 10.1.1.254
         vrrp vrid 255 priority 254
         vrrp vrid 255 preempt-mode timer delay 10800
         vrrp vrid 255 timer advertise 255
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 timer advertise 4095
         vrrp vrid 1 priority {{ priority }}
         undo vrrp vrid 300 priority
        #
      `,
    },
  ],
});

/** Of these interface-address-impossible tells. */
const told: ReadonlySet<string> = new Set([interfaceView.address.id, interfaceView.ipv6Address.id]);

const addressKinds = new Set<ValueType['kind']>([
  'ipv4',
  'ipv4-mask',
  'ipv4-wildcard',
  'ipv4-prefix',
  'ipv6',
  'ipv6-prefix',
]);

/** A mask with holes has the form of an address, and some commands take wildcards where others take masks. */
function isNoIdentity(text: string, kind: ValueType['kind'] | undefined): boolean {
  if (kind === 'network-entity') return true;
  return kind !== undefined && addressKinds.has(kind) && address(text) === undefined;
}

function messageOf(name: string, text: string, limits: string, kind: ValueType['kind'] | undefined): string {
  switch (kind) {
    case 'integer':
      return `${name} ${text} is out of range: ${limits}; the device refuses the line`;
    case 'string':
      return `${name} has ${text.length} characters: ${limits} allowed; the device refuses the line`;
    default:
      return `${name} ${text} is ${limits}; the device refuses the line`;
  }
}
