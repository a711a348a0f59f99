// The tree "Hot-Backup Pairs": the pairs, the worst first, each with its findings, its scenarios with the steps of the guide and their
// state on each device, and the display commands that verify them. It shows what the server says, follows edits, and is told by
// icon, words and label, not by colour.
import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  requests,
  type InsertStepParams,
  type PairFinding,
  type PairScenarios,
  type ScenarioState,
  type StepMark,
  type StepState,
} from '../../server/src/lsp/protocol';
import { escapeMarkdownRows } from '../../server/src/text/markdown';
import { guideMarkdown, openGuideCommand } from './guide';
import { latest } from './latest';
import { withoutLinks } from './literal';
import { sendOwnRequest } from './own-methods';
import { countText, isOpen, pairRows, totals, type PairRow } from './pair-rows';
import { openedAsVrp, type Pairs } from './pairs';
import { applyWithPreview } from './proposals';

type Node =
  | { readonly kind: 'pair'; readonly pair: PairScenarios; readonly row: PairRow; readonly uris: readonly vscode.Uri[] }
  | { readonly kind: 'finding'; readonly pair: PairScenarios; readonly finding: PairFinding }
  | { readonly kind: 'more'; readonly pair: PairScenarios; readonly count: number }
  | { readonly kind: 'scenario'; readonly pair: PairScenarios; readonly scenario: ScenarioState }
  | { readonly kind: 'step'; readonly pair: PairScenarios; readonly scenario: ScenarioState; readonly step: StepState }
  | { readonly kind: 'verify'; readonly pair: PairScenarios; readonly scenario: ScenarioState }
  | {
      readonly kind: 'command';
      readonly pair: PairScenarios;
      readonly scenario: ScenarioState;
      readonly command: string;
    };

type NodeOf<Kind extends Node['kind']> = Extract<Node, { readonly kind: Kind }>;

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Milliseconds between two questions while the view is hidden. */
const hiddenPause = 3000;

/** The view of the pairs with its commands. */
export interface PairsView extends vscode.Disposable {
  /** What the tree shows, for tests. */
  readonly tree: vscode.TreeDataProvider<Node>;
}

/** Fills the view `vrp.pairs` after each check, at most every 3 s while it is hidden. */
export function pairsView(client: BaseLanguageClient, pairs: Pairs): PairsView {
  const changed = new vscode.EventEmitter<void>();
  let shown: readonly PairScenarios[] = [];
  let isFiltered = false;
  const refresh = latest(
    () => sendOwnRequest(client, requests.scenarios),
    (answer) => {
      shown = answer;
      changed.fire();
      view.badge = badgeOf(shown);
    },
  );
  const tree: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) =>
      node
        ? children(node)
        : pairRows(shown, isFiltered).map((row) => ({
            kind: 'pair',
            pair: row.pair,
            row,
            uris: [row.pair.a, row.pair.b].map((each) => client.protocol2CodeConverter.asUri(each.uri)),
          })),
    getTreeItem: item,
  };
  const view = vscode.window.createTreeView('vrp.pairs', { treeDataProvider: tree, showCollapseAll: true });
  const filter = (isOn: boolean) => (): void => {
    isFiltered = isOn;
    void vscode.commands.executeCommand('setContext', 'vrp.pairsFiltered', isOn);
    view.message = isOn ? 'Only pairs with something to do' : undefined;
    changed.fire();
  };

  // Nobody sees the rows, but the badge: now and then is enough.
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const seen = (): void => {
    if (view.visible) return refresh();
    waiting ??= setTimeout(() => {
      waiting = undefined;
      refresh();
    }, hiddenPause);
  };
  const disposable = vscode.Disposable.from(
    changed,
    view,
    pairs.onDidCheck(seen),
    view.onDidChangeVisibility(seen),
    vscode.commands.registerCommand('vrp.insertStep', (node?: Node) => insertStep(client, node)),
    vscode.commands.registerCommand('vrp.showOpenPairs', filter(true)),
    vscode.commands.registerCommand('vrp.showAllPairs', filter(false)),
    vscode.commands.registerCommand('vrp.showFinding', (node: NodeOf<'finding'>) => showFinding(client, node)),
    vscode.commands.registerCommand('vrp.fixFinding', (node?: Node) => fixFinding(client, node)),
    { dispose: () => clearTimeout(waiting) },
    vscode.commands.registerCommand('vrp.showStep', (node: NodeOf<'step'>) => showStep(client, node)),
    vscode.commands.registerCommand('vrp.copyDisplayCommand', copyCommand),
  );
  return { tree, dispose: () => void disposable.dispose() };
}

async function insertStep(client: BaseLanguageClient, node?: Node): Promise<void> {
  if (node?.kind !== 'step') {
    void vscode.window.showInformationMessage('Choose a step in the view Hot-Backup Pairs.');
    return;
  }
  const { pair, scenario, step } = node;
  const params: InsertStepParams = { uri: pair.a.uri, peerUri: pair.b.uri, key: scenario.key, guide: step.guide };
  const result = await sendOwnRequest(client, requests.insertStep, params);
  if (result?.edit === undefined) {
    void vscode.window.showInformationMessage(withoutLinks(result?.problem ?? 'This step is no longer missing.'));
    return;
  }
  await applyWithPreview(
    await client.protocol2CodeConverter.asWorkspaceEdit(result.edit as WorkspaceEdit),
    `${step.title} (${step.source})`,
  );
}

async function showFinding(client: BaseLanguageClient, { finding }: NodeOf<'finding'>): Promise<void> {
  const document = await openedAsVrp(client.protocol2CodeConverter.asUri(finding.uri));
  await vscode.window.showTextDocument(document, {
    selection: client.protocol2CodeConverter.asRange(finding.range),
  });
}

/** The light bulb of the finding, at its place. */
async function fixFinding(client: BaseLanguageClient, node?: Node): Promise<void> {
  if (node?.kind !== 'finding') {
    void vscode.window.showInformationMessage('Choose a finding in the view Hot-Backup Pairs.');
    return;
  }
  await showFinding(client, node);
  await vscode.commands.executeCommand('editor.action.quickFix');
}

async function copyCommand(node?: Node): Promise<void> {
  if (node?.kind === 'command') {
    await vscode.env.clipboard.writeText(node.command);
    vscode.window.setStatusBarMessage('$(check) Command copied', 3000);
  } else
    void vscode.window.showInformationMessage(
      'Choose a command under "Verify on the devices" in the view Hot-Backup Pairs.',
    );
}

async function showStep(client: BaseLanguageClient, { pair, step }: NodeOf<'step'>): Promise<void> {
  for (const [device, row, viewColumn] of [
    [pair.b, step.lineB, vscode.ViewColumn.Two],
    [pair.a, step.lineA, vscode.ViewColumn.One],
  ] as const) {
    const at = new vscode.Position(row ?? 0, 0);
    const document = await openedAsVrp(client.protocol2CodeConverter.asUri(device.uri));
    await vscode.window.showTextDocument(document, {
      viewColumn,
      selection: new vscode.Range(at, at),
      preserveFocus: true,
    });
  }
}

function children(node: Node): Node[] {
  switch (node.kind) {
    case 'pair':
      return [
        ...node.pair.findings.map((finding): Node => ({ kind: 'finding', pair: node.pair, finding })),
        ...moreFindings(node.pair),
        ...node.pair.scenarios.map((scenario): Node => ({ kind: 'scenario', pair: node.pair, scenario })),
      ];
    case 'scenario':
      return [
        ...node.scenario.steps.map((step): Node => ({ ...node, kind: 'step', step })),
        ...(node.scenario.verify.length > 0 ? [{ ...node, kind: 'verify' } as const] : []),
      ];
    case 'verify':
      return node.scenario.verify.map((command) => ({ ...node, kind: 'command', command }));
    default:
      return [];
  }
}

function item(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'pair':
      return pairItem(node);
    case 'finding':
      return findingItem(node);
    case 'more':
      return treeItem(node, `${node.count} more in the Problems panel`, None, {
        command: { title: 'Show', command: 'workbench.actions.view.problems' },
      });
    case 'scenario':
      return scenarioItem(node);
    case 'step':
      return stepItem(node);
    case 'verify':
      return treeItem(node, 'Verify on the devices', Collapsed, { iconPath: new vscode.ThemeIcon('terminal') });
    case 'command':
      return treeItem(node, node.command, None, {
        tooltip: 'Copy this command and run it on both devices',
        accessibilityInformation: { label: `Copy ${node.command}` },
        command: { title: 'Copy', command: 'vrp.copyDisplayCommand', arguments: [node] },
      });
  }
}

function pairItem(node: NodeOf<'pair'>): vscode.TreeItem {
  const { row, pair } = node;
  const hasRows = pair.findings.length + pair.scenarios.length > 0;
  const state = row.isOpen ? Expanded : Collapsed;
  return treeItem(node, row.label, hasRows ? state : None, {
    description: row.description,
    iconPath: icon(row.state),
    tooltip: `${row.label}: ${row.description}`,
    accessibilityInformation: { label: `Pair ${pair.a.device} and ${pair.b.device}: ${row.description}` },
  });
}

function moreFindings(pair: PairScenarios): Node[] {
  const count = pair.errors + pair.warnings - pair.findings.length;
  return count > 0 ? [{ kind: 'more', pair, count }] : [];
}

function findingItem(node: NodeOf<'finding'>): vscode.TreeItem {
  const { severity, message, device, range } = node.finding;
  const line = range.start.line + 1;
  return treeItem(node, message, None, {
    description: `line ${line}`,
    iconPath: icon(severity === 'error' ? 'wrong' : 'missing'),
    tooltip: message,
    command: { title: 'Show', command: 'vrp.showFinding', arguments: [node] },
    accessibilityInformation: { label: `${severity} on ${device}, line ${line}: ${message}` },
  });
}

function badgeOf(pairs: readonly PairScenarios[]): vscode.ViewBadge | undefined {
  const { errors, warnings } = totals(pairs);
  if (errors > 0) return { value: errors, tooltip: `${countText(errors, 'error')} in hot-backup pairs` };
  return warnings > 0
    ? { value: warnings, tooltip: `${countText(warnings, 'warning')} in hot-backup pairs` }
    : undefined;
}

function scenarioItem(node: NodeOf<'scenario'>): vscode.TreeItem {
  const { scenario } = node;
  const open = scenario.steps.filter(isOpen);
  // A service without a procedure says in its detail that it has no steps.
  const state = scenario.steps.length === 0 ? scenario.detail : `${scenario.detail}: ${stepsText(open.length)}`;
  return treeItem(node, scenario.title, open.length > 0 ? Expanded : Collapsed, {
    description: state,
    iconPath: icon(worst(open.flatMap(({ a, b }) => [a, b]))),
    tooltip: devicesText(node),
    accessibilityInformation: { label: `${scenario.title}, ${state}` },
  });
}

function stepItem(node: NodeOf<'step'>): vscode.TreeItem {
  const { step, pair } = node;
  const states = statesText(pair, step);
  const missing = step.a === 'missing' || step.b === 'missing';
  const open = isOpen(step);
  return treeItem(node, step.title, None, {
    description: states,
    iconPath: open ? icon(worst([step.a, step.b])) : icon(missing ? undefined : 'done'),
    contextValue: missing ? 'stepMissing' : 'step',
    tooltip: stepTooltip(node),
    command: { title: 'Show', command: 'vrp.showStep', arguments: [node] },
    accessibilityInformation: { label: `${step.title}: ${states}, ${step.source}` },
  });
}

function treeItem(
  node: Node,
  label: string,
  state: vscode.TreeItemCollapsibleState,
  rest: Partial<vscode.TreeItem>,
): vscode.TreeItem {
  const id = idOf(node).join('\n');
  return Object.assign(new vscode.TreeItem(label, state), { id, contextValue: node.kind, ...rest });
}

function idOf(node: Node): string[] {
  const pair = [node.pair.a.uri, node.pair.b.uri];
  switch (node.kind) {
    case 'pair':
      return pair;
    case 'finding': {
      const { uri, rule, range } = node.finding;
      return [...pair, 'finding', uri, rule, `${range.start.line}:${range.start.character}`, node.finding.message];
    }
    case 'more':
      return [...pair, 'more'];
    case 'scenario':
      return [...pair, node.scenario.key];
    case 'step':
      return [...pair, node.scenario.key, node.step.guide];
    case 'verify':
      return [...pair, node.scenario.key, 'verify'];
    case 'command':
      return [...pair, node.scenario.key, 'verify', node.command];
  }
}

function devicesText({ pair }: Node): string {
  return `${pair.a.device} ⇄ ${pair.b.device}`;
}

function worst(marks: readonly StepMark[]): StepMark {
  if (marks.includes('wrong')) return 'wrong';
  return marks.includes('missing') ? 'missing' : 'done';
}

function markText(mark: StepMark, { optional }: StepState): string {
  return mark === 'missing' && optional ? 'not used (optional)' : mark;
}

/** `missing`, or `missing on Relay-1`. */
function statesText(pair: PairScenarios, step: StepState): string {
  if (step.a === step.b) return markText(step.a, step);
  const marks = [
    [step.a, pair.a.device],
    [step.b, pair.b.device],
  ] as const;
  return marks
    .filter(([mark]) => mark !== 'done')
    .map(([mark, device]) => `${mark} on ${device}`)
    .join(', ');
}

function stepsText(open: number): string {
  return open === 0 ? 'complete' : `${countText(open, 'step')} to do`;
}

/** Without a mark: left out, and may be. */
function icon(mark: StepMark | undefined): vscode.ThemeIcon {
  switch (mark) {
    case 'done':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    case 'missing':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'wrong':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    case undefined:
      return new vscode.ThemeIcon('circle-outline');
  }
}

function stepTooltip({ pair, step }: NodeOf<'step'>): vscode.MarkdownString {
  const source = step.page ? guideMarkdown(step.source, step.page) : escapeMarkdownRows(step.source);
  const blocks = [
    `${escapeMarkdownRows(step.title)}  \n${source}`,
    escapeMarkdownRows(`${pair.a.device}: ${markText(step.a, step)}\n${pair.b.device}: ${markText(step.b, step)}`),
    ...step.findings.map(escapeMarkdownRows),
  ];
  const tooltip = new vscode.MarkdownString(blocks.join('\n\n'));
  tooltip.isTrusted = { enabledCommands: [openGuideCommand] };
  return tooltip;
}
