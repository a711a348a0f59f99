// A finding across a pair where a report has one column for it.
import type { Finding } from '../../workspace/workspace';

/** What is wrong, and what stands on the peer, as one sentence. */
export function withPeerMessage({ message, peer }: Finding): string {
  return peer ? `${message} (${peer.message})` : message;
}
