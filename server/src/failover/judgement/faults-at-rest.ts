// What is wrong before anything has failed: a virtual IP outside the subnet, a member that is shut down, a channel that cannot
// come up.
import type { Group } from '../../model/device';
import { shutdownOf } from '../../model/interface-state';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { isLinkLocalIp, outsideSubnet, subnetsDiffer, unansweredVirtualIps } from '../../model/vrrp/addresses';
import { intendedMaster } from '../../model/vrrp/roles';
import type { Actor } from '../simulation/actors';
import { evidence, inFileOrder } from '../simulation/evidence';
import type { ActorHistory, History } from '../simulation/history';
import { shutDown } from '../simulation/member';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { eTrunkFaults } from './why-e-trunk';
import { groupWords } from './words';

/** In the order of the files. */
export function faultsAtRest({ stage, actors }: History): Evidence[] {
  const { pair } = stage;
  return inFileOrder(
    actors.flatMap((history) => [
      ...(history.actor.eTrunk ? eTrunkFaultsOf(pair, history) : groupFaults(pair, history)),
      ...history.actor.carriers.flatMap(({ faults, unready }) => [...faults, ...unready.a, ...unready.b]),
    ]),
  );
}

function groupFaults(pair: Pair, history: ActorHistory): Evidence[] {
  return [...sides.flatMap((side) => memberFaults(pair, side, history)), ...pairedFaults(pair, history.actor)];
}

function eTrunkFaultsOf(pair: Pair, { actor }: ActorHistory): Evidence[] {
  const names = deviceNames(pair);
  const shut = sides.flatMap((side) => {
    const end = actor.ends[side];
    const found = end && shutdownOf(pair[side], end.interfaceKey);
    const text = `${names[side]}: ${end?.interfaceName} is shut down: it takes nothing over`;
    return found ? [evidence(found.at, text, 'CLI reference, e-trunk')] : [];
  });
  return [...shut, ...eTrunkFaults(pair, actor.eTrunk!)];
}

function memberFaults(pair: Pair, side: Side, history: ActorHistory): Evidence[] {
  const { actor } = history;
  const names = deviceNames(pair);
  const words = groupWords(actor);
  const group = actor.groups[side];
  if (!group) {
    const text = `${names[side]} has no group that answers ${words} of ${names[other(side)]}: it takes nothing over`;
    return [evidence(actor.groups[other(side)]!.at, text, '000 step 3.3', 'rbp-group-undefined')];
  }
  const shut = `${names[side]}: ${group.interfaceName} is shut down: it is no router of ${words} and takes nothing over`;
  return [
    ...(group.admin?.ignoreIfDown ? [] : shutDown({ device: pair[side], group }, shut)),
    ...tracksDown(pair, side, history),
    ...unusableVirtualIps(pair, side, group, words),
  ];
}

/** Tracked objects that are down from the start. */
function tracksDown(pair: Pair, side: Side, { actor, initial }: ActorHistory): Evidence[] {
  const self = initial.effective[side];
  if (!self || self.down.length === 0) return [];
  const isMeant = actor.paired && intendedMaster(pair, actor.paired) === side;
  const costsTheRole = isMeant && initial.roles[side] === 'backup';
  return self.down.map((track) => {
    const by = track.increased ? `+ ${track.increased.value}` : `- ${track.reduced?.value ?? 0}`;
    const text = `${deviceNames(pair)[side]}: what this tracks is down from the start, ${groupWords(actor)} runs at priority ${self.priority} (${by})`;
    const rule = costsTheRole ? 'vrrp-tracked-interface-shut-down' : null;
    return evidence(track.line, text, 'CLI reference, track interface', rule);
  });
}

function unusableVirtualIps(pair: Pair, side: Side, group: Group, words: string): Evidence[] {
  const working = group.virtualIps.filter(isLinkLocalIp).map((ip) => ip.address.key.toUpperCase());
  const stillWorks = working.length > 0 ? `; ${working.join(', ')} still works` : '';
  return outsideSubnet({ device: pair[side], group }).map(({ ip }) => {
    const text = `${deviceNames(pair)[side]}: virtual IP ${ip.address.key.toUpperCase()} of ${words} is in no subnet of ${group.interfaceName}: hosts that have it as gateway cannot resolve it${stillWorks}`;
    return evidence(ip.at, text, '003 configuration files', 'vrrp-virtual-ip-outside-subnet');
  });
}

/** What keeps the two members from being one virtual router. */
function pairedFaults(pair: Pair, actor: Actor): Evidence[] {
  const { a, b } = actor.groups;
  if (!a || !b) return [];
  // Two subnets are one fault of their own.
  const areOnOneLan = !subnetsDiffer({ device: pair.a, group: a }, { device: pair.b, group: b });
  return [
    ...vridFault(pair, a, b),
    ...(areOnOneLan ? missingVirtualIps(pair, 'b', a, b, actor) : []),
    ...(areOnOneLan ? missingVirtualIps(pair, 'a', b, a, actor) : []),
  ];
}

function vridFault(pair: Pair, a: Group, b: Group): Evidence[] {
  if (a.vrid === b.vrid) return [];
  const names = deviceNames(pair);
  const text = `VRID ${a.vrid} on ${names.a}, ${b.vrid} on ${names.b}: neither hears the other, both are master`;
  return [evidence(b.at, text, '004 step 2.3', 'vrrp-vrid-mismatch')];
}

/** Virtual addresses of `from` for which the device of `side` would not answer. */
function missingVirtualIps(pair: Pair, side: Side, from: Group, to: Group, actor: Actor): Evidence[] {
  return unansweredVirtualIps(from, to).map((ip) => {
    const text = `${deviceNames(pair)[side]} does not answer for virtual IP ${ip.address.key.toUpperCase()} of ${groupWords(actor)}`;
    return evidence(ip.at, text, '004 step 2.3', 'vrrp-virtual-ip-mismatch');
  });
}
