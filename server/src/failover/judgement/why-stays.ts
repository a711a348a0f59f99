// Evidence for a role that does not move, and need not.
import type { Group } from '../../model/device';
import type { Pair, Side } from '../../model/pairing/pair';
import { evidence } from '../simulation/evidence';
import { deviceNames } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { interfaceName } from '../simulation/topology';
import type { Subject } from './subject';
import { eTrunkRoleEvidence } from './why-e-trunk';
import { guideStep } from './words';

/** The lines because of which the role stays where it is. */
export function whyStays({ history, actor: { actor, initial } }: Subject, serving: readonly Side[]): Evidence[] {
  const { pair } = history.stage;
  const { eTrunk } = actor;
  if (eTrunk) return serving.map((side) => eTrunkRoleEvidence(pair, eTrunk, side));
  return serving.flatMap((side) => {
    const group = actor.groups[side];
    if (!group) return [];
    if (group.follows) return [copiedRole(pair, side, group.follows)];
    const text = `${deviceNames(pair)[side]}: priority ${initial.effective[side]?.priority ?? 'unknown'}`;
    return [evidence(group.priority?.at ?? group.at, text, guideStep(actor, 'priority'))];
  });
}

/** The line by which a group copies the role of its management group. */
export function copiedRole(pair: Pair, side: Side, follows: NonNullable<Group['follows']>): Evidence {
  const admin = `group ${follows.vrid.value} on ${interfaceName(pair[side], follows.interfaceKey)}`;
  const text = `${deviceNames(pair)[side]}: the group copies the role of ${admin}`;
  return evidence(follows.line, text, 'CLI reference, track admin-vrrp');
}

/** The management group sees nothing of a fault that hits its follower. */
export function unseenByAdmin(pair: Pair, side: Side, follows: NonNullable<Group['follows']>): Evidence {
  const admin = `group ${follows.vrid.value} on ${interfaceName(pair[side], follows.interfaceKey)}`;
  const text = `${deviceNames(pair)[side]}: the role comes from ${admin}, which does not see this fault`;
  return evidence(follows.line, text, 'CLI reference, track admin-vrrp');
}
