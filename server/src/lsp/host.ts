// What the server needs of its surroundings, handed in by main: there the Node and browser APIs are.
import type { Encoding } from '../model/device';
import type { InitializationOptions } from './protocol';

/**
 * The text of a file, and the encoding that its bytes were decoded from. A byte order mark is the first character of
 * the text.
 */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Files by their uris. Both functions never reject: what cannot be read is not there. */
export interface Files {
  /** `true` where there are none to read: what would be written there could not be read back. */
  readonly none?: boolean;
  /** Every regular file below a folder that is `wanted`; a folder is asked for first, with its path below the top one. */
  list(folder: string, wanted: (path: string, isFolder: boolean) => boolean): Promise<readonly string[]>;
  /** Its bytes, or only the first `limit`; undefined for what is unreadable, no regular file or over 64 MB. */
  read(uri: string, limit?: number): Promise<Uint8Array | undefined>;
}

/** The surroundings of the server: its version, files, parser, decoder and event loop. */
export interface Host {
  readonly version: string;
  readonly files: Files;
  /** Loads the parser; called once. */
  load(options: InitializationOptions): Promise<void>;
  /** As the encoding that is named; without one, as the first that fits. */
  decode(bytes: Uint8Array, encoding?: Encoding): Decoded;
  /** Runs `action` one turn of the event loop later, behind what is waiting there. */
  schedule(action: () => void): void;
  /**
   * All that is open is read and ready, and nothing more is to be read: what is made from now on is mostly garbage. Called
   * again and again.
   */
  idle?(): void;
  /** Hears what each check ran, in one line; for who works on the rules. */
  trace?(line: string): void;
  /** The page that explains a rule, where there is one. */
  explanation(rule: string): string | undefined;
}
