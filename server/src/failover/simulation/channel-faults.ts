// What in the files keeps a channel, or the profiles at its ends, from bringing any entry over.
import type { Rbp } from '../../model/device';
import type { ChannelPair, Pair, ProfilePair, Side } from '../../model/pairing/pair';
import { mirroring, serviceOf, sourceShutdown } from '../../model/services/channels';
import { evidence } from './evidence';
import { deviceNames, sides } from './names';
import type { Evidence } from './rehearsal';

/** The backup service of one end is missing, shut down or has no peer. */
export function serviceFaults(pair: Pair, side: Side, profile: Rbp): Evidence[] {
  const name = deviceNames(pair)[side];
  const service = serviceOf(profile, pair[side]);
  if (!service) {
    const text = `${name}: profile ${profile.name} has no backup service in the file`;
    return [evidence(profile.rbs?.at ?? profile.at, text, '000 step 3.4', 'rbp-rbs-undefined')];
  }
  if (service.shutdown)
    return [evidence(service.shutdown, `${name}: backup service ${service.name} is shut down`, '000 step 2.3')];
  if (service.channels.length > 0) return [];
  const text = `${name}: backup service ${service.name} has no peer`;
  return [evidence(service.at, text, '000 step 2.3', 'rbs-without-peer')];
}

/** `explained`: a fault of the services already says why there is no channel. */
export function channelFaults(
  pair: Pair,
  profile: ProfilePair,
  channel: ChannelPair | undefined,
  explained: boolean,
): Evidence[] {
  if (channel)
    return [
      ...sides.flatMap((side) => shutSourceFault(pair, side, channel)),
      ...addressFault(channel),
      ...portFault(pair, channel),
    ];
  if (explained) return [];
  const names = deviceNames(pair);
  const text = `${names.a} and ${names.b}: the backup services of the two profiles are not the ends of one channel`;
  return [evidence(profile.a.rbs!.at, text, '000 step 2.3', 'rbs-peer-source-not-mirrored')];
}

function shutSourceFault(pair: Pair, side: Side, channel: ChannelPair): Evidence[] {
  const down = sourceShutdown(pair[side], channel[side].channel);
  if (!down) return [];
  const text = `${deviceNames(pair)[side]}: ${down.has.name}, which has the channel's source, is shut down`;
  return [evidence(down.at, text, '000 step 2.3', 'rbs-source-interface-down')];
}

function addressFault({ a, b }: ChannelPair): Evidence[] {
  const { family, aPointsToB, bPointsToA } = mirroring(a.channel, b.channel);
  const { peer } = b.channel;
  if (!family) {
    const text = 'one end of the channel is IPv4, the other IPv6';
    return [evidence(peer.at, text, '000 step 2.3', 'rbs-family-mismatch')];
  }
  if (aPointsToB && bPointsToA) return [];
  const text = 'the addresses of the channel do not mirror each other';
  return [evidence(peer.at, text, '000 step 2.3', 'rbs-peer-source-not-mirrored')];
}

function portFault(pair: Pair, { a, b }: ChannelPair): Evidence[] {
  if (mirroring(a.channel, b.channel).port) return [];
  const [port, peerPort] = [a.channel.port, b.channel.port];
  const names = deviceNames(pair);
  const text = `port ${port.value} on ${names.a}, ${peerPort.value} on ${names.b}: the channel never comes up`;
  return [evidence(peerPort.at, text, '000 step 2.3', 'rbs-port-mismatch')];
}

/** The two profiles do not belong together: other backup-ids, other service types. */
export function profileFaults(pair: Pair, profile: ProfilePair): Evidence[] {
  return [...backupIdFault(pair, profile), ...serviceTypesFault(pair, profile)];
}

function backupIdFault(pair: Pair, { a, b }: ProfilePair): Evidence[] {
  if (a.backupId && b.backupId && a.backupId.value === b.backupId.value) return [];
  const names = deviceNames(pair);
  const areWritten = a.backupId !== undefined && b.backupId !== undefined;
  const lacking = a.backupId ? b : a;
  return [
    evidence(
      a.backupId && b.backupId ? b.backupId.at : lacking.at,
      `backup-id ${a.backupId?.value ?? 'none'} on ${names.a}, ${b.backupId?.value ?? 'none'} on ${names.b}: no entry finds its profile`,
      '000 step 3.4',
      areWritten ? 'rbp-backup-id-mismatch' : 'rbp-without-backup-id',
    ),
  ];
}

function serviceTypesFault(pair: Pair, { a, b }: ProfilePair): Evidence[] {
  const [types, peerTypes] = [serviceTypes(a), serviceTypes(b)];
  if (types === peerTypes) return [];
  const names = deviceNames(pair);
  const text = `service types ${types || 'none'} on ${names.a}, ${peerTypes || 'none'} on ${names.b}`;
  return [evidence((b.services[0] ?? b).at, text, '000 step 4.2', 'rbp-service-types-differ')];
}

function serviceTypes(profile: Rbp): string {
  return profile.services
    .map((service) => service.value)
    .sort()
    .join(' ');
}
