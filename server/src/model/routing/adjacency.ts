// What two ends of a link must agree in before an interior routing protocol takes them for neighbours. What a file does not tell, a
// key that is stored in cipher among it, is no difference.
import type { Family } from '../address';
import { address } from '../address';
import type { Device, Interface } from '../device';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { igpLines, runsOn } from './igp-interfaces';
import { igpProcesses, isInRange, wildcardMask, type Igp, type IgpProcess } from './igp-processes';

/** One end of a link on which the protocol runs. */
export interface IgpEnd {
  readonly device: Device;
  readonly on: Interface;
  readonly process: IgpProcess;
  /** The line that joins the interface to the process: of the interface, or a `network` line. */
  readonly joined: MatchedLine;
}

/** A setting of one end of a link, with its line where one is written. */
export interface Setting {
  readonly key: string;
  readonly shown: string;
  /** The line that says it; absent where it is the default. */
  readonly line?: MatchedLine;
}

/** The first setting that keeps two ends from becoming neighbours, or neighbours from taking each other's routes. */
export interface AdjacencyDifference {
  readonly what: string;
  /** They are neighbours all the same. */
  readonly areNeighbours: boolean;
  readonly a: Setting;
  readonly b: Setting;
}

/** The end of a link at which the protocol runs and is not silent. */
export function igpEnd(device: Device, on: Interface, protocol: Igp, family: Family): IgpEnd | undefined {
  const process = igpProcesses(device).find((process) => process.protocol === protocol && runsOn(process, on, family));
  if (!process || isSilent(process, on)) return undefined;
  const own = igpLines(on).find(
    (line) => line.protocol === protocol && line.family === family && line.process === process.id,
  )?.line;
  const joined = own ?? networkLine(process, on)?.line;
  return joined && { device, on, process, joined };
}

/** The first thing that keeps the two from being neighbours. */
export function adjacencyDifference(a: IgpEnd, b: IgpEnd): AdjacencyDifference | undefined {
  const { protocol } = a.process;
  return firstOf(settingsOf[protocol] ?? [], a, b, false) ?? firstOf(routeSettingsOf[protocol] ?? [], a, b, true);
}

function firstOf(settings: Settings, a: IgpEnd, b: IgpEnd, areNeighbours: boolean): AdjacencyDifference | undefined {
  for (const [what, read] of settings) {
    const [ofA, ofB] = [read(a), read(b)];
    if (ofA && ofB && !agree(ofA, ofB)) return { what, areNeighbours, a: ofA, b: ofB };
  }
  return undefined;
}

/** Levels agree where they share one. */
function agree(left: Setting, right: Setting): boolean {
  const others = new Set(right.key.split('|'));
  return left.key.split('|').some((key) => others.has(key));
}

type Read = (end: IgpEnd) => Setting | undefined;
type Settings = readonly (readonly [what: string, read: Read])[];

const ospfSettings = (word: 'ospf' | 'ospfv3'): Settings => [
  ['area', areaOf],
  ['kind of area', areaKindOf],
  ['network type', written(new RegExp(`^${word} network-type (\\S+)`), ethernet('broadcast'))],
  ['hello interval', written(new RegExp(`^${word} timer hello (\\d+)`), helloByDefault(word))],
  ['dead interval', deadOf(word)],
  ...(word === 'ospf' ? ([['authentication', ospfAuthentication]] as const) : []),
];

const settingsOf: Readonly<Partial<Record<Igp, Settings>>> = {
  ospf: ospfSettings('ospf'),
  ospfv3: ospfSettings('ospfv3'),
  isis: [
    ['level', levelOf],
    ['circuit type', written(/^isis circuit-type (\S+)/, ethernet('broadcast'))],
    ['authentication', isisAuthentication],
  ],
};

/** What neighbours must agree in before they take the routes of each other. */
const routeSettingsOf: Readonly<Partial<Record<Igp, Settings>>> = {
  isis: [
    ['cost style', costStyleOf],
    ['area authentication', lspAuthentication('area', '1')],
    ['domain authentication', lspAuthentication('domain', '2')],
  ],
};

/** The value of a line of the interface, else what holds without one. */
function written(pattern: RegExp, byDefault: (end: IgpEnd) => string | undefined): Read {
  return (end) => {
    const line = lineOf(end.on, pattern);
    const value = line ? pattern.exec(canonicalText(line))![1]! : byDefault(end);
    return value === undefined ? undefined : { key: value, shown: line ? value : `${value} by default`, line };
  };
}

function lineOf({ block }: Interface, pattern: RegExp): MatchedLine | undefined {
  return inForce(block.lines).findLast((line) => !line.match?.undo && pattern.test(canonicalText(line)));
}

/** Serial and POS links have other defaults. */
function ethernet(byDefault: string): (end: IgpEnd) => string | undefined {
  return ({ on }) => (/^(?:serial|pos|dialer|virtual-template|mp-group)/.test(on.key) ? undefined : byDefault);
}

function helloByDefault(word: 'ospf' | 'ospfv3'): (end: IgpEnd) => string | undefined {
  return ({ on }) => {
    const line = lineOf(on, new RegExp(`^${word} network-type `));
    if (!line) return ethernet('10')({ on } as IgpEnd);
    return / (?:broadcast|p2p)\b/.test(canonicalText(line)) ? '10' : '30';
  };
}

/** Four times the hello interval, where nothing is written. */
function deadOf(word: 'ospf' | 'ospfv3'): Read {
  const hello = written(new RegExp(`^${word} timer hello (\\d+)`), helloByDefault(word));
  return (end) => {
    const own = hello(end);
    return written(new RegExp(`^${word} timer dead (\\d+)`), () => (own ? String(4 * Number(own.key)) : undefined))(
      end,
    );
  };
}

/** `0` and `0.0.0.0` are one area. */
function areaKey(text: string): string {
  const number = Number(text);
  return address(text)?.key ?? [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.');
}

function areaOf({ joined, process, on }: IgpEnd): Setting | undefined {
  const own = / area (\S+)/.exec(canonicalText(joined))?.[1];
  const area = own ?? networkLine(process, on)?.area;
  return area === undefined ? undefined : { key: areaKey(area), shown: areaKey(area), line: joined };
}

function areaKindOf(end: IgpEnd): Setting | undefined {
  const kind = areaLines(end).find((line) => /^(?:stub|nssa)\b/.test(canonicalText(line)));
  const key = kind ? canonicalText(kind).split(' ')[0]! : 'normal';
  return { key, shown: key, line: kind };
}

/** The lines of the area that the interface is in. */
function areaLines(end: IgpEnd): readonly MatchedLine[] {
  const own = areaOf(end);
  const heads = end.process.lines.filter((line) => {
    const area = /^area (\S+)$/.exec(canonicalText(line))?.[1];
    return area !== undefined && areaKey(area) === own?.key;
  });
  return heads.flatMap((head) => inForce(head.lines)).filter((line) => !line.match?.undo);
}

/** The line of the interface goes before that of its area. */
function ospfAuthentication(end: IgpEnd): Setting | undefined {
  const own = lineOf(end.on, /^ospf authentication-mode /);
  const line = own ?? areaLines(end).find((line) => /^authentication-mode /.test(canonicalText(line)));
  const kind = line && / ?authentication-mode (\S+)/.exec(canonicalText(line))![1]!;
  const key = kind === undefined || kind === 'null' ? 'none' : kind;
  return { key, shown: key, line };
}

function isisAuthentication({ on }: IgpEnd): Setting {
  const line = lineOf(on, /^isis authentication-mode /);
  const key = line ? canonicalText(line).split(' ')[2]! : 'none';
  // What only sends its key, or means one level, takes Hello packets without one.
  return line && / (?:send-only|level-[12])\b/.test(canonicalText(line))
    ? { key: `${key}|none|simple|md5|hmac-sha256|keychain`, shown: key, line }
    : { key, shown: key, line };
}

/** Level 1 with the area that both must share, level 2 without. */
function levelOf({ on, process }: IgpEnd): Setting {
  const line = lineOf(on, /^isis circuit-level /);
  const ofProcess = process.lines.findLast((line) => /^is-level /.test(canonicalText(line)));
  const levels = [line, ofProcess].map((line) => (line ? canonicalText(line).split(' ')[1] : undefined) ?? 'level-1-2');
  const has = (level: '1' | '2') => levels.every((text) => text === 'level-1-2' || text === `level-${level}`);
  const areas = process.lines.flatMap((line) => /^network-entity (\S+)/.exec(canonicalText(line))?.[1] ?? []);
  // The system ID and the selector are the last seven bytes.
  const area = areas.map((net) => net.replace(/(?:\.[\da-f]{4}){3}\.[\da-f]{2}$/i, ''))[0] ?? '';
  const keys = [...(has('1') ? [`1 in ${area}`] : []), ...(has('2') ? ['2'] : [])];
  const shown = [...(has('1') ? ['level 1'] : []), ...(has('2') ? ['level 2'] : [])].join(' and ');
  return {
    key: keys.length > 0 ? keys.join('|') : 'no',
    shown: shown === 'level 1' ? `level 1 of area ${area}` : shown || 'no level',
    line: line ?? ofProcess,
  };
}

/** Whoever sends costs of one width alone is not understood by whoever reads those of the other alone. */
function costStyleOf({ process }: IgpEnd): Setting {
  const line = processLine(process, /^cost-style /);
  const style = line ? canonicalText(line).split(' ')[1]! : 'narrow';
  // The other styles read both widths, and an unknown one says nothing.
  const key = style === 'narrow' || style === 'wide' ? style : 'narrow|wide';
  return { key, shown: line ? style : 'narrow by default', line };
}

/** How the routes of a level are signed; undefined where the interface is not in it, or packets without a key are taken too. */
function lspAuthentication(word: 'area' | 'domain', level: '1' | '2'): Read {
  return (end) => {
    if (
      !levelOf(end)
        .key.split('|')
        .some((key) => key.startsWith(level))
    )
      return undefined;
    const line = processLine(end.process, new RegExp(`^${word}-authentication-mode `));
    const [, mode = 'none'] = line ? canonicalText(line).split(' ') : [];
    return line && / (?:all-)?send-only\b/.test(canonicalText(line)) ? undefined : { key: mode, shown: mode, line };
  };
}

function processLine({ lines }: IgpProcess, pattern: RegExp): MatchedLine | undefined {
  return inForce([...lines]).findLast((line) => !line.match?.undo && pattern.test(canonicalText(line)));
}

interface NetworkLine {
  readonly line: MatchedLine;
  readonly area?: string;
}

/** The `network` line that takes the interface in, and the area in which it stands. */
function networkLine(process: IgpProcess, on: Interface): NetworkLine | undefined {
  let area: string | undefined;
  for (const line of process.lines) {
    const spoken = canonicalText(line);
    area = /^area (\S+)$/.exec(spoken)?.[1] ?? area;
    const [, first = '', second = ''] = /^network (\S+) (\S+)$/.exec(spoken) ?? [];
    const [base, wildcard] = [address(first), wildcardMask(second)];
    if (!base || !wildcard) continue;
    if (on.addresses.some(({ prefix }) => isInRange(prefix.address, { base, wildcard }))) return { line, area };
  }
  return undefined;
}

function isSilent(process: IgpProcess, on: Interface): boolean {
  const isNamed = (text: string) => text.replace(/^silent-interface /, '').replace(/ /g, '') === on.key;
  return (
    lineOf(on, /^isis silent\b/) !== undefined ||
    process.lines.some((line) => {
      const text = canonicalText(line);
      return text.startsWith('silent-interface ') && (text === 'silent-interface all' || isNamed(text));
    })
  );
}
