// Completion, and the prose of an item once it is looked at.
import type { CancellationToken, CompletionItem } from 'vscode-languageserver';
import { strongestPair } from '../../features/counterpart';
import type { SectionFacts } from '../../model/lines/matched-line';
import type { Snapshot } from '../../workspace/workspace';
import { completion, completionProse, type About } from '../../features/completion';
import { askDocument, type ServerContext } from '../server-context';
import { completionList, markup, normalizePosition } from '../to-lsp';

/** What the paired device says, the strongest of several; of a file that is not paired yet, the only other one there is. */
function peerFacts({ workspace }: ServerContext, snapshot: Snapshot): readonly SectionFacts[] | undefined {
  const pair = strongestPair(snapshot)?.pair;
  const others = snapshot.network.devices.filter(({ file }) => file !== snapshot.file);
  const paired = pair && (pair.a.file === snapshot.file ? pair.b : pair.a);
  const peer = paired ?? (others.length === 1 ? others[0] : undefined);
  return peer && workspace.snapshot(peer.file)?.facts;
}

/** Answers `textDocument/completion` and `completionItem/resolve`; null where the document is no open configuration. */
export function registerCompletion(context: ServerContext): void {
  const { connection } = context;
  const { request } = context.guard;

  connection.onCompletion(
    request('completion', (params) => {
      const { nextListCommand } = context.options;
      const nextList = typeof nextListCommand === 'string' ? nextListCommand : undefined;
      const found = askDocument(context, params, (snapshot) =>
        completion(snapshot, normalizePosition(params.position), {
          blanks: nextList !== undefined,
          peer: peerFacts(context, snapshot),
        }),
      );
      return found ? completionList(found, context.client, nextList) : null;
    }),
  );

  const resolve = request('completion details', (item: CompletionItem, _token: CancellationToken) => {
    const prose = completionProse(item.data as About);
    return prose ? { ...item, documentation: markup(prose, context.client.markdownCompletion) } : item;
  });
  connection.onCompletionResolve((item, token) => resolve(item, token) ?? item);
}
