// The peer of a device, in the order and the names of this device, as a document that stands in no file: `vrp-peer:` uris, for
// clients that ask for such texts by `workspace/textDocumentContent`. What was asked for is refreshed when a check changed something.
import type { Pair } from '../model/pairing/pair';
import { peerScheme } from './protocol';

/** As many as anybody looks at side by side; of what was asked for before, nobody is told. */
const mostRemembered = 8;

/** The document of a pair as the device at `a` would have it. */
export function peerUri({ a, b }: Pick<Pair, 'a' | 'b'>, uriOf: (file: string) => string): string {
  const name = encodeURIComponent(`${b.name} as ${a.name}`.replaceAll('/', '_'));
  return `${peerScheme}:/${name}.vrp?${encodeURIComponent(JSON.stringify([uriOf(a.file), uriOf(b.file)]))}`;
}

/** The two files that such a uri names; undefined for any other text. */
export function filesOfPeerUri(uri: string): { readonly uri: string; readonly peer: string } | undefined {
  const [start, query] = [uri.slice(0, uri.indexOf('?')), uri.slice(uri.indexOf('?') + 1)];
  if (!start.startsWith(`${peerScheme}:`)) return undefined;
  try {
    const files = JSON.parse(decodeURIComponent(query)) as unknown;
    if (!Array.isArray(files)) return undefined;
    const [own, peer] = files as unknown[];
    return typeof own === 'string' && typeof peer === 'string' ? { uri: own, peer } : undefined;
  } catch {
    return undefined;
  }
}

/** Which documents a client has been given, and which text. */
export class GivenPeers {
  private readonly uris = new Set<string>();

  give(uri: string): void {
    this.uris.delete(uri);
    this.uris.add(uri);
    for (const oldest of this.uris) {
      if (this.uris.size <= mostRemembered) break;
      this.uris.delete(oldest);
    }
  }

  forget(uri: string): void {
    this.uris.delete(uri);
  }

  all(): readonly string[] {
    return [...this.uris];
  }
}
