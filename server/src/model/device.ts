// What one file says about one device: its interfaces, VRRP groups, backup services and profiles, service boards and
// pools, each fact with its place. Plain data, derived from matched lines; blocks of one name are merged
// (docs/decisions/repeated-lines-and-values.md).
import type { Address, Family, Prefix } from './address';
import type { MatchedLine } from './lines/matched-line';
import type { Fact, Place } from './place';
import type { NameIndex } from './references/name-index';
import type { SectionNames } from './references/section-names';

/** Everything said about one named view: the lines that opened it and all lines in it, in file order. */
export interface Block {
  readonly heads: readonly MatchedLine[];
  readonly lines: readonly MatchedLine[];
}

/** An address line of an interface. */
export interface InterfaceAddress {
  readonly prefix: Prefix;
  readonly at: Place;
  readonly line: MatchedLine;
  readonly linkLocal: boolean;
}

/** An interface with what its view says, merged over all its sections. */
export interface Interface {
  /** As its first head spells it. */
  readonly name: string;
  readonly key: string;
  readonly mainKey: string;
  readonly at: Place;
  readonly block: Block;
  readonly shutdown?: Place;
  readonly ipv6Enable?: Place;
  /** In file order, both families. */
  readonly addresses: readonly InterfaceAddress[];
  /** IPv6 addressing whose address the file does not say: `auto link-local`, `eui-64`, a lone link-local address. */
  readonly ipv6Addressed: boolean;
  readonly groups: readonly Group[];
  /** `remote-backup-profile NAME` lines. */
  readonly profiles: readonly Fact<string>[];
  readonly relay: readonly MatchedLine[];
  readonly dhcpServer?: Place;
  readonly eTrunk?: Fact<number>;
  /** The role that is set by hand; absent where nothing is written, which is `auto`. */
  readonly eTrunkMode?: Fact<ETrunkMode>;
  /** The number of the Eth-Trunk on the other device, where it is another one. */
  readonly remoteEthTrunk?: Fact<number>;
}

/** How a member Eth-Trunk takes its role: by election, or by hand. */
export type ETrunkMode = 'auto' | 'force-master' | 'force-backup';

/** An address a group answers for. */
export interface VirtualIp {
  readonly address: Address;
  readonly linkLocal: boolean;
  readonly at: Place;
  /** The `link-local` keyword, or the whole line where there is none. */
  readonly line: MatchedLine;
}

/** What a VRRP group watches. */
export type Tracked =
  | { readonly kind: 'interface'; readonly name: Fact<string>; readonly key: string; readonly ipv6: boolean }
  | {
      readonly kind: 'bfd-session';
      readonly id?: Fact<number>;
      readonly name?: Fact<string>;
      readonly role?: 'peer' | 'link';
    }
  | {
      readonly kind: 'monitor-group';
      readonly name: Fact<string>;
      readonly link: boolean;
      /** Percent of the weights that have to fail. */
      readonly limit?: number;
    }
  | { readonly kind: 'service-location'; readonly id: Fact<number> }
  | { readonly kind: 'nqa' | 'route' | 'efm' | 'link-bfd' };

/** One `track` line of a VRRP group. */
export interface Track {
  readonly line: MatchedLine;
  readonly object: Tracked;
  /** What a failure of the object takes from the priority; 10 where nothing is written. Absent for role-changing tracks. */
  readonly reduced?: Fact<number>;
  readonly increased?: Fact<number>;
}

/** A VRRP or VRRP6 group on an interface. */
export interface Group {
  readonly family: Family;
  readonly vrid: number;
  /** The vrid in the group's first line. */
  readonly at: Place;
  readonly interfaceKey: string;
  readonly interfaceName: string;
  readonly lines: readonly MatchedLine[];
  /**
   * False where only attributes are there (priority, timers, tracks) and nothing that makes the group
   * (docs/decisions/what-creates-a-group.md).
   */
  readonly exists: boolean;
  readonly virtualIps: readonly VirtualIp[];
  readonly priority?: Fact<number>;
  /** Seconds. */
  readonly delay?: Fact<number>;
  readonly preemptDisabled?: Place;
  /** As typed: seconds for VRRP, centiseconds for VRRP6, or milliseconds where `unit` says so. */
  readonly advertise?: Fact<number> & { readonly unit: 's' | 'cs' | 'ms' };
  readonly holdMultiplier?: Fact<number>;
  readonly tracks: readonly Track[];
  readonly admin?: { readonly at: Place; readonly line: MatchedLine; readonly ignoreIfDown: boolean };
  readonly follows?: {
    readonly line: MatchedLine;
    readonly at: Place;
    readonly interfaceKey: string;
    readonly vrid: Fact<number>;
    readonly unflowdown: boolean;
  };
}

/** A remote backup service: one end of a TCP channel. */
export interface Rbs {
  readonly name: string;
  readonly key: string;
  readonly at: Place;
  readonly block: Block;
  readonly channels: readonly Channel[];
  readonly sslPolicy?: Fact<string>;
  readonly shutdown?: Place;
  readonly batches: readonly { readonly line: MatchedLine; readonly service: Fact<string>; readonly now: boolean }[];
  readonly tracks: readonly MatchedLine[];
  readonly pools: readonly PoolUse[];
}

/** One end of a backup channel: the addresses of both and the TCP port. */
export interface Channel {
  readonly family: Family;
  readonly line: MatchedLine;
  readonly peer: Fact<Address>;
  readonly source: Fact<Address>;
  readonly port: Fact<number>;
}

/** A remote backup profile. */
export interface Rbp {
  readonly name: string;
  readonly key: string;
  readonly at: Place;
  readonly block: Block;
  readonly backupId?: Fact<number>;
  readonly rbs?: Fact<string>;
  readonly mode?: Fact<string>;
  readonly services: readonly Fact<string>[];
  readonly roles: readonly RoleSource[];
  readonly nas: readonly MatchedLine[];
  readonly pools: readonly PoolUse[];
}

/** What a profile takes its role from: a VRRP group or an E-Trunk. */
export type RoleSource =
  | {
      readonly kind: 'group';
      readonly family: Family;
      readonly vrid: Fact<number>;
      readonly interface: Fact<string>;
      readonly interfaceKey: string;
      readonly mac?: 'odd-mac' | 'even-mac';
      readonly line: MatchedLine;
    }
  | {
      readonly kind: 'e-trunk';
      readonly eTrunk: Fact<number>;
      readonly ethTrunk: Fact<number>;
      readonly line: MatchedLine;
    };

/** A pool that a profile or a domain names. */
export interface PoolUse {
  readonly line: MatchedLine;
  readonly name: Fact<string>;
  readonly family: Family;
  readonly metric?: Fact<number>;
  /** Words follow that the catalogue only outlines. */
  readonly more: boolean;
}

/** An address pool, or a pool of prefixes. */
export interface Pool {
  readonly name: string;
  readonly key: string;
  readonly family: Family;
  readonly at: Place;
  readonly block: Block;
  readonly server: boolean;
  readonly bas: boolean;
  readonly profiles: readonly Fact<string>[];
  readonly identifier?: Fact<Address>;
  readonly sections: readonly { readonly line: MatchedLine; readonly from: Address; readonly to: Address }[];
}

/** A service board by its location, with the channel to the board of the other device. */
export interface ServiceLocation {
  readonly id: number;
  readonly at: Place;
  readonly block: Block;
  readonly locations: readonly { readonly line: MatchedLine; readonly backup: boolean }[];
  readonly remote?: {
    readonly line: MatchedLine;
    readonly interface: Fact<string>;
    readonly interfaceKey: string;
    readonly peer: Fact<Address>;
    readonly key?: Place;
  };
  readonly group?: {
    readonly line: MatchedLine;
    readonly vrid: Fact<number>;
    readonly interface: Fact<string>;
    readonly interfaceKey: string;
  };
  /** `vrrp vrid interface ...`: the id is missing (docs/decisions/service-location-vrrp-line.md). */
  readonly groupWithoutId?: MatchedLine;
}

/** A `service-instance-group`: the boards that serve instances, and the RBS over which they are backed up. */
export interface InstanceGroup {
  readonly name: string;
  readonly key: string;
  readonly at: Place;
  readonly block: Block;
  readonly locations: readonly Fact<number>[];
  readonly rbs?: Fact<string>;
}

/** A DS-Lite, NAT or NAT64 instance. */
export interface ServiceInstance {
  readonly kind: 'ds-lite' | 'nat' | 'nat64';
  readonly name: string;
  readonly key: string;
  readonly id?: Fact<number>;
  readonly at: Place;
  readonly block: Block;
  readonly groups: readonly Fact<string>[];
}

/** One end of an E-Trunk. */
export interface ETrunk {
  readonly id: number;
  readonly at: Place;
  readonly block: Block;
  readonly priority?: Fact<number>;
  readonly peer?: Fact<Address>;
  readonly source?: Fact<Address>;
  /** In tenths of a second. */
  readonly hello?: Fact<number>;
  /** How many Hello packets may be missed. */
  readonly holdMultiplier?: Fact<number>;
  /** Seconds. */
  readonly revertDelay?: Fact<number>;
  readonly revertDisabled?: Place;
  /** The number of links or the bandwidth decides the roles. */
  readonly select?: Place;
  /** The BFD sessions that find a lost peer: the one that is named, or one that the device sets up by itself. */
  readonly bfd: readonly { readonly line: MatchedLine; readonly session?: Fact<string> }[];
}

/** A BFD session with its discriminators. */
export interface BfdSession {
  readonly name: string;
  readonly at: Place;
  readonly local?: Fact<number>;
  readonly remote?: Fact<number>;
  /** The other end, the own address, and the interface it is watched through, where the head says them. */
  readonly peer?: Fact<Address>;
  readonly source?: Fact<Address>;
  readonly interface?: Fact<string>;
  readonly interfaceKey?: string;
  /** The VPN instance of the addresses, in small letters. */
  readonly vpn?: string;
  /** The other end needs no session of its own: an echo that it sends back unread. */
  readonly oneArm: boolean;
  /** The device finds the numbers of both ends by itself. */
  readonly auto: boolean;
  /** The line of a saved file that sets the session up: some releases want it, others have none. */
  readonly commit?: Place;
  readonly shutdown?: MatchedLine;
}

/** Things of which only the name and place matter. */
export interface Named {
  readonly name: string;
  readonly key: string;
  readonly at: Place;
}

/** Interfaces that are watched together. */
export interface MonitorGroup extends Named {
  readonly block: Block;
}

/** How the file's bytes were read: UTF-16 where they begin with its mark, Latin-1 when they are nothing else. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'latin-1';

/** What one file says about one router. */
export interface Device {
  readonly file: string;
  readonly eol: '\r\n' | '\n' | '\r';
  readonly encoding: Encoding;
  /** The first sysname; the file's name where there is none. */
  readonly name: string;
  readonly sysname?: Fact<string>;
  /** The first command line of the file: where a finding about the whole file stands when there is no sysname. */
  readonly firstLine?: Place;
  readonly otherSysnames: readonly Fact<string>[];
  readonly rows: number;
  /** Where a new section goes: the row of the closing `return`, or the row behind the last one. */
  readonly endRow: number;
  readonly interfaces: ReadonlyMap<string, Interface>;
  readonly groups: readonly Group[];
  readonly services: ReadonlyMap<string, Rbs>;
  readonly profiles: ReadonlyMap<string, Rbp>;
  readonly pools: readonly Pool[];
  readonly locations: ReadonlyMap<number, ServiceLocation>;
  readonly instanceGroups: ReadonlyMap<string, InstanceGroup>;
  readonly instances: readonly ServiceInstance[];
  readonly eTrunks: ReadonlyMap<number, ETrunk>;
  readonly bfdSessions: readonly BfdSession[];
  readonly monitorGroups: ReadonlyMap<string, MonitorGroup>;
  readonly sslPolicies: ReadonlyMap<string, Named>;
  /** Lines of the system view by command id: switches, static routes, `multicast ipv6 routing-enable` ... */
  readonly system: ReadonlyMap<string, readonly MatchedLine[]>;
  /** Views that belong to a scenario but need no object of their own (`isis 1`, `pim-ipv6`), by view name. */
  readonly views: ReadonlyMap<string, readonly Block[]>;
  /** Every interface address, by canonical key. */
  readonly addresses: ReadonlyMap<
    string,
    readonly { readonly interface: Interface; readonly address: InterfaceAddress }[]
  >;
  /** The names of each section, in file order. */
  readonly names: readonly SectionNames[];
  /** The same, to be asked by name. */
  readonly nameIndex: NameIndex;
  /** The whole configuration of a device, not an excerpt: what is not in it is not there. */
  readonly isWholeFile: boolean;
  /** Lines of two devices in one file: nothing about one of them follows from what is missing. */
  readonly holdsSeveralDevices: boolean;
  /** A USG firewall: HRP prompts or `hrp` lines; virtual IPs follow other rules there. */
  readonly firewall: boolean;
}
