// What the server offers to a client.
import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/semantic-tokens';
import { peerScheme, serverCommands, type InitializationOptions } from './protocol';
import { fixAllKind } from './requests/code-actions';
import { mirrorKind } from './requests/mirror';
import type { ClientFeatures } from './to-lsp';

/** The answer to `initialize`: what the server offers to a client with these features and options. */
export function serverCapabilities(client: ClientFeatures, options: InitializationOptions): ServerCapabilities {
  return {
    positionEncoding: client.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {
      triggerCharacters: [' '],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind, mirrorKind] },
    signatureHelpProvider: { triggerCharacters: [' '] },
    documentHighlightProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
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
    // A client would make commands of the editor of these, beside those that ours has.
    ...(options.commands === true ? {} : { executeCommandProvider: { commands: Object.values(serverCommands) } }),
    // Whoever is told of every finding needs not ask for them.
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Our own client makes these texts itself, with marks and hovers.
      ...(client.textDocumentContent && options.views !== true
        ? { textDocumentContent: { schemes: [peerScheme] } }
        : {}),
    },
  };
}
