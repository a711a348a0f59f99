// What reports say of a pair: small enough to be sent between workers and kept in a cache. A pair of the model is one too.
import type { Pair, PairingEvidence } from '../../model/pairing/pair';

interface DeviceRow {
  readonly file: string;
  readonly name: string;
}

/** One end of an RBS connection. `port` is a TCP port. */
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

/** What reports say of a pair: small, so that a worker can send it. */
export interface PairRow {
  readonly a: DeviceRow;
  readonly b: DeviceRow;
  readonly why: readonly PairingEvidence[];
  readonly channels: readonly { readonly a: ChannelRow; readonly b: ChannelRow }[];
}

/** Takes from a pair what reports say of it, and nothing that holds on to its devices. */
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
