// A prefix is handed out by one prefix pool: two that hold it would give it to two users (docs/decisions/pools.md).
import type { Device } from '../../model/device';
import { bounds, prefix, type Prefix } from '../../model/address';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { Place } from '../../model/place';
import { text } from '../../model/read/line-values';
import { subnetText } from '../../model/vrrp/addresses';
import { deviceRule } from '../../diagnostics/rule';

/** A prefix of a pool that the device hands out itself. */
interface Held {
  readonly pool: string;
  readonly vpn: string;
  readonly prefix: Prefix;
  readonly at: Place;
  readonly from: string;
  readonly to: string;
}

export default deviceRule<undefined>({
  id: 'prefix-pools-overlap',
  requirement: 'HB-X-POOL-OVERLAP',
  title: 'Two prefix pools hold the same prefixes',
  severity: 'error',
  why: 'The device refuses the second one, or two users get one prefix and disturb each other.',
  guide: ['vendor command reference: prefix (IPv6 prefix pool view)'],
  supersededBy: ['bas-pool-differs'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    // Two prefixes hold each other or nothing: in order, what overlaps an earlier one overlaps the last that no other holds.
    let outer: Held | undefined;
    for (const held of heldBy(device)) {
      if (outer?.vpn === held.vpn && held.from <= outer.to) {
        const [earlier, later] = held.at.anchor.row < outer.at.anchor.row ? [held, outer] : [outer, held];
        yield {
          at: later.at,
          message: `${device.name}: prefix pool ${later.pool} has ${subnetText(later.prefix)}, which overlaps ${subnetText(earlier.prefix)} of prefix pool ${earlier.pool}: one prefix for two users`,
          also: [{ at: earlier.at, message: `${device.name}: prefix pool ${earlier.pool}` }],
          facts: undefined,
        };
      } else outer = held;
    }
  },
  examples: [
    {
      title: 'One prefix within another',
      config: `
        sysname DeviceA
        #
        ipv6 prefix homes6 delegation
         prefix 2001:DB8:7200::/40 delegating-prefix-length 56
        #
        ipv6 prefix flats6 local
         prefix 2001:DB8:7201::/48
         ^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: prefix pool flats6 has 2001:DB8:7201::/48, which overlaps 2001:DB8:7200::/40 of prefix pool homes6: one prefix for two users
        #
      `,
    },
    {
      title: 'Side by side; another VPN; one that stands in; one of a server elsewhere',
      config: `
        sysname DeviceA
        #
        ipv6 prefix homes6 delegation
         prefix 2001:DB8:7200::/40 delegating-prefix-length 56
        #
        ipv6 prefix flats6 local
         prefix 2001:DB8:7300::/48
        #
        ipv6 prefix red6 local
         prefix 2001:DB8:7300::/48
         vpn-instance red
        #
        ipv6 prefix twin6 delegation rui-slave
         prefix 2001:DB8:7200::/40 delegating-prefix-length 56
        #
        ipv6 prefix far6 remote
         prefix 2001:DB8:7200::/40
        #
      `,
    },
  ],
});

/** In the order of VPN instances and addresses, the shorter prefix first. */
function heldBy({ views }: Device): readonly Held[] {
  const held = (views.get('ipv6-prefix-pool') ?? []).flatMap(({ heads, lines }): Held[] => {
    const name = heads[0] && text(heads[0], 'prefix-name');
    if (!name || !/ (?:local|delegation)$/.test(canonicalText(heads[0]!))) return [];
    const stated = inForce(lines).filter(({ match }) => !match?.undo);
    const vpn = stated.flatMap((line) => /^vpn-instance (\S+)$/.exec(canonicalText(line))?.[1] ?? []).at(-1) ?? '';
    return stated.flatMap((line): Held[] => {
      const apart = text(line, 'ipv6-address');
      const net = prefix(
        text(line, 'ipv6-address/prefix-length')?.value ?? apart?.value ?? '',
        apart && text(line, 'prefix-length')?.value,
      );
      return net ? [{ pool: name.value, vpn, prefix: net, at: line, ...bounds(net) }] : [];
    });
  });
  return held.sort(
    (one, two) => compare(one.vpn, two.vpn) || compare(one.from, two.from) || one.prefix.length - two.prefix.length,
  );
}

function compare(one: string, two: string): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}
