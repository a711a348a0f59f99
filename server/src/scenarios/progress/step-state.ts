// Which scenarios a pair carries, and how far each step of the guide has come on each device: done, missing with the edits that
// put it in, or wrong because a finding of a rule that cites the step stands there.
import type { Device, Rbp, ServiceLocation } from '../../model/device';
import { groupsOf } from '../../model/services/bindings';
import type { GroupPair, Pair, Side } from '../../model/pairing/pair';
import { rowOf } from '../../model/place';
import { intendedMaster } from '../../model/vrrp/roles';
import { rules } from '../../rules/registry';
import type { FileEdit } from '../../edits/file-edit';
import type { Finding } from '../../diagnostics/rule-runner';
import { groupOf, instancesOn, interChassis } from '../../model/services/service-boards';
import { dependents } from '../dependence';
import { scenario as scenarioOf } from '../index';
import type { Answers, PlacedLine, Scenario, Step } from '../scenario';
import { filled } from '../scaffold';
import { remembered } from '../../text/memoize';
import { answersOf, type Holders } from './answers-of-pair';
import { blockOf, inserted, presentLine } from './scenario-lines';

/** A scenario that a pair carries. */
export interface Carried {
  readonly scenario: Scenario;
  /** Tells several of one kind apart; stays while names and numbers stay. */
  readonly key: string;
  readonly detail: string;
  /** The scenario's side that the pair's first device is: its master is side `a`. */
  readonly first: Side;
  readonly answers: Answers;
  /** Parameters that the pair does not tell and that no default can stand for. */
  readonly open: ReadonlySet<string>;
}

export type StepMark = 'done' | 'missing' | 'wrong';

export interface StepState {
  readonly guide: string;
  readonly title: string;
  readonly optional: boolean;
  /** Of the pair's first and second device. */
  readonly a: StepMark;
  readonly b: StepMark;
  /** Rows from 0: where the step stands or would stand. */
  readonly rowA?: number;
  readonly rowB?: number;
  readonly findings: readonly string[];
}

export interface ScenarioState {
  readonly scenario: string;
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly steps: readonly StepState[];
  readonly verify: readonly string[];
}

/** What the files alone say of a step on one device. */
interface Standing {
  readonly missing: boolean;
  readonly row: number | undefined;
}

interface Read {
  readonly carried: Carried;
  readonly steps: readonly { readonly step: Step; readonly on: readonly [Standing, Standing] }[];
  /** Rows of either device in which a finding may speak about the scenario. */
  readonly rows: readonly [ReadonlySet<number>, ReadonlySet<number>];
}

const reading = remembered((pair: Pair): readonly Read[] =>
  carried(pair).map((one) => {
    const steps = stepsOf(one);
    return {
      carried: one,
      rows: [scope(pair.a, sideOf(one, 0), steps), scope(pair.b, sideOf(one, 1), steps)],
      steps: steps.map((step) => ({
        step,
        on: [standing(pair.a, step[sideOf(one, 0)]), standing(pair.b, step[sideOf(one, 1)])],
      })),
    };
  }),
);

/** Every scenario of the pair with the state of its steps; `findings` are those of the workspace. */
export function stateOf(pair: Pair, findings: readonly Finding[]): ScenarioState[] {
  const told = findings.filter(isAbove).map((finding) => ({ finding, guides: guides.get(finding.rule) ?? [] }));
  return reading(pair).map(({ carried: one, steps, rows }) => {
    const here = told
      .map(({ finding, guides: cited }) => ({
        finding,
        cited,
        a: standsOn(finding, pair.a, rows[0]),
        b: standsOn(finding, pair.b, rows[1]),
      }))
      .filter(({ a, b }) => a || b);
    return {
      scenario: one.scenario.id,
      key: one.key,
      title: one.scenario.title,
      detail: one.detail,
      verify: one.scenario.verify(one.answers),
      steps: steps.map(({ step, on }) => {
        const wrong = here.filter(({ cited }) => cited.some((guide) => step.guides.includes(guide)));
        const mark = ({ missing }: Standing, side: Side): StepMark =>
          missing ? 'missing' : wrong.some((each) => each[side]) ? 'wrong' : 'done';
        return {
          guide: step.guide,
          title: step.title,
          optional: step.optional,
          a: mark(on[0], 'a'),
          b: mark(on[1], 'b'),
          rowA: on[0].row,
          rowB: on[1].row,
          findings: [...new Set(wrong.map(({ finding }) => finding.message))],
        };
      }),
    };
  });
}

/** The edits that put in what is missing of a step: on one device of the pair, or on both. */
export function stepEdits(
  pair: Pair,
  key: string,
  guide: string,
  device?: Side,
): { readonly edits: readonly FileEdit[]; readonly problem?: string } {
  const one = reading(pair).find((each) => each.carried.key === key)?.carried;
  const step = one && stepsOf(one).find((each) => each.guide === guide);
  if (!one || !step) return { edits: [], problem: 'The pair does not carry this scenario any more.' };
  const unknown = new Set<string>();
  const edits = (['a', 'b'] as const).flatMap((side, index) => {
    if (device !== undefined && device !== side) return [];
    const own = sideOf(one, index);
    const open = openLines(one, own);
    const lines = step[own].filter((line) => {
      if (line.site) return false;
      const parameter = presentLine(pair[side], line) ? undefined : open.get(keyOf(line));
      if (parameter !== undefined) unknown.add(parameter);
      return parameter === undefined;
    });
    return inserted(pair[side], lines);
  });
  const titles = [...unknown].map((id) => one.scenario.parameters.find((parameter) => parameter.id === id)!.title);
  return edits.length > 0
    ? { edits }
    : {
        edits,
        problem: titles.length > 0 ? `The files do not tell: ${titles.join('; ')}.` : 'Nothing is missing here.',
      };
}

function stepsOf(one: Carried): readonly Step[] {
  return one.scenario.steps(one.answers);
}

/** Which side of the scenario the pair's first (0) or second (1) device is. */
function sideOf(one: Carried, index: number): Side {
  return (index === 0) === (one.first === 'a') ? 'a' : 'b';
}

function standing(device: Device, lines: readonly PlacedLine[]): Standing {
  const own = lines.filter((line) => !line.site).map((line) => ({ line, there: presentLine(device, line) }));
  const shown =
    own.find(({ line, there }) => there && line.text !== '')?.there ??
    own.find(({ there }) => there)?.there ??
    own.flatMap(({ line }) => blockOf(device, line.section)?.heads[0] ?? [])[0];
  return { missing: own.some(({ there }) => !there), row: shown && rowOf(shown) };
}

/** The rows of a device in which a finding may speak about the scenario: its sections, and its lines of the system view. */
function scope(device: Device, side: Side, steps: readonly Step[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const line of steps.flatMap((step) => step[side])) {
    const block = line.section === '' ? undefined : blockOf(device, line.section);
    for (const one of block ? [...block.heads, ...block.lines] : []) rows.add(rowOf(one));
    const there = line.section === '' ? presentLine(device, line) : undefined;
    if (there) rows.add(rowOf(there));
  }
  return rows;
}

function standsOn(finding: Finding, device: Device, rows: ReadonlySet<number>): boolean {
  return [finding, ...(finding.peer ? [finding.peer] : [])].some(
    (spot) => spot.file === device.file && rows.has(spot.range.start.line),
  );
}

function isAbove({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** `000 steps 1.3-1.4` names two steps. */
function expanded(guide: string): string[] {
  const hit = /^(\d{3}) steps (\d+)\.(\d+)(?:-| and )(\d+)\.(\d+)$/.exec(guide);
  if (!hit) return [guide];
  const [, page, major, from, last, to] = hit;
  if (major !== last) return [`${page} step ${major}.${from}`, `${page} step ${last}.${to}`];
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, index) => `${page} step ${major}.${Number(from) + index}`,
  );
}

const guides = new Map(rules.map((rule) => [rule.id, rule.guide.flatMap(expanded)]));

// What a pair carries

function carried(pair: Pair): Carried[] {
  return [...profileScenarios(pair), ...boardScenarios(pair)].sort((one, two) => (one.key < two.key ? -1 : 1));
}

function profileScenarios(pair: Pair): Carried[] {
  const matched = new Set<Rbp>(pair.profiles.flatMap(({ a, b }) => [a, b]));
  const couples: readonly { readonly a?: Rbp; readonly b?: Rbp }[] = [
    ...pair.profiles,
    ...[...pair.a.profiles.values()].filter((one) => !matched.has(one)).map((a) => ({ a })),
    ...[...pair.b.profiles.values()].filter((one) => !matched.has(one)).map((b) => ({ b })),
  ];
  return couples.flatMap((couple) => {
    const known = [couple.a, couple.b].flatMap((profile) => profile ?? []);
    if (known.some((profile) => profile.roles.some((role) => role.kind === 'e-trunk'))) return [];
    const services = new Set(
      known.flatMap((profile) => profile.services.map((service) => service.value.toLowerCase())),
    );
    return [...services].flatMap((service) => {
      const found = scenarioOf(service);
      if (!found) return [];
      const groups = pair.groups.find((one) => one.profiles.some((each) => each.a === couple.a && each.b === couple.b));
      const holder = (device: Device, profile: Rbp | undefined, group: GroupPair['a'] | undefined) => ({
        device,
        profile,
        group: group ?? (profile && groupsOf(profile, device)[0]),
      });
      const holders = { a: holder(pair.a, couple.a, groups?.a), b: holder(pair.b, couple.b, groups?.b) };
      const id = known[0]!.backupId?.value;
      return [
        toCarried(
          found,
          `${found.id} ${known[0]!.key}`,
          `${known[0]!.name}${id === undefined ? '' : `, backup-id ${id}`}`,
          holders,
          groups && intendedMaster(pair, groups),
        ),
      ];
    });
  });
}

function boardScenarios(pair: Pair): Carried[] {
  const dsLite = scenarioOf('ds-lite')!;
  const ids = new Set([...interChassis(pair.a), ...interChassis(pair.b)].map((location) => location.id));
  return [...ids].flatMap((id) => {
    const [a, b] = [pair.a.locations.get(id), pair.b.locations.get(id)];
    const instance = (device: Device, location: ServiceLocation | undefined) =>
      location ? instancesOn(device, location).find((one) => one.kind === 'ds-lite') : undefined;
    const [mine, theirs] = [instance(pair.a, a), instance(pair.b, b)];
    // A channel to another device altogether, or boards of NAT instances.
    const points = [
      a?.remote && pair.b.addresses.has(a.remote.peer.value.key),
      b?.remote && pair.a.addresses.has(b.remote.peer.value.key),
    ];
    if ((!mine && !theirs) || !points.some((one) => one === true)) return [];
    const [groupA, groupB] = [a && groupOf(pair.a, a), b && groupOf(pair.b, b)];
    const holders = {
      a: { device: pair.a, location: a, instance: mine, group: groupA },
      b: { device: pair.b, location: b, instance: theirs, group: groupB },
    };
    const groups = pair.groups.find((one) => one.a === groupA && one.b === groupB);
    const master = groups && intendedMaster(pair, groups);
    return [toCarried(dsLite, `ds-lite ${id}`, `service-location ${id}`, holders, master)];
  });
}

function toCarried(
  scenario: Scenario,
  key: string,
  detail: string,
  holders: Holders,
  master: Side | undefined,
): Carried {
  const first = master === 'b' ? 'b' : 'a';
  const known = answersOf(first === 'a' ? holders : { a: holders.b, b: holders.a }, serviceFamily(scenario));
  const answers = filled(scenario, known);
  const open = scenario.parameters.filter(
    (one) =>
      answers[one.id] !== undefined &&
      known[one.id] === undefined &&
      (one.type === 'interface' || one.spread === 'own' || /ip|prefix/.test(one.type)),
  );
  return { scenario, key, detail, first, answers: { ...known, ...answers }, open: new Set(open.map((one) => one.id)) };
}

/** The family of the users' addresses. */
export function serviceFamily(scenario: Scenario): 4 | 6 {
  return scenario.parameters.some((one) => one.id === 'address-a' && one.type === 'ipv6-prefix') ? 6 : 4;
}

/** Lines of a side that need what the pair does not tell, each with the parameter. */
function openLines(one: Carried, side: Side): Map<string, string> {
  const all = stepsOf(one).flatMap((step) => step[side]);
  const found = new Map<string, string>();
  for (const parameter of one.scenario.parameters.filter((each) => one.open.has(each.id))) {
    for (const spot of dependents(one.scenario, one.answers, parameter)) {
      const line = spot.side === side ? all[spot.line] : undefined;
      if (line) found.set(keyOf(line), parameter.id);
    }
  }
  return found;
}

function keyOf(line: PlacedLine): string {
  return `${line.section}\n${line.text}`;
}
