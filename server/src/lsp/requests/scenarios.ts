// The requests about scenarios: what to ask for a new pair, what the answers give, which scenarios the pairs of the workspace
// carry, and the edits that bring them on. Nothing is written here: the client shows what it gets and a person accepts it.
import type { Connection } from 'vscode-languageserver';
import { sourceInWords } from '../../catalogue/guide';
import { added, addedAnswers, contradictions } from '../../scenarios/progress/add-scenario';
import { stepProposals } from '../../scenarios/progress/insert-step';
import { stateOf } from '../../scenarios/progress/step-state';
import { chosenProposal } from '../../features/insert-step';
import { orientToMaster, swapSides } from '../../compare/swap-sides';
import type { Device } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { portNames } from '../../model/ports';
import type { FileEdit } from '../../edits/file-edit';
import { scenario as scenarioOf, scenarios, type Answers, type Parameter, type Scenario } from '../../scenarios';
import { answered, fileOfDevice, problemOf, scaffold } from '../../scenarios/scaffold';
import { normal } from '../../scenarios/values';
import { printableData } from '../../text/sanitize';
import type { ShownFinding, Workspace } from '../../workspace/workspace';
import { trialOn } from '../trial';
import { clampRange } from '../to-lsp';
import { refusal, workspaceEdit, type EditedFiles } from '../workspace-edit';
import { fileId } from '../file-ids';
import type { Guard } from '../error-guard';
import { onOwnRequest } from '../own-methods';
import {
  noPeerText,
  requests,
  type AddScenarioParams,
  type CheckAnswerParams,
  type CheckAnswerResult,
  type InsertStepParams,
  type NewPairParams,
  type NewPairResult,
  type PairScenarios,
  type PeerDevice,
  type Question,
  type QuestionsParams,
  type ScenarioEditResult,
  type ScenarioQuestions,
} from '../protocol';
import { cited } from './guide-link';

/** What requests about scenarios ask of the server. */
export interface ScenarioRequests extends EditedFiles {
  readonly workspace: Workspace;
}

/**
 * Answers `vrp/questions`, `vrp/checkAnswer`, `vrp/newPair`, `vrp/addScenario`, `vrp/scenarios` and `vrp/insertStep`.
 * `around` is asked anew by each request; `flush` runs the check that is due.
 */
export function scenarioRequests(
  connection: Connection,
  request: Guard['request'],
  around: () => ScenarioRequests,
  flush: () => void,
): void {
  const scenes = new ScenarioAnswers(around, flush);
  const { questions, checkAnswer, newPair, addScenario, insertStep } = requests;
  onOwnRequest(
    connection,
    questions,
    request('questions', (params: QuestionsParams | null) => scenes.questions(params)),
  );
  onOwnRequest(
    connection,
    checkAnswer,
    request('check answer', (params: CheckAnswerParams) => scenes.checkAnswer(params)),
  );
  onOwnRequest(connection, newPair, request('new pair', newPairResult));
  onOwnRequest(
    connection,
    addScenario,
    request('add scenario', (params: AddScenarioParams) => scenes.addScenario(params)),
  );
  onOwnRequest(
    connection,
    requests.scenarios,
    request('scenarios', () => scenes.scenarios()),
  );
  onOwnRequest(
    connection,
    insertStep,
    request('insert step', (params: InsertStepParams) => scenes.insertStep(params)),
  );
}

/** Of one pair; nobody reads more in a tree. */
const mostFindings = 50;

const noScenario = 'There is no such scenario.';

class ScenarioAnswers {
  constructor(
    private readonly around: () => ScenarioRequests,
    private readonly flush: () => void,
  ) {}

  questions(params: QuestionsParams | null): ScenarioQuestions[] {
    const wanted = params?.scenario === undefined ? scenarios : scenarios.filter(({ id }) => id === params.scenario);
    const given = answersIn(params?.answers);
    const pair = params?.uri === undefined ? undefined : this.pairOf(params.uri);
    return wanted.map((scenario) => questionsOf(scenario, knownTo(scenario, given), pair));
  }

  checkAnswer(params: CheckAnswerParams): CheckAnswerResult {
    const scenario = scenarioOf(String(params.scenario));
    const parameter = scenario?.parameters.find(({ id }) => id === params.parameter);
    if (!scenario || !parameter) return { problem: 'There is no such question.' };
    const pair = params.uri === undefined ? undefined : this.pairOf(params.uri);
    const given = answersIn(params.answers);
    const all = pair ? { ...addedAnswers(pair, scenario, given).answers, ...given } : answered(scenario, given).answers;
    const value = normal(parameter.type, String(params.value));
    const problem =
      problemOf(parameter, value, answersBefore(scenario, parameter, all), pair !== undefined) ??
      (pair &&
        clashOf(pair, scenario, { ...given, [parameter.id]: value }, { ...all, [parameter.id]: value }, parameter.id));
    if (problem !== undefined) return { problem };
    return {
      ...present('advice', parameter.advice?.(value, all)),
      ...present('file', fileMade(parameter, value, pair)),
    };
  }

  async addScenario(params: AddScenarioParams): Promise<ScenarioEditResult> {
    const scenario = scenarioOf(String(params.scenario));
    const pair = this.pairOf(params.uri);
    if (!scenario) return { problem: noScenario };
    if (!pair) return { problem: noPeerText };
    const { edits, problems } = added(pair, scenario, answersIn(params.answers));
    return problems.length > 0 ? { problems: [...problems] } : this.edit(edits);
  }

  /** What a file shows of a finding in its peer is that finding once more. */
  private findingsOf(
    pair: Pair,
    shown: readonly ShownFinding[],
  ): Pick<PairScenarios, 'findings' | 'errors' | 'warnings'> {
    const files = [pair.a.file, pair.b.file];
    const own = shown.filter(
      ({ mirrored, file, peer }) => mirrored !== true && files.includes(file) && (!peer || files.includes(peer.file)),
    );
    const [errors, warnings] = (['error', 'warning'] as const).map((severity) =>
      own.filter((finding) => finding.severity === severity),
    );
    const listed = [...errors!, ...warnings!].slice(0, mostFindings);
    return {
      errors: errors!.length,
      warnings: warnings!.length,
      findings: listed.map(({ severity, message, rule, file, range }) => ({
        severity: severity === 'error' ? 'error' : 'warning',
        message,
        rule,
        device: file === pair.a.file ? pair.a.name : pair.b.name,
        uri: this.around().uriOf(file),
        range: clampRange(range),
      })),
    };
  }

  scenarios(): PairScenarios[] {
    this.flush();
    const { workspace } = this.around();
    const pairs = workspace.network().pairs.map((each) => {
      const pair = orientToMaster(each);
      const findings = [...workspace.findings(pair.a.file), ...workspace.findings(pair.b.file)];
      return {
        a: this.named(pair.a),
        b: this.named(pair.b),
        scenarios: stateOf(pair, findings).map(shownState),
        ...this.findingsOf(pair, findings),
      };
    });
    return printableData(pairs, asTheyAre);
  }

  async insertStep(params: InsertStepParams): Promise<ScenarioEditResult> {
    const pair = this.pairOf(params.uri, params.peerUri);
    if (!pair) return { problem: 'The two configurations are no longer a pair.' };
    // As the client named them: the first is device a.
    const oriented = pair.a.file === fileId(String(params.uri)) ? pair : swapSides(pair);
    const trial = await trialOn(pair, this.around());
    if ('problem' in trial) return trial;
    const facts = (side: 'a' | 'b') => this.around().workspace.snapshot(oriented[side].file)?.facts ?? [];
    const proposals = stepProposals(oriented, facts, String(params.key), String(params.guide), params.device);
    const { edits, problem } = chosenProposal(proposals, trial);
    return problem === undefined ? this.edit(edits) : { problem };
  }

  private async edit(edits: readonly FileEdit[]): Promise<ScenarioEditResult> {
    if (edits.length === 0) return { problem: 'The pair already has all of it.' };
    const problem = (await refusal(edits, this.around()))?.reason;
    return problem === undefined ? { edit: workspaceEdit(edits, this.around()) } : { problem };
  }

  /** The pair of a file; with that of a peer, of these two only. */
  private pairOf(uri: string, peerUri?: string): Pair | undefined {
    this.flush();
    const [file, peer] = [fileId(String(uri)), peerUri === undefined ? undefined : fileId(String(peerUri))];
    const peers = this.around().workspace.snapshot(file)?.peers;
    return peers?.find(({ a, b }) => peer === undefined || a.file === peer || b.file === peer);
  }

  private named(device: Device): PeerDevice {
    return { device: device.name, uri: this.around().uriOf(device.file) };
  }
}

function newPairResult(params: NewPairParams): NewPairResult {
  const scenario = scenarioOf(String(params.scenario));
  if (!scenario) return { files: [], problems: [{ parameter: 'scenario', problem: noScenario }] };
  const { files, problems } = scaffold(scenario, answersIn(params.answers));
  return { files: files.map(({ name, text }) => ({ name, text })), problems: [...problems] };
}

/** A check looks back: what is offered for later questions is not decided yet. */
function answersBefore(scenario: Scenario, parameter: Parameter, all: Answers): Answers {
  const { parameters } = scenario;
  const later = new Set(parameters.slice(parameters.indexOf(parameter)).map(({ id }) => id));
  return Object.fromEntries(Object.entries(all).filter(([id]) => !later.has(id)));
}

/** What of the pair the answer contradicts. */
function clashOf(pair: Pair, scenario: Scenario, given: Answers, answers: Answers, id: string): string | undefined {
  return contradictions(pair, scenario, given, answers).find(({ parameter }) => parameter === id)?.problem;
}

function shownState({
  verify,
  steps,
  ...rest
}: ReturnType<typeof stateOf>[number]): PairScenarios['scenarios'][number] {
  return {
    ...rest,
    verify: [...verify],
    steps: steps.map(({ rowA, rowB, findings, ...step }) => ({
      ...step,
      ...cited(step.guide),
      ...(rowA === undefined ? {} : { lineA: rowA }),
      ...(rowB === undefined ? {} : { lineB: rowB }),
      findings: [...findings],
    })),
  };
}

/** Keys are sent back as they are. */
const asTheyAre = new Set(['uri', 'key']);

function questionsOf(scenario: Scenario, given: Answers, pair: Pair | undefined): ScenarioQuestions {
  const { answers, problems, advice } = pair ? addedAnswers(pair, scenario, given) : answered(scenario, given);
  const found = pair && problems.length === 0 ? contradictions(pair, scenario, given, answers) : problems;
  // The devices of a pair that is there have their names.
  const asked = scenario.parameters.filter(
    ({ id }) => answers[id] !== undefined && !(pair && id.startsWith('device-')),
  );
  return {
    id: scenario.id,
    title: scenario.title,
    summary: scenario.summary,
    page: scenario.page,
    questions: asked.map((parameter) => ({
      ...questionOf(parameter, answers[parameter.id]!, pair),
      ...present('problem', found.find((problem) => problem.parameter === parameter.id)?.problem),
      ...present('advice', advice.find((remark) => remark.parameter === parameter.id)?.advice),
    })),
  };
}

function questionOf(parameter: Parameter, value: string, pair: Pair | undefined): Question {
  const { id, title, type, spread, unit, choices, guide } = parameter;
  return {
    id,
    title,
    type,
    spread,
    ...present('unit', unit),
    ...(choices === undefined ? {} : { choices: [...choices] }),
    guide,
    source: sourceInWords(guide),
    default: value,
    ...present('file', fileMade(parameter, value, pair)),
    ...(pair && type === 'interface' ? { ports: portsFor(id, pair) } : {}),
  };
}

/** The ports of the device that the question is about; of both where it is about both. */
function portsFor(id: string, pair: Pair): string[] {
  const { a, b } = orientToMaster(pair);
  if (id.endsWith('-a')) return portNames(a);
  if (id.endsWith('-b')) return portNames(b);
  const ofB = new Set(portNames(b));
  return portNames(a).filter((name) => ofB.has(name));
}

/** The name of a device is that of its file, where the files are not there yet. */
function fileMade({ id }: Parameter, value: string, pair: Pair | undefined): string | undefined {
  return !pair && id.startsWith('device-') ? fileOfDevice(value) : undefined;
}

/** A field that is left out where there is nothing to say. */
function present<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

/** What was answered for another scenario is left alone. */
function knownTo(scenario: Scenario, given: Answers): Answers {
  return Object.fromEntries(
    Object.entries(given).filter(([id]) => scenario.parameters.some((parameter) => parameter.id === id)),
  );
}

/** What a client sent as answers: texts, and numbers for texts. */
function answersIn(given: unknown): Answers {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([id, value]) => [id, String(value)]),
  );
}
