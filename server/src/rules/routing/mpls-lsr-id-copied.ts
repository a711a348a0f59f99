// The LSR ID names a router to LDP and its neighbours (docs/decisions/copied-identity.md).
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { lsrIdOf } from '../../model/routing/labels';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'mpls-lsr-id-copied',
  requirement: 'HB-X-ID-LSR',
  title: 'Both devices have one MPLS LSR ID',
  severity: 'error',
  why: 'LDP neighbours take the two for one router: sessions do not come up, and tunnels through the pair break.',
  guide: ['RFC 5036 2.2.2'],
  *check(pair) {
    const [a, b] = [lsrIdOf(pair.a), lsrIdOf(pair.b)];
    if (!a || !b || a.value.key !== b.value.key) return;
    const message = (self: Device, other: Device) =>
      `${self.name} has MPLS LSR ID ${b.value.key}, as ${other.name} has: neighbours take the two for one router; use one of its own`;
    yield {
      at: b.at,
      severity: runsLdp(pair.a) && runsLdp(pair.b) ? 'error' : 'warning',
      message: message(pair.b, pair.a),
      peer: { at: a.at, message: message(pair.a, pair.b) },
      facts: undefined,
    };
  },
  examples: [
    {
      title: 'A copied line',
      config:
        device('DeviceA', 1, '10.9.0.1') +
        device(
          'DeviceB',
          2,
          `10.9.0.1
                    ^^^^^^^^ DeviceB has MPLS LSR ID 10.9.0.1, as DeviceA has: neighbours take the two for one router; use one of its own`,
        ),
    },
    { title: 'Different', config: device('DeviceA', 1, '10.9.0.1') + device('DeviceB', 2, '10.9.0.2') },
  ],
});

function runsLdp({ system }: Device): boolean {
  return lastLine(system, 'mpls.ldp') !== undefined;
}

function lastLine(system: Device['system'], command: string): MatchedLine | undefined {
  return (system.get(command) ?? []).findLast((line) => !line.match?.undo);
}

function device(name: string, own: 1 | 2, id: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.9.0', 2000)}
        #
        mpls lsr-id ${id}
        #
        mpls ldp
        #`;
}
