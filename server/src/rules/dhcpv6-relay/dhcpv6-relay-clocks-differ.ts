// Lifetimes of leases are backed up as times of day: both devices of a relay pair need one time
// (docs/decisions/requirements-that-are-no-rule.md).
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { bindingsOf } from '../../model/services/bindings';
import { pairRule } from '../../diagnostics/rule';
import { canonicalText, systemLines } from '../../model/lines/canonical-text';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'dhcpv6-relay-clocks-differ',
  requirement: 'HB-D6-CLOCK',
  title: 'The devices of a DHCPv6 relay pair do not take their time from the same place',
  severity: 'warning',
  why: 'With different times of day the backed-up lifetimes are wrong: entries expire too early or are kept too long after a switchover.',
  guide: ['000 prerequisites'],
  *check(pair) {
    const [ofA, ofB] = [bindingsOf(pair.a, 'dhcpv6-relay')[0], bindingsOf(pair.b, 'dhcpv6-relay')[0]];
    if (!ofA || !ofB || !pair.a.sysname || !pair.b.sysname) return;
    const [a, b] = [clockLines(pair.a), clockLines(pair.b)];
    if (a.length === 0 || b.length === 0) {
      const without = [...(a.length === 0 ? [pair.a] : []), ...(b.length === 0 ? [pair.b] : [])];
      const [at, peer] = b.length === 0 ? [ofB.at, ofA.at] : [ofA.at, ofB.at];
      const message = `${without.map((device) => device.name).join(' and ')}: no NTP server in the file; DHCPv6 relay backup needs one time on both devices, or lifetimes are wrong`;
      yield {
        at,
        message,
        severity: 'information',
        peer: without.length === 2 ? { at: peer, message } : undefined,
        facts: undefined,
      };
      return;
    }
    const names = (lines: readonly MatchedLine[]) => new Set(lines.flatMap(server));
    const [ours, others] = [names(a), names(b)];
    if (ours.size === 0 || others.size === 0 || [...ours].some((text) => others.has(text))) return;
    yield {
      at: b[0]!,
      message: `NTP server ${[...others].join(', ')} on ${pair.b.name}, ${[...ours].join(', ')} on ${pair.a.name}: if their clocks differ, lifetimes are wrong after a switchover`,
      peer: {
        at: a[0]!,
        message: `NTP server ${[...ours].join(', ')} on ${pair.a.name}, ${[...others].join(', ')} on ${pair.b.name}`,
      },
      facts: undefined,
    };
  },
  examples: [
    {
      title: 'Two time servers',
      config:
        device('DeviceA', 1, 'ntp-service unicast-server 192.0.2.1') +
        device(
          'DeviceB',
          2,
          `ntp-service unicast-server 192.0.2.2
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NTP server 192.0.2.2 on DeviceB, 192.0.2.1 on DeviceA`,
        ),
    },
    {
      title: 'One time server',
      config:
        device('DeviceA', 1, 'ntp-service unicast-server 192.0.2.1') +
        device('DeviceB', 2, 'ntp-service unicast-server 192.0.2.1'),
    },
  ],
});

function clockLines(device: Device): MatchedLine[] {
  return systemLines(
    device,
    /^(ntp|ntp-service|clock|ptp) (?!.*\b(timezone|disable|daylight-saving-time|authentication|source-interface)\b)/,
  );
}

function server(line: MatchedLine): string[] {
  const hit = /unicast-(?:server|peer) (?:ipv6 |domain )?(\S+)/.exec(canonicalText(line));
  return hit ? [hit[1]!] : [];
}

function device(name: string, own: 1 | 2, ntp: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${ntp}
        #
        ${exampleChannel('s1', own, '10.0.0', 2000)}
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
        #`;
}
