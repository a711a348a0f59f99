// Signature help: the arguments of the command in the cursor's line.
import type { SignatureHelp } from 'vscode-languageserver';
import { signatureHelp, type SignatureHelp as Signatures } from '../../features/signature-help';
import { proseMarkdown } from '../../text/markdown';
import { askDocument, type ServerContext } from '../server-context';
import { markup, normalizePosition, type ClientFeatures } from '../to-lsp';

/** Answers `textDocument/signatureHelp` with the notations that the line typed so far may become, or null. */
export function registerSignatureHelp(context: ServerContext): void {
  context.connection.onSignatureHelp(
    context.guard.request('signature', (params): SignatureHelp | null => {
      const found = askDocument(context, params, (snapshot) =>
        signatureHelp(snapshot, normalizePosition(params.position)),
      );
      return found ? toLspSignatures(found, context.client) : null;
    }),
  );
}

function toLspSignatures(found: Signatures, client: ClientFeatures): SignatureHelp {
  const active = found.signatures[found.active];
  return {
    signatures: found.signatures.map(({ label, summary, parts, next }) => ({
      label,
      documentation: markup({ markdown: proseMarkdown(summary), plain: summary }, client.markdownSignature),
      parameters: parts.map(({ start, end, about }) => ({
        label: client.labelOffsets ? ([start, end] as [number, number]) : label.slice(start, end),
        ...(about === '' ? {} : { documentation: about }),
      })),
      // Behind the last part nothing is marked.
      activeParameter: next ?? parts.length,
    })),
    activeSignature: found.active,
    activeParameter: active?.next ?? active?.parts.length ?? 0,
  };
}
