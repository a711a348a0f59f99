// Which services the rest of a device speaks for: what stands on the interfaces and in the pools that bind a profile, and which kind of
// group it follows.
import { l2tp } from '../../catalogue';
import type { Device, Rbp } from '../device';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import { bindings, groupsOf } from './bindings';

/** A line for the very service counts more than a family of addresses, which several services need. */
const weights = { line: 2, family: 1 } as const;

/** Lines of an interface that are there for a service alone. */
const linesOf: ReadonlyMap<string, RegExp> = new Map([
  ['mld', /^mld enable$/],
  ['igmp', /^igmp enable$/],
  ['nd', /^ipv6 nd ra |^undo ipv6 nd ra halt$|^direct-route ipv6 track /],
  ['arp', /^arp-proxy |^direct-route track /],
  ['dhcpv6-relay', /^dhcpv6 relay /],
  ['dhcp-server', /^dhcp server enable$|^dhcp select global$/],
  ['bras', /^bas$/],
  ['l2tp', /^bas$/],
]);

const families: ReadonlyMap<string, 4 | 6> = new Map([
  ['arp', 4],
  ['igmp', 4],
  ['nd', 6],
  ['mld', 6],
  ['dhcpv6-relay', 6],
]);

/** How strongly the device shows that the profile backs up the service; 0 where nothing does, undefined where no line ever would. */
export function signsOf(service: string, profile: Rbp, device: Device): number | undefined {
  const pattern = linesOf.get(service);
  if (!pattern) return undefined;
  const { interfaces, pools } = bindings(profile, device);
  const ports = [
    ...interfaces,
    ...groupsOf(profile, device).flatMap((group) => device.interfaces.get(group.interfaceKey) ?? []),
  ];
  const hasLine = ports.some(({ block }) => inForce(block.lines).some((line) => pattern.test(canonicalText(line))));
  const isPool = service === 'dhcp-server' && pools.some(({ family }) => family === 4);
  const isTunnelled =
    service !== 'l2tp' || device.system.get(l2tp.enable.id)?.some(({ match }) => !match?.undo) === true;
  if ((hasLine && isTunnelled) || isPool) return weights.line;
  const family = families.get(service);
  return family && ports.some(({ addresses }) => addresses.some(({ prefix }) => prefix.address.family === family))
    ? weights.family
    : 0;
}
