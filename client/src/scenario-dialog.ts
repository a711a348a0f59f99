// The questions of a scenario as one form. What is asked, what is proposed and what may stand the server says; here it is only asked. The
// answers are kept from the first one on, until what they are for is written or a person throws them away: leaving, going back and
// coming again lose nothing.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  requests,
  type CheckAnswerParams,
  type Question,
  type QuestionsParams,
  type ScenarioQuestions,
} from '../../server/src/lsp/protocol';
import { chooseFolder, exists } from './choose-folder';
import { chooseInForm } from './form';
import { questionAfter, type FormQuestion } from './form-rows';
import { ask, type Remarks } from './guided-input';
import { withoutIcons } from './literal';
import { sendOwnRequest } from './own-methods';

/** What a form gives when it is finished: answers by the id of the question. */
export interface Answered {
  readonly scenario: string;
  readonly answers: Record<string, string>;
  /** Where new files go; undefined where none are made. */
  readonly folder?: vscode.Uri;
}

/** What a form is for, and what is done with its answers. */
export interface ScenarioDialogOptions {
  readonly title: string;
  /** A device of the pair that the scenario comes to; without it a new pair is made in a folder that is asked for. */
  readonly uri?: string;
  /** What comes when all is answered: `show both files`. */
  readonly then: string;
  /** Where answers are kept. */
  readonly memory: vscode.Memento;
  /** `change`: the person wants to answer something else. `leave`: the answers are kept for another time. */
  finish(answered: Answered): Promise<'done' | 'change' | 'leave'>;
}

/** What was answered so far. */
interface Draft {
  readonly scenario: string;
  readonly answers: Record<string, string>;
  readonly folder?: string;
}

/** The question that is not the scenario's own. */
const folderId = 'folder';

/**
 * Asks for a scenario and for its parameters until `finish` is done or the person leaves; what was answered is kept in
 * `memory`.
 */
export async function askForScenario(client: BaseLanguageClient, options: ScenarioDialogOptions): Promise<void> {
  const dialog = new ScenarioDialog(client, options);
  while (await dialog.next());
}

class ScenarioDialog {
  private draft: Draft | undefined;
  private active: string | undefined;
  private readonly key: string;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly options: ScenarioDialogOptions,
  ) {
    this.key = `vrp.draft ${options.uri ?? 'new pair'}`;
  }

  /** False when there is nothing more to ask. */
  async next(): Promise<boolean> {
    if (this.draft === undefined) return this.chooseScenario();
    const found = (await this.questions({ ...this.draft, uri: this.options.uri }))[0];
    if (!found) return false;
    const questions = await this.formQuestions(found.questions);
    this.active ??= questions[0]?.id;
    const choice = await chooseInForm({
      title: `${this.options.title}: ${found.title}`,
      questions,
      active: this.active,
      then: this.options.then,
      canGoBack: true,
      canStartOver: questions.some(({ isAnswered }) => isAnswered),
    });
    switch (choice?.kind) {
      case 'question':
        return this.askOne(choice.id, questions, found);
      case 'finish':
        return this.finish(found.questions);
      case 'start over':
        await this.keep({ scenario: this.draft.scenario, answers: {} });
        this.active = undefined;
        return true;
      case 'back':
        this.draft = undefined;
        return true;
      default:
        return false;
    }
  }

  private async chooseScenario(): Promise<boolean> {
    const scenarios = await this.questions({ uri: this.options.uri });
    const kept = this.options.memory.get<Draft>(this.key);
    const choices = scenarios.map(({ id, title, summary }) => ({
      label: title,
      description: kept?.scenario === id ? `${id}: goes on with your answers` : id,
      detail: summary,
      value: id,
    }));
    const answer = await ask({
      title: this.options.title,
      prompt: 'Which service do the two routers back up?',
      value: kept?.scenario,
      choices,
      canGoBack: false,
    });
    if (answer === undefined || answer === 'back') return false;
    // What two scenarios ask alike was answered for both.
    this.draft = { answers: {}, ...kept, scenario: answer.value };
    this.active = undefined;
    return true;
  }

  private async formQuestions(questions: readonly Question[]): Promise<FormQuestion[]> {
    const { answers } = this.draft!;
    const folder = this.folder();
    const rows = questions.map(async ({ id, title, unit, default: value, problem, advice, file }) => ({
      id,
      title,
      value,
      unit,
      isAnswered: answers[id] !== undefined,
      problem: problem ?? (await inTheWay(folder, file)),
      advice,
    }));
    return [...(await Promise.all(rows)), ...(this.options.uri === undefined ? [this.folderQuestion(folder)] : [])];
  }

  private folderQuestion(folder: vscode.Uri | undefined): FormQuestion {
    return {
      id: folderId,
      title: 'Folder for the two files',
      value: folder?.fsPath ?? '',
      isAnswered: this.draft!.folder !== undefined,
      ...(folder ? {} : { problem: 'No folder is open: choose one.' }),
    };
  }

  private async askOne(id: string, questions: readonly FormQuestion[], found: ScenarioQuestions): Promise<boolean> {
    const draft = this.draft!;
    this.active = id;
    const question = found.questions.find((each) => each.id === id);
    const answer = question ? await this.askQuestion(question) : await this.askFolder();
    if (answer === undefined) return true;
    if (question) await this.keep({ ...draft, answers: { ...draft.answers, [id]: answer } });
    else await this.keep({ ...draft, folder: answer });
    // Behind the last question comes what finishes.
    this.active = questionAfter(questions, id) ?? '';
    return true;
  }

  private async askQuestion(question: Question): Promise<string | undefined> {
    const answer = await ask({
      // While a value may not stand the prompt gives way to the reason: the title still says what is asked.
      title: `${this.options.title}: ${question.title}`,
      prompt: promptOf(question),
      value: question.default,
      choices: question.choices?.map((value) => ({ label: withoutIcons(value), value })),
      canGoBack: true,
      check: (value) => this.remarksOn(question, value),
    });
    return answer === 'back' ? undefined : answer?.value;
  }

  private async askFolder(): Promise<string | undefined> {
    const folder = await chooseFolder(this.options.title, 'Folder for the two files', true);
    return folder === 'back' ? undefined : folder?.toString();
  }

  private async finish(questions: readonly Question[]): Promise<boolean> {
    const { scenario } = this.draft!;
    // What was answered for another scenario is not this one's affair.
    const given = Object.entries(this.draft!.answers).filter(([id]) =>
      questions.some((question) => question.id === id),
    );
    const folder = this.options.uri === undefined ? this.folder() : undefined;
    const outcome = await this.options.finish({ scenario, answers: Object.fromEntries(given), folder });
    if (outcome === 'done') await this.options.memory.update(this.key, undefined);
    this.active = '';
    return outcome === 'change';
  }

  private async keep(draft: Draft): Promise<void> {
    this.draft = draft;
    await this.options.memory.update(this.key, draft);
  }

  private folder(): vscode.Uri | undefined {
    const kept = this.draft?.folder;
    return kept === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.parse(kept, true);
  }

  private questions(params: QuestionsParams): Promise<ScenarioQuestions[]> {
    return sendOwnRequest(this.client, requests.questions, params);
  }

  private async remarksOn({ id }: Question, value: string): Promise<Remarks> {
    const { scenario, answers } = this.draft!;
    const params: CheckAnswerParams = { scenario, parameter: id, value, answers, uri: this.options.uri };
    const { problem, advice, file } = await sendOwnRequest(this.client, requests.checkAnswer, params);
    return { problem: problem ?? (await inTheWay(this.folder(), file)), advice };
  }
}

/** Why a file cannot be made. */
async function inTheWay(folder: vscode.Uri | undefined, file: string | undefined): Promise<string | undefined> {
  if (!folder || file === undefined || !(await exists(vscode.Uri.joinPath(folder, file)))) return undefined;
  return `${file} exists already: choose another name or another folder.`;
}

/** More ports than these are counted: a prompt has a few rows. */
const mostPorts = 12;

function promptOf({ title, unit, source, ports = [] }: Question): string {
  const there = ports.length === 0 ? '' : `. Ports of the device: ${ports.slice(0, mostPorts).join(', ')}`;
  const more = ports.length > mostPorts ? ` and ${ports.length - mostPorts} more` : '';
  return `${title}${unit ? `, in ${unit}` : ''}${source === '' ? '' : ` (${source})`}${there}${more}`;
}
