// Tunnels that are backed up start from a loopback that moves with the role: the group of the tunnels names it with `rui`, the backup
// service names it, and the other device has its address too.
import type { Device, Rbs } from '../../model/device';
import { replace } from '../../edits/config-edits';
import type { MatchedLine } from '../../model/lines/matched-line';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { igpNames } from '../../model/routing/igp-processes';
import { serviceOf } from '../../model/services/channels';
import { profilePairsWith } from '../../model/services/followed-groups';
import { movedLoopback, tunnelFault } from '../../model/services/tunnels';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { exampleLogin } from '../testing/example-login';

interface Facts {
  readonly device: Device;
  /** The line that lacks `rui`. */
  readonly line: MatchedLine;
}

/** The numbers of the loopbacks of an example. */
const both = [1, 2];

export default pairRule<Facts | undefined>({
  id: 'l2tp-tunnel-source',
  requirement: 'HB-BR-L2TP-SOURCE',
  title: 'The tunnels that are backed up do not move with the role',
  severity: 'warning',
  why: 'The LNS sends to the address from which a tunnel starts: where it does not move to the new master, the sessions are lost.',
  guide: ['011 step 4.2', '011 step 4.3', '011 step 4.4'],
  *check(pair) {
    for (const side of ['a', 'b'] as const)
      for (const service of servicesOf(pair, side)) {
        const found = problemOf(pair, side, service);
        if (found) yield found;
      }
  },
  fix(facts) {
    if (!facts) return [];
    const edits = [replace({ ...facts.line, start: facts.line.end }, ' rui')];
    return [{ title: `Add rui on ${facts.device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'The group of the tunnels names the loopback without rui',
      config:
        device('DeviceA', 1, 'LoopBack1 rui', both) +
        device(
          'DeviceB',
          2,
          `LoopBack2
         ^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: no L2TP group starts its tunnels from loopback 2 with rui: the tunnels do not move with the role`,
          both,
        ) +
        `
        fixed:${device('DeviceB', 2, 'LoopBack2 rui', both)}`,
    },
    {
      title: 'The other device lacks the loopback',
      config:
        device('DeviceA', 1, 'LoopBack1 rui', both).replace(
          'l2tp-tunnel source loopback 1',
          `l2tp-tunnel source loopback 1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: tunnels start from 10.0.9.1 of LoopBack1, which DeviceB has on no interface: after a switchover the LNS loses the tunnels`,
        ) + device('DeviceB', 2, 'LoopBack2 rui', [2]),
    },
    {
      title: 'The device itself lacks the loopback',
      config:
        device('DeviceA', 1, 'LoopBack1 rui', [2]).replace(
          'l2tp-tunnel source loopback 1',
          `l2tp-tunnel source loopback 1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: tunnels start from LoopBack1, which DeviceB alone has: no tunnel of this device comes up; create that loopback`,
        ) + device('DeviceB', 2, 'LoopBack2 rui', both),
    },
    {
      title: 'OSPF of one device does not announce the loopback',
      config:
        device('DeviceA', 1, 'LoopBack1 rui', both, '\n         import-route direct') +
        device('DeviceB', 2, 'LoopBack2 rui', both, '').replace(
          'interface LoopBack1',
          `interface LoopBack1
                  ^^^^^^^^^ DeviceB: no routing protocol announces LoopBack1, where tunnels of DeviceA start (OSPF): after a switchover the LNS loses the tunnels; announce the loopback`,
        ),
    },
    {
      title: 'Both have both',
      config: device('DeviceA', 1, 'LoopBack1 rui', both) + device('DeviceB', 2, 'LoopBack2 rui', both),
    },
  ],
});

function servicesOf(pair: Pair, side: Side): Rbs[] {
  const services = profilePairsWith(pair, 'l2tp').flatMap((matched) => serviceOf(matched[side], pair[side]) ?? []);
  return [...new Set(services)];
}

function problemOf(pair: Pair, side: Side, service: Rbs): RawFinding<Facts | undefined> | undefined {
  const [device, peer] = [pair[side], pair[other(side)]];
  const fault = tunnelFault(pair, side, service);
  switch (fault?.kind) {
    case undefined:
      return undefined;
    case 'not-named':
      // A line that one device alone has is told as such.
      return servicesOf(pair, other(side)).some(movedLoopback) ? undefined : unmoved(device, service);
    case 'without-rui': {
      const { start, line, number } = fault;
      const message = `${device.name}: no L2TP group starts its tunnels from loopback ${number} with rui: the tunnels do not move with the role`;
      return { at: start ?? line, message, facts: start && { device, line: start } };
    }
    case 'without-loopback':
      return {
        at: fault.line,
        message: `${device.name}: tunnels start from LoopBack${fault.number}, which ${peer.name} alone has: no tunnel of this device comes up; create that loopback`,
        facts: undefined,
      };
    case 'unannounced': {
      const names = fault.igps.map((igp) => igpNames[igp]).join(' and ');
      return {
        at: fault.at,
        message: `${peer.name}: no routing protocol announces LoopBack${fault.number}, where tunnels of ${device.name} start (${names}): after a switchover the LNS loses the tunnels; announce the loopback`,
        facts: undefined,
      };
    }
    case 'without-twin':
      return {
        at: fault.line,
        message: `${device.name}: tunnels start from ${fault.address} of LoopBack${fault.number}, which ${peer.name} has on no interface: after a switchover the LNS loses the tunnels`,
        facts: undefined,
      };
  }
}

function unmoved(device: Device, service: Rbs): RawFinding<undefined> {
  const message = `${device.name}: RBS ${service.name} has no l2tp-tunnel source: after a switchover the LNS goes on sending to this device`;
  return { at: service.at, message, facts: undefined };
}

function device(name: string, own: 1 | 2, source: string, loopbacks: readonly number[], ospf?: string): string {
  return exampleLogin(name, own, {
    service: `l2tp-tunnel source loopback ${own}`,
    profile: 'service-type l2tp',
    after: [
      `l2tp-group lac1
         tunnel source ${source}`,
      ...loopbacks.map(
        (number) => `interface LoopBack${number}
         ip address 10.0.9.${number} 255.255.255.255`,
      ),
      ...(ospf === undefined
        ? []
        : [
            `ospf 1${ospf}
         area 0.0.0.0
          network 10.0.0.0 0.0.0.255`,
          ]),
    ].join('\n        #\n        '),
  });
}
