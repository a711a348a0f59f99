// All questions on one list, for who works with the keyboard: arrows go through them, typing finds one, Enter asks it. The
// first entry takes what is left as it is proposed. The list itself keeps nothing: whoever shows it keeps the answers, so that
// leaving loses none.
import * as vscode from 'vscode';
import { firstProblem, finishText, questionRow, type FormQuestion } from './form-rows';
import { withoutIcons } from './literal';

/** A form: a list with one entry a question. */
export interface ShownForm {
  readonly title: string;
  readonly questions: readonly FormQuestion[];
  /** The question that is selected; without it what finishes the form. */
  readonly active?: string;
  /** What happens when all is answered: `show both files`. */
  readonly then: string;
  readonly canGoBack: boolean;
  readonly canStartOver: boolean;
}

/** What a person chose in a form; `id` is that of the question. */
export type FormChoice =
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'finish' | 'back' | 'start over' }
  /** The list was left. */
  | undefined;

interface Item extends vscode.QuickPickItem {
  readonly choice?: FormChoice;
}

/** Shows a form once and gives the first choice; the caller shows it again with the new answers. */
export function chooseInForm(form: ShownForm): Promise<FormChoice> {
  const input = vscode.window.createQuickPick<Item>();
  input.items = itemsOf(form);
  input.title = form.title;
  input.placeholder = 'Enter changes an answer; Esc leaves and keeps all answers';
  input.matchOnDescription = true;
  input.ignoreFocusOut = true;
  input.buttons = form.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  const active = input.items.find(({ choice }) => choice?.kind === 'question' && choice.id === form.active);
  input.activeItems = [active ?? input.items[0]!];
  return new Promise<FormChoice>((done) => {
    input.onDidAccept(() => {
      const choice = input.activeItems[0]?.choice;
      if (choice) done(choice);
    });
    input.onDidTriggerButton(() => done({ kind: 'back' }));
    input.onDidHide(() => done(undefined));
    input.show();
  }).finally(() => input.dispose());
}

function itemsOf({ questions, then, canStartOver }: ShownForm): Item[] {
  const problem = firstProblem(questions);
  return [
    {
      label: `${problem === undefined ? '$(check-all)' : '$(error)'} ${finishText(questions, then)}`,
      choice: problem === undefined ? { kind: 'finish' } : { kind: 'question', id: problem },
      alwaysShow: true,
    },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...questions.map(itemOf),
    ...(canStartOver
      ? [
          { label: '', kind: vscode.QuickPickItemKind.Separator },
          { label: '$(discard) Start over, with no answers', choice: { kind: 'start over' } as const },
        ]
      : []),
  ];
}

function itemOf(question: FormQuestion): Item {
  const { id, label, description, detail } = questionRow(question);
  const mark = question.problem === undefined ? '$(info)' : '$(error)';
  return {
    label: withoutIcons(label),
    description: withoutIcons(description),
    ...(detail === undefined ? {} : { detail: `${mark} ${withoutIcons(detail)}` }),
    choice: { kind: 'question', id },
  };
}
