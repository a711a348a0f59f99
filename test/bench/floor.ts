// The floor: a language server that does next to nothing. It keeps the lines, runs two regular expressions over them and publishes;
// completion and hover answer from the line. What ours takes is told as a multiple of what this one takes.
import { createConnection, TextDocumentSyncKind, type Diagnostic } from 'vscode-languageserver/node';

const connection = createConnection(process.stdin, process.stdout);
const texts = new Map<string, string[]>();
const patterns = [/^ peer \S+ source \S+ port (\d{5,})/, /^ vrrp vrid \d+ preempt-mode timer delay (\d{5,})/];
let due: string | undefined;

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {},
    hoverProvider: true,
  },
}));

connection.onDidOpenTextDocument(({ textDocument }) => {
  texts.set(textDocument.uri, textDocument.text.split('\n'));
  arm(textDocument.uri);
});

connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
  const lines = texts.get(textDocument.uri)!;
  for (const change of contentChanges) {
    if (!('range' in change)) continue;
    const { start, end } = change.range;
    const before = lines[start.line]!.slice(0, start.character);
    const behind = lines[end.line]!.slice(end.character);
    lines.splice(start.line, end.line - start.line + 1, ...(before + change.text + behind).split('\n'));
  }
  arm(textDocument.uri);
});

connection.onCompletion(({ textDocument, position }) => {
  const line = texts.get(textDocument.uri)?.[position.line] ?? '';
  return {
    isIncomplete: false,
    items: line
      .split(' ')
      .filter((word) => word !== '')
      .map((label) => ({ label })),
  };
});

connection.onHover(({ textDocument, position }) => ({ contents: texts.get(textDocument.uri)?.[position.line] ?? '' }));

connection.listen();

function arm(uri: string): void {
  if (due === undefined) setImmediate(publish);
  due = uri;
}

function publish(): void {
  const uri = due!;
  due = undefined;
  const diagnostics: Diagnostic[] = [];
  (texts.get(uri) ?? []).forEach((text, line) => {
    for (const pattern of patterns) {
      const hit = pattern.exec(text);
      if (hit)
        diagnostics.push({
          range: { start: { line, character: text.length - hit[1]!.length }, end: { line, character: text.length } },
          message: 'out of range',
        });
    }
  });
  void connection.sendDiagnostics({ uri, diagnostics });
}
