// Semantic tokens of a file or of a range. The last tokens sent of each document are kept, so that an edit sends what changed.
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { semanticTokens, tokenEdits } from '../../features/semantic-tokens';
import type { Range } from '../../text/range';
import { fileId } from '../file-ids';
import { askDocument, type ServerContext } from '../server-context';
import { normalizeRange } from '../to-lsp';

/**
 * Answers `textDocument/semanticTokens/full`, `full/delta` and `range`. A delta to an answer that is not the last one
 * of the document is answered in full.
 */
export function registerSemanticTokens(context: ServerContext): void {
  const { documents } = context;
  const { request } = context.guard;
  const { semanticTokens: connection } = context.connection.languages;
  const sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let results = 0;
  documents.onClose((id) => sent.delete(id));

  function tokensOf(params: { textDocument: { uri: string } }, range?: Range): readonly number[] | undefined {
    const data = askDocument(context, params, (snapshot) => semanticTokens(snapshot, range));
    return data && context.positions.sentTokens(fileId(params.textDocument.uri), data);
  }

  function send(id: string, data: readonly number[]): SemanticTokens {
    const resultId = String(++results);
    sent.set(id, { id: resultId, data });
    return { resultId, data: data as number[] };
  }

  connection.on(
    request('tokens', (params): SemanticTokens => {
      const data = tokensOf(params);
      return data ? send(fileId(params.textDocument.uri), data) : { data: [] };
    }),
  );

  connection.onDelta(
    request('token changes', (params): SemanticTokens | SemanticTokensDelta => {
      const id = fileId(params.textDocument.uri);
      const before = sent.get(id);
      const data = tokensOf(params);
      if (!data) return { data: [] };
      const after = send(id, data);
      return before?.id === params.previousResultId
        ? { resultId: after.resultId, edits: tokenEdits(before.data, data) }
        : after;
    }),
  );

  connection.onRange(
    request('tokens of a range', (params): SemanticTokens => {
      const data = tokensOf(params, normalizeRange(params.range));
      return { data: data ? [...data] : [] };
    }),
  );
}
