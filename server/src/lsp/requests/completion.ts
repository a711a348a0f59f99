// Completion, and the prose of an item once it is looked at.
import type { CancellationToken, CompletionItem } from 'vscode-languageserver';
import { completion, completionProse, type About } from '../../features/completion';
import { askDocument, type ServerContext } from '../server-context';
import { completionList, markup, normalizePosition } from '../to-lsp';

export function registerCompletion(context: ServerContext): void {
  const { connection } = context;
  const { request } = context.guard;

  connection.onCompletion(
    request('completion', (params) => {
      const { nextListCommand } = context.options;
      const nextList = typeof nextListCommand === 'string' ? nextListCommand : undefined;
      const found = askDocument(context, params, (snapshot) =>
        completion(snapshot, normalizePosition(params.position), { blanks: nextList !== undefined }),
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
