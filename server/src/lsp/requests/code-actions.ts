// Fixes as code actions: one for each way to mend a finding, and all safe ones of a file together. An edit of a file that is
// not open is offered only where that file is still what was checked and every editor reads its bytes alike.
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import { bothDevices, type Offer } from '../../features/both-devices';
import type { FileEdit } from '../../edits/file-edit';
import { fileName } from '../../text/file-name';
import { printable } from '../../text/sanitize';
import { comparePositions, type Range } from '../../text/range';
import type { Finding } from '../../workspace/workspace';
import { refusal, workspaceEdit, type EditedFiles, type Refusal } from '../workspace-edit';

/** The kind of the action that makes all safe fixes of a file: `source.fixAll.vrp`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.vrp`;
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 2 ** 31 - 1, character: 0 } };

/** What code actions for fixes ask of the server. Files are ids made by `fileId`. */
export interface Fixes extends EditedFiles {
  /** The client has our commands. */
  readonly commands: boolean;
  offers(id: string, range: Range): readonly Offer[];
  /** The files of the devices paired with this one. */
  peers(id: string): readonly string[];
  diagnostic(finding: Finding): Diagnostic;
  /** Reads a closed file again and brings the findings up to date. */
  refresh(id: string): Promise<void>;
}

/**
 * The fixes for findings in a range, each once; one that has to wait for a closed file says so. All safe fixes of the
 * file as one action only where `only` asks for that kind; of two that change the same characters the first is taken.
 */
export async function codeActions(
  id: string,
  range: Range,
  only: readonly string[] | undefined,
  fixes: Fixes,
): Promise<CodeAction[]> {
  const asksFor = (kind: string) =>
    only === undefined || only.some((text) => kind === text || text === '' || kind.startsWith(`${text}.`));
  const actions: CodeAction[] = [];
  if (asksFor(CodeActionKind.QuickFix)) {
    for (const { finding, fix } of distinct(await currentOffers(id, range, fixes))) {
      const diagnostics = [fixes.diagnostic(finding)];
      const refused = await refusal(fix.edits, fixes);
      if (refused !== undefined) {
        const waiting = waitingFix(fix, refused, fixes);
        if (waiting) actions.push({ ...waiting, diagnostics });
        continue;
      }
      actions.push({
        title: printable(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: workspaceEdit(fix.edits, fixes),
        ...(fix.safe && fixes.client.preferredActions ? { isPreferred: true } : {}),
      });
    }
  }
  // Only where it is asked for by name: it looks at every finding of the file.
  if (only !== undefined && asksFor(fixAllKind)) {
    const edits: FileEdit[] = [];
    const mended = new Set<Finding>();
    for (const { finding, fix } of await currentOffers(id, everything, fixes)) {
      if (
        !fix.safe ||
        mended.has(finding) ||
        collides(fix.edits, edits) ||
        (await refusal(fix.edits, fixes)) !== undefined
      )
        continue;
      mended.add(finding);
      edits.push(...fix.edits.filter((edit) => !edits.some((other) => same(edit, other))));
    }
    if (edits.length > 0)
      actions.push({ title: 'Fix all auto-fixable findings', kind: fixAllKind, edit: workspaceEdit(edits, fixes) });
  }
  return actions;
}

/** A fix that has to wait for a file says so; our own client leads to the file, since an editor hides what is disabled. */
function waitingFix(
  { title }: Offer['fix'],
  { reason, file, encoding }: Refusal,
  fixes: Fixes,
): CodeAction | undefined {
  const kind = CodeActionKind.QuickFix;
  if (fixes.commands) {
    const how = encoding === undefined ? '' : ` as ${encodingNames[encoding]}`;
    const shown = printable(`${title} (first open ${fileName(file)}${how})`);
    const command = { title: shown, command: 'vrp.openToFix', arguments: [fixes.uriOf(file), encoding] };
    return { title: shown, kind, command };
  }
  return fixes.client.disabledActions ? { title: printable(title), kind, disabled: { reason } } : undefined;
}

const encodingNames = { gb18030: 'GB18030', iso88591: 'Latin-1' } as const;

/** The offers, made again where a closed file that they edit turns out to have changed. */
async function currentOffers(id: string, range: Range, fixes: Fixes): Promise<readonly Offer[]> {
  const offers = offersIn(id, range, fixes);
  const closed = new Set(
    offers.flatMap(({ fix }) => fix.edits.map((edit) => edit.file)).filter((file) => fixes.version(file) === undefined),
  );
  let moved = false;
  for (const file of closed) {
    if ((await fixes.closedState(file)) !== 'changed') continue;
    await fixes.refresh(file);
    moved = true;
  }
  return moved ? offersIn(id, range, fixes) : offers;
}

/** What the rules offer, and what would mend the same fault on the peer with it. */
function offersIn(id: string, range: Range, fixes: Fixes): Offer[] {
  const offers = fixes.offers(id, range);
  if (offers.length === 0 || range === everything) return [...offers];
  return [
    ...offers,
    ...fixes
      .peers(id)
      .flatMap((peer) => bothDevices(offers, fixes.offers(id, everything), fixes.offers(peer, everything))),
  ];
}

function distinct(offers: readonly Offer[]): Offer[] {
  const seen = new Set<string>();
  return offers.filter(({ fix }) => {
    const key = JSON.stringify([fix.title, fix.edits]);
    return !seen.has(key) && seen.add(key);
  });
}

function same(left: FileEdit, right: FileEdit): boolean {
  return (
    left.file === right.file &&
    left.newText === right.newText &&
    comparePositions(left.range.start, right.range.start) === 0 &&
    comparePositions(left.range.end, right.range.end) === 0
  );
}

/** Two edits that change the same characters in different ways; two insertions beside each other get along. */
function collides(edits: readonly FileEdit[], taken: readonly FileEdit[]): boolean {
  return edits.some((edit) =>
    taken.some(
      (fileEdit) =>
        edit.file === fileEdit.file &&
        !same(edit, fileEdit) &&
        comparePositions(edit.range.start, fileEdit.range.end) < 0 &&
        comparePositions(fileEdit.range.start, edit.range.end) < 0,
    ),
  );
}
