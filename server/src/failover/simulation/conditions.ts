// How the world stands to each actor: what its states say of it, and what goes into the protocol. It changes with an event, and
// with nothing else.
import { other, type Side } from '../../model/pairing/pair';
import { isOwner } from '../../model/vrrp/addresses';
import { isOneRouter, type Member } from '../../model/vrrp/member';
import { hearEachOther } from '../../model/vrrp/hearing';
import type { Surroundings } from '../../model/vrrp/tracking';
import type { Actor } from './actors';
import type { Carrier } from './carrier';
import type { ActorState } from './history';
import { eTrunkRank, hellosPass } from './e-trunk-conditions';
import { bySide, sides } from './names';
import { effective, type Effective } from './tracking';
import type { Inputs, Settings } from './virtual-router';
import { wayBackIn } from './way-back';
import { boardUp, hasFailed, hasLostUplink, interfaceUp, isCutOff, isParted, isSilent, type World } from './world';

type Stated = 'effective' | 'alive' | 'linkUp' | 'canServe' | 'wayIn' | 'wayBack' | 'parted' | 'cutOff' | 'lostUplink';

/** What an actor is given by a state of the world. */
export interface Conditions extends Pick<ActorState, Stated> {
  readonly inputs: Readonly<Record<Side, Inputs>>;
  /** Nothing keeps the two from hearing and understanding each other. */
  readonly connected: boolean;
}

/** By actor of the stage. */
export function conditionsIn(world: World): Conditions[] {
  const tracked = bySide((side) => trackedIn(world, side));
  const ways = {
    cutOff: bySide((side) => isCutOff(world, side)),
    lostUplink: bySide((side) => hasLostUplink(world, side)),
  };
  return world.stage.actors.map((actor, index) =>
    conditionsOf(world, actor, world.stage.settings[index]!, tracked, ways),
  );
}

/** The protocol sees no difference between the two. */
export function sameForProtocol(previous: Conditions, next: Conditions): boolean {
  return (
    previous.connected === next.connected && sides.every((side) => sameInputs(previous.inputs[side], next.inputs[side]))
  );
}

function sameInputs(previous: Inputs, next: Inputs): boolean {
  return (
    previous.alive === next.alive &&
    previous.interfaceUp === next.interfaceUp &&
    previous.priority === next.priority &&
    previous.lifted === next.lifted
  );
}

/** What the tracked objects of this side can be asked. */
function trackedIn(world: World, side: Side): Surroundings {
  return {
    interfaceUp: (key) => interfaceUp(world, side, key),
    boardUp: (location) => boardUp(world, side, location),
    peerGone: (address) => isSilent(world, other(side), address),
  };
}

function conditionsOf(
  world: World,
  { ends, groups, carriers, eTrunk }: Actor,
  settings: Readonly<Record<Side, Settings | undefined>>,
  tracked: Readonly<Record<Side, Surroundings>>,
  { cutOff, lostUplink }: Pick<Conditions, 'cutOff' | 'lostUplink'>,
): Conditions {
  const { pair } = world.stage;
  const alive = bySide((side) => !world.dead.has(side));
  const linkUp = bySide((side) => ends[side] !== undefined && interfaceUp(world, side, ends[side].interfaceKey));
  const effectiveNow = bySide(
    (side) => groups[side] && priorityIn(world, side, { device: pair[side], group: groups[side] }, tracked[side]),
  );
  const users: readonly (Carrier | undefined)[] = carriers.length > 0 ? carriers : [undefined];
  const wayIn = users.map((carrier) =>
    bySide(
      (side) =>
        ends[side] !== undefined &&
        alive[side] &&
        (linkUp[side] || settings[side]?.ignoreIfDown === true) &&
        (carrier === undefined || carrier.users[side].every((key) => !hasFailed(world, side, key))),
    ),
  );
  const canServe = users.map((carrier, place) =>
    bySide(
      (side) =>
        wayIn[place]![side] &&
        (carrier?.routedUsers?.[side].every((key) => !hasFailed(world, side, key)) ?? true) &&
        !cutOff[side] &&
        (carrier?.location === undefined || boardUp(world, side, carrier.location)),
    ),
  );
  return {
    alive,
    linkUp,
    effective: effectiveNow,
    canServe,
    wayIn,
    wayBack: users.map((carrier) =>
      bySide((side) =>
        carrier?.login && !eTrunk ? wayBackIn(world, groups, carrier.login, side) : { kind: 'direct' },
      ),
    ),
    parted: sides.some((side) => groups[side] !== undefined && isParted(world, side, groups[side].interfaceKey)),
    cutOff,
    lostUplink,
    inputs: bySide((side) =>
      eTrunk
        ? {
            ...standing,
            alive: alive[side],
            interfaceUp: linkUp[side],
            priority: eTrunkRank(world, side, eTrunk.member),
          }
        : inputsOf(groups[side] !== undefined && alive[side], linkUp[side], effectiveNow[side]),
    ),
    connected: eTrunk ? hellosPass(world, eTrunk.member) : areConnected(world, groups),
  };
}

/** An E-Trunk tracks nothing. */
const standing = { lifted: false } as const;

/** Its priority as tracked objects leave it; one that is drained has the lowest, but for the address owner. */
function priorityIn(world: World, side: Side, member: Member, tracked: Surroundings): Effective {
  const found = effective(member, tracked);
  return world.drained.has(side) && !isOwner(member) ? { ...found, priority: 1, lifted: false } : found;
}

function inputsOf(alive: boolean, linkUp: boolean, effectiveNow: Effective | undefined): Inputs {
  return {
    alive,
    interfaceUp: linkUp && !effectiveNow!.linkLost,
    priority: effectiveNow?.priority ?? 0,
    lifted: effectiveNow?.lifted ?? false,
  };
}

function areConnected(world: World, { a, b }: Actor['groups']): boolean {
  const { pair } = world.stage;
  return (
    a !== undefined &&
    b !== undefined &&
    isOneRouter(a, b) &&
    hearEachOther({ device: pair.a, group: a }, { device: pair.b, group: b }) &&
    !isParted(world, 'a', a.interfaceKey) &&
    !isParted(world, 'b', b.interfaceKey)
  );
}
