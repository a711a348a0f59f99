// The requests with which an editor reads and writes one file with ease: signatures, rename, tokens, hints, lenses, formatting.
// Each asks one pure feature about a snapshot; what is kept here is the last tokens sent and what the user switched off.
import {
  CodeLensRefreshRequest,
  DocumentHighlightKind,
  InlayHintRefreshRequest,
  LSPErrorCodes,
  ResponseError,
  type AnnotatedTextEdit,
  type CancellationToken,
  type ClientCapabilities,
  type CodeLens,
  type Connection,
  type Location,
  type SelectionRange,
  type SemanticTokens,
  type ServerCapabilities,
  type SignatureHelp,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  codeLenses,
  counterpartLens,
  peerLens,
  referencesLens,
  type Counts,
  type LensSubject,
} from '../../features/code-lens';
import { failoverLens } from '../../features/failover-line';
import { documentLinks } from '../../features/document-links';
import { formatting } from '../../features/formatting';
import { highlights } from '../../features/highlights';
import { inlayHints } from '../../features/inlay-hints';
import { onTypeFormatting } from '../../features/on-type-formatting';
import { prepareRename, rename, type RenameEdit } from '../../features/rename';
import { selectionRanges } from '../../features/selection-ranges';
import { semanticTokens, tokenEdits, tokenModifiers, tokenTypes } from '../../features/semantic-tokens';
import { signatureHelp } from '../../features/signature-help';
import { workspaceSymbols } from '../../features/workspace-symbols';
import type { Encoding } from '../../model/device';
import type { Network } from '../../model/pairing/network';
import { push } from '../../text/collections';
import { proseMarkdown } from '../../text/markdown';
import { printable, printableData } from '../../text/sanitize';
import type { Position, Range } from '../../text/range';
import type { Snapshot } from '../../workspace/workspace';
import { markup, normalizePosition, normalizeRange, clampRange } from '../to-lsp';
import { fileId } from '../file-ids';
import type { Guard } from '../error-guard';
import type { InitializationOptions } from '../protocol';

export interface Surroundings {
  readonly request: Guard['request'];
  /** Asks one feature about an open document. */
  at<Result>(params: { textDocument: { uri: string } }, feature: (snapshot: Snapshot) => Result): Result | undefined;
  snapshot(id: string): Snapshot | undefined;
  network(): Network;
  /** Of an open document. */
  version(id: string): number | undefined;
  uriOf(id: string): string;
  counts(id: string): Counts;
  closedState(id: string): Promise<'same' | 'changed' | Encoding>;
}

export interface EditorFeatures {
  capabilities(client: ClientCapabilities, options: InitializationOptions): ServerCapabilities;
  /** Takes up the settings: those that the client sent, else those it is asked for. */
  configure(pushed?: unknown): Promise<void>;
  /** What other files say has changed: what depends on it is shown anew. */
  refresh(): void;
  closed(id: string): void;
}

/** Carried by a lens until it is looked at. */
interface LensData {
  readonly uri: string;
  readonly about: LensSubject;
}

const peerAnnotation = 'peer';
const nothing: ReadonlySet<string> = new Set();

export function editorFeatures(connection: Connection, around: Surroundings): EditorFeatures {
  const { request, at } = around;
  let client: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let hints = true;
  let lenses = true;
  let results = 0;
  /** The tokens last sent of each document. */
  const sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();

  const tokens = (id: string, data: readonly number[]): SemanticTokens => {
    const resultId = String(++results);
    sent.set(id, { id: resultId, data });
    return { resultId, data: data as number[] };
  };

  connection.onSignatureHelp(
    request('signature', (params): SignatureHelp | null => {
      const found = at(params, (snapshot) => signatureHelp(snapshot, normalizePosition(params.position)));
      if (!found) return null;
      const markdown =
        client.textDocument?.signatureHelp?.signatureInformation?.documentationFormat?.includes('markdown') === true;
      const active = found.signatures[found.active]?.next;
      return {
        signatures: found.signatures.map(({ label, summary, parts, next }) => ({
          label,
          documentation: markup({ markdown: proseMarkdown(summary), plain: summary }, markdown),
          parameters: parts.map(({ start, end, about }) => ({
            label: client.textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport
              ? ([start, end] as [number, number])
              : label.slice(start, end),
            ...(about === '' ? {} : { documentation: about }),
          })),
          // Behind the last part nothing is marked.
          activeParameter: next ?? parts.length,
        })),
        activeSignature: found.active,
        activeParameter: active ?? found.signatures[found.active]?.parts.length ?? 0,
      };
    }),
  );

  connection.onDocumentHighlight(
    request(
      'highlights',
      (params) =>
        at(params, (snapshot) => highlights(snapshot, normalizePosition(params.position)))?.map(({ range, makes }) => ({
          range,
          kind: makes ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })) ?? null,
    ),
  );

  connection.onPrepareRename(
    request('prepare rename', (params) => {
      const found = at(params, (snapshot) => prepareRename(snapshot, normalizePosition(params.position)));
      return found ? { range: found.range, placeholder: found.name } : null;
    }),
  );

  connection.onRenameRequest(
    request('rename', async (params): Promise<WorkspaceEdit | ResponseError | null> => {
      const found = at(params, (snapshot) =>
        rename(snapshot, normalizePosition(params.position), String(params.newName), around.snapshot),
      );
      if (!found) return null;
      if ('reason' in found) return new ResponseError(LSPErrorCodes.RequestFailed, found.reason);
      for (const file of new Set(found.edits.map((edit) => edit.file))) {
        if (around.version(file) !== undefined || (await around.closedState(file)) === 'same') continue;
        return new ResponseError(
          LSPErrorCodes.RequestFailed,
          `${file.slice(file.lastIndexOf('/') + 1)} cannot be edited as it is on disk: open it first.`,
        );
      }
      return renameEdit(found.edits);
    }) as Parameters<Connection['onRenameRequest']>[0],
  );

  function renameEdit(edits: readonly RenameEdit[]): WorkspaceEdit {
    const support = client.workspace?.workspaceEdit;
    const asks =
      support?.documentChanges === true &&
      support.changeAnnotationSupport !== undefined &&
      edits.some((edit) => edit.onPeer);
    const byFile = new Map<string, RenameEdit[]>();
    for (const edit of edits) push(byFile, edit.file, edit);
    const textEdit = ({ range, newText, onPeer }: RenameEdit): TextEdit | AnnotatedTextEdit => ({
      range: clampRange(range),
      newText,
      ...(asks && onPeer ? { annotationId: peerAnnotation } : {}),
    });
    if (support?.documentChanges !== true) {
      return {
        changes: Object.fromEntries([...byFile].map(([file, list]) => [around.uriOf(file), list.map(textEdit)])),
      };
    }
    return {
      documentChanges: [...byFile].map(([file, list]): TextDocumentEdit => ({
        textDocument: { uri: around.uriOf(file), version: around.version(file) ?? null },
        edits: list.map(textEdit),
      })),
      ...(asks
        ? {
            changeAnnotations: {
              [peerAnnotation]: {
                label: 'On the paired device',
                description: 'The same name on the other router of the pair',
                needsConfirmation: true,
              },
            },
          }
        : {}),
    };
  }

  connection.onWorkspaceSymbol(
    request('workspace symbols', ({ query }) =>
      workspaceSymbols(around.network(), String(query ?? '')).map(({ name, kind, file, range, container }) => ({
        name: printable(name),
        kind,
        containerName: container && printable(container),
        location: { uri: around.uriOf(file), range: clampRange(range) },
      })),
    ),
  );

  connection.onSelectionRanges(
    request(
      'selection ranges',
      (params) =>
        at(params, (snapshot) =>
          params.positions.map((position): SelectionRange => {
            const chain = selectionRanges(snapshot, normalizePosition(position));
            return chain.reduceRight<SelectionRange | undefined>(
              (parent, range) => (parent ? { range, parent } : { range }),
              undefined,
            )!;
          }),
        ) ?? null,
    ),
  );

  connection.languages.semanticTokens.on(
    request('tokens', (params) => {
      const data = at(params, (snapshot) => semanticTokens(snapshot));
      return data ? tokens(fileId(params.textDocument.uri), data) : { data: [] };
    }) as Parameters<typeof connection.languages.semanticTokens.on>[0],
  );

  connection.languages.semanticTokens.onDelta(
    request('token changes', (params) => {
      const id = fileId(params.textDocument.uri);
      const before = sent.get(id);
      const data = at(params, (snapshot) => semanticTokens(snapshot));
      if (!data) return { data: [] };
      const after = tokens(id, data);
      return before?.id === params.previousResultId
        ? { resultId: after.resultId, edits: tokenEdits(before.data, data) }
        : after;
    }) as Parameters<typeof connection.languages.semanticTokens.onDelta>[0],
  );

  connection.languages.semanticTokens.onRange(
    request('tokens of a range', (params) => ({
      data: at(params, (snapshot) => semanticTokens(snapshot, normalizeRange(params.range))) ?? [],
    })) as Parameters<typeof connection.languages.semanticTokens.onRange>[0],
  );

  connection.onDocumentLinks(
    request(
      'links',
      (params) =>
        at(params, documentLinks)?.map(({ range, file, row, tooltip }) => ({
          range,
          target: `${around.uriOf(file)}#L${row + 1}`,
          tooltip: printable(tooltip),
        })) ?? null,
    ),
  );

  connection.languages.inlayHint.on(
    request('hints', (params) =>
      hints
        ? (at(params, (snapshot) => inlayHints(snapshot, normalizeRange(params.range)))?.map((hint) => ({
            ...printableData(hint, nothing),
            paddingLeft: true,
          })) ?? null)
        : null,
    ),
  );

  connection.onCodeLens(
    request('lenses', (params): CodeLens[] | null =>
      lenses
        ? (at(params, codeLenses)?.map(({ range, about }) => ({
            range,
            data: { uri: params.textDocument.uri, about } satisfies LensData,
          })) ?? null)
        : null,
    ),
  );

  const resolveLens = request('lens', (lens: CodeLens, _token: CancellationToken): CodeLens | null => {
    const { uri, about } = lens.data as LensData;
    const command = at({ textDocument: { uri } }, (snapshot) => {
      const position = normalizePosition(lens.range.start);
      if (about === 'references') return usesTitled(snapshot, uri, position);
      if (about === 'peer')
        return titled(
          peerLens(snapshot, around.counts(snapshot.file)),
          snapshot.peers.length > 0 ? 'vrp.goToCounterpart' : '',
        );
      if (about === 'failover') {
        const line = failoverLens(snapshot, position.line);
        return titled(line ?? 'failover: the files do not tell', line === undefined ? '' : 'vrp.rehearseFailover');
      }
      const title = counterpartLens(snapshot, position, around.snapshot);
      return titled(title ?? 'no counterpart', title === undefined ? '' : 'vrp.goToCounterpart', [uri, position]);
    });
    return command ? { ...lens, command } : null;
  });
  connection.onCodeLensResolve((lens, token) => resolveLens(lens, token) ?? { ...lens, command: titled('', '') });

  function usesTitled(snapshot: Snapshot, uri: string, position: Position) {
    const { title, ranges } = referencesLens(snapshot, position);
    return titled(title, ranges.length > 0 ? 'vrp.showReferences' : '', [
      uri,
      position,
      ranges.map((range): Location => ({ uri, range })),
    ]);
  }

  /** A lens that does something only where the client has the command. */
  function titled(
    title: string,
    command: string,
    args: unknown[] = [],
  ): { title: string; command: string; arguments?: unknown[] } {
    const shown = printable(title);
    return options.commands === true && command !== ''
      ? { title: shown, command, arguments: args }
      : { title: shown, command: '' };
  }

  connection.onDocumentFormatting(request('formatting', (params) => textEdits(at(params, formatting))));

  connection.onDocumentOnTypeFormatting(
    request('indent', (params) =>
      textEdits(at(params, (snapshot) => onTypeFormatting(snapshot, normalizePosition(params.position)))),
    ),
  );

  return {
    capabilities(clientCapabilities, initializationOptions) {
      client = clientCapabilities;
      options = initializationOptions;
      return {
        signatureHelpProvider: { triggerCharacters: [' '] },
        documentHighlightProvider: true,
        renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
        workspaceSymbolProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: { delta: true },
          range: true,
        },
        documentLinkProvider: {},
        inlayHintProvider: true,
        codeLensProvider: { resolveProvider: true },
        documentFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['#'] },
      };
    },
    async configure(pushed) {
      const before = [hints, lenses];
      const [hintSettings, lensSettings] =
        pushed === undefined ? await asked() : [section(pushed, 'inlayHints'), section(pushed, 'codeLens')];
      hints = isEnabled(hintSettings);
      lenses = isEnabled(lensSettings);
      if (before[0] !== hints || before[1] !== lenses) showAnew();
    },
    refresh: showAnew,
    closed: (id) => void sent.delete(id),
  };

  async function asked(): Promise<unknown[]> {
    if (client.workspace?.configuration !== true) return [];
    return connection.workspace
      .getConfiguration([{ section: 'vrp.inlayHints' }, { section: 'vrp.codeLens' }])
      .catch(() => []);
  }

  function showAnew(): void {
    if (client.workspace?.inlayHint?.refreshSupport)
      void connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
    if (client.workspace?.codeLens?.refreshSupport)
      void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }
}

function section(settings: unknown, name: string): unknown {
  return (settings as Record<string, unknown> | null | undefined)?.[name];
}

/** On unless it was switched off. */
function isEnabled(settings: unknown): boolean {
  return section(settings, 'enabled') !== false;
}

function textEdits(
  edits: readonly { readonly range: Range; readonly newText: string }[] | undefined,
): TextEdit[] | null {
  return edits?.map(({ range, newText }) => ({ range: clampRange(range), newText })) ?? null;
}
