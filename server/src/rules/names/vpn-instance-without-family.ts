// An interface takes addresses of a family only where its VPN instance has that family. An instance whose file shows one of the two
// families shows all that it has.
import type { Block, Device, Interface } from '../../model/device';
import type { Place } from '../../model/place';
import { canonicalText } from '../../model/lines/canonical-text';
import { nameOf } from '../../model/read/line-values';
import { vpnOf } from '../../model/routing/vpn';
import { restsOn } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  readonly block: Block;
  readonly family: 4 | 6;
}

export default deviceRule<Facts>({
  id: 'vpn-instance-without-family',
  requirement: 'HB-X-VPN-FAMILY',
  title: 'An interface has addresses of a family that its VPN instance lacks',
  severity: 'warning',
  why: 'The device refuses the address; behind a group or a channel the backup is lost with it.',
  guide: ['vendor command reference: ipv4-family, ipv6-family (VPN instance view)'],
  *check(device) {
    if (device.holdsSeveralDevices || !device.nameIndex.definesAny('vpn-instance')) return;
    const instances = instancesOf(device);
    if (instances.size === 0) return;
    const reported = new Set<string>();
    for (const on of device.interfaces.values()) {
      const instance = instances.get(vpnOf(on));
      if (!instance) continue;
      for (const family of [4, 6] as const) {
        const address = lackingFamily(on, instance, family);
        if (!address || reported.has(`${vpnOf(on)} ${family}`)) continue;
        reported.add(`${vpnOf(on)} ${family}`);
        yield {
          at: address,
          severity: restsOn(on) ? 'error' : 'warning',
          message: `${device.name}: VPN instance ${instance.name} has no ipv${family}-family, but ${on.name} has an IPv${family} address: the device refuses the address; add the family`,
          supersedesAt: [instance.at],
          also: [
            { at: instance.at, message: `${device.name}: VPN instance ${instance.name} has no ipv${family}-family` },
          ],
          facts: { device, block: instance.block, family },
        };
      }
    }
  },
  fix: ({ device, block, family }) => [
    { title: `Add ipv${family}-family`, edits: [insertInBlock(device, block, `ipv${family}-family`)], safe: false },
  ],
  examples: [
    {
      title: 'IPv6 users in an instance of IPv4',
      config: device(
        'ipv4-family',
        `
         ipv6 address 2001:DB8::1/64
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: VPN instance office has no ipv6-family, but GigabitEthernet0/1/2 has an IPv6 address: the device refuses the address; add the family`,
      ),
    },
    {
      title: 'The family is there, an instance that shows no family',
      config:
        device(
          'ipv6-family',
          `
         ipv6 address 2001:DB8::1/64`,
        ) +
        device(
          'description users',
          `
         ipv6 address 2001:DB8::1/64`,
          'DeviceB',
        ),
    },
  ],
});

interface Instance {
  readonly name: string;
  readonly at: Place;
  readonly block: Block;
  readonly families: ReadonlySet<4 | 6>;
}

/** Instances by name in small letters, those of which the file shows a family. */
function instancesOf({ views }: Device): ReadonlyMap<string, Instance> {
  const found = new Map<string, Instance>();
  for (const block of views.get('vpn-instance') ?? []) {
    const [head] = block.heads;
    const name = head && nameOf(head, 'vpn-instance-name');
    const texts = block.lines.map(canonicalText);
    const families = new Set<4 | 6>();
    // Without families, older releases mean IPv4.
    if (texts.some((text) => /^(?:ipv4-family|route-distinguisher)\b/.test(text))) families.add(4);
    if (texts.includes('ipv6-family')) families.add(6);
    if (head && name && families.size > 0)
      found.set(name.value.toLowerCase(), { name: name.value, at: name.at, block, families });
  }
  return found;
}

/** The first address of the family, where the instance lacks it. */
function lackingFamily(on: Interface, { families }: Instance, family: 4 | 6): Place | undefined {
  if (families.has(family)) return undefined;
  const address = on.addresses.find(({ prefix }) => prefix.address.family === family)?.at;
  const line = address && on.block.lines.find(({ row, anchor }) => row === address.row && anchor === address.anchor);
  return line ?? address;
}

function device(family: string, address: string, name = 'DeviceA'): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ip vpn-instance office
         ${family}
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance office
         ipv6 enable${address}
        #`;
}
