// Which tabs are pages of ours about a pair: the pair table and the rehearsal.
import * as vscode from 'vscode';

/** As tabs name them, whoever opened them. */
const ownPanel = /\bvrp\.(pairTable|failover)$/;

/** True for a tab with the pair table or a rehearsal in it. */
export function isOwnPanel(tab: vscode.Tab | undefined): boolean {
  return tab?.input instanceof vscode.TabInputWebview && ownPanel.test(tab.input.viewType);
}
