// One question, asked of every layer: what the rules, the rehearsal, the pair table, the hover, the inlay hint and the code lens say
// of one virtual router. Each answer is read from what a person sees there, and brought into one form.
import { comparison } from '../../server/src/compare/pair-table/comparison';
import type { Row } from '../../server/src/compare/pair-table/row';
import type { Rehearsal } from '../../server/src/failover/simulation/rehearsal';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { intendedMaster } from '../../server/src/model/vrrp/roles';
import { peerLens } from '../../server/src/features/code-lens';
import { scenario } from '../../server/src/scenarios';
import { stateOf } from '../../server/src/scenarios/progress/step-state';
import { hoverOnPair } from '../../server/src/features/hover-on-pair';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { deviceNames } from '../../server/src/failover/simulation/names';
import { isHotBackup, type GroupPair, type Pair, type Side } from '../../server/src/model/pairing/pair';
import { rowOf } from '../../server/src/model/place';
import type { Workspace } from '../../server/src/workspace/workspace';

/** Who is master as the files stand, by side of the pair; `nobody` where no device runs the group. */
export type MasterAnswer = Side | 'both' | 'one of the two' | 'nobody';

/** What the layers say of one group of a pair: by question, then by layer. A layer that does not speak of it is absent. */
export interface GroupAnswers {
  readonly title: string;
  readonly said: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const everything = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

/** Of every group of the pair. */
export function answersOf(workspace: Workspace, pair: Pair): GroupAnswers[] {
  const rehearsal = rehearse(pair, []);
  const { rows } = comparison(pair, {
    facts: (side) => workspace.snapshot(pair[side].file)!.facts,
    findings: workspace.allFindings(),
    fixes: () => [],
  });
  return pair.groups.map((group) => {
    const record: Record<string, Record<string, string>> = {};
    const say = (question: string, layer: string, answer: string | undefined): void => {
      if (answer !== undefined) (record[question] ??= {})[layer] = answer;
    };
    rehearsalAnswers(rehearsal, group, say);
    tableAnswers(rows, group, (side) => hasFaultAtRest(rehearsal, pair[side].file), say);
    for (const side of ['a', 'b'] as const) {
      editorAnswers(workspace, pair, group, side, say);
      subnetAnswers(workspace, rehearsal, pair, group, side, say);
    }
    delayAnswers(workspace, pair, group, say);
    peerAnswers(workspace, rehearsal, pair, say);
    scenarioAnswers(workspace, pair, group, say);
    return { title: titleOf(group), said: record };
  });
}

type Say = (question: string, layer: string, answer: string | undefined) => void;

/** `VRRP group 1 (GigabitEthernet0/1/2)`, as the pair table heads its section. */
function titleOf({ a, b }: GroupPair): string {
  const names = (one: string, two: string) => (one.toLowerCase() === two.toLowerCase() ? one : `${one} / ${two}`);
  const word = a.family === 6 ? 'VRRP6' : 'VRRP';
  return `${word} group ${names(String(a.vrid), String(b.vrid))} (${names(a.interfaceName, b.interfaceName)})`;
}

function rehearsalAnswers({ groups, devices }: Rehearsal, { a, b, services }: GroupPair, say: Say): void {
  const facts = groups.find(
    (groupFacts) => Object.values(groupFacts.places).includes(a.at) && Object.values(groupFacts.places).includes(b.at),
  );
  if (!facts) return;
  const [roleA, roleB] = devices.map((name) => facts.roles[name]);
  say('master', 'failover', masterOf(roleA === 'master', roleB === 'master', roleA === 'unknown'));
  say('services', 'failover', facts.services.filter((one) => services.includes(one)).join(' '));
  say('services', 'pair', services.join(' '));
  devices.forEach((name, index) => {
    if (facts.follows === undefined) say(`priority ${'ab'[index]!}`, 'failover', String(facts.priorities[name]));
  });
}

function hasFaultAtRest({ standing }: Rehearsal, file: string): boolean {
  return standing.some((evidence) => evidence.file === file && / is down from the start/.test(evidence.text));
}

function masterOf(a: boolean, b: boolean, unknown: boolean): MasterAnswer {
  if (unknown) return 'one of the two';
  if (a && b) return 'both';
  if (!a && !b) return 'nobody';
  return a ? 'a' : 'b';
}

function tableAnswers(all: readonly Row[], group: GroupPair, reduced: (side: Side) => boolean, say: Say): void {
  const rows = all.filter((row) => row.section === titleOf(group));
  const of = (parameter: string) => rows.find((row) => row.parameter === parameter);
  for (const side of ['a', 'b'] as const) {
    // The table shows what is written; what is down from the start takes something off.
    if (!reduced(side)) say(`priority ${side}`, 'table', /^\d+/.exec(of('priority')?.[side]?.text ?? '')?.[0]);
    say(`preempt delay ${side}`, 'table', of('preempt delay')?.[side]?.text);
    say(`interval ${side}`, 'table', of('advertise interval')?.[side]?.text);
    say(`local addresses ${side}`, 'table', of('own address')?.[side]?.text.toUpperCase());
  }
  const master = of('vrid')?.master;
  if (master !== undefined) say('master', 'table', master);
}

/** Which virtual IPs of the group are in no subnet of their interface. */
function subnetAnswers(
  workspace: Workspace,
  { standing }: Rehearsal,
  pair: Pair,
  group: GroupPair,
  side: Side,
  say: Say,
): void {
  const { file } = pair[side];
  const rule = 'vrrp-virtual-ip-outside-subnet';
  const checked = workspace.allFindings().filter((finding) => finding.rule === rule && finding.file === file);
  const rehearsed = standing.filter((evidence) => evidence.rule === rule && evidence.file === file);
  const list = (holds: (row: number) => boolean) =>
    group[side].virtualIps
      .filter(({ at }) => holds(rowOf(at)))
      .map(({ address }) => address.key.toUpperCase())
      .join(' ');
  say(
    `virtual IPs outside ${side}`,
    'check',
    list((row) => checked.some(({ range }) => range.start.line === row)),
  );
  say(
    `virtual IPs outside ${side}`,
    'failover',
    list((row) => rehearsed.some(({ line }) => line === row + 1)),
  );
}

/** Who the peer is, in the words of the rehearsal, the lens over the device and the line of the log. */
function peerAnswers(workspace: Workspace, { devices }: Rehearsal, pair: Pair, say: Say): void {
  for (const [index, side] of (['a', 'b'] as const).entries()) {
    const snapshot = workspace.snapshot(pair[side].file)!;
    // The lens names the strongest of several.
    if (snapshot.peers.length !== 1) continue;
    const lens = peerLens(snapshot, { errors: 0, warnings: 0 });
    say(`peer ${side}`, 'pair', pair[side === 'a' ? 'b' : 'a'].name);
    say(`peer ${side}`, 'code lens', /^paired with (.*) - no errors$/.exec(lens)?.[1]);
    const named = deviceNames(pair);
    if (named.a === pair.a.name) say(`peer ${side}`, 'failover', devices[1 - index]);
  }
}

/** Which procedures the group serves: by its own services, and as the tree of scenarios has it. */
function scenarioAnswers(workspace: Workspace, pair: Pair, group: GroupPair, say: Say): void {
  const findings = [pair.a.file, pair.b.file].flatMap((file) => workspace.findings(file));
  const profiles = new Set(group.profiles.flatMap(({ a, b }) => [a.key, b.key]));
  const shown = stateOf(pair, findings).filter(
    ({ key, steps }) => steps.length > 0 && profiles.has(key.slice(key.indexOf(' ') + 1)),
  );
  // Users of tunnels have their addresses from the LNS: where no profile has a pool, the steps of BRAS are those of L2TP.
  const hasPools = group.profiles.some(({ a, b }) => a.pools.length + b.pools.length > 0);
  const isWithinTunnels = group.services.includes('l2tp') && !hasPools;
  const served = group.services.filter(
    (service) => scenario(service) !== undefined && !(service === 'bras' && isWithinTunnels),
  );
  const sorted = (ids: readonly string[]): string => [...new Set(ids)].sort().join(' ');
  say('scenarios', 'pair', sorted(served));
  // Users who log in and are translated are in the steps of both together.
  say('scenarios', 'tree', sorted(shown.map((state) => state.scenario.replace(/^nat(?:64)?-(?=bras$)/, ''))));
}

/** How much of its users' entries the intended master has when it takes the role back after a failure. */
function delayAnswers(workspace: Workspace, pair: Pair, group: GroupPair, say: Say): void {
  const master = intendedMaster(pair, group);
  if (master === undefined || !isHotBackup(group) || group[master].preemptDisabled) return;
  const name = deviceNames(pair)[master];
  const played = rehearse(pair, [
    { kind: 'device', change: 'down', device: name, at: 0 },
    { kind: 'device', change: 'up', device: name, at: 100_000 },
  ]);
  const index = played.groups.findIndex(({ places }) => Object.values(places).includes(group[master].at));
  // Two masters have other troubles than a delay.
  if (Object.values(played.groups[index]?.roles ?? {}).every((role) => role === 'master')) return;
  const rows = played.rows.filter(
    (row) => row.group === index && row.event === 'device-up' && row.takeover?.to === name,
  );
  if (rows.length === 0 || rows.some(({ entries }) => entries === 'none' || entries === 'stale')) return;
  const question = `switched back to ${master}`;
  say(question, 'failover', rows.some(({ entries }) => entries === 'incomplete') ? 'incomplete' : 'fresh');
  const places = [group[master].at, group[master].delay?.at, group[master].priority?.at].map((at) => at && rowOf(at));
  const short = workspace
    .allFindings()
    .some(
      ({ rule, file, range }) =>
        delayRules.has(rule) && file === pair[master].file && places.includes(range.start.line),
    );
  say(question, 'check', short || isMasterAsked(workspace, pair, group, master) ? 'incomplete' : 'fresh');
}

/**
 * Whether the check asks which device is meant as master, since only the backup waits. No other rule judges the delay of the master
 * then: the one that is there says that it does not wait at all.
 */
function isMasterAsked(workspace: Workspace, pair: Pair, group: GroupPair, master: Side): boolean {
  const backup = master === 'a' ? 'b' : 'a';
  const waits = group[backup].delay;
  if (group[master].delay || !waits) return false;
  return workspace
    .allFindings()
    .some(
      ({ rule, file, range }) =>
        rule === 'vrrp-preempt-delay-on-backup' && file === pair[backup].file && range.start.line === rowOf(waits.at),
    );
}

const delayRules: ReadonlySet<string> = new Set([
  'vrrp-preempt-delay-missing-on-master',
  'vrrp-preempt-delay-short-on-master',
  'vrrp-preempt-delay-too-short-dhcp-server',
  'vrrp-preempt-delay-too-short-dhcpv6-relay',
  'service-location-preempt-short',
]);

/** What the editor says over the lines of the group in the file of one side. */
function editorAnswers(workspace: Workspace, pair: Pair, group: GroupPair, side: Side, say: Say): void {
  const own = group[side];
  const snapshot = workspace.snapshot(pair[side].file)!;
  const other = side === 'a' ? 'b' : 'a';
  const first = rowOf(own.lines[0]!);
  const hint = inlayHints(snapshot, everything).find(({ position }) => position.line === first);
  if (hint) {
    const [, priority] = /priority (\d+)/.exec(hint.label) ?? [];
    const [, delay] = /preempt delay (\d+)/.exec(hint.label) ?? [];
    say(`priority ${side}`, 'inlay hint', priority);
    say(`preempt delay ${side}`, 'inlay hint', delay && `${delay} s`);
  }
  if (hint && !own.follows) {
    const role = /^(master|backup|initialize)\b/.exec(hint.label)?.[1];
    say(`role ${side}`, 'inlay hint', role ?? 'undecided');
  }
  const ip = own.virtualIps[0];
  const hover =
    ip &&
    hoverOnPair(snapshot, { line: rowOf(ip.at), character: ip.at.start }, (file) => workspace.snapshot(file))?.plain;
  const spoken = hover?.split('\n').find((line) => /master/.test(line) && !/dies/.test(line));
  if (spoken === undefined) return;
  say('master', `hover ${side}`, hoverMaster(spoken, pair));
  const named = deviceNames(pair);
  const value = (name: string) =>
    new RegExp(`(?:priority|,) (\\d+)[^,]*? on ${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).exec(spoken)?.[1];
  say(`priority ${side}`, `hover ${side}`, value(named[side]));
  say(`priority ${other}`, `hover ${side}`, value(named[other]));
}

function hoverMaster(text: string, pair: Pair): MasterAnswer {
  if (/^Both /.test(text)) return 'both';
  if (/^(?:Neither|Nobody) /.test(text)) return 'nobody';
  const name = / is master/.exec(text) ? text.slice(0, text.indexOf(' is master')) : undefined;
  const named = deviceNames(pair);
  if (name === named.a) return 'a';
  return name === named.b ? 'b' : 'one of the two';
}
