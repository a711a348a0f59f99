// What our client and server say to each other beyond the protocol's own messages. Types only: the client bundles no code
// from here, and spells the method names as they stand in the comments.

/** Notification `vrp/status`, server to client: what is known of one open file, sent whenever it changes. */
export interface StatusParams {
  uri: string;
  /** Absent where the text names no device. */
  device?: string;
  peer?: PeerDevice;
  errors: number;
  warnings: number;
  information: number;
}

export interface PeerDevice {
  device: string;
  uri: string;
}

/** Request `vrp/peer`, client to server. Answered with the strongest peer, or null where the device stands alone. */
export interface PeerParams {
  uri: string;
  /** Where the cursor is: the answer points to the counterpart of the block that it stands in. */
  position?: { line: number; character: number };
}

export interface PeerResult {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
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

/** Request `vrp/accept`, client to server. Answered with null where the finding is gone. */
export interface AcceptParams extends AcceptArguments {
  reason: string;
  /** What the editor holds of the baseline; without it the file is read. */
  baselineText?: string;
}

export interface AcceptResult {
  /** A workspace edit of the protocol. */
  edit?: unknown;
  /** Why there is none. */
  problem?: string;
}

/** `initializationOptions`. A browser has no files beside the server, so its client hands over the two wasm files. */
export interface InitializationOptions {
  wasm?: { runtime: Uint8Array; grammar: Uint8Array };
  /** `false` for clients that warn about notifications they do not know. */
  status?: boolean;
  /** `true` where the client has the commands `vrp.openPeer`, `vrp.showReferences` and `vrp.accept`: lenses then do something, and findings can be accepted with a reason. */
  commands?: boolean;
  /** `true` where the client reports changes of files without being asked to watch them. */
  watches?: boolean;
}
