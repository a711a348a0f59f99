// Hover: what a word means, what the peer has of it, and for our own client a link that goes there.
import { hover, type Hover } from '../../features/hover';
import { hoverOnPair } from '../../features/hover-on-pair';
import type { Position } from '../../text/range';
import type { Snapshot } from '../../workspace/workspace';
import { askDocument, type ServerContext } from '../server-context';
import { normalizePosition, toLspHover } from '../to-lsp';
import { counterpartLink } from './counterpart-link';
import { guideLink } from './guide-link';

/** Answers `textDocument/hover`, with what corresponds on the peer; null where nothing is known of the place. */
export function registerHover(context: ServerContext): void {
  context.connection.onHover(
    context.guard.request('hover', (params) => {
      const found = askDocument(context, params, (snapshot) =>
        hoverWithPeer(context, snapshot, params.textDocument.uri, normalizePosition(params.position)),
      );
      return found ? toLspHover(found, context.client) : null;
    }),
  );
}

function hoverWithPeer(
  { options, workspace, positions }: ServerContext,
  snapshot: Snapshot,
  uri: string,
  position: Position,
): Hover | undefined {
  const hasCommands = options.commands === true;
  const peerSnapshot = (file: string) => workspace.snapshot(file);
  const about = hover(snapshot, position, hasCommands ? guideLink : undefined);
  if (!about) return undefined;
  const link = hasCommands
    ? counterpartLink(snapshot, position, positions.sent([uri, position] as const), peerSnapshot)
    : undefined;
  // What the peer has is what one looks for; how the command is written stands below.
  const onPair = hoverOnPair(snapshot, position, peerSnapshot, link);
  if (!onPair) return about;
  return {
    ...about,
    markdown: [onPair.markdown, '---', about.markdown].join('\n\n'),
    plain: [onPair.plain, about.plain].filter((part) => part !== '').join('\n\n'),
  };
}
