// What the command line needs of its surroundings, handed in by main.
import type { Result, Settings, Task } from './check/tasks';

/** `missing`: there is no such path. `unreadable`: it is there and cannot be read; `reason` is one clause. */
export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly kind: 'missing' | 'unreadable'; readonly reason: string };

export interface Found {
  readonly path: string;
  /** Named by the user rather than met in a walk. */
  readonly named: boolean;
}

export interface Files {
  /** Files under the given paths and globs, each once, sorted; missing paths apart. */
  list(paths: readonly string[]): {
    readonly found: readonly Found[];
    readonly missing: readonly string[];
    readonly unreadable: readonly { path: string; reason: string }[];
  };
  size(path: string): number;
  read(path: string): ReadResult;
  /** The whole path, without `.` and `..`, with `/` between its parts. */
  absolute(path: string): string;
  /** The whole path with links followed as far as it exists. */
  real(path: string): string;
  /** The folder that a path of the command line names: itself, that of a file, or the part of a glob before its first sign. */
  base(path: string): string;
  /** Makes the folder and what is missing above it; gives the reason of a failure. */
  makeFolder(path: string): string | undefined;
  /** Writes beside the file and renames, so that a failure leaves the old file whole; gives the reason of a failure. */
  write(path: string, bytes: Uint8Array): string | undefined;
  /** Whether anything has that name, a link that leads nowhere included. */
  exists(path: string): boolean;
  /** Makes new files in a folder, and the folders where they are missing: all of them or nothing. A name may lead through folders. */
  create(folder: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Created;
}

/** `exists`: a file of that name, or something that is no folder, stands in the way. */
export type Created =
  | { readonly ok: true }
  | { readonly ok: false; readonly kind: 'exists' | 'failed'; readonly path: string; readonly reason: string };

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'latin-1';
}

/** Does parts of a check elsewhere, one after the other. */
export interface Worker {
  ask<One extends Task>(task: One): Promise<Result<One>>;
  end(): void;
}

export interface Io {
  readonly files: Files;
  /** As the encoding that is named; without one, as the first that fits. */
  decode(bytes: Uint8Array, encoding?: Decoded['encoding']): Decoded;
  /** Undefined where a character does not exist in the encoding. */
  encode(text: string, encoding: Decoded['encoding']): Uint8Array | undefined;
  stdin(): Uint8Array;
  /** Asks a person; undefined where the input ends. Absent where standard input is no terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  out(text: string): void;
  error(text: string): void;
  readonly colors: boolean;
  /** Errors go to a terminal, so that a line there can be written over. */
  readonly terminal?: boolean;
  readonly version: string;
  /** Tells this build from every other; for the cache. */
  build(): string;
  /** A sum that two different contents do not share. */
  hash(bytes: Uint8Array): string;
  /** Plain data, with maps, sets and what is shared in it, as bytes; undefined for bytes that it did not make. */
  pack(value: unknown): Uint8Array;
  unpack(bytes: Uint8Array): unknown;
  /** How many processors there are. */
  readonly cores?: number;
  /** One turn of the event loop: what has arrived is handled in it. */
  turn(): Promise<void>;
  /** Absent where all work is done in this thread. */
  readonly worker?: (settings: Settings) => Worker;
  /** Loads the parser; rejects with a message for people. */
  load(): Promise<void>;
  /** Serves the Language Server Protocol on stdin and stdout until the client goes. */
  serve(): Promise<void>;
}
