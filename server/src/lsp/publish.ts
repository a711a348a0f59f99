// Everything that the changes so far have made true is published together, both sides of a pair: findings, the state of each open
// file, and the pairs.
import { orientToMaster } from '../compare/swap-sides';
import { strongestPair } from '../features/counterpart';
import { backsUp } from '../features/new-peer';
import { occurrences } from '../features/names';
import type { RunCounts } from '../diagnostics/rule-runner';
import type { Device } from '../model/device';
import { printable } from '../text/sanitize';
import type { Workspace } from '../workspace/workspace';
import { sendOwnNotification } from './own-methods';
import { notifications, type PairsParams, type PeerDevice, type StatusParams } from './protocol';
import type { ServerContext } from './server-context';
import { shownDiagnostics } from './shown-diagnostics';

/**
 * Runs a check and sends what it changed: diagnostics (or a refresh, for clients that pull them), `vrp/status` of each
 * open file, `vrp/pairs`, `vrp/checked`. A status and a list of pairs that equal the last ones are not sent again.
 */
export class Publisher {
  /** The last state sent of each open file. */
  private readonly statuses = new Map<string, string>();
  private sentPairs = '';
  /** How many findings each folder showed when findings were last sent. */
  private limits = '';

  constructor(private readonly context: ServerContext) {
    context.documents.onClose((id) => this.statuses.delete(id));
  }

  check(): void {
    const { workspace, settings, editor, options, indexed, documents, host, guard, client } = this.context;
    settings.apply();
    const before = workspace.runCounts();
    const changed = new Set([...workspace.check().keys(), ...this.relimited()]);
    host.trace?.(runText(before, workspace.runCounts()));
    if (indexed) this.sendSettingsDiagnostics();
    if (client.pullsDiagnostics) this.refreshPulled(changed.size > 0);
    else for (const id of changed) this.sendDiagnostics(id);
    this.refreshPeers();
    if (changed.size > 0) editor.refresh();
    if (options.views === true && indexed) this.sendPairs();
    if (options.status !== false) for (const [id, { uri }] of documents.vrpDocuments()) this.sendStatus(id, uri);
    host.schedule(() => void guard.notification('preparing', () => this.prepare())());
  }

  /** What is wrong with the files beside the configurations: premature while the folders are read. */
  private sendSettingsDiagnostics(): void {
    const { connection, documents, settings } = this.context;
    for (const [id, diagnostics] of settings.changed())
      void connection.sendDiagnostics({ uri: documents.uriOf(id), diagnostics: [...diagnostics] });
  }

  /** The files that may show more or fewer findings than before, because the settings changed. */
  private relimited(): readonly string[] {
    const { workspace, settings } = this.context;
    const limits = settings.limits();
    if (limits === this.limits) return [];
    this.limits = limits;
    return workspace.fileNames().filter((id) => workspace.findings(id).length > 0);
  }

  private sendDiagnostics(id: string): void {
    const { connection, documents, positions } = this.context;
    const diagnostics = shownDiagnostics(id, this.context);
    const uri = documents.uriOf(id);
    void connection.sendDiagnostics(positions.sent({ uri, version: documents.version(id), diagnostics }));
  }

  /** Whoever asks for findings asks again. */
  private refreshPulled(hasChanged: boolean): void {
    const { connection, client } = this.context;
    if (hasChanged && client.refreshesDiagnostics)
      void connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** A text that was given may be another now; the client that shows it asks again. */
  private refreshPeers(): void {
    const { connection, givenPeers } = this.context;
    for (const uri of givenPeers.all())
      void connection.workspace.textDocumentContent.refresh(uri).catch(() => givenPeers.forget(uri));
  }

  /** What the first edit of a text and the first question about its names need is made while nobody waits. */
  private prepare(): void {
    const { workspace, documents, host, indexed } = this.context;
    workspace.prepare();
    for (const id of documents.takeUnprepared()) {
      const snapshot = workspace.snapshot(id);
      if (snapshot)
        for (const _ of occurrences(snapshot)) {
          /* each is remembered with its section */
        }
    }
    if (indexed) host.idle?.();
  }

  private sendPairs(): void {
    const { connection, workspace } = this.context;
    const pairs: PairsParams = {
      pairs: workspace
        .network()
        .pairs.map(orientToMaster)
        .map(({ a, b }) => [this.shownDevice(a), this.shownDevice(b)]),
    };
    const text = JSON.stringify(pairs);
    if (this.sentPairs !== text) sendOwnNotification(connection, notifications.pairs, pairs);
    this.sentPairs = text;
    sendOwnNotification(connection, notifications.checked);
  }

  private sendStatus(id: string, uri: string): void {
    const { connection, workspace, indexed } = this.context;
    const snapshot = workspace.snapshot(id);
    if (!snapshot) return;
    const peer = strongestPair(snapshot)?.peer;
    const status: StatusParams = {
      uri,
      device: snapshot.device.sysname && printable(snapshot.device.sysname.value),
      peer: peer && this.shownDevice(peer),
      ...(!peer && indexed && backsUp(snapshot.device) ? { isPeerMissing: true as const } : {}),
      ...findingCounts(workspace, id),
    };
    const text = JSON.stringify(status);
    if (this.statuses.get(id) === text) return;
    this.statuses.set(id, text);
    sendOwnNotification(connection, notifications.status, status);
  }

  private shownDevice({ name, file }: Device): PeerDevice {
    return { device: printable(name), uri: this.context.uriOf(file) };
  }
}

/**
 * How many findings a file shows by severity, before the limit of `vrp.maxFindings`; hints are not counted. `id` is
 * made by `fileId`; a file that is not known has none.
 */
export function findingCounts(
  workspace: Workspace,
  id: string,
): { errors: number; warnings: number; information: number } {
  const findings = workspace.findings(id);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), information: count('information') };
}

/** What one check ran: `rules run 2, units run 3, rules reused 214, facts read 17`. */
function runText(before: RunCounts, after: RunCounts): string {
  const since = (count: keyof RunCounts): number => after[count] - before[count];
  return `rules run ${since('rules')}, units run ${since('units')}, rules reused ${since('reused')}, facts read ${since('reads')}`;
}
