// What a lab of a pair is made of: a namespace a device, a link for each interface that a role depends on, a bridge for each LAN,
// and a daemon's instance for each group. Plain data, from which the files of the lab are written.
import type { Pair, Side } from '../../model/pairing/pair';
import { groupWords } from '../judgement/words';
import type { ActorHistory } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Role } from '../simulation/rehearsal';
import { simulate } from '../simulation/simulation';
import { hostsOf, type LabHost } from './hosts';
import { lansOf } from './lans';
import { portsOf, type LabPort } from './ports';
import { standInOf, type StandIn } from './stand-in';

/** Who is master when nothing has failed. */
export type Rest = Side | 'both' | 'none';

/** A virtual router of the pair. */
export interface LabGroup {
  /** `g1`: the name of its instances; the number is its place in the prediction, from 1. */
  readonly id: string;
  /** `VRRP6 group 1` */
  readonly name: string;
  /** Who is master before anything fails; where no file tells who came up first, the one that the lab brings up first. */
  readonly rest: Rest;
  /** The devices that have it. */
  readonly sides: readonly Side[];
}

/** What the lab is made of. */
export interface LabPlan {
  readonly pair: Pair;
  readonly names: Readonly<Record<Side, string>>;
  readonly standIn: StandIn;
  /** Numbers of the LANs, from 1. */
  readonly lans: readonly number[];
  readonly ports: readonly LabPort[];
  readonly hosts: readonly LabHost[];
  /** In the order of the actors of the stage. */
  readonly groups: readonly LabGroup[];
  /** Seconds within which every role has settled after the start. */
  readonly settleSeconds: number;
}

/** `delays`: the longest preemption delay in seconds, if there is to be one. */
export function planOf(pair: Pair, delays?: number): LabPlan {
  const standIn = standInOf(pair, delays);
  const lans = lansOf(pair, standIn.stage);
  const ports = portsOf(standIn.stage, lans);
  const numbers = [...new Set(ports.flatMap(({ lan }) => lan ?? []))].sort((x, y) => x - y);
  return {
    pair,
    names: deviceNames(pair),
    standIn,
    lans: numbers,
    ports,
    hosts: hostsOf(pair, ports),
    groups: simulate(standIn.stage, []).actors.map(groupOf),
    settleSeconds: settleSeconds(standIn),
  };
}

/** The link of an interface, by its key. */
export function portOf(plan: Pick<LabPlan, 'ports'>, side: Side, key: string): LabPort | undefined {
  return plan.ports.find((port) => port.side === side && port.key === key);
}

/** The name of a virtual router in the files of the lab. */
export function groupId(actor: number): string {
  return `g${actor + 1}`;
}

function groupOf({ actor, initial }: ActorHistory, index: number): LabGroup {
  return {
    id: groupId(index),
    name: groupWords(actor),
    rest: restOf(initial.roles),
    sides: sides.filter((side) => actor.groups[side] !== undefined),
  };
}

function restOf({ a, b }: Readonly<Record<Side, Role>>): Rest {
  if (a === 'master') return b === 'master' ? 'both' : 'a';
  return b === 'master' ? 'b' : 'none';
}

function settleSeconds({ stage }: StandIn): number {
  const members = stage.settings.flatMap(({ a, b }) => [a, b]).filter((settings) => settings !== undefined);
  const longest = Math.max(1, ...members.map(({ interval, multiplier }) => interval * (multiplier + 1)));
  return Math.ceil(3 * longest + 8);
}
