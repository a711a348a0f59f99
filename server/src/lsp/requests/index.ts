// Every request that the server answers.
import type { ServerContext } from '../server-context';
import { registerCodeActions } from './code-action-request';
import { registerCodeLens } from './code-lens';
import { registerCommands } from './commands';
import { registerCompletion } from './completion';
import { registerDefinition } from './definition';
import { registerDiagnostics } from './diagnostics';
import { registerDocumentLinks } from './document-links';
import { registerFailover } from './failover-request';
import { registerFormatting } from './formatting';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { registerIsCommand } from './is-command';
import { mirrorRequests } from './mirror';
import { pairRequests, type PairRequests } from './pair';
import { registerPeer } from './peer';
import { registerPeerDocument } from './peer-document';
import { registerRename } from './rename';
import { scenarioRequests } from './scenarios';
import { registerSelectionRanges } from './selection-ranges';
import { registerSemanticTokens } from './semantic-tokens';
import { registerSignatureHelp } from './signature-help';
import { registerSymbols } from './symbols';

/** Registers every request of the protocol and of our own. */
export function registerRequests(context: ServerContext): void {
  const { connection, checks, workspace, uriOf, textOf } = context;
  const { request } = context.guard;
  const flush = () => checks.flush();

  registerCompletion(context);
  registerSignatureHelp(context);
  registerHover(context);
  registerDefinition(context);
  registerRename(context);
  registerSymbols(context);
  registerSelectionRanges(context);
  registerSemanticTokens(context);
  registerDocumentLinks(context);
  registerInlayHints(context);
  registerCodeLens(context);
  registerFormatting(context);
  registerCodeActions(context);

  registerDiagnostics(context);

  const around: PairRequests = { request, workspace, uriOf, flush, textOf };
  registerCommands(context, around);
  registerPeerDocument(context, around);
  registerPeer(context);
  registerIsCommand(context);
  registerFailover(context);
  pairRequests(connection, around);
  scenarioRequests(connection, request, () => context, flush);
  mirrorRequests(connection, request, () => context, flush);
}
