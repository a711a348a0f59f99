// `vrp/failover` and `vrp/failoverFile`: the rehearsal of a pair for the panel, and as a file of its own.
import type { Pair } from '../../model/pairing/pair';
import { printableData } from '../../text/sanitize';
import { fileId } from '../file-ids';
import { onOwnRequest } from '../own-methods';
import { requests, type FailoverFileParams, type FailoverParams, type FailoverResult } from '../protocol';
import type { ServerContext } from '../server-context';
import { failover, failoverFile } from './failover';

/** What names a file, and events, which are sent back as they are. */
const asTheyAre = new Set(['uri', 'events']);

export function registerFailover(context: ServerContext): void {
  const { connection, uriOf } = context;
  const { request } = context.guard;

  onOwnRequest(
    connection,
    requests.failover,
    request('failover', (params: FailoverParams): FailoverResult | null => {
      const pair = pairOf(context, params.uris);
      return pair ? printableData(failover(pair, params.events, uriOf), asTheyAre) : null;
    }),
  );

  onOwnRequest(
    connection,
    requests.failoverFile,
    request('failover as a file', (params: FailoverFileParams): string | null => {
      const pair = pairOf(context, params.uris);
      return pair ? failoverFile(pair, params) : null;
    }),
  );
}

/** The pair of these two files, as the texts are now. */
function pairOf({ checks, workspace }: ServerContext, uris: readonly string[]): Pair | undefined {
  checks.touch();
  const ids = new Set(Array.isArray(uris) ? uris.map((uri) => fileId(String(uri))) : []);
  return ids.size === 2
    ? workspace.network().pairs.find((pair) => ids.has(pair.a.file) && ids.has(pair.b.file))
    : undefined;
}
