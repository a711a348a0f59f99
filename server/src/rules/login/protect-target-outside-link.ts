// The next hop of a `protect redirect` line is a neighbour on the link that the line names: it lies in a network of that interface.
import { deviceRule } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { spelled } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { hasUntoldAddressOn, interfacesToward, isLoopback } from '../../model/routing/connected';
import { publicNetwork, vpnOf } from '../../model/routing/vpn';
import { protectionsOf, type Protection } from '../../model/services/protection';
import { localAddressesOn, subnetText } from '../../model/vrrp/addresses';
import { text } from '../../model/read/line-values';
import type { Fact } from '../../model/place';
import { exampleLogin } from '../testing/example-login';

interface Facts {
  readonly named: Fact<string>;
  /** The interface on whose link the next hop is. */
  readonly right: string | undefined;
}

export default deviceRule<Facts>({
  id: 'protect-target-outside-link',
  requirement: 'HB-BR-PROTECT',
  title: 'The next hop of a protect line is in no network of the interface that it names',
  severity: 'warning',
  why: 'No neighbour on the link has that address: packets for users who have moved are lost.',
  guide: ['010 step 4.4', 'vendor command reference: protect redirect ip-nexthop'],
  supersededBy: ['protect-target-is-local', 'protect-target-is-nobodys'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const service of device.services.values())
      for (const protection of protectionsOf(service)) {
        const named = text(protection.line, 'interface');
        const on = named && namedLink(device, protection);
        if (!on) continue;
        const right = linksOf(device, protection)[0]?.name;
        const networks = localAddressesOn(on, protection.target.value.family);
        // An interface without an address may get one elsewhere; that another one leads there is proof enough.
        if (right === undefined && networks.length === 0) continue;
        const next = spelled(protection.target.value.bytes);
        const missed = networks[0] ? `in ${subnetText(networks[0].prefix)} of` : 'a neighbour on';
        yield {
          at: named.at,
          message: `${device.name}: RBS ${service.name} protects over ${next}, which is not ${missed} ${named.value}: packets for moved users are lost${right === undefined ? '' : `; use ${right}`}`,
          facts: { named, right },
        };
      }
  },
  fix: ({ named, right }) =>
    right === undefined ? [] : [{ title: `Use ${right}`, edits: [replace(named.at, right)], safe: false }],
  examples: [
    {
      title: 'Another link',
      config: `${device(`10.0.4.2 interface GigabitEthernet0/1/1
                                                        ^^^^^^^^^^^^^^^^^^^^ DeviceA: RBS s1 protects over 10.0.4.2, which is not in 10.0.1.0/30 of GigabitEthernet0/1/1: packets for moved users are lost; use Eth-Trunk2`)}
        fixed:${device('10.0.4.2 interface Eth-Trunk2')}`,
    },
    { title: 'On the link', config: device('10.0.4.2 interface Eth-Trunk2') },
  ],
});

/** The interface that the line names, where the next hop is on none of its links and the file tells all its addresses. */
function namedLink(device: Device, protection: Protection): Interface | undefined {
  const { kind, interfaceKey } = protection;
  const on = interfaceKey === undefined ? undefined : device.interfaces.get(interfaceKey);
  if (kind !== 'link' || !on || hasUntoldAddressOn(on) || vpnOf(on) !== publicNetwork) return undefined;
  return linksOf(device, protection).includes(on) ? undefined : on;
}

/** The interfaces with a network that holds the next hop. */
function linksOf(device: Device, { target }: Protection): readonly Interface[] {
  return interfacesToward(device, publicNetwork, target.value).filter((on) => !isLoopback(on));
}

function device(next: string): string {
  return exampleLogin('DeviceA', 1, {
    service: `protect redirect ip-nexthop ${next}`,
    after: `interface Eth-Trunk2
         ip address 10.0.4.1 255.255.255.252`,
  });
}
