// Addresses that no interface can have: those of multicast, of the device itself, of nobody; and a mask with holes. What the network of
// an address leaves out is interface-address-is-network.
import { interfaceView } from '../../catalogue';
import { address } from '../../model/address';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Place } from '../../model/place';
import { placeIn } from '../../model/read/line-values';
import { words } from '../../text/words';
import { restsOn } from '../../model/services/bindings';
import { meetsPeerOn } from '../../model/services/meeting-interfaces';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'interface-address-impossible',
  requirement: 'HB-X-IF-HOST',
  title: 'An interface is given an address or a mask that no interface can have',
  severity: 'warning',
  why: 'The device refuses the line: the interface has no address, and what runs on it is down.',
  guide: ['vendor configuration guide: IP addresses of interfaces', 'RFC 6890', 'RFC 4291 2.4'],
  independentPer: 'interface',
  *check(device) {
    for (const on of device.interfaces.values()) {
      for (const line of inForce(on.block.lines)) {
        const found = impossible(line);
        if (!found) continue;
        yield {
          at: found.at,
          severity: meetsPeerOn(device, on) || restsOn(on) ? 'error' : 'warning',
          message: `${device.name}: ${on.name} has ${found.what}: the device refuses the line`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'Multicast, loopback, nobody, a mask with holes',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip address 224.1.1.1 255.255.255.0
                    ^^^^^^^^^ DeviceA: GigabitEthernet0/1/1 has 224.1.1.1, a multicast address: the device refuses the line
         vrrp vrid 1 virtual-ip 224.1.1.254
        #
        interface GigabitEthernet0/1/2
         ip address 127.0.0.1 255.0.0.0
                    ^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 has 127.0.0.1, a loopback address
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.3.1 255.255.0.255
                             ^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/3 has mask 255.255.0.255, which has holes: the device refuses the line
         ip address 245.1.3.1 255.255.255.0 sub
                    ^^^^^^^^^ DeviceA: GigabitEthernet0/1/3 has 245.1.3.1, a reserved address
        #
        interface GigabitEthernet0/1/6
         ip address 10.1.6.1 256.255.255.0
                             ^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/6 has mask 256.255.255.0, which is none: the device refuses the line
        #
        interface GigabitEthernet0/1/7
         ip address 10.1.7.256 24
                    ^^^^^^^^^^ DeviceA: GigabitEthernet0/1/7 has 10.1.7.256, which is no address: the device refuses the line
        #
        interface GigabitEthernet0/1/8
         ip address 10.1.8.1 33
                             ^^ DeviceA: GigabitEthernet0/1/8 has a mask of 33 bits: the device refuses the line
        #
        interface GigabitEthernet0/1/4
         ipv6 enable
         ipv6 address FF05::1/64
                      ^^^^^^^^^^ DeviceA: GigabitEthernet0/1/4 has FF05::1, a multicast address
        #
        interface GigabitEthernet0/1/5
         ipv6 enable
         ipv6 address ::1 128
                      ^^^ DeviceA: GigabitEthernet0/1/5 has ::1, a loopback address
        #
      `,
    },
    {
      title: 'Hosts, taken back, an address that the device is given',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ip address 223.1.1.1 255.255.254.0
         ip address 126.1.1.1 24 sub
        #
        interface GigabitEthernet0/1/2
         ip address dhcp-alloc
         ipv6 enable
         ipv6 address FE80::1 link-local
         ipv6 address auto link-local
         ipv6 address 2001:DB8::1/64
        #
        interface GigabitEthernet0/1/3
         ip address 224.1.1.1 255.255.255.0
         undo ip address 224.1.1.1 255.255.255.0
        #
      `,
    },
  ],
});

const addressLines: ReadonlySet<string> = new Set([interfaceView.address.id, interfaceView.ipv6Address.id]);

function impossible(line: MatchedLine): { readonly at: Place; readonly what: string } | undefined {
  const { match } = line;
  if (!match || match.undo || !addressLines.has(match.command)) return undefined;
  const [problem] = match.problems;
  const refused = problem && wordsOf(problem.name, line.text.slice(problem.start, problem.end));
  if (refused) return { at: placeIn(line, problem.start, problem.end), what: refused };
  const word = words(line.text)[2];
  const host = word?.text.split('/')[0] ?? '';
  const kind = kindOf(host);
  return word && kind !== undefined
    ? { at: placeIn(line, word.start, word.end), what: `${host.toUpperCase()}, ${kind}` }
    : undefined;
}

function wordsOf(parameter: string, text: string): string | undefined {
  if (parameter === 'mask') {
    if (address(text) === undefined) return `mask ${text}, which is none`;
    return isMask(text) ? `mask ${text}, which has holes` : undefined;
  }
  return /^\d+$/.test(text) ? `a mask of ${text} bits` : `${text.toUpperCase()}, which is no address`;
}

/** Of the shape of a mask, as a slip of one is. */
function isMask(text: string): boolean {
  return /^(?:255|254|252|248|240|224|192|128)\.\d+\.\d+\.\d+$/.test(text) && address(text) !== undefined;
}

function kindOf(text: string): string | undefined {
  const own = address(text);
  if (!own) return undefined;
  const [first = 0] = own.bytes;
  if (own.family === 6) {
    if (first === 255) return 'a multicast address';
    if (own.bytes.slice(0, 15).some((byte) => byte !== 0)) return undefined;
    return own.bytes[15] === 1 ? 'a loopback address' : undefined;
  }
  if (first === 127) return 'a loopback address';
  if (first >= 224) return first < 240 ? 'a multicast address' : 'a reserved address';
  return undefined;
}
