// From our plain data to the protocol's. Severities, kinds and ranges; what a client cannot take is left out.
import {
  CompletionItemKind,
  DiagnosticSeverity,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type PositionEncodingKind,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type MarkupContent,
} from 'vscode-languageserver';
import type { Completion } from '../features/completion';
import type { Hover as HoverData } from '../features/hover';
import type { Prose } from '../features/prose';
import type { Finding } from '../workspace/workspace';
import { printable, printableLines } from '../text/sanitize';
import type { Range } from '../text/range';
import { chosenEncoding } from './position-encoding';

/** The largest number the protocol allows for a line or column. */
const farthest = 2 ** 31 - 1;

/** What the client said it can take. */
export interface ClientFeatures {
  readonly related: boolean;
  readonly codeDescription: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly labelDetails: boolean;
  readonly snippets: boolean;
  readonly adjustsIndent: boolean;
  readonly defaultRange: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
  readonly disabledActions: boolean;
  readonly preferredActions: boolean;
  readonly progress: boolean;
  readonly watching: boolean;
  /** Watches folders that are not of the workspace too. */
  readonly watchingAnywhere: boolean;
  readonly configuration: boolean;
  readonly folders: boolean;
  readonly markdownSignature: boolean;
  readonly labelOffsets: boolean;
  /** Asks for findings and is not told of them. */
  readonly pullsDiagnostics: boolean;
  /** Takes with the findings of a file those of others. */
  readonly relatedDocuments: boolean;
  readonly refreshesDiagnostics: boolean;
  /** Asks for texts that stand in no file. */
  readonly textDocumentContent: boolean;
  readonly showsDocuments: boolean;
  readonly prepareRename: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  /** How it counts columns. */
  readonly positionEncoding: PositionEncodingKind;
}

/** A client may send no capabilities at all. */
export function clientFeatures(given: ClientCapabilities | null | undefined): ClientFeatures {
  const capabilities = given ?? {};
  const document = capabilities.textDocument;
  const item = document?.completion?.completionItem;
  const action = document?.codeAction;
  const signature = document?.signatureHelp?.signatureInformation;
  const watched = capabilities.workspace?.didChangeWatchedFiles;
  return {
    related: document?.publishDiagnostics?.relatedInformation === true,
    codeDescription: document?.publishDiagnostics?.codeDescriptionSupport === true,
    markdownHover: document?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    markdownCompletion: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    labelDetails: item?.labelDetailsSupport === true,
    snippets: item?.snippetSupport === true,
    adjustsIndent: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    defaultRange: document?.completion?.completionList?.itemDefaults?.includes('editRange') === true,
    hierarchicalSymbols: document?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentChanges: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    disabledActions: action?.disabledSupport === true,
    preferredActions: action?.isPreferredSupport === true,
    progress: capabilities.window?.workDoneProgress === true,
    watching: watched?.dynamicRegistration === true,
    watchingAnywhere: watched?.dynamicRegistration === true && watched.relativePatternSupport === true,
    configuration: capabilities.workspace?.configuration === true,
    folders: capabilities.workspace?.workspaceFolders === true,
    markdownSignature: signature?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    labelOffsets: signature?.parameterInformation?.labelOffsetSupport === true,
    pullsDiagnostics: document?.diagnostic !== undefined && document.publishDiagnostics === undefined,
    relatedDocuments: document?.diagnostic?.relatedDocumentSupport === true,
    refreshesDiagnostics: capabilities.workspace?.diagnostics?.refreshSupport === true,
    textDocumentContent: capabilities.workspace?.textDocumentContent !== undefined,
    showsDocuments: capabilities.window?.showDocument?.support === true,
    prepareRename: document?.rename?.prepareSupport === true,
    refreshesHints: capabilities.workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: capabilities.workspace?.codeLens?.refreshSupport === true,
    positionEncoding: chosenEncoding(capabilities.general?.positionEncodings),
  };
}

/**
 * A finding as a diagnostic of the protocol. The other end in the peer's file is related information, where the client
 * takes it; `explanation` gives the uri of the rule's page.
 */
export function diagnostic(
  finding: Finding,
  uriOf: (id: string) => string,
  explanation: (rule: string) => string | undefined,
  client: ClientFeatures,
): Diagnostic {
  const href = client.codeDescription ? explanation(finding.rule) : undefined;
  const related = [...(finding.peer ? [finding.peer] : []), ...finding.also];
  return {
    range: clampRange(finding.range),
    severity: {
      error: DiagnosticSeverity.Error,
      warning: DiagnosticSeverity.Warning,
      information: DiagnosticSeverity.Information,
      hint: DiagnosticSeverity.Hint,
    }[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'vrp',
    message: printable(finding.message),
    ...(client.related && related.length > 0
      ? {
          relatedInformation: related.map((spot) => ({
            location: { uri: uriOf(spot.file), range: clampRange(spot.range) },
            message: printable(spot.message),
          })),
        }
      : {}),
  };
}

/** Nothing of ours leaves the numbers that the protocol can write. */
export function clampRange(range: Range): Range {
  const limited = ({ line, character }: Range['start']) => ({
    line: Math.min(line, farthest),
    character: Math.min(character, farthest),
  });
  return { start: limited(range.start), end: limited(range.end) };
}

/** What a client sent as a range, made into one: whole numbers from 0, start before end. */
export function normalizeRange(range: Range | undefined): Range {
  const start = normalizePosition(range?.start);
  const end = normalizePosition(range?.end);
  return start.line < end.line || (start.line === end.line && start.character <= end.character)
    ? { start, end }
    : { start: end, end: start };
}

/** What a client sent as a position, made into one: whole numbers from 0 to 2^31 - 1; what is no number is 0. */
export function normalizePosition(position: { line: number; character: number } | undefined): Range['start'] {
  const whole = (value: unknown) =>
    typeof value === 'number' && value > 0 ? Math.min(Math.floor(value), farthest) : 0;
  return { line: whole(position?.line), character: whole(position?.character) };
}

/** Prose as Markdown where `markdown` is set, else as plain text; control characters are shown as `\x1b`. */
export function markup(prose: Prose, markdown: boolean): MarkupContent {
  return {
    kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: printableLines(markdown ? prose.markdown : prose.plain),
  };
}

/** A hover of the protocol, in Markdown where the client takes it. */
export function toLspHover(data: HoverData, client: ClientFeatures): Hover {
  return { range: data.range, contents: markup(data, client.markdownHover) };
}

const completionKinds = {
  keyword: CompletionItemKind.Keyword,
  name: CompletionItemKind.Reference,
  line: CompletionItemKind.Snippet,
  block: CompletionItemKind.Snippet,
} as const;

/** `nextList` is the client's command that opens the list for the next word. */
export function completionList(data: Completion, client: ClientFeatures, nextList?: string): CompletionList {
  const { replaces } = data;
  const shown = data.items.filter((item) => item.snippet === undefined || client.snippets);
  const items = shown.map((item, index): CompletionItem => {
    // What is shown is what is written, but for names that hold what steers an editor.
    const label = printable(item.label);
    const { snippet } = item;
    const written = snippet ?? (item.goesOn ? `${item.label} ` : item.label);
    return {
      label,
      kind: completionKinds[item.kind],
      sortText: String(index).padStart(4, '0'),
      ...(item.note === undefined ? {} : noteOf(item.note, client)),
      ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
      ...(item.kind === 'block' && client.adjustsIndent ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
      ...(client.defaultRange ? {} : { textEdit: { range: replaces, newText: written } }),
      ...(client.defaultRange && written !== label ? { textEditText: written } : {}),
      ...(item.goesOn && nextList !== undefined ? { command: { title: 'Next word', command: nextList } } : {}),
      data: item.about,
    };
  });
  return {
    isIncomplete: true,
    ...(client.defaultRange ? { itemDefaults: { editRange: replaces } } : {}),
    items,
  };
}

/** What stands behind the label. */
function noteOf(note: string, client: ClientFeatures): Pick<CompletionItem, 'labelDetails' | 'detail'> {
  return client.labelDetails ? { labelDetails: { description: printable(note) } } : { detail: printable(note) };
}
