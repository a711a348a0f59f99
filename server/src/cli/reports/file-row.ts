// What reports say of a file, whether it is a configuration or not.

/** A file of a run and how much of it was read. */
export interface FileRow {
  readonly path: string;
  /** The sysname, or the file's name where there is none; null where the file is not VRP. */
  readonly device: string | null;
  readonly vrp: boolean;
  /** Rows, blank ones and separators included. */
  readonly lines: number;
  /** Command lines; 0 where the file is not VRP. */
  readonly commands: number;
  /** Lines that match a command of the catalogue. */
  readonly recognized: number;
  readonly syntaxErrors: number;
  /** Why nothing was checked in it; absent where the file is VRP. */
  readonly leftOut?: LeftOut;
}

/** Why a file is not checked, in the order of reports. */
export const leftOutReasons = ['binary', 'too-large', 'other-vendor', 'no-configuration', 'empty'] as const;
/** One of these reasons. */
export type LeftOut = (typeof leftOutReasons)[number];

/** How many files were left out for each reason. */
export function leftOutCounts(files: readonly FileRow[]): Readonly<Record<LeftOut, number>> {
  const counts = { binary: 0, 'too-large': 0, 'other-vendor': 0, 'no-configuration': 0, empty: 0 };
  for (const { leftOut } of files) if (leftOut) counts[leftOut]++;
  return counts;
}

/** That none of so many files is one. */
export function noConfigurationText(count: number): string {
  if (count === 0) return 'there are no files to check';
  return count === 1 ? 'the file is not a VRP configuration' : `none of the ${count} files is a VRP configuration`;
}
