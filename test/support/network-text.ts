// A network as text: its pairs, what makes them pairs, and what answers what in them.
import type { Pair } from '../../server/src/model/pairing/pair';
import { rowOf, type Place } from '../../server/src/model/place';
import type { Workspace } from '../../server/src/workspace/workspace';

const placeText = (at: Place) => `${at.anchor.file}:${rowOf(at) + 1}`;

/** Who is a pair and why, who is none, and what answers what. */
export function networkText(workspace: Workspace): string[] {
  const network = workspace.network();
  return [
    ...network.pairs.flatMap((pair) => [
      `pair ${pair.a.file} ${pair.b.file}${pair.isBackedUp ? ', backed up' : ''}`,
      ...pair.why.map(({ weight, text }) => `  ${weight} ${text}`),
      ...matchesText(pair),
    ]),
    ...network.ambiguities.map(
      ({ device, candidates }) => `ambiguous ${device.file}: ${candidates.map(({ file }) => file).join(', ')}`,
    ),
    ...network.unpaired.flatMap(({ device, other, reason, evidence }) => [
      `no pair ${device.file} ${other.file}: ${reason}`,
      ...evidence.map(({ weight, text }) => `  ${weight} ${text}`),
    ]),
  ];
}

function matchesText({ channels, profiles, groups, locations }: Pair): string[] {
  return [
    ...channels.map(({ a, b }) => `  channel ${placeText(a.channel.peer.at)} ${placeText(b.channel.peer.at)}`),
    ...profiles.map(({ a, b, by }) => `  profile ${placeText(a.at)} ${placeText(b.at)} by ${by}`),
    ...groups.map(
      ({ a, b, services, profiles: own, locations: boards }) =>
        `  group ${placeText(a.at)} ${placeText(b.at)} ${services.join(' ')}; ${own.length} profiles, ${boards.length} boards`,
    ),
    ...locations.map(({ a, b }) => `  board ${placeText(a.at)} ${placeText(b.at)}`),
  ];
}
