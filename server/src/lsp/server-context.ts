// What the parts of the server share: its connection, its files and what the client said of itself.
import type { Connection } from 'vscode-languageserver';
import type { Snapshot, Workspace } from '../workspace/workspace';
import type { CheckScheduler } from './check-scheduler';
import type { DocumentStore } from './document-store';
import type { EditorSettings } from './editor-settings';
import type { Guard } from './error-guard';
import { fileId } from './file-ids';
import type { FileIndex } from './file-index';
import type { Host } from './host';
import type { InitializationOptions } from './protocol';
import type { Positions } from './positions';
import type { GivenPeers } from './peer-documents';
import type { SettingsFiles } from './settings-files';
import type { ClientFeatures } from './to-lsp';
import type { EditedFiles } from './workspace-edit';

/** The parts of the server, which handlers are given. One for each connection. */
export interface ServerContext extends EditedFiles {
  readonly connection: Connection;
  readonly host: Host;
  readonly guard: Guard;
  readonly workspace: Workspace;
  readonly documents: DocumentStore;
  readonly positions: Positions;
  readonly checks: CheckScheduler;
  readonly files: FileIndex;
  readonly settings: SettingsFiles;
  readonly editor: EditorSettings;
  readonly givenPeers: GivenPeers;
  /** Nothing before the client says what it can take. */
  client: ClientFeatures;
  options: InitializationOptions;
  /** The folders of its documents, where it opens none itself. */
  standIns?: readonly string[];
  /** Whether the folders are read: until then a device may seem to stand alone. */
  indexed: boolean;
}

/** Asks one feature about an open document; undefined where it is not open or no VRP configuration. */
export function askDocument<Result>(
  { checks, documents, workspace }: ServerContext,
  params: { textDocument: { uri: string } },
  feature: (snapshot: Snapshot) => Result,
): Result | undefined {
  checks.touch();
  const id = fileId(params.textDocument.uri);
  const snapshot = documents.isVrp(id) ? workspace.snapshot(id) : undefined;
  return snapshot && feature(snapshot);
}
