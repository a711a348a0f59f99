// `isis ipv6 enable` on an interface does nothing while the process itself does not carry IPv6; and two devices whose processes carry it
// in different topologies learn no IPv6 route from each other.
import { insertInBlock } from '../../edits/config-edits';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { interfacesJoining } from '../../model/routing/igp-interfaces';
import { igpProcesses, type IgpProcess } from '../../model/routing/igp-processes';
import { holdsSeveralDevices } from '../../model/whole-file';

interface Facts {
  readonly device: Device;
  readonly process: IgpProcess;
  /** The line of the other device. */
  readonly text: string | undefined;
}

export default pairRule<Facts>({
  id: 'isis-ipv6-not-enabled',
  requirement: 'HB-X-IGP-IPV6',
  title: 'An IS-IS process does not carry the IPv6 routes of its interfaces',
  severity: 'error',
  why: 'The device learns and announces no IPv6 route by IS-IS: after a switchover to it the users of IPv6 are cut off.',
  guide: ['003 configuration files'],
  *check(pair) {
    if (holdsSeveralDevices(pair.a) || holdsSeveralDevices(pair.b)) return;
    for (const side of ['a', 'b'] as const) yield* withoutIpv6(pair, side);
    yield* otherTopology(pair);
  },
  fix: ({ device, process, text }) =>
    text === undefined || process.ipv6
      ? []
      : [
          {
            title: `Add ${text} to IS-IS process ${process.id} of ${device.name}`,
            edits: [insertInBlock(device, { heads: [process.head], lines: process.head.lines }, text)],
            safe: false,
          },
        ],
  examples: [
    {
      title: 'One device does not carry IPv6',
      config: `${isisDevice('DeviceA', 1, '\n         ipv6 enable topology ipv6')}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8:12::1 source-ipv6 2001:DB8:12::2 port 2046
        #
        isis 1
        ^^^^^^ DeviceB: IS-IS process 1 carries no IPv6, but GigabitEthernet0/1/0 runs IPv6 there: no IPv6 route is learned; add ipv6 enable
         network-entity 49.0001.0000.0000.0002.00
        #
        interface GigabitEthernet0/1/0
         ipv6 enable
         ipv6 address 2001:DB8:12::2/64
         isis ipv6 enable 1
        #
        fixed:${isisDevice('DeviceB', 2, '\n         ipv6 enable topology ipv6')}`,
    },
    {
      title: 'Two topologies',
      config: `${isisDevice('DeviceA', 1, '\n         ipv6 enable topology ipv6')}${isisDevice(
        'DeviceB',
        2,
        `
         ipv6 enable topology standard
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: IS-IS process 1 carries IPv6 in topology standard, that of DeviceA in topology ipv6`,
      )}`,
    },
    {
      title: 'Both carry it; the process is not in the file',
      config: `${isisDevice('DeviceA', 1, '\n         ipv6 enable topology ipv6')}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8:12::1 source-ipv6 2001:DB8:12::2 port 2046
        #
        interface GigabitEthernet0/1/0
         ipv6 enable
         ipv6 address 2001:DB8:12::2/64
         isis ipv6 enable 1
        #
      `,
    },
  ],
});

function* withoutIpv6(pair: Pair, side: Side): Iterable<RawFinding<Facts>> {
  const [device, peer] = [pair[side], pair[other(side)]];
  const peerLine = isisProcesses(peer).find((igpProcess) => igpProcess.ipv6)?.ipv6;
  for (const process of isisProcesses(device)) {
    const joined = interfacesJoining(device, process, 6)[0];
    if (process.ipv6 || !joined) continue;
    yield {
      at: process.head,
      severity: peerLine ? 'error' : 'warning',
      message: `${device.name}: IS-IS process ${process.id} carries no IPv6, but ${joined.name} runs IPv6 there: no IPv6 route is learned; add ipv6 enable`,
      peer: peerLine && {
        at: peerLine,
        message: `${peer.name}: this process carries IPv6, IS-IS process ${process.id} of ${device.name} does not`,
      },
      also: [{ at: joined.at, message: `${device.name}: ${joined.name} has isis ipv6 enable` }],
      facts: { device, process, text: peerLine && canonicalText(peerLine) },
    };
  }
}

/** Processes of both devices that carry IPv6 in different topologies; the first of each, which pairs of routers have one of. */
function* otherTopology(pair: Pair): Iterable<RawFinding<Facts>> {
  const [a, b] = [isisProcesses(pair.a), isisProcesses(pair.b)];
  const [ofA, ofB] = [a[0], b[0]];
  if (a.length !== 1 || b.length !== 1 || !ofA?.ipv6 || !ofB?.ipv6) return;
  const [left, right] = [topologyOf(ofA), topologyOf(ofB)];
  if (left === right) return;
  yield {
    at: ofB.ipv6,
    severity: 'warning',
    message: `${pair.b.name}: IS-IS process ${ofB.id} carries IPv6 in topology ${right}, that of ${pair.a.name} in topology ${left}: no IPv6 route is learned`,
    peer: {
      at: ofA.ipv6,
      message: `${pair.a.name}: IS-IS process ${ofA.id} carries IPv6 in topology ${left}, that of ${pair.b.name} in topology ${right}: no IPv6 route is learned`,
    },
    facts: { device: pair.b, process: ofB, text: undefined },
  };
}

function isisProcesses(device: Device): readonly IgpProcess[] {
  return igpProcesses(device).filter((process) => process.protocol === 'isis');
}

/** `standard` where no word says it (CLI reference, ipv6 enable). */
function topologyOf({ ipv6 }: IgpProcess): string {
  return / topology (\S+)/.exec(canonicalText(ipv6!))?.[1] ?? 'standard';
}

/** A device of the examples; `own` is its number on the link. */
function isisDevice(name: string, own: 1 | 2, more: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8:12::${3 - own} source-ipv6 2001:DB8:12::${own} port 2046
        #
        isis 1
         network-entity 49.0001.0000.0000.000${own}.00${more}
        #
        interface GigabitEthernet0/1/0
         ipv6 enable
         ipv6 address 2001:DB8:12::${own}/64
         isis ipv6 enable 1
        #`;
}
