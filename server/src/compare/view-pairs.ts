// Which view of one device corresponds to which of the other: by what the pair shows (channel, backup-id, virtual router, service
// board) and only then by subnet, name and kind. No view corresponds to two.
import { bfd } from '../catalogue';
import { prefixKey } from '../model/address';
import type { Device, Interface } from '../model/device';
import { canonicalText } from '../model/lines/canonical-text';
import type { Pair } from '../model/pairing/pair';
import { number } from '../model/read/line-values';
import { instancesOnBoth } from '../model/services/service-boards';
import { poolsOnBoth } from '../model/services/pools';
import { push } from '../text/collections';
import { keyFor, type DeviceViews, type View } from './device-views';
import { interfaceClaims } from './interface-claims';

/** Keys of views of `a` with the keys of their counterparts on `b`. */
export function viewPairs(pair: Pair, a: DeviceViews, b: DeviceViews): ReadonlyMap<string, string> {
  const claims = new Claims(a, b);
  claimNamedByPair(pair, claims);
  // A common subnet is better evidence than a name: the port towards the users may be another one on the peer.
  claimNeighbours(pair, claims);
  claimMainInterfaces(pair, claims);
  for (const key of a.views.keys()) claims.claim(key, key);
  claimSubInterfaces(a.device, claims);
  claimLeftInterfaces(pair, claims);
  claimMirroredSessions(a, b, claims);
  claimLoneViews(a, b, claims);
  return claims.pairs;
}

/** What corresponds so far; a claim on a view that is taken changes nothing. */
class Claims {
  readonly pairs = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly a: DeviceViews,
    private readonly b: DeviceViews,
  ) {}

  claim(key: string, peerKey: string): void {
    if (this.pairs.has(key) || this.taken.has(peerKey)) return;
    if (!this.a.views.has(key) || !this.b.views.has(peerKey)) return;
    this.pairs.set(key, peerKey);
    this.taken.add(peerKey);
  }

  claimInterface(key: string | undefined, peerKey: string | undefined): void {
    if (key !== undefined && peerKey !== undefined) this.claim(keyFor('interface', key), keyFor('interface', peerKey));
  }

  /** The view of `a` has no counterpart yet. */
  isFree(key: string): boolean {
    return !this.pairs.has(key);
  }

  /** The view of `b` is no counterpart yet. */
  isFreeOnPeer(peerKey: string): boolean {
    return !this.taken.has(peerKey);
  }
}

function claimNamedByPair(pair: Pair, claims: Claims): void {
  for (const { a, b } of pair.channels) claims.claim(keyFor('rbs', a.rbs.key), keyFor('rbs', b.rbs.key));
  for (const { a, b } of pair.profiles) claims.claim(keyFor('rbp', a.key), keyFor('rbp', b.key));
  for (const { a, b } of interfaceClaims(pair)) claims.claimInterface(a, b);
  for (const { a, b } of poolsOnBoth(pair))
    claims.claim(keyFor(`pool${a.pool.family}`, a.pool.key), keyFor(`pool${b.pool.family}`, b.pool.key));
  for (const { a, b } of instancesOnBoth(pair)) claims.claim(keyFor(a.kind, a.key), keyFor(b.kind, b.key));
}

/** Two interfaces that are the only ones of their device in one subnet face each other. */
function claimNeighbours(pair: Pair, claims: Claims): void {
  const peerNets = loneInSubnet(pair.b, (key) => claims.isFreeOnPeer(key));
  for (const [net, key] of loneInSubnet(pair.a, (candidate) => claims.isFree(candidate)))
    claims.claimInterface(key, peerNets.get(net));
}

/** By subnet the key of the only free interface in it; undefined where there are several. */
function loneInSubnet(device: Device, isFree: (key: string) => boolean): Map<string, string | undefined> {
  const nets = new Map<string, string | undefined>();
  for (const { key, addresses } of device.interfaces.values()) {
    if (!isFree(keyFor('interface', key))) continue;
    for (const { prefix, linkLocal } of addresses) {
      const isHost = prefix.length === (prefix.address.family === 4 ? 32 : 128);
      if (linkLocal || isHost) continue;
      const net = prefixKey(prefix);
      nets.set(net, nets.has(net) ? undefined : key);
    }
  }
  return nets;
}

/** Where sub-interfaces correspond by what they carry, so do their ports, whatever the names of these. */
function claimMainInterfaces({ a, b }: Pair, claims: Claims): void {
  for (const { key, mainKey } of a.interfaces.values()) {
    const peerKey = mainKey === key ? undefined : claims.pairs.get(keyFor('interface', key));
    if (peerKey === undefined) continue;
    claims.claimInterface(mainKey, b.interfaces.get(peerKey.slice('interface '.length))?.mainKey);
  }
}

/** Sub-interface 10 corresponds to sub-interface 10 of the counterpart of its main interface. */
function claimSubInterfaces(device: Device, claims: Claims): void {
  for (const { key, mainKey } of device.interfaces.values()) {
    const peerMain = mainKey === key ? undefined : claims.pairs.get(keyFor('interface', mainKey));
    if (peerMain === undefined) continue;
    claims.claimInterface(key, `${peerMain.slice('interface '.length)}${key.slice(mainKey.length)}`);
  }
}

/** Interfaces of one description, or the only two with an address that are left, where neither has its name on the other device. */
function claimLeftInterfaces(pair: Pair, claims: Claims): void {
  const left = () => addressed(pair.a, (key) => claims.isFree(key));
  const leftOnPeer = () => addressed(pair.b, (key) => claims.isFreeOnPeer(key));
  const peerDescribed = byDescription(leftOnPeer());
  for (const [text, candidate] of byDescription(left()))
    claims.claimInterface(candidate?.key, peerDescribed.get(text)?.key);
  const [rest, peerRest] = [left(), leftOnPeer()];
  if (rest.length === 1 && peerRest.length === 1) claims.claimInterface(rest[0]!.key, peerRest[0]!.key);
}

function addressed(device: Device, isFree: (key: string) => boolean): Interface[] {
  return [...device.interfaces.values()].filter(
    ({ addresses, key }) => addresses.length > 0 && !/^(?:loopback|null)/.test(key) && isFree(keyFor('interface', key)),
  );
}

/** Undefined where several have the description. */
function byDescription(list: readonly Interface[]): Map<string, Interface | undefined> {
  const found = new Map<string, Interface | undefined>();
  for (const candidate of list) {
    const text = candidate.block.lines.map(canonicalText).find((line) => line.startsWith('description '));
    if (text !== undefined) found.set(text, found.has(text) ? undefined : candidate);
  }
  return found;
}

/** BFD sessions whose discriminators mirror each other. */
function claimMirroredSessions(a: DeviceViews, b: DeviceViews, claims: Claims): void {
  const peerSessions = new Map(bfdSessions(b).map((view) => [discriminators(view).join(' '), view.key]));
  for (const view of bfdSessions(a)) {
    const [local, remote] = discriminators(view);
    if (local === undefined || remote === undefined) continue;
    const peerKey = peerSessions.get(`${remote} ${local}`);
    if (peerKey !== undefined) claims.claim(view.key, peerKey);
  }
}

function bfdSessions({ views }: DeviceViews): View[] {
  return [...views.values()].filter((view) => view.heads[0]!.match?.command === bfd.session.id);
}

/** Of both ends; the last line that gives one counts. */
function discriminators(view: View): readonly [local: number | undefined, remote: number | undefined] {
  const lines = [...view.heads, ...view.lines];
  const last = (argument: string) => lines.findLast((line) => number(line, argument) !== undefined);
  const valueOf = (argument: string) => {
    const line = last(argument);
    return line && number(line, argument)?.value;
  };
  return [valueOf('local-discriminator'), valueOf('remote-discriminator')];
}

/** The only view of its kind that is left on either device: `isis 100` and `isis 200`. Interfaces need a reason. */
function claimLoneViews(a: DeviceViews, b: DeviceViews, claims: Claims): void {
  const peerKinds = leftByKind(b, (key) => claims.isFreeOnPeer(key));
  for (const [kind, keys] of leftByKind(a, (key) => claims.isFree(key))) {
    const peerKeys = peerKinds.get(kind) ?? [];
    if (keys.length === 1 && peerKeys.length === 1) claims.claim(keys[0]!, peerKeys[0]!);
  }
}

function leftByKind({ views }: DeviceViews, isFree: (key: string) => boolean): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const { key, heads } of views.values()) {
    const kind = heads[0]!.opens!;
    if (kind !== 'interface' && kind !== 'other' && isFree(key)) push(kinds, kind, key);
  }
  return kinds;
}
