// How far each step of the guide has come on each device of a pair: done, missing, or wrong because
// a finding of a rule that cites the step stands there.
import type { Finding } from '../../diagnostics/findings';
import type { Device } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { rowOf } from '../../model/place';
import { rules } from '../../rules/registry';
import { memoizeByObject } from '../../text/memoize';
import type { PlacedLine, Side, Step } from '..';
import {
  carriedScenarios,
  scenarioSide,
  stepsOf,
  unguidedProfiles,
  type Carried,
  type Unguided,
} from './carried-scenarios';
import { blockOf, isAskedFor, presentLine } from './scenario-lines';

/** How a step stands on a device. */
export type StepMark = 'done' | 'missing' | 'wrong';

/** A step with its mark on each device. */
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

/** A scenario of a pair with all its steps. */
export interface ScenarioState {
  readonly scenario: string;
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly steps: readonly StepState[];
  readonly verify: readonly string[];
}

/** What the files alone say of a step on one device. */
interface StepPresence {
  readonly missing: boolean;
  /** Row from 0: where the step stands or would stand. */
  readonly row: number | undefined;
}

interface ReadScenario {
  readonly carried: Carried;
  readonly steps: readonly { readonly step: Step; readonly on: Readonly<Record<Side, StepPresence>> }[];
  /** Rows of either device in which a finding may speak about the scenario. */
  readonly rows: Readonly<Record<Side, ReadonlySet<number>>>;
}

const scenariosIn = memoizeByObject((pair: Pair): readonly ReadScenario[] =>
  carriedScenarios(pair).map((carried) => {
    const steps = stepsOf(carried);
    return {
      carried,
      rows: bySide((side) => rowsOfScenario(pair[side], scenarioSide(carried, side), steps)),
      steps: steps.map((step) => ({
        step,
        on: bySide((side) => presenceOf(pair[side], step[scenarioSide(carried, side)])),
      })),
    };
  }),
);

/** Every scenario of the pair with the state of its steps; `findings` are those of the workspace. */
export function stateOf(pair: Pair, findings: readonly Finding[]): ScenarioState[] {
  const serious = findings.filter(isSerious);
  const carried = scenariosIn(pair).map((read): ScenarioState => {
    const { scenario, key, detail, answers } = read.carried;
    const located = serious.map((finding) => locatedFinding(pair, finding, read.rows)).filter(({ on }) => on.a || on.b);
    return {
      scenario: scenario.id,
      key,
      title: scenario.title,
      detail,
      verify: scenario.verify(answers),
      steps: read.steps.map(({ step, on }) => stepState(step, on, located)),
    };
  });
  return [...carried, ...unguidedProfiles(pair).map(withoutSteps)];
}

function withoutSteps({ profile, services }: Unguided): ScenarioState {
  const [scenario = ''] = services;
  const title = services.join(', ');
  const detail = `${profile}: no procedure is published, so there is no scenario; its lines are checked`;
  return {
    scenario,
    key: `${scenario} ${profile}`,
    title,
    detail,
    steps: [],
    verify: ['display remote-backup-profile'],
  };
}

/** A finding about a scenario: the steps it cites, and the devices on which it stands. */
interface LocatedFinding {
  readonly finding: Finding;
  readonly guides: readonly string[];
  readonly on: Readonly<Record<Side, boolean>>;
}

function locatedFinding(pair: Pair, finding: Finding, rows: ReadScenario['rows']): LocatedFinding {
  return {
    finding,
    guides: guides.get(finding.rule) ?? [],
    on: bySide((side) => isInRows(finding, pair[side], rows[side])),
  };
}

function stepState(
  step: Step,
  on: Readonly<Record<Side, StepPresence>>,
  located: readonly LocatedFinding[],
): StepState {
  const wrong = located.filter((candidate) => candidate.guides.some((guide) => step.guides.includes(guide)));
  const markOn = (side: Side): StepMark => {
    if (on[side].missing) return 'missing';
    return wrong.some((candidate) => candidate.on[side]) ? 'wrong' : 'done';
  };
  return {
    guide: step.guide,
    title: step.title,
    optional: step.optional,
    a: markOn('a'),
    b: markOn('b'),
    rowA: on.a.row,
    rowB: on.b.row,
    findings: [...new Set(wrong.map(({ finding }) => finding.message))],
  };
}

function bySide<Value>(valueOf: (side: Side) => Value): Record<Side, Value> {
  return { a: valueOf('a'), b: valueOf('b') };
}

function presenceOf(device: Device, lines: readonly PlacedLine[]): StepPresence {
  const asked = lines.filter((line) => !line.site).map((line) => ({ line, present: presentLine(device, line) }));
  const isMissing = asked.some(({ line, present }) => !present && isAskedFor(device, line));
  const shown =
    asked.find(({ line, present }) => present && line.text !== '')?.present ??
    asked.find(({ present }) => present)?.present ??
    asked.flatMap(({ line }) => blockOf(device, line.section)?.heads[0] ?? [])[0] ??
    lines.flatMap((line) => (line.within === undefined ? (presentLine(device, line) ?? []) : []))[0];
  return { missing: isMissing, row: shown && rowOf(shown) };
}

/** The rows of a device in which a finding may speak about the scenario: its sections, and its lines of the system view. */
function rowsOfScenario(device: Device, side: Side, steps: readonly Step[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const line of steps.flatMap((step) => step[side])) {
    if (line.section === '') {
      const present = presentLine(device, line);
      if (present) rows.add(rowOf(present));
      continue;
    }
    const block = blockOf(device, line.section);
    for (const written of block ? [...block.heads, ...block.lines] : []) rows.add(rowOf(written));
  }
  return rows;
}

function isInRows(finding: Finding, device: Device, rows: ReadonlySet<number>): boolean {
  const spots = finding.peer ? [finding, finding.peer] : [finding];
  return spots.some((spot) => spot.file === device.file && rows.has(spot.range.start.line));
}

function isSerious({ severity }: Finding): boolean {
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
