// Accepting a finding from the light bulb: into the baseline of the folder, or with a mark before the block. Both need a reason,
// which the client asks for; a client without our command gets the mark with a reason to fill in.
import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { markEdit } from '../../features/suppression-edit';
import { printable } from '../../text/sanitize';
import type { Range } from '../../text/range';
import { acceptedBy, baselineName, oneLine, readBaseline, withEntry } from '../../diagnostics/baseline';
import type { Finding, Workspace } from '../../workspace/workspace';
import type { ClientFeatures } from '../to-lsp';
import type { AcceptArguments, AcceptParams, AcceptResult } from '../protocol';

/**
 * What accepting a finding asks of the server. `id` is made by `fileId`; `baselineOf` gives the id of the baseline of
 * the folder that a file is in, undefined for a file in none.
 */
export interface Accepting {
  readonly client: ClientFeatures;
  readonly workspace: Workspace;
  /** Whether the client has the command `vrp.accept`. */
  readonly commands: boolean;
  version(id: string): number | undefined;
  uriOf(id: string): string;
  diagnostic(finding: Finding): Diagnostic;
  baselineOf(id: string): string | undefined;
  /** The text of a file that need not be open; undefined where there is none. */
  textOf(id: string): Promise<string | undefined>;
}

// Each finding brings two entries: more than these make a menu that no one reads.
const mostFindings = 5;
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 2 ** 31 - 1, character: 0 } };

/**
 * Ways to accept the findings in a range, of five findings at most: through the baseline and by a mark in the text.
 * Empty where `only` asks for other kinds. For a client without `vrp.accept`, edits with a reason to fill in.
 */
export function acceptActions(
  id: string,
  range: Range,
  only: readonly string[] | undefined,
  accepting: Accepting,
): CodeAction[] {
  const { workspace, commands } = accepting;
  if (only !== undefined && !only.some((text) => text === '' || text === CodeActionKind.QuickFix)) return [];
  const baseline = accepting.baselineOf(id);
  const found = workspace
    .findingsIn(id, range)
    .filter((finding) => finding.rule !== 'suppression-unused')
    .slice(0, mostFindings);
  return found.flatMap((finding): CodeAction[] => {
    const about = { kind: CodeActionKind.QuickFix, diagnostics: [accepting.diagnostic(finding)] };
    const asked: AcceptArguments = {
      uri: accepting.uriOf(id),
      rule: finding.rule,
      message: printable(finding.message),
      fingerprint: workspace.fingerprintOf(finding),
    };
    const action = (title: string, acceptArguments: AcceptArguments): CodeAction => ({
      ...about,
      title,
      command: { title, command: 'vrp.accept', arguments: [acceptArguments] },
    });
    const marked = `Suppress ${finding.rule} in this block with a comment`;
    if (!commands) {
      const edit = marking(id, finding, 'to be explained', accepting);
      return edit ? [{ ...about, title: marked, edit }] : [];
    }
    return [
      ...(baseline === undefined
        ? []
        : [
            action(`Suppress ${finding.rule} ${finding.peer ? 'in this pair' : 'on this device'}...`, {
              ...asked,
              baseline: accepting.uriOf(baseline),
            }),
          ]),
      action(`${marked}...`, asked),
    ];
  });
}

/** The edit for one `vrp/accept`; null where the finding is gone. */
export async function accepted(id: string, params: AcceptParams, accepting: Accepting): Promise<AcceptResult | null> {
  const { workspace } = accepting;
  const reason = typeof params.reason === 'string' ? oneLine(params.reason) : '';
  const finding = workspace
    .findingsIn(id, everything)
    .find((finding) => finding.rule === params.rule && workspace.fingerprintOf(finding) === params.fingerprint);
  if (!finding) return null;
  if (reason === '') return { problem: 'A finding is suppressed with a reason.' };
  if (params.baseline === undefined) {
    const edit = marking(id, finding, reason, accepting);
    return edit ? { edit } : { problem: 'Open the file first: the comment is written into its text.' };
  }
  const baseline = accepting.baselineOf(id);
  if (baseline === undefined) return { problem: 'Open a folder first: the baseline is a file in it.' };
  const before = params.baselineText ?? (await accepting.textOf(baseline));
  const after = withEntry(
    before,
    acceptedBy(
      finding,
      params.fingerprint,
      reason,
      workspace.network().pairs,
      (file) => workspace.snapshot(file)?.device.name,
    ),
  );
  if (after === undefined) return { problem: `${baselineName} ${readBaseline(before ?? '').problem?.message}.` };
  return { edit: rewriting(accepting.uriOf(baseline), before, after) };
}

function marking(id: string, finding: Finding, reason: string, accepting: Accepting): WorkspaceEdit | undefined {
  const snapshot = accepting.workspace.snapshot(id);
  const spot = finding.file === id ? finding : finding.peer;
  const edit = snapshot && spot && markEdit(snapshot, spot.range.start.line, finding.rule, reason);
  if (!edit) return undefined;
  const uri = accepting.uriOf(id);
  return accepting.client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: accepting.version(id) ?? null }, edits: [edit] }] }
    : { changes: { [uri]: [edit] } };
}

/** The whole text anew, in a file that is made where there is none. */
function rewriting(uri: string, before: string | undefined, after: string): WorkspaceEdit {
  const lines = (before ?? '').split(/\r\n|\r|\n/);
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: lines.at(-1)!.length } };
  return {
    documentChanges: [
      ...(before === undefined ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri, version: null }, edits: [{ range, newText: after }] },
    ],
  };
}
