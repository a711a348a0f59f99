// An interface and its VRRP groups, from the lines of all its sections.
import { dhcp, eTrunk, interfaceView, rbp, type Match } from '../../catalogue';
import { push } from '../../text/collections';
import { words } from '../../text/words';
import { prefix, type Family } from '../address';
import type { Block, ETrunkMode, Interface, InterfaceAddress } from '../device';
import { inForce } from '../lines/in-force';
import { isRead, type MatchedLine } from '../lines/matched-line';
import { interfaceKey, mainInterfaceKey, nameKey } from '../names';
import type { Fact, Place } from '../place';
import { addressOf, distinct, has, lastKeyword, nameOf, number, text } from './line-values';
import { readGroup } from './read-group';

/** All lines of an interface, over all of its sections, as its facts. */
export function readInterface(block: Block, name: Fact<string>): Interface {
  const key = interfaceKey(name.value);
  const groups = new Map<string, MatchedLine[]>();
  const own = new InterfaceLines();
  for (const line of inForce(block.lines)) {
    if (!line.match) continue;
    const family = line.match.undo ? undefined : groupFamily(line);
    if (family === undefined) {
      own.read(line, line.match);
      continue;
    }
    const vrid = number(line, 'virtual-router-id');
    // `vrrp recover-delay` and the like name no group, and a line that only refers to a group is none of its lines.
    if (vrid && !has(line, 'direct-route')) push(groups, `${family} ${vrid.value}`, line);
  }
  return {
    name: name.value,
    key,
    mainKey: mainInterfaceKey(key),
    at: name.at,
    block,
    shutdown: own.shutdown,
    ipv6Enable: own.ipv6Enable,
    addresses: distinct(own.addresses, ({ prefix: net }) => `${net.address.key}/${net.length}`),
    ipv6Addressed: own.isIpv6Addressed(),
    // A group of which no line was understood is not there; what is wrong with the lines is said at them.
    groups: [...groups]
      .filter(([, lines]) => lines.some((line) => isRead(line.match!)))
      .map(([id, lines]) => readGroup(Number(id.split(' ')[0]) as Family, lines, name.value, key)),
    profiles: distinct(own.profiles, (profile) => nameKey(profile.value)),
    relay: own.relay,
    dhcpServer: own.dhcpServer,
    eTrunk: own.eTrunk,
    eTrunkMode: own.eTrunkMode,
    remoteEthTrunk: own.remoteEthTrunk,
  };
}

/** What the lines of an interface say, but for those of its VRRP groups. */
class InterfaceLines {
  readonly addresses: InterfaceAddress[] = [];
  readonly profiles: Fact<string>[] = [];
  readonly relay: MatchedLine[] = [];
  shutdown: Place | undefined;
  ipv6Enable: Place | undefined;
  dhcpServer: Place | undefined;
  eTrunk: Fact<number> | undefined;
  eTrunkMode: Fact<ETrunkMode> | undefined;
  remoteEthTrunk: Fact<number> | undefined;
  /** The IPv4 address without `sub`. */
  private primary: InterfaceAddress | undefined;
  /** It has an IPv6 address that the file does not show. */
  private hasUnwrittenAddress = false;

  read(line: MatchedLine, match: Match): void {
    if (match.undo) {
      if (match.command === interfaceView.shutdown.id) this.shutdown = undefined;
      return;
    }
    switch (match.command) {
      case interfaceView.shutdown.id:
        if (match.complete) this.shutdown = line;
        break;
      case interfaceView.ipv6Enable.id:
        if (match.complete) this.ipv6Enable = line;
        break;
      case interfaceView.address.id:
        this.readAddress(line);
        break;
      case interfaceView.ipv6Address.id:
        this.readIpv6Address(line);
        break;
      case interfaceView.ipv6LinkLocal.id:
        this.readLinkLocal(line, match);
        break;
      case rbp.bind.id: {
        const profile = nameOf(line, 'profile-name');
        if (profile) this.profiles.push(profile);
        break;
      }
      case dhcp.serverEnable.id:
        if (match.complete) this.dhcpServer = line;
        break;
      case eTrunk.join.id:
        this.eTrunk = number(line, 'e-trunk-id') ?? this.eTrunk;
        this.remoteEthTrunk = number(line, 'eth-trunk-id');
        break;
      case eTrunk.mode.id:
        if (match.complete) this.eTrunkMode = lastKeyword(line, words(line.text)) as Fact<ETrunkMode> | undefined;
        break;
      default:
        if (match.command.startsWith('dhcpv6Relay.')) this.relay.push(line);
    }
  }

  isIpv6Addressed(): boolean {
    const hasLinkLocal = this.addresses.some(({ linkLocal }) => linkLocal);
    const hasGlobal = this.addresses.some((each) => !each.linkLocal && each.prefix.address.family === 6);
    return this.hasUnwrittenAddress || (hasLinkLocal && !hasGlobal);
  }

  private readAddress(line: MatchedLine): void {
    const address = text(line, 'ip-address');
    const mask = text(line, 'mask') ?? text(line, 'mask-length');
    const net = address && prefix(address.value, mask?.value);
    if (!address || !net) return;
    const read = { prefix: net, at: address.at, line, linkLocal: false };
    const before = has(line, 'sub') ? undefined : this.primary;
    if (!has(line, 'sub')) this.primary = read;
    // Without `sub` it takes the place of the one before (docs/decisions/repeated-lines-and-values.md).
    if (before) this.addresses.splice(this.addresses.indexOf(before), 1, read);
    else this.addresses.push(read);
  }

  private readIpv6Address(line: MatchedLine): void {
    // With `eui-64` the device makes the last 64 bits itself.
    if (has(line, 'eui-64')) {
      this.hasUnwrittenAddress = true;
      return;
    }
    const address = text(line, 'ipv6-address/prefix-length') ?? text(line, 'ipv6-address');
    const net = address && prefix(address.value, text(line, 'prefix-length')?.value);
    if (!address || !net) return;
    const end = address.at.start + address.value.split('/')[0]!.length;
    this.addresses.push({ prefix: net, at: { ...address.at, end }, line, linkLocal: false });
  }

  private readLinkLocal(line: MatchedLine, match: Match): void {
    const address = addressOf(line, 'ipv6-address');
    if (address) {
      const net = { address: address.value, length: 64 };
      this.addresses.push({ prefix: net, at: address.at, line, linkLocal: true });
    } else if (match.complete) this.hasUnwrittenAddress = true;
  }
}

/** The family of a line that belongs to a group: `vrrp vrid ...`, `admin-vrrp6 vrid ...`. */
function groupFamily(line: MatchedLine): Family | undefined {
  const { command, values } = line.match!;
  const family = commandFamily(command);
  return family !== undefined && values.some((value) => value.name === 'virtual-router-id') ? family : undefined;
}

function commandFamily(command: string): Family | undefined {
  if (command.startsWith('vrrp6.')) return 6;
  return command.startsWith('vrrp.') ? 4 : undefined;
}
