// Names of all devices of the workspace: what a person jumps to by typing a part of it. Only names and addresses, never lines.
import { SymbolKind } from 'vscode-languageserver-types';
import type { Device } from '../model/device';
import type { Network } from '../model/pairing/network';
import { rangeOf, type Place } from '../model/place';
import type { Range } from '../text/range';

/** A named thing of any file. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly file: string;
  readonly range: Range;
  /** The device it belongs to, and for a group its interface. */
  readonly container: string;
}

const most = 400;

/** Best first: the name begins like the query, holds it, or holds its letters in order. */
export function workspaceSymbols(network: Network, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const ranked: { named: Named; rank: number }[] = [];
  for (const device of network.devices) {
    for (const named of namesOf(device)) {
      const rank = rankOf(named.name.toLowerCase().replace(/\s+/g, ''), wanted);
      if (rank !== undefined) ranked.push({ named, rank });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, most).map(({ named: { name, kind, at, container } }) => ({
    name,
    kind,
    container,
    file: at.anchor.file,
    range: rangeOf(at),
  }));
}

interface Named {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly at: Place;
  readonly container: string;
}

function* namesOf(device: Device): Iterable<Named> {
  const container = device.name;
  if (device.sysname) yield { name: device.sysname.value, kind: SymbolKind.Module, at: device.sysname.at, container };
  const named = function* (
    kind: SymbolKind,
    all: Iterable<{ readonly name: string; readonly at: Place }>,
  ): Iterable<Named> {
    for (const { name, at } of all) yield { name, kind, at, container };
  };
  yield* named(SymbolKind.Class, device.services.values());
  yield* named(SymbolKind.Class, device.profiles.values());
  yield* named(SymbolKind.Array, device.pools);
  yield* named(SymbolKind.Class, device.instanceGroups.values());
  yield* named(SymbolKind.Object, device.instances);
  yield* named(SymbolKind.Key, device.sslPolicies.values());
  yield* named(SymbolKind.Object, device.bfdSessions);
  yield* named(SymbolKind.Object, device.monitorGroups.values());
  for (const location of device.locations.values())
    yield { name: `service-location ${location.id}`, kind: SymbolKind.Class, at: location.at, container };
  for (const trunk of device.eTrunks.values())
    yield { name: `e-trunk ${trunk.id}`, kind: SymbolKind.Class, at: trunk.at, container };
  for (const group of device.groups) {
    yield {
      name: `${group.family === 6 ? 'vrrp6' : 'vrrp'} vrid ${group.vrid}`,
      kind: SymbolKind.Event,
      at: group.at,
      container: `${container} ${group.interfaceName}`,
    };
    for (const { address, at } of group.virtualIps)
      yield { name: address.key, kind: SymbolKind.Constant, at, container: `${container} ${group.interfaceName}` };
  }
  yield* named(SymbolKind.Interface, device.interfaces.values());
}

function rankOf(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return name.length === wanted.length ? 0 : 1;
  if (name.includes(wanted)) return 2;
  let at = 0;
  for (const letter of name) if (letter === wanted[at]) at++;
  return at === wanted.length ? 3 : undefined;
}
