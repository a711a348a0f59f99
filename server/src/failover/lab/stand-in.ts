// The pair as the daemons of a lab play it: delays no longer than asked for, and without what keepalived has no word for. The
// prediction beside a running lab is that of this stage.
import type { Pair } from '../../model/pairing/pair';
import { bySide } from '../simulation/names';
import { stageOf, type Stage } from '../simulation/stage';
import type { Settings } from '../simulation/virtual-router';

/** Seconds: the longest `preempt_delay` that keepalived takes. */
export const longestDelay = 1000;

/** What keepalived is given in the place of a VRRP group. */
export interface StandIn {
  readonly stage: Stage;
  /** Seconds: the longest delay of the pair where it was cut. */
  readonly cutFrom?: number;
  /** Seconds: what no delay is longer than. */
  readonly cutTo: number;
}

/** `delays`: the longest preemption delay in seconds, if there is to be one. */
export function standInOf(pair: Pair, delays?: number): StandIn {
  const stage = withoutETrunks(stageOf(pair));
  const cutTo = Math.min(delays ?? longestDelay, longestDelay);
  const members = stage.settings.flatMap(({ a, b }) => [a, b]);
  const longest = Math.max(0, ...members.map((settings) => settings?.delay ?? 0));
  const settings = stage.settings.map((both) => bySide((side) => asPlayed(both[side], cutTo)));
  return { stage: { ...stage, settings }, cutTo, ...(longest > cutTo ? { cutFrom: longest } : {}) };
}

/** keepalived elects no Eth-Trunks. */
function withoutETrunks(stage: Stage): Stage {
  const played = [...stage.actors.keys()].filter((index) => stage.actors[index]!.eTrunk === undefined);
  return {
    ...stage,
    actors: played.map((index) => stage.actors[index]!),
    settings: played.map((index) => stage.settings[index]!),
  };
}

function asPlayed(settings: Settings | undefined, longest: number): Settings | undefined {
  return (
    settings && {
      ...settings,
      delay: Math.min(settings.delay, longest),
      delayAfterUp: Math.min(settings.delay, longest),
      firstPacket: 0,
      recoverDelay: 0,
      ignoreIfDown: false,
      watchesPeer: false,
    }
  );
}
