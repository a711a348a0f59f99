// Which lines of a device are hot backup: what "Complete the peer" brings over. Services and profiles, the virtual routers they
// follow with the service lines on their interfaces, pools, service boards with what runs on them, and what all these name.
import { entry, eTrunk, rbp, vrrp, vrrp6, type NameKind } from '../catalogue/index';
import type { Group, Interface } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { nameKey } from '../model/names';
import { boardFollows, groupsOf } from '../model/services/bindings';
import { boundPools } from '../model/services/pools';
import { instancesOn, interChassis } from '../model/services/service-boards';
import { said } from '../model/lines/canonical-text';
import { keyFor, type DeviceViews } from './device-views';
import { policyOf } from './line-policy';
import { push } from '../text/collections';

export interface HotBackup {
  readonly lines: ReadonlySet<MatchedLine>;
  /** Groups that a profile or a service board follows, and those that follow one of them. */
  readonly groups: ReadonlySet<Group>;
}

/** Kinds of names whose views come along when a line of hot backup names them. */
const named: ReadonlySet<NameKind> = new Set<NameKind>([
  'ssl-policy',
  'acl',
  'dhcpv6-server-group',
  'monitor-group',
  'ip-pool',
  'ipv6-pool',
  'ipv6-prefix-pool',
]);

const systemLines =
  /^(?:multicast (?:ipv6 )?routing-enable|dhcp enable|dhcp server request-packet |dhcpv6 (?!relay)|service-ha |ntp-service unicast|ipv6$|static-rp )/;

export function hotBackup(outline: DeviceViews): HotBackup {
  const { device, views } = outline;
  const lines = new Set<MatchedLine>();
  const addAll = (list: readonly MatchedLine[]) => {
    for (const line of list) {
      if (line.match?.command.startsWith('session.')) continue;
      lines.add(line);
      addAll(line.lines);
    }
  };
  const addView = (key: string, only: (line: MatchedLine) => boolean = () => true) => {
    const view = views.get(key);
    if (!view || view.heads.some((head) => lines.has(head))) return;
    for (const head of view.heads) lines.add(head);
    addAll(view.lines.filter(only));
  };
  const profiles = [...device.profiles.values()];
  const locations = interChassis(device);
  if (profiles.length + locations.length === 0) return { lines, groups: new Set() };

  for (const service of device.services.values()) addView(keyFor('rbs', service.key));
  for (const profile of profiles) addView(keyFor('rbp', profile.key));
  for (const location of locations) {
    addView(keyFor('location', location.id));
    for (const instance of instancesOn(device, location)) {
      addView(keyFor(instance.kind, instance.key));
      for (const name of instance.groups) addView(keyFor('instanceGroup', nameKey(name.value)));
    }
    for (const group of device.instanceGroups.values())
      if (group.locations.some((id) => id.value === location.id)) addView(keyFor('instanceGroup', group.key));
  }
  for (const bound of boundPools(device)) addView(keyFor(`pool${bound.pool.family}`, bound.pool.key));
  for (const pool of device.pools) if (pool.profiles.length > 0) addView(keyFor(`pool${pool.family}`, pool.key));

  const followed = new Set([
    ...profiles.flatMap((profile) => groupsOf(profile, device)),
    ...device.groups.filter((group) => locations.some((location) => boardFollows(location, group))),
  ]);
  const groups = new Set([
    ...followed,
    ...device.groups.filter(
      (group) =>
        group.follows &&
        [...followed].some(
          (one) =>
            one.family === group.family &&
            one.interfaceKey === group.follows!.interfaceKey &&
            one.vrid === group.follows!.vrid.value,
        ),
    ),
  ]);
  const trunks = new Set(
    profiles.flatMap((profile) =>
      profile.roles.flatMap((role) => (role.kind === 'e-trunk' ? [role.eTrunk.value] : [])),
    ),
  );
  for (const id of trunks) addView(keyFor('eTrunk', id));
  const groupLines = new Set([...groups].flatMap((group) => group.lines));
  for (const one of device.interfaces.values()) {
    const wanted = isWanted(one, groups, trunks, new Set(locations.map((location) => location.remote!.interfaceKey)));
    if (wanted) addView(keyFor('interface', one.key), (line) => groupLines.has(line) || isServiceLine(line));
  }
  addAll(outline.system.filter((line) => systemLines.test(said(line))));
  for (const view of views.values()) {
    if (!/^pim-ipv[46]$/.test(view.heads[0]!.opens ?? '')) continue;
    const wanted = view.lines.filter((line) => systemLines.test(said(line)));
    if (wanted.length > 0) addView(view.key, (line) => wanted.includes(line));
  }
  // What lines of hot backup name by now, and what that names in turn.
  const making = viewsByName(outline);
  for (const line of lines) {
    for (const value of line.match?.values ?? []) {
      const refers = entry(line.match!.command)?.parameters[value.name]?.refers;
      if (refers && named.has(refers))
        for (const key of making.get(`${refers} ${nameKey(value.text)}`) ?? []) addView(key);
    }
  }
  return { lines, groups };
}

function isWanted(
  one: Interface,
  groups: ReadonlySet<Group>,
  trunks: ReadonlySet<number>,
  links: ReadonlySet<string>,
): boolean {
  return (
    one.profiles.length > 0 ||
    one.groups.some((group) => groups.has(group)) ||
    (one.eTrunk !== undefined && trunks.has(one.eTrunk.value)) ||
    links.has(one.key)
  );
}

/** What the service does on an interface: neither its address nor its description, nor the routing beside it. */
function isServiceLine(line: MatchedLine): boolean {
  const command = line.match?.command ?? '';
  if (command === rbp.bind.id || command === eTrunk.join.id || (line.opens !== undefined && said(line) === 'bas'))
    return true;
  if (command === vrrp.recoverDelay.id || command === vrrp6.recoverDelay.id) return false;
  // Lines of groups that hot backup does not need are another matter.
  if (/^vrrp6?\./.test(command)) return /^(?:undo )?direct-route /.test(said(line));
  const { kind } = policyOf(line);
  return kind === 'must match' || (kind === 'role' && /^dhcpv6 relay /.test(said(line)));
}

/** Keys of the views whose head makes a name, by kind and name. */
function viewsByName({ views }: DeviceViews): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const view of views.values()) {
    for (const head of view.heads) {
      for (const value of head.match?.values ?? []) {
        const defines = entry(head.match!.command)?.parameters[value.name]?.defines;
        if (defines) push(found, `${defines} ${nameKey(value.text)}`, view.key);
      }
    }
  }
  return found;
}
