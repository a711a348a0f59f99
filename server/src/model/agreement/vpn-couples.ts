// VPN instances of one name that users of the backup are in, and what BGP says of their routing tables.
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import type { Block, Device } from '../device';
import type { DerivedUnits } from '../incremental/derived-units';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import type { SharedName } from '../references/named-units';
import { other, type Pair, type Side } from '../pairing/pair';
import { vpnNameOn } from '../routing/vpn-counterparts';
import { restsOn } from '../services/bindings';
import type { Couple, End } from './couples';
import { endsOf, saySame } from './named-ends';

/** The VPN instance on both devices, where they say different things of it. */
export function* vpnInstanceCouples(pair: Pair, instance: SharedName): Iterable<Couple> {
  const { key } = instance.a[0]!;
  const [a, b] = endsOf(pair, instance, (name) => `VPN instance ${name}`);
  if (!saySame(a, b) && isOfUsers(pair.a, key) && isOfUsers(pair.b, key))
    yield { subject: 'vpn instance', a, b, hotBackup: isOfBackup(pair.a, key) || isOfBackup(pair.b, key) };
}

/** What BGP says of the routing table of a VPN instance, where both devices run BGP and one has a family for it. */
interface VpnRoutes {
  /** `ipv4-family vpn-instance tv`, as each device calls the instance. */
  readonly family: string;
  readonly peerFamily: string;
  /** The heads of the view, none where a device has no such family. */
  readonly a: readonly MatchedLine[];
  readonly b: readonly MatchedLine[];
  /** Where BGP begins. */
  readonly bgpOfA: MatchedLine;
  readonly bgpOfB: MatchedLine;
}

/** The routing tables of VPN instances that BGP of one of the devices has a view for, by the names of the first. */
export const vpnRouteUnits: DerivedUnits<Pair, VpnRoutes> = {
  keys: (pair) => {
    const ofB = [...vpnFamilies(pair.b.views).byText.keys()];
    return new Set([...vpnFamilies(pair.a.views).byText.keys(), ...ofB.map((family) => familyOn(pair, 'a', family))]);
  },
  at(pair, family) {
    const [a, b] = [vpnFamilies(pair.a.views), vpnFamilies(pair.b.views)];
    const peerFamily = familyOn(pair, 'b', family);
    const [ofA = [], ofB = []] = [a.byText.get(family), b.byText.get(peerFamily)];
    if (!a.head || !b.head || ofA.length + ofB.length === 0) return undefined;
    return { family, peerFamily, a: ofA, b: ofB, bgpOfA: a.head, bgpOfB: b.head };
  },
  touched(before, after) {
    const isAnother = (view: string) =>
      (['a', 'b'] as const).some((side) => before[side].views.get(view) !== after[side].views.get(view));
    // Which instance of the other device one is shows in the definitions of both.
    return isAnother('bgp') || isAnother('vpn-instance') ? [...this.keys(before), ...this.keys(after)] : [];
  },
};

/** What BGP says of such a table on both devices. */
export function* vpnRouteCouples(pair: Pair, routes: VpnRoutes): Iterable<Couple> {
  const [key, peerKey] = [vpnIn(routes.family), vpnIn(routes.peerFamily)];
  if (!isOfUsers(pair.a, key) || !isOfUsers(pair.b, peerKey)) return;
  const end = (device: Device, name: string, heads: readonly MatchedLine[], bgp: MatchedLine): End => {
    const block: Block = { heads, lines: heads.flatMap(({ lines }) => lines) };
    return { device, name, at: heads[0] ?? bgp, block };
  };
  yield {
    subject: 'vpn routes',
    a: end(pair.a, routes.family, routes.a, routes.bgpOfA),
    b: end(pair.b, routes.peerFamily, routes.b, routes.bgpOfB),
    hotBackup: isOfBackup(pair.a, key) || isOfBackup(pair.b, peerKey),
  };
}

/** The instance in `ipv4-family vpn-instance tv`. */
function vpnIn(family: string): string {
  return family.split(' ')[2]!;
}

/** The same with the name that the instance has on this device of the pair. */
function familyOn(pair: Pair, side: Side, family: string): string {
  const name = vpnIn(family);
  return family.slice(0, -name.length) + vpnNameOn(pair[side], pair[other(side)], name);
}

interface VpnFamilies {
  /** Where BGP begins; absent where the device does not run it. */
  readonly head?: MatchedLine;
  /** The heads of the views, by `ipv4-family vpn-instance tv`. */
  readonly byText: ReadonlyMap<string, readonly MatchedLine[]>;
}

const vpnFamilies = memoizeByObject((views: Device['views']): VpnFamilies => {
  const blocks = views.get('bgp') ?? [];
  const byText = new Map<string, MatchedLine[]>();
  for (const line of blocks.flatMap(({ lines }) => inForce([...lines]))) {
    const spoken = canonicalText(line);
    if (!line.match?.undo && /^ipv[46]-family vpn-instance \S+$/.test(spoken)) push(byText, spoken, line);
  }
  return { head: blocks[0]?.heads[0], byText };
});

/** Whether an interface with a group or a profile, or a domain, is in the VPN instance. */
function isOfUsers({ nameIndex, interfaces }: Device, key: string): boolean {
  return nameIndex.occurrences('vpn-instance', key).some(({ within, line }) => {
    const port = within === undefined ? undefined : interfaces.get(within);
    return line.view === 'domain' || (port !== undefined && restsOn(port));
  });
}

function isOfBackup(device: Device, key: string): boolean {
  const { nameIndex, interfaces, profiles } = device;
  return nameIndex.occurrences('vpn-instance', key).some(({ within, line }) => {
    const port = within === undefined ? undefined : interfaces.get(within);
    if (!port) return line.view === 'domain' && profiles.size > 0;
    return port.profiles.length > 0 || (profiles.size > 0 && port.groups.length > 0);
  });
}
