// Gives a document the language `vrp` when its text is VRP but its name says nothing, as with .cfg, .txt, .conf and untitled
// ones. A person's own choice always wins and is remembered for the file; no user setting is ever written.
import * as vscode from 'vscode';
import { detect, type Detection } from '../../server/src/model/detect';
import { withoutLinks } from './literal';

/** What VS Code calls such files by itself. A document of any other language is left alone. */
const candidates = ['plaintext', 'properties', 'ini', 'log'];
const memory = 'vrp.languageChoices';
const mostChoices = 500;
/** Far more than `detect` looks at, and far less than the longest file. */
const rowsAsked = 5000;

type Choice = 'vrp' | 'other';

/** Whether a row is a command; never where the window holds no configuration. */
type IsCommand = (row: string) => Promise<boolean>;

/**
 * Gives a document of a plain language the language `vrp` where its text is a configuration; a language that a person
 * has chosen stands, and is remembered in the workspace.
 */
export function watchLanguages(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  isCommand: IsCommand,
): void {
  const watcher = new LanguageWatcher(context.workspaceState, log, isCommand);
  context.subscriptions.push(
    watcher,
    vscode.workspace.onDidOpenTextDocument((document) => watcher.opened(document)),
    vscode.workspace.onDidCloseTextDocument((document) => watcher.closed(document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) watcher.changed(document);
    }),
  );
  for (const document of vscode.workspace.textDocuments) void watcher.look(document);
}

/** So short that it has only been begun: the name of the device is enough then. */
const fewRows = 30;
const longestRow = 240;

/** A file that begins with the name of a device, as every configuration does, and says nothing else yet. */
function isBegun({ score, reasons, otherVendor }: Detection, { lineCount }: vscode.TextDocument): boolean {
  const isNamed = reasons.some((reason) => reason.startsWith('sysname'));
  return isNamed && score > 0 && lineCount <= fewRows && otherVendor !== true;
}

class LanguageWatcher implements vscode.Disposable {
  private readonly choices: Map<string, Choice>;
  /** Documents whose language was set here and not by a person. */
  private readonly setHere = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private justClosed: { readonly key: string; readonly languageId: string } | undefined;

  constructor(
    private readonly state: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
    private readonly isCommand: IsCommand,
  ) {
    this.choices = new Map(Object.entries(state.get<Record<string, Choice>>(memory, {})));
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
  }

  opened(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    // VS Code reports a change of language as a close and an open of the same document in one turn.
    const before = this.justClosed?.key === key ? this.justClosed.languageId : undefined;
    this.justClosed = undefined;
    if (before !== undefined && before !== document.languageId) {
      if (this.setHere.delete(key)) return;
      if (before === 'vrp') return this.remember(document, 'other');
      if (document.languageId === 'vrp') return this.remember(document, 'vrp');
    }
    void this.look(document);
  }

  closed({ uri, languageId }: vscode.TextDocument): void {
    const key = uri.toString();
    const closed = (this.justClosed = { key, languageId });
    setTimeout(() => {
      if (this.justClosed === closed) this.justClosed = undefined;
    });
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
  }

  /** Text is typed or pasted into a new document. */
  changed(document: vscode.TextDocument): void {
    if (!candidates.includes(document.languageId)) return;
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    const timer = setTimeout(() => {
      this.waiting.delete(key);
      void this.look(document);
    }, 300);
    this.waiting.set(key, timer);
  }

  /** Makes it VRP where its text is VRP and nobody wants it otherwise. */
  async look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (isClosed(document) || !candidates.includes(document.languageId)) return;
    const mode = vscode.workspace.getConfiguration('vrp', document).get<string>('detectLanguage', 'auto');
    const choice = this.choices.get(key);
    if (mode === 'off' || choice === 'other' || associated(document)) return;
    if (choice !== 'vrp') {
      const found = detect(document.getText(new vscode.Range(0, 0, rowsAsked, 0)));
      if (!found.vrp && !isBegun(found, document) && !(await this.isBegunAmongOthers(found, document))) return;
      if (isClosed(document) || !candidates.includes(document.languageId)) return;
      this.log.debug(`${vscode.workspace.asRelativePath(document.uri)} is VRP: ${found.reasons.join(', ')}`);
      if (mode === 'ask' && !(await this.isWanted(document))) return;
    }
    this.setHere.add(key);
    await vscode.languages.setTextDocumentLanguage(document, 'vrp');
  }

  /** Among configurations the first command is enough, whatever it is. */
  private async isBegunAmongOthers({ otherVendor }: Detection, document: vscode.TextDocument): Promise<boolean> {
    if (otherVendor === true || document.lineCount > fewRows) return false;
    const rows = document.getText().split(/\r?\n/);
    const first = rows.find((row) => row.trim() !== '' && row.trim() !== '#');
    return first !== undefined && first.length <= longestRow && this.isCommand(first).catch(() => false);
  }

  /** Asks once for each document. */
  private async isWanted(document: vscode.TextDocument): Promise<boolean> {
    const key = document.uri.toString();
    if (this.asked.has(key)) return false;
    this.asked.add(key);
    const answer = await vscode.window.showInformationMessage(
      withoutLinks(`${vscode.workspace.asRelativePath(document.uri)} looks like a Huawei VRP configuration.`),
      'Open as VRP',
      'Leave It',
    );
    if (answer === undefined || isClosed(document)) return false;
    const isWanted = answer === 'Open as VRP';
    this.remember(document, isWanted ? 'vrp' : 'other');
    return isWanted;
  }

  private remember(document: vscode.TextDocument, choice: Choice): void {
    const key = document.uri.toString();
    this.choices.delete(key);
    this.choices.set(key, choice);
    const kept = [...this.choices].filter(([uri]) => !uri.startsWith('untitled:')).slice(-mostChoices);
    void this.state.update(memory, Object.fromEntries(kept));
  }
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
