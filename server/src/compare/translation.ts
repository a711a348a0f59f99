// A line of one device as its peer would hold it: source and peer change places, own addresses and interfaces become those that
// answer them there, names become the peer's. What neither file tells becomes a placeholder, never a guess.
import { bfd, eTrunk, entry, interfaceView, isis, rbs, serviceLocation, vrrp } from '../catalogue/index';
import { address, overlap, type Address } from '../model/address';
import type { Device, InterfaceAddress } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { interfaceKey, nameKey } from '../model/names';
import type { Pair } from '../model/pairing/pair';
import { typed } from '../rules/shared/backup-services';
import { placeholders } from '../edits/placeholders';
import { words } from '../text/words';
import type { Correspondence } from './correspondence';
import { keyFor } from './device-views';

export interface Translation {
  /** The text of the line on the peer, without indent. */
  line(line: MatchedLine): string;
  /** The name of the interface on the peer that answers the one with this key, whatever its spelling here. */
  interfaceName(name: string): string;
}

/** From `a` to `b`. */
export function translation(correspondence: Correspondence): Translation {
  const { a, b } = correspondence.pair;
  const spoken = spokenNames(correspondence.pair);
  const nameOn = (name: string): string => {
    const key = interfaceKey(name);
    const view = correspondence.viewFor('a', keyFor('interface', key));
    const answer = view && b.interfaces.get(view.key.slice('interface '.length));
    if (answer) return answer.name;
    const said = spoken.get(key);
    if (said !== undefined && !b.interfaces.has(interfaceKey(said))) return said;
    // What has no answer keeps its name, unless that is taken by something else there.
    return b.interfaces.has(key) &&
      [...a.interfaces.keys()].some(
        (other) => correspondence.viewFor('a', keyFor('interface', other))?.key === keyFor('interface', key),
      )
      ? placeholders.interface
      : name;
  };
  const addressText = (own: Address): string | undefined => {
    const mine = a.addresses.get(own.key)?.[0];
    if (mine) {
      const view = correspondence.viewFor('a', keyFor('interface', mine.interface.key));
      const there = view && b.interfaces.get(view.key.slice('interface '.length));
      return (there && alike(there.addresses, mine.address)) ?? placeholders.ownAddress;
    }
    const theirs = b.addresses.get(own.key)?.[0];
    if (!theirs) return undefined;
    const view = correspondence.viewFor('b', keyFor('interface', theirs.interface.key));
    const here = view && a.interfaces.get(view.key.slice('interface '.length));
    return (here && alike(here.addresses, theirs.address)) ?? placeholders.peerAddress;
  };
  return {
    interfaceName: nameOn,
    line: (line) =>
      swapped(line) ??
      special(line, a, nameOn) ??
      replaced(line, (name, text) => {
        const parameter = line.match && entry(line.match.command)?.parameters[name];
        if (parameter?.type.kind === 'interface') return nameOn(text);
        if (parameter?.type.kind === 'cipher') return placeholders.key;
        if (parameter?.refers === 'interface') return trunkOn(text, nameOn);
        if (parameter?.refers === 'rbs')
          return named(
            text,
            correspondence.viewFor('a', keyFor('rbs', nameKey(text)))?.key,
            (key) => b.services.get(key)?.name,
          );
        if (parameter?.refers === 'rbp')
          return named(
            text,
            correspondence.viewFor('a', keyFor('rbp', nameKey(text)))?.key,
            (key) => b.profiles.get(key)?.name,
          );
        if (parameter?.refers === 'bfd-session') return sessionOn(text, correspondence);
        const [host = '', ...length] = text.split('/');
        const parsed = address(host);
        const there = parsed && addressText(parsed);
        return there === undefined ? undefined : [there, ...length].join('/');
      }),
  };
}

/** Interfaces that the peer's profiles and service boards speak of where these of this device speak of theirs. */
function spokenNames({ profiles, locations }: Pair): Map<string, string> {
  const names = new Map<string, string>();
  for (const { a, b } of profiles) {
    for (const family of [4, 6]) {
      const [mine, theirs] = [a, b].map((one) =>
        one.roles.filter((role) => role.kind === 'group' && role.family === family),
      );
      const [one, two] = [mine![0], theirs![0]];
      if (mine!.length === 1 && theirs!.length === 1 && one?.kind === 'group' && two?.kind === 'group')
        names.set(one.interfaceKey, two.interface.value);
    }
  }
  for (const { a, b } of locations) {
    if (a.remote && b.remote) names.set(a.remote.interfaceKey, b.remote.interface.value);
    if (a.group && b.group) names.set(a.group.interfaceKey, b.group.interface.value);
  }
  return names;
}

/** An address of the peer's interface that is like this one: in its subnet, else of its family. */
function alike(candidates: readonly InterfaceAddress[], mine: InterfaceAddress): string | undefined {
  const same = candidates.filter(
    (one) => one.prefix.address.family === mine.prefix.address.family && one.linkLocal === mine.linkLocal,
  );
  const found = same.find((one) => overlap(one.prefix, mine.prefix)) ?? same[0];
  return found && typed(found.line, found.at).split('/')[0];
}

/** Lines that name both ends: each device writes its own as source. */
function swapped(line: MatchedLine): string | undefined {
  const ends: Readonly<Record<string, readonly [string, string]>> = {
    [rbs.peer.id]: ['peer-ip-address', 'source-ip-address'],
    [rbs.peer6.id]: ['peer-ipv6-address', 'source-ipv6-address'],
    [eTrunk.peer.id]: ['peer-ip-address', 'source-ip-address'],
    [eTrunk.peer6.id]: ['peer-ipv6-address', 'source-ipv6-address'],
    [vrrp.unicast.id]: ['peer-address', 'source-address'],
  };
  const names = line.match && ends[line.match.command];
  if (!names) return undefined;
  const value = (name: string) => line.match!.values.find((one) => one.name === name)?.text;
  const [peer, source] = names.map(value);
  if (peer === undefined || source === undefined) return undefined;
  const across = new Map([
    [names[0], source],
    [names[1], peer],
  ]);
  return replaced(line, (name) => across.get(name));
}

/** Lines whose values follow from no single value of the peer. */
function special(line: MatchedLine, a: Device, nameOn: (name: string) => string): string | undefined {
  switch (line.match?.command) {
    case serviceLocation.remoteBackup.id: {
      // The peer of the peer is this device, on its own end of the link.
      const over = line.match.values.find((one) => one.name === 'interface')?.text ?? '';
      const own = a.interfaces
        .get(interfaceKey(over))
        ?.addresses.find((one) => one.prefix.address.family === 4 && !one.linkLocal);
      const peerAddress = own ? typed(own.line, own.at) : placeholders.peerAddress;
      return replaced(line, (name, text) => {
        if (name === 'interface') return nameOn(text);
        if (name === 'ip-address') return peerAddress;
        return name === 'key-value' ? placeholders.key : undefined;
      });
    }
    case interfaceView.address.id:
    case interfaceView.ipv6Address.id:
    case interfaceView.ipv6LinkLocal.id:
      return replaced(line, (name, text) =>
        /^ip(?:v6)?-address/.test(name) ? [placeholders.ownAddress, ...text.split('/').slice(1)].join('/') : undefined,
      );
    case isis.networkEntity.id:
      return replaced(line, () => placeholders.networkEntity);
    case bfd.discriminator.id:
      return replaced(line, () => placeholders.discriminator);
    case rbs.ipPool.id:
    case rbs.ipv6Pool.id:
      return replaced(line, (name) => (name === 'metric' ? placeholders.metric : undefined));
    default:
      return undefined;
  }
}

/** The line with some of its values replaced, those the catalogue does not know included. */
function replaced(line: MatchedLine, value: (name: string, text: string) => string | undefined): string {
  const spans = line.match ? line.match.values : words(line.text).map((word) => ({ ...word, name: '' }));
  let text = '';
  let from = 0;
  for (const span of spans) {
    if (span.start < from) continue;
    const instead = value(span.name, span.text);
    if (instead === undefined) continue;
    text += line.text.slice(from, span.start) + instead;
    from = span.end;
  }
  return text + line.text.slice(from);
}

function trunkOn(number: string, nameOn: (name: string) => string): string | undefined {
  if (!/^\d+$/.test(number)) return nameOn(number);
  return /^eth-trunk(\d+)$/i.exec(nameOn(`Eth-Trunk${number}`))?.[1] ?? placeholders.interface;
}

function named(text: string, key: string | undefined, nameOf: (key: string) => string | undefined): string {
  return (key === undefined ? undefined : nameOf(key.slice(key.indexOf(' ') + 1))) ?? text;
}

/** A session by its name, or by its local discriminator. */
function sessionOn(text: string, { pair, viewFor }: Correspondence): string {
  const mine = pair.a.bfdSessions.find(
    (one) => one.name.toLowerCase() === text.toLowerCase() || String(one.local?.value) === text,
  );
  const view = mine && viewFor('a', keyFor('bfd', nameKey(mine.name)));
  const answer = view && pair.b.bfdSessions.find((one) => keyFor('bfd', nameKey(one.name)) === view.key);
  return (
    (answer &&
      (mine.name.toLowerCase() === text.toLowerCase() ? answer.name : answer.local && String(answer.local.value))) ??
    placeholders.bfdSession
  );
}
