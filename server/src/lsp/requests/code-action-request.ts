// The light bulb: fixes, accepting a finding, mirroring to the peer; and `vrp/accept`, which is behind the second.
import type { CodeActionContext, Diagnostic } from 'vscode-languageserver';
import type { Range } from '../../text/range';
import type { Finding } from '../../workspace/workspace';
import { fileId } from '../file-ids';
import { onOwnRequest } from '../own-methods';
import { requests, type AcceptParams, type AcceptResult } from '../protocol';
import type { ServerContext } from '../server-context';
import { diagnostic, normalizeRange } from '../to-lsp';
import { acceptActions, accepted, type Accepting } from './accept-finding';
import { codeActions, type Fixes } from './code-actions';
import { mirrorActions } from './mirror';

/**
 * Answers `textDocument/codeAction` (fixes, then ways to accept a finding, then lines for the peer) and `vrp/accept`.
 */
export function registerCodeActions(context: ServerContext): void {
  const { connection, checks, documents, workspace } = context;
  const { request } = context.guard;

  connection.onCodeAction(
    request('code actions', async (params) => {
      const id = fileId(params.textDocument.uri);
      if (!documents.isVrp(id)) return null;
      const range = normalizeRange(params.range);
      const asked = contextOf(params);
      const fixes = await codeActions(id, range, asked.only, fixesOf(context, id));
      const snapshot = workspace.snapshot(id);
      const mirrors = snapshot ? await mirrorActions(snapshot, range, asked, context) : [];
      return [...fixes, ...acceptActions(id, range, asked.only, acceptingOf(context, id)), ...mirrors];
    }),
  );

  onOwnRequest(
    connection,
    requests.accept,
    request('accept', async (params: AcceptParams): Promise<AcceptResult | null> => {
      checks.flush();
      const id = fileId(params.uri);
      return documents.isVrp(id) ? accepted(id, params, acceptingOf(context, id)) : null;
    }),
  );
}

/** Some clients send no context. */
function contextOf(params: { context?: CodeActionContext | null }): Partial<CodeActionContext> {
  return params.context ?? {};
}

function fixesOf(context: ServerContext, id: string): Fixes {
  const { client, checks, workspace, files, uriOf, version, closedState, textOf, within } = context;
  return {
    client,
    commands: context.options.commands === true,
    version,
    uriOf,
    closedState,
    within,
    textOf,
    offers: (file, range) => {
      checks.flush();
      return workspace.fixes(file, range);
    },
    peers: (file) =>
      workspace.snapshot(file)?.peers.map((pair) => (pair.a.file === file ? pair.b.file : pair.a.file)) ?? [],
    diagnostic: (finding) => diagnosticIn(context, id, finding),
    refresh: (file) => files.reread(uriOf(file)),
  };
}

function acceptingOf(context: ServerContext, id: string): Accepting {
  const { client, workspace, options, settings, uriOf, version } = context;
  return {
    client,
    workspace,
    uriOf,
    version,
    commands: options.commands === true,
    diagnostic: (finding) => diagnosticIn(context, id, finding),
    baselineOf: (file) => settings.baselineOf(file),
    textOf: (file) => settings.textOf(file),
  };
}

/** A finding as the file `id` shows it. */
function diagnosticIn({ uriOf, host, client }: ServerContext, id: string, finding: Finding): Diagnostic {
  return diagnostic(shownIn(id, finding), uriOf, host.explanation, client);
}

/** From the side of the file `id`. */
function shownIn<
  Shown extends { file: string; range: Range; message: string; peer?: { file: string; range: Range; message: string } },
>(id: string, finding: Shown): Shown {
  const { peer } = finding;
  if (finding.file === id || peer?.file !== id) return finding;
  return {
    ...finding,
    file: peer.file,
    range: peer.range,
    message: peer.message,
    peer: { file: finding.file, range: finding.range, message: finding.message },
  };
}
