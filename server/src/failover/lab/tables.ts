// What lab.sh reads: lab.tsv, of what the lab is made, and expected.tsv, when each role changes. A field holds no tab and no line
// end, and is never empty, since a shell takes two tabs for one.
import { printable } from '../../text/sanitize';
import { other } from '../../model/pairing/pair';
import type { FailureEvent } from '../simulation/events';
import { eventName } from '../simulation/events';
import type { History, RoleChange } from '../simulation/history';
import { rounded } from '../simulation/timers';
import { singleFailures } from '../judgement/matrix';
import { sides } from '../simulation/names';
import { courseWords, coursesOf } from './courses';
import { groupId, type LabPlan } from './plan';

const nothing = '-';

/** What `lab.sh` reads: a row for each device, LAN, port, group and host, fields apart by tabs. */
export function labTable(plan: LabPlan): string {
  const { names, lans, hosts, ports, groups, settleSeconds } = plan;
  return table([
    ...sides.map((side) => ['device', side, names[side]]),
    ['settle', String(settleSeconds)],
    ...lans.map((lan) => ['lan', String(lan)]),
    ...hosts.map(({ lan, address, family }) => ['host', String(lan), address, String(family)]),
    ...ports.map((port) => [
      'port',
      port.id,
      port.side,
      port.name,
      port.key,
      port.mainKey,
      port.members.join(' '),
      port.lan === undefined ? nothing : String(port.lan),
      port.kinds.join(' '),
      port.up ? 'up' : 'shut',
      port.addresses.join(' '),
    ]),
    ...groups.map(({ id, rest, name }) => ['group', id, rest, name]),
    ...groups.flatMap(({ id, sides: having }) => having.map((side) => ['member', id, side])),
  ]);
}

/** A change of a role that is due after one event of a pair at rest. Times are seconds after the event. */
export interface ExpectedChange {
  /** Spelled as lab.sh spells it: without a time. */
  readonly event: string;
  readonly group: string;
  readonly side: string;
  readonly role: string;
  readonly from: number;
  readonly to: number;
  /** What keepalived adds to the end of a delay. */
  readonly surplus: number;
  /** What it depends on where no file tells, as a clause; else empty. */
  readonly condition: string;
}

/** Of every single failure, and of the return once all timers have ended. */
export function expectedChanges({ standIn: { stage } }: LabPlan): ExpectedChange[] {
  const whenSteady = 100_000;
  return singleFailures(stage).flatMap((failure) => {
    const events = [failure, { ...failure, change: 'up' as const, at: whenSteady }];
    const courses = coursesOf(stage, events);
    return events.flatMap((event, index) =>
      courses.flatMap(({ history, groups }) => changesOf(history, groups, event, index)),
    );
  });
}

/** The predicted changes of roles as rows, fields apart by tabs. */
export function expectedTable(changes: readonly ExpectedChange[]): string {
  return table(
    changes.map(({ event, group, side, role, from, to, surplus, condition }) => [
      event,
      group,
      side,
      role,
      ...[from, to, surplus].map((seconds) => String(rounded(seconds))),
      condition,
    ]),
  );
}

function changesOf(
  history: History,
  groups: ReadonlySet<number>,
  event: FailureEvent,
  index: number,
): ExpectedChange[] {
  const spelled = eventName(event) + placeOf(event);
  return [...groups].flatMap((number) =>
    history.actors[number]!.roles.filter((change) => change.cause === index && change.role !== 'unknown').map(
      (change) => ({
        event: spelled,
        group: groupId(number),
        side: change.side,
        role: change.role,
        from: change.span[0] - event.at,
        to: change.span[1] - event.at,
        surplus: surplusOf(history, number, change),
        condition: courseWords(history, number),
      }),
    ),
  );
}

function placeOf({ device, part }: FailureEvent): string {
  if (device === undefined) return '';
  return part === undefined ? `:${device}` : `:${device}/${part}`;
}

/**
 * Seconds by which keepalived may be later than the span: after a delay it waits one master-down interval more, and it keeps the
 * delay where a lifted priority takes over without it. The loser is as late as the winner.
 */
export function surplusOf({ actors }: History, number: number, change: RoleChange): number {
  const { actor } = actors[number]!;
  const leader = actors[actor.admin ?? number]!;
  const winner = change.role === 'master' ? change.side : other(change.side);
  const delay = leader.settings[winner]?.delay ?? 0;
  const isPreemption = leader.roles.some(
    (won) => won.side === winner && won.role === 'master' && won.why === 'preempt' && won.cause === change.cause,
  );
  const isLate = change.role === 'master' || change.why === 'hears-higher' || change.why === 'follows';
  if (delay === 0 || !isPreemption || !isLate || change.role === 'initialize') return 0;
  const isLifted = leader.events[change.cause]?.after.effective[winner]?.lifted ?? false;
  return (leader.masterDown[winner] ?? 0) + (isLifted ? delay : 0);
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join('\t')}\n`).join('');
}

function field(text: string): string {
  const plain = printable(text).replace(/\t/g, ' ').trim();
  return plain === '' ? nothing : plain;
}
