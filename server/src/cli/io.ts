// What the command line needs of its surroundings, handed in by main.
import type { Encoding } from '../model/device';
import type { Task, TaskResult, TaskSettings } from './check/tasks';
import type { Decoded, Files } from './files';

/** Does tasks of a check elsewhere, one after the other. */
export interface Worker {
  /** Rejects with a message for people when the worker fails. */
  ask<Kind extends Task>(task: Kind): Promise<TaskResult<Kind>>;
  end(): void;
}

/**
 * The surroundings of the command line, handed in by main: files, streams, parser and threads. Nothing else reaches the
 * system, so that tests hand in their own.
 */
export interface Io {
  readonly files: Files;
  /** As the encoding that is named; without one, as the first that fits. */
  decode(bytes: Uint8Array, encoding?: Encoding): Decoded;
  /** Undefined where a character does not exist in the encoding. */
  encode(text: string, encoding: Encoding): Uint8Array | undefined;
  stdin(): Uint8Array;
  /** Asks a person; undefined where the input ends. Absent where standard input is no terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  out(text: string): void;
  error(text: string): void;
  colors: boolean;
  /** Errors go to a terminal, so that a line there can be written over. */
  readonly terminal?: boolean;
  readonly version: string;
  /** Tells this build from every other; for the cache. */
  build(): string;
  /** A sum that two different contents do not share. */
  hash(bytes: Uint8Array): string;
  /** Plain data, with maps, sets and what is shared in it, as bytes. */
  pack(value: unknown): Uint8Array;
  /** Undefined for bytes that `pack` did not make. */
  unpack(bytes: Uint8Array): unknown;
  /** How many processors there are. */
  readonly cores?: number;
  /** One turn of the event loop: what has arrived is handled in it. */
  turn(): Promise<void>;
  /** Absent where all work is done in this thread. */
  readonly worker?: (settings: TaskSettings) => Worker;
  /** Milliseconds of processor time that this process has used; absent where it cannot be known. */
  processorTime?(): number;
  /** Workers are started without a look at whether there is work enough for them. */
  readonly workersAtOnce?: boolean;
  /** Loads the parser; rejects with a message for people. */
  load(): Promise<void>;
  /** Serves the Language Server Protocol on stdin and stdout until the client goes. */
  serve(): Promise<void>;
}
