// An interface has one IPv4 address without `sub`: the last line takes the place of the one before
// (docs/decisions/repeated-lines-and-values.md).
import { interfaceView } from '../../catalogue';
import { deviceRule, type Fix, type RawFinding } from '../../diagnostics/rule';
import { insertAfter, removeLine } from '../../edits/config-edits';
import { isInside, prefix, spelled, type Prefix } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Fact } from '../../model/place';
import { has, text } from '../../model/read/line-values';

interface Written {
  readonly line: MatchedLine;
  readonly net: Fact<Prefix>;
}

interface Facts {
  readonly device: Device;
  readonly lost: Written;
  readonly last: Written;
  /** Something of the device is written for the address that is lost. */
  readonly isNeeded: boolean;
}

export default deviceRule<Facts>({
  id: 'interface-address-replaced',
  requirement: 'HB-X-ADDRESS-ONE',
  title: 'An interface is given two addresses, and keeps the last',
  severity: 'warning',
  why: 'Without sub the second address takes the place of the first: whoever looks for the first finds nobody.',
  guide: ['vendor command reference: ip address'],
  independentPer: 'interface',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const on of device.interfaces.values()) {
      const found = replacedOn(device, on);
      if (found) yield found;
    }
  },
  fix: ({ device, lost, last, isNeeded }) => {
    const own: Fix = {
      title: `Remove ${spelled(lost.net.value.address.bytes)}`,
      edits: [removeLine(lost.line)],
      safe: false,
    };
    const newer: Fix = {
      title: `Remove ${spelled(last.net.value.address.bytes)}`,
      edits: [removeLine(last.line)],
      safe: false,
    };
    const both: Fix = {
      title: 'Keep both, the last with sub',
      edits: [removeLine(last.line), insertAfter(device, lost.line, `${last.line.text.trim()} sub`)],
      safe: false,
    };
    // What is written for the first address would be lost with the line.
    return isNeeded ? [newer, both] : [own, newer, both];
  },
  examples: [
    {
      title: 'The source of the channel is lost: an error',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.9.2 source 10.0.9.1 port 2046
        #
        interface LoopBack0
         ip address 10.0.9.1 255.255.255.255
         ip address 10.0.8.1 255.255.255.255
                    ^^^^^^^^ DeviceA: LoopBack0 takes 10.0.8.1 in place of 10.0.9.1, the source of RBS s1: remove one of the two, or write sub
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.9.2 source 10.0.9.1 port 2046
        #
        interface LoopBack0
         ip address 10.0.9.1 255.255.255.255
        #
      `,
    },
    {
      title: 'In two sections of one interface',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.1.1 24
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.2.1 24
                    ^^^^^^^^ DeviceA: GigabitEthernet0/1/1 takes 10.1.2.1 in place of 10.1.1.1: remove one of the two, or write sub
        #
      `,
    },
    {
      title: 'A second address with sub, a repeated line, one that is undone or that a binding takes away, and IPv6',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.1.1 24
         ip address 10.1.2.1 24 sub
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.3.1 24
         undo ip address 10.1.3.1 24
         ip address 10.1.4.1 24
         ipv6 enable
         ipv6 address 2001:DB8:1::1/64
         ipv6 address 2001:DB8:2::1/64
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.5.1 24
        #
        interface GigabitEthernet0/1/3
         ip binding vpn-instance red
         ip address 10.1.6.1 24
        #
      `,
    },
  ],
});

function replacedOn(device: Device, on: Interface): RawFinding<Facts> | undefined {
  const all = primaries(on);
  const last = all.at(-1);
  const lost = all.findLast(({ net }) => keyOf(net.value) !== keyOf(last!.net.value));
  if (!last || !lost) return undefined;
  const channel = [...device.services.values()].find(({ channels }) =>
    channels.some(({ source }) => source.value.key === lost.net.value.address.key),
  );
  const group = on.groups.find(({ family, virtualIps }) =>
    virtualIps.some(
      ({ address }) => family === 4 && isInside(address, lost.net.value) && !isInside(address, last.net.value),
    ),
  );
  const [kept, before] = [last, lost].map(({ net }) => written(net.value, lost.net.value, last.net.value));
  const needed = channel ? `the source of RBS ${channel.name}` : group && `where VRRP group ${group.vrid} stands`;
  return {
    at: last.net.at,
    severity: channel ? 'error' : undefined,
    message: `${device.name}: ${on.name} takes ${kept} in place of ${before}${needed ? `, ${needed}` : ''}: remove one of the two, or write sub`,
    also: [{ at: lost.net.at, message: `${device.name}: ${on.name}: an address that does not hold` }],
    facts: { device, lost, last, isNeeded: needed !== undefined },
  };
}

function primaries({ block }: Interface): Written[] {
  const lines = block.lines.filter(({ match }) => match?.command === interfaceView.address.id);
  if (lines.length < 2) return [];
  let found: Written[] = [];
  for (const line of inForce(block.lines)) {
    // Who binds an instance loses the addresses and gives new ones.
    if (/^ip binding vpn-instance /.test(canonicalText(line))) found = [];
    if (line.match?.command !== interfaceView.address.id || line.match.undo || has(line, 'sub')) continue;
    const own = text(line, 'ip-address');
    const net = own && prefix(own.value, (text(line, 'mask') ?? text(line, 'mask-length'))?.value);
    if (net) found.push({ line, net: { value: net, at: own.at } });
  }
  return found;
}

function keyOf({ address, length }: Prefix): string {
  return `${address.key}/${length}`;
}

/** With the length where the two lines differ in nothing else. */
function written(net: Prefix, left: Prefix, right: Prefix): string {
  const own = spelled(net.address.bytes);
  return left.address.key === right.address.key ? `${own}/${net.length}` : own;
}
