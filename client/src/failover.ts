// "Rehearse failover": one panel a pair. The host asks the server again after every edit of either file and passes on what the
// page wants: another event, a line to go to, a file to save.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  requests,
  type FailoverFileParams,
  type FailoverParams,
  type OtherPairOutcome,
} from '../../server/src/lsp/protocol';
import { openGuideCommand } from './guide';
import { latest, type Refresh } from './latest';
import { sendOwnRequest } from './own-methods';
import type { Pairs } from './pairs';
import { goTo, saveAs, showFixes } from './webview/beside';
import type { PageMessage, Shown } from './webview/failover/messages';
import { panels, type Panel } from './webview/panel';

interface Subject {
  readonly uris: readonly [string, string];
  readonly devices: readonly [string, string];
}

/** What the suite inside VS Code may know of a panel. */
export interface RehearsalPanel {
  readonly uris: Subject['uris'];
  readonly shown: () => Shown | undefined;
  readonly heard: (message: PageMessage) => void;
}

/** The command `vrp.rehearseFailover` and its panels, one a pair. `open` holds those that are open, for tests. */
export function failoverPanels(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  pairs: Pairs,
): { readonly open: ReadonlySet<RehearsalPanel> } {
  const open = new Set<RehearsalPanel>();
  const keyOf = ({ uris }: Pick<Subject, 'uris'>): string => [...uris].sort().join('\n');
  const kind = panels<Subject, Shown, PageMessage>(context, {
    type: 'vrp.failover',
    page: 'failover',
    key: keyOf,
    title: ({ devices }) => `Failover ${devices.join(' ⇄ ')}`,
    isSubject,
    attach(panel, subject) {
      const rehearsal = new Rehearsal(client, pairs, subject, panel, openOther);
      open.add(rehearsal);
      return {
        heard: (message) => rehearsal.heard(message),
        dispose() {
          rehearsal.dispose();
          open.delete(rehearsal);
        },
      };
    },
  });

  /** The panel of another pair, with these events chosen. */
  function openOther({ devices, events }: OtherPairOutcome): void {
    const subject = { uris: devices.map(({ uri }) => uri), devices: devices.map(({ device }) => device) };
    if (!isSubject(subject)) return;
    kind.open(subject);
    for (const rehearsal of open) if (keyOf(rehearsal) === keyOf(subject)) rehearsal.heard({ choose: events });
  }

  context.subscriptions.push(
    vscode.commands.registerCommand('vrp.rehearseFailover', async (given?: unknown) => {
      const pair = await pairs.pick(given);
      if (!pair) return;
      const [deviceA, deviceB] = pair;
      const uri = (shown: vscode.Uri): string => client.code2ProtocolConverter.asUri(shown);
      kind.open({ uris: [uri(deviceA.uri), uri(deviceB.uri)], devices: [deviceA.device, deviceB.device] });
    }),
  );
  return { open };
}

function isSubject(kept: unknown): kept is Subject {
  const { uris, devices } = (kept ?? {}) as Partial<Subject>;
  return [uris, devices].every(
    (list: unknown) => Array.isArray(list) && list.length === 2 && list.every((item) => typeof item === 'string'),
  );
}

/** What one panel shows: the pair, the events that were chosen, and the answer of the server to both. */
class Rehearsal implements RehearsalPanel {
  readonly uris: Subject['uris'];
  private events: readonly string[] | undefined;
  private last: Shown | undefined;
  private readonly redraw: Refresh;
  private readonly listening: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    pairs: Pairs,
    private readonly subject: Subject,
    panel: Panel<Shown>,
    private readonly openOther: (other: OtherPairOutcome) => void,
  ) {
    this.uris = subject.uris;
    // Asked after the edit and once more after the check: mostly the same answer. While the server starts there is none; it says
    // `vrp/checked` when it knows more.
    this.redraw = latest(
      () => this.ask(),
      (next) => {
        this.last = next;
        panel.show(next);
      },
    );
    const ownUris = new Set(subject.uris.map((uri) => client.protocol2CodeConverter.asUri(uri).toString()));
    this.listening = vscode.Disposable.from(
      pairs.onDidCheck(this.redraw),
      // One turn later: first the client sends the server what was typed.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (ownUris.has(document.uri.toString())) setTimeout(this.redraw);
      }),
    );
    this.redraw();
  }

  shown(): Shown | undefined {
    return this.last;
  }

  heard(message: PageMessage): void {
    if ('choose' in message) {
      this.events = message.choose;
      this.redraw();
    } else if ('rehearse' in message) this.openOther(message.rehearse);
    else if ('goTo' in message) void goTo(this.client, message.goTo);
    else if ('fix' in message) void showFixes(this.client, message.fix);
    else if ('guide' in message) void vscode.commands.executeCommand(openGuideCommand, message.guide);
    else void this.save(message);
  }

  dispose(): void {
    this.redraw.stop();
    this.listening.dispose();
  }

  private async ask(): Promise<Shown> {
    const { uris, devices } = this.subject;
    const params: FailoverParams = { uris, events: this.events };
    const rehearsal = await sendOwnRequest(this.client, requests.failover, params);
    return rehearsal ? { rehearsal } : { problem: `${devices.join(' and ')} are no longer a pair.` };
  }

  private async save({ save: format, events, frame }: Extract<PageMessage, { save: unknown }>): Promise<void> {
    const { uris, devices } = this.subject;
    const params: FailoverFileParams = { uris, events, format, frame };
    const text = await sendOwnRequest(this.client, requests.failoverFile, params);
    if (text === null) return;
    const name = `failover-${devices.join('-').replace(/[^\w.-]+/g, '_')}`;
    const beside = this.client.protocol2CodeConverter.asUri(uris[0]);
    if (format === 'svg') await saveAs(beside, `${name}.svg`, { SVG: ['svg'] }, text);
    else await saveAs(beside, `${name}.md`, { Markdown: ['md'] }, text);
  }
}
