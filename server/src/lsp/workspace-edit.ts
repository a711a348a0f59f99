// Edits of configurations as the client can take them, and whether they can be offered at all: a file that is not open must still be
// what was checked, and every editor must read its bytes alike.
import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../edits/file-edit';
import type { Encoding } from '../model/device';
import { push } from '../text/collections';
import type { Range } from '../text/range';
import { clampRange, type ClientFeatures } from './to-lsp';

/** What is needed to edit files: how they are called, which are open, whether a closed one is still what was checked. */
export interface EditedFiles {
  readonly client: ClientFeatures;
  /** Of an open document. */
  version(id: string): number | undefined;
  uriOf(id: string): string;
  closedState(id: string): Promise<'same' | 'changed' | Encoding>;
  /** The range as far as it lies in the text of the file. */
  within(id: string, range: Range): Range;
  /** Of an open document, or of a closed file as it is on disk; undefined where it cannot be read. */
  textOf(id: string): Promise<string | undefined>;
}

/** Why these edits cannot be offered. */
export async function refusal(edits: readonly FileEdit[], fixes: EditedFiles): Promise<string | undefined> {
  for (const file of new Set(edits.map((edit) => edit.file))) {
    if (fixes.version(file) !== undefined) continue;
    const state = await fixes.closedState(file);
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (state === 'changed') return `${name} changed on disk: open it first.`;
    if (state !== 'same')
      return `${name} is not UTF-8: open it with "files.encoding" set to ${state === 'gb18030' ? '"gb18030"' : '"iso88591"'} first.`;
  }
  return undefined;
}

/** `confirmation` stands with every edit where the client can ask for it. */
export function workspaceEdit(
  edits: readonly FileEdit[],
  fixes: EditedFiles,
  confirmation?: ChangeAnnotation,
): WorkspaceEdit {
  const byFile = new Map<string, FileEdit[]>();
  for (const edit of edits) push(byFile, edit.file, edit);
  const asks = confirmation !== undefined && fixes.client.documentChanges && fixes.client.changeAnnotations;
  const changes = [...byFile].map(([file, list]): TextDocumentEdit => ({
    textDocument: { uri: fixes.uriOf(file), version: fixes.version(file) ?? null },
    edits: list.map(({ range, newText }) => ({
      range: clampRange(fixes.within(file, range)),
      newText,
      ...(asks ? { annotationId: 'peer' } : {}),
    })),
  }));
  return fixes.client.documentChanges
    ? { documentChanges: changes, ...(asks ? { changeAnnotations: { peer: confirmation } } : {}) }
    : {
        changes: Object.fromEntries(
          changes.map(({ textDocument, edits }) => [textDocument.uri, edits as { range: Range; newText: string }[]]),
        ),
      };
}
