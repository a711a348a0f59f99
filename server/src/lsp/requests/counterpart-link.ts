// The way to the counterpart in a hover: a link that runs a command of our client. Other clients get none.
import { counterpart, counterpartName, strongestPair, type Other } from '../../features/counterpart';
import { commandLink } from '../../text/markdown';
import type { Position } from '../../text/range';
import type { Snapshot } from '../../workspace/workspace';

/** `target` is what the command is given: the position as the client counts it. */
export function counterpartLink(
  snapshot: Snapshot,
  position: Position,
  target: readonly [uri: string, position: Position],
  other: Other,
): string | undefined {
  const found = strongestPair(snapshot);
  const line = found && counterpart(snapshot, position, other)?.line;
  if (!found || !line) return undefined;
  return commandLink(`Go to counterpart: ${counterpartName(found, line)}`, 'vrp.goToCounterpart', [...target]);
}
