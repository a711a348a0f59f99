// Every request of our own that the protocol file names, with all that any of them takes.
import { requests } from '../../server/src/lsp/protocol';

interface Asked {
  readonly uri: string;
  readonly peer: string;
  /** The whole text of the file. */
  readonly range: object;
}

export const ownRequests: readonly string[] = Object.values(requests);

export function everyParameter({ uri, peer, range }: Asked): object {
  return {
    uri,
    position: { line: 6, character: 3 },
    range,
    whole: true,
    rule: 'rbs-port-mismatch',
    reason: 'seen',
    where: 'baseline',
    scenario: 'mld',
    answers: {},
    a: uri,
    b: peer,
    uris: [uri, peer],
    files: [uri, peer],
  };
}
