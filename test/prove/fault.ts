// What a fault is: a line of a pair that becomes another, on one device or on both, and what must be said of it. The kinds are
// those of a list of faults that two files prove; severities and guards come from real configurations.
import type { Severity } from '../../server/src/diagnostics/rule';
import {
  counterpart,
  counterpartSection,
  replaced,
  sectionLines,
  type Configuration,
  type ProvePair,
  type Side,
} from './configuration';

export const kinds = {
  1: 'agreement of the two devices',
  2: 'references to what is not there',
  3: 'values against each other on one device',
  4: 'copied identity',
  5: 'reachability of the channel',
  6: 'state',
  7: 'the same mistake on both devices',
  8: 'what stands around the backup',
} as const;

export type Kind = keyof typeof kinds;

/** A line in which a fault may be put. */
export interface Spot {
  readonly pair: ProvePair;
  readonly side: Side;
  readonly index: number;
  /** Of the template's `line`, on the line without its indent. */
  readonly match: RegExpExecArray;
  readonly section: string;
  /** All lines of the section, trimmed. */
  readonly around: readonly string[];
}

type Of<Value> = Value | ((spot: Spot) => Value);

export interface Template {
  readonly id: string;
  readonly kind: Kind;
  /** What is wrong, in a few words. */
  readonly what: string;
  readonly severity: Of<Severity>;
  /** What a message has to name. */
  readonly says: RegExp;
  readonly pair?: RegExp;
  /** The head of the section. */
  readonly section?: RegExp;
  /** Some line of the section. */
  readonly has?: RegExp;
  readonly line: RegExp;
  /** Blanks before the line, where lines of two depths read alike. */
  readonly indent?: number;
  /** Which device, where only one can have the fault. */
  readonly side?: Side;
  /** The lines that come in its place; none takes it out, `undefined` is no fault here. */
  readonly to: (spot: Spot) => readonly string[] | undefined;
  /** More edits of the same device. */
  readonly and?: readonly { readonly line: RegExp; readonly section?: RegExp; readonly to: Template['to'] }[];
  /** More lines that may be blamed, of this device or the other. */
  readonly blame?: readonly { readonly on: 'own' | 'peer'; readonly line: RegExp; readonly section?: RegExp }[];
  /** The line of the other device that answers it may be blamed; by itself for kind 1 and 4. */
  readonly blamesPeer?: boolean;
  /** Severity of the same mistake on both devices; `none`: there it is no fault, or another one. */
  readonly both?: Of<Severity | 'none'>;
}

/** Rows from 0. */
export type Blamed = readonly [ReadonlySet<number>, ReadonlySet<number>];

export interface Fault {
  readonly id: string;
  readonly kind: Kind;
  readonly what: string;
  readonly severity: Severity;
  readonly says: RegExp;
  readonly files: readonly [Configuration, Configuration];
  readonly blamed: Blamed;
  /** `file:line: text` of the first line that was changed or is now missing, line from 1. */
  readonly changed: string;
}

/** All faults that a template makes in a pair. */
export function faultsOf(template: Template, pair: ProvePair): Fault[] {
  if (template.pair && !template.pair.test(pair.name)) return [];
  const sides = ([0, 1] as const).filter((side) => template.side === undefined || template.side === side);
  const single = sides.flatMap((side) =>
    spotsOf(template, pair, side).flatMap((spot) => faultAt(template, spot, false)),
  );
  const both =
    template.both === undefined || template.both === 'none'
      ? []
      : spotsOf(template, pair, 0).flatMap((spot) => faultAt(template, spot, true));
  return [...single, ...both];
}

function spotsOf(template: Pick<Template, 'line' | 'section' | 'has' | 'indent'>, pair: ProvePair, side: Side): Spot[] {
  const own = pair.devices[side];
  return own.lines.flatMap(({ text, section }, index) => {
    const match = template.line.exec(text.trim());
    if (template.indent !== undefined && text.search(/\S/) !== template.indent) return [];
    if (!match || section === '' || (template.section && !template.section.test(section))) return [];
    const around = sectionLines(own, section);
    if (template.has && !around.some((line) => template.has!.test(line))) return [];
    return [{ pair, side, index, match, section, around }];
  });
}

function faultAt(template: Template, spot: Spot, onBoth: boolean): Fault[] {
  const peer: Side = spot.side === 0 ? 1 : 0;
  const texts = template.to(spot);
  if (texts === undefined) return [];
  const severity = valueOf(onBoth ? (template.both as Of<Severity | 'none'>) : template.severity, spot);
  if (severity === 'none') return [];
  const files: [Configuration, Configuration] = [...spot.pair.devices];
  files[spot.side] = changedAt(template, spot, texts);
  if (onBoth) {
    const twin = twinOf(template, spot);
    const twinTexts = twin && template.to(twin);
    if (!twin || !twinTexts) return [];
    files[peer] = changedAt(template, twin, twinTexts);
  }
  const kind: Kind = onBoth ? 7 : template.kind;
  const where = `${onBoth ? 'both' : spot.pair.devices[spot.side].file.replace('.cfg', '')}:${spot.index + 1}`;
  return [
    {
      id: `${kind} ${spot.pair.name} ${template.id} ${where}`,
      kind,
      what: template.what + (onBoth ? ', on both devices' : ''),
      severity,
      says: template.says,
      files,
      blamed: blamedRows(template, spot, files, onBoth),
      changed: changedLine(spot, files[spot.side], texts),
    },
  ];
}

function valueOf<Value>(value: Of<Value>, spot: Spot): Value {
  return typeof value === 'function' ? (value as (spot: Spot) => Value)(spot) : value;
}

/** The same spot of the other device. */
function twinOf(template: Template, spot: Spot): Spot | undefined {
  const [here, there] = spot.pair.devices;
  const index = counterpart(here, spot.index, there);
  return spotsOf(template, spot.pair, 1).find((one) => one.index === index);
}

function changedAt(template: Template, spot: Spot, texts: readonly string[]): Configuration {
  let own = replaced(spot.pair.devices[spot.side], spot.index, texts);
  for (const more of template.and ?? []) {
    // Behind first, so that the indexes before stay what they are.
    const pair: ProvePair = { name: spot.pair.name, devices: [own, own] };
    for (const one of spotsOf(more, pair, 0).reverse()) {
      const into = more.to({ ...one, pair: spot.pair, side: spot.side });
      if (into) own = replaced(own, one.index, into);
    }
  }
  return own;
}

function blamedRows(template: Template, spot: Spot, files: Fault['files'], onBoth: boolean): Blamed {
  const peer: Side = spot.side === 0 ? 1 : 0;
  const rows: [Set<number>, Set<number>] = [new Set(), new Set()];
  const add = (side: Side, test: (line: Configuration['lines'][number]) => boolean) =>
    files[side].lines.forEach((line, index) => {
      if (line.section !== '' && test(line)) rows[side].add(index);
    });
  const peerSection = counterpartSection(spot.pair.devices[spot.side], spot.section, spot.pair.devices[peer]);
  for (const side of onBoth ? ([0, 1] as const) : [spot.side]) {
    add(side, (line) => line.isChanged);
    // What is missing is told anywhere in the section that lacks it.
    if (template.to(spot)?.length === 0 || !isRewritten(template, spot))
      add(side, (line) => line.section === (side === spot.side ? spot.section : peerSection));
  }
  if (template.blamesPeer ?? (template.kind === 1 || template.kind === 4)) {
    const index = counterpart(spot.pair.devices[spot.side], spot.index, spot.pair.devices[peer]);
    if (isRewritten(template, spot) && index !== undefined) rows[peer].add(index);
    else add(peer, (line) => line.section === peerSection);
  }
  for (const { on, line: pattern, section } of template.blame ?? [])
    for (const side of onBoth ? ([0, 1] as const) : [on === 'own' ? spot.side : peer])
      add(side, (line) => pattern.test(line.text.trim()) && (section?.test(line.section) ?? true));
  return rows;
}

/** True where one line became another, and none was put beside it. */
function isRewritten(template: Template, spot: Spot): boolean {
  const texts = template.to(spot) ?? [];
  return texts.length === 1 && texts[0] !== spot.match.input;
}

function changedLine(spot: Spot, own: Configuration, texts: readonly string[]): string {
  const row = own.lines.findIndex((line) => line.isChanged && line.section !== '');
  const now = row < 0 ? undefined : own.lines[row]!.text.trim();
  const before = spot.match.input;
  if (texts.length === 0) return `${own.file}:${spot.index + 1}: without "${before}" in "${spot.section}"`;
  return `${own.file}:${row + 1}: ${now}${texts.includes(before) ? '' : ` (was "${before}")`}`;
}
