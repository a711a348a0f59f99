// What reports say of a file, whether it is a configuration or not.

export interface FileRow {
  readonly path: string;
  /** The sysname, or the file's name where there is none; null where the file is not VRP. */
  readonly device: string | null;
  readonly vrp: boolean;
  readonly lines: number;
  /** Lines that match a command of the catalogue. */
  readonly recognized: number;
  readonly syntaxErrors: number;
}
