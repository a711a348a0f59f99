// `workspace/executeCommand`: what our own client shows in views, for every other client as a text or as an edit.
import type { ExecuteCommandParams, WorkspaceEdit } from 'vscode-languageserver';
import { swapSides } from '../../compare/swap-sides';
import type { ComparisonReportParams, MappedPeerLine, MirrorResult, PlainRange } from '../protocol';
import { noPeerText, serverCommands } from '../protocol';
import { peerUri } from '../peer-documents';
import type { ServerContext } from '../server-context';
import { matrixMarkdown } from './failover';
import { mirrorResult } from './mirror';
import { comparisonReport, mappedPeerResult, pairOf, type PairRequests } from './pair';

/** What a row of the comparison begins with. */
const marks: Readonly<Record<string, string>> = { wrong: '! ', 'must-differ': '~ ' };

type Command = (uri: string, peer: string | undefined, third: unknown) => string | Promise<string>;

/**
 * Answers `workspace/executeCommand` for `serverCommands`: a text for a person, or null for a command that is not
 * known.
 */
export function registerCommands(context: ServerContext, around: PairRequests): void {
  const { connection } = context;
  const { flush } = around;
  const commands: Readonly<Record<string, Command | undefined>> = {
    [serverCommands.pairTable]: (uri, peer, format) =>
      comparisonReport({ uri, peer, format: formatOf(format) }, around) ?? noPeerText,
    [serverCommands.compare]: (uri, peer) => comparisonText(uri, peer, around),
    [serverCommands.rehearse]: (uri, peer) => rehearsalText(uri, peer, around),
    [serverCommands.complete]: (uri, peer) => applied(context, mirrored({ uri, peer, whole: true })),
    [serverCommands.mirror]: (uri, peer, range) =>
      applied(context, mirrored({ uri, peer, range: range as PlainRange })),
    [serverCommands.openPeer]: (uri, peer) => opened(context, pairOf({ uri, peer }, around)),
  };

  function mirrored(params: Parameters<typeof mirrorResult>[0]): Promise<MirrorResult | null> {
    flush();
    return mirrorResult(params, context);
  }

  connection.onExecuteCommand(
    context.guard.request('command', ({ command, arguments: given = [] }: ExecuteCommandParams) => {
      const [uri, peer, third] = given as unknown[];
      const meant = typeof peer === 'string' ? peer : undefined;
      return commands[command]?.(String(uri), meant, third) ?? null;
    }),
  );
}

function formatOf(given: unknown): ComparisonReportParams['format'] {
  return given === 'json' || given === 'html' ? given : 'csv';
}

async function comparisonText(uri: string, peer: string | undefined, around: PairRequests): Promise<string> {
  const mapped = await mappedPeerResult({ uri, peer }, around);
  if (!mapped) return noPeerText;
  const rows = mapped.text.split(/\r\n|\r|\n/);
  const missing = mapped.missing.map(({ row, finding }) => `! row ${row + 1} of ${mapped.device}: ${finding}`);
  return [`${mapped.peer.device}, as ${mapped.device} says it`, '', ...rows.map(marked(mapped.lines)), ...missing].join(
    '\n',
  );
}

function marked(lines: readonly MappedPeerLine[]): (row: string, index: number) => string {
  return (row, index) => `${marks[lines[index]?.mark ?? ''] ?? '  '}${row}`;
}

/** Of the pair that is meant; where no peer is named, of every pair of the device. */
function rehearsalText(uri: string, peer: string | undefined, around: PairRequests): string {
  const found = pairOf({ uri, peer }, around);
  if (!found) return noPeerText;
  return matrixMarkdown(peer === undefined ? found.snapshot.peers : [found.pair]);
}

/** The uri of the peer as this device would have it; the client shows it where it can. */
async function opened({ connection, client, uriOf }: ServerContext, found: ReturnType<typeof pairOf>): Promise<string> {
  if (!found) return noPeerText;
  const { pair, snapshot } = found;
  const uri = peerUri(pair.a.file === snapshot.file ? pair : swapSides(pair), uriOf);
  if (client.showsDocuments) await connection.window.showDocument({ uri }).catch(() => undefined);
  return uri;
}

/** Asks the client to make the edit; the answer says what it was, or why there is none. */
async function applied({ connection }: ServerContext, proposed: Promise<MirrorResult | null>): Promise<string> {
  const result = await proposed;
  if (!result) return noPeerText;
  if (result.edit === undefined) return result.problem ?? noPeerText;
  const { applied: isApplied } = await connection.workspace.applyEdit({
    label: result.title,
    edit: result.edit as WorkspaceEdit,
  });
  return isApplied ? result.title : 'The edit was not made.';
}
