// What our client and server say to each other beyond the protocol's own messages. Both take the names of the methods from here, and
// with a name comes the type of what is asked and answered. The client bundles this file: it imports nothing but types.
import type { Part } from '../failover/drawing/drawing';
import type { Outcome } from '../failover/simulation/rehearsal';

/** Client to server. */
export const requests = {
  peer: 'vrp/peer',
  accept: 'vrp/accept',
  failover: 'vrp/failover',
  failoverFile: 'vrp/failoverFile',
  lab: 'vrp/lab',
  comparison: 'vrp/comparison',
  comparisonReport: 'vrp/comparisonReport',
  mappedPeer: 'vrp/mappedPeer',
  mirror: 'vrp/mirror',
  newPeer: 'vrp/newPeer',
  questions: 'vrp/questions',
  checkAnswer: 'vrp/checkAnswer',
  newPair: 'vrp/newPair',
  addScenario: 'vrp/addScenario',
  scenarios: 'vrp/scenarios',
  insertStep: 'vrp/insertStep',
  isCommand: 'vrp/isCommand',
} as const;

/** What people read where they ask for the peer of a device that has none. */
export const noPeerText = 'This device has no peer in this workspace.';

/** Server to client, where the client offers `files`. */
export const clientRequests = {
  /** Every regular file below a folder, by uri. */
  list: 'vrp/list',
  /** The content of a file in base64, or only its first `limit` bytes; null for what cannot be read or is larger than `largest`. */
  read: 'vrp/read',
} as const;

/** `vrp/list`, answered with a list of uris. `folder` is a uri. */
export interface ListFilesParams {
  folder: string;
}

/** `vrp/read`, answered with base64 or null. `largest` and `limit` are bytes. */
export interface ReadFileParams {
  uri: string;
  largest: number;
  limit?: number;
}

/** Server to client. */
export const notifications = {
  /** What is known of one open file, whenever it changes. */
  status: 'vrp/status',
  /** Where `views` is set: the pairs of the workspace, open or not, whenever the list changes. */
  pairs: 'vrp/pairs',
  /** Where `views` is set: what was asked about pairs before may be answered differently now. */
  checked: 'vrp/checked',
} as const;

/** Parameters and answer of each request. A request that fails is logged by the server and answered with null. */
interface Requests {
  [requests.peer]: { params: PeerParams; result: PeerResult | null };
  [requests.accept]: { params: AcceptParams; result: AcceptResult | null };
  [requests.failover]: { params: FailoverParams; result: FailoverResult | null };
  [requests.failoverFile]: { params: FailoverFileParams; result: string | null };
  [requests.lab]: { params: LabParams; result: LabResult | null };
  [requests.comparison]: { params: ComparisonParams; result: ComparisonResult | null };
  [requests.comparisonReport]: { params: ComparisonReportParams; result: string | null };
  [requests.mappedPeer]: { params: MappedPeerParams; result: MappedPeerResult | null };
  [requests.mirror]: { params: MirrorParams; result: MirrorResult | null };
  [requests.newPeer]: { params: NewPeerParams; result: NewPeerResult | null };
  [requests.questions]: { params: QuestionsParams; result: ScenarioQuestions[] };
  [requests.checkAnswer]: { params: CheckAnswerParams; result: CheckAnswerResult };
  [requests.newPair]: { params: NewPairParams; result: NewPairResult };
  [requests.addScenario]: { params: AddScenarioParams; result: ScenarioEditResult | null };
  [requests.scenarios]: { params: undefined; result: PairScenarios[] };
  [requests.insertStep]: { params: InsertStepParams; result: ScenarioEditResult | null };
  [requests.isCommand]: { params: IsCommandParams; result: boolean | null };
}

interface Notifications {
  [notifications.status]: StatusParams;
  [notifications.pairs]: PairsParams;
  [notifications.checked]: undefined;
}

/** The name of a request from client to server, such as `vrp/peer`. */
export type RequestMethod = (typeof requests)[keyof typeof requests];
/** The parameters of a request by its method. */
export type RequestParams<Method extends RequestMethod> = Requests[Method]['params'];
/** The answer to a request by its method; null also where the request failed. */
export type RequestResult<Method extends RequestMethod> = Requests[Method]['result'];
/** The name of a notification from server to client, such as `vrp/status`. */
export type NotificationMethod = (typeof notifications)[keyof typeof notifications];
/** The parameters of a notification by its method. */
export type NotificationParams<Method extends NotificationMethod> = Notifications[Method];

/** `vrp/status`: what is known of one open file. */
export interface StatusParams {
  uri: string;
  /** Absent where the text names no device. */
  device?: string;
  peer?: PeerDevice;
  /** The file backs up to another device, and none of the workspace is that device. */
  isPeerMissing?: true;
  errors: number;
  warnings: number;
  information: number;
}

/** A device by its name and the uri of its file. Either device of a pair is given like this. */
export interface PeerDevice {
  device: string;
  uri: string;
}

/** `vrp/pairs`: the pairs of the workspace. */
export interface PairsParams {
  /** The device that leads comes first. */
  pairs: [PeerDevice, PeerDevice][];
}

/** `vrp/peer`. Answered with the strongest peer, or null where the device stands alone. */
export interface PeerParams {
  uri: string;
  /** Where the cursor is: the answer points to the counterpart of the block that it stands in. */
  position?: { line: number; character: number };
}

/** The file of the peer and the range to go to: lines from 0, columns in the position encoding that was agreed on. */
export interface PeerResult {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

/** A stretch of a file to go to. */
export interface Target {
  uri: string;
  range: PeerResult['range'];
}

/**
 * `vrp/failover`: what happens to a pair when something breaks, out of the texts as they are now.
 * Answered with null where the two are no pair any more.
 */
export interface FailoverParams {
  /** Both files of the pair. */
  uris: readonly string[];
  /** As on the command line: `device-down:DeviceA@0`. Without them, or where they fit the pair no more, the worst of the matrix. */
  events?: readonly string[];
}

/**
 * Answer to `vrp/failover`: the rehearsal with its drawings. Numbers in `moments`, `figures` and `reasons` are indexes
 * from 0 into the lists of those names.
 */
export interface FailoverResult {
  devices: PeerDevice[];
  /** Every single failure and the return after it, the worst first. */
  matrix: FailoverEvent[];
  /** The events that were rehearsed. */
  events: string[];
  title: string;
  picture: ShownDrawing & { frames: { title: string; moments: number[]; figures: number[] }[] };
  timeline: ShownDrawing;
  moments: FailoverMoment[];
  /** What the rehearsal says about its users, one sentence each. */
  outcomes: { outcome: FailoverOutcome; text: string; reasons: number[] }[];
  /** Further pairs that one of the two devices is in, where the events touch their users, the worst first. */
  otherPairs: OtherPairOutcome[];
  /** What is wrong whatever happens, who is not protected, what the files cannot tell. */
  notes: { title: string; reasons: number[]; isFault?: true }[];
  /** Each once; everything else names them by their index, since many things rest on the same few lines. */
  reasons: FailoverReason[];
}

/**
 * What users get of a failure; `survives-stale`: the device that takes over has old entries, `unknown`: the files do
 * not tell.
 */
export type FailoverOutcome = Outcome;

/** A choice of the matrix: events that are rehearsed together, as on the command line, and a title for them. */
export interface FailoverEvent {
  events: string[];
  title: string;
  /** The worst that any user gets of it. */
  outcome: FailoverOutcome;
  /** Maintenance of a device: several events that somebody means. */
  planned?: true;
}

/** The same events in another pair. */
export interface OtherPairOutcome {
  devices: PeerDevice[];
  /** As they are spelled there. */
  events: string[];
  /** The worst that any user of that pair gets of them. */
  outcome: FailoverOutcome;
}

/**
 * A point of time of the rehearsal. `time` is a text in seconds, a span where the files tell no more; `frame` an index
 * from 0.
 */
export interface FailoverMoment {
  time: string;
  text: string;
  /** The device, group and services it is about. */
  about: string;
  /** The frame of the picture that shows it. */
  frame: number;
  kind: 'event' | 'role' | 'entries';
  reasons: number[];
}

/** A page of the guide that the client brings, and an anchor on it; no anchor is an empty text. */
export interface GuidePage {
  /** `docs/guide/nd.md` */
  file: string;
  anchor: string;
}

/**
 * A line of a configuration that a statement rests on. `where` counts lines from 1, `target` from 0; `rule` is the id
 * of the rule that watches over the line, or null.
 */
export interface FailoverReason {
  text: string;
  /** `BRAS-North.cfg:12` */
  where: string;
  rule: string | null;
  /** `DHCPv6 relay hot backup, step 1.7`, or another source by name; empty where none says it. */
  source: string;
  page: GuidePage | null;
  target: Target;
}

/** A drawing of failover/drawing.ts with places as the protocol has them. */
export interface ShownDrawing {
  title: string;
  width: number;
  height: number;
  figures: ShownFigure[];
}

/**
 * A figure of failover/drawing/drawing.ts: parts that are pointed at as one. `reasons` and `moment` are indexes from 0
 * into the lists of `FailoverResult`; without `target` a click leads nowhere.
 */
export interface ShownFigure {
  id: string;
  name: string;
  parts: readonly Part[];
  target?: Target;
  reasons: number[];
  moment?: number;
}

/** `vrp/failoverFile`: the rehearsal as a file of its own, or null where the two are no pair any more. */
export interface FailoverFileParams extends FailoverParams {
  format: 'svg' | 'markdown';
  /** The frame of the picture to draw. */
  frame?: number;
}

/** `vrp/lab`: the pair as a lab of network namespaces. Null where the two are no pair any more, or share no group. */
export interface LabParams {
  /** Both files of the pair. */
  uris: readonly string[];
}

/** Answer to `vrp/lab`: the files of the lab with their texts. */
export interface LabResult {
  /** Names lead through folders, with `/` between their parts. Nothing is written. */
  files: { name: string; text: string }[];
}

/**
 * Argument of the client's command `vrp.accept`, which stands behind code actions where `commands` is set: it asks for the
 * reason and sends `vrp/accept`.
 */
export interface AcceptArguments {
  /** The configuration in which the light bulb was. */
  uri: string;
  rule: string;
  message: string;
  fingerprint: string;
  /** The baseline that takes the entry; absent where a mark in the file itself is wanted. */
  baseline?: string;
}

/** `vrp/accept`. Answered with null where the finding is gone. */
export interface AcceptParams extends AcceptArguments {
  reason: string;
  /** What the editor holds of the baseline; without it the file is read. */
  baselineText?: string;
}

/**
 * Answer to `vrp/accept`: the edit, or one sentence that says why it cannot be made; neither where the block of the finding
 * takes no mark.
 */
export interface AcceptResult {
  /** A workspace edit of the protocol. */
  edit?: unknown;
  /** Why there is none. */
  problem?: string;
}

/** A range of the protocol. */
export interface PlainRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** `vrp/comparison`: the pair table of a device and its strongest peer, or null where it stands alone. */
export interface ComparisonParams {
  uri: string;
  /** The peer that is meant, of a device with several; without it the strongest. */
  peer?: string;
}

/** Answer to `vrp/comparison`. In `summary`, `rows` counts all of them, the others those of each verdict. */
export interface ComparisonResult {
  /** The device that is master of most groups first; the first by name where nothing tells. */
  a: PeerDevice;
  b: PeerDevice;
  rows: ComparisonRow[];
  summary: { rows: number; wrong: number; missing: number; ok: number; quiet: number };
}

/** A parameter of both devices and what the pair makes of it. */
export interface ComparisonRow {
  section: string;
  parameter: string;
  kind: 'must match' | 'must differ' | 'role' | 'may differ';
  /** Null where the device has nothing of the kind. */
  a: ComparisonCell | null;
  b: ComparisonCell | null;
  /** `wrong` and `missing` are red and have findings. */
  verdict: 'ok' | 'wrong' | 'missing' | 'quiet';
  /** Who is master of what the section is about, where the files tell. */
  master?: 'a' | 'b';
  findings: { rule: string; severity: 'error' | 'warning' | 'information' | 'hint'; message: string }[];
  /** `000 step 1.7`, or empty. */
  guide: string;
  /** The same in words, and the page. */
  source: string;
  page: GuidePage | null;
  /** Why the two must stand to each other like this. */
  why: string;
}

/** Keys and passwords read `set`. */
export interface ComparisonCell {
  text: string;
  uri: string;
  range: PlainRange;
  /** Nobody wrote it: the range is the line that implies it. */
  isDefault: boolean;
}

/** `vrp/comparisonReport`: the pair table as text to keep, or null where the device stands alone. */
export interface ComparisonReportParams extends ComparisonParams {
  format: 'csv' | 'html' | 'json';
}

/** `vrp/mappedPeer`: the strongest peer in this device's order of lines, or null where it stands alone. */
export interface MappedPeerParams {
  uri: string;
  /** As in `ComparisonParams`. */
  peer?: string;
}

/** Answer to `vrp/mappedPeer`. Rows count from 0; `text` has the line ends of this device's file. */
export interface MappedPeerResult {
  device: string;
  peer: PeerDevice;
  /** Differs from this device's text only where the mark is `wrong`, or where one device has lines that the other lacks. */
  text: string;
  /** One for each row of `text`. */
  lines: MappedPeerLine[];
  /** Rows of this device that nothing on the peer answers, where something must: the rest of them is quiet. */
  missing: { row: number; finding: string }[];
}

/** A row of the mapped text: where it comes from and how it compares. Rows count from 0. */
export interface MappedPeerLine {
  /** The row of the peer's real file; null for a row that only holds the place of a line of this device. */
  row: number | null;
  /** The row of this device's file that it answers. */
  here: number | null;
  mark: 'equal' | 'must-differ' | 'wrong' | 'quiet';
  /** What the peer's file says there, where `text` shows the mapped line instead; secrets are masked. */
  actual?: string;
  /** One or two sentences for a hover. */
  explanation?: string;
}

/** `vrp/mirror`. With `whole` everything of hot backup that the peer lacks; else the lines of the range. */
export interface MirrorParams {
  uri: string;
  /** As in `ComparisonParams`. */
  peer?: string;
  range?: PlainRange;
  whole?: boolean;
}

/** Answer to `vrp/mirror`: lines for the peer as an edit, or one sentence that says why there are none. */
export interface MirrorResult {
  title: string;
  /** A workspace edit of the protocol; absent where there is nothing to propose. */
  edit?: unknown;
  /** Words such as `<peer-address>` that stand in the edit for what the files do not tell. */
  placeholders: string[];
  /** Why there is no edit. */
  problem?: string;
  /** The workspace holds no device that could be the peer: its file can be made. */
  isPeerMissing?: true;
}

/**
 * `vrp/isCommand`: whether a row is a command of the system view, as the first row of a configuration is, and the workspace holds
 * configurations that the file would stand beside.
 */
export interface IsCommandParams {
  row: string;
}

/** `vrp/questions`: what has to be chosen for a new pair. Answered with a list of `ScenarioQuestions`. */
export interface QuestionsParams {
  /** One scenario only; without it all of them. */
  scenario?: string;
  /** What was answered so far: defaults follow from it, and questions that it makes pointless are left out. */
  answers?: Record<string, string>;
  /** A configuration whose pair is to carry the scenario: defaults come from what the pair holds already. */
  uri?: string;
}

/** A scenario and what has to be asked for it, in the order of the guide. Part of the answer to `vrp/questions`. */
export interface ScenarioQuestions {
  id: string;
  title: string;
  summary: string;
  /** The page of the guide. */
  page: string;
  questions: Question[];
}

/** One question. Ids of what belongs to one device end in `-a` (the intended master) or `-b`. */
export interface Question {
  id: string;
  title: string;
  type: 'name' | 'number' | 'choice' | 'interface' | 'ip' | 'ipv4' | 'ipv6' | 'prefix' | 'ipv4-prefix' | 'ipv6-prefix';
  spread: 'equal' | 'mirrored' | 'role' | 'own';
  unit?: string;
  choices?: string[];
  guide: string;
  /** The same in words. */
  source: string;
  /** The answer where there is one, in the spelling of a file; else what is proposed. */
  default: string;
  /** Why the value may not stand, in one sentence, all answers considered. */
  problem?: string;
  /** What speaks against a value that may stand. */
  advice?: string;
  /** The name of the file that this answer makes. */
  file?: string;
  /** For an interface of a device that is there: its ports, as the file spells them. */
  ports?: string[];
}

/** `vrp/checkAnswer`: whether a value may stand, as it is typed. Answered with `CheckAnswerResult`. */
export interface CheckAnswerParams {
  scenario: string;
  parameter: string;
  value: string;
  answers: Record<string, string>;
  /** As in `QuestionsParams`. */
  uri?: string;
}

/** Answer to `vrp/checkAnswer`. `problem` and `advice` never stand together. */
export interface CheckAnswerResult {
  /** One sentence; absent where the value may stand. */
  problem?: string;
  /** What speaks against a value that may stand. */
  advice?: string;
  /** The name of the file that this answer makes. */
  file?: string;
}

/** `vrp/newPair`. What was not answered takes its default. Nothing is written. */
export interface NewPairParams {
  scenario: string;
  answers: Record<string, string>;
}

/**
 * Answer to `vrp/newPair`: the files with their texts, or what keeps them from being made, by the id of the question.
 */
export interface NewPairResult {
  /** One for each device, the intended master first; empty where there are problems. */
  files: { name: string; text: string }[];
  problems: { parameter: string; problem: string }[];
}

/** `vrp/addScenario`: the edits that make an existing pair carry one more scenario. */
export interface AddScenarioParams extends NewPairParams {
  /** Either configuration of the pair. */
  uri: string;
}

/** Answer to `vrp/addScenario` and `vrp/insertStep`. */
export interface ScenarioEditResult {
  /** A workspace edit of the protocol, of both files at once. */
  edit?: unknown;
  /** Why there is none. */
  problem?: string;
  problems?: { parameter: string; problem: string }[];
}

/** `vrp/newPeer`: the file of a peer that is not there yet. `name` is undefined where it is to be proposed. */
export interface NewPeerParams {
  uri: string;
  name?: string;
  /** By the index of the question; an empty one leaves its placeholder. */
  answers?: string[];
}

/**
 * Answer to `vrp/newPeer`: `name` of the device and `text` of its file; `questions` are what the files do not tell,
 * each with the placeholder that stands for it in `text`.
 */
export interface NewPeerResult {
  name: string;
  text: string;
  questions: { title: string; placeholder: string; problem?: string }[];
}

/** `vrp/scenarios`: every pair of the workspace. Answered with a list of `PairScenarios`. */
export interface PairScenarios {
  a: PeerDevice;
  b: PeerDevice;
  scenarios: ScenarioState[];
  /** Each once, errors before warnings; at most `mostFindings` of them. */
  findings: PairFinding[];
  errors: number;
  warnings: number;
}

/** An error or warning about a pair. `device`, `uri` and `range` are those of the end that the rule points at. */
export interface PairFinding {
  severity: 'error' | 'warning';
  message: string;
  rule: string;
  device: string;
  uri: string;
  range: PlainRange;
}

/** A scenario that a pair carries, and how far it has come. */
export interface ScenarioState {
  /** The scenario's id. */
  scenario: string;
  /** Tells several of one kind apart, for `vrp/insertStep`. */
  key: string;
  title: string;
  /** What it hangs on: `profile1, backup-id 10`. */
  detail: string;
  steps: StepState[];
  /** Display commands that verify it on the devices. */
  verify: string[];
}

/** How a step stands on a device; `wrong`: a rule that cites the step has a finding in its lines. */
export type StepMark = 'done' | 'missing' | 'wrong';

/** A step of the guide with its mark on each device of the pair. */
export interface StepState {
  /** Unique among the steps of the scenario. */
  guide: string;
  /** The same in words, and the page. */
  source: string;
  page: GuidePage | null;
  title: string;
  optional: boolean;
  a: StepMark;
  b: StepMark;
  /** Where the step stands, or where it would: a line from 0 in each file. */
  lineA?: number;
  lineB?: number;
  /** Messages of what is wrong. */
  findings: string[];
}

/** `vrp/insertStep`: the edits that put in what is missing of a step. Answered with `ScenarioEditResult`. */
export interface InsertStepParams {
  /** The file of either device. */
  uri: string;
  peerUri: string;
  key: string;
  guide: string;
  /** One device only; without it both. */
  device?: 'a' | 'b';
}

/** `initializationOptions`. A browser has no files beside the server, so its client hands over the two wasm files. */
export interface InitializationOptions {
  wasm?: { runtime: Uint8Array; grammar: Uint8Array };
  /** `false` for clients that warn about notifications they do not know. */
  status?: boolean;
  /**
   * `true` where the client has the commands `vrp.goToCounterpart`, `vrp.showReferences`, `vrp.rehearseFailover` and
   * `vrp.accept`: lenses then do something, and findings can be accepted with a reason.
   */
  commands?: boolean;
  /** The client's command that opens the list for the next word. With it a keyword that must go on is completed with its blank. */
  nextListCommand?: string;
  /** `true` where the client shows pairs: it is told which there are and when something changed. */
  views?: boolean;
  /** `true` where the client reports changes of files without being asked to watch them. */
  watches?: boolean;
  /** `true` where the client answers `vrp/list` and `vrp/read`: files that are not on the disk of the server are then looked at. */
  files?: boolean;
  /** The folder of the extension, where the client serves the pages of the rules below `docs/rules/`. */
  pages?: string;
}

/**
 * Commands of the server for any client, by `workspace/executeCommand`: the first argument is the uri of a configuration, a second
 * that of the peer that is meant. Our own client has commands of its own and is offered none of them.
 */
export const serverCommands = {
  /** The pair table, as CSV; `json` or `html` as a third argument. */
  pairTable: 'vrp.server.pairTable',
  /** The peer in this device's order and names, a row a line, each marked where it is wrong. */
  compare: 'vrp.server.compare',
  /** Every single failure and what it does to the users, as Markdown. */
  rehearse: 'vrp.server.rehearse',
  /** Asks the client to apply the edit that completes the peer; answers with its title. */
  complete: 'vrp.server.complete',
  /** As `complete`, for the lines of a range that is the third argument. */
  mirror: 'vrp.server.mirror',
  /** The uri of the peer in this device's order and names as a document; a client that can is asked to show it. */
  openPeer: 'vrp.server.openPeer',
} as const;

/**
 * The scheme of documents that hold the peer of a device in its order and names, for clients with `workspace/textDocumentContent`.
 * Behind the `?` stands a list in JSON: the uri of the device's file, and of its peer's. The path is a name for people.
 */
export const peerScheme = 'vrp-peer';
