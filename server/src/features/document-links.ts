// What can be followed with a click: an interface name to its section, the address of the other device of a channel to that
// device's file.
import { rangeOf, type Place } from '../model/place';
import type { Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { occurrences } from './names';

/** A range of the file that leads to another place. */
export interface DocumentLink {
  readonly range: Range;
  readonly file: string;
  /** The row to show, from 0. */
  readonly row: number;
  readonly tooltip: string;
}

/** Names of interfaces lead to their sections, ends of a channel to the file of the peer. */
export function documentLinks(snapshot: Snapshot): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const occurrence of occurrences(snapshot)) {
    if (occurrence.kind !== 'interface' || occurrence.defines) continue;
    const section = snapshot.device.interfaces.get(occurrence.key);
    if (section) links.push(link(occurrence.at, section.at, section.name));
  }
  for (const pair of snapshot.peers) {
    const [side, peerSide] = pair.a.file === snapshot.file ? (['a', 'b'] as const) : (['b', 'a'] as const);
    for (const channel of pair.channels) {
      links.push(
        link(
          channel[side].channel.peer.at,
          channel[peerSide].channel.line,
          `${pair[peerSide].name}, ${channel[peerSide].rbs.name}`,
        ),
      );
    }
    for (const location of pair.locations) {
      const remote = location[side].remote;
      if (remote)
        links.push(
          link(
            remote.peer.at,
            location[peerSide].at,
            `${pair[peerSide].name}, service-location ${location[peerSide].id}`,
          ),
        );
    }
  }
  return links;
}

function link(from: Place, to: Place, tooltip: string): DocumentLink {
  return { range: rangeOf(from), file: to.anchor.file, row: rangeOf(to).start.line, tooltip };
}
