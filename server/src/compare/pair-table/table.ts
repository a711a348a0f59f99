// What every format of the pair table shows, on the command line and where the editor keeps one: the rows, and the count of all.
import { push } from '../../text/collections';
import type { Pair } from '../../model/pairing/pair';
import { rowOf } from '../../model/place';
import { pluralize } from '../../text/plural';
import type { Summary } from './comparison';
import type { Cell, Row, Verdict } from './row';

/** A pair table with what its exports have to know. */
export interface Table {
  readonly pair: Pair;
  readonly rows: readonly Row[];
  readonly summary: Summary;
  /** What a reader knows the file by. */
  fileName(file: string): string;
}

/** Whether the row is wrong or lacks something. */
export function isRedRow(row: Row): boolean {
  return row.verdict === 'wrong' || row.verdict === 'missing';
}

/** Both devices say the same, as they must or may: nothing to read. */
export function isEqualRow(row: Row): boolean {
  return row.verdict === 'ok' && row.findings.length === 0 && row.a !== undefined && row.a.text === row.b?.text;
}

/** The rows under one heading. */
export interface TableSection {
  /** With who is master of it, where the files tell. */
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Each section once, in the order of its first row. */
export function tableSections({ pair, rows }: Table): TableSection[] {
  const sections = new Map<string, Row[]>();
  for (const row of rows) push(sections, row.section, row);
  return [...sections].map(([section, list]) => {
    const master = list.find((row) => row.master !== undefined)?.master;
    return { heading: master === undefined ? section : `${section}, master: ${pair[master].name}`, rows: list };
  });
}

/** `200`, `0 s (default)`, or a dash where there is nothing. */
export function cellText(cell: Cell | undefined): string {
  return cell ? `${cell.text}${cell.isDefault ? ' (default)' : ''}` : '-';
}

/** The line of the cell, from 1. */
export function lineOf(cell: Cell): number {
  return rowOf(cell.at) + 1;
}

/** As people read it. */
export function verdictInWords(verdict: Verdict): string {
  return verdict === 'quiet' ? 'may differ' : verdict;
}

/** `BRAS-North and BRAS-South: 5 wrong, 1 missing of 28 parameters` */
export function summaryLine({ pair, summary }: Table): string {
  const faults = [
    ...(summary.wrong > 0 ? [`${summary.wrong} wrong`] : []),
    ...(summary.missing > 0 ? [`${summary.missing} missing`] : []),
  ];
  const found = faults.length === 0 ? 'nothing wrong in' : `${faults.join(', ')} of`;
  return `${pair.a.name} and ${pair.b.name}: ${found} ${pluralize(summary.rows, 'parameter')}`;
}
