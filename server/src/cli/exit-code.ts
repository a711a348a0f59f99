// What the command line ends with.

/** The exit code of the process by what happened. */
export const exitCodes = {
  /** Done, and nothing found that the caller wanted to hear of. */
  clean: 0,
  /** Findings at or above the fail level, wrong rows, outcomes as bad as asked for. */
  found: 1,
  /** The arguments, or a file that they name, cannot be used. */
  badUsage: 2,
  /** Something could not be read, checked or written. */
  failed: 3,
} as const;

/** A number that the process ends with. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
