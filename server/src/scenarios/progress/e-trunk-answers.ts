// The answers that a pair has given about its E-Trunk: number, priorities, LACP identity, and whether both are active.
import { overlap } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { ethTrunksIn } from '../../model/e-trunk/e-trunk-pairs';
import { modeOf } from '../../model/e-trunk/roles';
import { systemLines } from '../../model/lines/canonical-text';
import { mainInterfaceKey } from '../../model/names';
import { bindings } from '../../model/services/bindings';
import { sides } from '../values';
import type { Holder, Holders, SetAnswer } from './answers-of-pair';

/** Where one of the two devices says it, the line is missing on the other. */
export function eTrunkAnswers(holders: Holders, set: SetAnswer): void {
  const found = sides.flatMap((side) => {
    const { device, eTrunk } = holders[side];
    return eTrunk ? [{ side, device, eTrunk }] : [];
  });
  if (found.length === 0) return;
  for (const { side, device, eTrunk } of found) {
    set('e-trunk', eTrunk.id);
    set(`e-trunk-priority-${side}`, eTrunk.priority?.value);
    set(
      'lacp-system-id',
      systemLines(device, /^lacp e-trunk system-id /).map((line) => line.text.split(/\s+/).at(-1))[0],
    );
  }
  const isForced = found.some(({ device, eTrunk }) =>
    ethTrunksIn(device, eTrunk.id).some((member) => modeOf(member) === 'force-master'),
  );
  set('active-active', isForced ? 'yes' : 'no');
}

/** On the Eth-Trunk, the interface in the subnet of the users that the other device has bound. */
export function unboundUsers(device: Device, ethTrunk: number, peer: Holder): Interface | undefined {
  const bound = peer.profile && bindings(peer.profile, peer.device).interfaces[0];
  const subnets = bound?.addresses ?? [];
  return [...device.interfaces.values()].find(
    ({ key, addresses }) =>
      mainInterfaceKey(key) === `eth-trunk${ethTrunk}` &&
      addresses.some((own) => subnets.some((theirs) => overlap(own.prefix, theirs.prefix))),
  );
}
