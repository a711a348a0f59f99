// One question after the other in the editor's quick input, with a way back: every answer is checked while it is typed, and only
// one that holds is taken. Leaving it leaves nothing behind.
import * as vscode from 'vscode';
import { inQuickInput } from './literal';

export interface Choice extends vscode.QuickPickItem {
  readonly value: string;
}

export interface Asked {
  readonly title: string;
  readonly step: number;
  readonly of: number;
  readonly prompt: string;
  readonly value?: string;
  readonly choices?: readonly Choice[];
  readonly canGoBack: boolean;
  /** Offers to take what is proposed for all that follows. */
  readonly canFinish?: boolean;
  /** One sentence where the value may not stand. */
  check?(value: string): Promise<string | undefined>;
}

export type Answer = { readonly value: string; readonly finish?: true } | 'back' | undefined;

const finishButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('check-all'),
  tooltip: 'Take the proposed values for this and all that follows',
};

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
    const problem = await asked.check?.(value);
    if (turn !== newest) return undefined;
    input.busy = false;
    input.validationMessage = problem && inQuickInput(problem);
    return problem === undefined ? value : undefined;
  };
  input.onDidChangeValue(() => void checked());
  void checked();
  return answered(input, asked, checked);
}

function answered(
  input: vscode.QuickPick<Choice> | vscode.InputBox,
  asked: Asked,
  taken: () => Promise<string | undefined>,
): Promise<Answer> {
  input.title = asked.title;
  input.step = asked.step;
  input.totalSteps = asked.of;
  input.ignoreFocusOut = true;
  input.buttons = [
    ...(asked.canGoBack ? [vscode.QuickInputButtons.Back] : []),
    ...(asked.canFinish ? [finishButton] : []),
  ];
  return new Promise<Answer>((done) => {
    const take = async (finish?: true): Promise<void> => {
      const value = await taken();
      if (value !== undefined) done(finish ? { value, finish } : { value });
    };
    input.onDidAccept(() => void take());
    input.onDidTriggerButton((button) => (button === vscode.QuickInputButtons.Back ? done('back') : void take(true)));
    input.onDidHide(() => done(undefined));
    input.show();
  }).finally(() => input.dispose());
}
