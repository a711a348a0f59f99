// Asks the runner outside to do what no extension can: press keys, look at the quick input, look into a webview. There is a
// runner with hands only in the browser workbench (scripts/workbench/drive.mjs).
import * as vscode from 'vscode';
import { fileUri, until } from './editor';

export interface QuickInput {
  readonly title: string;
  readonly value: string;
  readonly message: string;
  readonly rows: readonly string[];
}

export interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

/** What is seen of an element, what in it can be followed, and what is drawn in it. */
export interface Seen {
  readonly text: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly icons: readonly string[];
}

interface Actions {
  press: { given: readonly string[]; value: null };
  type: { given: string; value: null };
  quickInput: { given: null; value: QuickInput | null };
  clickQuickInputButton: { given: string; value: null };
  notifications: { given: null; value: readonly { readonly message: string; readonly buttons: readonly string[] }[] };
  clickInNotification: { given: readonly [message: string, button: string]; value: null };
  elements: { given: string; value: readonly Seen[] };
  click: { given: string; value: null };
  rightClick: { given: string; value: null };
  pointAt: { given: string; value: null };
  linesOfDiff: { given: null; value: { readonly backgrounds: readonly string[]; readonly faint: readonly string[] } };
  pageText: { given: string; value: string };
  clickInPage: { given: readonly [title: string, role: string, name: string]; value: null };
  focusInPage: { given: readonly [title: string, role: string, name: string]; value: null };
  pressInPage: { given: readonly [title: string, key: string]; value: null };
  accessibility: { given: string; value: Violation[] };
}

/** False on the desktop, where nobody outside watches. */
export const driven = vscode.workspace.getConfiguration('vrp').get<boolean>('test.driven') === true;

let asked = 0;

export async function drive<Action extends keyof Actions>(
  action: Action,
  given: Actions[Action]['given'],
): Promise<Actions[Action]['value']> {
  const id = `${Date.now()}-${++asked}`;
  console.log(`VRP-SUITE DRIVE ${JSON.stringify({ id, action, given })}`);
  const file = fileUri(`.driver/${id}.json`);
  const answer = await until(`an answer to ${action}`, () => textOf(file));
  const { value, error } = JSON.parse(answer!) as { value?: Actions[Action]['value']; error?: string };
  if (error !== undefined) throw new Error(`${action} ${JSON.stringify(given)}: ${error}`);
  return value as Actions[Action]['value'];
}

/** Waits for a quick input that is as wanted. */
export async function quickInput(what: string, good: (input: QuickInput) => boolean): Promise<QuickInput> {
  return (await until(
    what,
    () => drive('quickInput', null),
    (input) => input !== null && good(input),
  ))!;
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

/** The entries of the menu that is open, which is closed then. */
export async function menuEntries(): Promise<string[]> {
  const entries = await until(
    'a menu',
    () => drive('elements', '.monaco-menu .action-menu-item .action-label'),
    (found) => found.length > 0,
  );
  await drive('press', ['Escape']);
  await until(
    'no menu',
    () => drive('elements', '.monaco-menu .action-menu-item .action-label'),
    (found) => found.length === 0,
  );
  return entries.map(({ text }) => text);
}

/** Waits for a notification that reads as wanted, and takes all of them away. */
export async function notification(wanted: RegExp): Promise<string> {
  await vscode.commands.executeCommand('notifications.showList');
  const found = await until(
    `a notification like ${wanted}`,
    async () => (await drive('notifications', null)).find(({ message }) => wanted.test(message)),
    Boolean,
    10_000,
  );
  await vscode.commands.executeCommand('notifications.clearAll');
  return found!.message;
}

/** What the command palette offers of this extension, without its category. */
export async function palette(): Promise<string[]> {
  await vscode.commands.executeCommand('workbench.action.quickOpen', '>Huawei VRP: ');
  const isOurs = (row: string): boolean => row.includes('Huawei VRP: ');
  const { rows: first } = await quickInput('the palette', (input) => input.rows.some(isOurs));
  // Rows beyond the last that is seen are not drawn: the list goes from its first entry round to its end.
  await drive('press', ['ArrowUp']);
  const { rows: last } = await quickInput('the end of the palette', (input) => input.rows.some(isOurs));
  const rows = [...new Set([...first, ...last])];
  await drive('press', ['Escape']);
  await until(
    'no palette',
    () => drive('quickInput', null),
    (input) => input === null,
  );
  return rows.flatMap((row) => /Huawei VRP: (.+?)(?:, (?:Control|Command|⌘).*)?$/.exec(row)?.[1] ?? []).sort();
}
