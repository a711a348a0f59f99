// The status bar item and the language status item of the file in the active editor: its device, its peer, its findings.
// They show what the server sent in `vrp/status` and know nothing more.
import * as vscode from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { withoutIcons } from './literal';
import { isOwnPanel } from './own-panel';

/** How far the server is; `starting` also while it is restarted. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** What is known of each open configuration (`vrp/status`), shown in the status bar and beside the language. */
export class Status implements vscode.Disposable {
  private readonly bar = vscode.window.createStatusBarItem('vrp.status', vscode.StatusBarAlignment.Right, 95);
  private readonly item: vscode.LanguageStatusItem;
  private readonly known = new Map<string, StatusParams>();
  private readonly disposables: vscode.Disposable[];
  private state: ServerState = 'starting';
  private last: vscode.TextDocument | undefined;

  constructor(private readonly selector: vscode.DocumentSelector) {
    this.item = vscode.languages.createLanguageStatusItem('vrp.status', selector);
    this.item.name = 'Huawei VRP';
    this.bar.name = 'Huawei VRP';
    this.bar.command = 'vrp.showMenu';
    this.disposables = [
      this.bar,
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.show()),
      vscode.workspace.onDidOpenTextDocument(() => this.show()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.known.delete(document.uri.toString());
        this.show();
      }),
    ];
    this.show();
  }

  /** What is known of a document, by the uri as VS Code writes it. */
  of(uri: vscode.Uri): StatusParams | undefined {
    return this.known.get(uri.toString());
  }

  update(params: StatusParams): void {
    // The server writes a uri as it was given it, which need not be as `toString` does.
    this.known.set(vscode.Uri.parse(params.uri).toString(), params);
    this.show();
  }

  serverIs(state: ServerState): void {
    this.state = state;
    if (state !== 'running') this.known.clear();
    this.show();
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }

  /** The file in the active editor; while one of our panels has the focus, the file that was in it before. */
  get document(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    // The right side of a comparison is VRP too, and no file that the server knows.
    if (active) this.last = vscode.languages.match(this.selector, active) > 0 ? active : undefined;
    const isShown = active !== undefined || isOwnPanel(vscode.window.tabGroups.activeTabGroup.activeTab);
    return isShown && !this.last?.isClosed ? this.last : undefined;
  }

  private show(): void {
    const { document } = this;
    if (!document) return this.bar.hide();
    const status = this.known.get(document.uri.toString());
    this.item.busy = this.state === 'starting' || (this.state === 'running' && !status);
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    this.item.command = { title: 'Menu', command: 'vrp.showMenu' };
    this.bar.backgroundColor = undefined;
    let spoken: string;

    if (this.state === 'stopped') {
      this.item.text = spoken = 'VRP server stopped';
      this.item.detail = undefined;
      this.item.severity = vscode.LanguageStatusSeverity.Error;
      this.bar.text = '$(error) VRP server stopped';
      this.bar.tooltip = 'The VRP language server is not running. Click for the menu with its log.';
      this.bar.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
    } else if (!status) {
      this.item.text = spoken = 'VRP';
      this.item.detail = undefined;
      this.bar.text = '$(loading~spin) VRP';
      this.bar.tooltip = 'The VRP language server is starting.';
    } else {
      const pair = pairText(status);
      const findings = findingsText(status);
      spoken = pair;
      this.item.text = withoutIcons(pair);
      this.item.detail = findings;
      if (status.errors > 0) this.item.severity = vscode.LanguageStatusSeverity.Error;
      else if (status.warnings > 0 || status.isPeerMissing) this.item.severity = vscode.LanguageStatusSeverity.Warning;
      if (status.peer) this.item.command = { title: 'Go to Counterpart', command: 'vrp.goToCounterpart' };
      this.bar.text = `$(arrow-swap) ${withoutIcons(pair)}${counts(status)}`;
      this.bar.tooltip = status.peer
        ? `${pair}: ${findings} in this file. Click for the menu.`
        : `${pair}, no peer found in this workspace: ${findings}.`;
    }
    this.bar.accessibilityInformation = {
      label: `VRP: ${spoken}${this.item.detail ? `, ${this.item.detail}` : ''}`,
      role: 'button',
    };
    this.bar.show();
  }
}

function pairText(status: StatusParams): string {
  const device = status.device ?? 'no device name';
  return status.peer ? `${device} ⇄ ${status.peer.device}` : device;
}

function counts(status: StatusParams): string {
  const parts = [
    status.errors > 0 ? `$(error) ${status.errors}` : '',
    status.warnings > 0 ? `$(warning) ${status.warnings}` : '',
  ].filter(Boolean);
  if (parts.length > 0) return `  ${parts.join(' ')}`;
  return status.isPeerMissing ? '  $(warning) no peer' : '  $(check)';
}

/** `2 errors, 1 warning, 3 notes`; `no findings` where there are none. */
export function findingsText(status: StatusParams): string {
  const part = (count: number, word: string, many: string): string[] =>
    count === 0 ? [] : [`${count} ${count === 1 ? word : many}`];
  const parts = [
    ...part(status.errors, 'error', 'errors'),
    ...part(status.warnings, 'warning', 'warnings'),
    ...part(status.information, 'note', 'notes'),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}
