// Edits of configurations as the client can take them, and whether they can be offered at all: a file that is not open must still be
// what was checked, and every editor must read its bytes alike.
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit } from '../edits/file-edit';
import type { Encoding } from '../model/device';
import { push } from '../text/collections';
import { fileName } from '../text/file-name';
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

/** Why edits cannot be offered, and the file that has to be open first. */
export interface Refusal {
  readonly reason: string;
  readonly file: string;
  /** As editors name it, where it is not the one they take by themselves. */
  readonly encoding?: 'gb18030' | 'iso88591';
}

/**
 * The first file of the edits that keeps them from being offered: it is closed, and changed on disk or not decoded by
 * every editor alike. Undefined where all edits can be offered; an open document never stands against them.
 */
export async function refusal(edits: readonly FileEdit[], fixes: EditedFiles): Promise<Refusal | undefined> {
  for (const file of new Set(edits.map((edit) => edit.file))) {
    if (fixes.version(file) !== undefined) continue;
    const state = await fixes.closedState(file);
    const name = fileName(file);
    if (state === 'changed') return { reason: `${name} changed on disk: open it first.`, file };
    if (state === 'same') continue;
    const encoding = state === 'gb18030' ? 'gb18030' : 'iso88591';
    return {
      reason: `${name} is not UTF-8: open it with "files.encoding" set to "${encoding}" first.`,
      file,
      encoding,
    };
  }
  return undefined;
}

/** `confirmation` stands with the edits that are to be confirmed, all of them at first, where the client can ask for it. */
export function workspaceEdit<Edit extends FileEdit>(
  edits: readonly Edit[],
  files: EditedFiles,
  confirmation?: ChangeAnnotation,
  isToBeConfirmed: (edit: Edit) => boolean = () => true,
): WorkspaceEdit {
  const { documentChanges, changeAnnotations } = files.client;
  const byFile = new Map<string, Edit[]>();
  for (const edit of edits) push(byFile, edit.file, edit);
  const asks =
    confirmation !== undefined && documentChanges && changeAnnotations && edits.some((edit) => isToBeConfirmed(edit));
  const textEdit = (file: string, edit: Edit): TextEdit | AnnotatedTextEdit => ({
    range: clampRange(files.within(file, edit.range)),
    newText: edit.newText,
    ...(asks && isToBeConfirmed(edit) ? { annotationId: peerAnnotation } : {}),
  });
  const changes = [...byFile].map(([file, list]) => [file, list.map((edit) => textEdit(file, edit))] as const);
  if (!documentChanges)
    return { changes: Object.fromEntries(changes.map(([file, list]) => [files.uriOf(file), list])) };
  return {
    documentChanges: changes.map(([file, list]): TextDocumentEdit => ({
      textDocument: { uri: files.uriOf(file), version: files.version(file) ?? null },
      edits: list,
    })),
    ...(asks ? { changeAnnotations: { [peerAnnotation]: confirmation } } : {}),
  };
}

const peerAnnotation = 'peer';
