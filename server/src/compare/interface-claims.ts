// Which interface of one device corresponds to which of the other by what the pair shows, before names and subnets are asked.
import type { Pair, ProfilePair, Side } from '../model/pairing/pair';
import { onlyBinding } from '../model/services/bindings';

/** The keys of an interface of `a` and of its counterpart on `b`. */
type InterfaceClaim = Readonly<Record<Side, string>>;

/**
 * The claims of the pair, the surest first: virtual routers, trunks, bound profiles, links of boards, ends of channels. An interface
 * may stand in several, of which the first counts.
 */
export function* interfaceClaims(pair: Pair): Generator<InterfaceClaim, void, undefined> {
  yield* byGroup(pair);
  for (const profile of pair.profiles) yield* byTrunk(profile);
  for (const profile of pair.profiles) yield* byBinding(pair, profile);
  for (const { a, b } of pair.locations) yield* claim(a.remote?.interfaceKey, b.remote?.interfaceKey);
  yield* byChannel(pair);
}

function* claim(a: string | undefined, b: string | undefined): Generator<InterfaceClaim> {
  if (a !== undefined && b !== undefined) yield { a, b };
}

/** Groups that a profile or a board follows come first: they show most surely which interface corresponds to which. */
function* byGroup(pair: Pair): Generator<InterfaceClaim> {
  const followers = (group: Pair['groups'][number]) => group.profiles.length + group.locations.length;
  const groups = [...pair.groups].sort((left, right) => followers(right) - followers(left));
  for (const { a, b } of groups) yield { a: a.interfaceKey, b: b.interfaceKey };
}

/** Eth-Trunks that profiles name with one E-Trunk. */
function* byTrunk({ a, b }: ProfilePair): Generator<InterfaceClaim> {
  for (const role of a.roles) {
    if (role.kind !== 'e-trunk') continue;
    const peerRole = b.roles.find((other) => other.kind === 'e-trunk' && other.eTrunk.value === role.eTrunk.value);
    if (peerRole?.kind === 'e-trunk')
      yield { a: `eth-trunk${role.ethTrunk.value}`, b: `eth-trunk${peerRole.ethTrunk.value}` };
  }
}

/** The only interface on either device that binds the profile. */
function* byBinding(pair: Pair, { a, b }: ProfilePair): Generator<InterfaceClaim> {
  yield* claim(onlyBinding(a, pair.a)?.interface.key, onlyBinding(b, pair.b)?.interface.key);
}

/** The interfaces that hold the source addresses of a channel. */
function* byChannel(pair: Pair): Generator<InterfaceClaim> {
  for (const { a, b } of pair.channels) {
    const [source] = pair.a.addresses.get(a.channel.source.value.key) ?? [];
    const [peerSource] = pair.b.addresses.get(b.channel.source.value.key) ?? [];
    yield* claim(source?.interface.key, peerSource?.interface.key);
  }
}
