// What reports say of a pair: small enough to be sent between workers and kept in a cache. A pair of the model is one too.
import type { Pair, PairingEvidence } from '../../model/pairing/pair';

interface DeviceRow {
  readonly file: string;
  readonly name: string;
}

export interface ChannelRow {
  readonly rbs: { readonly name: string };
  readonly channel: {
    readonly peer: AddressRow;
    readonly source: AddressRow;
    readonly port: { readonly value: number };
  };
}

interface AddressRow {
  readonly value: { readonly key: string };
}

export interface PairRow {
  readonly a: DeviceRow;
  readonly b: DeviceRow;
  readonly why: readonly PairingEvidence[];
  readonly channels: readonly { readonly a: ChannelRow; readonly b: ChannelRow }[];
}

export function pairRow({ a, b, why, channels }: Pair): PairRow {
  const device = ({ file, name }: DeviceRow): DeviceRow => ({ file, name });
  const address = ({ value: { key } }: AddressRow): AddressRow => ({ value: { key } });
  const end = ({ rbs, channel: { peer, source, port } }: ChannelRow): ChannelRow => ({
    rbs: { name: rbs.name },
    channel: { peer: address(peer), source: address(source), port: { value: port.value } },
  });
  return {
    a: device(a),
    b: device(b),
    why,
    channels: channels.map((channel) => ({ a: end(channel.a), b: end(channel.b) })),
  };
}
