// Users are cut off and no role moves: what would have to be written for one to move.
import { other, type Side } from '../../model/pairing/pair';
import { tracksOf } from '../../model/vrrp/tracking';
import { evidence } from '../simulation/evidence';
import { shutDown } from '../simulation/member';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { interfaceName } from '../simulation/topology';
import { restOf, type Subject } from './subject';
import { failedRoutedUsers, lostUplinks, noSuchGroup, whyCannotServe } from './why-cannot-serve';
import { whyETrunkKeepsRole, whyNoETrunkMaster } from './why-e-trunk';
import { unseenByAdmin } from './why-stays';
import { groupWords, standard } from './words';

/** `master` is the device that stays master; absent where none is. */
export function whyNothingSwitches(subject: Subject, master: Side | undefined): Evidence[] {
  if (!master) return whyNobodyIsMaster(subject);
  const { history, actor } = subject;
  const { pair } = history.stage;
  const { eTrunk } = actor.actor;
  if (eTrunk) return whyETrunkKeepsRole(pair, eTrunk, master);
  const group = actor.actor.groups[master]!;
  if (group.follows) return [unseenByAdmin(pair, master, group.follows)];
  const found = whyItKeepsTheRole(subject, master);
  if (found.length > 0) return found;
  const text = `${deviceNames(pair)[master]}: stays master`;
  return [evidence(group.at, text, standard(actor.settings[master]?.version, '6.4.3'))];
}

function whyNobodyIsMaster(subject: Subject): Evidence[] {
  const { history, actor } = subject;
  const { pair } = history.stage;
  const names = deviceNames(pair);
  const { groups, eTrunk } = actor.actor;
  if (eTrunk) return whyNoETrunkMaster(pair, eTrunk);
  const words = groupWords(actor.actor);
  const absent = sides.flatMap((side): Evidence[] => {
    const group = groups[side];
    if (!group) return [noSuchGroup(subject, side)];
    const text = `${names[side]}: its interface is shut down, it is no router of ${words}`;
    return shutDown({ device: pair[side], group }, text);
  });
  if (absent.length > 0) return absent;
  const unable = sides.flatMap((side) => whyCannotServe(subject, side));
  const rest = restOf(subject);
  const idle = sides.filter((side) => rest.alive[side] && rest.linkUp[side]);
  return [...idle.flatMap((side) => whyIdle(subject, side)), ...unable];
}

/** It lives and its interface is up, and it is not master: the role is copied, or a BFD session keeps it out of the protocol. */
function whyIdle({ history, actor }: Subject, side: Side): Evidence[] {
  const { pair } = history.stage;
  const name = deviceNames(pair)[side];
  const { follows, at, tracks } = actor.actor.groups[side]!;
  const words = groupWords(actor.actor);
  if (follows) return [unseenByAdmin(pair, side, follows)];
  const links = tracks.filter(({ object }) => object.kind === 'bfd-session' && object.role === 'link');
  if (links.length === 0)
    return [evidence(at, `${name}: ${words} is not running`, standard(actor.settings[side]?.version, '6.4.1'))];
  const text = `${name}: the BFD session that ${words} tracks as its link is down, which keeps it out of the protocol`;
  return links.map(({ line }) => evidence(line, text, 'CLI reference, track bfd-session'));
}

/** The reduction is too small, the peer does not preempt, or what failed is not tracked. */
function whyItKeepsTheRole(subject: Subject, master: Side): Evidence[] {
  const { history, actor, index, event, carrier } = subject;
  const names = deviceNames(history.stage.pair);
  const { effective } = actor.events[index]!.after;
  const [self, peer] = [effective[master]!, effective[other(master)]];
  const group = actor.actor.groups[master]!;
  const peerGroup = actor.actor.groups[other(master)];
  if (self.down.length > 0 && peer && self.priority >= peer.priority) {
    const text = `${names[master]}: priority ${self.priority} with the fault, ${names[other(master)]} has ${peer.priority}`;
    return self.down.map((track) =>
      evidence(
        track.reduced?.at ?? track.line,
        text,
        'CLI reference, track interface',
        'vrrp-track-reduction-too-small',
      ),
    );
  }
  if (peerGroup?.preemptDisabled && peer && self.priority < peer.priority) {
    const text = `${names[other(master)]}: does not preempt a living master`;
    return [
      evidence(peerGroup.preemptDisabled, text, 'CLI reference, preempt-mode', 'vrrp-preempt-disabled-on-backup'),
    ];
  }
  if (event.kind === 'board' && carrier?.location !== undefined) {
    const text = `${names[master]}: ${groupWords(actor.actor)} does not track service-location ${carrier.location}`;
    return [evidence(group.at, text, '004 step 6.3', 'service-location-untracked')];
  }
  if (event.kind === 'uplink')
    return untracked(subject, master, lostUplinks(subject, master), 'vrrp-uplink-not-tracked');
  return untracked(subject, master, failedRoutedUsers(subject, master), null);
}

function untracked(subject: Subject, master: Side, keys: readonly string[], rule: string | null): Evidence[] {
  const { history, actor } = subject;
  const { pair } = history.stage;
  const group = actor.actor.groups[master]!;
  if (keys.length === 0 || keys.some((key) => tracksOf(pair[master], group, key).length > 0)) return [];
  const list = keys.map((key) => interfaceName(pair[master], key)).join(', ');
  const text = `${deviceNames(pair)[master]}: ${groupWords(actor.actor)} does not track ${list}`;
  return [evidence(group.at, text, 'CLI reference, track interface', rule)];
}

/** Other ways that the file shows, out or in from users who come over routers; where they lead it does not say. */
export function otherWays(subject: Subject, side: Side): string {
  const { history, event } = subject;
  const { pair, uplinks } = history.stage;
  if (event.kind === 'access' && failedRoutedUsers(subject, side).length > 0)
    return `, unless routing finds a way over ${deviceNames(pair)[other(side)]}`;
  if (event.kind !== 'uplink') return '';
  const lost = lostUplinks(subject, side);
  const left = uplinks[side].filter((key) => !lost.includes(key)).map((key) => interfaceName(pair[side], key));
  const ways = left.length > 0 ? left.slice(0, 3).join(', ') : deviceNames(pair)[other(side)];
  return `, unless routing finds a way over ${ways}`;
}
