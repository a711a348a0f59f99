// From a scenario and a few answers to two open files, or to one more scenario in the files of a pair. What is asked, what is
// proposed and what may stand the server says; here it is only asked. Nothing is written before the last answer, and no file
// that exists is touched.
import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  requests,
  type AddScenarioParams,
  type CheckAnswerParams,
  type NewPairParams,
  type NewPairResult,
  type Question,
  type QuestionsParams,
  type ScenarioQuestions,
} from '../../server/src/lsp/protocol';
import { ask } from './guided-input';
import { withoutIcons, withoutLinks } from './literal';
import { sendOwnRequest } from './own-methods';
import { openedAsVrp, type Pairs } from './pairs';
import { applyWithPreview } from './proposals';

interface Answered {
  readonly scenario: string;
  readonly answers: Record<string, string>;
  readonly folder?: vscode.Uri;
}

export function newPairs(client: BaseLanguageClient, pairs: Pairs): vscode.Disposable {
  const questions = (params: QuestionsParams): Promise<ScenarioQuestions[]> =>
    sendOwnRequest(client, requests.questions, params);

  async function create(): Promise<void> {
    let files: NewPairResult['files'] = [];
    const done = await answers('New hot-backup pair', undefined, async (answered, folder) => {
      const params: NewPairParams = answered;
      const result = await sendOwnRequest(client, requests.newPair, params);
      files = result.files;
      if (result.problems[0]) return result.problems[0].problem;
      for (const { name } of files)
        if (await exists(vscode.Uri.joinPath(folder, name)))
          return `${name} is there already: choose another folder, or another device name.`;
      return undefined;
    });
    if (!done?.folder) return;
    const uris = files.map(({ name }) => vscode.Uri.joinPath(done.folder!, name));
    const edit = new vscode.WorkspaceEdit();
    files.forEach(({ text }, index) =>
      edit.createFile(uris[index]!, {
        overwrite: false,
        ignoreIfExists: false,
        contents: new TextEncoder().encode(text),
      }),
    );
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage('The two files could not be made; nothing was written over.');
      return;
    }
    for (const [index, uri] of uris.entries()) {
      await vscode.window.showTextDocument(await openedAsVrp(uri), {
        viewColumn: index === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two,
        preview: false,
      });
    }
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
  }

  async function add(given?: unknown): Promise<void> {
    const pair = await pairs.pick(given);
    if (!pair) return;
    const uri = client.code2ProtocolConverter.asUri(pair[0].uri);
    const done = await answers(`Add a scenario to ${pair.map((each) => each.device).join(' ⇄ ')}`, uri);
    if (!done) return;
    const params: AddScenarioParams = { scenario: done.scenario, answers: done.answers, uri };
    const result = await sendOwnRequest(client, requests.addScenario, params);
    if (result?.edit === undefined) {
      void vscode.window.showErrorMessage(
        withoutLinks(
          result?.problem ?? result?.problems?.[0]?.problem ?? 'The two configurations are not a pair any more.',
        ),
      );
      return;
    }
    await applyWithPreview(
      await client.protocol2CodeConverter.asWorkspaceEdit(result.edit as WorkspaceEdit),
      'Add the scenario to both devices',
    );
  }

  /** Undefined when it was left. With `settle` a folder is asked for last, and it says what is wrong with the whole. */
  async function answers(
    title: string,
    uri: string | undefined,
    settle?: (answered: Answered, folder: vscode.Uri) => Promise<string | undefined>,
  ): Promise<Answered | undefined> {
    const scenarios = await questions({ uri });
    const extra = settle ? 2 : 1;
    const given: { readonly id: string; readonly value: string }[] = [];
    /** What was answered before going back. */
    const before = new Map<string, string>();
    let scenario: string | undefined;
    let finishing = false;
    const back = (): void => {
      const last = given.pop();
      if (last) before.set(last.id, last.value);
      else scenario = undefined;
    };
    for (;;) {
      if (scenario === undefined) {
        const choices = scenarios.map((one) => ({
          label: one.title,
          description: one.id,
          detail: one.summary,
          value: one.id,
        }));
        const answer = await ask({
          title,
          step: 1,
          of: (scenarios[0]?.questions.length ?? 0) + extra,
          prompt: 'Which service do the two routers back up?',
          choices,
          canGoBack: false,
        });
        if (answer === undefined || answer === 'back') return undefined;
        scenario = answer.value;
        continue;
      }
      const chosen: string = scenario;
      const answered = (): Record<string, string> => Object.fromEntries(given.map(({ id, value }) => [id, value]));
      const list: Question[] =
        (await questions({ scenario: chosen, answers: answered(), uri })).find((one) => one.id === chosen)?.questions ??
        [];
      const question = list[given.length];
      const of = list.length + extra;
      if (question && finishing && (await problemOf(question, question.default)) === undefined) {
        given.push({ id: question.id, value: question.default });
        continue;
      }
      finishing = false;
      if (question) {
        const answer = await ask({
          // While a value may not stand the prompt gives way to the reason: the title still says what is asked.
          title: `${title}: ${question.title}`,
          step: given.length + 2,
          of,
          prompt: promptOf(question),
          value: before.get(question.id) ?? question.default,
          choices: question.choices?.map((value) => ({ label: withoutIcons(value), value })),
          canGoBack: true,
          canFinish: true,
          check: (value) => problemOf(question, value),
        });
        if (answer === undefined) return undefined;
        if (answer === 'back') back();
        else {
          given.push({ id: question.id, value: answer.value });
          finishing = answer.finish === true;
        }
        continue;
      }
      if (!settle) return { scenario: chosen, answers: answered() };
      const folder = await chooseFolder(title, of);
      if (folder === undefined) return undefined;
      if (folder === 'back') {
        back();
        continue;
      }
      const done: Answered = { scenario: chosen, answers: answered(), folder };
      const problem = await settle(done, folder);
      if (problem === undefined) return done;
      void vscode.window.showErrorMessage(withoutLinks(`${problem} Nothing was written.`));

      async function problemOf({ id }: Question, value: string): Promise<string | undefined> {
        const params: CheckAnswerParams = { scenario: chosen, parameter: id, value, answers: answered(), uri };
        return (await sendOwnRequest(client, requests.checkAnswer, params)).problem;
      }
    }
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('vrp.newPair', create),
    vscode.commands.registerCommand('vrp.addScenario', add),
  );
}

function promptOf({ title, unit, source }: Question): string {
  return `${title}${unit ? `, in ${unit}` : ''}${source === '' ? '' : ` (${source})`}`;
}

async function chooseFolder(title: string, step: number): Promise<vscode.Uri | 'back' | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const choices = [
    ...folders.map((folder) => ({
      label: `$(folder) ${withoutIcons(folder.name)}`,
      description: withoutIcons(folder.uri.fsPath),
      value: folder.uri.toString(),
    })),
    { label: 'Another folder ...', value: '' },
  ];
  const answer = await ask({
    title,
    step,
    of: step,
    prompt: 'Which folder shall hold the two files?',
    choices,
    canGoBack: true,
  });
  if (answer === undefined || answer === 'back') return answer;
  const picked = folders.find((folder) => folder.uri.toString() === answer.value);
  if (picked) return picked.uri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    title: 'Folder for the two files',
    openLabel: 'Write Here',
  });
  return chosen?.[0] ?? 'back';
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
