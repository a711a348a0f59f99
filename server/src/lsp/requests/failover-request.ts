// `vrp/failover`, `vrp/failoverFile` and `vrp/lab`: the rehearsal of a pair for the panel, as a file of its own, and as a lab.
import { otherPairsOf } from '../../failover/judgement/several-pairs';
import { labOf } from '../../failover/lab/lab';
import type { Pair } from '../../model/pairing/pair';
import { printableData } from '../../text/sanitize';
import { fileId } from '../file-ids';
import { onOwnRequest } from '../own-methods';
import {
  requests,
  type FailoverFileParams,
  type FailoverParams,
  type FailoverResult,
  type LabParams,
  type LabResult,
} from '../protocol';
import type { ServerContext } from '../server-context';
import { failover, failoverFile, labNames } from './failover';

/** What names a file, and events, which are sent back as they are. */
const asTheyAre = new Set(['uri', 'events']);

/** Answers `vrp/failover`, `vrp/failoverFile` and `vrp/lab`; null where the two files are no pair. */
export function registerFailover(context: ServerContext): void {
  const { connection, uriOf } = context;
  const { request } = context.guard;
  const othersOf = (pair: Pair): Pair[] => otherPairsOf(pair, context.workspace.network().pairs);

  onOwnRequest(
    connection,
    requests.failover,
    request('failover', (params: FailoverParams): FailoverResult | null => {
      const pair = pairOf(context, params.uris);
      return pair ? printableData(failover(pair, othersOf(pair), params.events, uriOf), asTheyAre) : null;
    }),
  );

  onOwnRequest(
    connection,
    requests.failoverFile,
    request('failover as a file', (params: FailoverFileParams): string | null => {
      const pair = pairOf(context, params.uris);
      return pair ? failoverFile(pair, othersOf(pair), params) : null;
    }),
  );

  onOwnRequest(
    connection,
    requests.lab,
    request('lab', (params: LabParams): LabResult | null => {
      const pair = pairOf(context, params.uris);
      const lab = pair && labOf(pair, labNames(pair));
      return lab?.hasGroups ? { files: lab.files.map(({ name, text }) => ({ name, text })) } : null;
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
