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
import { printable, printableData, printableLines } from '../../text/sanitize';
import { clampRange } from '../to-lsp';
import { fileId } from '../file-ids';
import type { Guard } from '../error-guard';
import { onOwnRequest } from '../own-methods';
import { cited } from './guide-link';
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

export interface PairRequests {
  readonly request: Guard['request'];
  readonly workspace: Workspace;
  uriOf(id: string): string;
  /** Lets the rules see every change. */
  flush(): void;
}

/** A client may ask for another. */
const formats: Readonly<Record<string, typeof tableCsv | undefined>> = {
  csv: tableCsv,
  html: tableHtml,
  json: tableJson,
};

export function pairRequests(connection: Connection, around: PairRequests): void {
  const { request, workspace, uriOf } = around;

  onOwnRequest(
    connection,
    requests.comparison,
    request('comparison', (params: ComparisonParams): ComparisonResult | null => {
      const found = pairOf(params);
      if (!found) return null;
      const pair = orientToMaster(found.pair);
      const table = comparison(pair, comparedOf(pair, workspace));
      return printableData(
        {
          a: named(pair.a),
          b: named(pair.b),
          summary: summaryOf(table),
          rows: table.rows.map(({ section, parameter, kind, a, b, verdict, master, findings, guide, why }) => ({
            section,
            parameter,
            kind,
            a: cell(a),
            b: cell(b),
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
    }),
  );

  onOwnRequest(
    connection,
    requests.comparisonReport,
    request('comparison report', (params: ComparisonReportParams): string | null => {
      const found = pairOf(params);
      const format = formats[params.format];
      if (!found || !format) return null;
      const pair = orientToMaster(found.pair);
      const table = comparison(pair, comparedOf(pair, workspace));
      return format({
        pair,
        rows: table.rows,
        summary: summaryOf(table),
        fileName: (file) => file.slice(file.lastIndexOf('/') + 1),
      });
    }),
  );

  onOwnRequest(
    connection,
    requests.mappedPeer,
    request('mapped peer', (params: MappedPeerParams): MappedPeerResult | null => {
      const found = pairOf(params);
      const text = found?.snapshot.text;
      if (!found || !text) return null;
      const pair = found.pair.a.file === found.snapshot.file ? found.pair : swapSides(found.pair);
      const { lines, missing } = mappedPeer(pair, comparedOf(pair, workspace), text.text.split(/\r\n|\r|\n/));
      return {
        device: printable(pair.a.name),
        peer: shownDevice(pair.b),
        text: lines.map((line) => line.text).join(text.eol),
        lines: lines.map(({ source, here, mark, actual, explanation }) => ({
          row: source ? rowOf(source) : null,
          here: here ?? null,
          mark,
          ...(actual === undefined ? {} : { actual: printable(actual) }),
          ...(explanation === undefined ? {} : { explanation: printableLines(explanation) }),
        })),
        missing: missing.map(({ line, findings }) => ({
          row: rowOf(line),
          finding: findings.map((one) => printable(one.message)).join('\n'),
        })),
      };
    }),
  );

  function pairOf({ uri, peer }: ComparisonParams): { readonly snapshot: Snapshot; readonly pair: Pair } | undefined {
    around.flush();
    const snapshot = workspace.snapshot(fileId(String(uri)));
    if (!snapshot) return undefined;
    const meant = peer === undefined ? undefined : fileId(String(peer));
    const pair =
      meant === undefined
        ? strongestPair(snapshot)?.pair
        : snapshot.peers.find((one) => one.a.file === meant || one.b.file === meant);
    return pair && { snapshot, pair };
  }

  function named(device: Device): PeerDevice {
    return { device: device.name, uri: uriOf(device.file) };
  }

  function shownDevice(device: Device): PeerDevice {
    return { ...named(device), device: printable(device.name) };
  }

  function cell(one: Cell | undefined): ComparisonCell | null {
    return one
      ? { text: one.text, uri: uriOf(one.at.anchor.file), range: clampRange(rangeOf(one.at)), isDefault: one.isDefault }
      : null;
  }
}

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
