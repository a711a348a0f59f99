// The requests about a pair as a whole: its table, and the peer told in this device's order. Both are asked after the rules have
// seen the last change, so that what is red in them is what the editor shows.
import type { Connection } from 'vscode-languageserver';
import { comparison, summaryOf, type Compared } from '../../compare/pair-table/comparison';
import { mappedPeer } from '../../compare/mapped-peer';
import type { Cell } from '../../compare/pair-table/row';
import { tableCsv } from '../../compare/pair-table/table-csv';
import { tableHtml } from '../../compare/pair-table/table-html';
import { tableJson } from '../../compare/pair-table/table-json';
import { orientToMaster, swapSides } from '../../compare/swap-sides';
import { strongestPair } from '../../features/counterpart';
import type { Device } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { rangeOf, rowOf } from '../../model/place';
import type { Finding, Snapshot, Workspace } from '../../workspace/workspace';
import { fileName } from '../../text/file-name';
import { printable, printableData, printableLines } from '../../text/sanitize';
import { clampRange } from '../to-lsp';
import { fileId } from '../file-ids';
import type { Guard } from '../error-guard';
import { onOwnRequest } from '../own-methods';
import {
  requests,
  type ComparisonCell,
  type ComparisonParams,
  type ComparisonReportParams,
  type ComparisonResult,
  type MappedPeerParams,
  type MappedPeerResult,
  type PeerDevice,
} from '../protocol';
import { cited } from './guide-link';

/** What requests about a pair ask of the server. Ids are made by `fileId`. */
export interface PairRequests {
  readonly request: Guard['request'];
  readonly workspace: Workspace;
  uriOf(id: string): string;
  /** Lets the rules see every change. */
  flush(): void;
  /** The text of a file, open or not. */
  textOf(id: string): Promise<string | undefined>;
}

/** A client may ask for another. */
const formats: Readonly<Record<string, typeof tableCsv | undefined>> = {
  csv: tableCsv,
  html: tableHtml,
  json: tableJson,
};

/** Answers `vrp/comparison`, `vrp/comparisonReport` and `vrp/mappedPeer`. */
export function pairRequests(connection: Connection, around: PairRequests): void {
  const { request } = around;
  onOwnRequest(
    connection,
    requests.comparison,
    request('comparison', (params: ComparisonParams) => comparisonResult(params, around)),
  );
  onOwnRequest(
    connection,
    requests.comparisonReport,
    request('comparison report', (params: ComparisonReportParams) => comparisonReport(params, around)),
  );
  onOwnRequest(
    connection,
    requests.mappedPeer,
    request('mapped peer', (params: MappedPeerParams) => mappedPeerResult(params, around)),
  );
}

function comparisonResult(params: ComparisonParams, around: PairRequests): ComparisonResult | null {
  const found = pairOf(params, around);
  if (!found) return null;
  const pair = orientToMaster(found.pair);
  const table = comparison(pair, comparedOf(pair, around.workspace));
  return printableData(
    {
      a: named(pair.a, around),
      b: named(pair.b, around),
      summary: summaryOf(table),
      rows: table.rows.map(({ section, parameter, kind, a, b, verdict, master, findings, guide, why }) => ({
        section,
        parameter,
        kind,
        a: cell(a, around),
        b: cell(b, around),
        verdict,
        ...(master === undefined ? {} : { master }),
        findings: [...findings],
        guide,
        ...cited(guide),
        why,
      })),
    },
    new Set(['uri']),
  );
}

/** The pair table as CSV, HTML or JSON text; null where the device stands alone or the format is another. */
export function comparisonReport(params: ComparisonReportParams, around: PairRequests): string | null {
  const found = pairOf(params, around);
  const format = formats[params.format];
  if (!found || !format) return null;
  const pair = orientToMaster(found.pair);
  const table = comparison(pair, comparedOf(pair, around.workspace));
  return format({
    pair,
    rows: table.rows,
    summary: summaryOf(table),
    fileName,
  });
}

/**
 * The peer in this device's order of lines, with secrets masked; null where the device stands alone or its file cannot
 * be read.
 */
export async function mappedPeerResult(
  params: MappedPeerParams,
  around: PairRequests,
): Promise<MappedPeerResult | null> {
  // Before the snapshot, which holds until the next change only.
  const text = await around.textOf(fileId(String(params.uri)));
  const found = pairOf(params, around);
  if (!found || text === undefined) return null;
  const pair = found.pair.a.file === found.snapshot.file ? found.pair : swapSides(found.pair);
  const { lines, missing } = mappedPeer(pair, comparedOf(pair, around.workspace), text.split(/\r\n|\r|\n/));
  return {
    device: printable(pair.a.name),
    peer: { ...named(pair.b, around), device: printable(pair.b.name) },
    text: lines.map((line) => line.text).join(pair.a.eol),
    lines: lines.map(({ source, here, mark, actual, explanation }) => ({
      row: source ? rowOf(source) : null,
      here: here ?? null,
      mark,
      ...(actual === undefined ? {} : { actual: printable(actual) }),
      ...(explanation === undefined ? {} : { explanation: printableLines(explanation) }),
    })),
    missing: missing.map(({ line, findings }) => ({
      row: rowOf(line),
      finding: findings.map(({ message }) => printable(message)).join('\n'),
    })),
  };
}

/**
 * The pair of a file with the peer that is meant, without one with the strongest, after the check that is due.
 * Undefined where the file is no configuration or the two are no pair. The snapshot holds until the next change.
 */
export function pairOf(
  { uri, peer }: ComparisonParams,
  around: PairRequests,
): { readonly snapshot: Snapshot; readonly pair: Pair } | undefined {
  around.flush();
  const snapshot = around.workspace.snapshot(fileId(String(uri)));
  if (!snapshot) return undefined;
  const meant = peer === undefined ? undefined : fileId(String(peer));
  const pair =
    meant === undefined
      ? strongestPair(snapshot)?.pair
      : snapshot.peers.find(({ a, b }) => a.file === meant || b.file === meant);
  return pair && { snapshot, pair };
}

function named(device: Device, { uriOf }: PairRequests): PeerDevice {
  return { device: device.name, uri: uriOf(device.file) };
}

function cell(of: Cell | undefined, { uriOf }: PairRequests): ComparisonCell | null {
  if (!of) return null;
  const { text, at, isDefault } = of;
  return { text, uri: uriOf(at.anchor.file), range: clampRange(rangeOf(at)), isDefault };
}

/**
 * What the comparison of a pair takes beside the pair itself: the sections of each device, the findings of both files,
 * each once, and their fixes.
 */
export function comparedOf(pair: Pair, workspace: Workspace): Compared {
  // What a file shows of a finding in its peer is that finding once more.
  const own = (file: string): readonly Finding[] =>
    workspace.findings(file).filter((finding) => finding.mirrored !== true);
  return {
    facts: (side) => workspace.snapshot(pair[side].file)?.facts ?? [],
    findings: [...own(pair.a.file), ...own(pair.b.file)],
    fixes: (finding) => workspace.fixesOf(finding),
  };
}
