// A DHCP server ignores requests unless the interface, or the device for all its interfaces, accepts them.
import { address } from '../../model/address';
import type { Device, Interface, Rbp } from '../../model/device';
import { interfacesOfPort } from '../../model/interface-state';
import type { Place } from '../../model/place';
import { bindings, findGroup, followsETrunk, hasService, type GroupRole } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { isExcerpt, canonicalText, linesMatching, systemLines } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { dhcpExampleDevice } from '../testing/example-pair';

export default deviceRule<{ device: Device; interface: Interface }>({
  id: 'dhcp-server-not-enabled',
  requirement: 'HB-DS-ENABLE',
  title: 'The interface of a DHCP server pair does not accept DHCP requests',
  severity: 'error',
  why: 'Requests of the clients are dropped there: nobody gets an address while this device is master.',
  guide: ['002 prerequisites'],
  *check(device) {
    const reported = new Set<string>();
    for (const profile of device.profiles.values()) {
      if (!hasService(profile, 'dhcp-server') || followsETrunk(profile)) continue;
      for (const role of profile.roles.filter((roleSource): roleSource is GroupRole => roleSource.kind === 'group')) {
        const owner = device.interfaces.get(role.interfaceKey);
        if (!owner || reported.has(owner.key) || accepts(device, owner, isGatewayOf(device, profile, role))) continue;
        reported.add(owner.key);
        const at: Place = role.interface.at;
        yield {
          at,
          severity: isExcerpt(device) ? 'warning' : 'error',
          message: `${device.name}: ${owner.name} of RBP ${profile.name} lacks dhcp server enable: DHCP requests are dropped`,
          also: [{ at: owner.at, message: `${device.name}: add dhcp server enable on ${owner.name}` }],
          facts: { device, interface: owner },
        };
      }
    }
  },
  fix({ device, interface: owner }) {
    return [
      {
        title: `Add dhcp server enable on ${device.name} ${owner.name}`,
        edits: [insertInBlock(device, owner.block, 'dhcp server enable')],
        safe: true,
      },
    ];
  },
  examples: [
    {
      title: 'Taken back on the interface',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
                             ^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 of RBP leases lacks dhcp server enable: DHCP requests are dropped
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         dhcp server enable
         undo dhcp server enable
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         dhcp server enable
         undo dhcp server enable
         dhcp server enable
        #
      `,
    },
    {
      title: 'Neither on the interface nor for all',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
                             ^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 of RBP leases lacks dhcp server enable: DHCP requests are dropped
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         dhcp server enable
        #
      `,
    },
    {
      title: 'On the main interface only',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2.7
                             ^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2.7 of RBP leases lacks dhcp server enable: DHCP requests are dropped
        #
        interface GigabitEthernet0/1/2
         dhcp server enable
        #
        interface GigabitEthernet0/1/2.7
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
      `,
    },
    {
      title: 'On a sub-interface of the same port',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2.7
        #
        interface GigabitEthernet0/1/2.7
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet0/1/2.8
         dhcp server enable
        #
      `,
    },
    {
      title: 'On another sub-interface than that of the gateway',
      config: `
        sysname DeviceA
        #
        remote-backup-profile leases
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2.7
                             ^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2.7 of RBP leases lacks dhcp server enable: DHCP requests are dropped
        #
        ip pool users server
         gateway 10.1.1.254 255.255.255.0
         remote-backup-profile leases
        #
        interface GigabitEthernet0/1/2.7
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet0/1/2.8
         dhcp server enable
        #
      `,
    },
    { title: 'On the interface', config: dhcpExampleDevice('DeviceA', 1, {}) },
    {
      title: 'For all interfaces',
      config: dhcpExampleDevice('DeviceA', 1, {
        enable: '',
        rest: `
        dhcp server request-packet all-interface enable
        #`,
      }),
    },
  ],
});

/** Whether the users of the profile are on the interface of the group: the gateway of their pool is its virtual IP. */
function isGatewayOf(device: Device, profile: Rbp, role: GroupRole): boolean {
  const group = findGroup(device, role.interfaceKey, role.family, role.vrid.value);
  const gateways = bindings(profile, device).pools.flatMap(({ block }) => gatewayOf(block.lines) ?? []);
  return (group?.virtualIps ?? []).some(({ address }) => gateways.includes(address.key));
}

function gatewayOf(lines: readonly MatchedLine[]): string | undefined {
  const text = inForce(lines)
    .filter((line) => !line.match?.undo)
    .flatMap((line) => /^gateway (\S+)/.exec(canonicalText(line))?.[1] ?? [])
    .at(-1);
  return text === undefined ? undefined : address(text)?.key;
}

/**
 * Here, for all interfaces, or, where users and control group may sit apart, on another sub-interface of the same port. What the main
 * interface accepts are frames without a VLAN: its line does nothing for those of a sub-interface.
 */
function accepts(device: Device, owner: Interface, hasUsers: boolean): boolean {
  for (const port of hasUsers ? [owner] : interfacesOfPort(device, owner.mainKey)) {
    if (port.key === owner.mainKey && port !== owner) continue;
    if (port.dhcpServer || linesMatching(inForce(port.block.lines), /^dhcp (server enable|select )/).length > 0)
      return true;
  }
  return systemLines(device, /^dhcp server request-packet all-interface enable/, 'dhcp').length > 0;
}
