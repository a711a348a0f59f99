// Gives a document the language `vrp` when its text is VRP but its name says nothing, as with .cfg, .txt, .conf and untitled
// ones. A person's own choice always wins and is remembered for the file; no user setting is ever written.
import * as vscode from 'vscode';
import { detect } from '../../server/src/model/detect';
import { withoutLinks } from './literal';

/** What VS Code calls such files by itself. A document of any other language is left alone. */
const candidates = ['plaintext', 'properties', 'ini'];
const memory = 'vrp.languageChoices';
const remembered = 500;
/** Far more than `detect` looks at, and far less than the longest file. */
const rowsAsked = 5000;

type Choice = 'vrp' | 'other';

export function watchLanguages(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): void {
  const choices = new Map<string, Choice>(
    Object.entries(context.workspaceState.get<Record<string, Choice>>(memory, {})),
  );
  const ours = new Set<string>();
  const asked = new Set<string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let justClosed: { key: string; languageId: string } | undefined;

  function remember(document: vscode.TextDocument, choice: Choice): void {
    const key = document.uri.toString();
    choices.delete(key);
    choices.set(key, choice);
    const kept = [...choices].filter(([uri]) => !uri.startsWith('untitled:')).slice(-remembered);
    void context.workspaceState.update(memory, Object.fromEntries(kept));
  }

  async function look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (isClosed(document) || !candidates.includes(document.languageId)) return;
    const mode = vscode.workspace.getConfiguration('vrp', document).get<string>('detectLanguage', 'auto');
    const choice = choices.get(key);
    if (mode === 'off' || choice === 'other' || associated(document)) return;
    if (choice !== 'vrp') {
      const found = detect(document.getText(new vscode.Range(0, 0, rowsAsked, 0)));
      if (!found.vrp) return;
      log.debug(`${vscode.workspace.asRelativePath(document.uri)} is VRP: ${found.reasons.join(', ')}`);
      if (mode === 'ask') {
        if (asked.has(key)) return;
        asked.add(key);
        const name = vscode.workspace.asRelativePath(document.uri);
        const answer = await vscode.window.showInformationMessage(
          withoutLinks(`${name} looks like a Huawei VRP configuration.`),
          'Open as VRP',
          'Leave It',
        );
        if (answer === undefined || isClosed(document)) return;
        remember(document, answer === 'Open as VRP' ? 'vrp' : 'other');
        if (answer !== 'Open as VRP') return;
      }
    }
    ours.add(key);
    await vscode.languages.setTextDocumentLanguage(document, 'vrp');
  }

  function opened(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    // VS Code tells a change of language as a close and an open of the same document in one turn.
    const before = justClosed?.key === key ? justClosed.languageId : undefined;
    justClosed = undefined;
    if (before !== undefined && before !== document.languageId) {
      if (ours.delete(key)) return;
      if (before === 'vrp') return remember(document, 'other');
      if (document.languageId === 'vrp') return remember(document, 'vrp');
    }
    void look(document);
  }

  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const key = document.uri.toString();
      const closed = (justClosed = { key, languageId: document.languageId });
      setTimeout(() => {
        if (justClosed === closed) justClosed = undefined;
      });
      clearTimeout(waiting.get(key));
      waiting.delete(key);
    }),
    // Text that is typed or pasted into a new document.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !candidates.includes(document.languageId)) return;
      const key = document.uri.toString();
      clearTimeout(waiting.get(key));
      waiting.set(
        key,
        setTimeout(() => {
          waiting.delete(key);
          void look(document);
        }, 300),
      );
    }),
    { dispose: () => waiting.forEach((timer) => clearTimeout(timer)) },
  );
  for (const document of vscode.workspace.textDocuments) void look(document);
}

/** True where `files.associations` gives the document the language it has: then someone wanted it so. */
function associated(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace
    .getConfiguration('files', document)
    .get<Record<string, string>>('associations', {});
  return Object.entries(associations).some(
    ([pattern, language]) =>
      language === document.languageId &&
      vscode.languages.match({ pattern: pattern.includes('/') ? pattern : `**/${pattern}` }, document) > 0,
  );
}

/** Asked anew after each wait: the compiler takes the property for one that does not change. */
function isClosed(document: vscode.TextDocument): boolean {
  return document.isClosed;
}
