// Holds the indent of what is typed to language-configuration.json. The editor applies those rules by itself, but leaves them out
// where the line above has not been coloured yet, which is so for some time after each Enter: whoever types fast would find `#`
// and all that follows it inside the block before. What it left out is done here, between two keys.
import * as vscode from 'vscode';
import configuration from '../../language-configuration.json';

const opensView = new RegExp(configuration.indentationRules.increaseIndentPattern);
const opensInnerView = new RegExp(configuration.onEnterRules[0]!.beforeText);
const goesToColumnZero = new RegExp(configuration.indentationRules.decreaseIndentPattern);

/** Rows whose indent is the editor's own work and not known to be right yet: begun by Enter, or ended by a mark as `#`. */
type Rows = ReadonlySet<number>;

const none: Rows = new Set();
/** Longer nobody waits for a file to be saved. */
const patience = 1500;
/** So long a setting is not asked for again. */
const settingsHold = 1000;

/** Sets the indent of rows right while they are typed, where the editor's own rules cannot know the view. */
export interface IndentWhileTyping extends vscode.Disposable {
  /** Rows of the document are about to be set right: nobody else should indent it now. */
  isAtWork(document: vscode.TextDocument): boolean;
}

/** Listens to the active editor; a file that is saved meanwhile waits 1.5 s at most for its rows. */
export function indentWhileTyping(): IndentWhileTyping {
  const misplacedRows = new WeakMap<vscode.TextDocument, Rows>();
  const isAtWork = (document: vscode.TextDocument) => (misplacedRows.get(document)?.size ?? 0) > 0;
  const isOn = ownIndenting();
  const write = oneAtATime((editor) => {
    const rows = misplacedRows.get(editor.document) ?? none;
    return rows.size > 0 ? editsFor(editor.document, rows, Number(editor.options.tabSize)) : [];
  });

  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const editor = vscode.window.activeTextEditor;
      if (document.languageId !== 'vrp' || editor?.document !== document || contentChanges.length === 0) return;
      const before = misplacedRows.get(document) ?? none;
      const rows = reason === undefined ? rowsAfter(document, before, contentChanges) : none;
      const isWrong =
        rows.size > 0 && isOn(editor) && editsFor(document, rows, Number(editor.options.tabSize)).length > 0;
      misplacedRows.set(document, isWrong ? rows : none);
      if (isWrong) write(editor);
    }),
    // Whoever types and saves at once saves what was meant.
    vscode.workspace.onWillSaveTextDocument((event) => {
      if (isAtWork(event.document)) event.waitUntil(untilIndented(event.document));
    }),
  );
  return { isAtWork, dispose: () => void listeners.dispose() };

  async function untilIndented(document: vscode.TextDocument): Promise<void> {
    const end = Date.now() + patience;
    while (isAtWork(document) && Date.now() < end) await new Promise((done) => setTimeout(done, 10));
  }
}

/**
 * Writes what `editsFor` says, one edit after the other: where the text has changed meanwhile the editor refuses, and whoever asked
 * anew at each key would keep the editor and the extension busy with refusals, seconds behind the keys.
 */
function oneAtATime(
  editsFor: (editor: vscode.TextEditor) => readonly vscode.TextEdit[],
): (editor: vscode.TextEditor) => void {
  const busy = new WeakSet<vscode.TextEditor>();
  return function write(editor) {
    const { document } = editor;
    const edits = busy.has(editor) ? [] : editsFor(editor);
    if (edits.length === 0) return;
    busy.add(editor);
    const { version } = document;
    // It never comes back from an editor that is closed meanwhile.
    applied(editor, edits).then(
      () => {
        busy.delete(editor);
        // A text that is the same still is refused for another reason: the next change tries again.
        if (document.version !== version && vscode.window.activeTextEditor === editor) write(editor);
      },
      () => busy.delete(editor),
    );
  };
}

function applied(editor: vscode.TextEditor, edits: readonly vscode.TextEdit[]): Thenable<boolean> {
  return editor.edit(
    (builder) => {
      for (const { range, newText } of edits) {
        // An insertion takes the cursor with it, a replacement would leave it before the blanks.
        if (range.isEmpty) builder.insert(range.start, newText);
        else builder.replace(range, newText);
      }
    },
    { undoStopBefore: false, undoStopAfter: false },
  );
}

/** The rows to look at after a change; whatever a person does to an indent is left as it is. */
function rowsAfter(
  document: vscode.TextDocument,
  before: Rows,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): Rows {
  const rows = new Set(before);
  for (const { range, text } of changes) {
    const row = range.start.line;
    const last = Math.max(-1, ...rows);
    if (/^\r?\n[ \t]*$/.test(text) && range.isSingleLine && row >= last) rows.add(row + 1);
    else if (/\n/.test(text) || !range.isSingleLine) return none;
    else if (isIndent(document, row, range, text)) rows.delete(row);
    else if (isMarkNow(document, row, range, text)) rows.add(row);
  }
  return rows;
}

/** A change that stays within the blanks before the first word. */
function isIndent(document: vscode.TextDocument, row: number, range: vscode.Range, text: string): boolean {
  return text.trim() === '' && range.start.character + text.length <= indentOf(document, row);
}

/** The key that was pressed has made the line one that stands in column 0. */
function isMarkNow(document: vscode.TextDocument, row: number, range: vscode.Range, text: string): boolean {
  const lineText = document.lineAt(row).text;
  const before = lineText.slice(0, range.start.character) + lineText.slice(range.start.character + text.length);
  return text.length === 1 && goesToColumnZero.test(lineText) && !goesToColumnZero.test(before);
}

function editsFor(document: vscode.TextDocument, rows: Rows, unit: number): vscode.TextEdit[] {
  const indents = new Map<number, number>();
  const edits: vscode.TextEdit[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const found = indentOf(document, row);
    const wanted = wantedIndent(document, row, indents, unit) ?? found;
    indents.set(row, wanted);
    if (wanted !== found) edits.push(vscode.TextEdit.replace(new vscode.Range(row, 0, row, found), ' '.repeat(wanted)));
  }
  return edits;
}

/** `indents`: of the rows above that are set right in the same go. Undefined where nothing tells. */
function wantedIndent(
  document: vscode.TextDocument,
  row: number,
  indents: ReadonlyMap<number, number>,
  unit: number,
): number | undefined {
  if (goesToColumnZero.test(document.lineAt(row).text)) return 0;
  const above = row > 0 ? document.lineAt(row - 1).text.trim() : '';
  if (above === '') return undefined;
  const indent = indents.get(row - 1) ?? indentOf(document, row - 1);
  const line = ' '.repeat(indent / unit) + above;
  return opensView.test(line) || opensInnerView.test(line) ? indent + unit : indent;
}

function indentOf(document: vscode.TextDocument, row: number): number {
  return document.lineAt(row).firstNonWhitespaceCharacterIndex;
}

/** Whoever has turned the editor's own indenting off, or indents by tabs, does it by hand. */
function ownIndenting(): (editor: vscode.TextEditor) => boolean {
  // Asking for a setting costs more than everything else that is done at a key.
  const known = new WeakMap<vscode.TextDocument, { readonly isFull: boolean; readonly until: number }>();
  return ({ document, options }) => {
    let setting = known.get(document);
    if (!setting || setting.until < Date.now()) {
      const how = vscode.workspace.getConfiguration('editor', document).get<string>('autoIndent');
      setting = { isFull: how === 'full', until: Date.now() + settingsHold };
      known.set(document, setting);
    }
    return setting.isFull && options.insertSpaces === true;
  };
}
