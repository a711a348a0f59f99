// Code lenses, unless they are switched off. What a lens says is found once it is looked at.
import type { CancellationToken, CodeLens, Command, Location } from 'vscode-languageserver';
import { codeLenses, counterpartLens, peerLens, referencesLens, type LensSubject } from '../../features/code-lens';
import { failoverLens } from '../../features/failover-line';
import type { Position } from '../../text/range';
import { printable } from '../../text/sanitize';
import type { Snapshot } from '../../workspace/workspace';
import { findingCounts } from '../publish';
import { askDocument, type ServerContext } from '../server-context';
import { normalizePosition } from '../to-lsp';

/** Carried by a lens until it is looked at. */
interface LensData {
  readonly uri: string;
  readonly about: LensSubject;
}

/** What a lens says; without a command it does nothing. */
interface LensTitle {
  readonly title: string;
  readonly command?: string;
  readonly arguments?: unknown[];
}

/**
 * Answers `textDocument/codeLens`, null where lenses are switched off, and `codeLens/resolve`, which gives a lens its
 * title.
 */
export function registerCodeLens(context: ServerContext): void {
  const { connection } = context;
  const { request } = context.guard;

  connection.onCodeLens(
    request('lenses', (params): CodeLens[] | null => {
      if (!context.editor.lenses) return null;
      const { uri } = params.textDocument;
      const lenses = askDocument(context, params, codeLenses);
      return lenses?.map(({ range, about }) => ({ range, data: { uri, about } satisfies LensData })) ?? null;
    }),
  );

  const resolve = request('lens', (lens: CodeLens, _token: CancellationToken): CodeLens | null => {
    const data = lens.data as LensData;
    const title = askDocument(context, { textDocument: { uri: data.uri } }, (snapshot) =>
      lensTitle(context, snapshot, data, normalizePosition(lens.range.start)),
    );
    return title ? { ...lens, command: toCommand(context, title) } : null;
  });
  connection.onCodeLensResolve(
    (lens, token) => resolve(lens, token) ?? { ...lens, command: toCommand(context, { title: '' }) },
  );
}

function lensTitle(
  { workspace }: ServerContext,
  snapshot: Snapshot,
  { uri, about }: LensData,
  position: Position,
): LensTitle {
  switch (about) {
    case 'references': {
      const { title, ranges } = referencesLens(snapshot, position);
      const locations = ranges.map((range): Location => ({ uri, range }));
      return ranges.length > 0
        ? { title, command: 'vrp.showReferences', arguments: [uri, position, locations] }
        : { title };
    }
    case 'peer': {
      const title = peerLens(snapshot, findingCounts(workspace, snapshot.file));
      return snapshot.peers.length > 0 ? { title, command: 'vrp.goToCounterpart' } : { title };
    }
    case 'failover': {
      const title = failoverLens(snapshot, position.line);
      return title === undefined
        ? { title: 'failover: the files do not tell' }
        : { title, command: 'vrp.rehearseFailover' };
    }
    default: {
      const title = counterpartLens(snapshot, position, (file) => workspace.snapshot(file));
      return title === undefined
        ? { title: 'no counterpart' }
        : { title, command: 'vrp.goToCounterpart', arguments: [uri, position] };
    }
  }
}

/** A lens does something only where the client has our commands. */
function toCommand({ options }: ServerContext, { title, command, arguments: args = [] }: LensTitle): Command {
  const shown = printable(title);
  return options.commands === true && command !== undefined
    ? { title: shown, command, arguments: args }
    : { title: shown, command: '' };
}
