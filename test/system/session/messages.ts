// What the server may send, by method, in the types of the protocol and of our own part of it. The schema that every message is
// held against is made of these.
import type * as lsp from 'vscode-languageserver-protocol';
import type * as own from '../../../server/src/lsp/protocol';

export interface Results {
  initialize: lsp.InitializeResult;
  shutdown: null;
  'textDocument/completion': lsp.CompletionList | lsp.CompletionItem[] | null;
  'completionItem/resolve': lsp.CompletionItem;
  'textDocument/hover': lsp.Hover | null;
  'textDocument/signatureHelp': lsp.SignatureHelp | null;
  'textDocument/definition': lsp.Location | lsp.Location[] | lsp.LocationLink[] | null;
  'textDocument/references': lsp.Location[] | null;
  'textDocument/documentHighlight': lsp.DocumentHighlight[] | null;
  'textDocument/documentSymbol': lsp.DocumentSymbol[] | lsp.SymbolInformation[] | null;
  'textDocument/foldingRange': lsp.FoldingRange[] | null;
  'textDocument/selectionRange': lsp.SelectionRange[] | null;
  'textDocument/semanticTokens/full': lsp.SemanticTokens | null;
  'textDocument/semanticTokens/full/delta': lsp.SemanticTokens | lsp.SemanticTokensDelta | null;
  'textDocument/semanticTokens/range': lsp.SemanticTokens | null;
  'textDocument/documentLink': lsp.DocumentLink[] | null;
  'textDocument/inlayHint': lsp.InlayHint[] | null;
  'textDocument/codeLens': lsp.CodeLens[] | null;
  'codeLens/resolve': lsp.CodeLens;
  'textDocument/codeAction': (lsp.Command | lsp.CodeAction)[] | null;
  'textDocument/formatting': lsp.TextEdit[] | null;
  'textDocument/onTypeFormatting': lsp.TextEdit[] | null;
  'textDocument/prepareRename': lsp.PrepareRenameResult | null;
  'textDocument/rename': lsp.WorkspaceEdit | null;
  'workspace/symbol': lsp.SymbolInformation[] | lsp.WorkspaceSymbol[] | null;
  'vrp/peer': own.PeerResult | null;
  'vrp/accept': Edited<own.AcceptResult> | null;
  'vrp/failover': own.FailoverResult | null;
  'vrp/failoverFile': string | null;
  'vrp/lab': own.LabResult | null;
  'vrp/comparison': own.ComparisonResult | null;
  'vrp/comparisonReport': string | null;
  'vrp/mappedPeer': own.MappedPeerResult | null;
  'vrp/mirror': Edited<own.MirrorResult> | null;
  'vrp/newPeer': own.NewPeerResult | null;
  'vrp/questions': own.ScenarioQuestions[];
  'vrp/checkAnswer': own.CheckAnswerResult;
  'vrp/newPair': own.NewPairResult;
  'vrp/addScenario': Edited<own.ScenarioEditResult>;
  'vrp/scenarios': own.PairScenarios[];
  'vrp/insertStep': Edited<own.ScenarioEditResult>;
  'vrp/isCommand': boolean;
}

/** Our own protocol file names no types of the protocol: what it calls an edit of it is one. */
type Edited<Result> = Omit<Result, 'edit'> & { edit?: lsp.WorkspaceEdit };

/** What a message is made of, whatever it says. An answer has a result or an error, never both. */
export interface Messages {
  request: lsp.RequestMessage;
  notification: lsp.NotificationMessage;
  answer: Pick<lsp.ResponseMessage, 'jsonrpc' | 'id'> & { result: unknown };
  refusal: Required<Pick<lsp.ResponseMessage, 'jsonrpc' | 'id' | 'error'>>;
}

/** Notifications and requests of the server. */
export interface Sent {
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'window/logMessage': lsp.LogMessageParams;
  'window/showMessage': lsp.ShowMessageParams;
  'window/workDoneProgress/create': lsp.WorkDoneProgressCreateParams;
  '$/progress': {
    token: lsp.ProgressToken;
    value: lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd;
  };
  'client/registerCapability': lsp.RegistrationParams;
  'client/unregisterCapability': lsp.UnregistrationParams;
  'workspace/configuration': lsp.ConfigurationParams;
  'vrp/status': own.StatusParams;
  'vrp/pairs': own.PairsParams;
}

/** These say all by their name. */
export const bare: readonly string[] = [
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
  'workspace/workspaceFolders',
  'vrp/checked',
];
