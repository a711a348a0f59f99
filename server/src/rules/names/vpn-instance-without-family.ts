// An interface takes addresses of a family only where its VPN instance has that family. An instance whose file shows one of the two
// families shows all that it has.
import type { Block, Device, Interface } from '../../model/device';
import type { Place } from '../../model/place';
import { canonicalText } from '../../model/lines/canonical-text';
import { mapIndex } from '../../model/incremental/index-view';
import { namesOfDevice } from '../../model/references/named-units';
import type { Occurrence } from '../../model/references/section-names';
import { publicNetwork, vpnOf } from '../../model/routing/vpn';
import { restsOn } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule, eachOf } from '../../diagnostics/rule';

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
  ...eachOf(
    namesOfDevice('vpn-instance'),
    function* (device, { definitions }) {
      const instance = instanceOf(definitions);
      if (device.holdsSeveralDevices || instance.families.size === 0) return;
      for (const family of [4, 6] as const) {
        const lacking = instance.families.has(family) ? undefined : firstAddressed(device, instance, family);
        if (!lacking) continue;
        const { on, address } = lacking;
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
    },
    { followsReads: true },
  ),
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
  readonly key: string;
  readonly at: Place;
  readonly block: Block;
  /** Those of which the file shows a line. */
  readonly families: ReadonlySet<4 | 6>;
}

function instanceOf(definitions: readonly Occurrence[]): Instance {
  const { text: name, key, at } = definitions[0]!;
  const heads = definitions.map(({ line }) => line);
  const block = { heads, lines: heads.flatMap(({ lines }) => lines) };
  const texts = block.lines.map(canonicalText);
  const families = new Set<4 | 6>();
  // Without families, older releases mean IPv4.
  if (texts.some((text) => /^(?:ipv4-family|route-distinguisher)\b/.test(text))) families.add(4);
  if (texts.includes('ipv6-family')) families.add(6);
  return { name, key, at, block, families };
}

/** The first interface in the instance that has an address of the family. */
function firstAddressed({ interfaces }: Device, { key }: Instance, family: 4 | 6) {
  for (const on of byVpn(interfaces).each(key)) {
    const address = lineOfAddress(on, family);
    if (address) return { on, address };
  }
  return undefined;
}

const byVpn = mapIndex((on: Interface) => (vpnOf(on) === publicNetwork ? [] : [vpnOf(on)]));

function lineOfAddress(on: Interface, family: 4 | 6): Place | undefined {
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
