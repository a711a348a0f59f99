// Rows of the backup services: the channel between the devices.
import { rbs } from '../../catalogue';
import type { Rbs } from '../../model/device';
import type { ChannelPair, Side } from '../../model/pairing/pair';
import { typedPeer, typedSource } from '../../rules/shared/backup-services';
import type { Correspondence } from '../correspondence';
import type { Cell } from './row';
import { bothNames, written, type Section } from './row-builder';
import { lineParts, nameKind, scopeOf, section, type Part } from './section-builder';

/** A section for each backup channel. */
export function channelSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  const paired = new Set(pair.channels.flatMap((channel) => [channel.a.rbs, channel.b.rbs]));
  const lone = (side: Side) => [...pair[side].services.values()].filter((service) => !paired.has(service));
  const [services, peerServices] = [lone('a'), lone('b')];
  return [
    ...pair.channels.map((channel) => serviceSection(correspondence, channel.a.rbs, channel.b.rbs, channel)),
    // Without a channel services correspond by name.
    ...services.map((service) => {
      const counterpart = peerServices.find((candidate) => candidate.key === service.key);
      return serviceSection(correspondence, service, counterpart);
    }),
    ...peerServices
      .filter((service) => !services.some((candidate) => candidate.key === service.key))
      .map((service) => serviceSection(correspondence, undefined, service)),
  ];
}

function serviceSection(
  correspondence: Correspondence,
  a: Rbs | undefined,
  b: Rbs | undefined,
  channel?: ChannelPair,
): Section {
  const title = `RBS ${bothNames(a?.name, b?.name)}`;
  const shown = [rbs.peer.id, rbs.peer6.id, rbs.bindSslPolicy.id];
  return section(title, [], scopeOf([a, b]), [
    {
      parameter: 'name',
      kind: nameKind(a, b),
      a: a && written(a.name, a.at),
      b: b && written(b.name, b.at),
      guide: rbs.create.guide,
      rules: ['rbs-without-ssl', 'rbs-unused', 'rbp-names-differ'],
      why: 'A name is known on its own device only.',
    },
    ...endParts(channel?.a.channel ?? a?.channels[0], channel?.b.channel ?? b?.channels[0]),
    ...sslParts(a, b),
    ...lineParts(correspondence, a?.block.lines, b?.block.lines, title, shown),
  ]);
}

type End = Rbs['channels'][number];

/** Addresses and port of both ends of the channel. */
function endParts(a: End | undefined, b: End | undefined): Part[] {
  const both = (cellOf: (end: End) => Cell) => ({ a: a && cellOf(a), b: b && cellOf(b) });
  const command = (a ?? b)?.family === 6 ? rbs.peer6 : rbs.peer;
  const guide = command.guide ?? [];
  return [
    {
      parameter: 'peer',
      kind: 'must differ',
      ...both((end) => written(typedPeer(end), end.peer.at)),
      guide,
      rules: ['rbs-without-peer', 'rbs-peer-on-one-device', 'rbs-family-mismatch'],
      why: 'The address that the other device has as its source.',
    },
    {
      parameter: 'source',
      kind: 'must differ',
      ...both((end) => written(typedSource(end), end.source.at)),
      guide,
      why: 'An address of the device itself.',
    },
    {
      parameter: 'port',
      kind: 'must match',
      ...both((end) => written(end.port.value, end.port.at)),
      guide,
      rules: ['rbs-port-mismatch'],
      why: 'Both ends of the channel use one TCP port.',
    },
  ];
}

function sslParts(a: Rbs | undefined, b: Rbs | undefined): Part[] {
  if (!a?.sslPolicy && !b?.sslPolicy) return [];
  return [
    {
      parameter: 'SSL policy',
      kind: 'must match',
      a: a?.sslPolicy && written(a.sslPolicy.value, a.sslPolicy.at),
      b: b?.sslPolicy && written(b.sslPolicy.value, b.sslPolicy.at),
      guide: rbs.bindSslPolicy.guide,
      rules: ['rbs-ssl-on-one-device'],
      why: "The channel is encrypted on both ends or on neither; the policy's name is the device's own.",
    },
  ];
}
