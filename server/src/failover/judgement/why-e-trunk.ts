// Evidence for the roles of Eth-Trunks in an E-Trunk: what made a device master, what keeps a role where it is, why both forward.
import type { ETrunk } from '../../model/device';
import { modeOf, eTrunkPriority, isActiveActive, preferredDevice } from '../../model/e-trunk/roles';
import { helloInterval, holdMultiplier } from '../../model/e-trunk/timers';
import { partedBundle } from '../../model/e-trunk/bundle';
import { eTrunkDeafness, eTrunkDeafnessText } from '../../model/e-trunk/hearing';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import type { ETrunkPart } from '../simulation/actors';
import { evidence } from '../simulation/evidence';
import type { RoleChange } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';
import { eTrunkWords } from './words';

const reference = (command: string) => `CLI reference, ${command}`;

/** What made this device master. */
export function whyETrunkMaster(
  pair: Pair,
  part: ETrunkPart,
  { side, why }: Pick<RoleChange, 'side' | 'why'>,
): Evidence[] {
  const names = deviceNames(pair);
  const far = other(side);
  const { eTrunk } = part.member;
  switch (why) {
    case 'peer-silent':
      return [lostPeer(pair, part, side)];
    case 'peer-member-down': {
      const text = `${names[side]}: ${part.trunks} of ${names[far]} is down, as its Hello packets say`;
      return [evidence(part.member[side]?.at ?? eTrunk[side].at, text, reference('e-trunk'))];
    }
    case 'preferred':
      return [priorities(pair, part, side)];
    case 'revert':
      return [priorities(pair, part, side), revertWaited(pair, part, side)];
    case 'forced-master':
      return forced(pair, part, side);
    default:
      return [];
  }
}

/** The line that gives the Eth-Trunk its role at rest. */
export function eTrunkRoleEvidence(pair: Pair, part: ETrunkPart, side: Side): Evidence {
  const [first] = forced(pair, part, side);
  return first ?? priorities(pair, part, side);
}

function forced(pair: Pair, { member }: ETrunkPart, side: Side): Evidence[] {
  const own = member[side];
  const mode = own?.eTrunkMode;
  if (!mode || mode.value === 'auto') return [];
  const text = `${deviceNames(pair)[side]}: e-trunk mode ${mode.value} on ${own.name}`;
  return [evidence(mode.at, text, reference('e-trunk mode'))];
}

function lostPeer(pair: Pair, { member }: ETrunkPart, side: Side): Evidence {
  const names = deviceNames(pair);
  const far = other(side);
  const [self, peer] = [member.eTrunk[side], member.eTrunk[far]];
  const [watched] = self.bfd;
  if (watched) {
    const text = `${names[side]}: a BFD session watches ${names[far]}, and ${waitWords(peer)} without a Hello packet at the latest`;
    return evidence(watched.line, text, reference('e-trunk track bfd-session'));
  }
  const place = peer.holdMultiplier?.at ?? peer.hello?.at ?? peer.at;
  const text = `${names[side]}: takes ${names[far]} for lost ${waitWords(peer)} after its last Hello packet`;
  return evidence(place, text, reference('timer hold-on-failure multiplier'));
}

/** `20 s (20 x 1 s, the default)` */
function waitWords(peer: ETrunk): string {
  const [hello, multiplier] = [helloInterval(peer), holdMultiplier(peer)];
  const isDefault = !peer.hello && !peer.holdMultiplier;
  return `${rounded(hello * multiplier)} s (${multiplier} x ${rounded(hello)} s${isDefault ? ', the default' : ''})`;
}

function priorities(pair: Pair, { member }: ETrunkPart, side: Side): Evidence {
  const names = deviceNames(pair);
  const { eTrunk } = member;
  const own = eTrunk[side];
  const text = `${names[side]}: priority ${eTrunkPriority(own)} in E-Trunk ${own.id}, ${names[other(side)]} has ${eTrunkPriority(eTrunk[other(side)])}; the lower one is master`;
  return evidence(own.priority?.at ?? own.at, text, reference('priority of the E-Trunk view'));
}

function revertWaited(pair: Pair, { member, settings }: ETrunkPart, side: Side): Evidence {
  const trunk = member.eTrunk[side];
  const isDefault = trunk.revertDelay ? '' : ', the default';
  const text = `${deviceNames(pair)[side]}: revert delay ${settings[side].revert ?? 0} s${isDefault}`;
  return evidence(trunk.revertDelay?.at ?? trunk.at, text, reference('timer revert delay'));
}

/** Why both forward. */
export function eTrunkSplitEvidence(pair: Pair, part: ETrunkPart): Evidence[] {
  const { member, trunks } = part;
  const why = eTrunkDeafness(pair, member.eTrunk);
  if (why) {
    const text = `${eTrunkDeafnessText(pair, member.eTrunk, why)}: both are master`;
    return [evidence(deafAt(member.eTrunk, why), text, reference('E-Trunk view'), deafRule(why))];
  }
  if (sides.some((side) => modeOf(member[side]) === 'force-master'))
    return sides.flatMap((side) => forced(pair, part, side));
  const text = `without Hello packets of the other, each device makes ${trunks} master`;
  return [evidence(member.eTrunk.a.at, text, reference('timer hold-on-failure multiplier'))];
}

type Deafness = NonNullable<ReturnType<typeof eTrunkDeafness>>;

function deafAt({ a, b }: ETrunkPart['member']['eTrunk'], why: Deafness) {
  if (why.cause === 'setting') return why.found.b?.at ?? why.found.a?.at ?? b.at;
  if (why.cause === 'addresses') return b.peer?.at ?? b.at;
  return why.side === 'a' ? a.at : b.at;
}

function deafRule(why: Deafness): string | null {
  if (why.cause === 'setting') return why.rule;
  return why.cause === 'addresses' ? 'e-trunk-not-mirrored' : null;
}

/** What is wrong before anything has failed. */
export function eTrunkFaults(pair: Pair, part: ETrunkPart): Evidence[] {
  const { member } = part;
  const names = deviceNames(pair);
  const lone = sides.flatMap((side) => {
    const port = member[side];
    if (!port || member[other(side)]) return [];
    const text = `${names[other(side)]} has no Eth-Trunk in E-Trunk ${part.id} that answers ${port.name} of ${names[side]}: it takes nothing over`;
    return [evidence(port.at, text, reference('e-trunk'))];
  });
  const deaf = eTrunkDeafness(pair, member.eTrunk) ? eTrunkSplitEvidence(pair, part) : [];
  const parted = partedEvidence(pair, part);
  return [...lone, ...deaf, ...parted, ...(lone.length + deaf.length > 0 ? [] : modeFaults(pair, part))];
}

/** Why the switch below does not bundle the links of both devices; empty where nothing in the files keeps it from that. */
export function partedEvidence(pair: Pair, { member, trunks, id }: ETrunkPart): Evidence[] {
  const parted = partedBundle(pair, member);
  if (!parted) return [];
  const { agreement, a, b } = parted.found;
  const names = deviceNames(pair);
  const text = `${trunks} in E-Trunk ${id}: its ${agreement.called} differs on ${names.a} and ${names.b}: ${agreement.consequence}`;
  return [evidence(b?.at ?? a?.at ?? member.eTrunk.b.at, text, reference('lacp e-trunk'), parted.rule)];
}

/** Modes that leave no device that forwards, or two where one of them is not meant to. */
function modeFaults(pair: Pair, part: ETrunkPart): Evidence[] {
  const { member, trunks } = part;
  const names = deviceNames(pair);
  const modes = sides.map((side) => modeOf(member[side]));
  const [meant] = [preferredDevice(member.eTrunk)];
  const standsBack = (side: Side, index: number) =>
    modes[index] === 'force-backup' || (modes[index] === 'auto' && meant !== side);
  if (sides.every(standsBack) && modes.includes('force-backup')) {
    const text = `nobody forwards on ${trunks}: ${sides.map((side, index) => `${names[side]} has e-trunk mode ${modes[index]}`).join(', ')}`;
    return sides.flatMap((side) => forced(pair, part, side)).map((line) => evidence(line.at, text, line.source));
  }
  const fixed = sides.filter((side) => modeOf(member[side]) === 'force-master');
  if (fixed.length !== 1 || isActiveActive(member)) return [];
  const side = fixed[0]!;
  const far = other(side);
  if (modeOf(member[far]) !== 'auto' || meant === side) return [];
  const text = `${names[side]} has e-trunk mode force-master and ${names[far]} is master by its priority: both forward on ${trunks}`;
  return forced(pair, part, side).map((line) => evidence(line.at, text, line.source));
}

/** Why the role stays where it is although users are cut off. */
export function whyETrunkKeepsRole(pair: Pair, part: ETrunkPart, master: Side): Evidence[] {
  const names = deviceNames(pair);
  const { eTrunk } = part.member;
  const text = `${names[master]}: an E-Trunk sees its Eth-Trunks and its peer, no fault of a way out`;
  return [evidence(eTrunk[master].at, text, reference('E-Trunk view'))];
}

/** Why nobody is master. */
export function whyNoETrunkMaster(pair: Pair, part: ETrunkPart): Evidence[] {
  const { member } = part;
  const held = sides.flatMap((side) => (modeOf(member[side]) === 'force-backup' ? forced(pair, part, side) : []));
  if (held.length > 0) return held;
  return sides.map((side) => priorities(pair, part, side));
}

/** What no file tells of it. */
export function unknownOfETrunk(pair: Pair, part: ETrunkPart): Evidence[] {
  const { member, trunks } = part;
  const { a, b } = member.eTrunk;
  const names = deviceNames(pair);
  const found: Evidence[] = [];
  const isElected = !isActiveActive(member);
  if (isElected && preferredDevice(member.eTrunk) === undefined) {
    const text = `both devices have priority ${eTrunkPriority(b)} in E-Trunk ${b.id}: the smaller system ID decides, which the files do not tell; with equal ones both forward`;
    found.push(
      evidence(b.priority?.at ?? b.at, text, reference('priority of the E-Trunk view'), 'e-trunk-priorities-equal'),
    );
  }
  for (const side of sides) {
    const trunk = member.eTrunk[side];
    if (trunk.revertDisabled && preferredDevice(member.eTrunk) === side && isElected) {
      const text = `${names[side]} does not take its role in ${eTrunkWords(part)} back: which device is master depends on what has failed before`;
      found.push(evidence(trunk.revertDisabled, text, reference('revert disable')));
    }
    if (trunk.select) {
      const text = `${names[side]}: the files do not tell how many links of ${trunks} are up; the priorities are taken to decide`;
      found.push(evidence(trunk.select, text, reference('e-trunk select')));
    }
    for (const { line } of trunk.bfd) {
      const text = `${names[side]}: the files do not tell how fast the BFD session of E-Trunk ${trunk.id} sees a lost peer`;
      found.push(evidence(line, text, 'no source'));
    }
  }
  const text = `the files do not tell how fast the switch below takes a link of ${eTrunkWords(part)} out of its bundle and puts it in again`;
  return [...found, evidence(member.a?.at ?? member.b?.at ?? a.at, text, 'no source')];
}
