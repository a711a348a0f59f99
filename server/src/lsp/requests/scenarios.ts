// The requests about scenarios: what to ask for a new pair, what the answers give, which scenarios the pairs of the workspace
// carry, and the edits that bring them on. Nothing is written here: the client shows what it gets and a person accepts it.
import { sourceInWords } from '../../catalogue/guide';
import type { Connection } from 'vscode-languageserver';
import { added, addedAnswers } from '../../scenarios/progress/add-scenario';
import { clashes } from '../../scenarios/progress/clashes';
import { stateOf, stepEdits } from '../../scenarios/progress/step-state';
import { orientToMaster, swapSides } from '../../compare/swap-sides';
import type { Device } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import type { FileEdit } from '../../edits/file-edit';
import { scenario as scenarioOf, scenarios, type Answers, type Scenario } from '../../scenarios';
import { answered, problemOf, scaffold } from '../../scenarios/scaffold';
import { normal } from '../../scenarios/values';
import { printableData } from '../../text/sanitize';
import type { Workspace } from '../../workspace/workspace';
import { refusal, workspaceEdit, type EditedFiles } from '../workspace-edit';
import { fileId } from '../file-ids';
import type { Guard } from '../error-guard';
import { onOwnRequest } from '../own-methods';
import { cited } from './guide-link';
import {
  requests,
  type AddScenarioParams,
  type CheckAnswerParams,
  type CheckAnswerResult,
  type InsertStepParams,
  type NewPairParams,
  type NewPairResult,
  type PairScenarios,
  type PeerDevice,
  type QuestionsParams,
  type ScenarioEditResult,
  type ScenarioQuestions,
} from '../protocol';

export interface ScenarioRequests extends EditedFiles {
  readonly workspace: Workspace;
}

export function scenarioRequests(
  connection: Connection,
  request: Guard['request'],
  around: () => ScenarioRequests,
  flush: () => void,
): void {
  onOwnRequest(
    connection,
    requests.questions,
    request('questions', (params: QuestionsParams | null): ScenarioQuestions[] => {
      const wanted = params?.scenario === undefined ? scenarios : scenarios.filter((one) => one.id === params.scenario);
      const given = answersIn(params?.answers);
      const pair = params?.uri === undefined ? undefined : pairOf(params.uri);
      return wanted.map((one) => questions(one, given, pair));
    }),
  );

  onOwnRequest(
    connection,
    requests.checkAnswer,
    request('check answer', (params: CheckAnswerParams): CheckAnswerResult => {
      const one = scenarioOf(String(params.scenario));
      const parameter = one?.parameters.find((each) => each.id === params.parameter);
      if (!one || !parameter) return { problem: 'There is no such question.' };
      const pair = params.uri === undefined ? undefined : pairOf(params.uri);
      const given = answersIn(params.answers);
      // A check looks back: what is offered for later questions is not settled yet.
      const earlier = new Set(one.parameters.slice(0, one.parameters.indexOf(parameter)).map((each) => each.id));
      const all = pair ? { ...addedAnswers(pair, one, given).answers, ...given } : answered(one, given).answers;
      const before = Object.fromEntries(
        Object.entries(all).filter(([id]) => earlier.has(id) || !one.parameters.some((each) => each.id === id)),
      );
      const value = normal(parameter.type, String(params.value));
      const problem =
        problemOf(parameter, value, before, pair !== undefined) ??
        (pair &&
          clashes(pair, { ...all, [parameter.id]: value }).find((each) => each.parameter === parameter.id)?.problem);
      return problem === undefined ? {} : { problem };
    }),
  );

  onOwnRequest(
    connection,
    requests.newPair,
    request('new pair', (params: NewPairParams): NewPairResult => {
      const one = scenarioOf(String(params.scenario));
      if (!one) return { files: [], problems: [{ parameter: 'scenario', problem: 'There is no such scenario.' }] };
      const { files, problems } = scaffold(one, answersIn(params.answers));
      return { files: files.map(({ name, text }) => ({ name, text })), problems: [...problems] };
    }),
  );

  onOwnRequest(
    connection,
    requests.addScenario,
    request('add scenario', async (params: AddScenarioParams): Promise<ScenarioEditResult> => {
      const one = scenarioOf(String(params.scenario));
      const pair = pairOf(params.uri);
      if (!one || !pair)
        return { problem: one ? 'No device in this workspace is paired with this one.' : 'There is no such scenario.' };
      const { edits, problems } = added(pair, one, answersIn(params.answers));
      return problems.length > 0 ? { problems: [...problems] } : edit(edits);
    }),
  );

  onOwnRequest(
    connection,
    requests.scenarios,
    request('scenarios', (): PairScenarios[] => {
      flush();
      const { workspace } = around();
      return printableData(
        workspace.network().pairs.map((one) => {
          const pair = orientToMaster(one);
          const findings = [...workspace.findings(pair.a.file), ...workspace.findings(pair.b.file)];
          return {
            a: named(pair.a),
            b: named(pair.b),
            scenarios: stateOf(pair, findings).map(({ verify, steps, ...rest }) => ({
              ...rest,
              verify: [...verify],
              steps: steps.map(({ rowA, rowB, findings: messages, ...step }) => ({
                ...step,
                ...cited(step.guide),
                ...(rowA === undefined ? {} : { lineA: rowA }),
                ...(rowB === undefined ? {} : { lineB: rowB }),
                findings: [...messages],
              })),
            })),
          };
        }),
        asTheyAre,
      );
    }),
  );

  onOwnRequest(
    connection,
    requests.insertStep,
    request('insert step', async (params: InsertStepParams): Promise<ScenarioEditResult> => {
      const pair = pairOf(params.uri, params.peerUri);
      if (!pair) return { problem: 'The two configurations are not a pair any more.' };
      // As the client named them: the first is device a.
      const { edits, problem } = stepEdits(
        pair.a.file === fileId(String(params.uri)) ? pair : swapSides(pair),
        String(params.key),
        String(params.guide),
        params.device,
      );
      return problem === undefined ? edit(edits) : { problem };
    }),
  );

  async function edit(edits: readonly FileEdit[]): Promise<ScenarioEditResult> {
    if (edits.length === 0) return { problem: 'The pair has all of it.' };
    const problem = await refusal(edits, around());
    return problem === undefined ? { edit: workspaceEdit(edits, around()) } : { problem };
  }

  /** The pair of a file; with that of a peer, of these two only. */
  function pairOf(uri: string, peerUri?: string): Pair | undefined {
    flush();
    const [file, peer] = [fileId(String(uri)), peerUri === undefined ? undefined : fileId(String(peerUri))];
    return around()
      .workspace.snapshot(file)
      ?.peers.find((one) => peer === undefined || one.a.file === peer || one.b.file === peer);
  }

  function named(device: Device): PeerDevice {
    return { device: device.name, uri: around().uriOf(device.file) };
  }
}

/** Keys are sent back as they are. */
const asTheyAre = new Set(['uri', 'key']);

function questions(one: Scenario, given: Answers, pair: Pair | undefined): ScenarioQuestions {
  const { answers } = pair ? addedAnswers(pair, one, given) : answered(one, given);
  return {
    id: one.id,
    title: one.title,
    summary: one.summary,
    page: one.page,
    // The devices of a pair that is there have their names.
    questions: one.parameters
      .filter((each) => answers[each.id] !== undefined && !(pair && each.id.startsWith('device-')))
      .map(({ id, title, type, spread, unit, choices, guide }) => ({
        id,
        title,
        type,
        spread,
        ...(unit === undefined ? {} : { unit }),
        ...(choices === undefined ? {} : { choices: [...choices] }),
        guide,
        source: sourceInWords(guide),
        default: answers[id]!,
      })),
  };
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
