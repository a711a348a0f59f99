// `textDocument/diagnostic`, for clients that ask for findings instead of being told. What an edit changes in the peer comes along.
import {
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { fileId } from '../file-ids';
import type { ServerContext } from '../server-context';
import { shownDiagnostics } from '../shown-diagnostics';

/**
 * Answers `textDocument/diagnostic` after the check that is due: always a full report, with those of the peers where
 * the client takes related documents.
 */
export function registerDiagnostics(context: ServerContext): void {
  const { connection, workspace, checks, uriOf } = context;
  const answer = ({ textDocument }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
    checks.flush();
    const id = fileId(textDocument.uri);
    const report = reportOf(id, context);
    if (!context.client.relatedDocuments) return report;
    const peers = (workspace.snapshot(id)?.peers ?? []).map(({ a, b }) => (a.file === id ? b : a));
    const related = peers.map(({ file }) => [uriOf(file), reportOf(file, context)] as const);
    return related.length === 0 ? report : { ...report, relatedDocuments: Object.fromEntries(related) };
  };
  connection.languages.diagnostics.on(
    context.guard.request('diagnostics', answer) as Parameters<typeof connection.languages.diagnostics.on>[0],
  );
}

function reportOf(id: string, context: ServerContext): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: shownDiagnostics(id, context) };
}
