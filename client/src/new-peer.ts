// The file of a peer that is not there yet: its name and the addresses that nobody can know are asked, then the text stands in an editor
// as a file that is not saved. Nothing is written before the person saves it.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { requests, type NewPeerParams, type NewPeerResult } from '../../server/src/lsp/protocol';
import { exists } from './choose-folder';
import { chooseInForm } from './form';
import { questionAfter, type FormQuestion } from './form-rows';
import { ask, type Remarks } from './guided-input';
import { sendOwnRequest } from './own-methods';

const title = 'New peer of this device';

/**
 * Asks for what the file `own` does not tell of its peer, and shows the text of the new file, unsaved. Does nothing
 * where the file is no configuration.
 */
export async function makePeer(client: BaseLanguageClient, own: vscode.Uri): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(own);
  const request: Made = (params) => sendOwnRequest(client, requests.newPeer, { uri, ...params });
  const proposal = await request({});
  if (!proposal) return;
  const dialog = new PeerDialog(own, request, proposal.name);
  let outcome: NewPeerResult | 'go on' | 'leave';
  do outcome = await dialog.next();
  while (outcome === 'go on');
  if (outcome !== 'leave') await show(vscode.Uri.joinPath(own, '..', fileOf(outcome.name)), outcome);
}

type Made = (params: Omit<NewPeerParams, 'uri'>) => Promise<NewPeerResult | null>;

/** The question for the name; the others go by their index. */
const nameId = 'name';

class PeerDialog {
  private name: string | undefined;
  /** By the index of the question; a hole is not answered and stays a placeholder. */
  private readonly answers: (string | undefined)[] = [];
  private active = nameId;

  constructor(
    private readonly own: vscode.Uri,
    private readonly request: Made,
    private readonly proposed: string,
  ) {}

  async next(): Promise<NewPeerResult | 'go on' | 'leave'> {
    const result = await this.request({ name: this.name ?? this.proposed, answers: this.given() });
    if (!result) return 'leave';
    const questions = await this.formQuestions(result);
    const choice = await chooseInForm({
      title,
      questions,
      active: this.active,
      then: 'show the file',
      canGoBack: false,
      canStartOver: false,
    });
    if (choice?.kind === 'finish') return result;
    if (choice?.kind !== 'question') return 'leave';
    await this.ask(choice.id, questions);
    return 'go on';
  }

  private async formQuestions({ questions }: NewPeerResult): Promise<FormQuestion[]> {
    const name = this.name ?? this.proposed;
    return [
      {
        id: nameId,
        title: 'Name of the peer',
        value: name,
        isAnswered: this.name !== undefined,
        problem: (await this.remarksOnName(name)).problem,
      },
      ...questions.map((question, index) => ({
        id: String(index),
        title: question.title,
        value: this.answers[index] ?? '',
        isAnswered: this.answers[index] !== undefined,
        problem: question.problem,
        empty: 'to be filled in later',
      })),
    ];
  }

  private async ask(id: string, questions: readonly FormQuestion[]): Promise<void> {
    this.active = id;
    const question = questions.find((each) => each.id === id)!;
    const answer = await ask({
      title: `${title}: ${question.title}`,
      prompt: id === nameId ? 'Its file is created beside this one' : 'Leave it empty to fill it in later',
      value: question.value,
      canGoBack: true,
      check: (value) => (id === nameId ? this.remarksOnName(value) : this.remarksOn(Number(id), value)),
    });
    if (answer === undefined || answer === 'back') return;
    if (id === nameId) this.name = answer.value;
    else this.answers[Number(id)] = answer.value;
    // Behind the last question comes what finishes.
    this.active = questionAfter(questions, id) ?? '';
  }

  private async remarksOnName(value: string): Promise<Remarks> {
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(value))
      return { problem: 'Use letters, digits, dots, hyphens and underscores.' };
    const file = fileOf(value);
    const isThere = await exists(vscode.Uri.joinPath(this.own, '..', file));
    return isThere ? { problem: `${file} exists already and is left unchanged.` } : {};
  }

  private async remarksOn(index: number, value: string): Promise<Remarks> {
    const answers = this.given();
    answers[index] = value;
    const result = await this.request({ name: this.name ?? this.proposed, answers });
    return { problem: result?.questions[index]?.problem };
  }

  private given(): string[] {
    return Array.from(this.answers, (answer) => answer ?? '');
  }
}

function fileOf(name: string): string {
  return `${name}.cfg`;
}

async function show(uri: vscode.Uri, { text, questions }: NewPeerResult): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  await vscode.languages.setTextDocumentLanguage(document, 'vrp');
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: false,
  });
  const open = questions.map(({ placeholder }) => document.getText().indexOf(placeholder)).filter((at) => at >= 0);
  const at = document.positionAt(Math.min(...open, document.getText().length));
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection);
  void vscode.window.showInformationMessage('The file of the peer is not saved yet: review it, then save it.');
}
