// The questions of a scenario, one after the other. What is asked, what is proposed and what may stand the server says; here it is
// only asked. One may go back, and finish with what is proposed for the rest.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  requests,
  type CheckAnswerParams,
  type Question,
  type QuestionsParams,
  type ScenarioQuestions,
} from '../../server/src/lsp/protocol';
import { chooseFolder } from './choose-folder';
import { ask } from './guided-input';
import { withoutIcons, withoutLinks } from './literal';
import { sendOwnRequest } from './own-methods';

export interface Answered {
  readonly scenario: string;
  readonly answers: Record<string, string>;
  readonly folder?: vscode.Uri;
}

export interface ScenarioDialogOptions {
  readonly title: string;
  /** A device of the pair that the scenario comes to; without it a new pair is made. */
  readonly uri?: string;
  /** With it a folder is asked for last. It answers with what is wrong with the whole, and then the folder is asked for again. */
  readonly finish?: (answered: Answered, folder: vscode.Uri) => Promise<string | undefined>;
}

/** Undefined when it was left. */
export async function askForScenario(
  client: BaseLanguageClient,
  options: ScenarioDialogOptions,
): Promise<Answered | undefined> {
  const dialog = new ScenarioDialog(client, options);
  await dialog.begin();
  let outcome: Outcome;
  do outcome = await dialog.next();
  while (outcome === 'go on');
  return outcome === 'leave' ? undefined : outcome;
}

/** What follows from a step: another one, the end without answers, or all answers. */
type Outcome = 'go on' | 'leave' | Answered;

class ScenarioDialog {
  private scenarios: readonly ScenarioQuestions[] = [];
  private scenario: string | undefined;
  private readonly given: { readonly id: string; readonly value: string }[] = [];
  /** What was answered before going back. */
  private readonly before = new Map<string, string>();
  private finishing = false;
  /** Steps besides the questions: the scenario, and the folder. */
  private readonly otherSteps: number;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly options: ScenarioDialogOptions,
  ) {
    this.otherSteps = options.finish ? 2 : 1;
  }

  async begin(): Promise<void> {
    this.scenarios = await this.questions({ uri: this.options.uri });
  }

  async next(): Promise<Outcome> {
    const { scenario } = this;
    if (scenario === undefined) return this.chooseScenario();
    const params: QuestionsParams = { scenario, answers: this.answers(), uri: this.options.uri };
    const found = (await this.questions(params)).find(({ id }) => id === scenario);
    const questions = found?.questions ?? [];
    const question = questions[this.given.length];
    const steps = questions.length + this.otherSteps;
    return question ? this.answer(scenario, question, steps) : this.end(scenario, steps);
  }

  private async chooseScenario(): Promise<Outcome> {
    const answer = await ask({
      title: this.options.title,
      step: 1,
      of: (this.scenarios[0]?.questions.length ?? 0) + this.otherSteps,
      prompt: 'Which service do the two routers back up?',
      choices: this.scenarios.map(({ id, title, summary }) => ({
        label: title,
        description: id,
        detail: summary,
        value: id,
      })),
      canGoBack: false,
    });
    if (answer === undefined || answer === 'back') return 'leave';
    this.scenario = answer.value;
    return 'go on';
  }

  private async answer(scenario: string, question: Question, steps: number): Promise<Outcome> {
    const check = (value: string): Promise<string | undefined> => this.problemOf(scenario, question, value);
    if (this.finishing && (await check(question.default)) === undefined) {
      this.given.push({ id: question.id, value: question.default });
      return 'go on';
    }
    this.finishing = false;
    const answer = await ask({
      // While a value may not stand the prompt gives way to the reason: the title still says what is asked.
      title: `${this.options.title}: ${question.title}`,
      step: this.given.length + 2,
      of: steps,
      prompt: promptOf(question),
      value: this.before.get(question.id) ?? question.default,
      choices: question.choices?.map((value) => ({ label: withoutIcons(value), value })),
      canGoBack: true,
      canFinish: true,
      check,
    });
    if (answer === undefined) return 'leave';
    if (answer === 'back') return this.back();
    this.given.push({ id: question.id, value: answer.value });
    this.finishing = answer.finish === true;
    return 'go on';
  }

  private async end(scenario: string, steps: number): Promise<Outcome> {
    const { title, finish } = this.options;
    if (!finish) return { scenario, answers: this.answers() };
    const folder = await chooseFolder(title, steps, 'Folder for the two files', true);
    if (folder === undefined) return 'leave';
    if (folder === 'back') return this.back();
    const answered: Answered = { scenario, answers: this.answers(), folder };
    const problem = await finish(answered, folder);
    if (problem === undefined) return answered;
    void vscode.window.showErrorMessage(withoutLinks(`${problem} Nothing was written.`));
    return 'go on';
  }

  private back(): Outcome {
    const last = this.given.pop();
    if (last) this.before.set(last.id, last.value);
    else this.scenario = undefined;
    return 'go on';
  }

  private answers(): Record<string, string> {
    return Object.fromEntries(this.given.map(({ id, value }) => [id, value]));
  }

  private questions(params: QuestionsParams): Promise<ScenarioQuestions[]> {
    return sendOwnRequest(this.client, requests.questions, params);
  }

  private async problemOf(scenario: string, { id }: Question, value: string): Promise<string | undefined> {
    const { uri } = this.options;
    const params: CheckAnswerParams = { scenario, parameter: id, value, answers: this.answers(), uri };
    return (await sendOwnRequest(this.client, requests.checkAnswer, params)).problem;
  }
}

function promptOf({ title, unit, source }: Question): string {
  return `${title}${unit ? `, in ${unit}` : ''}${source === '' ? '' : ` (${source})`}`;
}
