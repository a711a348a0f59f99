// Positions as the client counts them, made into ours and back, wherever one stands in a message. A position belongs to the
// document that is named beside it or around it; one whose row is not known stays as it is.
import { PositionEncodingKind } from 'vscode-languageserver';
import type { Position, Range } from '../text/range';
import { fileId } from './file-ids';
import { toColumn, toUnits } from './position-encoding';
import { normalizeRange } from './to-lsp';

type Convert = (id: string, position: Position) => Position;

/** What nobody but us reads: it comes back as it was sent. */
const opaque = new Set(['data', 'initializationOptions']);

/**
 * Converts columns between UTF-16 code units, in which we count, and the encoding agreed on with the client. Where that
 * is UTF-16 every message stays as it is; where a row is not known its columns do.
 */
export class Positions {
  encoding: PositionEncodingKind = PositionEncodingKind.UTF16;

  /** `rowText` is a row of a file without its line end, or undefined where the file or row is not known. */
  constructor(private readonly rowText: (id: string, row: number) => string | undefined) {}

  /** What a client asks, with our positions. */
  received<Params>(params: Params): Params {
    return this.isPlain ? params : (converted(params, uriIn(params), this.fromClient) as Params);
  }

  /** What a client gets: an answer to `params`, or of a notification itself. */
  sent<Result>(result: Result, params: unknown = result): Result {
    return this.isPlain ? result : (converted(result, uriIn(params), this.toClient) as Result);
  }

  /** The range of a change, in the text as it is now. */
  receivedRange(id: string, range: Range): Range {
    const { start, end } = normalizeRange(range);
    return this.isPlain ? { start, end } : { start: this.fromClient(id, start), end: this.fromClient(id, end) };
  }

  /** Semantic tokens: five numbers each, the place relative to the token before. */
  sentTokens(id: string, data: readonly number[]): readonly number[] {
    if (this.isPlain) return data;
    const sent = [...data];
    let [line, start, sentStart] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const isNewLine = data[at]! > 0;
      line += data[at]!;
      start = (isNewLine ? 0 : start) + data[at + 1]!;
      const row = this.rowText(id, line) ?? '';
      const from = toUnits(row, start, this.encoding);
      sent[at + 1] = from - (isNewLine ? 0 : sentStart);
      sent[at + 2] = toUnits(row, start + data[at + 2]!, this.encoding) - from;
      sentStart = from;
    }
    return sent;
  }

  private get isPlain(): boolean {
    return this.encoding === PositionEncodingKind.UTF16;
  }

  private readonly fromClient: Convert = (id, position) => {
    const row = this.rowText(id, position.line);
    return row === undefined ? position : { ...position, character: toColumn(row, position.character, this.encoding) };
  };

  private readonly toClient: Convert = (id, position) => {
    const row = this.rowText(id, position.line);
    return row === undefined ? position : { ...position, character: toUnits(row, position.character, this.encoding) };
  };
}

/** The document that a message is about. */
function uriIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { uri, textDocument, data } = value;
  if (typeof uri === 'string') return uri;
  return uriIn(textDocument) ?? uriIn(data);
}

/** Whose values are about the document that their key names. */
const keyedByUri = new Set(['changes', 'relatedDocuments']);

function converted(value: unknown, uri: string | undefined, convert: Convert): unknown {
  if (Array.isArray(value)) {
    // The arguments of a command: the uri, then a place in it.
    const [first] = value as unknown[];
    const named = typeof first === 'string' && /^[a-z][a-z\d+.-]*:/i.test(first) ? first : uri;
    return value.map((value) => converted(value, named, convert));
  }
  if (!isObject(value)) return value;
  if (isPosition(value)) return uri === undefined ? value : convert(fileId(uri), value);
  const own = uriIn({ uri: value.uri, textDocument: value.textDocument }) ?? uri;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (opaque.has(key)) return [key, part];
      if (keyedByUri.has(key) && isObject(part)) return [key, convertedChanges(part, convert)];
      return [key, converted(part, own, convert)];
    }),
  );
}

/** The edits of a workspace edit by the uri of their document. */
function convertedChanges(changes: Readonly<Record<string, unknown>>, convert: Convert): unknown {
  return Object.fromEntries(Object.entries(changes).map(([uri, edits]) => [uri, converted(edits, uri, convert)]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPosition(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Position {
  return typeof value.line === 'number' && typeof value.character === 'number';
}
