// Routers that are none of the pair: they are not rehearsed, and a group that has a third one may choose it.
import type { Side } from '../../model/pairing/pair';
import { evidence } from '../simulation/evidence';
import type { History } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { groupWords } from './words';

/** Says that third routers are not rehearsed, and names those that backup services lead to. */
export function thirdRouters({ stage, actors }: History): Evidence[] {
  // An E-Trunk has two ends.
  const [first] = actors.filter(({ actor }) => actor.eTrunk === undefined);
  const found = sides.flatMap((side) => otherPartners(side));
  if (!first) return found;
  const { groups } = first.actor;
  const which = actors.length === 1 ? groupWords(first.actor) : 'these groups';
  const text = `only these two devices are rehearsed: a third router in ${which} would change the answer`;
  return [...found, evidence((groups.a ?? groups.b)!.at, text, 'RFC 9568 6.4')];

  /** Devices to which a backup service of this side leads, and that are not the peer. */
  function otherPartners(side: Side): Evidence[] {
    const { pair } = stage;
    const ours = new Set(pair.channels.map((channel) => channel[side].rbs));
    const services = [...pair[side].services.values()].filter((service) => !ours.has(service));
    if (pair.channels.length === 0) return [];
    return services.flatMap(({ name, channels }) =>
      channels.map(({ peer }) => {
        const text = `${deviceNames(pair)[side]}: ${name} backs up to ${peer.value.key}, a third router, which is not rehearsed here`;
        return evidence(peer.at, text, 'no source');
      }),
    );
  }
}
