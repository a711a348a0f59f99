// Joining a VPN instance takes the addresses of an interface away, and a switched port has none: a file in which an address stands above
// such a line does not do what it says.
import type { Device, Interface } from '../../model/device';
import { insertBefore, removeLine } from '../../edits/config-edits';
import type { FileEdit } from '../../edits/file-edit';
import { canonicalText, firstWordOf } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { isChannelSource } from '../../model/services/meeting-interfaces';
import { deviceRule } from '../../diagnostics/rule';

interface Cleared {
  readonly address: MatchedLine;
  /** The line that takes the address away. */
  readonly by: MatchedLine;
}

interface Facts extends Cleared {
  readonly device: Device;
}

export default deviceRule<Facts>({
  id: 'interface-address-cleared',
  requirement: 'HB-X-IF-ORDER',
  title: 'A line of an interface takes its address away',
  severity: 'warning',
  why: 'The interface is left without the address: what starts from there, or stands on it, does not work.',
  guide: ['vendor command reference: ip binding vpn-instance, portswitch'],
  independentPer: 'interface',
  *check(device) {
    if (device.firewall || device.holdsSeveralDevices) return;
    for (const on of device.interfaces.values()) {
      const cleared = clearedOn(on);
      if (!cleared) continue;
      const { address, by } = cleared;
      const does = isBinding(by)
        ? `${canonicalText(by)} takes away ${shownIn(address)} above the line; put the binding first`
        : `${canonicalText(by)} leaves the interface without its address ${shownIn(address)}; remove one of the two`;
      yield {
        at: by,
        severity: on.groups.length > 0 || isChannelSource(device, on) ? 'error' : 'warning',
        message: `${device.name}: on ${on.name} ${does}`,
        also: [{ at: address, message: `${device.name}: the address of ${on.name} that is lost` }],
        facts: { device, address, by },
      };
    }
  },
  fix({ device, address, by }) {
    const edits: FileEdit[] = [removeLine(by)];
    return isBinding(by)
      ? [
          {
            title: `Put ${canonicalText(by)} first`,
            edits: [...edits, insertBefore(device, address, canonicalText(by))],
            safe: true,
          },
        ]
      : [{ title: 'Remove portswitch', edits, safe: false }];
  },
  examples: [
    {
      title: 'The VPN instance below the address',
      config: `
        sysname DeviceA
        #
        ip vpn-instance office
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         ip binding vpn-instance office
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: on GigabitEthernet0/1/2 ip binding vpn-instance office takes away 10.1.1.1 above the line; put the binding first
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        fixed:
        sysname DeviceA
        #
        ip vpn-instance office
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance office
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
      `,
    },
    {
      title: 'A switched port with an address',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         portswitch
         ^^^^^^^^^^ DeviceA: on GigabitEthernet0/1/2 portswitch leaves the interface without its address 10.1.1.1; remove one of the two
         ip address 10.1.1.1 255.255.255.0
        #
      `,
    },
    {
      title: 'The VPN instance first, once more below, and an address given anew',
      config: `
        sysname DeviceA
        #
        ip vpn-instance office
        #
        interface GigabitEthernet0/1/2
         undo portswitch
         ip binding vpn-instance office
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ip binding vpn-instance office
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.2.1 255.255.255.0
         ip binding vpn-instance office
         ip address 10.1.3.1 255.255.255.0
        #
      `,
    },
  ],
});

/** What keeps most interfaces from being looked at closely. */
function mayClear(line: MatchedLine): boolean {
  const first = firstWordOf(line);
  return first === 'portswitch' || (first === 'ip' && /\sb/i.test(line.text));
}

/** The first address that the lines of the interface do not leave it. */
function clearedOn({ block: { lines }, addresses }: Interface): Cleared | undefined {
  if (addresses.length === 0 || !lines.some(mayClear)) return undefined;
  const stated = inForce(lines).filter(({ match }) => match !== undefined && !match.undo);
  const texts = stated.map(canonicalText);
  const switched = texts.indexOf('portswitch');
  const address = texts.findIndex(isAddress);
  if (address < 0) return undefined;
  if (switched >= 0) return { address: stated[address]!, by: stated[switched]! };
  const last = texts.findLast((text) => text.startsWith('ip binding vpn-instance '));
  const bound = last === undefined ? -1 : texts.indexOf(last);
  // Another address below is a change of mind.
  const given = texts.slice(bound + 1).filter((text) => isAddress(text) && !text.endsWith(' sub'));
  const isLost = (text: string) => isAddress(text) && !given.some((other) => family(other) === family(text));
  const lost = texts.slice(0, Math.max(0, bound)).findIndex(isLost);
  return lost < 0 ? undefined : { address: stated[lost]!, by: stated[bound]! };
}

/** `ip` or `ipv6` */
function family(text: string): string {
  return text.slice(0, text.indexOf(' '));
}

function isAddress(text: string): boolean {
  return /^ip(?:v6)? address [\d:a-f]/i.test(text) && !/^ip address dhcp/.test(text);
}

function isBinding(line: MatchedLine): boolean {
  return canonicalText(line).startsWith('ip binding ');
}

function shownIn(line: MatchedLine): string {
  return canonicalText(line).split(' ')[2]!;
}
