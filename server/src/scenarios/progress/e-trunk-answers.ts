// The answers that a pair has given about its E-Trunk: number, priorities, LACP identity, and whether both are active.
import { overlap } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { ethTrunksIn } from '../../model/e-trunk/e-trunk-pairs';
import { modeOf } from '../../model/e-trunk/roles';
import { canonicalText, systemLines } from '../../model/lines/canonical-text';
import { mainInterfaceKey } from '../../model/names';
import { bindings } from '../../model/services/bindings';
import { snoopedCircuitsOf, switchedIn, type SwitchedIn } from '../../model/services/snooping';
import type { Side } from '../scenario';
import { sides } from '../values';
import type { Holder, Holders, SetAnswer } from './answers-of-pair';

/** Where one of the two devices says it, the line is missing on the other. */
export function eTrunkAnswers(holders: Holders, set: SetAnswer): void {
  for (const side of sides) vsiAnswers(side, holders[side], set);
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

/** On the Eth-Trunk, the interface that has the users whose interface the other device has bound: of their subnet, or in their VSI. */
export function unboundUsers(device: Device, ethTrunk: number, peer: Holder): Interface | undefined {
  const bound = peer.profile && bindings(peer.profile, peer.device).interfaces[0];
  const subnets = bound?.addresses ?? [];
  const within = bound && switchedIn(peer.device, bound);
  return [...device.interfaces.values()].find(
    (port) =>
      mainInterfaceKey(port.key) === `eth-trunk${ethTrunk}` &&
      (port.addresses.some((own) => subnets.some((peerAddress) => overlap(own.prefix, peerAddress.prefix))) ||
        (within !== undefined && isSwitchedIn(device, port, within))),
  );
}

function isSwitchedIn(device: Device, port: Interface, within: SwitchedIn): boolean {
  const own = switchedIn(device, port);
  return own?.view === within.view && own.name === within.name;
}

/** What the access circuit of the profile says of its VSI. */
function vsiAnswers(side: Side, { device, profile }: Holder, set: SetAnswer): void {
  const [circuit] = profile ? snoopedCircuitsOf(profile, device).filter(({ within }) => within?.view === 'vsi') : [];
  if (!circuit?.within) return;
  const { name, block } = circuit.within;
  const spelled = block?.heads[0]?.text.trim().split(/\s+/)[1] ?? name;
  set('vsi', spelled);
  set(`vsi-${side}`, spelled);
  const inside = block?.lines.flatMap((line) => [line, ...line.lines]).map(canonicalText) ?? [];
  const value = (pattern: RegExp) => inside.flatMap((text) => pattern.exec(text)?.[1] ?? [])[0];
  set('vsi-id', value(/^vsi-id (\d+)$/));
  set('pw-peer', value(/^peer ([\d.]+)(?: |$)/));
}
