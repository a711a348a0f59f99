// The SSL policies of both ends of a channel say which certificate the device shows, or neither file says so.
import { pairRule } from '../../diagnostics/rule';
import type { Device, Rbs } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import { other } from '../../model/pairing/pair';
import type { Occurrence } from '../../model/references/section-names';
import { exampleChannel } from '../testing/example-channel';

/** What a policy holds, over all its sections. */
interface Policy {
  readonly definition: Occurrence;
  readonly certificate?: MatchedLine;
  /** Some line could not be read: it may be the one. */
  readonly isUnclear: boolean;
}

export default pairRule<undefined>({
  id: 'rbs-ssl-certificate-on-one-device',
  requirement: 'HB-RBSP-SSL',
  title: 'The SSL policy of one end of a backup channel has no certificate',
  severity: 'warning',
  why: 'That end has no certificate to show: where the other asks for one, the channel stays down and nothing is backed up.',
  guide: ['vendor command reference: certificate load, pki-realm (SSL policy view)'],
  supersededBy: ['rbs-ssl-policy-undefined', 'rbs-ssl-on-one-device'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    const reported = new Set<Occurrence>();
    for (const channel of pair.channels)
      for (const side of ['a', 'b'] as const) {
        const [device, peer] = [pair[side], pair[other(side)]];
        const own = policyOf(device, channel[side].rbs);
        const there = policyOf(peer, channel[other(side)].rbs);
        if (!own || !there?.certificate || own.certificate || own.isUnclear || reported.has(own.definition)) continue;
        reported.add(own.definition);
        const name = own.definition.text;
        const lacks = `${device.name}: SSL policy ${name} of RBS ${channel[side].rbs.name} has no certificate, unlike ${peer.name}`;
        yield {
          at: own.definition.at,
          message: `${lacks}: the channel may stay down; add certificate load`,
          peer: { at: there.certificate, message: `${lacks}: the channel may stay down` },
          facts: undefined,
        };
      }
  },
  examples: [
    {
      title: 'A certificate on one device',
      config:
        device(
          'DeviceA',
          1,
          '\n         certificate load pem-cert own.pem key-pair rsa key-file own.key auth-code cipher x',
        ) +
        device(
          'DeviceB',
          2,
          `
                   ^^^^^^ DeviceB: SSL policy backup of RBS s1 has no certificate, unlike DeviceA: the channel may stay down; add certificate load
         ssl minimum version tls1.2`,
        ),
    },
    {
      title: 'A certificate and a PKI realm',
      config:
        device('DeviceA', 1, '\n         certificate load asn1-cert own.der key-pair rsa key-file own.key') +
        device('DeviceB', 2, '\n         pki-realm backup'),
    },
    { title: 'In neither file', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
  ],
});

function policyOf(device: Device, { sslPolicy }: Rbs): Policy | undefined {
  if (!sslPolicy) return undefined;
  const definitions = device.nameIndex.definitionsOf('ssl-policy', nameKey(sslPolicy.value));
  const [definition] = definitions;
  if (!definition) return undefined;
  const lines = definitions.flatMap(({ line }) => inForce(line.lines)).filter((line) => !line.match?.undo);
  return {
    definition,
    certificate: lines.find((line) => /^(?:certificate load|pki-realm|pki-domain) /.test(canonicalText(line))),
    isUnclear: lines.some((line) => !line.match?.complete),
  };
}

function device(name: string, own: 1 | 2, lines: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ssl policy backup${lines}
        #
        ${exampleChannel('s1', own, '10.0.12', 2046)}
         bind ssl-policy backup
        #`;
}
