// The pair table beside the editors, one panel a pair: kept as it is in the files, its cells lead to their lines, and it is saved
// where the person says.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { requests, type ComparisonParams, type ComparisonReportParams } from '../../server/src/lsp/protocol';
import { openGuideCommand } from './guide';
import { latest } from './latest';
import { sendOwnRequest } from './own-methods';
import type { Pairs, ShownPair } from './pairs';
import { goTo, saveAs } from './webview/beside';
import type { ExportFormat, PageMessage, Shown } from './webview/pair-table/page';
import { panels } from './webview/panel';

/** What brings the panel back after a reload. */
interface Subject {
  readonly devices: readonly [string, string];
  readonly uris: readonly [string, string];
}

const formats: Record<ExportFormat, string> = { csv: 'Comma-separated values', html: 'Web page', json: 'JSON' };

/** The command `vrp.showPairTable` and its panels, one for each pair and side. */
export function pairTable(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  pairs: Pairs,
): vscode.Disposable {
  const params = ({ uris: [uri, peer] }: Subject): ComparisonParams => ({ uri, peer });
  const { open } = panels<Subject, Shown, PageMessage>(context, {
    type: 'vrp.pairTable',
    page: 'pair-table',
    key: ({ uris }) => uris.join('\n'),
    title: ({ devices }) => `${devices.join(' ⇄ ')}: pair table`,
    isSubject: (kept): kept is Subject =>
      isTwoTexts((kept as Subject | undefined)?.devices) && isTwoTexts((kept as Subject).uris),
    attach(panel, subject) {
      const refresh = latest(
        () => sendOwnRequest(client, requests.comparison, params(subject)),
        (comparison) => panel.show({ comparison: comparison ?? undefined }),
      );
      const checks = pairs.onDidCheck(refresh);
      refresh();
      return {
        heard: (message) => {
          if ('go' in message) void goTo(client, message.go);
          else if ('guide' in message) void vscode.commands.executeCommand(openGuideCommand, message.guide);
          else void save(subject, message.save);
        },
        dispose: () => checks.dispose(),
      };
    },
  });

  async function save(subject: Subject, format: ExportFormat): Promise<void> {
    const asked: ComparisonReportParams = { ...params(subject), format };
    const text = await sendOwnRequest(client, requests.comparisonReport, asked);
    if (text !== null)
      await saveAs(
        client.protocol2CodeConverter.asUri(subject.uris[0]),
        `${subject.devices.join('-')}.${format}`,
        { [formats[format]]: [format] },
        text,
      );
  }

  return vscode.commands.registerCommand('vrp.showPairTable', async (given?: unknown) => {
    const pair = await pairs.pick(given);
    if (pair) open(subjectOf(pair));
  });

  function subjectOf([shownDevice, peerShownDevice]: ShownPair): Subject {
    const uri = ({ uri }: { uri: vscode.Uri }): string => client.code2ProtocolConverter.asUri(uri);
    return { devices: [shownDevice.device, peerShownDevice.device], uris: [uri(shownDevice), uri(peerShownDevice)] };
  }
}

function isTwoTexts(kept: unknown): boolean {
  return Array.isArray(kept) && kept.length === 2 && kept.every((each) => typeof each === 'string');
}
