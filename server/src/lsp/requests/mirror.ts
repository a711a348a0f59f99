// "Mirror to Peer" and "Complete the Peer": as code actions where a person opens the menu, and as a request for the client's own
// commands. Every edit of the peer's file asks to be confirmed where the client can ask.
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Connection,
} from 'vscode-languageserver';
import type { Proposal } from '../../compare/mirror';
import { mirroring } from '../../features/mirroring';
import { printable } from '../../text/sanitize';
import { comparePositions, type Range } from '../../text/range';
import type { Snapshot, Workspace } from '../../workspace/workspace';
import { backsUp, newPeer, peerName } from '../../features/new-peer';
import { refusal, workspaceEdit, type EditedFiles } from '../workspace-edit';
import { normalizeRange } from '../to-lsp';
import { fileId } from '../file-ids';
import type { Guard } from '../error-guard';
import { onOwnRequest } from '../own-methods';
import {
  noPeerText,
  requests,
  type MirrorParams,
  type MirrorResult,
  type NewPeerParams,
  type NewPeerResult,
} from '../protocol';

/** The kind of the actions that write lines for the peer: `refactor.rewrite.vrp`. */
export const mirrorKind = `${CodeActionKind.RefactorRewrite}.vrp`;

const confirmation = {
  label: 'On the paired device',
  description: 'Lines for the other router of the pair',
  needsConfirmation: true,
};

/** What mirroring asks of the server. */
export interface Mirroring extends EditedFiles {
  readonly workspace: Workspace;
}

/**
 * Actions that write what a range, and what the whole device, lacks on the peer. Empty where other kinds are asked for,
 * and where the light bulb asks by itself; one whose file has to be opened first is disabled, or left out.
 */
export async function mirrorActions(
  snapshot: Snapshot,
  range: Range,
  { only, triggerKind }: Partial<CodeActionContext>,
  around: Mirroring,
): Promise<CodeAction[]> {
  const asked = only?.some((text) => mirrorKind === text || text === '' || mirrorKind.startsWith(`${text}.`));
  // Whoever moves the cursor has not asked for it, and it takes longer than the light bulb has.
  if (asked === false || (asked === undefined && triggerKind === CodeActionTriggerKind.Automatic)) return [];
  const isEmpty = comparePositions(range.start, range.end) === 0;
  const end = !isEmpty && range.end.character === 0 ? range.end.line - 1 : range.end.line;
  const proposals = [
    proposed(snapshot, { start: range.start, end: { line: end, character: 0 } }, around),
    proposed(snapshot, undefined, around),
  ];
  const actions: CodeAction[] = [];
  for (const proposal of proposals) {
    if (!proposal || proposal.edits.length === 0) continue;
    const reason = (await refusal(proposal.edits, around))?.reason;
    if (reason !== undefined && !around.client.disabledActions) continue;
    actions.push({
      title: titled(proposal),
      kind: mirrorKind,
      ...(reason === undefined
        ? { edit: workspaceEdit(proposal.edits, around, confirmation) }
        : { disabled: { reason } }),
    });
  }
  return actions;
}

/** What the client's own commands ask: the lines for the peer, and the text of a peer that is not there yet. */
export function mirrorRequests(
  connection: Connection,
  request: Guard['request'],
  around: () => Mirroring,
  flush: () => void,
): void {
  onOwnRequest(
    connection,
    requests.mirror,
    request('mirror', (params: MirrorParams) => {
      flush();
      return mirrorResult(params, around());
    }),
  );
  onOwnRequest(
    connection,
    requests.newPeer,
    request('new peer', (params: NewPeerParams) => {
      flush();
      return newPeerResult(params, around().workspace);
    }),
  );
}

/** The text of a new peer and what it is to be asked; null where the file holds no configuration. */
function newPeerResult(params: NewPeerParams, workspace: Workspace): NewPeerResult | null {
  const snapshot = workspace.snapshot(fileId(String(params.uri)));
  if (!snapshot) return null;
  const name = String(params.name ?? peerName(snapshot.device));
  const answers = Array.isArray(params.answers) ? params.answers.map(String) : [];
  const { text, questions } = newPeer(snapshot, name, answers);
  return {
    name: printable(name),
    text,
    questions: questions.map(({ title, placeholder, problem }) => ({
      title: printable(title),
      placeholder,
      ...(problem === undefined ? {} : { problem }),
    })),
  };
}

/** What would be written on the peer, or why there is nothing; null where the file holds no configuration. */
export async function mirrorResult(params: MirrorParams, around: Mirroring): Promise<MirrorResult | null> {
  const snapshot = around.workspace.snapshot(fileId(String(params.uri)));
  if (!snapshot) return null;
  const peer = params.peer === undefined ? undefined : fileId(String(params.peer));
  const range = params.whole === true ? undefined : normalizeRange(params.range);
  const proposal = proposed(snapshot, range, around, peer);
  if (!proposal)
    return {
      title: '',
      placeholders: [],
      problem: noPeerText,
      ...(params.whole === true && backsUp(snapshot.device) ? { isPeerMissing: true as const } : {}),
    };
  const placeholders = [...proposal.placeholders];
  if (proposal.edits.length === 0)
    return { title: printable(proposal.title), placeholders, problem: 'The peer already has all of it.' };
  const problem = (await refusal(proposal.edits, around))?.reason;
  return {
    title: titled(proposal),
    placeholders,
    ...(problem === undefined ? { edit: workspaceEdit(proposal.edits, around, confirmation) } : { problem }),
  };
}

function proposed(
  snapshot: Snapshot,
  range: Range | undefined,
  { workspace }: Mirroring,
  peer?: string,
): Proposal | undefined {
  return mirroring(snapshot, range, (file) => workspace.snapshot(file), peer);
}

function titled({ title, placeholders }: Proposal): string {
  return printable(placeholders.length === 0 ? title : `${title}, then fill in ${placeholders.join(', ')}`);
}
