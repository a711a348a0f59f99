// "Rehearse failover": one panel a pair. The host asks the server again after every edit of either file and passes on what the
// page wants: another event, a line to go to, a file to save.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { requests, type FailoverFileParams, type FailoverParams } from '../../server/src/lsp/protocol';
import { openGuideCommand } from './guide';
import { latest } from './latest';
import { sendOwnRequest } from './own-methods';
import type { Pairs } from './pairs';
import { goTo, saveAs } from './webview/beside';
import type { Said, Shown } from './webview/failover/messages';
import { panels, type Panel } from './webview/panel';

interface Subject {
  readonly uris: readonly [string, string];
  readonly devices: readonly [string, string];
}

/** What the suite inside VS Code may know of a panel. */
export interface RehearsalPanel {
  readonly uris: readonly string[];
  readonly shown: () => Shown | undefined;
  readonly heard: (said: Said) => void;
}

export function failoverPanels(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  pairs: Pairs,
): { readonly open: ReadonlySet<RehearsalPanel> } {
  const open = new Set<RehearsalPanel>();
  const kind = panels<Subject, Shown, Said>(context, {
    type: 'vrp.failover',
    page: 'failover',
    key: ({ uris }) => [...uris].sort().join('\n'),
    title: ({ devices }) => `Failover ${devices.join(' ⇄ ')}`,
    isSubject: (kept): kept is Subject => {
      const { uris, devices } = (kept ?? {}) as Partial<Subject>;
      return [uris, devices].every(
        (list: unknown) => Array.isArray(list) && list.length === 2 && list.every((one) => typeof one === 'string'),
      );
    },
    attach: (panel, subject) => attach(panel, subject),
  });

  function attach(panel: Panel<Shown>, { uris, devices }: Subject): { heard(said: Said): void; dispose(): void } {
    let events: readonly string[] | undefined;
    let last: Shown | undefined;
    // Asked after the edit and once more after the check: mostly the same answer. While the server starts there is none; it says
    // `vrp/checked` when it knows more.
    const redraw = latest(ask, (next) => {
      last = next;
      panel.show(next);
    });

    async function ask(): Promise<Shown> {
      const params: FailoverParams = { uris, events };
      const rehearsal = await sendOwnRequest(client, requests.failover, params);
      return rehearsal ? { rehearsal } : { problem: `${devices.join(' and ')} are no pair, as their files stand now.` };
    }

    async function save({ save: format, events: chosen, frame }: Extract<Said, { save: unknown }>): Promise<void> {
      const params: FailoverFileParams = { uris, events: chosen, format, frame };
      const text = await sendOwnRequest(client, requests.failoverFile, params);
      if (text === null) return;
      const name = `failover-${devices.join('-').replace(/[^\w.-]+/g, '_')}`;
      const beside = client.protocol2CodeConverter.asUri(uris[0]);
      if (format === 'svg') await saveAs(beside, `${name}.svg`, { SVG: ['svg'] }, text);
      else await saveAs(beside, `${name}.md`, { Markdown: ['md'] }, text);
    }

    const isOurs = new Set(uris.map((uri) => client.protocol2CodeConverter.asUri(uri).toString()));
    const listening = vscode.Disposable.from(
      pairs.onDidCheck(redraw),
      // One turn later: first the client tells the server what was typed.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isOurs.has(document.uri.toString())) setTimeout(redraw);
      }),
    );
    const heard = (said: Said): void => {
      if ('choose' in said) {
        events = said.choose;
        redraw();
      } else if ('goTo' in said) void goTo(client, said.goTo);
      else if ('guide' in said) void vscode.commands.executeCommand(openGuideCommand, said.guide);
      else void save(said);
    };
    const self: RehearsalPanel = { uris, shown: () => last, heard };
    open.add(self);
    redraw();
    return {
      heard,
      dispose() {
        redraw.stop();
        listening.dispose();
        open.delete(self);
      },
    };
  }

  context.subscriptions.push(
    vscode.commands.registerCommand('vrp.rehearseFailover', async (given?: unknown) => {
      const pair = await pairs.pick(given);
      if (!pair) return;
      const [one, two] = pair;
      const uri = (shown: vscode.Uri): string => client.code2ProtocolConverter.asUri(shown);
      kind.open({ uris: [uri(one.uri), uri(two.uri)], devices: [one.device, two.device] });
    }),
  );
  return { open };
}
