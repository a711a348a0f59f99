// The pair at rest, before the first event: every timer has ended, the higher priority is master, and the copies hold what a
// working path has brought over.
import type { Actor } from './actors';
import { conditionsIn, type Conditions } from './conditions';
import { startCopies } from './copies';
import { startedETrunk } from './e-trunk-election';
import { eTrunkElection, vrrpElection } from './election';
import { sides } from './names';
import { recordRole, worthOfCopies, type PlayedActor, type Run } from './run';
import type { Stage } from './stage';
import type { Answered, Script } from './questions';
import type { Settings, VirtualRouter } from './virtual-router';
import { started } from './vrrp';
import { newWorld } from './world';

/** What stands in for a member that the file of a device does not have. */
const absentMember: Settings = {
  version: 3,
  interval: 1,
  multiplier: 3,
  delay: 0,
  delayAfterUp: 0,
  firstPacket: 0,
  preempt: true,
  recoverDelay: 0,
  owner: false,
  ignoreIfDown: false,
  watchesPeer: false,
  learns: true,
};

/** `script` answers what no file tells. */
export function newRun(stage: Stage, script: Script): Run {
  const world = newWorld(stage);
  const conditions = conditionsIn(world);
  const actors = stage.actors.map((actor, index) => newActor(actor, stage.settings[index]!, conditions[index]!));
  const run: Run = {
    world,
    actors,
    flowDownFollowers: actors.filter(({ actor }) => goesDownAsBackup(actor)),
    followers: followersOf(actors),
    overlaps: [],
    order: [],
    step: { phase: 0, at: 0, kind: 'refill' },
  };
  for (const index of actors.keys()) startRouter(run, index, script);
  // Only now: entries of one actor may pass over an interface that goes down with the role of another.
  for (const played of actors) startCopies(run, played);
  return run;
}

function newActor(actor: Actor, settings: PlayedActor['settings'], conditions: Conditions): PlayedActor {
  return {
    actor,
    settings,
    conditions,
    roles: [],
    copyChanges: [],
    asked: [],
    events: [],
    seenRoles: { a: 'initialize', b: 'initialize' },
    copies: [],
    lastMaster: actor.carriers.map(() => undefined),
    split: false,
  };
}

function goesDownAsBackup(actor: Actor): boolean {
  return actor.admin !== undefined && sides.some((side) => actor.groups[side]?.follows?.unflowdown === false);
}

function followersOf(actors: readonly PlayedActor[]): Map<number, number[]> {
  const followers = new Map<number, number[]>();
  for (const [index, { actor }] of actors.entries()) {
    if (actor.admin === undefined) continue;
    followers.set(actor.admin, [...(followers.get(actor.admin) ?? []), index]);
  }
  return followers;
}

/** Answers by the script, the usual course behind its end, and writes down what was asked. */
function questioner(asked: Answered[], answers: readonly boolean[]): VirtualRouter['choose'] {
  return (question) => {
    const answer = answers[asked.length] ?? false;
    asked.push({ ...question, answer });
    return answer;
  };
}

function startRouter(run: Run, index: number, script: Script): void {
  const played = run.actors[index]!;
  if (played.actor.admin !== undefined) return;
  const { settings, conditions, actor } = played;
  const { inputs, connected } = conditions;
  const choose = script.superposed ? undefined : questioner(played.asked, script.answers.get(index) ?? []);
  const changed: VirtualRouter['changed'] = (change) => {
    const entries = worthOfCopies(played, change.side, change.span[0]);
    recordRole(run, index, { ...change, worth: entries });
  };
  const [a, b] = [settings.a ?? absentMember, settings.b ?? absentMember];
  played.election = actor.eTrunk
    ? eTrunkElection(startedETrunk(actor.eTrunk.settings, inputs, connected, choose, changed))
    : vrrpElection(started(a, b, inputs, connected, choose, changed));
}
