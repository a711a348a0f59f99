// The way to the counterpart in a hover: a link that runs a command of our client. Other clients get none.
import { counterpart, counterpartName, strongestPair, type Other } from '../../features/counterpart';
import type { Position } from '../../text/range';
import type { Snapshot } from '../../workspace/workspace';

export function counterpartLink(snapshot: Snapshot, uri: string, position: Position, other: Other): string | undefined {
  const found = strongestPair(snapshot);
  const line = found && counterpart(snapshot, position, other)?.line;
  if (!found || !line) return undefined;
  const title = counterpartName(found, line).replace(/[\\*_[\]<>|#`]/g, '\\$&');
  return `[Go to counterpart: ${title}](command:vrp.goToCounterpart?${encodeURIComponent(JSON.stringify([uri, position])).replace(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)})`;
}
