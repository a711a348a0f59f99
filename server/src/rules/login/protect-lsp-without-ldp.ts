// An LSP to the other device is there only where both run LDP on their links. An excerpt may have left MPLS out: what proves the fault is
// a whole file, or the other device that has the line. Segment routing, TE or BGP may give the labels as well.
import { rbs } from '../../catalogue';
import { pairRule } from '../../diagnostics/rule';
import { insertSection } from '../../edits/config-edits';
import { spelled } from '../../model/address';
import type { Device } from '../../model/device';
import { other } from '../../model/pairing/pair';
import { hasOtherLabels, ldpLines, ldpLinesOf, type LdpLine } from '../../model/routing/labels';
import { protectionsOf, type Protection } from '../../model/services/protection';
import { exampleLogin } from '../testing/example-login';

interface Facts {
  readonly device: Device;
  readonly lacking: readonly LdpLine[];
  /** What the other device protects over: an address of this one. */
  readonly named: Protection | undefined;
}

export default pairRule<Facts>({
  id: 'protect-lsp-without-ldp',
  requirement: 'HB-BR-LSP',
  title: 'A protect line leads over an LSP, and MPLS LDP is off',
  severity: 'warning',
  why: 'Without LDP on both devices there is no LSP between them: packets for users who have moved are lost.',
  guide: ['vendor command reference: protect lsp-tunnel'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const channel of pair.channels) {
      for (const side of ['a', 'b'] as const) {
        const [device, peer] = [pair[side], pair[other(side)]];
        const protection = protectionsOf(channel[side].rbs).find(isLsp);
        if (!protection || hasOtherLabels(device)) continue;
        const lacking = ldpLines.filter((line) => !ldpLinesOf(device).has(line));
        const [first] = lacking;
        if (!first) continue;
        const isProved = device.isWholeFile || lacking.some((line) => ldpLinesOf(peer).has(line));
        const start = `${device.name}: RBS ${channel[side].rbs.name} protects over an LSP, and`;
        yield {
          at: protection.line,
          severity: isProved ? 'warning' : 'information',
          message: isProved
            ? `${start} there is no ${first}: packets for moved users are lost; add the line`
            : `${start} ${first} is not in this file: there is no LSP; turn on MPLS LDP`,
          facts: { device, lacking, named: protectionsOf(channel[other(side)].rbs).find(isLsp) },
        };
      }
    }
  },
  // Which links run LDP is for a person to say.
  fix({ device, lacking, named }) {
    const id = named && spelled(named.target.value.bytes);
    const isOwn = named !== undefined && device.addresses.has(named.target.value.key);
    const sections = lacking.flatMap((line) => {
      if (line === 'mpls lsr-id') return id !== undefined && isOwn ? [`mpls lsr-id ${id}`, '#'] : [];
      return line === 'mpls ldp on a link' ? [] : [line, '#'];
    });
    if (sections.length === 0 || (lacking.includes('mpls lsr-id') && !isOwn)) return [];
    const first = [...device.interfaces.values()][0]?.block.heads[0];
    return [
      {
        title: `Turn on MPLS LDP on ${device.name}`,
        edits: [insertSection(device, sections.slice(0, -1), first)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'On one device',
      config:
        device('DeviceA', 1, { isLabelled: true }) +
        device('DeviceB', 2, {
          said: 'DeviceB: RBS s1 protects over an LSP, and there is no mpls lsr-id: packets for moved users are lost; add the line',
        }),
    },
    {
      title: 'On neither, in excerpts: information',
      config:
        device('DeviceA', 1, {
          said: 'DeviceA: RBS s1 protects over an LSP, and mpls lsr-id is not in this file: there is no LSP; turn on MPLS LDP',
        }) +
        device('DeviceB', 2, {
          said: 'DeviceB: RBS s1 protects over an LSP, and mpls lsr-id is not in this file: there is no LSP; turn on MPLS LDP',
        }),
    },
    {
      title: 'On both',
      config: device('DeviceA', 1, { isLabelled: true }) + device('DeviceB', 2, { isLabelled: true }),
    },
    {
      title: 'Labels of segment routing',
      config: device('DeviceA', 1, { before: 'segment-routing' }) + device('DeviceB', 2, { before: 'segment-routing' }),
    },
  ],
});

function isLsp({ line }: Protection): boolean {
  return line.match?.command === rbs.protectLsp.id;
}

interface Parts {
  readonly isLabelled?: boolean;
  readonly before?: string;
  readonly said?: string;
}

function device(name: string, own: 1 | 2, { isLabelled, before, said }: Parts): string {
  const way = `protect lsp-tunnel for-all-instance peer-ip 10.0.9.${3 - own}`;
  return exampleLogin(name, own, {
    service: said === undefined ? way : `${way}\n         ${'^'.repeat(way.length)} ${said}`,
    before: isLabelled ? `mpls lsr-id 10.0.9.${own}\n        #\n        mpls\n        #\n        mpls ldp` : before,
    after: `interface LoopBack0
         ip address 10.0.9.${own} 255.255.255.255
        #
        interface GigabitEthernet0/1/8
         ip address 10.0.8.${own} 255.255.255.252${isLabelled ? '\n         mpls\n         mpls ldp' : ''}`,
  });
}
