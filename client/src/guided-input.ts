// One question in the editor's quick input, with a way back: an answer is checked while it is typed, and only one that may stand is
// taken. What is only advised against is said, and taken.
import * as vscode from 'vscode';
import { inQuickInput } from './literal';

/** An entry of a list; `value` is the answer that it stands for. */
export interface Choice extends vscode.QuickPickItem {
  readonly value: string;
}

/** What there is to say of a value, in one sentence each. */
export interface Remarks {
  /** Why it may not stand. */
  readonly problem?: string;
  /** What speaks against a value that may stand. */
  readonly advice?: string;
}

/** A question: with `choices` a list, else a field that `check` looks at while it is typed. */
export interface Asked {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly choices?: readonly Choice[];
  readonly canGoBack: boolean;
  check?(value: string): Promise<Remarks>;
}

/** `back`: one question back. Undefined where the person leaves. */
export type Answer = { readonly value: string } | 'back' | undefined;

/** Asks one question; a value with a problem cannot be accepted. */
export function ask(asked: Asked): Promise<Answer> {
  return asked.choices ? choose(asked, asked.choices) : write(asked);
}

function choose(asked: Asked, choices: readonly Choice[]): Promise<Answer> {
  const input = vscode.window.createQuickPick<Choice>();
  input.items = choices;
  input.placeholder = asked.prompt;
  input.matchOnDescription = true;
  const proposed = choices.filter((item) => item.value === asked.value);
  // With none of them active Enter would do nothing.
  if (proposed.length > 0) input.activeItems = proposed;
  return answered(input, asked, async () => input.activeItems[0]?.value);
}

function write(asked: Asked): Promise<Answer> {
  const input = vscode.window.createInputBox();
  input.value = asked.value ?? '';
  input.prompt = inQuickInput(asked.prompt);
  let newest = 0;
  /** The value where it may stand. */
  const checked = async (): Promise<string | undefined> => {
    const turn = ++newest;
    const value = input.value.trim();
    input.busy = true;
    const remarks = await asked.check?.(value);
    if (turn !== newest) return undefined;
    input.busy = false;
    input.validationMessage = remarks && shownRemarks(remarks);
    return remarks?.problem === undefined ? value : undefined;
  };
  input.onDidChangeValue(() => void checked());
  void checked();
  return answered(input, asked, checked);
}

function shownRemarks({ problem, advice }: Remarks): string | vscode.InputBoxValidationMessage | undefined {
  if (problem !== undefined) return inQuickInput(problem);
  return advice === undefined
    ? undefined
    : { message: inQuickInput(advice), severity: vscode.InputBoxValidationSeverity.Warning };
}

function answered(
  input: vscode.QuickPick<Choice> | vscode.InputBox,
  asked: Asked,
  taken: () => Promise<string | undefined>,
): Promise<Answer> {
  input.title = asked.title;
  input.ignoreFocusOut = true;
  input.buttons = asked.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise<Answer>((done) => {
    const take = async (): Promise<void> => {
      const value = await taken();
      if (value !== undefined) done({ value });
    };
    input.onDidAccept(() => void take());
    input.onDidTriggerButton(() => done('back'));
    input.onDidHide(() => done(undefined));
    input.show();
  }).finally(() => input.dispose());
}
