// Which lines of a device are hot backup: what "Complete the peer" brings over. Services and profiles, the virtual routers they
// follow with the service lines on their interfaces, pools, service boards with what runs on them, and what all these name.
import { agreementOf, type Subject } from '../catalogue/agreement';
import { entry, eTrunk, interfaceView, l2tp, rbp, vrrp, vrrp6, type NameKind } from '../catalogue/index';
import type { Device, Group, Interface, Rbp, ServiceLocation } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { interfaceKey, nameKey } from '../model/names';
import type { Occurrence } from '../model/references/section-names';
import { boardFollows, groupsOf } from '../model/services/bindings';
import { boundPools } from '../model/services/pools';
import { backsUpTunnels, tunnelLoopbacks } from '../model/services/tunnels';
import { instancesOn, interChassis } from '../model/services/service-boards';
import { applicationsFor } from '../model/services/translated-ports';
import { snoopedCircuits } from '../model/services/snooping';
import { canonicalText } from '../model/lines/canonical-text';
import { push } from '../text/collections';
import { keyFor, viewKey, type DeviceViews } from './device-views';
import { policyOf } from './line-policy';

/** What of a device takes part in hot backup. */
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
  'traffic-policy',
  'traffic-classifier',
  'traffic-behavior',
]);

const systemLines =
  /^(?:multicast (?:ipv6 )?routing-enable|dhcp enable|dhcp server request-packet |dhcpv6 (?!relay)|service-ha |ntp-service unicast|ipv6$|static-rp )/;

const loginServices: ReadonlySet<string> = new Set(['bras', 'l2tp']);

/** What devices that hand over users who log in must both say for all of them. */
const loginSubjects: readonly Subject[] = ['login device', 'stream device'];

function isLoginSetting(line: MatchedLine): boolean {
  const { checks } = agreementOf(line.match?.command, canonicalText(line));
  return loginSubjects.some((subject) => checks?.[subject] !== undefined);
}

/** What the switch below hears of every E-Trunk, the same from both devices. */
const eTrunkLines = /^lacp e-trunk /;

/** Collects what of the device takes part in hot backup. */
export function hotBackup(device: DeviceViews): HotBackup {
  return new HotBackupLines(device).collected();
}

/** Collects the lines of one device; it lives as long as that takes. */
class HotBackupLines {
  private readonly lines = new Set<MatchedLine>();
  private readonly device: Device;
  private readonly profiles: readonly Rbp[];
  private readonly locations: readonly ServiceLocation[];

  constructor(private readonly views: DeviceViews) {
    this.device = views.device;
    this.profiles = [...this.device.profiles.values()];
    this.locations = interChassis(this.device);
  }

  /** To be called once. */
  collected(): HotBackup {
    if (this.profiles.length + this.locations.length === 0) return { lines: this.lines, groups: new Set() };
    this.addServices();
    this.addBoards();
    this.addPools();
    this.addTunnels();
    this.addSnooping();
    const groups = this.backedUpGroups();
    this.addInterfaces(groups);
    this.addSystemLines();
    this.addNamed();
    return { lines: this.lines, groups };
  }

  private addAll(lines: readonly MatchedLine[]): void {
    for (const line of lines) {
      if (line.match?.command.startsWith('session.')) continue;
      this.lines.add(line);
      this.addAll(line.lines);
    }
  }

  private addView(key: string, isIncluded: (line: MatchedLine) => boolean = () => true): void {
    const view = this.views.views.get(key);
    if (!view || view.heads.some((head) => this.lines.has(head))) return;
    for (const head of view.heads) this.lines.add(head);
    this.addAll(view.lines.filter(isIncluded));
  }

  private addServices(): void {
    for (const service of this.device.services.values()) this.addView(keyFor('rbs', service.key));
    for (const profile of this.profiles) this.addView(keyFor('rbp', profile.key));
  }

  private addBoards(): void {
    for (const location of this.locations) {
      this.addView(keyFor('location', location.id));
      for (const instance of instancesOn(this.device, location)) {
        this.addView(keyFor(instance.kind, instance.key));
        for (const name of instance.groups) this.addView(keyFor('instanceGroup', nameKey(name.value)));
      }
      for (const group of this.device.instanceGroups.values()) {
        if (group.locations.some((id) => id.value === location.id)) this.addView(keyFor('instanceGroup', group.key));
      }
    }
  }

  /** Where traffic policies hand users to the instances on the boards: in the system view, or on their interfaces. */
  private waysToBoards(): readonly Occurrence[] {
    const instances = this.locations.flatMap((location) => instancesOn(this.device, location));
    return [...new Set(instances)].flatMap((instance) => applicationsFor(this.device, instance));
  }

  /** The virtual templates over which users of profiles dial in. */
  private templates(): readonly string[] {
    return [...this.device.interfaces.values()].flatMap(({ profiles, block }) =>
      profiles.length === 0
        ? []
        : block.lines.flatMap(({ match }) =>
            match?.command === interfaceView.pppoeServer.id && !match.undo
              ? match.values.map(({ text }) => interfaceKey(text))
              : [],
          ),
    );
  }

  private addPools(): void {
    const bound = this.device.pools.filter((pool) => pool.profiles.length > 0);
    for (const pool of [...boundPools(this.device).map((found) => found.pool), ...bound])
      this.addView(keyFor(`pool${pool.family}`, pool.key));
  }

  /** The groups whose tunnels move with the role. */
  private addTunnels(): void {
    if (!backsUpTunnels(this.device)) return;
    for (const { key, heads, lines } of this.views.views.values()) {
      const isBackedUp = (line: MatchedLine) =>
        line.match?.command === l2tp.source.id && canonicalText(line).endsWith(' rui');
      if (heads[0]!.opens === 'l2tp-group' && lines.some(isBackedUp)) this.addView(key);
    }
  }

  /** The switch of the device, and the VSIs, VLANs or bridge domains of the access circuits. */
  private addSnooping(): void {
    const circuits = snoopedCircuits(this.device);
    if (circuits.length === 0) return;
    this.addAll(this.views.system.filter((line) => canonicalText(line).startsWith('igmp-snooping ')));
    for (const { within } of circuits) {
      const [head] = within?.block?.heads ?? [];
      if (head) this.addView(viewKey(head));
    }
  }

  /** Groups that a profile or a service board follows, and those that follow one of them. */
  private backedUpGroups(): ReadonlySet<Group> {
    const followed = new Set([
      ...this.profiles.flatMap((profile) => groupsOf(profile, this.device)),
      ...this.device.groups.filter((group) => this.locations.some((location) => boardFollows(location, group))),
    ]);
    const followers = this.device.groups.filter((group) => [...followed].some((admin) => copiesRoleOf(group, admin)));
    return new Set([...followed, ...followers]);
  }

  private addInterfaces(groups: ReadonlySet<Group>): void {
    const trunks = new Set(this.profiles.flatMap(eTrunksOf));
    for (const id of trunks) this.addView(keyFor('eTrunk', id));
    if (trunks.size > 0) this.addAll(this.views.system.filter((line) => eTrunkLines.test(canonicalText(line))));
    const groupLines = new Set([...groups].flatMap((group) => group.lines));
    const links = new Set(this.locations.map((location) => location.remote!.interfaceKey));
    for (const { within, line } of this.waysToBoards()) {
      if (within === undefined) this.lines.add(line);
      else links.add(within);
    }
    for (const key of this.templates()) links.add(key);
    if (backsUpTunnels(this.device)) for (const key of tunnelLoopbacks(this.device)) links.add(key);
    const isIncluded = (line: MatchedLine) => groupLines.has(line) || isServiceLine(line);
    for (const candidate of this.device.interfaces.values()) {
      if (isWanted(candidate, groups, trunks, links)) this.addView(keyFor('interface', candidate.key), isIncluded);
    }
  }

  private addSystemLines(): void {
    const hasLogins = this.profiles.some(({ services }) => services.some(({ value }) => loginServices.has(value)));
    const isWantedLine = (line: MatchedLine) =>
      systemLines.test(canonicalText(line)) || (hasLogins && isLoginSetting(line));
    this.addAll(this.views.system.filter(isWantedLine));
    for (const view of this.views.views.values()) {
      if (!/^pim-ipv[46]$/.test(view.heads[0]!.opens ?? '')) continue;
      const wanted = view.lines.filter(isWantedLine);
      if (wanted.length > 0) this.addView(view.key, (line) => wanted.includes(line));
    }
  }

  /** What lines of hot backup name by now, and what that names in turn: the set grows while it is walked. */
  private addNamed(): void {
    const definedIn = viewsByName(this.views);
    for (const line of this.lines) {
      for (const value of line.match?.values ?? []) {
        const refers = entry(line.match!.command)?.parameters[value.name]?.refers;
        if (!refers || !named.has(refers)) continue;
        for (const key of definedIn.get(`${refers} ${nameKey(value.text)}`) ?? []) this.addView(key);
      }
    }
  }
}

function copiesRoleOf(group: Group, admin: Group): boolean {
  return (
    group.follows !== undefined &&
    admin.family === group.family &&
    admin.interfaceKey === group.follows.interfaceKey &&
    admin.vrid === group.follows.vrid.value
  );
}

function eTrunksOf(profile: Rbp): number[] {
  return profile.roles.flatMap((role) => (role.kind === 'e-trunk' ? [role.eTrunk.value] : []));
}

function isWanted(
  { profiles, groups: own, eTrunk: joined, key }: Interface,
  groups: ReadonlySet<Group>,
  trunks: ReadonlySet<number>,
  links: ReadonlySet<string>,
): boolean {
  return (
    profiles.length > 0 ||
    own.some((group) => groups.has(group)) ||
    (joined !== undefined && trunks.has(joined.value)) ||
    links.has(key)
  );
}

/** What the service does on an interface: neither its address nor its description, nor the routing beside it. */
function isServiceLine(line: MatchedLine): boolean {
  const command = line.match?.command ?? '';
  if (
    command === rbp.bind.id ||
    command === eTrunk.join.id ||
    // Both are master by hand, or neither is; a backup by hand is one device's own.
    (command === eTrunk.mode.id && canonicalText(line).endsWith(' force-master')) ||
    (line.opens !== undefined && canonicalText(line) === 'bas') ||
    /^(?:l2 binding|bridge-domain) /.test(canonicalText(line))
  )
    return true;
  if (command === vrrp.recoverDelay.id || command === vrrp6.recoverDelay.id) return false;
  // Lines of groups that hot backup does not need are another matter.
  if (/^vrrp6?\./.test(command)) return /^(?:undo )?direct-route /.test(canonicalText(line));
  const { kind } = policyOf(line);
  return kind === 'must match' || (kind === 'role' && /^dhcpv6 relay /.test(canonicalText(line)));
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
