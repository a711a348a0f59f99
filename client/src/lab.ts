// "Write a Lab of This Pair": the server makes the files, here they go into a new folder of the folder that is chosen, and the
// README of the lab is opened. Nothing that exists is touched.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { requests, type LabParams } from '../../server/src/lsp/protocol';
import { chooseFolder, exists } from './choose-folder';
import { withoutLinks } from './literal';
import { sendOwnRequest } from './own-methods';
import type { Pairs } from './pairs';

/** The command `vrp.writeLab`: asks for a folder and makes a lab in it, all of its files in one edit or none. */
export function labs(client: BaseLanguageClient, pairs: Pairs): vscode.Disposable {
  async function write(given?: unknown): Promise<void> {
    const pair = await pairs.pick(given);
    if (!pair) return;
    const devices = pair.map((each) => each.device);
    const params: LabParams = { uris: pair.map((each) => client.code2ProtocolConverter.asUri(each.uri)) };
    const lab = await sendOwnRequest(client, requests.lab, params);
    if (lab === null) {
      tell(
        `${devices.join(' and ')} share no VRRP group whose roles their files decide: there is nothing for a lab to show.`,
      );
      return;
    }
    const title = `Lab of ${devices.join(' ⇄ ')}`;
    const parent = await chooseFolder(title, 'Where to put the folder of the lab', false);
    if (parent === undefined || parent === 'back') return;
    const folder = vscode.Uri.joinPath(parent, `lab-${devices.map(asFileName).join('-')}`);
    if (await exists(folder)) {
      tell(`${folder.path.split('/').at(-1)} exists already: choose another folder, or move it. Nothing was written.`);
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { name, text } of lab.files)
      edit.createFile(vscode.Uri.joinPath(folder, name), {
        overwrite: false,
        ignoreIfExists: false,
        contents: new TextEncoder().encode(text),
      });
    if (!(await vscode.workspace.applyEdit(edit))) {
      tell('The files of the lab could not be created; no file was overwritten.');
      return;
    }
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'README.md'), { preview: false });
  }

  return vscode.commands.registerCommand('vrp.writeLab', write);
}

function tell(sentence: string): void {
  void vscode.window.showErrorMessage(withoutLinks(sentence));
}

/** A name of a device may hold what no name of a file does. */
function asFileName(device: string): string {
  return device.replace(/[^\w-]+/g, '_').slice(0, 60);
}
