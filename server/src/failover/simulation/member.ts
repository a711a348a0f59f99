// What the files say of one member of a virtual router, as the rehearsal plays it.
import { shutdownOf } from '../../model/interface-state';
import { isOwner, senderAddress } from '../../model/vrrp/addresses';
import type { Member } from '../../model/vrrp/member';
import {
  advertisementInterval,
  firstPacketDelay,
  holdMultiplier,
  learningOff,
  preemptDelay,
  preemptDelayAfterUp,
  recoverDelay,
  vrrpVersion,
} from '../../model/vrrp/timers';
import { evidence } from './evidence';
import type { Evidence } from './rehearsal';
import type { Settings } from './virtual-router';

/** What the file of one device says of its group; times are seconds. */
export function settingsOf(member: Member): Settings {
  const { device, group } = member;
  const delay = preemptDelay(member);
  return {
    version: vrrpVersion(device, group.family).version,
    interval: advertisementInterval(group) / 1000,
    multiplier: holdMultiplier(group),
    delay: delay ?? 0,
    delayAfterUp: preemptDelayAfterUp(member) ?? 0,
    firstPacket: firstPacketDelay(device).seconds,
    preempt: delay !== undefined,
    recoverDelay: recoverDelay(member)?.seconds ?? 0,
    owner: isOwner(member),
    ignoreIfDown: group.admin?.ignoreIfDown ?? false,
    watchesPeer: group.tracks.some((track) => track.object.kind === 'bfd-session' && track.object.role === 'peer'),
    address: senderAddress(member),
    learns: learningOff(device) === undefined,
  };
}

/** The `shutdown` that keeps the group's interface down, with what that means. */
export function shutDown({ device, group }: Member, text: string): Evidence[] {
  const found = shutdownOf(device, group.interfaceKey);
  return found ? [evidence(found.at, text, 'RFC 9568 6.4.1', 'vrrp-interface-shut-down')] : [];
}
