// What the client shows of one file: its findings, as many as the settings allow, and one line that tells of the rest.
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { leftText, limitFindings } from '../workspace/limited-findings';
import type { ServerContext } from './server-context';
import { diagnostic } from './to-lsp';

/**
 * The diagnostics of a file as the client gets them, at most `vrp.maxFindings` of them; where some are left out, one
 * more on row 0 that says how many.
 */
export function shownDiagnostics(
  id: string,
  { workspace, documents, settings, host, client }: ServerContext,
): Diagnostic[] {
  const most = settings.mostFindings(id);
  const { shown, left } = limitFindings(workspace.findings(id), most);
  const diagnostics = shown.map((finding) =>
    diagnostic(finding, (file) => documents.uriOf(file), host.explanation, client),
  );
  return left === 0 ? diagnostics : [...diagnostics, restOf(left, most)];
}

function restOf(left: number, most: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source: 'vrp',
    message: `${leftText(left, most)} (the setting "vrp.maxFindings", or .vrp.json)`,
  };
}
