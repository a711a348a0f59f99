// `textDocument/diagnostic`, for clients that ask for findings instead of being told.
import { DocumentDiagnosticReportKind, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { fileId } from '../file-ids';
import type { ServerContext } from '../server-context';
import { diagnostic } from '../to-lsp';

export function registerDiagnostics(context: ServerContext): void {
  const { connection, workspace, documents, host, checks } = context;
  connection.languages.diagnostics.on(
    context.guard.request('diagnostics', ({ textDocument }) => {
      checks.flush();
      const items = workspace
        .findings(fileId(textDocument.uri))
        .map((finding) => diagnostic(finding, (file) => documents.uriOf(file), host.explanation, context.client));
      const report: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items };
      return report;
    }) as Parameters<typeof connection.languages.diagnostics.on>[0],
  );
}
