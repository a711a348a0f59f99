// The documents that the editor holds, and how clients spell the files that we know. A document that is no VRP configuration is
// kept too: its next change may make it one.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentItem } from 'vscode-languageserver';
import { detect } from '../model/detect';
import type { Range } from '../text/range';
import type { Workspace } from '../workspace/workspace';
import { fileId, uriOfId } from './file-ids';
import { longDocument, rowsAtOnce, type LongDocuments } from './long-documents';
import { normalizeRange } from './to-lsp';

/** A document that the client has open. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  version: number;
  /** Whether the client calls it VRP: then it is. Of any other its text tells. */
  readonly named: boolean;
  /** Whether its text is a VRP configuration: a client may send us others. */
  vrp: boolean;
  /** The text of one that is none, which may become one, or that is being read. */
  other?: TextDocument;
}

/** A change as it arrives; without a range it is the whole text. */
export interface ReceivedChange {
  readonly range?: Range | null;
  readonly text: string;
}

/**
 * The open documents by id (`fileId`), and the uris by which the client names files. Texts of configurations lie in the
 * workspace, others here; rows count from 0.
 */
export class DocumentStore {
  private readonly documents = new Map<string, OpenDocument>();
  private readonly spellings = new Map<string, string>();
  private readonly closeListeners: ((id: string) => void)[] = [];
  private unprepared = new Set<string>();

  /** `later` reads what is long; `ready` hears of each such document behind that. */
  constructor(
    private readonly workspace: Workspace,
    private readonly later: LongDocuments,
    private readonly ready: () => void,
  ) {}

  open({ uri, version, languageId, text }: TextDocumentItem): void {
    const id = fileId(uri);
    const document: OpenDocument = { uri, version, named: languageId === 'vrp', vrp: false };
    this.documents.set(id, document);
    this.unprepared.add(id);
    this.spellings.set(id, uri);
    this.workspace.removeClosed(id);
    this.classify(id, document, text);
  }

  /** False where the document is not open. `ranged` is asked for each range in the text that the changes before it have made. */
  change(
    id: string,
    version: number,
    changes: readonly ReceivedChange[],
    ranged: (range: Range) => Range = normalizeRange,
  ): boolean {
    const document = this.documents.get(id);
    if (!document) return false;
    document.version = version;
    for (const { range, text } of changes) {
      const replaced = range ? ranged(range) : undefined;
      if (document.other) changeOther(document.other, version, replaced, text);
      else this.workspace.change(id, replaced, text);
    }
    if (!document.named || this.later.isReading(id))
      this.classify(id, document, document.other?.getText() ?? this.workspace.text(id) ?? '');
    return true;
  }

  /** False where the document is not open. */
  close(id: string): boolean {
    if (!this.documents.delete(id)) return false;
    this.later.cancel(id);
    for (const listener of this.closeListeners) listener(id);
    return true;
  }

  /** For what is kept for each open document. */
  onClose(listener: (id: string) => void): void {
    this.closeListeners.push(listener);
  }

  isOpen(id: string): boolean {
    return this.documents.has(id);
  }

  isVrp(id: string): boolean {
    return this.documents.get(id)?.vrp === true;
  }

  /** Of an open document. */
  version(id: string): number | undefined {
    return this.documents.get(id)?.version;
  }

  /** Of an open document, without its line end; undefined where there is no such row. */
  rowText(id: string, row: number): string | undefined {
    const other = this.documents.get(id)?.other;
    if (!other) return this.workspace.rowText(id, row);
    if (row >= other.lineCount) return undefined;
    return other
      .getText({ start: { line: row, character: 0 }, end: { line: row + 1, character: 0 } })
      .replace(/(?:\r\n|\r|\n)$/, '');
  }

  /** Of an open document. */
  rowCount(id: string): number | undefined {
    return this.documents.get(id)?.other?.lineCount ?? this.workspace.rowCount(id);
  }

  vrpDocuments(): [string, OpenDocument][] {
    return [...this.documents].filter(([, { vrp }]) => vrp);
  }

  /** Documents that were opened since the last call. */
  takeUnprepared(): ReadonlySet<string> {
    const taken = this.unprepared;
    this.unprepared = new Set();
    return taken;
  }

  uriOf(id: string): string {
    return this.documents.get(id)?.uri ?? this.spellings.get(id) ?? uriOfId(id);
  }

  /** The client named a file by this uri. */
  spell(id: string, uri: string): void {
    this.spellings.set(id, uri);
  }

  forgetSpelling(id: string): void {
    this.spellings.delete(id);
  }

  /** Takes the text of a document for what it is. */
  private classify(id: string, document: OpenDocument, text: string): void {
    const vrp = document.named || detect(text).vrp;
    if (vrp && !document.vrp && text.length >= longDocument) {
      this.readLater(id, document, text);
      return;
    }
    this.later.cancel(id);
    if (vrp && !document.vrp) this.workspace.open(id, text);
    if (!vrp && document.vrp) this.workspace.removeClosed(id);
    if (!vrp) keepOther(document, text);
    if (vrp) document.other = undefined;
    document.vrp = vrp;
  }

  private readLater(id: string, document: OpenDocument, text: string): void {
    keepOther(document, text);
    this.later.read(id, this.workspace.openInSlices(id, text, rowsAtOnce), () => {
      document.other = undefined;
      document.vrp = true;
      this.ready();
    });
  }
}

function keepOther(document: OpenDocument, text: string): void {
  document.other ??= TextDocument.create(document.uri, '', document.version, text);
}

function changeOther(document: TextDocument, version: number | null, range: Range | undefined, text: string): void {
  // Some clients send no version.
  TextDocument.update(document, [range ? { range, text } : { text }], version ?? 0);
}
