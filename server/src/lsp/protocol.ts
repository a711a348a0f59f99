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

/** `initializationOptions`. A browser has no files beside the server, so its client hands over the two wasm files. */
export interface InitializationOptions {
  wasm?: { runtime: Uint8Array; grammar: Uint8Array };
  /** `false` for clients that warn about notifications they do not know. */
  status?: boolean;
  /** `true` where the client has the commands `vrp.openPeer` and `vrp.showReferences`: lenses then do something. */
  commands?: boolean;
  /** `true` where the client reports changes of files without being asked to watch them. */
  watches?: boolean;
}
