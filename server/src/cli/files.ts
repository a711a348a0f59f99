// The file system as the command line sees it; `main/` has the one of Node. Nothing here throws: what cannot be done is a value.
import type { Encoding } from '../model/device';

/** `missing`: there is no such path. `unreadable`: it is there and cannot be read; `reason` is one clause. */
export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly kind: 'missing' | 'unreadable'; readonly reason: string };

/** `exists`: a file of that name, or something that is no folder, stands in the way. `reason` is one clause about `path`. */
export type WriteResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly kind: 'exists' | 'failed'; readonly path: string; readonly reason: string };

/** A regular file of a walk. `path` is spelled as the argument that led to it. */
export interface FoundFile {
  readonly path: string;
  /** Named by the user rather than met in a walk. */
  readonly named: boolean;
}

/** What a walk leaves alone besides; what is named is looked at all the same. */
export interface ListOptions {
  /** `.gitignore` and `.vrpignore` are not asked. */
  readonly noIgnoreFiles?: boolean;
  /** Patterns as these files hold them, each list below the folder with this whole path; anywhere
   *  where it is empty. */
  readonly exclude?: readonly { readonly folder: string; readonly patterns: readonly string[] }[];
}

/** What a walk over the arguments has met. */
export interface Listing {
  /** Each once, sorted by path. */
  readonly found: readonly FoundFile[];
  /** How many files and folders were left out because somebody said so. */
  readonly ignored: number;
  /** Paths and globs that name nothing. */
  readonly missing: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/** A file to make. */
export interface NewFile {
  /** Below the folder it is made in; it may lead through folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files and folders by path. No method throws; a failure is a value with its reason as a clause. */
export interface Files {
  /** Files under the given paths and globs. */
  list(paths: readonly string[], options?: ListOptions): Listing;
  /** In bytes; 0 where it is not known. */
  size(path: string): number;
  read(path: string): ReadResult;
  /** The whole path, without `.` and `..`, with `/` between its parts. */
  absolute(path: string): string;
  /** The whole path with links followed as far as it exists. */
  real(path: string): string;
  /** The folder that a path of the command line names: itself, that of a file, or the part of a glob before its first sign. */
  base(path: string): string;
  /** Makes the folder and what is missing above it. */
  makeFolder(path: string): WriteResult;
  /** Writes beside the file and renames, so that a failure leaves the old file whole. */
  write(path: string, bytes: Uint8Array): WriteResult;
  /** Whether anything has that name, a link that leads nowhere included. */
  exists(path: string): boolean;
  /** Makes new files in a folder, and the folders where they are missing: all of them or nothing. */
  create(folder: string, files: readonly NewFile[]): WriteResult;
}

/**
 * The text of a file, and the encoding that its bytes were decoded from. A byte order mark is the first character of
 * the text.
 */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}
