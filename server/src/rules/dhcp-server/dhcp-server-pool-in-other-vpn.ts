// A DHCP server leases to clients of one routing table: a pool answers them where it is in the VPN instance of their interface.
import type { Device, Interface, Pool } from '../../model/device';
import { isInside } from '../../model/address';
import { canonicalText } from '../../model/lines/canonical-text';
import { nameKey } from '../../model/names';
import type { Place } from '../../model/place';
import { text } from '../../model/read/line-values';
import { vpnOf } from '../../model/routing/vpn';
import { gatewaysOf } from '../../model/services/pool-addresses';
import { insertInBlock, removeLine, replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { dhcpExampleDevice } from '../testing/example-pair';

interface Facts {
  readonly device: Device;
  readonly pool: Pool;
  /** The instance that the pool names. */
  readonly own?: { readonly value: string; readonly at: Place; readonly line: Place };
  /** As the interface of the users spells its instance; absent in the public network. */
  readonly wanted?: string;
}

export default deviceRule<Facts>({
  id: 'dhcp-server-pool-in-other-vpn',
  requirement: 'HB-DS-VPN',
  title: 'A DHCP server pool is in another VPN instance than the users it is for',
  severity: 'error',
  why: 'The device looks for a pool in the routing table of the interface: users there get no lease.',
  guide: ['vendor command reference: vpn-instance (IP address pool view)'],
  supersededBy: ['dhcp-server-pool-differs', 'vpn-instance-differs', 'vpn-instance-undefined'],
  *check(device) {
    // Without instances all is in one table; asked first, since interfaces change more often.
    if (!device.nameIndex.definesAny('vpn-instance')) return;
    for (const pool of device.pools) {
      const users = usersOf(device, pool);
      const own = instanceOf(pool);
      if (!users || vpnOf(users) === (own?.value.toLowerCase() ?? '')) continue;
      const wanted = spelledOn(users);
      const binding = bindingLine(users);
      yield {
        at: own?.at ?? pool.at,
        message: `${device.name}: pool ${pool.name} is in ${shown(own?.value)}, its users on ${users.name} are in ${shown(wanted)}: users get no lease${wanted === undefined ? '' : `; use vpn-instance ${wanted}`}`,
        evidence: binding ? [binding] : [],
        also: [{ at: binding ?? users.at, message: `${device.name}: ${users.name} is in ${shown(wanted)}` }],
        facts: { device, pool, own, wanted },
      };
    }
  },
  fix({ device, pool, own, wanted }) {
    const title =
      wanted === undefined ? `Take pool ${pool.name} out of the instance` : `Put pool ${pool.name} into ${wanted}`;
    if (own)
      return [{ title, edits: [wanted === undefined ? removeLine(own.line) : replace(own.at, wanted)], safe: false }];
    return [
      { title, edits: [insertInBlock(device, pool.block, `vpn-instance ${wanted}`, { first: true })], safe: false },
    ];
  },
  examples: [
    {
      title: 'The pool is in no instance',
      config:
        inVpn(
          dhcpExampleDevice('DeviceA', 1, {
            head: `ip pool users server
                ^^^^^ DeviceA: pool users is in the public network, its users on GigabitEthernet0/1/2 are in office: users get no lease; use vpn-instance office`,
          }),
        ) +
        `
        fixed:${inVpn(dhcpExampleDevice('DeviceA', 1, { head: 'ip pool users server\n         vpn-instance office' }))}`,
    },
    {
      title: 'One instance; both in the public network',
      config:
        inVpn(dhcpExampleDevice('DeviceA', 1, { head: 'ip pool users server\n         vpn-instance Office' })) +
        dhcpExampleDevice('DeviceB', 2, {}),
    },
  ],
});

/**
 * The interface of the group that the pool's profile follows, where the gateway of the pool is on its network; undefined where users
 * are elsewhere. The interface is asked for by its name: an edit of another one does not matter.
 */
function usersOf({ profiles, interfaces }: Device, pool: Pool): Interface | undefined {
  if (pool.bas || pool.family !== 4) return undefined;
  const roles = pool.profiles.flatMap(({ value }) => profiles.get(nameKey(value))?.roles ?? []);
  const on = roles.flatMap((role) => (role.kind === 'group' ? (interfaces.get(role.interfaceKey) ?? []) : []));
  return on.find(({ addresses }) =>
    gatewaysOf(pool).some(({ value }) => addresses.some(({ prefix }) => isInside(value, prefix))),
  );
}

function instanceOf(pool: Pool): Facts['own'] {
  for (const line of pool.block.lines) {
    const name =
      line.match && !line.match.undo && canonicalText(line).startsWith('vpn-instance ')
        ? text(line, 'vpn-instance-name')
        : undefined;
    if (name) return { value: name.value, at: name.at, line };
  }
  return undefined;
}

function bindingLine(on: Interface) {
  return on.block.lines.findLast((line) => canonicalText(line).startsWith('ip binding vpn-instance '));
}

function spelledOn(on: Interface): string | undefined {
  if (vpnOf(on) === '') return undefined;
  const line = bindingLine(on);
  return line && text(line, 'vpn-instance-name')?.value;
}

function shown(instance: string | undefined): string {
  return instance === undefined ? 'the public network' : instance;
}

function inVpn(config: string): string {
  const head = '        interface GigabitEthernet0/1/2\n';
  return config
    .replace(`\n${head}`, `\n${head}         ip binding vpn-instance office\n`)
    .replace(/(sysname Device.\n {8}#\n)/, '$1        ip vpn-instance office\n         ipv4-family\n        #\n');
}
