// What the formats of `vrp diff` print: the rows to show, the count of all, and the peer in this device's order when asked for.
import type { Summary } from '../compare/comparison';
import type { MappedPeer } from '../compare/mapped-peer';
import type { Cell, Row } from '../compare/row';
import type { Pair } from '../model/network';
import { rowOf } from '../model/place';
import { count } from './report-text';

export interface Compared {
  readonly pair: Pair;
  readonly rows: readonly Row[];
  readonly summary: Summary;
  readonly onlyWrong: boolean;
  mapped(): MappedPeer;
}

export function isRedRow(row: Row): boolean {
  return row.verdict === 'wrong' || row.verdict === 'missing';
}

/** `200`, `0 s (default)`, or a dash where there is nothing. */
export function cellText(cell: Cell | undefined): string {
  return cell ? `${cell.text}${cell.isDefault ? ' (default)' : ''}` : '-';
}

export function lineOf(cell: Cell): number {
  return rowOf(cell.at) + 1;
}

/** `BRAS-North and BRAS-South: 6 of 28 parameters wrong` */
export function summaryLine({ pair, summary }: Compared): string {
  const wrong = summary.wrong + summary.missing;
  return `${pair.a.name} and ${pair.b.name}: ${wrong === 0 ? 'nothing wrong in' : `${wrong} wrong of`} ${count(summary.rows, 'parameter')}`;
}
