// The arithmetic or the comparison that made a device master.
import type { Device, Group, Track } from '../../model/device';
import { other, type Side } from '../../model/pairing/pair';
import { intendedMaster } from '../../model/vrrp/roles';
import { advertisementInterval, delayAfterInterfaceUp6, firstPacketDelay, recoverDelay } from '../../model/vrrp/timers';
import { evidence } from '../simulation/evidence';
import type { ActorHistory, ActorState, RoleChange } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { masterDown, rounded, skew } from '../simulation/timers';
import { interfaceName } from '../simulation/topology';
import type { Effective } from '../simulation/tracking';
import type { Settings } from '../simulation/virtual-router';
import { sideOf } from '../simulation/world';
import type { Subject } from './subject';
import { whyETrunkMaster } from './why-e-trunk';
import { copiedRole } from './why-stays';
import { guideStep, standard } from './words';

type Cause = Pick<Subject, 'history' | 'actor' | 'index' | 'event'>;

/** The lines that made a device the master, and the timers that it waited for. */
export function whyMaster(cause: Cause, change: RoleChange): Evidence[] {
  const { pair } = cause.history.stage;
  const { actor } = cause.actor;
  if (actor.eTrunk) return whyETrunkMaster(pair, actor.eTrunk, change);
  const follows = actor.admin === undefined ? undefined : actor.groups[change.side]?.follows;
  if (follows) return [copiedRole(pair, change.side, follows)];
  const held = [...whyHeld(cause, change.side), ...whyHeldBack(cause, change.side)];
  return [...whyChanged(cause, change), ...held, ...whyPriorities(cause)];
}

/** One device and its virtual router when the role has changed. */
interface NewMaster {
  readonly side: Side;
  readonly name: string;
  readonly group: Group;
  readonly settings: Settings;
  readonly self: Effective;
  readonly state: ActorState;
}

function whyChanged(cause: Cause, change: RoleChange): Evidence[] {
  const { history, actor, index } = cause;
  const { side } = change;
  const state = actor.events[index]!.after;
  const master: NewMaster = {
    side,
    name: deviceNames(history.stage.pair)[side],
    group: actor.actor.groups[side]!,
    settings: actor.settings[side]!,
    self: state.effective[side]!,
    state,
  };
  switch (change.why) {
    case 'master-down':
    case 'master-left':
      return whyMasterDown(cause, master, change);
    case 'preempt':
      return whyPreempts(cause, master);
    case 'owner':
      return whyOwner(actor, master);
    case 'ignore-if-down':
      return whyIgnoresLink(master);
    default:
      return [];
  }
}

function whyMasterDown(
  { history, actor, event }: Cause,
  { side, name, group, settings, self }: NewMaster,
  change: RoleChange,
): Evidence[] {
  const { paired } = actor.actor;
  const meant = paired && intendedMaster(history.stage.pair, paired);
  const place = group.advertise?.at ?? group.priority?.at ?? group.at;
  const peerGroup = actor.actor.groups[other(side)];
  const learned = settings.learns && peerGroup ? advertisementInterval(peerGroup) / 1000 : settings.interval;
  const hasHeard = learned === settings.interval || !waitedByItself(actor, settings, self, change);
  const interval = hasHeard ? learned : settings.interval;
  const idle = skew(settings.version, self.priority, interval);
  if (change.why === 'master-left') {
    const text = `${name}: skew ${rounded(idle)} s after the last advertisement of priority 0`;
    return [evidence(place, text, standard(settings.version, '6.4.2'))];
  }
  const seconds = rounded(settings.multiplier * interval + idle);
  const sum = `${settings.multiplier} x ${rounded(interval)} s + skew ${rounded(idle)} s (priority ${self.priority})`;
  const unheard = hasHeard ? '' : `, by its own interval: it has heard no master since it came up`;
  const text = `${name}: master-down interval ${seconds} s = ${sum}${unheard}`;
  const rule = hasHeard ? null : 'vrrp-advertise-interval-mismatch';
  const found = [evidence(place, text, standard(settings.version, '6.1'), rule)];
  if (settings.delay > 0 && group.delay && event.change !== 'up')
    found.push(
      evidence(
        group.delay.at,
        `${name}: preemption delay ${settings.delay} s; the guide advises 0 on the backup, a takeover from a dead master does not wait for it`,
        guideStep(actor.actor, 'delay'),
        meant === other(side) ? 'vrrp-preempt-delay-on-backup' : null,
      ),
    );
  return found;
}

/** A device that has come up waits by its own interval until it hears the master's. */
function waitedByItself(
  { roles }: ActorHistory,
  { version, interval, multiplier }: Settings,
  { priority }: Effective,
  change: RoleChange,
): boolean {
  const cameUp = roles.findLast(
    ({ side, cause, why }) => side === change.side && cause === change.cause && why === 'comes-up',
  );
  const wait = masterDown(version, priority, interval, multiplier);
  return cameUp !== undefined && Math.abs(change.span[1] - cameUp.span[1] - wait) < 0.001;
}

function whyPreempts(
  { history, actor, index }: Cause,
  { side, name, group, settings, self, state }: NewMaster,
): Evidence[] {
  const peer = state.effective[other(side)];
  const peerName = deviceNames(history.stage.pair)[other(side)];
  const ranks = `${name}: priority ${self.priority} is above ${peer?.priority ?? 'that'} of ${peerName}`;
  const waits = delayWords(name, settings, hasComeUp({ actor, index }, side));
  const { paired } = actor.actor;
  const isBackup = paired && intendedMaster(history.stage.pair, paired) === other(side);
  const rule = settings.delay > 0 && isBackup ? 'vrrp-preempt-delay-on-backup' : null;
  return [
    evidence(group.priority?.at ?? group.at, ranks, standard(settings.version, '6.4.2')),
    evidence(group.delay?.at ?? group.at, waits, guideStep(actor.actor, 'delay'), rule),
  ];
}

function delayWords(name: string, { delay, delayAfterUp }: Settings, hasJustComeUp: boolean): string {
  if (hasJustComeUp && delayAfterUp !== delay)
    return `${name}: no preemption delay is written, which is ${delayAfterInterfaceUp6} s after an interface has come up`;
  return delay > 0 ? `${name}: preemption delay ${delay} s` : `${name}: no preemption delay`;
}

function hasComeUp({ actor, index }: Pick<Cause, 'actor' | 'index'>, side: Side): boolean {
  return actor.roles.some((change) => change.cause === index && change.side === side && change.why === 'comes-up');
}

function whyOwner({ actor }: ActorHistory, { name, group, settings }: NewMaster): Evidence[] {
  return [
    evidence(
      group.virtualIps[0]?.at ?? group.at,
      `${name} owns the virtual IP: priority 255, no delay, no tracking`,
      standard(settings.version, '6.4.1'),
      actor.hotBackup ? 'vrrp-address-owner-in-hot-backup' : 'vrrp-address-owner-has-delay-or-track',
    ),
  ];
}

function whyIgnoresLink({ name, group }: NewMaster): Evidence[] {
  if (!group.admin) return [];
  const text = `${name}: ignore-if-down makes the group master while its interface is down`;
  return [evidence(group.admin.line, text, '004 step 2.4')];
}

/** The recover delay that the interface has waited for. */
function whyHeld({ history, actor, index, event }: Cause, side: Side): Evidence[] {
  const { pair } = history.stage;
  const held = recoverDelay({ device: pair[side], group: actor.actor.groups[side]! });
  if (!held || held.seconds === 0 || event.change !== 'up' || !hasComeUp({ actor, index }, side)) return [];
  const text = `${deviceNames(pair)[side]}: the interface is not heeded for ${held.seconds} s`;
  return [evidence(held.line, text, 'CLI reference, vrrp recover-delay')];
}

/** A device that has started again may hold back its first advertisement. */
function whyHeldBack({ history, actor, event }: Cause, side: Side): Evidence[] {
  const { pair } = history.stage;
  const group = actor.actor.groups[side]!;
  const { seconds, line } = firstPacketDelay(pair[side]);
  if (event.kind !== 'device' || event.change !== 'up' || sideOf(pair, event) !== side || seconds === 0) return [];
  const written = line ? '' : ', the default';
  const text = `${deviceNames(pair)[side]}: its first advertisement comes up to ${seconds} s after a restart (first-packet-delay${written})`;
  return [evidence(line ?? group.at, text, 'sister pages of the guide')];
}

/** What has changed the priorities. What a dead device would track is no reason. */
function whyPriorities({ history, actor, index, event }: Cause): Evidence[] {
  const { pair } = history.stage;
  const names = deviceNames(pair);
  const { alive, effective } = actor.events[index]!.after;
  const rule = event.kind === 'rbs' && event.change === 'down' ? 'vrrp-tracks-backup-channel' : null;
  return sides.flatMap((side) => {
    const self = effective[side];
    if (!alive[side] || !self || !actor.actor.groups[side]) return [];
    return self.down.flatMap((track) => {
      const by = priorityChange(track);
      if (by === undefined) return [];
      const text = `${names[side]}: ${by} while ${trackedWords(pair[side], track)} is down, priority ${self.priority}`;
      return [evidence(track.line, text, 'CLI reference, track interface', rule)];
    });
  });
}

function priorityChange({ increased, reduced }: Track): string | undefined {
  if (increased) return `+ ${increased.value}`;
  return reduced ? `- ${reduced.value}` : undefined;
}

function trackedWords(device: Device, { object }: Track): string {
  switch (object.kind) {
    case 'interface':
      return interfaceName(device, object.key);
    case 'bfd-session':
      return `BFD session ${object.id?.value ?? object.name?.value ?? ''}`.trim();
    case 'service-location':
      return `service-location ${object.id.value}`;
    default:
      return object.kind;
  }
}
