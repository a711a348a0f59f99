// A line of one device as its peer would hold it: source and peer change places, own addresses and interfaces become those that
// correspond to them there, names become the peer's. What neither file tells becomes a placeholder, never a guess.
import { bfd, entry, eTrunk, interfaceView, isis, l2tp, rbs, serviceLocation, vrrp } from '../catalogue/index';
import { placeholders, withoutKeys } from '../edits/placeholders';
import { address, overlap, spelled, type Address } from '../model/address';
import type { Device, Interface, InterfaceAddress } from '../model/device';
import { isRead, type MatchedLine } from '../model/lines/matched-line';
import { interfaceKey, nameKey } from '../model/names';
import { other, type Pair, type Side } from '../model/pairing/pair';
import { vpnNameOn } from '../model/routing/vpn-counterparts';
import { secretsOf } from '../model/secrets';
import { isRuiSlave } from '../model/services/pool-addresses';
import { namesTunnelLoopback, tunnelBase, tunnelBaseTextBeside, tunnelLoopbacks } from '../model/services/tunnels';
import { metricBeside, typed } from '../rules/shared/backup-services';
import { trailingDigits } from '../text/line-ends';
import { memoizeByObject } from '../text/memoize';
import { words } from '../text/words';
import type { Correspondence } from './correspondence';
import { keyFor, viewKey } from './device-views';

/** What a translation asks of a pair. */
export interface Counterparts {
  readonly pair: Pair;
  /** The line that opened the view in which a line of `pair.a` stands. */
  parentOf(line: MatchedLine): MatchedLine | undefined;
  /** The key of the view on the other device that corresponds to this one of `side`. */
  viewKeyFor(side: Side, key: string): string | undefined;
}

/** The same, from a correspondence that is worked out already. */
export function counterpartsOf({ pair, a, viewFor }: Correspondence): Counterparts {
  return {
    pair,
    parentOf: (line) => a.parents.get(line),
    viewKeyFor: (side, key) => viewFor(side, key)?.key,
  };
}

/** Says a line of one device in the other one's names and addresses. */
export interface Translation {
  /** The text of the line on the peer, without indent. */
  line(line: MatchedLine): string;
  /** The name of the interface on the peer that corresponds to this one, whatever its spelling here. */
  interfaceName(name: string): string;
}

/** From `a` to `b`. */
export function translation(counterparts: Counterparts): Translation {
  const translator = new Translator(counterparts);
  return {
    line: (line) => translator.line(line),
    interfaceName: (name) => translator.interfaceName(name),
  };
}

class Translator {
  private readonly namedByPeer: ReadonlyMap<string, string>;
  /** The source of the first channel that leads to an address, by that address. */
  private readonly ownEndsByPeer: ReadonlyMap<string, Address>;

  constructor(private readonly counterparts: Counterparts) {
    this.namedByPeer = interfacesNamedByPeer(counterparts.pair);
    this.ownEndsByPeer = ownEndsByPeer(counterparts.pair.a);
  }

  line(line: MatchedLine): string {
    const text =
      withEndsSwapped(line) ?? this.special(line) ?? withValues(line, (name, value) => this.value(line, name, value));
    return withoutUnreadKeys(line, text);
  }

  interfaceName(name: string): string {
    const { b } = this.counterparts.pair;
    const key = interfaceKey(name);
    const counterpart = this.interfaceFor('a', key);
    if (counterpart) return counterpart.name;
    const named = this.namedByPeer.get(key);
    if (named !== undefined && !b.interfaces.has(interfaceKey(named))) return named;
    // What has no counterpart keeps its name, unless that is taken by something else there.
    return b.interfaces.has(key) && this.isTaken(key) ? placeholders.interface : name;
  }

  /** The peer's interface with this key corresponds to an interface of this device. */
  private isTaken(key: string): boolean {
    const view = keyFor('interface', key);
    return [...this.counterparts.pair.a.interfaces.keys()].some(
      (candidate) => this.counterparts.viewKeyFor('a', keyFor('interface', candidate)) === view,
    );
  }

  /** The interface on the other device that corresponds to this one of `side`. */
  private interfaceFor(side: Side, key: string): Interface | undefined {
    const found = this.counterparts.viewKeyFor(side, keyFor('interface', key));
    return found === undefined
      ? undefined
      : this.counterparts.pair[other(side)].interfaces.get(found.slice('interface '.length));
  }

  /** One value of a line; undefined where it stays. */
  private value(line: MatchedLine, name: string, text: string): string | undefined {
    const { b } = this.counterparts.pair;
    const parameter = line.match && entry(line.match.command)?.parameters[name];
    if (parameter?.type.kind === 'interface')
      return (namesTunnelLoopback(line) ? this.tunnelLoopback(text) : undefined) ?? this.interfaceName(text);
    if (parameter?.type.kind === 'cipher') return placeholders.key;
    switch (parameter?.refers) {
      case 'interface':
        return this.trunkNumber(text);
      case 'rbs':
        return this.nameFor('rbs', text, (key) => b.services.get(key)?.name);
      case 'rbp':
        return this.nameFor('rbp', text, (key) => b.profiles.get(key)?.name);
      case 'bfd-session':
        return this.bfdSession(text);
      case 'vpn-instance':
        return this.vpnInstance(text);
      default:
        return this.addressWithLength(text);
    }
  }

  private addressWithLength(text: string): string | undefined {
    const [host = '', ...length] = text.split('/');
    const parsed = address(host);
    const translated = parsed && this.address(parsed);
    return translated === undefined ? undefined : [translated, ...length].join('/');
  }

  /** Of an address that one of the two devices has itself, or that this one names as the other end of a channel; every other stays. */
  private address(value: Address): string | undefined {
    const { a, b } = this.counterparts.pair;
    const own = a.addresses.get(value.key)?.[0];
    if (own) {
      const counterpart = this.interfaceFor('a', own.interface.key);
      return (counterpart && addressLike(counterpart.addresses, own.address)) ?? placeholders.ownAddress;
    }
    const peers = b.addresses.get(value.key)?.[0];
    if (!peers) return this.endOfChannel(value);
    const counterpart = this.interfaceFor('b', peers.interface.key);
    return (counterpart && addressLike(counterpart.addresses, peers.address)) ?? placeholders.peerAddress;
  }

  /** Of the other end of a channel, which no interface in the files has: the end of this device, which the peer names so. */
  private endOfChannel({ key }: Address): string | undefined {
    const own = this.ownEndsByPeer.get(key);
    return own && spelled(own.bytes);
  }

  /**
   * Both devices have the loopbacks of both, each starts its own tunnels from another one: the one that both have and this device
   * does not name. Undefined where no such one is there, or several.
   */
  private tunnelLoopback(text: string): string | undefined {
    const { a, b } = this.counterparts.pair;
    const named = tunnelLoopbacks(a);
    const hosts = [...a.interfaces.values()]
      .filter(({ key }) => key.startsWith('loopback') && !named.has(key))
      .flatMap(({ addresses }) => addresses.map(({ prefix }) => prefix.address.key));
    const shared = hosts.flatMap((host) => b.addresses.get(host)?.map((own) => own.interface.key) ?? []);
    const [twin, another] = new Set(shared.filter((key) => key.startsWith('loopback')));
    if (twin === undefined || another !== undefined) return undefined;
    return text.slice(0, text.length - trailingDigits(text).length) + trailingDigits(twin);
  }

  /** The address of a loopback from which tunnels start goes with them: both devices have it. */
  private isTunnelAddress(line: MatchedLine): boolean {
    const head = this.counterparts.parentOf(line);
    const key = head && viewKey(head).slice('interface '.length);
    return key !== undefined && tunnelLoopbacks(this.counterparts.pair.a).has(key);
  }

  /** The device whose pool stands by announces it at the higher cost. */
  private metric(line: MatchedLine, family: 4 | 6, text: string): string {
    const { a, b } = this.counterparts.pair;
    const name = nameKey(line.match!.values.find((value) => /pool-name$/.test(value.name))?.text ?? '');
    const poolOn = (device: Device) => device.pools.find((pool) => pool.family === family && pool.key === name);
    const [own, peers] = [poolOn(a), poolOn(b)];
    const standsBy = peers ? isRuiSlave(peers) : own !== undefined && !isRuiSlave(own);
    return String(metricBeside(Number(text), standsBy));
  }

  /** Eth-Trunks are also named by their number alone. */
  private trunkNumber(text: string): string | undefined {
    if (!/^\d+$/.test(text)) return this.interfaceName(text);
    return /^eth-trunk(\d+)$/i.exec(this.interfaceName(`Eth-Trunk${text}`))?.[1] ?? placeholders.interface;
  }

  private nameFor(kind: string, text: string, nameOf: (key: string) => string | undefined): string {
    const key = this.counterparts.viewKeyFor('a', keyFor(kind, nameKey(text)));
    return (key === undefined ? undefined : nameOf(key.slice(key.indexOf(' ') + 1))) ?? text;
  }

  /** What the peer calls the instance, in its letters. */
  private vpnInstance(text: string): string {
    const { a, b } = this.counterparts.pair;
    const key = vpnNameOn(b, a, nameKey(text));
    return key === nameKey(text) ? text : (b.nameIndex.occurrences('vpn-instance', key)[0]?.text ?? text);
  }

  /** A session by its name, or by its local discriminator. */
  private bfdSession(text: string): string {
    const { pair } = this.counterparts;
    const isNamed = (name: string) => name.toLowerCase() === text.toLowerCase();
    const session = pair.a.bfdSessions.find(({ name, local }) => isNamed(name) || String(local?.value) === text);
    const key = session && this.counterparts.viewKeyFor('a', keyFor('bfd', nameKey(session.name)));
    const counterpart = key && pair.b.bfdSessions.find(({ name }) => keyFor('bfd', nameKey(name)) === key);
    if (!counterpart) return placeholders.bfdSession;
    if (isNamed(session.name)) return counterpart.name;
    return counterpart.local ? String(counterpart.local.value) : placeholders.bfdSession;
  }

  /** The two ends of a session name each other's number; what the file does not tell, or the peer has taken, is to be chosen. */
  private discriminator(line: MatchedLine, name: string): string {
    const { pair } = this.counterparts;
    const head = this.counterparts.parentOf(line);
    const key = head && viewKey(head);
    const session = pair.a.bfdSessions.find((candidate) => keyFor('bfd', nameKey(candidate.name)) === key);
    const isLocal = name === 'local-discriminator';
    const number = (isLocal ? session?.remote : session?.local)?.value;
    const isTaken =
      isLocal &&
      pair.b.bfdSessions.some(({ name: other, local }) => local?.value === number && other !== session?.name);
    return number === undefined || isTaken ? placeholders.discriminator : String(number);
  }

  /** Lines whose values follow from no single value of the peer. */
  private special(line: MatchedLine): string | undefined {
    switch (line.match?.command) {
      case serviceLocation.remoteBackup.id:
        return this.remoteBackup(line);
      case interfaceView.address.id:
      case interfaceView.ipv6Address.id:
      case interfaceView.ipv6LinkLocal.id:
        if (this.isTunnelAddress(line)) return line.text;
        return withValues(line, (name, text) => {
          if (!/^ip(?:v6)?-address/.test(name)) return undefined;
          return [placeholders.ownAddress, ...text.split('/').slice(1)].join('/');
        });
      case isis.networkEntity.id:
        return withValues(line, () => placeholders.networkEntity);
      case bfd.discriminator.id:
        return withValues(line, (name) => this.discriminator(line, name));
      case rbs.ipPool.id:
      case rbs.ipv6Pool.id:
        return withValues(line, (name, text) =>
          name === 'metric' ? this.metric(line, line.match?.command === rbs.ipPool.id ? 4 : 6, text) : undefined,
        );
      case l2tp.baseId.id:
        return tunnelBaseTextBeside(tunnelBase(line));
      default:
        return undefined;
    }
  }

  /** The peer of the peer is this device, on its own end of the link. */
  private remoteBackup(line: MatchedLine): string {
    const link = line.match?.values.find(({ name }) => name === 'interface')?.text ?? '';
    const own = this.counterparts.pair.a.interfaces
      .get(interfaceKey(link))
      ?.addresses.find(({ prefix, linkLocal }) => prefix.address.family === 4 && !linkLocal);
    return withValues(line, (name, text) => {
      switch (name) {
        case 'interface':
          return this.interfaceName(text);
        case 'ip-address':
          return own ? typed(own.line, own.at) : placeholders.peerAddress;
        case 'key-value':
          return placeholders.key;
        default:
          return undefined;
      }
    });
  }
}

const ownEndsByPeer = memoizeByObject(({ services }: Device): ReadonlyMap<string, Address> => {
  const ends = new Map<string, Address>();
  for (const { channels } of services.values()) {
    for (const { peer, source } of channels) if (!ends.has(peer.value.key)) ends.set(peer.value.key, source.value);
  }
  return ends;
});

/** Names that the peer's profiles and service boards give to interfaces where those of this device name theirs, by key. */
const interfacesNamedByPeer = memoizeByObject(({ profiles, locations }: Pair): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { a, b } of profiles) {
    for (const family of [4, 6] as const) {
      const [role, peerRole] = [onlyGroupRole(a.roles, family), onlyGroupRole(b.roles, family)];
      if (role && peerRole) names.set(role.interfaceKey, peerRole.interface.value);
    }
  }
  for (const { a, b } of locations) {
    if (a.remote && b.remote) names.set(a.remote.interfaceKey, b.remote.interface.value);
    if (a.group && b.group) names.set(a.group.interfaceKey, b.group.interface.value);
  }
  return names;
});

type GroupRole = Extract<Pair['profiles'][number]['a']['roles'][number], { kind: 'group' }>;

/** Undefined where a profile follows several groups of the family, or none. */
function onlyGroupRole(roles: Pair['profiles'][number]['a']['roles'], family: 4 | 6): GroupRole | undefined {
  const groups = roles.flatMap((role) => (role.kind === 'group' && role.family === family ? [role] : []));
  return groups.length === 1 ? groups[0] : undefined;
}

/** An address of the peer's interface in the place of this one: in its subnet, else of its family. */
function addressLike(candidates: readonly InterfaceAddress[], own: InterfaceAddress): string | undefined {
  const ofFamily = candidates.filter(
    ({ prefix, linkLocal }) => prefix.address.family === own.prefix.address.family && linkLocal === own.linkLocal,
  );
  const found = ofFamily.find(({ prefix }) => overlap(prefix, own.prefix)) ?? ofFamily[0];
  return found && typed(found.line, found.at).split('/')[0];
}

/** Parameters that hold the two ends of a channel, by command. */
const ends: Readonly<Record<string, { readonly peer: string; readonly source: string }>> = {
  [rbs.peer.id]: { peer: 'peer-ip-address', source: 'source-ip-address' },
  [rbs.peer6.id]: { peer: 'peer-ipv6-address', source: 'source-ipv6-address' },
  [eTrunk.peer.id]: { peer: 'peer-ip-address', source: 'source-ip-address' },
  [eTrunk.peer6.id]: { peer: 'peer-ipv6-address', source: 'source-ipv6-address' },
  [vrrp.unicast.id]: { peer: 'peer-address', source: 'source-address' },
  [bfd.session.id]: { peer: 'peer-ip', source: 'source-ip' },
};

/** Lines that name both ends: each device writes its own as source. */
function withEndsSwapped(line: MatchedLine): string | undefined {
  const names = line.match && ends[line.match.command];
  if (!names) return undefined;
  const valueOf = (wanted: string) => line.match!.values.find(({ name }) => name === wanted)?.text;
  const [peer, source] = [valueOf(names.peer), valueOf(names.source)];
  if (peer === undefined || source === undefined) return undefined;
  return withValues(line, (name) => {
    if (name === names.peer) return source;
    return name === names.source ? peer : undefined;
  });
}

/** The line without keys where its command does not read it to the end; what stands behind one then is the rest of it, after a blank. */
function withoutUnreadKeys({ match, view }: MatchedLine, text: string): string {
  if (match && isRead(match)) return text;
  const at = text.lastIndexOf(placeholders.key);
  const read = at < 0 ? text : text.slice(0, at + placeholders.key.length);
  return withoutKeys(read, secretsOf({ view, text: read }));
}

/** The line with some of its values replaced, those the catalogue does not know included. */
function withValues(line: MatchedLine, value: (name: string, text: string) => string | undefined): string {
  const spans = line.match ? line.match.values : words(line.text).map((word) => ({ ...word, name: '' }));
  let text = '';
  let from = 0;
  for (const span of spans) {
    if (span.start < from) continue;
    const replacement = value(span.name, span.text);
    if (replacement === undefined) continue;
    text += line.text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return text + line.text.slice(from);
}
