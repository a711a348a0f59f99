// Announcing the routes of delegated prefixes is part of the same relay configuration on both devices.
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { bindingsOf } from '../../model/services/bindings';
import { insertAfter, removeLine } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { systemLines } from '../../model/lines/canonical-text';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<{ lacking: Device; having: Device; line: MatchedLine }>({
  id: 'dhcpv6-relay-pd-route-one-sided',
  requirement: 'HB-D6-PDROUTE',
  title: 'Only one device of a DHCPv6 relay pair announces the routes of delegated prefixes',
  severity: 'warning',
  why: 'While the other device is master the network has no route to the delegated prefixes, and downstream traffic is lost.',
  guide: ['000 prerequisites'],
  *check(pair) {
    const [ofA, ofB] = [bindingsOf(pair.a, 'dhcpv6-relay')[0], bindingsOf(pair.b, 'dhcpv6-relay')[0]];
    if (!ofA || !ofB) return;
    const [a, b] = [
      systemLines(pair.a, /^dhcpv6 export pd-route/, 'dhcpv6')[0],
      systemLines(pair.b, /^dhcpv6 export pd-route/, 'dhcpv6')[0],
    ];
    if (!a === !b) return;
    const [having, lacking, line, at] = a ? [pair.a, pair.b, a, ofB.at] : [pair.b, pair.a, b!, ofA.at];
    const message = `${lacking.name} lacks dhcpv6 export pd-route, which ${having.name} has: delegated prefixes are not announced after a switchover`;
    yield { at, message, peer: { at: line, message }, facts: { lacking, having, line } };
  },
  fix({ lacking, having, line }): Fix[] {
    const anchor =
      lacking.sysname &&
      [...lacking.system.values()]
        .flat()
        .find((line) => line.anchor === lacking.sysname!.at.anchor && line.row === lacking.sysname!.at.row);
    return [
      ...(anchor
        ? [
            {
              title: `Add dhcpv6 export pd-route on ${lacking.name}`,
              edits: [insertAfter(lacking, anchor, 'dhcpv6 export pd-route')],
              safe: false,
            },
          ]
        : []),
      { title: `Remove it on ${having.name}`, edits: [removeLine(line)], safe: false },
    ];
  },
  examples: [
    {
      title: 'On DeviceA only',
      config: `${device(
        'DeviceA',
        1,
        `
        dhcpv6 export pd-route
        #`,
        '',
      )}${device(
        'DeviceB',
        2,
        '',
        `
                               ^^^^^ DeviceB lacks dhcpv6 export pd-route, which DeviceA has`,
      )}`,
    },
    {
      title: 'On both; on neither',
      config: `${device(
        'DeviceA',
        1,
        `
        dhcpv6 export pd-route
        #`,
        '',
      )}${device(
        'DeviceB',
        2,
        `
        dhcpv6 export pd-route
        #`,
        '',
      )}`,
    },
  ],
});

function device(name: string, own: 1 | 2, system: string, carets: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #${system}
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
         remote-backup-profile relay${carets}
        #`;
}
