// What could be put in where a step of a scenario is missing. The peer's lines come first, told in this device's words by the same
// engine that completes a peer; what neither device has comes from the scenario. Lines that need others (a view, a group, what
// they name) are also proposed together with these.
import { addressesToAsk } from '../../compare/mirror';
import { correspondenceOf, type Correspondence } from '../../compare/correspondence';
import { keyFor, viewKey } from '../../compare/device-views';
import { hotBackup } from '../../compare/hot-backup-lines';
import { PeerEdits, type Facts } from '../../compare/peer-edits';
import { swapSides } from '../../compare/swap-sides';
import { entry } from '../../catalogue';
import type { FileEdit } from '../../edits/file-edit';
import { placeholdersIn } from '../../edits/placeholders';
import type { MatchedLine } from '../../model/lines/matched-line';
import { interfaceKey, nameKey } from '../../model/names';
import { other, type Pair } from '../../model/pairing/pair';
import type { PlacedLine, Side, Step } from '..';
import { scenarioIn, scenarioSide, stepsOf, type Carried } from './carried-scenarios';
import { openLines } from './open-lines';
import { inserted, isAskedFor, keyOf, presentLine } from './scenario-lines';

/** Edits that put in what a step lacks, the best first. */
export interface StepProposals {
  /** The smallest first; each is whole by itself. */
  readonly proposals: readonly (readonly FileEdit[])[];
  /** A sentence, where there is nothing to propose. */
  readonly problem?: string;
}

const sides: readonly Side[] = ['a', 'b'];

/** On one device of the pair, or on both. */
export function stepProposals(pair: Pair, facts: Facts, key: string, guide: string, device?: Side): StepProposals {
  const carried = scenarioIn(pair, key);
  const step = carried && stepsOf(carried).find((candidate) => candidate.guide === guide);
  if (!carried || !step) return { proposals: [], problem: 'The pair no longer has this scenario.' };
  const inserting = new Inserting(pair, facts, carried);
  const asked = device === undefined ? sides : [device];
  if (!asked.some((side) => inserting.isMissing(step, side)))
    return { proposals: [], problem: 'Nothing is missing here.' };
  const scopes = asked.length === 1 ? [asked, sides] : [asked];
  const proposals = scopes.flatMap((on) => reaches.map((reach) => inserting.edits([step], on, reach)));
  const whole = stepsOf(carried).filter((each) => each === step || !each.optional);
  proposals.push(inserting.edits(whole, sides, 'named'), inserting.edits(whole, sides, 'all'));
  const found = distinct(proposals.filter((edits) => edits.length > 0));
  // What a person has to fill in comes last: it is better than no way on.
  const open = found.filter(hasPlaceholder);
  if (found.length > 0) return { proposals: [...found.filter((edits) => !open.includes(edits)), ...open] };
  const unknown = inserting.unknownTitles(step, asked);
  return {
    proposals: [],
    problem: unknown.length > 0 ? `The files do not tell: ${unknown.join('; ')}.` : 'Nothing is missing here.',
  };
}

/** How far the lines of the peer reach: the step's own, all of their views, what these name too, everything of hot backup. */
type Reach = 'lines' | 'views' | 'named' | 'all';
const reaches: readonly Reach[] = ['lines', 'views', 'named'];

class Inserting {
  private readonly open: Readonly<Record<Side, ReadonlyMap<string, string>>>;

  constructor(
    private readonly pair: Pair,
    private readonly facts: Facts,
    private readonly carried: Carried,
  ) {
    this.open = {
      a: openLines(carried, scenarioSide(carried, 'a')),
      b: openLines(carried, scenarioSide(carried, 'b')),
    };
  }

  edits(steps: readonly Step[], on: readonly Side[], reach: Reach): readonly FileEdit[] {
    return on.flatMap((side) => {
      const fromPeer = this.fromPeer(steps, side, reach);
      return [...fromPeer, ...this.fromScenario(steps, side, fromPeer)];
    });
  }

  /** What a person is asked for because no file tells it. */
  unknownTitles(step: Step, on: readonly Side[]): string[] {
    const { parameters } = this.carried.scenario;
    const ids = new Set(
      on.flatMap((side) => this.missing(step, side).flatMap((line) => this.open[side].get(keyOf(line)) ?? [])),
    );
    return parameters.filter(({ id }) => ids.has(id)).map(({ title }) => title);
  }

  isMissing(step: Step, side: Side): boolean {
    return this.missing(step, side).length > 0;
  }

  private missing(step: Step, side: Side): PlacedLine[] {
    const device = this.pair[side];
    return step[scenarioSide(this.carried, side)].filter(
      (line) => isAskedFor(device, line) && !presentLine(device, line),
    );
  }

  private fromPeer(steps: readonly Step[], side: Side, reach: Reach): readonly FileEdit[] {
    const toSide = side === 'b' ? this.pair : swapSides(this.pair);
    const facts: Facts = side === 'b' ? this.facts : (each) => this.facts(other(each));
    const correspondence = correspondenceOf(toSide, facts);
    const lines = steps.flatMap((step) => (this.missing(step, side).length > 0 ? this.present(step, other(side)) : []));
    if (lines.length === 0) return [];
    return new PeerEdits(correspondence, facts, reached(correspondence, lines, reach), new Set(lines)).edits();
  }

  private present(step: Step, side: Side): MatchedLine[] {
    return step[scenarioSide(this.carried, side)].flatMap((line) => presentLine(this.pair[side], line) ?? []);
  }

  /** Lines that neither device has; what needs an answer that no file gives stays out, with all of its step. */
  private fromScenario(steps: readonly Step[], side: Side, fromPeer: readonly FileEdit[]): readonly FileEdit[] {
    const lines = steps.flatMap((step) => {
      const missing = this.missing(step, side);
      const hasPeer = this.present(step, other(side)).length > 0 && fromPeer.length > 0;
      const isOpen = missing.some((line) => this.open[side].has(keyOf(line)));
      return hasPeer || isOpen ? [] : missing;
    });
    return inserted(this.pair[side], lines);
  }
}

/** The lines of `correspondence.a` that come along with these. */
function reached(
  correspondence: Correspondence,
  lines: readonly MatchedLine[],
  reach: Reach,
): ReadonlySet<MatchedLine> {
  if (reach === 'lines') return new Set(lines);
  const all = hotBackup(correspondence.a).lines;
  const views = new ViewLines(correspondence, all);
  if (reach === 'all') return views.withAddresses(all);
  const found = new Set(lines);
  for (const line of found) {
    for (const beside of views.around(line)) found.add(beside);
    if (reach === 'named') for (const named of views.namedBy(line)) found.add(named);
  }
  return views.withAddresses(found);
}

/** Lines of one device by the view in which they stand. */
class ViewLines {
  constructor(
    private readonly correspondence: Correspondence,
    private readonly all: ReadonlySet<MatchedLine>,
  ) {}

  /** The lines of hot backup in the view of this one. */
  around(line: MatchedLine): readonly MatchedLine[] {
    const head = line.opens ? line : this.correspondence.a.parents.get(line);
    return head ? this.ofView(viewKey(head)) : [];
  }

  /** The lines of the views whose names this line has, where the other device lacks them. */
  namedBy(line: MatchedLine): readonly MatchedLine[] {
    return (line.match?.values ?? []).flatMap((value) => {
      const refers = entry(line.match!.command)?.parameters[value.name]?.refers;
      const key = refers && viewKinds[refers];
      if (!key) return [];
      const view = keyFor(key, key === 'interface' ? interfaceKey(value.text) : nameKey(value.text));
      return this.correspondence.viewFor('a', view) ? [] : this.ofView(view);
    });
  }

  /** With the addresses that an interface needs before anything can be typed there. */
  withAddresses(lines: ReadonlySet<MatchedLine>): ReadonlySet<MatchedLine> {
    const heads = [...lines].filter((line) => line.opens === 'interface');
    return new Set([...lines, ...heads.flatMap((head) => addressesToAsk(this.correspondence, head))]);
  }

  private ofView(key: string): readonly MatchedLine[] {
    const view = this.correspondence.a.views.get(key);
    return view ? [...view.heads, ...view.lines].filter((line) => this.all.has(line)) : [];
  }
}

/** By the kind of name, the views that define it. */
const viewKinds: Readonly<Record<string, string>> = {
  rbs: 'rbs',
  rbp: 'rbp',
  'service-instance-group': 'instanceGroup',
  'service-location': 'location',
  interface: 'interface',
};

function hasPlaceholder(edits: readonly FileEdit[]): boolean {
  return edits.some(({ newText }) => placeholdersIn(newText).length > 0);
}

function distinct(proposals: readonly (readonly FileEdit[])[]): (readonly FileEdit[])[] {
  const seen = new Set<string>();
  return proposals.filter((edits) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key);
  });
}
